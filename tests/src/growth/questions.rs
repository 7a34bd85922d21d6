//! What a grown body is asked: everything that its size could make slow.
//!
//! No question and no paper can be left out: `forgotten` compares with the lists of the library.

use std::{collections::BTreeSet, hint::black_box, rc::Rc};

use joint_meeting::{
    Act, Charter, JointMeeting, Language,
    id::PersonId,
    time::{Date, Period, Time},
    wire::{self, Question},
};
use joint_meeting_documents::{Desk, PaperFormat, PaperWords, Wanted};
use serde_json::{Value, json};

use crate::papers;

/// A question: its name, and what answers it. The answer is thrown away; its size comes back, so that nothing is left out.
pub type Asked<'b> = (String, Box<dyn Fn() -> usize + 'b>);

/// What is asked of a body under a charter. The journal is written once for all, and the head of it told to every paper; how long
/// that takes is a question of its own.
pub fn all<'b>(body: &'b JointMeeting, charter: &'b Charter) -> Vec<Asked<'b>> {
    let facts = Facts::of(body);
    let (journal, head) = body.journal();
    let mut all = engine(body, charter, &facts, journal);
    let desk = Rc::new(Desk::at(body, PaperWords::built_in(Language::Zh), papers::given(), head));
    for (name, question) in questions(&facts) {
        let question: Question =
            wire::from_str(&question.to_string()).unwrap_or_else(|why| panic!("{name}: {why}"));
        all.push((
            name,
            Box::new(move || {
                let answer = question.answer(body, &[Language::Zh, Language::En]);
                answer
                    .map_or(0, |it| it.json.len() + it.words.iter().flatten().map(String::len).sum::<usize>())
            }),
        ));
    }
    for (name, wanted) in wanted(&facts) {
        let desk = desk.clone();
        all.push((
            format!("paper: {name}"),
            Box::new(move || {
                desk.paper(&wanted).map_or(0, |it| PaperFormat::Docx.write(&it).map_or(0, |it| it.len()))
            }),
        ));
    }
    let (on, year, of_evidence) = (facts.on, facts.year, desk.clone());
    all.push((
        "evidence".to_owned(),
        Box::new(move || {
            of_evidence
                .evidence(year.from.to_string()[..4].parse().expect("a year"), on)
                .map_or(0, |it| it.len())
        }),
    ));
    all.push((
        "calendar as .ics".to_owned(),
        Box::new(move || desk.calendar(year, on).map_or(0, |it| it.to_ics().len())),
    ));
    all
}

/// The questions and the papers of the library that are not asked here.
pub fn forgotten(body: &JointMeeting) -> Vec<String> {
    let facts = Facts::of(body);
    let asked: BTreeSet<String> = questions(&facts).into_iter().map(|(it, _)| it).collect();
    let made: BTreeSet<&str> = PAPERS.iter().copied().collect();
    let variants = |schema: Value| -> Vec<String> {
        let all = schema["oneOf"].as_array().cloned().unwrap_or_default();
        all.iter().filter_map(|it| Some(it["properties"].as_object()?.keys().next()?.clone())).collect()
    };
    let questions = variants(schemars::schema_for!(Question).to_value());
    let papers = variants(schemars::schema_for!(Wanted).to_value());
    assert!(!questions.is_empty() && !papers.is_empty(), "the schemas list what can be asked");
    let questions = questions.into_iter().filter(|it| !asked.contains(it));
    questions.chain(papers.into_iter().filter(|it| !made.contains(it.as_str()))).collect()
}

/// The papers that are asked for, where there is such a thing.
const PAPERS: &[&str] = &[
    "notice",
    "supplementary_notice",
    "agenda",
    "attendance",
    "minutes_skeleton",
    "minutes",
    "countersign_sheet",
    "document",
    "document_notice",
    "issue",
    "bulletin",
    "reminder",
    "summary",
    "register",
    "assignments",
    "incoming",
    "corrections",
    "proofs",
    "authorization",
    "action_plan",
    "action_result",
    "calendar",
    "audit",
];

