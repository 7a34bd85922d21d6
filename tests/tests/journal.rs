//! The journal: its chain shows every change, and replay gives the same body.
//!
//! `DAMAGE=all` flips every bit of a year and damages every line, and not some; without optimisation that takes hours.

use conformance::{golden, prefixes, rng::Rng, scenario};
use joint_meeting::{
    Charter, JointMeeting, ReplayError,
    journal::{self, Head, Journal, LineError, digest},
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

/// Every n-th of what could be tried, or everything.
fn one_in(n: usize) -> usize {
    if std::env::var("DAMAGE").is_ok() { 1 } else { n }
}

#[test]
fn a_line_is_followed_only_from_the_one_before() {
    let (body, text, head) = year();
    let lines = lines(&text);
    let mut journal = Journal::begin(&charter()).0;
    for (entry, line) in body.entries().iter().zip(&lines[1..]) {
        // Neither the line before, nor the next but one, nor one of another journal is the next.
        let before = journal.clone();
        let fault = |it: &str| journal.clone().follow(it.as_bytes()).unwrap_err();
        if let Some(early) = lines.get(entry.no as usize + 1) {
            assert_eq!(fault(early).fault, LineError::Missing(entry.no));
        }
        if entry.no > 1 {
            assert_eq!(fault(lines[entry.no as usize - 1]).fault, LineError::Swapped(entry.no));
        }
        let (changed, ix) = (line.replace(&before.head().digest, &digest(b"")), entry.no as usize + 1);
        assert_eq!((fault(&changed).line, fault(&changed).fault), (ix, LineError::Changed));
        assert_eq!(fault("{}").line, ix);
        assert_eq!(journal, before);
        assert_eq!(&journal.follow(line.as_bytes()).unwrap(), entry);
    }
    assert_eq!(*journal.head(), head);
}

#[test]
fn every_prefix_replays_to_what_was_known_then() {
    let (body, ..) = year();
    println!("{} prefixes", prefixes::replay_to_what_was(&body));
}

/// Each flip of one bit in a journal with Chinese text, its head kept: the line is named in which the bit stands. Where the
/// last end of a line is hit, the line is torn.
#[test]
fn every_bit_that_flips_is_named_at_its_line() {
    let (_, text, head) = year();
    let short: usize = lines(&text)[..6].iter().map(|it| it.len()).sum();
    let mut rng = Rng::new(7);
    let mut flips = 0;
    let mut flip = |text: &str, head: &Head, ix: usize, bit: usize| {
        let mut changed = text.as_bytes().to_vec();
        changed[ix] ^= 1 << bit;
        let line = 1 + text.as_bytes()[..ix].iter().filter(|it| **it == b'\n').count();
        let found = journal::verify(&changed, Some(head)).expect_err("a change is seen");
        assert_eq!(found.line, line, "bit {bit} of byte {ix}: {found}");
        let is_torn = ix + 1 == text.len();
        assert_eq!(found.fault == LineError::Torn, is_torn, "bit {bit} of byte {ix}: {found}");
        flips += 1;
    };
    // Of the first lines every bit.
    let beginning = &text[..short];
    let its_head = journal::verify(beginning, None).unwrap();
    (0..short).for_each(|ix| (0..8).for_each(|bit| flip(beginning, &its_head, ix, bit)));
    // Of the year, and of its last line.
    for ix in (short..text.len() - 1).step_by(one_in(397)).chain([text.len() - 1]) {
        match one_in(2) {
            1 => (0..8).for_each(|bit| flip(&text, &head, ix, bit)),
            _ => flip(&text, &head, ix, rng.below(8)),
        }
    }
    println!("{flips} bits flipped");
}

#[test]
fn lines_dropped_doubled_swapped_or_inserted_are_named() {
    let (_, text, head) = year();
    let lines = lines(&text);
    let (count, mut rng, mut damages) = (lines.len(), Rng::new(11), 0);
    let strange = golden::read("v1", "jsonl");
    let strange = self::lines(&strange);
    let mut seen = |damaged: &[&str], at: usize, what: &str| {
        let found = journal::verify(damaged.concat(), Some(&head)).expect_err(what);
        assert_eq!(found.line, at, "{what}: {found}");
        damages += 1;
        found.fault
    };
    for ix in (1..count).step_by(one_in(9)).chain([count - 1]) {
        let number = u32::try_from(ix).unwrap();
        let dropped = [&lines[..ix], &lines[ix + 1..]].concat();
        let is_last = ix + 1 == count;
        let expected = if is_last { LineError::Head(head.count) } else { LineError::Missing(number) };
        let at = if is_last { ix } else { ix + 1 };
        assert_eq!(seen(&dropped, at, "dropped"), expected, "line {}", ix + 1);

        let doubled = [&lines[..=ix], &lines[ix..]].concat();
        assert_eq!(seen(&doubled, ix + 2, "doubled"), LineError::Swapped(number + 1), "line {}", ix + 1);

        let other = ix + 1 + rng.below(count - ix);
        for other in [ix + 1, other].into_iter().filter(|it| *it < count) {
            let mut swapped = lines.clone();
            swapped.swap(ix, other);
            assert_eq!(seen(&swapped, ix + 1, "swapped"), LineError::Swapped(number), "{ix} and {other}");
        }
        for strange in [strange[1 + rng.below(strange.len() - 1)], "\n", "{}\n", "犬\n", lines[0]] {
            let inserted = [&lines[..ix], &[strange], &lines[ix..]].concat();
            seen(&inserted, ix + 1, "inserted");
        }
        let cut = &lines[..ix];
        assert!(journal::verify(cut.concat(), None).is_ok(), "without a head it cannot be seen");
        assert_eq!(seen(cut, ix, "cut off"), LineError::Head(head.count));
    }
    println!("{damages} damages");
    assert_eq!(journal::verify("", None).unwrap_err().fault, LineError::Empty);
    assert_eq!(journal::verify(lines[1], None).unwrap_err().line, 1);
    let crlf = text.replace('\n', "\r\n");
    assert_eq!(journal::verify(&crlf, None).unwrap_err().line, 1);
}

#[test]
fn a_torn_tail_is_named_at_every_byte_and_the_lines_before_it_are_intact() {
    let (_, text, _) = year();
    let bytes = text.as_bytes();
    let short: usize = lines(&text)[..8].iter().map(|it| it.len()).sum();
    let last = text.len() - lines(&text).last().unwrap().len();
    let mut cuts = 0;
    for cut in (1..short).chain((short..last).step_by(one_in(1009))).chain(last..text.len()) {
        let whole = bytes[..cut].iter().rposition(|it| *it == b'\n').map_or(0, |it| it + 1);
        let line = bytes[..whole].iter().filter(|it| **it == b'\n').count();
        let found = journal::verify(&bytes[..cut], None);
        match whole == cut {
            true => assert!(found.is_ok(), "cut at {cut}"),
            false => {
                let found = found.unwrap_err();
                assert_eq!((found.line, found.fault), (line + 1, LineError::Torn), "cut at {cut}");
            }
        }
        let intact = journal::intact(&bytes[..cut]);
        match line {
            0 => assert_eq!(intact.unwrap_err().fault, LineError::Empty, "cut at {cut}"),
            _ => {
                let (lines, head) = intact.unwrap();
                assert_eq!((lines, head.count as usize), (&bytes[..whole], line - 1), "cut at {cut}");
            }
        }
        cuts += 1;
    }
    println!("{cuts} cuts");
    // Damage before the torn line is named, and not mended.
    let damaged = text[..last + 9].replacen("p1", "p9", 1);
    assert_eq!(journal::intact(damaged.as_bytes()).unwrap_err().line, 2);
}

#[test]
fn a_journal_of_another_charter_is_refused() {
    let (_, text, _) = year();
    let charter = conformance::vector::charter(
        "nankai-dog-2022",
        &std::collections::BTreeMap::from([("meeting.quorum".to_owned(), serde_json::json!(3))]),
        &Default::default(),
    );
    let Err(ReplayError::Journal(found)) = JointMeeting::replay([charter], &text) else {
        panic!("it is taken")
    };
    assert_eq!((found.line, found.fault), (1, LineError::Charter));
}

#[test]
fn journals_that_were_kept_are_the_bodies_they_were() {
    let names = golden::names();
    assert!(!names.is_empty());
    for name in names {
        let (trusted, checked) = (golden::body(&name, false), golden::body(&name, true));
        assert!(trusted == checked, "{name}");
        assert_eq!(trusted.journal().0, golden::read(&name, "jsonl"), "{name}");
        let (kept, found) = (golden::read(&name, "state.json"), golden::written(&checked));
        assert!(kept == found, "{name} was {kept}\nand is {found}\nIt knows {}", golden::known(&checked));
        let untold: Vec<_> = checked.breaches().into_iter().filter(|it| it.told_by.is_none()).collect();
        assert_eq!(untold, vec![], "{name}");
    }
}

/// Of a time before the first release, when a charter could claim rules that there are no more: its lines are read, and no body
/// is made of them.
#[test]
fn the_format_of_version_one_keeps_loading() {
    let kept = golden::read("v1", "jsonl");
    assert!(journal::verify(&kept, None).is_ok());
    assert!(journal::read(&kept).is_ok());
}
