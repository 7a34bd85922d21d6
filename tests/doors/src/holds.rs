//! What must hold of whatever comes through a door: no panic, an error that names a place, nothing changed by what was
//! refused, and nothing accepted that cannot be written down and read again.

use joint_meeting::{
    Charter, Entry, JointMeeting, Language, Submission,
    charter::outline,
    journal::{self, Head},
    time::{Date, Period},
    wire::{self, MalformedError, Question},
};
use joint_meeting_documents::{
    Desk, Given, Paper, PaperFormat, PaperWords,
    wire::{self as papers, PaperOffice, PaperQuestion},
};

use crate::{
    Door, PAPER, as_words,
    ground::{bodies, charter},
};

/// The languages in which everything is said.
const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// Puts bytes in at a door, on each body, and asks what must hold.
///
/// # Panics
/// If it does not hold.
pub fn holds(door: Door, bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return no_text(door, bytes) };
    match door {
        Door::Submission => submission(text),
        Door::Submissions => submissions(text),
        Door::Entry => entry(text),
        Door::Question => question(text),
        Door::Head => head(text),
        Door::Journal => journal(text),
        Door::Calendar => calendar(text),
        Door::Charter => a_charter(text),
        Door::OfficialText => official_text(text),
        Door::Papers => about_papers(text),
        Door::Office => office(text),
        Door::Words => office(&as_words(text)),
        Door::Paper => paper(text),
        Door::Known => known(text),
    }
}

/// Bytes that are no text.
fn no_text(door: Door, bytes: &[u8]) {
    match door {
        Door::Submission => is_named(&wire::from_slice::<Submission>(bytes).expect_err("it is no text")),
        Door::Entry => is_named(&wire::from_slice::<Entry>(bytes).expect_err("it is no text")),
        Door::Question => is_named(&wire::from_slice::<Question>(bytes).expect_err("it is no text")),
        Door::Head => is_named(&wire::from_slice::<Head>(bytes).expect_err("it is no text")),
        Door::Submissions => is_named(&wire::submissions_each(&[bytes]).expect_err("it is no text")),
        Door::Journal => {
            let why = journal::verify(bytes, None).expect_err("it is no text");
            assert!(why.line > 0);
            said(&why, |language| why.text(language));
        }
        // These take text alone.
        Door::Calendar
        | Door::Charter
        | Door::OfficialText
        | Door::Papers
        | Door::Office
        | Door::Words
        | Door::Paper
        | Door::Known => {}
    }
}

/// What is malformed is said with a place, in both languages.
fn is_named(why: &MalformedError) {
    assert!(!why.path.is_empty() && !why.problem.is_empty());
    said(why, |language| why.text(language));
}

/// An error is said in both languages, and not at the length of what was put in.
fn said(why: &dyn std::fmt::Display, text: impl Fn(Language) -> String) {
    assert!(!why.to_string().is_empty());
    for language in LANGUAGES {
        assert!(!text(language).is_empty());
    }
}

fn submission(text: &str) {
    let it = match wire::from_str::<Submission>(text) {
        Ok(it) => it,
        Err(why) => return is_named(&why),
    };
    let again = wire::from_str::<Submission>(&wire::to_string(&it));
    assert_eq!(again.as_ref(), Ok(&it), "it is read as it is written");
    for body in bodies() {
        let decided = body.decide(&it);
        assert_eq!(body.check(&it).err().as_ref(), decided.as_ref().err());
        match decided {
            Ok(entry) => {
                let mut after = body.clone();
                after.apply(entry).expect("nothing came between");
                is_kept(&after);
            }
            Err(refusal) => {
                said(&refusal, |language| refusal.render(body, language));
                let mut same = body.clone();
                same.perform(it.clone()).expect_err("it was refused");
                assert_eq!(&same, body, "a refusal changes nothing");
            }
        }
    }
}