/// What questions are about.
struct Facts<'b> {
    body: &'b JointMeeting,
    on: Date,
    at: Time,
    by: PersonId,
    year: Period,
}

impl<'b> Facts<'b> {
    fn of(body: &'b JointMeeting) -> Self {
        let last = body.entries().last().expect("something has happened");
        let on = last.at.date();
        let year = Period::year(on.to_string()[..4].parse().expect("a year")).expect("a year");
        Self { body, on, at: last.recorded_at, by: last.by.clone(), year }
    }
}

/// What Rust hosts call.
fn engine<'b>(
    body: &'b JointMeeting,
    charter: &'b Charter,
    facts: &Facts<'b>,
    journal: String,
) -> Vec<Asked<'b>> {
    let (on, at, year, by) = (facts.on, facts.at, facts.year, facts.by.clone());
    let journal = Rc::new(journal);
    let checked = journal.clone();
    let early: Date = "2022-05-03".parse().expect("a date");
    let middle = body.entries()[body.entries().len() / 2].recorded_at;
    let submit = |act: Value, by: &str| -> joint_meeting::Submission {
        wire::from_str(&json!({"act": act, "by": by, "at": at}).to_string()).expect("a submission")
    };
    let unknown = submit(json!({"type": "cancel_meeting", "meeting": "m-unknown", "reason": "略"}), "p2");
    let stranger =
        submit(json!({"type": "issue_briefing", "bulletin": "new", "title": "略", "text": "略"}), "p24");
    let last = body.entries().last().expect("it has one");
    let again = submit(json!(last.act), last.by.as_str());
    let refused = |it: joint_meeting::Submission| {
        move || {
            let refusal = body.check(&it).err();
            refusal.map_or(0, |it| it.render(body, Language::Zh).len() + it.render(body, Language::En).len())
        }
    };
    let newer = {
        let mut file = json!(charter.file());
        file["version"] = json!(2);
        for clause in file["clauses"].as_array_mut().into_iter().flatten() {
            clause["rules"] = json!([]);
        }
        Charter::from_json(&file.to_string()).expect("a charter without rules")
    };
    let diff = charter.diff(&newer);
    vec![
        ("journal".to_owned(), Box::new(move || body.journal().0.len())),
        (
            "replay".to_owned(),
            Box::new(move || {
                black_box(JointMeeting::replay([charter.clone()], &journal).expect("it is whole"))
                    .entries()
                    .len()
            }),
        ),
        (
            "replay, checked".to_owned(),
            Box::new(move || {
                let body = JointMeeting::replay_checked([charter.clone()], checked.as_bytes(), None)
                    .expect("it is whole");
                body.entries().len()
            }),
        ),
        ("as of the middle".to_owned(), Box::new(move || body.as_of(middle).entries().len())),
        ("audit from a past day".to_owned(), Box::new(move || body.audit(year, early).clauses.len())),
        ("obligations on a past day".to_owned(), Box::new(move || body.obligations(early, 366).len())),
        ("an unknown name".to_owned(), Box::new(refused(unknown))),
        ("a refused act".to_owned(), Box::new(refused(stranger))),
        ("the last act again".to_owned(), Box::new(refused(again))),
        ("register on a day".to_owned(), Box::new(move || body.register_on(on).len())),
        ("touched by a change".to_owned(), Box::new(move || body.touched_by(&diff, on).matters.len())),
        (
            "audit of the family".to_owned(),
            Box::new(move || body.audit_family(&[], year, on).map_or(0, |it| it.not_given.len())),
        ),
        (
            "options of the convener".to_owned(),
            Box::new(move || body.options(&"p1".parse().expect("a name"), at).len()),
        ),
        ("done in a year".to_owned(), Box::new(move || body.done_in(year).len() + by.as_str().len())),
    ]
}

