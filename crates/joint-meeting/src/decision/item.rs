//! Items: putting them forward, consulting units beforehand, taking them to the superior.

use std::collections::{BTreeMap, BTreeSet};

use super::{IS_UNSETTLED, Item, ItemStage, Position};
use crate::{
    act::{ActKind, ActType, Resolver, new_name, some_text},
    charter::{Charter, Role, SettingKey},
    deed::Stamp,
    entry::Outcome,
    id::{ClauseId, ItemId, Text, UnitId},
    law::{self, MatterRef},
    meeting::ItemKind,
    membership::{by_unit, of_members},
    record::record,
    refusal::Finding,
    rule::{Ask, Guard, Rule, ensure, fixed, remedy},
    state::State,
};

record! {
    /// Puts an item forward for an agenda (提出议题).
    pub struct AddAgendaItem {
        /// Its new name.
        pub item: ItemId,
        /// What it is about.
        pub title: Text,
        /// What it is for.
        pub kind: ItemKind,
        /// The unit that puts it; without one, the office does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<UnitId>,
        /// The units it concerns.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub concerned: Vec<UnitId>,
        /// Whether it is a major matter (重大事项).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub major: bool,
        /// What is proposed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub proposal: Option<Text>,
        /// The clauses it serves.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub serves: Vec<ClauseId>,
    }

    /// Records what a unit that is consulted replies in writing (征求意见).
    pub struct ConsultUnit {
        /// The item.
        pub item: ItemId,
        /// The unit.
        pub unit: UnitId,
        /// What it replies.
        pub reply: Position,
        /// Its words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<Text>,
    }

    /// Takes an item on which no consensus was reached to the superior (提请上级决定).
    pub struct ReferUpwards {
        /// The item.
        pub item: ItemId,
        /// To whom; if not given, to whom the charter says.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub to: Option<Text>,
    }
}

impl ActType for AddAgendaItem {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "item.put_by_member_unit_or_office",
                "议题由成员单位或者办公室提出",
                "a member unit or the office puts the item",
            ),
            check: |it| match &it.act.unit {
                Some(unit) => it.acts_for(unit),
                None => it.needs(&[Role::Office], None),
            },
        },
        of_members(|it| it.members_all(&it.act.unit)),
    ];

    const FREE: &'static [&'static str] =
        &["item", "title", "kind", "concerned", "major", "proposal", "serves"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        let free = names.free(&self.item);
        let units = names.all_known(self.unit.iter().chain(&self.concerned));
        for clause in &self.serves {
            if names.charter.clause(clause.as_str()).is_none() {
                names.unknown(clause);
            }
        }
        units.and(free)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let item = Item {
            title: self.title.clone(),
            kind: self.kind,
            major: self.major,
            proposed_by: self.unit.clone(),
            concerned: self.concerned.clone(),
            proposal: self.proposal.clone(),
            put: stamp.at,
            revision: 0,
            prepared: false,
            approved: false,
            meeting: None,
            stage: ItemStage::Proposed,
            positions: BTreeMap::new(),
            consulted: BTreeSet::new(),
            replies: BTreeMap::new(),
            binds: Vec::new(),
            undertaken: BTreeMap::new(),
            tasked: BTreeSet::new(),
            serves: self.serves.clone(),
            discussed: None,
            settled: None,
            last: stamp.at,
        };
        state.decisions.items.insert(self.item.clone(), item);
        state.decisions.open.insert(self.item.clone());
        for clause in &self.serves {
            state.functions.serve(clause, stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let members = ask.members_on(ask.today());
        let put = |kind: ItemKind, unit: Option<&UnitId>| {
            Some(Self {
                item: new_name(ask)?,
                title: some_text()?,
                kind,
                unit: unit.cloned(),
                concerned: members.iter().take(2).map(|it| (*it).clone()).collect(),
                major: kind == ItemKind::Decision,
                proposal: some_text(),
                serves: Vec::new(),
            })
        };
        let own = members.iter().copied().filter(|it| ask.acts_for(it).is_ok());
        let own = own.map(|it| put(ItemKind::Decision, Some(it)));
        ItemKind::ALL.iter().map(|kind| put(*kind, None)).chain(own).flatten().collect()
    }
}

impl ActType for ConsultUnit {
    type Names<'s> = &'s Item;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.needs(&[Role::Office], None).or_else(|_| it.acts_for(&it.act.unit))),
        Guard { rule: IS_UNSETTLED, check: |it| it.names.must_be_unsettled() },
    ];

    const FREE: &'static [&'static str] = &["reply", "text"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        law::of_item(&self.item, state)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let item = names.known(&self.item);
        names.known(&self.unit).and(item)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(item) = state.decisions.touch(&self.item, stamp.at) {
            item.consulted.insert(self.unit.clone());
            item.replies.insert(self.unit.clone(), self.reply);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let decisions = &ask.state.decisions;
        let members = ask.members_on(ask.today());
        let office = ask.needs(&[Role::Office], None).is_ok();
        let asked = |id: &ItemId, item: &Item| {
            let awaited = |it: &&&UnitId| {
                let asks = (office && item.concerned.contains(it)) || ask.acts_for(it).is_ok();
                asks && !item.replies.contains_key(**it)
            };
            let reply = |unit: &&UnitId| {
                let reply = |reply| Self { item: id.clone(), unit: (*unit).clone(), reply, text: None };
                [reply(Position::Agree), reply(Position::Object)]
            };
            members.iter().filter(awaited).flat_map(reply).collect::<Vec<_>>()
        };
        let open = decisions.open.iter().filter_map(|id| Some((id, decisions.items.get(id)?)));
        let decided = open.filter(|(_, it)| it.kind.is_decided()).take(MANY);
        decided.flat_map(|(id, it)| asked(id, it)).collect()
    }
}

/// So many items are tried as candidates.
const MANY: usize = 16;

impl ActType for ReferUpwards {
    type Names<'s> = &'s Item;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "decision.escalation_provided_for",
                "制度规定了协商不一致时的出路",
                "the charter says where a matter without consensus goes",
            )
            .needs(&[SettingKey::Escalation]),
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
        law::of_item(&self.item, state)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.item)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.decisions.settle(&self.item, ItemStage::Referred, stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let decisions = &ask.state.decisions;
        let left = |id: &&ItemId| decisions.items.get(*id).is_some_and(|it| it.stage == ItemStage::LeftOpen);
        decisions.open.iter().filter(left).map(|id| Self { item: id.clone(), to: None }).collect()
    }
}
