//! The act `dissolve` ends the body (撤销).

use crate::{
    charter::{
        Charter,
        settings::{SettingKey, choices::Dissolution},
    },
    kernel::{
        act::{ActType, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, fixed, remedy},
        view::Ask,
    },
    law::founding::Approval,
    state::State,
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{Text, UnitId},
        matter::MatterRef,
        record::record,
        words::Role,
    },
};

record! {
    /// Ends the body (撤销).
    ///
    /// The lead unit or the convener does this, where the charter says how the body ends
    /// (`body.dissolution_provided_for`). A body that ends when its work is done has completed it, and has no meeting,
    /// minutes or assignment under way (`body.has_nothing_under_way`). Where the charter asks for them, the superior's
    /// approval and the agreement of every member unit are there (`body.dissolution_approved`,
    /// `body.dissolution_agreed`).
    ///
    /// It settles nothing. The day of the act is the last day of the body: what happens later is refused
    /// (`body.is_in_force`).
    ///
    /// ```
    /// use joint_meeting::{Act, act::Dissolve, wire};
    ///
    /// let act = Dissolve::new("the work is done".parse()?, true).agreed_by(["police".parse()?, "health".parse()?]);
    /// let json = r#"{
    ///     "type": "dissolve", "basis": "the work is done", "completed": true, "agreed_by": ["police", "health"]
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Dissolve {
        /// What it rests on.
        pub basis: Text,
        /// Whether its work is done.
        pub completed: bool,
        /// The superior's approval, where one is needed.
        optional pub approval: Option<Approval>,
        /// The units that have agreed, where they have to.
        optional pub agreed_by: Vec<UnitId>,
    }
}

impl ActType for Dissolve {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "body.dissolution_provided_for",
                "制度规定了撤销办法，并由有权者依此撤销",
                "the charter says how the body ends, and those who may end it so",
            )
            .asks(&[SettingKey::Dissolution]),
            check: |it| {
                let rule = fixed(&it.settings().dissolution)?;
                it.decides(&[Role::LeadUnit, Role::Convener])?;
                let done = it.act.completed || *rule == Dissolution::Approval;
                ensure(done, || Finding::Missing { what: vec!["completed".to_owned()] })
            },
        },
        Guard {
            rule: Rule::law(
                "body.has_nothing_under_way",
                "任务完成后撤销的，没有未了事项",
                "a body that ends when its work is done has nothing under way",
            )
            .needs(&[SettingKey::Dissolution])
            .cured_by(&[
                remedy(ActKind::CompleteAssignment, &[Role::MemberUnit]),
                remedy(ActKind::CloseMeeting, &[Role::PresidingPerson]),
            ]),
            check: |it| {
                let ends_so = it.settings().dissolution.fixed() == Some(&Dissolution::OnCompletion);
                let what: Vec<String> = if ends_so { under_way(it) } else { Vec::new() };
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::law(
                "body.dissolution_approved",
                "撤销已经上级批准",
                "the superior has approved the end",
            )
            .needs(&[SettingKey::Dissolution]),
            check: |it| match it.settings().dissolution.fixed() {
                Some(Dissolution::Approval) => it.approved(it.act.approval.as_ref()),
                _ => Ok(()),
            },
        },
        Guard {
            rule: Rule::law(
                "body.dissolution_agreed",
                "撤销已经各成员单位同意",
                "every member unit has agreed to the end",
            )
            .needs(&[SettingKey::DissolutionAgreement]),
            check: |it| match it.settings().dissolution_agreement.fixed() {
                Some(true) => it.agreed_by(&it.act.agreed_by, it.members_on(it.today()).into_iter()),
                _ => Ok(()),
            },
        },
    ];

    const FREE: &'static [&'static str] = &["basis", "approval"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        names.all_known(&self.agreed_by).map(|_| ())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.founding.dissolved = Some(stamp.at.date());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let ended = || {
            Some(Self {
                basis: some_text()?,
                completed: true,
                approval: Some(Approval { by: some_text()?, number: None, on: ask.today() }),
                agreed_by: ask.members_on(ask.today()).into_iter().cloned().collect(),
            })
        };
        ended().into_iter().collect()
    }
}

/// The meetings, minutes and assignments that are not at their end.
fn under_way(ask: &Ask<'_>) -> Vec<String> {
    let state = ask.state;
    let meetings = state.meetings().live.iter().map(ToString::to_string);
    let minutes = state.documents().live.iter().map(ToString::to_string);
    let assignments = state.assignments().open().map(|(id, _)| id.to_string());
    meetings.chain(minutes).chain(assignments).collect()
}
