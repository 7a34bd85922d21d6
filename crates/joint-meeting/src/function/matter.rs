//! Matters assigned from above (交办事项).

use super::spans;
use crate::{
    act::ActKind,
    act::ActType,
    act::Resolver,
    act::new_name,
    act::since,
    act::some_text,
    charter::Charter,
    charter::Clause,
    charter::ReadingKey,
    charter::SettingKey,
    charter::readings::MatterSources,
    charter::settings::Role,
    deed::Deed,
    deed::Stamp,
    duty::{Found, Instance, or_not_applicable},
    entry::Outcome,
    id::{MatterId, Text},
    law::{MatterKind, MatterRef},
    membership::by_office,
    record::record,
    refusal::{Finding, Standing},
    rule::{Ask, Guard, Rule, View, ensure, fixed},
    state::State,
    time::{Date, Period, Time},
    verdict::Due,
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub due: Option<Date>,
    }

    /// Completes a matter assigned from above (交办事项办结).
    pub struct CompleteAssignedMatter {
        /// The matter.
        pub matter: MatterId,
        /// What came of it.
        pub result: Text,
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

impl ActType for CompleteAssignedMatter {
    type Names<'s> = &'s Matter;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::always("matter.is_open", "该交办事项尚未办结", "the matter is not yet completed"),
            check: |it| {
                let open = it.names.completed.is_none();
                ensure(open, || Finding::state(Standing::Completed, &[Standing::Open]))
            },
        },
    ];

    const FREE: &'static [&'static str] = &["result"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::new(MatterKind::Matter, self.matter.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.matter)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(matter) = state.functions.matters.get_mut(&self.matter) {
            matter.completed = Some(stamp.deed());
        }
        state.functions.open_matters.remove(&self.matter);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let open = ask.state.functions.open_matters.iter();
        open.filter_map(|it| Some(Self { matter: it.clone(), result: some_text()? })).collect()
    }
}

pub(super) fn matters_completed(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let matters = view.state.functions.matters.iter();
    let all: Vec<Instance> = matters
        .filter(|(_, it)| spans(it.accepted, it.completed, period))
        .map(|(id, matter)| {
            let found = match matter.completed {
                Some(Deed { at, no }) => Found::Done { at, entries: vec![matter.accepted.no, no] },
                None => Found::Open {
                    finding: Finding::Missing { what: vec!["result".to_owned()] },
                    entries: vec![matter.accepted.no],
                },
            };
            let owed = Instance::of_role(Role::Office, found)
                .about(id)
                .part_of(MatterRef::new(MatterKind::Matter, id.as_str()))
                .owed_to(Role::Superior)
                .fulfilled_by(&[ActKind::CompleteAssignedMatter]);
            match matter.due {
                Some(due) => owed.due(Some(Due::on(view.calendar, due))),
                None => owed.undated(),
            }
        })
        .collect();
    or_not_applicable(all)
}

/// A matter assigned from above.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Matter {
    pub(crate) due: Option<Date>,
    pub(crate) accepted: Deed,
    pub(crate) completed: Option<Deed>,
}

since! { Matter(accepted.at); }
