//! The act `assign` assigns a matter to a unit (明确落实部门).

use crate::{
    charter::{Charter, settings::SettingKey},
    kernel::{
        act::{ActType, new_name, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Check, Guard, Rule, ensure, remedy},
        view::{Ask, Case},
    },
    law::{
        assignment::{AHEAD, Assigned, SETTLED, is_settled},
        membership::{by_office, of_standing_units},
    },
    state::{State, assignment::Assignment},
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{AssignmentId, ItemId, Text, UnitId},
        matter::MatterRef,
        record::record,
        sorted::{Map, Set},
        time::Date,
        words::Role,
    },
};

record! {
    /// Assigns a settled matter to a unit (明确落实部门): who carries it out, with whom, and by when.
    ///
    /// Only the office may do it (`actor.is_office`). The matter must have been agreed or clarified
    /// (`assignment.of_a_settled_matter`). The unit must have taken part in agreeing it, and not have declined since, or
    /// have consented in writing (`assignment.unit_is_bound`); a cooperating unit must be so as well, unless it is a
    /// member unit. Each unit is named once (`assignment.names_each_unit_once`). A due date is given where the charter
    /// asks for one (`assignment.due_given_where_needed`), and has not passed (`assignment.due_lies_ahead`).
    ///
    /// It settles nothing. The assignment is open until it is completed. Where the minutes of the matter need the consent
    /// or the signature of a unit, it is provisional for that unit until then: from its written consent on, the unit owes
    /// its completion and reports, or its part as one that cooperates; a unit that declines owes nothing. The unit counts
    /// as one that the matter gives a task, also when a document is issued.
    ///
    /// ```
    /// use joint_meeting::{Act, act::Assign, wire};
    ///
    /// let act = Assign::new("a1".parse()?, "i1".parse()?, "urban-management".parse()?)
    ///     .cooperating(["police".parse()?, "health".parse()?])
    ///     .target("all dogs registered".parse()?)
    ///     .due("2022-06-30".parse()?);
    /// let json = r#"{
    ///     "type": "assign", "assignment": "a1", "item": "i1", "unit": "urban-management",
    ///     "cooperating": ["police", "health"], "target": "all dogs registered", "due": "2022-06-30"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Assign {
        /// The new name of the assignment.
        pub assignment: AssignmentId,
        /// The matter that is assigned.
        pub item: ItemId,
        /// The unit that carries it out (落实部门).
        pub unit: UnitId,
        /// The units that cooperate (配合单位).
        optional pub cooperating: Vec<UnitId>,
        /// What is to be reached (责任目标).
        optional pub target: Option<Text>,
        /// The last day in time (完成时限).
        optional pub due: Option<Date>,
    }
}

impl ActType for Assign {
    type Names<'s> = Assigned<'s>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_standing_units(|it| it.stand(it.act.units())),
        Guard { rule: SETTLED, check: |it| is_settled(it.names.item) },
        Guard {
            rule: Rule::always(
                "assignment.names_each_unit_once",
                "落实部门、配合单位各列一次",
                "the unit and those that cooperate are named once each",
            ),
            check: |it| {
                let mut seen = Set::new();
                let twice = it.act.units().filter(|it| !seen.insert(*it));
                let what: Vec<String> = twice.map(ToString::to_string).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::law(
                "assignment.unit_is_bound",
                "落实部门参加议定或者书面同意",
                "the unit took part in the decision or has consented in writing",
            )
            .cured_by(&[remedy(ActKind::ConsentToTask, &[Role::ResponsiblePerson, Role::Member])]),
            check: Self::units_are_bound,
        },
        Guard {
            rule: Rule::law(
                "assignment.due_given_where_needed",
                "制度要求的，须定完成时限",
                "a due date is given where the charter asks for one",
            )
            .needs(&[SettingKey::AssignmentDue]),
            check: |it| {
                let needed = it.settings().assignment_due.fixed().is_some_and(|it| *it);
                ensure(!needed || it.act.due.is_some(), || Finding::Missing { what: vec!["due".to_owned()] })
            },
        },
        Guard { rule: AHEAD, check: |it| it.due_lies_ahead(it.act.due) },
    ];

    const FREE: &'static [&'static str] = &["assignment", "cooperating", "target", "due"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let free = names.free(&self.assignment);
        let units = names.all_known(self.units());
        let item = names.known(&self.item);
        free.and(units)?;
        let item = item?;
        Some(Assigned {
            item,
            undertaken: self.units().filter_map(|it| item.undertaken.get(it)).max().copied(),
        })
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(item) = state.decisions.items.get_mut(&self.item) {
            item.tasked.insert(self.unit.clone());
        }
        let assignment = Assignment {
            item: self.item.clone(),
            unit: self.unit.clone(),
            cooperating: self.cooperating.clone(),
            target: self.target.clone(),
            due: self.due,
            missed: Vec::new(),
            made: stamp.deed(),
            cooperated: Map::new(),
            progress: Vec::new(),
            extended: Vec::new(),
            completed: None,
            handled: None,
            last: stamp.at,
        };
        let slice = &mut state.assignments;
        slice.open.insert(self.assignment.clone());
        slice.of_item.get_or_insert_with(&self.item, Vec::new).push(self.assignment.clone());
        slice.assignments.insert(self.assignment.clone(), assignment);
    }

    fn candidates(ask: &Ask<'_>) -> impl Iterator<Item = Self> {
        let of_item = move |(id, item)| {
            let units = ask.units_about(id, item).into_iter().filter(|it| !item.tasked.contains(it));
            let assign = move |unit: UnitId| {
                Some(Self {
                    assignment: new_name()?,
                    item: id.clone(),
                    cooperating: item.binds.iter().filter(|it| **it != unit).cloned().collect(),
                    unit,
                    target: some_text(),
                    due: Some(ask.today()),
                })
            };
            units.filter_map(assign)
        };
        ask.lately_settled().flat_map(of_item)
    }
}

impl Assign {
    fn units(&self) -> impl Iterator<Item = &UnitId> {
        std::iter::once(&self.unit).chain(&self.cooperating)
    }

    /// Checks that the unit is bound, and that a cooperating unit is a member unit or is bound as well. A matter that is
    /// not settled binds nobody yet.
    fn units_are_bound(case: &Case<'_, Self>) -> Check {
        if is_settled(case.names.item).is_err() {
            return Ok(());
        }
        let item = case.names.item;
        let is_bound =
            |it: &UnitId| case.bond(&case.act.item, item, it).can_be_tasked() && !item.moved.contains_key(it);
        let outsider = |it: &&UnitId| !case.is_member(it, case.today());
        let own = std::iter::once(&case.act.unit);
        let units: Vec<UnitId> = own
            .chain(case.act.cooperating.iter().filter(outsider))
            .filter(|it| !is_bound(it))
            .cloned()
            .collect();
        ensure(units.is_empty(), || Finding::MissingUnits { units })
    }
}
