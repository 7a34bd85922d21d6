//! How the files of vectors are laid out: whatever fits in a line stands on one, and everything else is broken.

/// The longest line of what could be broken, in characters.
const WIDTH: usize = 120;

/// Lays out JSON that has been read before. Keys stay in their order, but `type` stands before all.
pub fn lay_out(json: &str) -> String {
    let mut laid_out = String::new();
    Node::read(&mut { json }).write(0, 0, &mut laid_out);
    laid_out + "\n"
}

enum Node<'j> {
    Plain(&'j str),
    /// The brackets, and what stands between them; in a list the keys are empty.
    Many(char, Vec<(&'j str, Self)>, char),
}

impl<'j> Node<'j> {
    fn read(rest: &mut &'j str) -> Self {
        let token = token(rest);
        let (open, close) = match token {
            "{" => ('{', "}"),
            "[" => ('[', "]"),
            plain => return Self::Plain(plain),
        };
        let mut parts = Vec::new();
        while !ends(rest, close) {
            let key = if open == '{' { self::token(rest) } else { "" };
            parts.push((key, Self::read(rest)));
        }
        parts.sort_by_key(|(key, _)| *key != "\"type\"");
        Self::Many(open, parts, if open == '{' { '}' } else { ']' })
    }

    /// The whole on one line.
    fn line(&self) -> String {
        match self {
            Self::Plain(text) => (*text).to_owned(),
            Self::Many(open, parts, close) => {
                let part = |(key, value): &(&str, Self)| format!("{}{}", label(key), value.line());
                let parts: Vec<String> = parts.iter().map(part).collect();
                format!("{open}{}{close}", parts.join(", "))
            }
        }
    }

    /// Writes it at the end of a line, after which so many brackets and commas have to follow.
    fn write(&self, indent: usize, follow: usize, out: &mut String) {
        let before = out.rsplit('\n').next().map_or(0, |it| it.chars().count());
        let line = self.line();
        let (open, parts, close) = match self {
            Self::Many(open, parts, close)
                if !parts.is_empty() && before + line.chars().count() + follow > WIDTH =>
            {
                (open, parts, close)
            }
            _ => return out.push_str(&line),
        };
        // What has one part only is opened and closed together with it.
        let alone = parts.len() == 1;
        let new_line =
            |indent: usize| if alone { String::new() } else { format!("\n{}", " ".repeat(indent)) };
        let (inner, after) = if alone { (indent, follow + 1) } else { (indent + 2, 1) };
        out.push(*open);
        for (ix, (key, value)) in parts.iter().enumerate() {
            if ix > 0 {
                out.push(',');
            }
            out.push_str(&new_line(inner));
            out.push_str(&label(key));
            value.write(inner, after, out);
        }
        out.push_str(&new_line(indent));
        out.push(*close);
    }
}

fn label(key: &str) -> String {
    if key.is_empty() { String::new() } else { format!("{key}: ") }
}

/// What stands between two tokens and says nothing of its own.
fn skip(rest: &mut &str) {
    *rest = rest.trim_start_matches([' ', '\n', '\r', '\t', ',', ':']);
}

/// Takes the bracket if the next token is that one.
fn ends(rest: &mut &str, close: &str) -> bool {
    skip(rest);
    rest.strip_prefix(close).map(|after| *rest = after).is_some()
}

/// Takes the next token: a bracket that opens, a string, or a word or number.
fn token<'j>(rest: &mut &'j str) -> &'j str {
    skip(rest);
    let mut escaped = false;
    let closes = |it: char| {
        let closes = it == '"' && !escaped;
        escaped = it == '\\' && !escaped;
        closes
    };
    let end = match rest.chars().next() {
        Some('{' | '[') => 1,
        Some('"') => rest[1..].find(closes).map_or(rest.len(), |it| it + 2),
        _ => rest.find([' ', '\n', '\r', '\t', ',', '}', ']']).unwrap_or(rest.len()),
    };
    let (token, after) = rest.split_at(end);
    *rest = after;
    token
}