/// What was accepted can be written, and is read as it was.
fn is_kept(body: &JointMeeting) {
    let (text, head) = body.journal();
    let replayed = JointMeeting::replay_checked([charter()], &text, Some(&head)).expect("it can be read");
    assert_eq!(&replayed, body);
    let untold: Vec<_> = replayed.breaches().into_iter().filter(|it| it.told_by.is_none()).collect();
    assert_eq!(untold, [], "nothing is found that nobody told");
}

fn submissions(text: &str) {
    match wire::submissions(text) {
        Err(why) => is_named(&why),
        Ok(all) => {
            let mut body = bodies()[0].clone();
            let before = body.entries().len();
            let accepted = all.into_iter().filter(|it| body.perform(it.clone()).is_ok()).count();
            assert_eq!(body.entries().len(), before + accepted);
            is_kept(&body);
        }
    }
}

fn entry(text: &str) {
    let it = match wire::from_str::<Entry>(text) {
        Ok(it) => it,
        Err(why) => return is_named(&why),
    };
    for body in bodies() {
        // As if it were the next: what is stored is remembered, whatever the rules would have said.
        let mut next = it.clone();
        next.no = body.entries().len() as u32 + 1;
        let mut after = body.clone();
        after.apply(next).expect("it is the next");
        everything(&after);
        let mut same = body.clone();
        if same.apply(it.clone()).is_err() {
            assert_eq!(&same, body, "a conflict changes nothing");
        }
    }
}

/// Asks a body everything about its last year, and writes its journal.
fn everything(body: &JointMeeting) {
    let day = body.entries().last().map(|it| it.at.date()).unwrap_or_default();
    let period = Period::new(day, day).expect("a day is a period");
    for clause in body.audit(period, day).clauses {
        LANGUAGES.iter().for_each(|it| drop(clause.render(body, *it)));
    }
    for owed in body.obligations(day, 366) {
        LANGUAGES.iter().for_each(|it| drop(owed.render(body, *it)));
    }
    if let Some(last) = body.entries().last() {
        drop(body.options(&last.by, last.at));
        drop(body.explain_entry(last.no));
    }
    drop(body.roster(day));
    drop(body.breaches());
    let (text, _) = body.journal();
    let replayed = JointMeeting::replay([charter()], &text).expect("what is remembered is written and read");
    assert_eq!(&replayed, body);
}

fn question(text: &str) {
    let it = match wire::from_str::<Question>(text) {
        Ok(it) => it,
        Err(why) => return is_named(&why),
    };
    for body in bodies() {
        match it.answer(body, &LANGUAGES) {
            Ok(answer) => is_json(&answer.json),
            Err(why) => said(&why, |language| why.text(language)),
        }
    }
}

fn is_json(text: &str) {
    serde_json::from_str::<serde::de::IgnoredAny>(text).expect("an answer is JSON");
}

fn head(text: &str) {
    let it = match wire::from_str::<Head>(text) {
        Ok(it) => it,
        Err(why) => return is_named(&why),
    };
    let (journal, own) = bodies()[0].journal();
    match journal::verify(&journal, Some(&it)) {
        Ok(found) => assert_eq!(found, own),
        Err(why) => said(&why, |language| why.text(language)),
    }
    drop(bodies()[0].head(Some(&it)));
}

fn journal(text: &str) {
    let replayed = JointMeeting::replay([charter()], text);
    match journal::verify(text, None) {
        Ok(head) => {
            // Another charter's journal is not replayed under this one.
            let Ok(body) = JointMeeting::replay_checked([charter()], text, Some(&head)) else { return };
            assert_eq!(body.journal(), (text.to_owned(), head), "it is written as it was");
            assert_eq!(replayed.as_ref(), Ok(&body));
            assert_eq!(
                replayed.map(|it| it.breaches()),
                Ok(body.breaches()),
                "decided at once or when asked"
            );
            everything(&body);
        }
        Err(why) => {
            assert!(why.line > 0);
            said(&why, |language| why.text(language));
            assert!(JointMeeting::replay_checked([charter()], text, None).is_err());
            if let Ok(body) = replayed {
                everything(&body);
            }
        }
    }
}

