//! Briefings (工作简报) and circulars (通报): what the office tells, with a running number for each year.
//!
//! A circular that carries a decision is a document of that kind and goes the way of minutes: see [`super::issue`].

use super::numbering::year;
use crate::{
    act::{ActKind, ActType, Resolver, new_name, some_text},
    charter::{
        Charter,
        readings::{BriefingRhythm, FirstYear},
        settings::{Cadence, Role},
    },
    duty::{Found, Instance, by_cadence},
    entry::{Entry, Outcome},
    id::{BulletinId, ClauseId, Text},
    membership::by_office,
    record::record,
    rule::{Ask, Case, Duty, Guard, Rule, View},
    state::State,
    time::{Period, Rhythm, Time, day_after},
    verdict::Bearer,
};

record! {
    /// Issues a briefing (编发工作简报).
    pub struct IssueBriefing {
        /// Its new name.
        pub bulletin: BulletinId,
        /// Its title.
        pub title: Text,
        /// What it says.
        pub text: Text,
        /// The functions of the body that it serves.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub serves: Vec<ClauseId>,
    }

    /// Issues a circular (编发通报).
    pub struct IssueCircular {
        /// Its new name.
        pub bulletin: BulletinId,
        /// Its title.
        pub title: Text,
        /// What it says.
        pub text: Text,
        /// The functions of the body that it serves.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub serves: Vec<ClauseId>,
    }
}

macro_rules! bulletins {
    ($($act:ident is $kind:ident;)*) => {$(
        impl ActType for $act {
            type Names<'s> = ();

            const GUARDS: &'static [Guard<Self>] = &[by_office()];

            const FREE: &'static [&'static str] = &["bulletin", "title", "text", "serves"];

            fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
                let (state, charter) = (names.state, names.charter);
                for clause in self.serves.iter().filter(|it| charter.clause(it.as_str()).is_none()) {
                    names.unknown(clause);
                }
                names.free(&state.documents.bulletins, &self.bulletin)
            }

            fn settle(case: &Case<'_, Self>) -> Outcome {
                let last = case.state.documents.serials.get(&(BulletinKind::$kind, year(case.at)));
                Outcome::Serial { serial: last.map_or(1, |it| it.saturating_add(1)) }
            }

            fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
                let Outcome::Serial { serial } = entry.outcome else { return };
                let (kind, year) = (BulletinKind::$kind, year(entry.at));
                state.documents.serials.insert((kind, year), serial);
                let issued = (entry.at, entry.no);
                let bulletin = Bulletin { kind, title: self.title.clone(), year, serial, issued };
                state.documents.bulletins.insert(self.bulletin.clone(), bulletin);
            }

            fn candidates(ask: &Ask<'_>) -> Vec<Self> {
                let issue = || Some(Self {
                    bulletin: new_name(ask)?,
                    title: some_text()?,
                    text: some_text()?,
                    serves: Vec::new(),
                });
                issue().into_iter().collect()
            }
        }
    )*};
}

bulletins! {
    IssueBriefing is Briefing;
    IssueCircular is Circular;
}

pub(super) const ISSUED: Duty = Duty {
    rule: Rule::law("briefing.issued", "编发工作简报和通报", "the office issues briefings and circulars")
        .needs(&["briefing.cadence"])
        .reads(&["briefing.rhythm", "charter.first_year"]),
    look: |view, _, period| {
        let kinds = [ActKind::IssueBriefing, ActKind::IssueCircular];
        let done: Vec<(Time, u32)> = kinds.iter().flat_map(|it| view.state.done_in(*it, period)).collect();
        let bearer = Bearer::Role { role: Role::Office };
        let yearly = Cadence { at_least: 1, per: Rhythm::Year, months: Vec::new(), in_key_period: None };
        let cadence = match view.settings().briefing_cadence.fixed() {
            Some(it) => it,
            None if view.reading::<BriefingRhythm>() == BriefingRhythm::Yearly => &yearly,
            None => {
                let entries = done.iter().map(|(_, no)| *no).collect();
                return vec![Instance::new(bearer, Found::Silent { entries })];
            }
        };
        let Some(owed) = owed_within(view, period) else {
            return vec![Instance::new(bearer, Found::NotApplicable)];
        };
        by_cadence(view, &bearer, cadence, owed, &done, &["issue_briefing", "issue_circular"])
    },
};

/// The part of a period in which something is owed: from the first day of the charter, or of the year after.
fn owed_within(view: &View<'_>, period: Period) -> Option<Period> {
    let Some(first) = view.charter.effective_from() else { return Some(period) };
    let from = match view.reading() {
        FirstYear::Full => first,
        FirstYear::NextYear => day_after(Rhythm::Year.around(first).to),
    };
    let from = period.from.max(from);
    (from <= period.to).then_some(Period { from, ..period })
}

/// What kind of bulletin it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum BulletinKind {
    Briefing,
    Circular,
}

/// A briefing or a circular.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Bulletin {
    pub(crate) kind: BulletinKind,
    pub(crate) title: Text,
    pub(crate) year: i32,
    pub(crate) serial: u32,
    pub(crate) issued: (Time, u32),
}
