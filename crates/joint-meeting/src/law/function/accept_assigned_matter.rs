//! The act `accept_assigned_matter` takes on a matter assigned from above (交办事项).

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
    law::{
        incoming::{must_be_open, of_open_incoming},
        membership::by_office,
    },
    state::{State, function::AssignedMatter, incoming::Incoming},
    terms::{
        deed::Stamp,
        id::{IncomingId, MatterId, Text},
        matter::MatterRef,
        record::record,
        time::Date,
    },
};

record! {
    /// Takes on a matter assigned from above (交办事项).
    ///
    /// Only the office may do it (`actor.is_office`). The matter must come from a superior whom the charter names,
    /// unless the charter is read so that any superior may assign one (`matter.from_a_named_superior`).
    ///
    /// The paper by which it came may have been registered as something that came in (`register_incoming`). Taking the matter on
    /// ends that, so that it must be open there (`incoming.is_open`): from then on the matter is open here.
    ///
    /// It settles nothing. The matter is open until it is completed, and the office owes it by the due date, if there
    /// is one: this is the duty `matter.completed`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::AcceptAssignedMatter, wire};
    ///
    /// let act = AcceptAssignedMatter::new(
    ///     "x1".parse()?,
    ///     "区政府".parse()?,
    ///     "answer the proposal on dog parks".parse()?,
    /// )
    /// .due("2022-12-31".parse()?);
    /// let json = r#"{
    ///     "type": "accept_assigned_matter", "matter": "x1", "source": "区政府",
    ///     "task": "answer the proposal on dog parks", "due": "2022-12-31"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct AcceptAssignedMatter {
        /// The new name of the matter here.
        pub matter: MatterId,
        /// The superior who assigned the matter.
        pub source: Text,
        /// What is to be done.
        pub task: Text,
        /// The last day for the matter, where one was set.
        optional pub due: Option<Date>,
        /// The paper by which it came, where that was registered.
        optional pub incoming: Option<IncomingId>,
    }
}

impl ActType for AcceptAssignedMatter {
    type Names<'s> = Option<&'s Incoming>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "matter.from_a_named_superior",
                "事项由制度所列的上级交办",
                "the matter was assigned by a superior whom the charter names",
            )
            .asks(&[SettingKey::MatterSources])
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
        of_open_incoming(|it| it.names.map_or(Ok(()), must_be_open)),
    ];

    const FREE: &'static [&'static str] = &["matter", "source", "task", "due", "incoming"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let incoming = names.known_if_named(self.incoming.as_ref());
        names.free(&self.matter)?;
        incoming
    }

    fn says_more(&self) -> bool {
        self.incoming.is_some()
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let matter = AssignedMatter { due: self.due, accepted: stamp.deed(), completed: None };
        state.functions.matters.insert(self.matter.clone(), matter);
        state.functions.open_matters.insert(self.matter.clone());
        if let Some(it) = &self.incoming {
            state.incoming.end(it, stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let named = ask.settings().matter_sources.fixed().and_then(|it| it.first()).cloned();
        let made = || {
            Some(Self {
                matter: new_name()?,
                source: named.or_else(some_text)?,
                task: some_text()?,
                due: Some(ask.today()),
                incoming: None,
            })
        };
        made().into_iter().collect()
    }
}
