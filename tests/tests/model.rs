//! A model check over the library's own decide and apply: every order of what three units, two clerks and a change of
//! persons can do between the room and the document. Nothing is modelled apart.
//!
//! What mergers can do there is in `model/mergers.rs`.

mod model {
    mod mergers;
}

use std::{
    collections::BTreeSet,
    hash::{Hash, Hasher},
};

use conformance::vector;
use joint_meeting::{Act, Entry, JointMeeting, Outcome, Submission, wire};
use serde_json::{Value, json};
use stateright::{Checker, Model, Property};

/// A body between the room and the document, with what each of two clerks has decided and not yet stored.
#[derive(Clone, Debug)]
struct Node {
    body: JointMeeting,
    pending: [Option<Entry>; 2],
    /// What has happened, without the order of acts between two turning points, of which no rule knows.
    story: Vec<BTreeSet<String>>,
}

/// What a clerk has decided, and whether another was first.
type Waiting = Option<(&'static str, bool)>;

/// Acts after which others mean something else.
const TURNS: &[&str] = &[
    "agree",
    "close_meeting",
    "draft_minutes",
    "redraft_minutes",
    "allot_number",
    "issue_document",
    "merge_units",
    "complete_assignment",
];

impl Node {
    fn tell(&mut self, entry: &Entry) {
        let (name, act) = (entry.act.kind().name(), json!(entry.act));
        if TURNS.contains(&name) {
            self.story.push(BTreeSet::new());
        }
        let Some(scene) = self.story.last_mut() else { return };
        if name == "state_position" {
            // Only the last position of a unit counts.
            let unit = format!("position {} ", act["unit"]);
            scene.retain(|it| !it.starts_with(&unit));
            scene.insert(format!("{unit}{}", act["position"]));
        } else {
            scene.insert(act.to_string());
        }
    }

    fn key(&self) -> (&[BTreeSet<String>], [Waiting; 2]) {
        let count = self.body.state().count();
        let waiting = |it: &Entry| (it.act.kind().name(), it.no <= count);
        let mut pending = [0, 1].map(|clerk: usize| self.pending[clerk].as_ref().map(waiting));
        // One clerk is as good as the other.
        pending.sort();
        (&self.story, pending)
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Node {}

impl Hash for Node {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

/// What can happen next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Step {
    /// Somebody submits, and it is decided and stored at once.
    Submit(usize),
    /// A clerk decides on what stands now.
    Decide(usize, usize),
    /// The clerk stores what was decided then; if another was first, it is lost and must be decided again.
    Store(usize),
}

/// The space that is searched.
struct Rivals {
    start: JointMeeting,
    submissions: Vec<Submission>,
    /// What the two clerks may do.
    clerks: Vec<Submission>,
    /// What always holds, and what can be reached.
    properties: fn() -> Vec<Property<Rivals>>,
}

const AT: &str = "2022-05-10T09:00:00+08:00";

fn submission(act: Value, by: &str) -> Submission {
    wire::from_str(&json!({ "act": act, "by": by, "at": AT }).to_string())
        .unwrap_or_else(|why| panic!("{act}: {why}"))
}

/// A meeting of these units is open, and its one item has been discussed.
fn discussed(called: &[&str]) -> JointMeeting {
    let charter = vector::charter("nankai-dog-2022", &Default::default(), &Default::default());
    let mut body = JointMeeting::new([charter]).unwrap();
    vector::tell(&mut body, "staffed");
    for (act, by) in [
        (json!({"type": "add_agenda_item", "item": "i1", "title": "x", "kind": "decision"}), "p2"),
        (
            json!({"type": "convene", "meeting": "m1", "kind": "special", "units": called, "agenda": ["i1"],
                   "held_at": AT, "approved_by": "p1"}),
            "p2",
        ),
        (json!({"type": "open_meeting", "meeting": "m1"}), "p1"),
        (json!({"type": "discuss", "meeting": "m1", "item": "i1"}), "p1"),
    ] {
        body.perform(submission(act, by)).unwrap_or_else(|why| panic!("{why:?}"));
    }
    body
}

fn attend(units: &[(&str, &str)]) -> Value {
    let present: Vec<Value> = units
        .iter()
        .map(|(unit, person)| json!({"unit": unit, "person": person, "capacity": "member"}))
        .collect();
    json!({"type": "record_attendance", "meeting": "m1", "present": present})
}

fn position(unit: &str, position: &str) -> Value {
    json!({"type": "state_position", "meeting": "m1", "item": "i1", "unit": unit, "position": position})
}

impl Rivals {
    /// Each unit with its member and a person responsible for it.
    fn new(units: &[(&str, &str, &str)]) -> Self {
        let mut submissions = vec![
            submission(json!({"type": "agree", "meeting": "m1", "item": "i1"}), "p1"),
            submission(json!({"type": "close_meeting", "meeting": "m1"}), "p1"),
            // The health bureau changes its member in mid-decision.
            submission(
                json!({"type": "name_member", "unit": "health", "person": "p99", "post": "deputy head",
                       "rank": "division", "portfolio": true, "replaces": "p24"}),
                "p14",
            ),
            submission(json!({"type": "redraft_minutes", "minutes": "n1", "text": "y", "reason": "z"}), "p2"),
        ];
        for (unit, member, responsible) in units {
            submissions.push(submission(attend(&[(unit, member)]), "p2"));
            for version in [1, 2] {
                let consent = json!({"type": "consent", "minutes": "n1", "version": version, "unit": unit});
                let sign = json!({"type": "countersign", "minutes": "n1", "version": version, "unit": unit});
                submissions.push(submission(consent, member));
                submissions.push(submission(sign, responsible));
            }
        }
        // The new member speaks for the health bureau as well as the old one did.
        let consent = json!({"type": "consent", "minutes": "n1", "version": 1, "unit": "health"});
        submissions.push(submission(consent, "p99"));
        let (unit, person, _) = units[0];
        submissions.push(submission(position(unit, "object"), person));
        submissions.push(submission(position(unit, "agree"), person));
        let clerk = |act: Value| submission(act, "p3");
        let clerks = vec![
            clerk(
                json!({"type": "draft_minutes", "minutes": "n1", "meeting": "m1", "items": ["i1"], "text": "x"}),
            ),
            clerk(json!({"type": "allot_number", "minutes": "n1", "series": "police-letter"})),
            clerk(json!({"type": "issue_document", "document": "d1", "minutes": "n1", "kind": "notice",
                         "title": "关于x的通知", "recipients": ["police", "health"], "publicness": "open"})),
        ];
        let called: Vec<&str> = units.iter().map(|(unit, _, _)| *unit).collect();
        Self { start: discussed(&called), submissions, clerks, properties }
    }
}

impl Model for Rivals {
    type State = Node;
    type Action = Step;

    fn init_states(&self) -> Vec<Node> {
        vec![Node { body: self.start.clone(), pending: [None, None], story: vec![BTreeSet::new()] }]
    }

    fn actions(&self, _: &Node, actions: &mut Vec<Step>) {
        actions.extend((0..self.submissions.len()).map(Step::Submit));
        for clerk in 0..2 {
            actions.extend((0..self.clerks.len()).map(|it| Step::Decide(clerk, it)));
            actions.push(Step::Store(clerk));
        }
    }

    fn next_state(&self, last: &Node, step: Step) -> Option<Node> {
        let mut node = last.clone();
        match step {
            Step::Submit(ix) => {
                let entry = node.body.perform(self.submissions[ix].clone()).ok()?.clone();
                node.tell(&entry);
            }
            Step::Decide(clerk, _) if node.pending[clerk].is_some() => return None,
            Step::Decide(clerk, ix) => match node.body.decide(&self.clerks[ix]) {
                Ok(entry) => node.pending[clerk] = Some(entry),
                Err(_) => return None,
            },
            Step::Store(clerk) => {
                let entry = node.pending[clerk].take()?;
                if node.body.apply(entry.clone()).is_ok() {
                    node.tell(&entry);
                }
            }
        }
        Some(node)
    }

    /// Minutes can be redrafted for ever; once is enough to search.
    fn within_boundary(&self, node: &Node) -> bool {
        count(node, "redraft_minutes") <= 1
    }

    fn properties(&self) -> Vec<Property<Self>> {
        (self.properties)()
    }
}

fn properties() -> Vec<Property<Rivals>> {
    vec![
        Property::always("issued only with every consent and signature of that version", |_, it| {
            issued_whole(it)
        }),
        Property::always("agreed only by two units or more, none objecting", |_, it| agreed_together(it)),
        Property::always("one number, one document", |_, it| {
            count(it, "allot_number") <= 1 && count(it, "issue_document") <= 1
        }),
        Property::sometimes("a document is issued", |_, it| count(it, "issue_document") == 1),
        Property::sometimes("a document is issued after a redraft", |_, it| {
            count(it, "issue_document") == 1 && count(it, "redraft_minutes") == 1
        }),
        Property::sometimes("a document is issued although a person changed", |_, it| {
            count(it, "issue_document") == 1 && count(it, "name_member") > 5
        }),
        Property::sometimes("a clerk comes second", |_, it: &Node| {
            it.pending.iter().flatten().any(|entry| entry.no <= it.body.state().count())
        }),
    ]
}

fn count(node: &Node, act: &str) -> usize {
    node.body.entries().iter().filter(|it| it.act.kind().name() == act).count()
}

fn issued_whole(node: &Node) -> bool {
    let (mut asked, mut consents, mut signatures) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for entry in node.body.entries() {
        if let Outcome::Drafted { consent_of, countersign_of, .. } = &entry.outcome {
            asked = consent_of.iter().chain(countersign_of).cloned().collect();
            consents.clear();
            signatures.clear();
        }
        match &entry.act {
            Act::Consent(it) => {
                consents.insert(it.unit.clone());
            }
            Act::Countersign(it) => {
                signatures.insert(it.unit.clone());
            }
            Act::IssueDocument(_) => return asked.len() >= 2 && asked == consents && asked == signatures,
            _ => {}
        }
    }
    true
}

fn agreed_together(node: &Node) -> bool {
    let (mut here, mut objecting) = (BTreeSet::new(), BTreeSet::new());
    for entry in node.body.entries() {
        match &entry.act {
            Act::RecordAttendance(it) => here.extend(it.present.iter().map(|it| it.unit.clone())),
            Act::StatePosition(it) if json!(it.position) == "object" => {
                objecting.insert(it.unit.clone());
            }
            Act::StatePosition(it) => {
                objecting.remove(&it.unit);
            }
            Act::Agree(_) => return here.len() >= 2 && objecting.is_empty(),
            _ => {}
        }
    }
    true
}

#[test]
fn whatever_the_order_a_document_rests_on_everyone_asked() {
    let model = Rivals::new(&[("police", "p1", "p12"), ("health", "p24", "p14")]);
    let checker = model.checker().spawn_dfs().join();
    println!("{} states", checker.unique_state_count());
    checker.assert_properties();
}

#[test]
fn an_empty_room_or_one_unit_can_agree_nothing() {
    for units in [&[][..], &[("police", "p1")]] {
        let mut body = discussed(&["police", "health"]);
        if !units.is_empty() {
            body.perform(submission(attend(units), "p2")).unwrap();
        }
        let refusal = body
            .perform(submission(json!({"type": "agree", "meeting": "m1", "item": "i1"}), "p1"))
            .unwrap_err();
        assert!(refusal.grounds().iter().any(|it| it.rule == "decision.is_collective"), "{refusal}");
        let closing = submission(json!({"type": "close_meeting", "meeting": "m1"}), "p1");
        assert!(body.perform(closing).is_err(), "the item has no outcome");
        let draft =
            json!({"type": "draft_minutes", "minutes": "n1", "meeting": "m1", "items": ["i1"], "text": "x"});
        assert!(body.perform(submission(draft, "p2")).is_err(), "nothing was settled");
    }
}
