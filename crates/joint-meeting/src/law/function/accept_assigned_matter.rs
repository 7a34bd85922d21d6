//! `accept_assigned_matter`: takes on a matter assigned from above (交办事项).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use crate::{
    charter::{
        Charter,
        readings::{MatterSources, ReadingKey},
        settings::SettingKey,
    },
    kernel::{
        act::{ActType, new_name, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, fixed},
        view::Ask,
    },
    law::membership::by_office,
    state::{State, function::Matter},
    terms::{
        deed::Stamp,
        id::{MatterId, Text},
        matter::MatterRef,
        record::record,
        time::Date,
    },
};

record! {
    /// Takes on a matter assigned from above (交办事项).
    pub struct AcceptAssignedMatter {
        /// Its new name here.
        pub matter: MatterId,
        /// Who assigned it.
        pub source: Text,
        /// What is to be done.
        pub task: Text,
        /// The last day for it, where one was set.
        optional pub due: Option<Date>,
    }
}

impl ActType for AcceptAssignedMatter {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "matter.from_a_named_superior",
                "事项由制度所列的上级交办",
                "the matter was assigned by a superior whom the charter names",
            )
            .needs(&[SettingKey::MatterSources])
            .reads(&[ReadingKey::MatterSources]),
            check: |it| {
                if it.reading::<MatterSources>() == MatterSources::AnySuperior {
                    return Ok(());
                }
                let named = fixed(&it.settings().matter_sources)?;
                ensure(named.contains(&it.act.source), || Finding::NotAllowed {
                    value: it.act.source.to_string(),
                    allowed: named.iter().map(ToString::to_string).collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["matter", "source", "task", "due"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        names.free(&self.matter)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let matter = Matter { due: self.due, accepted: stamp.deed(), completed: None };
        state.functions.matters.insert(self.matter.clone(), matter);
        state.functions.open_matters.insert(self.matter.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let named = ask.settings().matter_sources.fixed().and_then(|it| it.first()).cloned();
        let made = || {
            Some(Self {
                matter: new_name(ask)?,
                source: named.or_else(some_text)?,
                task: some_text()?,
                due: Some(ask.today()),
            })
        };
        made().into_iter().collect()
    }
}
