//! The names of dates, by which a calendar program knows them again.

use std::fmt::Write;

use joint_meeting::{answer::Bearer, id::MeetingId, journal::Journal};

use super::owed::OwedKey;
use crate::{sources::Sources, words::spelling};

/// How things are named in the calendars of a body.
pub(super) struct Uids {
    body: String,
    /// What stands between the parts of a name. A slash did, where calendars were already out, and some programs make a
    /// file of the name.
    between: char,
}

/// The number of digits of the digest that name a body.
const DIGITS: usize = 16;

/// The name of a body, which no other body under the same charter has: it is made of the charter it began under and of
/// its first entry, and stays whatever is added to its journal.
fn name(sources: &Sources<'_>, charter_of: impl Fn(&str) -> String) -> String {
    let first = sources.body.entries().first();
    let charter = first
        .map_or_else(|| sources.body.charters().first(), |it| Some(sources.body.charter_on(it.at.date())));
    let Some(charter) = charter else { return String::new() };
    let (mut journal, _) = Journal::begin(charter);
    first.map(|it| journal.write(it));
    let digest: String = journal.head().digest.chars().take(DIGITS).collect();
    format!("{digest}.{}", charter_of(charter.id().as_str()))
}

/// A part of a name, in which what is neither a letter nor a digit is written otherwise.
fn plain(part: &str) -> String {
    let mut written = String::with_capacity(part.len());
    for it in part.chars() {
        if it.is_alphanumeric() || "-._".contains(it) {
            written.push(it);
        } else {
            // Writing to a string does not fail.
            let _ = write!(written, "={:X}=", u32::from(it));
        }
    }
    written
}

/// The same in calendars that were already out.
fn slashed(part: &str) -> String {
    part.replace('%', "%25").replace('/', "%2F").replace('@', "%40")
}

impl Uids {
    pub(super) fn new(sources: &Sources<'_>) -> Self {
        if sources.body.began_in_first_format() {
            Self { body: name(sources, str::to_owned), between: '/' }
        } else {
            Self { body: name(sources, plain), between: '~' }
        }
    }

    fn part(&self, it: &str) -> String {
        if self.between == '/' { slashed(it) } else { plain(it) }
    }

    fn whole(&self, parts: &[String]) -> String {
        format!("{}@{}.joint-meeting", parts.join(&self.between.to_string()), self.body)
    }

    pub(super) fn meeting(&self, id: &MeetingId) -> String {
        let id = if self.between == '/' { id.to_string() } else { plain(id.as_str()) };
        self.whole(&["meeting".to_owned(), id])
    }

    pub(super) fn owed(&self, it: &OwedKey) -> String {
        let mut parts = vec![self.part(it.clause.as_str()), it.rule.to_owned()];
        match &it.bearer {
            Bearer::Body => parts.push("body".to_owned()),
            Bearer::Role { role } => parts.push(spelling(role)),
            Bearer::Unit { unit } => parts.extend(["unit".to_owned(), self.part(unit.as_str())]),
        }
        parts.extend(it.subject.iter().map(|it| self.part(it)));
        parts.extend((it.nth > 0).then(|| it.nth.to_string()));
        self.whole(&parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use joint_meeting::sorted::Set;

    #[test]
    fn names_do_not_run_together() {
        let key = |unit: &str, subject: &str| OwedKey {
            clause: "R-3".parse().unwrap(),
            rule: "report.yearly",
            bearer: Bearer::Unit { unit: unit.parse().unwrap() },
            subject: Some(subject.to_owned()),
            nth: 0,
        };
        for between in ['/', '~'] {
            let uids = Uids { body: "b".to_owned(), between };
            let all =
                [("a", "b/c"), ("a/b", "c"), ("a%2Fb", "c"), ("a", "b%2Fc"), ("a~b", "c"), ("a=7E=b", "c")];
            let all = all.map(|(a, b)| uids.owed(&key(a, b)));
            let different: Set<&String> = all.iter().collect();
            assert_eq!(different.len(), all.len(), "{all:?}");
            assert!(between == '/' || !all.iter().any(|it| it.contains(['/', '%', ' '])), "{all:?}");
        }
        let uids = |between| Uids { body: "b".to_owned(), between };
        assert_eq!(uids('/').owed(&key("u", "x y")), "R-3/report.yearly/unit/u/x y@b.joint-meeting");
        assert_eq!(uids('~').owed(&key("u", "x y")), "R-3~report.yearly~unit~u~x=20=y@b.joint-meeting");
    }
}
