//! The heads of a body's journal: how far it reached after each entry.
//!
//! To find one, lines are written out and digested, which takes longer than to decide what they tell. Entries stay as they were
//! recorded, and so do the heads: some that were found are kept, and the next is found from the last of those before it.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use crate::{
    body::JointMeeting,
    journal::{Head, Journal},
};

/// A head is kept of each entry whose number is a multiple of this.
const APART: u32 = 32;

/// Heads by the number of their last entry: each is the head of the journal up to that entry.
#[derive(Debug, Default)]
pub(super) struct Heads(Mutex<BTreeMap<u32, Head>>);

impl Heads {
    /// The last of those up to an entry.
    fn last_up_to(&self, no: u32) -> Option<Head> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.range(..=no).next_back().map(|(_, it)| it.clone())
    }

    fn keep(&self, head: &Head) {
        if head.count.is_multiple_of(APART) {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(head.count, head.clone());
        }
    }
}

/// A copy begins with none.
impl Clone for Heads {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl JointMeeting {
    /// The head of the journal. Where a head of this journal was kept, only the entries after it are written out, which
    /// is quicker; a head that reaches further than the entries is not looked at.
    pub fn head(&self, kept: Option<&Head>) -> Head {
        let last = self.entries.last().map_or(0, |it| it.no);
        match kept.filter(|it| usize::try_from(it.count).is_ok_and(|it| it <= self.entries.len())) {
            // Whether it is one of this journal, whoever kept it has to know.
            Some(kept) => self.head_from(kept.clone(), last, |_| {}),
            None => self.head_up_to(last),
        }
    }

    /// The head of the journal as it was after the entry of that number.
    ///
    /// ```
    /// # use joint_meeting::{JointMeeting, Submission, act::{AdoptCharter, FirstHolder}, id, time};
    /// let mut body = JointMeeting::bundled("nankai-dog-2022")?;
    /// let before = body.head(None);
    /// # let founding = AdoptCharter::new(id!("nankai-dog-2022"), 1, [FirstHolder::new(id!("deputy-head"), id!("p1"))]);
    /// body.perform(Submission::new(founding, id!("p1"), time!("2022-04-21T09:00:00+08:00")))?;
    /// assert_eq!((body.head_up_to(0), body.head_up_to(1)), (before, body.head(None)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn head_up_to(&self, no: u32) -> Head {
        let from = self.heads.last_up_to(no).unwrap_or_else(|| self.begin_journal().0.head().clone());
        self.head_from(from, no, |it| self.heads.keep(it))
    }

    /// The same from a head before it, with those on the way.
    fn head_from(&self, head: Head, no: u32, on_the_way: impl Fn(&Head)) -> Head {
        let place = |after: u32| self.entries.partition_point(|it| it.no <= after);
        let rest = self.entries.get(place(head.count)..place(no)).unwrap_or_default();
        let mut journal = Journal::resume(head);
        for entry in rest {
            journal.write(entry);
            on_the_way(journal.head());
        }
        journal.head().clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{body::format::Format, registry::entry::Submission, terms::json};

    /// A body that puts forward one item after another.
    fn putting_forward(items: u32) -> JointMeeting {
        let mut body = JointMeeting::bundled("nankai-dog-2022").unwrap();
        let mut perform = |act: &str, at: &str| {
            let text = format!(r#"{{"act": {act}, "by": "p1", "at": "2022-04-{at}+08:00"}}"#);
            let submission: Submission = json::from_str(&text).unwrap();
            body.perform(submission).unwrap();
        };
        let founding = r#"{"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1,
            "holders": [{"post": "deputy-head", "person": "p1"}, {"post": "order-head", "person": "p1"}]}"#;
        perform(founding, "21T09:00:00");
        for no in 0..items {
            let item = format!(
                r#"{{"type": "add_agenda_item", "item": "i{no}", "title": "略", "kind": "discussion"}}"#
            );
            perform(&item, "22T09:00:00");
        }
        body
    }

    #[test]
    fn a_head_is_what_the_journal_had_after_the_entry_whatever_was_asked_before() {
        let body = putting_forward(3 * APART);
        let mut journal = body.begin_journal().0;
        let mut all = vec![journal.head().clone()];
        for entry in body.entries() {
            journal.write(entry);
            all.push(journal.head().clone());
        }
        let last = all.len() as u32 - 1;
        for first in [0, 1, APART, 2 * APART + 1, last] {
            let copy = body.clone();
            for no in [first, last, 0, APART - 1, APART, APART + 1, first] {
                assert_eq!(copy.head_up_to(no), all[no as usize], "{no} after {first}");
            }
            assert_eq!(copy.head_up_to(u32::MAX), copy.head(None));
        }
        assert_eq!(body.head(Some(&all[5])), all[last as usize]);
    }

    #[test]
    fn a_head_that_somebody_else_kept_is_not_kept() {
        let body = putting_forward(2 * APART);
        let strange = Head { count: 1, digest: "0".repeat(64) };
        assert_ne!(body.head(Some(&strange)), body.head(None));
        assert_eq!(body.head(None), body.journal().1);
    }

    #[test]
    fn the_heads_of_an_older_format_are_not_those_of_the_newest() {
        let old = JointMeeting { format: Format { version: 1, before: None }, ..putting_forward(2 * APART) };
        let before = old.head(None);
        let upgraded = old.upgrade();
        assert_ne!(upgraded.head(None), before);
        assert_eq!(upgraded.head(None), upgraded.journal().1);
    }
}
