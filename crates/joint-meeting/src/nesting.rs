//! Nesting: the lower bodies (下级联席会议) that units set up beside this one, each under a charter of its own.
//!
//! A lower body inherits nothing; its own affairs are kept in a journal of its own and not here.

use std::collections::BTreeMap;

use crate::{
    act::ActKind,
    act::ActType,
    act::Resolver,
    act::new_name,
    act::since,
    act::some_text,
    act::stands_for,
    charter::Charter,
    charter::SettingKey,
    charter::settings::Role,
    deed::Deed,
    deed::Stamp,
    duty::{Found, Instance, or_not_applicable},
    entry::Outcome,
    id::{CharterId, ChildId, Text, UnitId},
    law::MatterRef,
    membership::{Unit, UnitKind, by_office, word},
    record::{record, words},
    refusal::Finding,
    rule::{Ask, Duty, Guard, Rule, ensure, fixed},
    state::State,
    time::{Date, Time},
    verdict::{Bearer, Verdict},
};

words! {
    /// Which way a matter goes between this body and a lower one.
    pub enum ChildLink {
        /// The lower body reports it here (报告).
        ReportedUp,
        /// This body hands it down (交办).
        HandedDown,
    }
}

record! {
    /// Records a lower body that a unit has set up (建立街道级别联席会议).
    pub struct RecordChild {
        /// Its name.
        pub child: ChildId,
        /// The unit that set it up, which need not be known here.
        pub set_up_by: Text,
        /// What kind of unit that is.
        pub kind: UnitKind,
        /// The same unit, where it is known here.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<UnitId>,
        /// Its charter.
        pub charter: CharterId,
        /// What it is called.
        pub title: Text,
        /// Its first day.
        pub from: Date,
    }

    /// Links a matter with a lower body (上下衔接).
    pub struct LinkChild {
        /// The lower body.
        pub child: ChildId,
        /// Which way the matter goes.
        pub link: ChildLink,
        /// The matter.
        pub subject: Text,
        /// What was reported or handed down.
        pub note: Text,
    }
}

impl ActType for RecordChild {
    type Names<'s> = Option<&'s Unit>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "child.by_a_unit_that_may",
                "由制度许可的单位建立下级联席会议",
                "a lower body is set up by a unit of a kind the charter allows",
            )
            .needs(&[SettingKey::Children]),
            check: |it| {
                let by = &fixed(&it.settings().children)?.by;
                // What is known of the unit goes before what is said of it.
                let kind = it.names.map_or(it.act.kind, |it| it.kind);
                ensure(by.contains(&kind), || Finding::NotAllowed {
                    value: word(&kind),
                    allowed: by.iter().map(word).collect(),
                })
            },
        },
        Guard {
            rule: Rule::law(
                "child.has_a_charter_of_its_own",
                "下级联席会议另立制度",
                "the lower body has a charter of its own",
            ),
            check: |it| {
                ensure(it.act.charter != *it.charter.id(), || Finding::Unwanted {
                    what: vec![it.act.charter.to_string()],
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["child", "set_up_by", "charter", "title", "from"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let free = names.free(&self.child);
        let unit = self.unit.as_ref().map(|it| names.known(it));
        free.map(|()| unit.flatten())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let child = Child {
            unit: self.unit.clone(),
            charter: self.charter.clone(),
            title: self.title.clone(),
            from: self.from,
            recorded: stamp.deed(),
            reported: None,
            handed_down: Vec::new(),
            last: stamp.at,
        };
        state.nesting.children.insert(self.child.clone(), child);
    }

    /// By a unit of each kind that may, or by a street where the charter is silent.
    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let silent = [UnitKind::Street];
        let by = ask.settings().children.fixed().map_or(&silent[..], |it| &it.by);
        let made = |kind: &UnitKind| {
            Some(Self {
                child: new_name(ask)?,
                set_up_by: some_text()?,
                kind: *kind,
                unit: None,
                charter: new_name(ask)?,
                title: some_text()?,
                from: ask.today(),
            })
        };
        by.iter().filter_map(made).collect()
    }
}

impl ActType for LinkChild {
    type Names<'s> = &'s Child;

    const GUARDS: &'static [Guard<Self>] = &[by_office()];

    const FREE: &'static [&'static str] = &["subject", "note"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.child)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(child) = state.nesting.children.get_mut(&self.child) {
            child.last = stamp.at;
            match self.link {
                ChildLink::ReportedUp => {
                    child.reported.get_or_insert(stamp.deed());
                }
                ChildLink::HandedDown => child.handed_down.push(stamp.deed()),
            }
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let link = |child: &ChildId, link: ChildLink| {
            Some(Self { child: child.clone(), link, subject: some_text()?, note: some_text()? })
        };
        let children = ask.state.nesting.children.keys();
        children.flat_map(|child| ChildLink::ALL.iter().filter_map(move |it| link(child, *it))).collect()
    }
}

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "child.set_up",
            "各街可以建立街道级别联席会议",
            "units below may set up joint meetings of their own",
        ),
        gives: &[Verdict::NotJudged, Verdict::NotApplicable],
        look: |view, _, period| {
            let children = view.state.nesting.children.values();
            let set_up = children.filter(|it| it.recorded.at.date() <= period.to);
            let entries: Vec<u32> = set_up.map(|it| it.recorded.no).collect();
            let found = if entries.is_empty() { Found::NotApplicable } else { Found::NotJudged { entries } };
            vec![Instance::new(Bearer::Body, found)]
        },
    },
    Duty {
        rule: Rule::law(
            "child.reported",
            "下级联席会议建立后向本级报告",
            "a lower body is reported to this one",
        )
        .needs(&[SettingKey::Children]),
        gives: &[Verdict::NotApplicable, Verdict::Silent, Verdict::Met, Verdict::Unmet],
        look: |view, _, period| {
            let children = view.state.nesting.children.iter();
            let children = children.filter(|(_, it)| it.recorded.at.date() <= period.to);
            let reported = view.settings().children.fixed().map(|it| it.reported);
            let look = |(id, child): (&ChildId, &Child)| {
                let found = match reported {
                    None | Some(false) => Found::Silent { entries: vec![child.recorded.no] },
                    Some(true) => Found::done_or(child.reported, || Finding::Missing {
                        what: vec!["report".to_owned()],
                    }),
                };
                let bearer = child.unit.clone().map_or(Bearer::Body, |unit| Bearer::Unit { unit });
                let since = child.recorded.at.date();
                Instance::new(bearer, found)
                    .about(id)
                    .since(since)
                    .owed_to(Role::Office)
                    .fulfilled_by(&[ActKind::LinkChild])
            };
            or_not_applicable(children.map(look).collect())
        },
    },
];

/// A lower body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Child {
    /// The unit that set it up, where it is known here.
    pub(crate) unit: Option<UnitId>,
    pub(crate) charter: CharterId,
    pub(crate) title: Text,
    pub(crate) from: Date,
    pub(crate) recorded: Deed,
    /// When it was first reported here.
    pub(crate) reported: Option<Deed>,
    pub(crate) handed_down: Vec<Deed>,
    pub(crate) last: Time,
}

since! { Child(last); }

/// The lower bodies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Nesting {
    pub(crate) children: BTreeMap<ChildId, Child>,
}

stands_for! { ChildId => Child in nesting.children; }