fn calendar(text: &str) {
    let calendar = match wire::calendar(text) {
        Ok(it) => it,
        Err(why) => {
            assert!(why.to_string().len() < 1_000, "a message is short");
            return is_named(&why);
        }
    };
    for day in ["1949-01-01", "2022-12-24", "2028-02-29", "2199-12-31"] {
        let day: Date = day.parse().expect("a day");
        let (before, after) =
            (calendar.working_day_on_or_before(day).date, calendar.working_day_on_or_after(day).date);
        assert!(before <= day && day <= after);
        assert!(day <= calendar.working_days_after(day, u16::MAX).date);
    }
    let body = bodies()[1].clone().with_calendar(calendar);
    drop(body.obligations("2022-06-01".parse().expect("a day"), 400));
}

fn a_charter(text: &str) {
    let charter = match Charter::from_json(text) {
        Ok(it) => it,
        Err(all) => {
            assert!(all.0.iter().all(|it| !it.place.is_empty()));
            return said(&all, |language| all.text(language));
        }
    };
    for found in charter.lint() {
        LANGUAGES.iter().for_each(|it| drop(found.render(*it)));
    }
    assert!(charter.diff(&charter).is_empty(), "a charter does not differ from itself");
    let Ok(body) = JointMeeting::new([charter]) else { return };
    let day: Date = "2023-01-15".parse().expect("a day");
    let year = Period::new("2022-01-01".parse().expect("a day"), day).expect("in order");
    for clause in body.audit(year, day).clauses {
        LANGUAGES.iter().for_each(|it| drop(clause.render(&body, *it)));
    }
    drop(body.obligations(day, 400));
    drop(body.roster(day));
}

fn official_text(text: &str) {
    let outline = outline(text);
    let without_blanks = |it: &str| it.split_whitespace().collect::<String>();
    let pieces: String = outline.pieces().map(without_blanks).collect();
    assert_eq!(pieces, without_blanks(text), "nothing but white space is missing");
    drop(charter().check_text(text));
    drop(charter().lint_text(text));
}

fn about_papers(text: &str) {
    let it = match wire::from_str::<PaperQuestion>(text) {
        Ok(it) => it,
        Err(why) => return is_named(&why),
    };
    for body in bodies() {
        let office = PaperOffice::default();
        match it.answer(&office.desk(body, body.head(None)), &LANGUAGES) {
            Ok(answer) => is_json(&answer.json),
            Err(why) => said(&why, |language| why.text(language)),
        }
        if let PaperQuestion::Paper { wanted } = &it {
            for language in LANGUAGES {
                let given = Given::default();
                if let Ok(paper) = Desk::new(body, PaperWords::built_in(language), &given).paper(wanted) {
                    in_every_format(&paper);
                }
            }
        }
    }
}

fn in_every_format(paper: &Paper) {
    for format in PaperFormat::ALL {
        if let Err(why) = format.write(paper) {
            said(&why, |language| why.text(language));
        }
    }
}

fn office(text: &str) {
    let office = match wire::from_str::<PaperOffice>(text) {
        Ok(it) => it,
        Err(why) => return is_named(&why),
    };
    let body = &bodies()[2];
    let day: Date = "2023-01-15".parse().expect("a day");
    match office.desk(body, body.head(None)).evidence(2022, day) {
        Ok(all) => all.iter().for_each(|it| in_every_format(&it.paper)),
        Err(why) => said(&why, |language| why.text(language)),
    }
}

fn paper(text: &str) {
    match papers::paper(text) {
        Ok(paper) => {
            assert_eq!(papers::paper(&wire::to_string(&paper)).as_ref(), Ok(&paper));
            in_every_format(&paper);
            drop(papers::check(text, "{}", &LANGUAGES).expect("both are well formed"));
        }
        Err(why) => is_named(&why),
    }
}

fn known(text: &str) {
    match papers::check(PAPER, text, &LANGUAGES) {
        Ok(answer) => is_json(&answer.json),
        Err(why) => is_named(&why),
    }
}
