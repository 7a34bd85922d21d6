//! The act `refer_upwards` takes an item on which no consensus was reached to the superior (提请上级决定).

use crate::{
    charter::{Charter, settings::SettingKey},
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, fixed, remedy},
        transition,
        view::Ask,
    },
    state::{
        State,
        decision::{AgendaItem, ItemStage},
    },
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{ItemId, Text},
        matter::MatterRef,
        record::record,
        time::Time,
        words::Role,
    },
};

record! {
    /// Takes an item on which no consensus was reached to the superior (提请上级决定).
    ///
    /// Those whom the charter names do this, or the office or the convener where it names nobody
    /// (`decision.referred_by_whoever_may`). The charter says where a matter without consensus goes, and it goes
    /// nowhere else (`decision.escalation_provided_for`); where the charter lets only major matters go there, the item
    /// is one (`decision.referred_matter_is_major`). The item was left open (`item.is_left_open`).
    ///
    /// It settles nothing. The item is referred upwards and at its end here: no meeting of the body can take it up
    /// again.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ReferUpwards, wire};
    ///
    /// let act = ReferUpwards::new("i1".parse()?).to("区政府".parse()?);
    /// assert_eq!(Act::from(act), wire::from_str(r#"{"type": "refer_upwards", "item": "i1", "to": "区政府"}"#)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ReferUpwards {
        /// The item.
        pub item: ItemId,
        /// To whom it goes; if not given, to whom the charter says.
        optional pub to: Option<Text>,
    }
}

impl ActType for ReferUpwards {
    type Names<'s> = &'s AgendaItem;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "decision.escalation_provided_for",
                "制度规定了协商不一致时的出路",
                "the charter says where a matter without consensus goes",
            )
            .asks(&[SettingKey::Escalation]),
            check: |it| {
                let to = &fixed(&it.settings().escalation)?.to;
                let other = it.act.to.as_ref().filter(|it| *it != to);
                ensure(other.is_none(), || Finding::NotAllowed {
                    value: other.map(ToString::to_string).unwrap_or_default(),
                    allowed: vec![to.to_string()],
                })
            },
        },
        Guard {
            rule: Rule::law(
                "decision.referred_by_whoever_may",
                "由有权者提请上级决定",
                "whoever may take a matter upwards does",
            )
            .needs(&[SettingKey::Escalation]),
            check: |it| match it.settings().escalation.fixed() {
                Some(way) if !way.by.is_empty() => it.needs(&way.by, None),
                _ => it.needs(&[Role::Office, Role::Convener], None),
            },
        },
        Guard {
            rule: Rule::law(
                "decision.referred_matter_is_major",
                "只有重大事项才提请上级决定",
                "only a major matter is taken upwards, where the charter says so",
            )
            .needs(&[SettingKey::Escalation]),
            check: |it| {
                let only_major = it.settings().escalation.fixed().is_some_and(|it| it.major_only);
                ensure(!only_major || it.names.major, || Finding::Missing { what: vec!["major".to_owned()] })
            },
        },
        Guard {
            rule: Rule::always(
                "item.is_left_open",
                "该事项未能协商一致、留待再议",
                "the item was left open for want of consensus",
            )
            .cured_by(&[remedy(ActKind::LeaveOpen, &[Role::PresidingPerson])]),
            check: |it| {
                ensure(it.names.stage == ItemStage::LeftOpen, || {
                    Finding::state(it.names.stage, &[ItemStage::LeftOpen])
                })
            },
        },
    ];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_item(&self.item, &state.decisions)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.item)
    }

    fn since(&self, item: &Self::Names<'_>) -> Option<Time> {
        Some(item.last_said())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.decisions.settle(&self.item, ItemStage::Referred, stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let decisions = ask.state.decisions();
        let left = |id: &&ItemId| decisions.items.get(*id).is_some_and(|it| it.stage == ItemStage::LeftOpen);
        decisions.open.iter().filter(left).map(|id| Self { item: id.clone(), to: None }).collect()
    }
}
