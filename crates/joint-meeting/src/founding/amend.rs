//! A new version of the charter is put in force.

use super::{
    adopt::{MEMBERS_ARE_ITS_OWN, classes_are_known, introduced, members_are_its_own},
    reading::{CHOSEN_BY_CONVENER, chosen_by_convener},
    *,
};
use crate::{
    act::{ActType, Resolver},
    charter::Charter,
    charter::SettingKey,
    charter::settings::Transition,
    deed::Stamp,
    entry::Outcome,
    law::MatterRef,
    law::{self, MatterKind},
    membership::listed,
    membership::word,
    rule::{Case, Guard, fixed},
    state::State,
    time::day_after,
};

record! {
    /// Puts a new version of the charter in force (修订).
    pub struct AmendCharter {
        /// The version.
        pub version: u32,
        /// The first day on which it is in force.
        pub from: Date,
        /// What it rests on: the agreed matter, the superior's approval, the notice of re-issue.
        pub basis: Text,
        /// Who the member units are from then on, in protocol order, where the new version does not list them; with none
        /// given, they stay who they are.
        #[serde(default, deserialize_with = "crate::wire::objects", skip_serializing_if = "Vec::is_empty")]
        pub members: Vec<FirstMember>,
    }

    /// Chooses by which version a matter goes on that was open when the present one came into force, where the charter
    /// asks for a choice (新旧衔接).
    pub struct ChooseLaw {
        /// The matter.
        #[serde(deserialize_with = "crate::wire::object")]
        pub matter: MatterRef,
        /// The law it follows.
        pub law: Law,
        /// Why.
        pub why: Text,
    }
}

impl ActType for AmendCharter {
    type Names<'s> = &'s Charter;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "charter.amendment_provided_for",
                "制度规定了修订办法，并由有权者修订",
                "the charter says who amends it, and they do",
            )
            .needs(&[SettingKey::Amendment]),
            check: |it| it.decided(fixed(&it.settings().amendment)?),
        },
        Guard {
            rule: Rule::always(
                "charter.version_follows",
                "新版接续旧版，不溯及既往",
                "a new version follows the last and does not reach back",
            ),
            check: |it| {
                let (last_from, last) =
                    it.state.founding.versions.last_key_value().map_or((it.today(), 0), |(k, v)| (*k, *v));
                ensure(it.act.version > last, || Finding::Differs {
                    found: it.act.version.to_string(),
                    expected: (last + 1).to_string(),
                })?;
                let earliest = it.today().max(day_after(last_from));
                ensure(it.act.from >= earliest, || Finding::TooEarly { earliest: it.start_of(earliest) })
            },
        },
        Guard { rule: MEMBERS_ARE_ITS_OWN, check: |it| members_are_its_own(it.names, &it.act.members) },
    ];

    const FREE: &'static [&'static str] = &["from", "basis", "members"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<&'s Charter> {
        let found = law::of_version(names.charters, self.version);
        if found.is_none() {
            names.unknown_word("version", &self.version.to_string());
        }
        if let Some(charter) = found {
            classes_are_known(charter, &self.members, names);
        }
        found
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        Outcome::Adopted { version: case.names.version(), digest: case.names.digest().to_owned() }
    }

    fn apply(&self, _: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        state.founding.versions.insert(self.from, self.version);
        let named = introduced(&mut state.membership, charter, &self.members, self.from);
        state.membership.amend(listed(charter), named, self.from);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let last = ask.state.founding.versions.values().max().copied().unwrap_or(0);
        let next = ask.charters.iter().map(Charter::version).find(|it| *it > last).unwrap_or(last + 1);
        let basis = crate::act::some_text();
        basis
            .into_iter()
            .map(|basis| Self { version: next, from: ask.today(), basis, members: Vec::new() })
            .collect()
    }
}

impl ActType for ChooseLaw {
    type Names<'s> = Time;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "transition.is_asked",
                "新版规定未了事项逐件选定适用哪一版",
                "the version in force leaves it to a choice by which version open matters go on",
            )
            .needs(&[SettingKey::Transition]),
            check: |it| {
                let rule = fixed(&it.settings().transition)?;
                ensure(*rule == Transition::Ask, || Finding::Differs {
                    found: word(rule),
                    expected: word(&Transition::Ask),
                })
            },
        },
        Guard { rule: CHOSEN_BY_CONVENER, check: chosen_by_convener },
        Guard {
            rule: Rule::always(
                "transition.matter_is_older",
                "该事项在新版施行前已经开始，尚未选定",
                "the matter began before the version in force, and no choice has been made",
            ),
            check: |it| {
                let founding = &it.state.founding;
                let version = it.charter.version();
                let from = founding.versions.iter().find(|(_, it)| **it == version).map(|(from, _)| *from);
                let older = from.is_some_and(|from| it.names.date() < from);
                let chosen = founding.law_of(&it.act.matter, version).is_some();
                ensure(older && !chosen, || Finding::Unwanted { what: vec![it.act.matter.name.to_string()] })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["law", "why"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Time> {
        let begun = self.matter.begun(names.state);
        if begun.is_none() {
            names.unknown_word(self.matter.kind.kind(), self.matter.name.as_str());
        }
        begun
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        state.founding.laws.insert((self.matter.clone(), charter.version()), (self.law, stamp.no));
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let state = ask.state;
        let meetings = state.meetings.live.iter().map(|it| (MatterKind::Meeting, it.as_str()));
        let assignments = state.assignments.open().map(|(id, _)| (MatterKind::Assignment, id.as_str()));
        let choose = |(kind, name)| {
            Some(Self {
                matter: MatterRef::new(kind, name)?,
                law: Law::OldLaw,
                why: crate::act::some_text()?,
            })
        };
        meetings.chain(assignments).filter_map(choose).collect()
    }
}
