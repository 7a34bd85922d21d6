//! The beginnings of a journal: each, replayed, is the body as it was then.

use joint_meeting::{Charter, JointMeeting, journal};

/// Replays every beginning of a body's journal, trusted and checked, and holds it against the body as it was then, against what
/// is known of then now, and now and then against the body now, with the rest applied to it. Gives how many beginnings there are.
pub fn replay_to_what_was(body: &JointMeeting) -> usize {
    let charters: Vec<Charter> = body.charters().to_vec();
    let (text, head) = body.journal();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut then = JointMeeting::new(charters.clone()).expect("the charters are of one body");
    let (mut prefix, mut kept) = (lines[0].to_owned(), journal::verify(lines[0], None).expect("it is whole"));
    for (count, line) in lines.iter().enumerate() {
        if count > 0 {
            prefix += line;
            let entry = body.entries()[count - 1].clone();
            then.apply(entry).expect("the next entry follows");
            kept = then.head(Some(&kept));
        }
        let trusted = JointMeeting::replay(charters.clone(), &prefix).expect("a beginning is a journal");
        assert!(trusted == then, "trusted, the first {count} entries are another body");
        let checked = JointMeeting::replay_checked(charters.clone(), &prefix, Some(&kept));
        let checked = checked.unwrap_or_else(|why| panic!("the first {count} entries: {why}"));
        assert!(checked == then, "decided again, the first {count} entries are another body");
        assert_eq!(checked.breaches(), vec![], "the first {count} entries");
        if let Some(last) = then.entries().last() {
            let next = body.entries().get(count);
            let is_told_later = next.is_none_or(|next| next.recorded_at > last.recorded_at);
            assert!(!is_told_later || body.as_of(last.recorded_at) == then, "as of entry {count}");
            assert!(then.journal() == (prefix.clone(), kept.clone()), "the first {count} lines");
        }
        assert_eq!(body.head(Some(&kept)), head, "from the head after {count} entries");
        assert!(count == 0 || then.head(Some(&head)) == kept, "a head of what came later is not looked at");
        if count % 16 == 0 {
            let mut whole = checked;
            for entry in &body.entries()[count..] {
                whole.apply(entry.clone()).expect("the next entry follows");
            }
            assert!(whole == *body, "the first {count} entries with the rest are another body");
        }
    }
    assert!(then == *body, "all entries are another body");
    lines.len()
}
