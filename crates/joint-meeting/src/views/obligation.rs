//! The obligations: what is owed, by whom and by when, as the duties see it looking forwards.
//!
//! The facts and dates are those of `kernel::duty`, so that nothing is owed here that the audit does not judge.

use serde::Serialize;

use crate::{
    body::JointMeeting,
    charter::{Charter, file::Clause},
    kernel::{
        due::Due,
        duty::{self, Instance},
        finding::Finding,
        lifetime,
        rule::Duty,
        transition,
        verdict::{Bearer, Verdict},
        view::View,
    },
    terms::{
        act_kind::ActKind,
        id::ClauseId,
        period::{Period, Rhythm},
        time::{Date, day_before, days_after},
        words::Role,
    },
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
    /// When it is due; without a date it is owed at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// Whether the due date has passed, or there is none to wait for.
    pub overdue: bool,
    /// The acts that would fulfil it.
    pub fulfilled_by: Vec<ActKind>,
    /// What is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<Finding>,
}

impl JointMeeting {
    /// What is owed on a day: overdue since the beginning of the year before, or due within so many days.
    ///
    /// The obligations stand in the order of their due dates; what is owed at once comes first.
    pub fn obligations(&self, on: Date, horizon_days: u32) -> Vec<Obligation> {
        let until = days_after(on, horizon_days);
        let last_year = Rhythm::Year.around(day_before(Rhythm::Year.around(on).from));
        let period = Period { from: last_year.from, to: Rhythm::Year.around(until).to };
        let then = self.happened_by(on);
        let view = then.view(then.charter_on(on), on);
        let Some(period) = lifetime::lived(&view, period) else { return Vec::new() };
        // Once the body has ended, nobody can do what it owed.
        if lifetime::ends_on(&view).is_some_and(|it| it < on) {
            return Vec::new();
        }
        let mut owed = Vec::new();
        let versions = then.state().founding.in_force_during(period);
        let changes = versions.len() > 1;
        let coming = versions.into_iter().map(|(version, _)| version);
        let known: Vec<&Charter> = if changes {
            coming.filter_map(|version| transition::of_version(then.charters(), version)).collect()
        } else {
            vec![view.charter]
        };
        for charter in known {
            let view = then.view(charter, on);
            let is_its = |it: &Instance| {
                let versions = if changes { it.versions(&view, period, on) } else { Vec::new() };
                // Where no version prevails, what each of them asks is owed, so that whoever plans by it is safe.
                versions.is_empty() || versions.contains(&charter.version())
            };
            for (clause, rules) in charter.clauses_with_rules() {
                for duty in rules.duties() {
                    let look = |view: &View<'_>| (duty.look)(view, clause, period);
                    let found = duty::by_day(&view, duty, (period, on), look, |it| it);
                    let owed_by = |it| owed_by(it, duty, (clause, charter.version()), on, until);
                    owed.extend(found.into_iter().filter(is_its).filter_map(owed_by));
                }
            }
        }
        owed.sort_by(|a, b| (due_date(a), a.rule, &a.bearer).cmp(&(due_date(b), b.rule, &b.bearer)));
        owed
    }
}

/// What is owed, if it still is, and soon.
fn owed_by(
    instance: Instance,
    duty: &Duty,
    (clause, version): (&Clause, u32),
    on: Date,
    until: Date,
) -> Option<Obligation> {
    let (verdict, finding) = instance.verdict(on);
    let soon = instance.due.as_ref().is_none_or(|it| it.date <= until);
    if !soon || !matches!(verdict, Verdict::NotDue | Verdict::Unmet) || instance.is_past(on) {
        return None;
    }
    Some(Obligation {
        rule: duty.rule.id,
        clause: clause.id.clone(),
        version,
        overdue: verdict == Verdict::Unmet,
        fulfilled_by: instance.fulfilled_by.to_vec(),
        bearer: instance.bearer,
        to: instance.to,
        subject: instance.subject,
        due: instance.due,
        finding,
    })
}

fn due_date(it: &Obligation) -> Option<Date> {
    it.due.as_ref().map(|it| it.date)
}
