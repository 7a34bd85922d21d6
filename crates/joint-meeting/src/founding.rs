//! Founding: a charter is adopted, amended, read in one way or another; the body ends.
//!
//! What a charter file is, is in `charter`; here is what happens to it in the life of a body, and the guards that stand
//! before every act.

mod adopt;
mod amend;
mod dissolve;
mod reading;

use std::collections::BTreeMap;

pub use self::{
    adopt::{AdoptCharter, FirstHolder, FirstMember},
    amend::{AmendCharter, ChooseLaw},
    dissolve::Dissolve,
    reading::ChooseReading,
};
use crate::{
    act::ActKind,
    charter::{
        ReadingKey,
        settings::{Decider, Role},
    },
    deed::Deed,
    id::{Text, UnitId},
    journal::ENTRIES_MAX,
    law::{self, Law, MatterRef},
    record::record,
    refusal::{Finding, Standing},
    rule::{Ask, Check, CommonGuard, Rule, ensure, remedy},
    time::{Date, Period, Time, day_before, end_of, start_of},
};

record! {
    /// The superior's approval (批准).
    pub struct Approval {
        /// Who approved.
        pub by: Text,
        /// The number of the paper.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub number: Option<Text>,
        /// Its date.
        pub on: Date,
    }
}

pub(crate) static COMMON: &[CommonGuard] = &[
    CommonGuard {
        rule: Rule::always("body.is_founded", "联席会议制度已经制定", "the charter has been adopted")
            .cured_by(&[remedy(ActKind::AdoptCharter, &[Role::LeadUnit])]),
        check: |ask| {
            let founding = ask.kind == ActKind::AdoptCharter;
            ensure(founding || ask.state.is_founded(), || {
                Finding::state(Standing::NotFounded, &[Standing::Founded])
            })
        },
    },
    CommonGuard {
        rule: Rule::always("body.is_in_force", "制度施行期间方可办理", "the charter is in force on that day"),
        check: |ask| {
            let settings = ask.settings();
            if let Some(from) = ask.charter.effective_from()
                && ask.today() < from
            {
                return Err(Finding::TooEarly { earliest: ask.start_of(from) });
            }
            let ends = [settings.term.fixed().copied(), ask.state.founding.dissolved];
            match ends.into_iter().flatten().min() {
                Some(to) if ask.today() > to => {
                    Err(Finding::TooLate { latest: end_of(to, ask.charter.offset()) })
                }
                _ => Ok(()),
            }
        },
    },
    CommonGuard {
        rule: Rule::always(
            "time.recorded_after_it_happened",
            "先有其事，后有其录",
            "it is recorded when it has happened",
        ),
        check: |ask| ensure(ask.at <= ask.recorded_at, || Finding::TooLate { latest: ask.recorded_at }),
    },
    CommonGuard {
        rule: Rule::always("time.recorded_in_order", "依次记录，不得倒填", "entries are recorded in order"),
        check: |ask| match ask.state.last_recorded() {
            Some(last) if ask.recorded_at < last => Err(Finding::TooEarly { earliest: last }),
            _ => Ok(()),
        },
    },
    CommonGuard {
        rule: Rule::always(
            "time.follows_what_it_builds_on",
            "后一步不早于前一步",
            "it does not happen before what it builds on",
        ),
        check: |ask| match ask.since {
            Some(since) if ask.at < since => Err(Finding::TooEarly { earliest: since }),
            _ => Ok(()),
        },
    },
    CommonGuard {
        rule: Rule::always(
            "charter.open_matters_have_one_law",
            "修订前的未了事项适用新旧哪一版，已有规定或者已经选定",
            "it is settled by which version a matter goes on that was open when the charter changed",
        )
        .cured_by(&[remedy(ActKind::ChooseLaw, &[Role::Convener])]),
        check: |ask| ask.laws_differ.map_or(Ok(()), |it| Err(it.clone())),
    },
    CommonGuard {
        rule: Rule::always("journal.has_room", "记录尚有余地", "the journal has room for another entry"),
        check: |ask| {
            ensure(ask.state.count() < ENTRIES_MAX, || Finding::TooMany {
                have: ask.state.count().saturating_add(1),
                allowed: ENTRIES_MAX,
            })
        },
    },
];

impl Ask<'_> {
    fn start_of(&self, date: Date) -> Time {
        start_of(date, self.charter.offset())
    }

    /// Whether one of the deciders has decided, as far as the actor's role shows it.
    fn decided(&self, by: &[Decider]) -> Check {
        let roles: Vec<Role> = by
            .iter()
            .map(|it| match it {
                Decider::Convener => Role::Convener,
                Decider::LeadUnit => Role::LeadUnit,
                Decider::Meeting | Decider::Plenary | Decider::Superior | Decider::Reissue => Role::Office,
            })
            .collect();
        self.needs(&roles, None)
    }

    /// The superior's approval is there, given by that day.
    fn approved(&self, approval: Option<&Approval>) -> Check {
        let Some(approval) = approval else {
            return Err(Finding::Missing { what: vec!["approval".to_owned()] });
        };
        let earliest = self.start_of(approval.on);
        ensure(approval.on <= self.today(), || Finding::TooEarly { earliest })
    }

    /// Each of the units has agreed.
    fn agreed_by<'u>(&self, agreed: &[UnitId], units: impl Iterator<Item = &'u UnitId>) -> Check {
        let missing: Vec<UnitId> = units.filter(|it| !agreed.contains(it)).cloned().collect();
        ensure(missing.is_empty(), || Finding::MissingUnits { units: missing })
    }
}

/// Charter versions, chosen readings, the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Founding {
    /// When the charter was adopted, and the entry.
    pub(crate) adopted: Option<Deed>,
    /// Each version's first day.
    pub(crate) versions: BTreeMap<Date, u32>,
    /// The option chosen for a question of reading, and the entry that chose it.
    pub(crate) choices: BTreeMap<ReadingKey, (u8, u32)>,
    /// The law chosen for matters that were open when a version came into force.
    pub(crate) laws: law::Choices,
    /// The last day of the body.
    pub(crate) dissolved: Option<Date>,
}

impl Founding {
    pub(crate) fn is_founded(&self) -> bool {
        self.adopted.is_some()
    }

    /// The law chosen for a matter under a version.
    pub(crate) fn law_of(&self, matter: &MatterRef, version: u32) -> Option<Law> {
        self.laws.get(&(matter.clone(), version)).map(|(law, _)| *law)
    }

    /// The option chosen by the body.
    pub(crate) fn chosen(&self, key: ReadingKey) -> Option<u8> {
        self.choices.get(&key).map(|(option, _)| *option)
    }

    /// Each version up to the end of a period, with the part of the period in which it was in force, if any.
    pub(crate) fn in_force_during(&self, period: Period) -> Vec<(u32, Option<Period>)> {
        let ends = self.versions.keys().skip(1).map(|it| day_before(*it)).chain([period.to]);
        let spans = self.versions.iter().zip(ends).enumerate();
        let known = spans.filter(|(ix, ((from, _), _))| *ix == 0 || **from <= period.to);
        let part = |(ix, ((from, version), to)): (usize, ((&Date, &u32), Date))| {
            let from = if ix == 0 { period.from.min(*from) } else { *from };
            (*version, period.overlap(Period { from, to }))
        };
        known.map(part).collect()
    }

    /// The version in force on a day; before the first, the first.
    pub(crate) fn version_on(&self, date: Date) -> Option<u32> {
        let in_force = self.versions.range(..=date).next_back();
        in_force.or_else(|| self.versions.first_key_value()).map(|(_, version)| *version)
    }
}
