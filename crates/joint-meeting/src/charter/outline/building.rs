//! An outline on its way: each line goes into the part and under the heading that are open.
//!
//! What marks a heading is in `heading`, what begins and closes a part in `part`. Locators are given once a part is finished, for only
//! then is it known whether it was a notice.

use super::{
    Level, Node, Outline, Paragraph, PartKind, TextPart,
    heading::{Heading, heading, pieces, title},
    part::{Sign, annex, is_signature, is_title, sign},
};

/// The most lines before a date that are taken for those who signed.
const SIGNERS_MAX: usize = 40;

/// The numbers from which the headings of a text count.
const FIRST: [&str; 5] = ["一", "第一章", "第一条", "第1章", "第1条"];

/// The parts that are finished, and the one that is open.
#[derive(Default)]
pub(super) struct Building<'t> {
    parts: Vec<TextPart<'t>>,
    open: Open<'t>,
}

impl<'t> Building<'t> {
    /// Takes a line; one that begins within quotation marks marks nothing.
    pub(super) fn line(&mut self, line: &'t str, quoted: bool) {
        if quoted {
            self.open.reopen();
            self.open.paragraph(line);
        } else if let Some(found) = annex(line, self.open.dated) {
            let next = Open { annex: Some((found.mark, found.at)), ..Open::default() };
            self.next(PartKind::Text, next);
            self.open.paragraph(found.rest);
        } else if self.is_another_text(line) {
            let title = self.open.take_title();
            self.next(PartKind::Notice, Open::default());
            title.into_iter().chain([line]).for_each(|it| self.open.line(it));
        } else {
            self.open.line(line);
        }
    }

    pub(super) fn finish(mut self) -> Outline<'t> {
        self.next(PartKind::Text, Open::default());
        Outline { parts: self.parts }
    }

    /// Finishes the part that is open, which is of a kind unless it is an annex.
    fn next(&mut self, kind: PartKind, next: Open<'t>) {
        let part = std::mem::replace(&mut self.open, next).finish(kind);
        let is_empty = part.kind == PartKind::Text && part.before.is_empty() && part.nodes.is_empty();
        // A text has a part though it be empty; nothing stands before an annex with which a text begins.
        if !is_empty || (self.parts.is_empty() && self.open.annex.is_none()) {
            self.parts.push(part);
        }
    }

    /// Whether what came so far was a notice, and a line begins what it sends out: a title after the date, or a first heading.
    fn is_another_text(&self, line: &str) -> bool {
        let open = &self.open;
        let outermost = open.outermost();
        let ended = outermost.is_none() || !open.closing.is_empty();
        let again =
            || heading(line).is_some_and(|it| Some(it.level) == outermost && FIRST.contains(&&*it.number));
        self.parts.is_empty() && open.annex.is_none() && open.dated && ended && (is_title(line) || again())
    }
}

/// A part on its way.
#[derive(Default)]
struct Open<'t> {
    /// What marks it as an annex, and what its locators begin with.
    annex: Option<(&'t str, String)>,
    before: Vec<Paragraph<'t>>,
    nodes: Vec<Node<'t>>,
    /// The headings that are open, the outermost first. There is at most one of each level.
    open: Vec<Node<'t>>,
    /// So many of the last paragraphs under the last heading are lines of their own.
    own: usize,
    /// What closes the part, unless it goes on after all.
    closing: Vec<&'t str>,
    /// Whether the last lines are under a date.
    dated: bool,
}

impl<'t> Open<'t> {
    fn line(&mut self, line: &'t str) {
        let sign = sign(line);
        if !self.closing.is_empty() && !self.is_closing(line, sign) {
            self.reopen();
        }
        if self.outermost().is_none() {
            self.dated |= sign == Some(Sign::Date);
        } else if sign.is_some() || !self.closing.is_empty() {
            self.close_with(line, sign);
            return;
        }
        self.read(line);
    }

    fn read(&mut self, line: &'t str) {
        for piece in pieces(line) {
            match heading(piece) {
                Some(found) => self.open(found),
                None => self.paragraph(piece),
            }
        }
    }

    /// The level of the first heading.
    fn outermost(&self) -> Option<Level> {
        self.nodes.first().or(self.open.first()).map(|it| it.level)
    }

    /// Whether a line goes on with what closes the part.
    fn is_closing(&self, line: &str, sign_of: Option<Sign>) -> bool {
        let lists_annexes =
            self.closing.first().and_then(|it| sign(it)) == Some(Sign::Annexes) && !self.dated;
        let listed = || heading(line).is_some_and(|it| it.level == Level::Third);
        sign_of.is_some() || is_signature(line) || (lists_annexes && listed())
    }

