//! The act `invite` invites another unit or an expert for one item (邀请).

use crate::{
    charter::{Charter, settings::SettingKey},
    kernel::{
        act::{ActType, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, fixed},
        transition,
        view::Ask,
        word::word,
    },
    law::meeting::is_not_over,
    state::{
        State,
        meeting::{Invitee, Meeting},
    },
    terms::{
        deed::Stamp,
        id::{ItemId, MeetingId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
        words::{Role, UnitKind},
    },
};

record! {
    /// Invites another unit or an expert for one item (邀请).
    ///
    /// Those whom the charter names do this, or the office where it names nobody; a charter that knows no invitation
    /// allows none (`invitation.by_whoever_may`). The item is on the agenda of the meeting
    /// (`invitation.for_an_item_of_the_agenda`), whoever is invited is not a member unit (`invitation.of_an_outsider`),
    /// and the charter lets such an invitee come to a meeting of the kind (`invitation.kind_allowed`). The meeting is
    /// not over (`meeting.is_not_over`).
    ///
    /// It settles nothing. Whoever is invited is an invitee of the meeting for that item; a unit that is given with its
    /// kind is known to the body from then on, and does not become a member unit by it.
    ///
    /// ```
    /// use joint_meeting::{Act, act::Invite, wire};
    ///
    /// let act = Invite::new("m1".parse()?, "i2".parse()?, "a veterinary surgeon".parse()?).expert(true);
    /// let json = r#"{
    ///     "type": "invite", "meeting": "m1", "item": "i2", "invitee": "a veterinary surgeon", "expert": true
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Invite {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item for which they come.
        pub item: ItemId,
        /// Who is invited, by name.
        pub invitee: Text,
        /// The unit, where it is one the body knows, or is to know from now on.
        optional pub unit: Option<UnitId>,
        /// What kind of unit it is, where the body does not know it yet.
        optional pub kind: Option<UnitKind>,
        /// Whether it is an expert, and not a unit.
        optional pub expert: bool,
    }
}

impl ActType for Invite {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "invitation.by_whoever_may",
                "由有权者邀请；未作规定的，由办公室邀请",
                "whoever may invite does, or the office if the charter does not say",
            )
            .asks(&[SettingKey::Invitation]),
            check: |it| {
                let by = &fixed(&it.settings().invitation)?.by;
                it.needs(if by.is_empty() { &[Role::Office] } else { by }, None)
            },
        },
        Guard {
            rule: Rule::law(
                "invitation.for_an_item_of_the_agenda",
                "邀请须针对议程上的特定事项",
                "the invitation is for an item on the agenda",
            ),
            check: |it| {
                let what = || vec![it.act.item.to_string()];
                ensure(it.names.agenda.contains(&it.act.item), || Finding::Missing { what: what() })
            },
        },
        Guard {
            rule: Rule::law(
                "invitation.of_an_outsider",
                "邀请的是成员单位以外的单位或者专家",
                "whoever is invited is not a member unit",
            ),
            check: |it| {
                let members = it.act.unit.iter().filter(|unit| it.is_member(unit, it.today()));
                let what: Vec<String> = members.map(ToString::to_string).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::law(
                "invitation.kind_allowed",
                "此类会议可以邀请此类人员",
                "such an invitee may be invited to such a meeting",
            )
            .needs(&[SettingKey::Invitation]),
            check: |it| {
                let Some(invitation) = it.settings().invitation.fixed() else { return Ok(()) };
                let kinds = &invitation.meetings;
                ensure(kinds.contains(&it.names.kind), || Finding::NotAllowed {
                    value: word(&it.names.kind),
                    allowed: kinds.iter().map(word).collect(),
                })?;
                let who = [("unit", invitation.units), ("expert", invitation.experts)];
                let this = if it.act.expert { "expert" } else { "unit" };
                let allowed: Vec<String> =
                    who.iter().filter(|(_, may)| *may).map(|(it, _)| (*it).to_owned()).collect();
                ensure(allowed.iter().any(|it| it == this), || Finding::NotAllowed {
                    value: this.to_owned(),
                    allowed,
                })
            },
        },
        is_not_over(),
    ];

    const FREE: &'static [&'static str] = &["invitee", "unit", "kind", "expert"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let meeting = names.known(&self.meeting);
        names.known(&self.item);
        for unit in self.unit.iter().filter(|_| self.kind.is_none()) {
            names.known(unit);
        }
        meeting
    }

    fn since(&self, meeting: &Self::Names<'_>) -> Option<Time> {
        Some(meeting.convened.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let (Some(unit), Some(kind)) = (&self.unit, self.kind) {
            state.membership.introduce(unit, &self.invitee, kind, stamp.at.date());
        }
        if let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) {
            meeting.invitees.push(Invitee {
                name: self.invitee.clone(),
                unit: self.unit.clone(),
                item: self.item.clone(),
                invited: stamp.deed(),
                came: None,
            });
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let outsider = ask.state.membership().units.keys().find(|it| !ask.is_member(it, ask.today()));
        let invite = |meeting: &MeetingId, item: &ItemId, unit: Option<&UnitId>| {
            Some(Self {
                meeting: meeting.clone(),
                item: item.clone(),
                invitee: some_text()?,
                unit: unit.cloned(),
                kind: None,
                expert: unit.is_none(),
            })
        };
        let live = ask.state.meetings().live();
        live.filter_map(|(id, it)| Some((id, it.agenda.first()?)))
            .flat_map(|(id, item)| {
                [invite(id, item, None), outsider.and_then(|it| invite(id, item, Some(it)))]
            })
            .flatten()
            .collect()
    }
}
