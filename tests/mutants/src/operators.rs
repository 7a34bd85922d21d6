//! The operators: what an expression can be in its place, and the text that makes it so.

use std::ops::Range;

use syn::{BinOp, Expr, ReturnType, spanned::Spanned};

use crate::{
    find::{Finder, Mutant},
    site::{Edit, Site, Stand},
};

/// Methods of the standard library that give a bool.
const BOOL_METHODS: &[&str] = &[
    "is_some",
    "is_none",
    "is_ok",
    "is_err",
    "is_empty",
    "contains",
    "contains_key",
    "starts_with",
    "ends_with",
    "is_some_and",
    "is_none_or",
    "any",
    "all",
];
/// Methods whose closure gives a bool.
const ASKING: &[&str] = &[
    "filter",
    "any",
    "all",
    "find",
    "rfind",
    "position",
    "rposition",
    "take_while",
    "skip_while",
    "retain",
    "partition",
    "is_some_and",
    "is_none_or",
    "is_ok_and",
];
/// Methods whose closure gives an option.
const FINDING: &[&str] = &["filter_map", "and_then", "find_map"];
/// Functions that stand for each other.
pub(crate) const SWAPPED: &[(&str, &str)] =
    &[("day_after", "crate::terms::date::day_before"), ("day_before", "crate::terms::date::day_after")];

pub(crate) fn range(it: &impl Spanned) -> Range<usize> {
    it.span().byte_range()
}

pub(crate) fn has_let(it: &Expr) -> bool {
    match it {
        Expr::Let(_) => true,
        Expr::Binary(it) => has_let(&it.left) || has_let(&it.right),
        _ => false,
    }
}

/// Whether it is a chain of the same operator.
fn is_chain(it: &Expr, op: &BinOp) -> bool {
    matches!(it, Expr::Binary(it) if std::mem::discriminant(&it.op) == std::mem::discriminant(op))
}

pub(crate) fn begins(at: usize, text: String) -> Edit {
    Edit { range: at..at, text, stand: Stand::Begins }
}

pub(crate) fn ends(at: usize, text: impl Into<String>) -> Edit {
    Edit { range: at..at, text: text.into(), stand: Stand::Ends }
}

fn replaces(range: Range<usize>, text: impl Into<String>) -> Edit {
    Edit { range, text: text.into(), stand: Stand::Replaces }
}

pub(crate) fn is(no: usize) -> String {
    format!("crate::mutant::is({no})")
}