/// The questions as JSON, each with its name.
fn questions(facts: &Facts<'_>) -> Vec<(String, Value)> {
    let Facts { body, on, at, by, year } = facts;
    let no = body.entries().len();
    let fields = [
        ("audit", json!({"period": year, "on": on})),
        ("obligations", json!({"on": on, "horizon_days": 366})),
        ("options", json!({"by": by, "at": at})),
        ("options_page", json!({"by": by, "at": at})),
        ("roster", json!({"on": on})),
        ("register", json!({"on": on})),
        ("trail", json!({"subject": by})),
        ("explain_rule", json!({"rule": "actor.is_office"})),
        ("explain_entry", json!({"no": no})),
        ("breaches", json!({})),
        ("charter_on", json!({"on": on})),
        ("entry", json!({"no": no})),
        ("entry_as_read", json!({"no": no})),
        ("entries", json!({})),
        (
            "what_if",
            json!({"submissions": [{"act": {"type": "dissolve", "basis": "略", "completed": true}, "by": by, "at": at}]}),
        ),
    ];
    fields.into_iter().map(|(name, fields)| (name.to_owned(), json!({name: fields}))).collect()
}

/// The papers about what there is in the body, each kind once, about the last thing that was named.
fn wanted(facts: &Facts<'_>) -> Vec<(&'static str, Wanted)> {
    let Facts { body, on, at, year, .. } = facts;
    let number: i32 = year.from.to_string()[..4].parse().expect("a year");
    let last = |name: &str| {
        let named = |it: &joint_meeting::Entry| match &it.act {
            Act::Convene(it) if name == "meeting" => Some(it.meeting.to_string()),
            Act::DraftMinutes(it) if name == "minutes" => Some(it.minutes.to_string()),
            Act::IssueDocument(it) if name == "document" => Some(it.document.to_string()),
            Act::SupplementNotice(it) if name == "supplemented" => Some(it.meeting.to_string()),
            Act::WithdrawDocument(it) if name == "ended" => Some(it.document.to_string()),
            Act::Authorize(it) if name == "entrusting" => Some(it.unit.to_string()),
            Act::Authorize(it) if name == "entrusted" => Some(it.person.to_string()),
            Act::IssueBriefing(it) if name == "bulletin" => Some(it.bulletin.to_string()),
            Act::IssueCircular(it) if name == "bulletin" => Some(it.bulletin.to_string()),
            Act::PlanJointAction(it) if name == "action" => Some(it.action.to_string()),
            _ => None,
        };
        body.entries().iter().rev().find_map(named)
    };
    let fields = |paper: &str| -> Option<Value> {
        Some(match paper {
            "notice" | "agenda" | "attendance" | "minutes_skeleton" => json!({"meeting": last("meeting")?}),
            "minutes" | "countersign_sheet" => json!({"minutes": last("minutes")?}),
            "document" => json!({"document": last("document")?}),
            "supplementary_notice" => json!({"meeting": last("supplemented")?}),
            "document_notice" => json!({"document": last("ended")?}),
            "issue" => json!({"act": {
                "type": "issue_document", "document": "new", "minutes": last("minutes")?, "kind": "minutes",
                "title": "略", "recipients": ["health"], "publicness": "open",
            }, "by": "p3", "at": at}),
            "bulletin" => json!({"bulletin": last("bulletin")?}),
            "reminder" => json!({"unit": "market", "year": number, "on": on}),
            "summary" | "incoming" | "corrections" | "proofs" | "audit" => json!({"year": number, "on": on}),
            "authorization" => json!({"unit": last("entrusting")?, "person": last("entrusted")?}),
            "register" | "assignments" => json!({"on": on}),
            "action_plan" | "action_result" => json!({"action": last("action")?}),
            "calendar" => json!({"from": year.from, "to": year.to, "on": on}),
            other => panic!("nothing is known of the paper `{other}`"),
        })
    };
    let wanted = |paper: &&'static str| {
        let json = json!({*paper: fields(paper)?}).to_string();
        Some((*paper, wire::from_str(&json).unwrap_or_else(|why| panic!("{json}: {why}"))))
    };
    PAPERS.iter().filter_map(wanted).collect()
}
