//! The charters that are walked: the seed, the seed with other settings, so that every guard can speak, and all others.

use std::collections::BTreeMap;

use conformance::{founding, vector};
use joint_meeting::{Act, Charter, JointMeeting, Submission, charter::ReadingTerm, charters, wire};
use serde_json::{Value, json};

const SEED: &str = "nankai-dog-2022";

/// How many variants of the seed there are.
const COUNT: usize = 3;

/// A charter to be walked, in all its versions, and from where.
pub(crate) struct Walked {
    pub(crate) name: String,
    pub(crate) charters: Vec<Charter>,
    pub(crate) beginnings: Vec<Vec<Submission>>,
}

/// Every charter: the seed with its variants, the others that come with the library, those of the tests.
pub(crate) fn all() -> Vec<Walked> {
    let seeds = (0..COUNT).map(|variant| Walked {
        name: format!("{SEED}, variant {variant}"),
        charters: charters(variant),
        beginnings: beginnings(),
    });
    let mut all: Vec<Walked> = seeds.collect();
    all.extend([None, Some("new_law"), Some("ask")].map(amended_on_the_way));
    let stories = told();
    all.extend(charters::ALL.iter().map(|(file, _)| read_otherwise(file)));
    for charters in families() {
        let id = charters[0].id();
        let (_, founded) = founding::found(&charters).unwrap_or_else(|why| panic!("{id}: {}", json!(why)));
        let mut beginnings = vec![founded];
        beginnings.extend(stories.iter().filter(|it| adopts(it, &charters[0])).cloned());
        // The longest stories lead furthest.
        beginnings[1..].sort_by_key(|it| std::cmp::Reverse(it.len()));
        beginnings.truncate(2);
        all.push(Walked { name: id.to_string(), charters, beginnings });
    }
    all
}

/// The charters other than the seed, each with its versions; one that has no second version gets a copy as one, so that
/// it can be amended.
fn families() -> Vec<Vec<Charter>> {
    let bundled = charters::ALL.iter().map(|(_, file)| (*file).to_owned());
    let of_tests = conformance::files("charters", ".json").into_iter();
    let of_tests = of_tests.map(|it| std::fs::read_to_string(it).unwrap());
    let mut families: BTreeMap<String, Vec<Charter>> = BTreeMap::new();
    for file in bundled.chain(of_tests) {
        let charter = Charter::from_json(&file).unwrap();
        families.entry(charter.id().to_string()).or_default().push(charter);
    }
    families.remove(SEED);
    let mut families: Vec<Vec<Charter>> = families.into_values().collect();
    // In its own name, where the rule from above forbids it.
    let own_name = BTreeMap::from([("document.carrier".to_owned(), json!("body"))]);
    families.push(vec![vector::charter("ministries", &own_name, &BTreeMap::new())]);
    families.iter_mut().filter(|it| it.len() == 1).for_each(|it| it.push(next_version(&it[0])));
    families
}

fn next_version(charter: &Charter) -> Charter {
    let mut next = serde_json::to_value(charter.file()).unwrap();
    next["version"] = json!(charter.version() + 1);
    Charter::from_json(&next.to_string()).unwrap()
}

/// Every story, told in full.
fn told() -> Vec<Vec<Submission>> {
    let stories = vector::stories();
    stories.keys().map(|name| tell(name, &stories)).collect()
}

fn tell(name: &str, stories: &vector::Stories) -> Vec<Submission> {
    let steps = vector::unfold(&[json!(name)], stories);
    steps.iter().map(|it| wire::from_str(&it.to_string()).unwrap()).collect()
}

/// Whether a story begins with the adoption of the charter, in its first version.
fn adopts(story: &[Submission], charter: &Charter) -> bool {
    match story.first().map(|it| &it.act) {
        Some(Act::AdoptCharter(it)) => it.charter == *charter.id() && it.version == charter.version(),
        _ => false,
    }
}

