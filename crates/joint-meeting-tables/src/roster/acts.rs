//! The acts that a roster proposes: each is tried on the body as it would be after those before, by whoever may do it.

use joint_meeting::{
    Act, JointMeeting, Proof, Submission,
    act::Approval,
    answer::Refusal,
    id::{PersonId, Text, UnitId},
    time::{Date, Time},
    words::Role,
};
use serde::{Deserialize, Serialize};

/// How a roster is entered; in JSON only when it is done has to be said: `{"at": "2022-04-21T09:00:00+08:00"}`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Entering {
    /// When what the roster says is done. What it says of no day is so from that day on.
    pub at: Time,
    /// Who enters it. What they may not do themselves is proposed to be done by whoever may, and entered by them.
    #[serde(default)]
    pub by: Option<PersonId>,
    /// When it is entered, if that is later.
    #[serde(default)]
    pub recorded_at: Option<Time>,
    /// What shows that it is true, such as the letters of the units.
    #[serde(default)]
    pub proofs: Vec<Proof>,
    /// The paper on which it rests, where a row names none.
    #[serde(default)]
    pub basis: Option<Text>,
    /// For a founding: the superior's approval.
    #[serde(default)]
    pub approval: Option<Approval>,
    /// For a founding: whether every member unit has agreed.
    #[serde(default)]
    pub agreed: bool,
}

impl Entering {
    /// Done at a moment, and entered by whoever may.
    pub fn new(at: Time) -> Self {
        let (by, recorded_at, proofs, basis) = (None, None, Vec::new(), None);
        Self { at, by, recorded_at, proofs, basis, approval: None, agreed: false }
    }

    /// Who enters it.
    #[must_use]
    pub fn by(self, person: PersonId) -> Self {
        Self { by: Some(person), ..self }
    }

    /// When it is entered.
    #[must_use]
    pub fn recorded_at(self, time: Time) -> Self {
        Self { recorded_at: Some(time), ..self }
    }

    /// What shows that it is true.
    #[must_use]
    pub fn proofs(self, proofs: impl IntoIterator<Item = Proof>) -> Self {
        Self { proofs: proofs.into_iter().collect(), ..self }
    }

    /// The paper on which it rests.
    #[must_use]
    pub fn basis(self, basis: Text) -> Self {
        Self { basis: Some(basis), ..self }
    }

    /// The superior's approval of a founding.
    #[must_use]
    pub fn approval(self, approval: Approval) -> Self {
        Self { approval: Some(approval), ..self }
    }

    /// Whether every member unit has agreed to a founding.
    #[must_use]
    pub fn agreed(self, agreed: bool) -> Self {
        Self { agreed, ..self }
    }

    pub(super) fn day(&self) -> Date {
        self.at.date()
    }
}

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RosterSentence {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// A row of a roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RosterPlace {
    /// The sheet; none in a .csv.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sheet: String,
    /// The row, as a spreadsheet counts it.
    pub row: u32,
}

/// An act that a roster proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProposedAct {
    /// The act as it would be submitted.
    pub submission: Submission,
    /// What it is about, in words.
    pub says: RosterSentence,
    /// The row that says so; none for what the rows say together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<RosterPlace>,
    /// Why it would be refused, after the acts before it; nothing if it would be accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}

/// A body on which acts are tried, one after the other.
pub(super) struct RosterTrial<'e> {
    pub(super) body: JointMeeting,
    entering: &'e Entering,
    pub(super) proposed: Vec<ProposedAct>,
}

impl<'e> RosterTrial<'e> {
    pub(super) fn new(body: JointMeeting, entering: &'e Entering) -> Self {
        Self { body, entering, proposed: Vec::new() }
    }

    /// Proposes an act, by the first who may do it: whoever enters it, the persons given, those of the unit, the office, the lead
    /// units. If nobody may, by the first of them, with the refusal.
    pub(super) fn propose(
        &mut self,
        act: impl Into<Act>,
        unit: Option<&UnitId>,
        first: Vec<PersonId>,
        place: Option<RosterPlace>,
    ) {
        let act = act.into();
        let mut who: Vec<PersonId> = self.entering.by.iter().cloned().chain(first).collect();
        who.extend(self.of_unit(unit));
        who.extend(self.of_body());
        if who.is_empty() {
            // The founding was refused, and nobody is there: what hangs on it is told with it.
            who.extend(self.proposed.first().map(|it| it.submission.by.clone()));
        }
        let mut seen = std::collections::BTreeSet::new();
        who.retain(|it| seen.insert(it.clone()));
        // Whoever enters it may have left by what the roster itself says; then those do who may.
        let entered = who.iter().map(|it| (it, self.entering.by.as_ref()));
        let alone = who.iter().map(|it| (it, None));
        let tried = entered.chain(alone).map(|(it, recorder)| self.submission(act.clone(), it, recorder));
        let tried: Vec<Submission> = tried.collect();
        let open = tried.iter().find(|it| self.body.check(it).is_ok()).or(tried.first());
        let Some(submission) = open.cloned() else { return };
        let refusal = self.body.perform(submission.clone()).err();
        let label = self.body.label(&submission.act);
        let says = RosterSentence { zh: label.zh, en: label.en };
        self.proposed.push(ProposedAct { submission, says, place, refusal });
    }

    fn submission(&self, act: Act, by: &PersonId, recorder: Option<&PersonId>) -> Submission {
        let recorder = recorder.filter(|it| *it != by).cloned();
        let it =
            Submission::new(act, by.clone(), self.entering.at).proofs(self.entering.proofs.iter().cloned());
        let it = recorder.into_iter().fold(it, Submission::recorded_by);
        self.entering.recorded_at.into_iter().fold(it, Submission::recorded_at)
    }

    fn of_unit(&self, unit: Option<&UnitId>) -> Vec<PersonId> {
        let units = self.body.roster(self.entering.day()).units.into_iter();
        let own = units.filter(|it| unit == Some(&it.unit));
        own.flat_map(|it| it.responsible.into_iter().chain(it.member)).collect()
    }

    fn of_body(&self) -> Vec<PersonId> {
        let roster = self.body.roster(self.entering.day());
        let mut roles = roster.roles;
        let rank = |it: Role| match it {
            Role::OfficeDirector => 0,
            Role::Office => 1,
            _ => 2,
        };
        roles.sort_by_key(|it| rank(it.role));
        let leads = roster.units.into_iter().filter(|it| it.lead);
        let leads = leads.flat_map(|it| it.responsible.into_iter().chain(it.member));
        roles.into_iter().flat_map(|it| it.persons).chain(leads).collect()
    }
}
