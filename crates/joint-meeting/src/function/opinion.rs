//! Cases of adverse online opinion (网络负面舆情), each handled on three legs at once.

use std::collections::BTreeSet;

use crate::{
    act::ActKind,
    act::ActType,
    act::Resolver,
    act::new_name,
    act::since,
    act::some_text,
    action::by_unit_or_office,
    charter::{Charter, settings::Role},
    deed::{Deed, Stamp},
    entry::Outcome,
    id::{CaseId, Text},
    law::{MatterKind, MatterRef},
    membership::word,
    record::{record, words},
    refusal::{Finding, Standing},
    rule::{Ask, Check, Guard, Rule, ensure, remedy},
    state::State,
    time::Time,
};

words! {
    /// A leg of the handling of online opinion (三同步).
    pub enum OpinionLeg {
        /// 依法处置
        LawfulHandling,
        /// 舆论引导
        PublicGuidance,
        /// 社会面管控
        SocialControl,
    }
}

record! {
    /// Opens a case of adverse online opinion (网络负面舆情).
    pub struct OpenOpinionCase {
        /// Its new name here.
        pub case: CaseId,
        /// What it is about.
        pub matter: Text,
    }

    /// Records what was done on one leg of a case (三同步之一).
    pub struct RecordOpinionLeg {
        /// The case.
        pub case: CaseId,
        /// The leg.
        pub leg: OpinionLeg,
        /// What was done.
        pub text: Text,
    }

    /// Closes a case of adverse online opinion (舆情办结).
    pub struct CloseOpinionCase {
        /// The case.
        pub case: CaseId,
    }
}

const CASE_OPEN: Rule = Rule::always("opinion.case_is_open", "该舆情尚未办结", "the case is not closed");

const OFFICE_OR_UNIT: &[Role] = &[Role::Office, Role::MemberUnit];

fn case_is_open(case: &OpinionCase) -> Check {
    ensure(case.closed.is_none(), || Finding::state(Standing::Closed, &[Standing::Open]))
}

impl ActType for OpenOpinionCase {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[by_unit_or_office(|it| it.needs(OFFICE_OR_UNIT, None))];

    const FREE: &'static [&'static str] = &["case", "matter"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        names.free(&self.case)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let case = OpinionCase { opened: stamp.deed(), legs: BTreeSet::new(), closed: None, last: stamp.at };
        state.functions.cases.insert(self.case.clone(), case);
        state.functions.open_cases.insert(self.case.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || Some(Self { case: new_name(ask)?, matter: some_text()? });
        made().into_iter().collect()
    }
}

impl ActType for RecordOpinionLeg {
    type Names<'s> = &'s OpinionCase;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.needs(OFFICE_OR_UNIT, None)),
        Guard { rule: CASE_OPEN, check: |it| case_is_open(it.names) },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::new(MatterKind::Case, self.case.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.case)
    }

    fn since(case: &Self::Names<'_>) -> Option<Time> {
        Some(case.opened.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(case) = state.functions.cases.get_mut(&self.case) {
            case.legs.insert(self.leg);
            case.last = case.last.max(stamp.at);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let functions = &ask.state.functions;
        let open = functions.open_cases.iter().filter_map(|id| Some((id, functions.cases.get(id)?)));
        open.flat_map(|(id, case)| {
            let legs = OpinionLeg::ALL.iter().filter(|it| !case.legs.contains(it));
            legs.filter_map(|leg| Some(Self { case: id.clone(), leg: *leg, text: some_text()? }))
        })
        .collect()
    }
}

impl ActType for CloseOpinionCase {
    type Names<'s> = &'s OpinionCase;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.needs(OFFICE_OR_UNIT, None)),
        Guard { rule: CASE_OPEN, check: |it| case_is_open(it.names) },
        Guard {
            rule: Rule::law(
                "opinion.all_three_legs",
                "依法处置、舆论引导、社会面管控三同步",
                "lawful handling, public guidance and social control went together",
            )
            .cured_by(&[remedy(ActKind::RecordOpinionLeg, OFFICE_OR_UNIT)]),
            check: |it| {
                let missing = OpinionLeg::ALL.iter().filter(|leg| !it.names.legs.contains(leg));
                let missing: Vec<String> = missing.map(word).collect();
                ensure(missing.is_empty(), || Finding::Missing { what: missing })
            },
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::new(MatterKind::Case, self.case.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.case)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(case) = state.functions.cases.get_mut(&self.case) {
            case.closed = Some(stamp.deed());
            case.last = stamp.at;
        }
        state.functions.open_cases.remove(&self.case);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        ask.state.functions.open_cases.iter().map(|it| Self { case: it.clone() }).collect()
    }
}

/// A case of adverse online opinion.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct OpinionCase {
    pub(crate) opened: Deed,
    pub(crate) legs: BTreeSet<OpinionLeg>,
    pub(crate) closed: Option<Deed>,
    pub(crate) last: Time,
}

since! { OpinionCase(last); }
