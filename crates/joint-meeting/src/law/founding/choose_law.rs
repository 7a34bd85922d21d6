//! The act `choose_law` chooses the version by which an open matter goes on (新旧衔接).
//!
//! It is there for charters whose transition asks for a choice; which version judges otherwise is in `kernel::transition`.

use crate::{
    charter::{
        Charter,
        settings::{SettingKey, choices::Transition},
    },
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, fixed},
        view::Ask,
        word::word,
    },
    law::founding::reading::{CHOSEN_BY_CONVENER, chosen_by_convener},
    state::State,
    terms::{
        deed::Stamp,
        id::Text,
        matter::{Law, MatterKind, MatterRef},
        record::record,
        time::Time,
    },
};

record! {
    /// Chooses by which version a matter goes on that was open when the present one came into force, where the charter
    /// asks for a choice (新旧衔接).
    ///
    /// Those to whom the charter gives its interpretation do this or, where it names nobody, the convener
    /// (`reading.chosen_by_convener`). The version in force leaves the question to a choice (`transition.is_asked`),
    /// the matter began before that version did, and nothing has been chosen for it yet (`transition.matter_is_older`).
    ///
    /// It settles nothing. Until the choice is made, an act on the matter is refused if the two versions answer it
    /// differently (`charter.open_matters_have_one_law`); from then on the version that is chosen answers.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ChooseLaw, wire, words::{Law, MatterKind, MatterRef}};
    ///
    /// let matter = MatterRef::new(MatterKind::Meeting, "m2".parse()?);
    /// let act = ChooseLaw::new(matter, Law::OldLaw, "the units were called under it".parse()?);
    /// let json = r#"{
    ///     "type": "choose_law", "matter": {"kind": "meeting", "name": "m2"}, "law": "old_law",
    ///     "why": "the units were called under it"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ChooseLaw {
        /// The matter.
        pub matter: MatterRef,
        /// The law it follows.
        pub law: Law,
        /// Why the matter follows it.
        pub why: Text,
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
            .asks(&[SettingKey::Transition]),
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
                let founding = it.state.founding();
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
        let meetings = state.meetings().live.iter().map(|it| (MatterKind::Meeting, Text::from(it)));
        let assignments = state.assignments().open().map(|(id, _)| (MatterKind::Assignment, Text::from(id)));
        let choose = |(kind, name): (_, Text)| {
            Some(Self {
                matter: MatterRef::of(kind, name),
                law: Law::OldLaw,
                why: crate::kernel::act::some_text()?,
            })
        };
        meetings.chain(assignments).filter_map(choose).collect()
    }
}
