//! The act `revise_child` records what changed with a lower body: its charter, its name, what it is there for.

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Lacking},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
        word::word,
    },
    law::{
        membership::by_office,
        nesting::{OWN_CHARTER, in_being},
    },
    state::{
        State,
        nesting::{Child, ChildChange},
    },
    terms::{
        deed::Stamp,
        id::{CharterId, ChildId, Text},
        matter::MatterRef,
        record::record,
        time::{Date, Time},
    },
};

record! {
    /// Records what changed with a lower body (下级联席会议变更): its charter, its name, what it is there for.
    ///
    /// Only the office may do it (`actor.is_office`), for a lower body that is there on the first day of the change
    /// (`child.is_in_being`). It says what changed (`child.change_is_named`), and a new charter is the lower body's own
    /// (`child.has_a_charter_of_its_own`). A charter need not provide for this: what a lower body does with its own charter is
    /// its own affair, and only recorded here.
    ///
    /// It settles nothing. From that day on the lower body is so; on the days before it is as it was.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ReviseChild, wire};
    ///
    /// let act = ReviseChild::new("c1".parse()?, "2023-01-01".parse()?)
    ///     .title("甲街道养犬治理联席会议".parse()?)
    ///     .version(2);
    /// let json = r#"{
    ///     "type": "revise_child", "child": "c1", "from": "2023-01-01", "title": "甲街道养犬治理联席会议", "version": 2
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ReviseChild {
        /// The lower body.
        pub child: ChildId,
        /// The first day on which it is so.
        pub from: Date,
        /// What it is called from then on.
        optional pub title: Option<Text>,
        /// The charter under which it works from then on.
        optional pub charter: Option<CharterId>,
        /// The version of its charter.
        optional pub version: Option<u32>,
        /// The area or the matter for which it is there from then on.
        optional pub scope: Option<Text>,
    }
}

impl ActType for ReviseChild {
    type Names<'s> = &'s Child;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        in_being(|it| it.child_is_in_being(it.names, it.act.from)),
        Guard {
            rule: Rule::always(
                "child.change_is_named",
                "载明下级联席会议的变更内容",
                "it is said what changed with the lower body",
            ),
            check: |it| {
                let ReviseChild { title, charter, version, scope, .. } = it.act;
                let named = title.is_some() || charter.is_some() || version.is_some() || scope.is_some();
                ensure(named, || Finding::Missing { what: vec![word(&Lacking::Change)] })
            },
        },
        Guard {
            rule: OWN_CHARTER,
            check: |it| {
                let charter = it.act.charter.iter().filter(|charter| *charter == it.charter.id());
                let what: Vec<String> = charter.map(ToString::to_string).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["from", "title", "charter", "version", "scope"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.child)
    }

    fn since(&self, child: &Self::Names<'_>) -> Option<Time> {
        Some(child.recorded.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let Some(child) = state.nesting.children.get_mut(&self.child) else { return };
        child.changes.push(ChildChange {
            from: self.from,
            title: self.title.clone(),
            charter: self.charter.clone(),
            version: self.version,
            scope: self.scope.clone(),
            made: stamp.deed(),
        });
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let revise = |(child, it): (&ChildId, &Child)| Self {
            child: child.clone(),
            from: ask.today().max(it.from),
            title: some_text(),
            charter: None,
            version: None,
            scope: None,
        };
        ask.state.nesting().children.iter().map(revise).collect()
    }
}
