//! The journal: its chain shows every change, and replay gives the same body.

use conformance::scenario;
use joint_meeting::{
    Charter, JointMeeting,
    journal::{self, Head, LineError},
};

fn charter() -> Charter {
    conformance::coverage::charters().remove(0)
}

fn year() -> (JointMeeting, String, Head) {
    let charter = charter();
    let (body, _) = scenario::play(charter, &scenario::read("nankai-2022.jsonl"));
    let (text, head) = body.journal();
    (body, text, head)
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

#[test]
fn replay_gives_the_same_body() {
    let (body, text, head) = year();
    let charters = || vec![charter()];
    let trusted = JointMeeting::replay(charters(), &text).unwrap();
    assert_eq!(trusted, body);
    let checked = JointMeeting::replay_checked(charters(), &text, Some(&head)).unwrap();
    assert_eq!(checked, body);
    assert_eq!(checked.breaches(), vec![]);
    assert_eq!(checked.journal(), (text, head));
}

#[test]
fn every_prefix_replays_to_what_was_known_then() {
    let (body, text, head) = year();
    let lines = lines(&text);
    for count in (0..lines.len() - 1).step_by(37) {
        let prefix: String = lines[..=count].concat();
        let then = JointMeeting::replay(vec![charter()], &prefix).unwrap();
        assert_eq!(then.entries(), &body.entries()[..count]);
        let kept = then.head(None);
        assert_eq!(kept, then.journal().1);
        assert_eq!(body.head(Some(&kept)), head);
        assert_eq!(then.head(Some(&head)), kept, "a head of what came later is not looked at");
        if let Some(last) = then.entries().last() {
            let later = body.entries().get(count).is_none_or(|next| next.recorded_at > last.recorded_at);
            assert!(!later || body.as_of(last.recorded_at) == then);
        }
    }
}

#[test]
fn a_changed_line_is_named() {
    let (_, text, head) = year();
    let lines = lines(&text);
    for ix in (0..lines.len()).step_by(7) {
        let line = lines[ix];
        for at in (0..line.len() - 1).step_by(11).filter(|at| line.is_char_boundary(*at)) {
            let mut bytes = line.as_bytes().to_vec();
            if !bytes[at].is_ascii_alphanumeric() {
                continue;
            }
            bytes[at] = if bytes[at] == b'7' { b'8' } else { b'7' };
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            let text: String = [&lines[..ix], &[changed.as_str()], &lines[ix + 1..]].concat().concat();
            let found = journal::verify(&text, Some(&head)).expect_err("a change is seen");
            // A changed number looks like a line out of place; either way it is this line.
            assert_eq!(found.line, ix + 1, "byte {at} of line {}: {found}", ix + 1);
        }
    }
}

#[test]
fn lines_missing_swapped_repeated_or_cut_off_are_named() {
    let (_, text, head) = year();
    let lines = lines(&text);
    let verify = |lines: &[&str], kept: Option<&Head>| journal::verify(lines.concat(), kept);

    let missing = [&lines[..9], &lines[10..]].concat();
    let found = verify(&missing, Some(&head)).unwrap_err();
    assert_eq!((found.line, found.fault), (10, LineError::Missing(9)));

    let mut swapped = lines.clone();
    swapped.swap(20, 21);
    let found = verify(&swapped, Some(&head)).unwrap_err();
    assert_eq!((found.line, found.fault), (21, LineError::Swapped(20)));

    let repeated = [&lines[..=5], &lines[5..]].concat();
    assert_eq!(verify(&repeated, None).unwrap_err().line, 7);

    let cut = &lines[..lines.len() - 3];
    assert!(verify(cut, None).is_ok(), "without a head it cannot be seen");
    let found = verify(cut, Some(&head)).unwrap_err();
    assert_eq!((found.line, found.fault), (cut.len(), LineError::Head(head.count)));

    assert_eq!(journal::verify("", None).unwrap_err().fault, LineError::Empty);
    assert_eq!(journal::verify(lines[1], None).unwrap_err().line, 1);
    let crlf = text.replace('\n', "\r\n");
    assert_eq!(journal::verify(&crlf, None).unwrap_err().line, 1);
}

#[test]
fn a_torn_tail_is_named_at_every_byte() {
    let (_, text, _) = year();
    let lines = lines(&text);
    let whole: usize = lines[..4].iter().map(|it| it.len()).sum();
    for cut in (1..lines[4].len()).filter(|cut| text.is_char_boundary(whole + cut)) {
        let found = journal::verify(&text[..whole + cut], None).unwrap_err();
        assert_eq!((found.line, found.fault), (5, LineError::Torn));
    }
}

#[test]
fn a_journal_of_another_charter_is_refused() {
    let (_, text, _) = year();
    let charter = conformance::vector::charter(
        "nankai-dog-2022",
        &std::collections::BTreeMap::from([("meeting.quorum".to_owned(), serde_json::json!(3))]),
        &Default::default(),
    );
    assert!(JointMeeting::replay([charter], &text).is_err());
}

#[test]
fn the_format_of_version_one_keeps_loading() {
    let kept = std::fs::read_to_string(conformance::folder("journals/v1.jsonl")).unwrap();
    assert!(journal::verify(&kept, None).is_ok());
    assert!(journal::read(&kept).is_ok());
}
