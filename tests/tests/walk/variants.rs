//! The charters that are walked: the seed, and the seed with other settings, so that every guard can speak.

use std::collections::BTreeMap;

use conformance::vector;
use joint_meeting::{Charter, Submission, wire};
use serde_json::{Value, json};

/// How many there are.
pub(crate) const COUNT: usize = 4;

/// How rarely an act is tried when it is open: acts that end things, or that change who is who, would be all there is.
pub(crate) fn one_in(act: &str) -> usize {
    match act {
        "dissolve" | "amend_charter" | "withdraw_unit" | "merge_units" => 20,
        "vacate_post"
        | "fill_post"
        | "name_member"
        | "name_liaison_officer"
        | "admit_unit"
        | "cancel_meeting" => 12,
        _ => 1,
    }
}

/// The way from a meeting to its document and what follows from it.
pub(crate) const ON_THE_WAY: &[&str] = &[
    "convene",
    "open_meeting",
    "record_attendance",
    "discuss",
    "state_position",
    "agree",
    "clarify",
    "leave_open",
    "close_meeting",
    "draft_minutes",
    "consent",
    "countersign",
    "approve_minutes",
    "allot_number",
    "issue_document",
    "acknowledge_receipt",
    "assign",
];

fn settings(variant: usize) -> BTreeMap<String, Value> {
    let settings = match variant {
        // The seed as it is, twice as likely.
        0 | 1 => json!({}),
        // What the seed is silent on, spoken of.
        2 => json!({
            "charter.amendment": ["convener", "lead_unit"],
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
pub(crate) fn charters(variant: usize) -> Vec<Charter> {
    let first = vector::charter("nankai-dog-2022", &settings(variant), &readings(variant));
    let mut second = serde_json::to_value(first.file()).unwrap();
    second["version"] = json!(2);
    vec![first, Charter::from_json(&second.to_string()).unwrap()]
}

/// Stories from which a walk begins: far enough along that the end of the way is reached as well.
pub(crate) fn beginnings() -> Vec<Vec<Submission>> {
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
    let told = |name: &&str| {
        let steps = vector::unfold(&[json!(name)], &stories);
        steps.iter().map(|it| wire::from_str(&it.to_string()).unwrap()).collect()
    };
    NAMES.iter().map(told).collect()
}
