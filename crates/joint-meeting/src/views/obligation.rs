//! The obligations: what is owed, by whom and by when, as the duties see it looking forwards.
//!
//! What is owed is what the audit of the same day judges to be open (`views::audit::Judging`), so that the two agree.

use serde::Serialize;

use crate::{
    body::JointMeeting,
    charter::file::Clause,
    kernel::{
        due::Due,
        duty::Instance,
        finding::Finding,
        lifetime,
        verdict::{Bearer, Judgement, Verdict},
    },
    registry::rules,
    terms::{
        act_kind::ActKind,
        id::ClauseId,
        order,
        period::{Period, Rhythm},
        time::{Date, day_before, days_after},
        words::Role,
    },
    views::audit::Judging,
};

/// Something owed (义务).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Obligation {
    /// The rule.
    #[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::RuleId"))]
    pub rule: &'static str,
    /// The clause it comes from.
    pub clause: ClauseId,
    /// The version of the charter that asks for it. It is not serialised.
    #[serde(skip)]
    pub version: u32,
    /// Who owes it.
    pub bearer: Bearer,
    /// To whom it is owed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Role>,
    /// What it is about, where one bearer can owe several things.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// When it is due; without a date it is owed at once, or the charter names none and the verdict is silent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// The last day through which the table of working days is known by which the due date and its safe day were reckoned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_through: Option<Date>,
    /// The verdict on it, as the audit of that day has it: not due, unmet, disputed, or silent where the charter names no
    /// date.
    pub verdict: Verdict,
    /// Whether it is late by the readings in effect. Where other defensible readings would not have it late, the verdict
    /// says that it is disputed.
    pub overdue: bool,
    /// The acts that would fulfil it.
    pub fulfilled_by: Vec<ActKind>,
    /// What is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<Finding>,
}

impl JointMeeting {
    /// What is owed on a day: whatever is late, disputed or without a date, however old, and what is due within so many
    /// days.
    ///
    /// Each obligation is a judgement of the audit of the same day, in the same words: of the period from the founding of
    /// the body to the end of the year in which the last of those days lies. What by another defensible
    /// reading is still to be done is owed in dispute, and not overdue. The obligations stand in the order of their due dates; those without come first.
    pub fn obligations(&self, on: Date, horizon_days: u32) -> Vec<Obligation> {
        let until = days_after(on, horizon_days);
        let then = self.happened_by(on);
        let view = then.view(then.charter_on(on), on);
        // Of a body that was never founded nobody knows for how long it has owed what its charter asks.
        let last_year = Rhythm::Year.around(day_before(Rhythm::Year.around(on).from));
        let from = lifetime::founded_on(&view).unwrap_or(last_year.from);
        let period = Period { from, to: Rhythm::Year.around(until).to };
        let judging = Judging::new(&then, period, on);
        // Once the body has ended, nobody can do what it owed.
        if judging.is_over() {
            return Vec::new();
        }
        let (mut versions, newest) = judging.versions();
        versions.push(newest);
        let mut owed = Vec::new();
        for (charter, part) in versions {
            for (clause, judged) in charter.clauses().iter().zip(judging.open_by(charter, part)) {
                let by = (clause, charter.version());
                let known = self.calendar().known_through();
                let judged = judged.iter().flat_map(|it| it.iter());
                let judged = judged.filter(|(_, it)| rules::obliges(it.rule, clause, charter.settings()));
                owed.extend(judged.filter_map(|it| owed_by(it, by, (on, until), known)));
            }
        }
        order::sort_by(&mut owed, |a, b| {
            (due_date(a), a.rule, &a.bearer).cmp(&(due_date(b), b.rule, &b.bearer))
        });
        owed
    }
}

/// What is owed, if it is not too far off.
fn owed_by(
    (instance, judgement): &(Instance, Judgement),
    (clause, version): (&Clause, u32),
    (on, until): (Date, Date),
    known_through: Option<Date>,
) -> Option<Obligation> {
    let begins_later = instance.since.is_some_and(|it| it > on);
    let far_off = judgement.due.as_ref().is_some_and(|it| it.date > until)
        && (judgement.verdict == Verdict::NotDue || begins_later);
    (!far_off).then(|| Obligation {
        rule: judgement.rule,
        clause: clause.id.clone(),
        version,
        overdue: instance.is_overdue(judgement.verdict, on),
        fulfilled_by: instance.fulfilled_by.to_vec(),
        bearer: judgement.bearer.clone(),
        to: instance.to,
        subject: judgement.subject.clone(),
        known_through: known_through.filter(|_| judgement.due.is_some()),
        due: judgement.due.clone(),
        verdict: judgement.verdict,
        finding: judgement.finding.clone(),
    })
}

fn due_date(it: &Obligation) -> Option<Date> {
    it.due.as_ref().map(|it| it.date)
}