impl Finder<'_> {
    /// A new mutant at a range, and its number.
    pub(crate) fn mutant(&mut self, operator: &'static str, at: &Range<usize>) -> usize {
        let no = self.first + self.found.mutants.len();
        let words: Vec<&str> = self.source[at.clone()].split_whitespace().collect();
        self.found.mutants.push(Mutant {
            site: self.found.sites.len(),
            operator,
            within: self.within.join("::"),
            line: self.source[..at.start].matches('\n').count() + 1,
            text: words.join(" "),
        });
        no
    }

    pub(crate) fn site(&mut self, range: Range<usize>, edits: Vec<Edit>) {
        self.found.sites.push(Site { range, edits, is_dropped: false });
    }

    pub(crate) fn around(&mut self, range: Range<usize>, before: String, after: impl Into<String>) {
        let edits = vec![begins(range.start, before), ends(range.end, after)];
        self.site(range, edits);
    }

    /// Something that is a bool is always so.
    pub(crate) fn always(&mut self, it: &Expr, values: &[bool]) {
        let at = range(it);
        for value in values {
            let no = self.mutant(if *value { "always true" } else { "always false" }, &at);
            let before = if *value { format!("({} || (", is(no)) } else { format!("(!{} && (", is(no)) };
            self.around(at.clone(), before, "))");
        }
    }

    /// A condition is always so; with a `let` in it, it is never so.
    pub(crate) fn condition(&mut self, it: &Expr, values: &[bool]) {
        if self.is_const {
            return;
        }
        if has_let(it) {
            let at = range(it);
            let no = self.mutant("always false", &at);
            self.site(at.clone(), vec![begins(at.start, format!("!{} && ", is(no)))]);
        } else {
            self.always(it, values);
        }
    }

    pub(crate) fn negated(&mut self, operator: &'static str, at: Range<usize>) {
        let no = self.mutant(operator, &at);
        self.around(at, "(".to_owned(), format!(" ^ {})", is(no)));
    }

    /// A function of the switches is called in the place of a method.
    fn instead(&mut self, operator: &'static str, function: &str, it: &syn::ExprMethodCall, by: &str) {
        let at = range(it);
        let no = self.mutant(operator, &at);
        let receiver = range(&it.receiver);
        let opened = it.paren_token.span.open().byte_range().end;
        let joined = if it.args.is_empty() { ")" } else { "), " };
        let edits = vec![
            begins(at.start, format!("crate::mutant::{function}({no}, {by}(")),
            replaces(receiver.end..opened, joined),
        ];
        self.site(at, edits);
    }

    /// The whole expression with some other words in it.
    fn or_text(&mut self, operator: &'static str, at: Range<usize>, part: Range<usize>, other: &str) {
        let text = format!("{}{other}{}", &self.source[at.start..part.start], &self.source[part.end..at.end]);
        // On one line a comment would swallow what follows it.
        if text.contains("//") {
            return;
        }
        let text = text.replace('\n', " ");
        let no = self.mutant(operator, &at);
        self.around(at, format!("(if {} {{ {text} }} else {{ ", is(no)), " })");
    }

    pub(crate) fn method(&mut self, it: &syn::ExprMethodCall) {
        let name = it.method.to_string();
        let at = range(it);
        let word = range(&it.method);
        // Whether there is a first is whether there is a last.
        let is_no_matter_which = self.asked_whether.take().is_some_and(|it| it == at);
        match (name.as_str(), it.args.len()) {
            ("next" | "next_back" | "first" | "last" | "min" | "max", 0) if is_no_matter_which => {}
            ("any", 1) => self.instead("any → all", "any", it, "&mut "),
            ("all", 1) => self.instead("all → any", "all", it, "&mut "),
            ("is_some_and", 1) => self.instead("some → none", "is_some_and", it, ""),
            ("is_none_or", 1) => self.instead("none → some", "is_none_or", it, ""),
            ("next", 0) => self.instead("next → last", "next", it, "&mut "),
            ("next_back", 0) => self.instead("last → first", "next_back", it, "&mut "),
            ("min", 1) => self.instead("min → max", "min", it, ""),
            ("max", 1) => self.instead("max → min", "max", it, ""),
            ("min", 0) => self.instead("min → max", "least", it, ""),
            ("max", 0) => self.instead("max → min", "greatest", it, ""),
            ("or", 1) => self.instead("without or", "or", it, ""),
            ("or_else", 1) => self.instead("without or", "or_else", it, ""),
            ("chain", 1) => self.instead("without chain", "chain", it, ""),
            ("first", 0) => self.or_text("first → last", at, word, "last"),
            ("last", 0) => self.or_text("last → first", at, word, "first"),
            ("saturating_add", 1) => self.or_text("+ → -", at, word, "saturating_sub"),
            ("saturating_sub", 1) => self.or_text("- → +", at, word, "saturating_add"),
            ("checked_add", 1) => self.or_text("+ → -", at, word, "checked_sub"),
            ("checked_sub", 1) => self.or_text("- → +", at, word, "checked_add"),
            _ => {}
        }
    }

    pub(crate) fn gives_bool(&self, it: &Expr) -> bool {
        match it {
            Expr::MethodCall(it) => {
                let name = it.method.to_string();
                BOOL_METHODS.contains(&name.as_str()) || self.bool_fns.contains(&name)
            }
            Expr::Call(it) => match &*it.func {
                Expr::Path(it) => {
                    it.path.segments.last().is_some_and(|it| self.bool_fns.contains(&it.ident.to_string()))
                }
                _ => false,
            },
            Expr::Macro(it) => it.mac.path.is_ident("matches"),
            _ => false,
        }
    }

    /// The closures of a call give always the same.
    pub(crate) fn closures<'b>(&mut self, name: &str, args: impl Iterator<Item = &'b Expr>) {
        for arg in args {
            let Expr::Closure(closure) = arg else { continue };
            if !matches!(closure.output, ReturnType::Default) {
                continue;
            }
            if ASKING.contains(&name) {
                self.always(&closure.body, &[true, false]);
            } else if FINDING.contains(&name) {
                let at = range(&closure.body);
                let no = self.mutant("finds nothing", &at);
                self.around(at, format!("(if {} {{ None }} else {{ ", is(no)), " })");
            }
        }
    }

    /// A rule's closure is asked: it can be switched off.
    pub(crate) fn rule(&mut self, it: &syn::ExprCall) {
        let Expr::Paren(callee) = &*it.func else { return };
        let Expr::Field(field) = &*callee.expr else { return };
        let syn::Member::Named(name) = &field.member else { return };
        let (at, base) = (range(it), &self.source[range(&field.base)]);
        let before = match (name.to_string().as_str(), it.args.first()) {
            ("check", Some(case)) => {
                let case = self.source[range(case)].trim_start_matches('&');
                format!("crate::mutant::check({base}.rule.id, &{case}, ")
            }
            ("look", Some(_)) if base == "duty" => format!("crate::mutant::look({base}.rule.id, "),
            _ => return,
        };
        self.around(at, before, ")");
    }

    pub(crate) fn literal(&mut self, lit: &syn::Lit, at: Range<usize>) {
        match lit {
            syn::Lit::Bool(it) => {
                let no = self.mutant(if it.value { "true → false" } else { "false → true" }, &at);
                let text = if it.value { format!("(!{})", is(no)) } else { is(no) };
                self.site(at.clone(), vec![replaces(at, text)]);
            }
            syn::Lit::Int(it) => {
                let Ok(value) = it.base10_parse::<u64>() else { return };
                let others = [Some((value + 1, "one more")), value.checked_sub(1).map(|it| (it, "one less"))];
                let others: Vec<(u64, &'static str)> = others.into_iter().flatten().collect();
                let mut text = self.source[at.clone()].to_owned();
                for (other, operator) in others {
                    let no = self.mutant(operator, &at);
                    text = format!("crate::mutant::pick({no}, {text}, {other}{})", it.suffix());
                }
                self.site(at.clone(), vec![replaces(at, text)]);
            }
            _ => {}
        }
    }

    pub(crate) fn binary(&mut self, it: &syn::ExprBinary, at: Range<usize>) {
        let op = range(&it.op);
        match &it.op {
            BinOp::And(_) | BinOp::Or(_) => {
                let is_and = matches!(it.op, BinOp::And(_));
                let no = self.mutant(if is_and { "&& → ||" } else { "|| → &&" }, &at);
                let on = if is_and { is(no) } else { format!("!{}", is(no)) };
                let edits = vec![
                    begins(at.start, "(if (".to_owned()),
                    replaces(op, format!(") == ({on}) {{ {on} }} else {{ ")),
                    ends(at.end, " })"),
                ];
                self.site(at, edits);
                for side in [&it.left, &it.right] {
                    if !is_chain(side, &it.op) {
                        self.always(side, &[is_and]);
                    }
                }
            }
            BinOp::Eq(_) => self.negated_whole("== → !=", at),
            BinOp::Ne(_) => self.negated_whole("!= → ==", at),
            BinOp::Lt(_) => self.compared("< → <=", "lt", at, op),
            BinOp::Le(_) => self.compared("<= → <", "le", at, op),
            BinOp::Gt(_) => self.compared("> → >=", "gt", at, op),
            BinOp::Ge(_) => self.compared(">= → >", "ge", at, op),
            BinOp::Add(_) => self.or_text("+ → -", at, op, "-"),
            BinOp::Sub(_) => self.or_text("- → +", at, op, "+"),
            _ => {}
        }
    }

    fn negated_whole(&mut self, operator: &'static str, at: Range<usize>) {
        let no = self.mutant(operator, &at);
        self.around(at, "((".to_owned(), format!(") ^ {})", is(no)));
    }

    fn compared(&mut self, operator: &'static str, function: &str, at: Range<usize>, op: Range<usize>) {
        self.negated_whole("the other way about", at.clone());
        let no = self.mutant(operator, &at);
        let edits = vec![
            begins(at.start, format!("crate::mutant::{function}({no}, &(")),
            replaces(op, "), &("),
            ends(at.end, "))"),
        ];
        self.site(at, edits);
    }
}