    /// Takes a line that closes the part, with those who signed before a date.
    fn close_with(&mut self, line: &'t str, sign: Option<Sign>) {
        if sign == Some(Sign::Date) {
            self.dated = true;
            if self.closing.is_empty()
                && let Some(node) = self.open.last_mut()
            {
                let own = node.paragraphs.iter().rev().take(self.own.min(SIGNERS_MAX));
                let signed = own.take_while(|it| is_signature(it.text)).count();
                let left = node.paragraphs.len() - signed;
                // All that stands under a title is its text, and no signature; an article's text may stand on its own line.
                if left > 0 || node.level == Level::Article {
                    self.closing.extend(node.paragraphs.drain(left..).map(|it| it.text));
                }
            }
        }
        self.closing.push(line);
    }

    /// What seemed to close the part did not.
    fn reopen(&mut self) {
        self.dated = false;
        for line in std::mem::take(&mut self.closing) {
            self.read(line);
        }
    }

    /// Takes away the lines of a title that has begun after all that closed the part.
    fn take_title(&mut self) -> Vec<&'t str> {
        let before = self.before.iter().map(|it| it.text);
        let lines = if self.closing.is_empty() { before.collect() } else { self.closing.clone() };
        let begun = lines.iter().rev().take_while(|it| sign(it).is_none()).count();
        let left = lines.len() - begun;
        if self.closing.is_empty() {
            self.before.truncate(left);
        } else {
            self.closing.truncate(left);
        }
        lines.into_iter().skip(left).collect()
    }

    fn open(&mut self, found: Heading<'t>) {
        let same = self.open.iter().position(|it| it.level == found.level);
        let depth = same.unwrap_or_else(|| {
            let holds = |it: &&Node<'_>| {
                it.level < found.level || (it.level, found.level) == (Level::First, Level::Article)
            };
            self.open.iter().take_while(holds).count()
        });
        self.close(depth);
        let (heading, rest) = title(found.level, found.rest);
        let Heading { level, mark, number, .. } = found;
        self.open.push(Node {
            at: number,
            level,
            mark,
            heading,
            paragraphs: Vec::new(),
            children: Vec::new(),
        });
        self.paragraph(rest);
        (self.own, self.dated) = (0, false);
    }

    fn paragraph(&mut self, text: &'t str) {
        let list = self.open.last_mut().map_or(&mut self.before, |it| &mut it.paragraphs);
        if !text.is_empty() {
            list.push(Paragraph { at: String::new(), text });
            self.own += 1;
        }
    }

    fn close(&mut self, depth: usize) {
        while self.open.len() > depth
            && let Some(mut node) = self.open.pop()
        {
            // A title has something under it: what an article says alone is its text, full stop or none.
            if node.level == Level::Article && node.paragraphs.is_empty() && node.children.is_empty() {
                let text = std::mem::take(&mut node.heading);
                if !text.is_empty() {
                    node.paragraphs.push(Paragraph { at: String::new(), text });
                }
            }
            let siblings = self.open.last_mut().map_or(&mut self.nodes, |it| &mut it.children);
            siblings.push(node);
        }
    }

    fn finish(mut self, kind: PartKind) -> TextPart<'t> {
        self.close(0);
        let (kind, mark, at) = match self.annex {
            Some((mark, at)) => (PartKind::Annex, mark, at),
            None => (kind, "", if kind == PartKind::Notice { "N" } else { "" }.to_owned()),
        };
        let closing = self.closing.into_iter().map(|text| Paragraph { at: String::new(), text }).collect();
        let mut part = TextPart { at, kind, mark, before: self.before, nodes: self.nodes, closing };
        let before = if part.at.is_empty() { "P" } else { &part.at };
        number(&mut part.before, before);
        number(&mut part.closing, &format!("{}末", part.at));
        for node in &mut part.nodes {
            locate(node, &part.at, &part.at);
        }
        part
    }
}

/// Gives a heading and all under it their locators: articles are counted through the chapters, so they are cited without them.
fn locate(node: &mut Node<'_>, above: &str, part: &str) {
    let above = if matches!(node.level, Level::Chapter | Level::Article) { part } else { above };
    node.at.insert_str(0, above);
    number(&mut node.paragraphs, &node.at);
    for child in &mut node.children {
        locate(child, &node.at, part);
    }
}

fn number(paragraphs: &mut [Paragraph<'_>], above: &str) {
    for (ix, it) in paragraphs.iter_mut().enumerate() {
        it.at = format!("{above}¶{}", ix + 1);
    }
}
