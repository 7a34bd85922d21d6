//! The act `add_agenda_item` puts an item forward for an agenda (提出议题).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, new_name, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule},
        view::Ask,
    },
    law::membership::of_members,
    state::{
        State,
        decision::{AgendaItem, ItemStage},
    },
    terms::{
        deed::Stamp,
        id::{ClauseId, ItemId, Text, UnitId},
        matter::MatterRef,
        record::record,
        sorted::{Map, Set},
        words::{ItemKind, Role},
    },
};

record! {
    /// Puts an item forward for an agenda (提出议题).
    ///
    /// Whoever acts for the unit that puts the item does this, or the office where the act names no unit
    /// (`item.put_by_member_unit_or_office`). The unit is a member unit that day (`unit.is_member`).
    ///
    /// It settles nothing. The item is open, and `convene` can put it on an agenda; the clauses that it serves count as
    /// served by it. A report on the state of work and a topic for discussion are only heard or discussed; items of
    /// every other kind are to be settled.
    ///
    /// ```
    /// use joint_meeting::{Act, act::AddAgendaItem, wire, words::ItemKind};
    ///
    /// let act = AddAgendaItem::new("i1".parse()?, "microchips for dogs".parse()?, ItemKind::Decision)
    ///     .unit("health".parse()?)
    ///     .concerned(["police".parse()?, "health".parse()?]);
    /// let json = r#"{
    ///     "type": "add_agenda_item", "item": "i1", "title": "microchips for dogs", "kind": "decision",
    ///     "unit": "health", "concerned": ["police", "health"]
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct AddAgendaItem {
        /// Its new name.
        pub item: ItemId,
        /// What it is about.
        pub title: Text,
        /// What it is for.
        pub kind: ItemKind,
        /// The unit that puts it; without one, the office does.
        optional pub unit: Option<UnitId>,
        /// The units it concerns.
        optional pub concerned: Vec<UnitId>,
        /// The units whose membership, or whose persons, it is about, which need not be known yet: an admission or a
        /// withdrawal rests on a matter of membership that names the unit here.
        optional pub about: Vec<UnitId>,
        /// Whether it is a major matter (重大事项).
        optional pub major: bool,
        /// What is proposed.
        optional pub proposal: Option<Text>,
        /// The clauses it serves.
        optional pub serves: Vec<ClauseId>,
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
        &["item", "title", "kind", "concerned", "about", "major", "proposal", "serves"];

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
        let item = AgendaItem {
            title: self.title.clone(),
            kind: self.kind,
            major: self.major,
            proposed_by: self.unit.clone(),
            concerned: self.concerned.clone(),
            about: self.about.clone(),
            put: stamp.deed(),
            revised: Vec::new(),
            prepared: false,
            approved: false,
            meeting: None,
            stage: ItemStage::Proposed,
            positions: Map::new(),
            stated: Map::new(),
            positions_from: Vec::new(),
            consulted: Set::new(),
            replies: Map::new(),
            binds: Vec::new(),
            undertaken: Map::new(),
            moved: Map::new(),
            tasked: Set::new(),
            named: Vec::new(),
            serves: self.serves.clone(),
            discussed: None,
            left_open: Vec::new(),
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
        let put = |kind: ItemKind, unit: Option<&UnitId>, about: Option<UnitId>| {
            Some(Self {
                item: new_name()?,
                title: some_text()?,
                kind,
                unit: unit.cloned(),
                concerned: members.iter().take(2).map(|it| (*it).clone()).collect(),
                about: about.into_iter().collect(),
                major: kind == ItemKind::Decision,
                proposal: some_text(),
                serves: Vec::new(),
            })
        };
        let own = members.iter().copied().filter(|it| ask.acts_for(it).is_ok());
        let own = own.map(|it| put(ItemKind::Decision, Some(it), None));
        let about_a_member = put(ItemKind::Membership, None, members.last().map(|it| (*it).clone()));
        let newcomer = |kind| if kind == ItemKind::Membership { new_name() } else { None };
        let kinds = ItemKind::ALL.iter().map(|kind| put(*kind, None, newcomer(*kind)));
        kinds.chain([about_a_member]).chain(own).flatten().collect()
    }
}