fn settings(variant: usize) -> BTreeMap<String, Value> {
    let settings = match variant {
        // The seed as it is.
        0 => json!({}),
        // What the seed is silent on, spoken of.
        1 => json!({
            "charter.amendment": ["convener", "lead_unit"],
            "charter.retention_years": 10,
            "charter.dissolution": "on_completion",
            "unit.removal": {"by": ["superior"], "unit_consents": false},
            "change.liaison_officer": "confirm",
            "document.paths": {
                "plenary": ["draft", "consent", "countersign", "convener_approve", "number", "issue", "report_up"],
                "special": ["draft", "consent", "convener_approve", "number", "issue"],
                "thematic": ["draft", "convener_approve", "issue"],
                "liaison": ["draft", "issue"],
            },
            "meeting.quorum": 3,
            "meeting.notice_days": {"special": 1, "plenary": 1},
            "meeting.reserved_to_plenary": ["membership", "rules"],
            "meeting.alternates": {"allowed": true, "same_rank": true},
            "meeting.agenda_approval": ["convener"],
            "meeting.key_periods": ["office"],
            "decision.escalation": {"to": "区政府", "by": ["lead_unit", "office"], "major_only": true},
            "document.report_up": ["区政府"],
            "report.results_to": ["区政府"],
            "assignment.due_needed": true,
        }),
        // The same, spoken of differently.
        _ => json!({
            "charter.amendment": ["plenary"],
            "charter.dissolution": "approval",
            "unit.removal": {"by": ["meeting"], "unit_consents": true},
            "meeting.quorum": 4,
            "meeting.alternates": {"allowed": false, "same_rank": false},
            "meeting.notice_days": {"special": 1},
            "meeting.prior_steps": {"special": ["consultation", "liaison_meeting"]},
            "meeting.reserved_to_plenary": ["membership", "rules"],
            "document.deemed_consent_days": 5,
            "document.paths": {
                "plenary": ["draft", "consent", "countersign", "number", "issue"],
                "thematic": ["draft", "consent", "countersign", "number", "issue"],
                "liaison": ["draft", "issue"],
            },
            "document.series": [
                {"id": "police-letter", "code": "津公南开函", "unit": "police"},
                {"id": "health-letter", "code": "津卫南开函", "unit": "health"},
            ],
            "meeting.invitation": {"by": ["office"], "meetings": ["plenary", "special"], "units": true, "experts": false},
        }),
    };
    serde_json::from_value(settings).unwrap()
}

/// Readings fixed otherwise than suggested, in the last variant.
fn readings(variant: usize) -> BTreeMap<String, String> {
    let otherwise = json!({
        "matter.sources": "named_only",
        "presiding.delegate": "member",
        "request.effect": "call",
        "register.person": "post_suffices",
    });
    if variant + 1 == COUNT { serde_json::from_value(otherwise).unwrap() } else { BTreeMap::new() }
}

/// The versions of a variant's charter.
fn charters(variant: usize) -> Vec<Charter> {
    let first = vector::charter(SEED, &settings(variant), &readings(variant));
    let second = next_version(&first);
    vec![first, second]
}

/// A charter in which every reading that it leaves open is fixed otherwise than it suggests.
fn read_otherwise(file: &str) -> Walked {
    let none = BTreeMap::new();
    let charter = vector::charter(file, &none, &BTreeMap::new());
    let clauses = charter.file().clauses.iter();
    let readings = clauses.flat_map(|it| &it.readings).filter_map(|(key, term)| match term {
        ReadingTerm::Open { options, suggested } => {
            Some((key.clone(), options.iter().rfind(|it| *it != suggested)?.clone()))
        }
        ReadingTerm::Fixed(_) => None,
    });
    let charter = vector::charter(file, &none, &readings.collect());
    let (_, founded) =
        founding::found(std::slice::from_ref(&charter)).unwrap_or_else(|why| panic!("{}", json!(why)));
    Walked { name: format!("{file}, read otherwise"), charters: vec![charter], beginnings: vec![founded] }
}

/// The seed, amended while minutes are on their way: with a longer path, and with or without a word on open matters.
fn amended_on_the_way(transition: Option<&str>) -> Walked {
    let mut settings = BTreeMap::from([
        ("charter.amendment".to_owned(), json!(["convener"])),
        ("charter.transition".to_owned(), json!(transition)),
    ]);
    let first = vector::charter(SEED, &settings, &BTreeMap::new());
    settings.insert(
        "document.paths".to_owned(),
        json!({"plenary": ["draft", "consent", "number", "issue"], "special": ["draft", "issue"]}),
    );
    let second = next_version(&vector::charter(SEED, &settings, &BTreeMap::new()));
    let beginnings = beginnings().into_iter().skip(1).take(5);
    let beginnings = beginnings.map(|mut story| {
        let last = story.last().expect("a story tells something").at;
        let from = last.date().succ_opt().unwrap();
        let amendment = json!({
            "act": {"type": "amend_charter", "version": 2, "from": from, "basis": "略"}, "by": "p1", "at": last,
        });
        story.push(wire::from_str(&amendment.to_string()).unwrap());
        let mut body = JointMeeting::new([first.clone(), second.clone()]).unwrap();
        for it in &story {
            body.perform(it.clone()).unwrap_or_else(|why| panic!("{}", json!(why)));
        }
        story
    });
    Walked {
        name: format!("{SEED}, amended on the way, {transition:?}"),
        beginnings: beginnings.collect(),
        charters: vec![first.clone(), second.clone()],
    }
}

/// Stories from which a walk begins: far enough along that the end of the way is reached as well.
fn beginnings() -> Vec<Vec<Submission>> {
    const NAMES: &[&str] = &[
        "staffed",
        "decision: plenary attended",
        "decision: plenary closed without consensus",
        "minutes: drafted",
        "minutes: consented",
        "minutes: countersigned",
        "minutes: numbered",
        "minutes: issued",
        "work: a task assigned",
        "work: a street known here",
    ];
    let stories = vector::stories();
    NAMES.iter().map(|it| tell(it, &stories)).collect()
}
