//! Briefings (工作简报) and circulars (通报): what the office tells, with a running number for each year.
//!
//! A circular that carries a decision is a document of that kind and goes the way of minutes: see [`super::issue`].

use super::numbering::year;
use crate::{
    act::{ActKind, ActType, Resolver, new_name, some_text},
    charter::{
        Charter, ReadingKey, SettingKey,
        readings::{BriefingRhythm, FirstYear},
        settings::{Cadence, Role},
    },
    deed::{Deed, Stamp},
    duty::{Found, Instance, begins_on, by_cadence},
    entry::Outcome,
    id::{BulletinId, ClauseId, Text},
    law::MatterRef,
    membership::by_office,
    record::record,
    rule::{Ask, Case, Duty, Guard, Rule, View},
    state::State,
    time::{Period, Rhythm},
    verdict::{Bearer, Verdict},
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

            fn matter(&self, _: &State) -> Option<MatterRef> {
                None
            }

            fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
                let charter = names.charter;
                for clause in self.serves.iter().filter(|it| charter.clause(it.as_str()).is_none()) {
                    names.unknown(clause);
                }
                names.free(&self.bulletin)
            }

            fn settle(case: &Case<'_, Self>) -> Outcome {
                let last = case.state.documents.serials.get(&(BulletinKind::$kind, year(case.at)));
                Outcome::Serial { serial: last.map_or(1, |it| it.saturating_add(1)) }
            }

            fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, _: &Charter) {
                let Outcome::Serial { serial } = *outcome else { return };
                let (kind, year) = (BulletinKind::$kind, year(stamp.at));
                state.documents.serials.insert((kind, year), serial);
                let issued = stamp.deed();
                let bulletin = Bulletin { kind, title: self.title.clone(), year, serial, issued };
                state.documents.bulletins.insert(self.bulletin.clone(), bulletin);
                for clause in &self.serves {
                    state.functions.serve(clause, stamp.deed());
                }
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
        .needs(&[SettingKey::BriefingCadence])
        .reads(&[ReadingKey::BriefingRhythm, ReadingKey::FirstYear]),
    gives: &[
        Verdict::Met,
        Verdict::NotDue,
        Verdict::Unmet,
        Verdict::Silent,
        Verdict::NotApplicable,
        Verdict::Disputed,
    ],
    look: |view, _, period| {
        let kinds = [ActKind::IssueBriefing, ActKind::IssueCircular];
        let done: Vec<Deed> = kinds.iter().flat_map(|it| view.state.done(*it).near(period)).collect();
        let bearer = Bearer::Role { role: Role::Office };
        let yearly = Cadence {
            at_least: 1,
            per: Rhythm::Year,
            at_most: None,
            months: Vec::new(),
            in_key_period: None,
        };
        let cadence = view.settings().briefing_cadence.fixed().unwrap_or(&yearly);
        let begins = begins_on(view).unwrap_or(period.from);
        match period.overlap(Period { from: begins, to: period.to }) {
            None => vec![Instance::new(bearer, Found::NotApplicable)],
            Some(owed) => {
                let acts = &[ActKind::IssueBriefing, ActKind::IssueCircular];
                let all = by_cadence(view, &bearer, cadence, owed, &done, acts);
                all.into_iter().map(|it| eased(view, it)).collect()
            }
        }
    },
};

/// What was not done is not held against the office in a first year that does not count, nor where no rhythm is said.
fn eased(view: &View<'_>, instance: Instance) -> Instance {
    let Found::Open { entries, .. } = &instance.found else { return instance };
    let first = begins_on(view).map(|it| Rhythm::Year.around(it));
    let due = instance.due.as_ref().map(|it| it.date);
    let in_first = first.zip(due).is_some_and(|(first, due)| first.contains(due));
    let unsaid = view.settings().briefing_cadence.fixed().is_none();
    let found = if in_first && view.reading::<FirstYear>() == FirstYear::NextYear {
        Found::NotApplicable
    } else if unsaid && view.reading::<BriefingRhythm>() == BriefingRhythm::Unsaid {
        Found::Silent { entries: entries.clone() }
    } else {
        return instance;
    };
    Instance { found, due: None, ..instance }
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
    pub(crate) issued: Deed,
}
