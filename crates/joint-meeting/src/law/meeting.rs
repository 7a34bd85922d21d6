//! Meetings: what the acts on one meeting share, such as its stages and who presides.
//!
//! Who may call a meeting is in `calling`; what a meeting decides is in `decision`.

pub(crate) mod answer_request;
pub(crate) mod approve_agenda;
mod beside;
pub(crate) mod calling;
pub(crate) mod cancel_meeting;
pub(crate) mod close_meeting;
pub(crate) mod convene;
pub(crate) mod declare_key_period;
pub(crate) mod delegate_presiding;
pub(crate) mod duties;
pub(crate) mod invite;
pub(crate) mod open_meeting;
pub(crate) mod plenary;
pub(crate) mod postpone_meeting;
pub(crate) mod record_attendance;
pub(crate) mod record_leaving;
pub(crate) mod request;
pub(crate) mod request_meeting;
pub(crate) mod send_apology;
pub(crate) mod session;
pub(crate) mod supplement_notice;
pub(crate) mod withdraw_request;

use crate::{
    charter::{
        readings::{DelegateMay, LiaisonPresiding},
        settings::{
            SettingKey,
            choices::{Delegate, Holder, Office},
            values::Presiding,
        },
    },
    kernel::{
        act::ActType,
        duty::Found,
        finding::{Finding, Standing},
        resolver::{since, stands_for},
        rule::{Check, Guard, Rule, ensure, remedy},
        view::{Ask, View},
    },
    law::meeting::{
        cancel_meeting::CancelMeeting, close_meeting::CloseMeeting, delegate_presiding::DelegatePresiding,
        invite::Invite, open_meeting::OpenMeeting, postpone_meeting::PostponeMeeting,
        record_attendance::RecordAttendance, send_apology::SendApology,
    },
    state::meeting::{Meeting, MeetingRequest, MeetingStage},
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{MeetingId, PersonId, PostId, RequestId},
        time::Date,
        words::{MeetingKind, Role},
    },
};

/// An act about one meeting.
pub(crate) trait OfMeeting: ActType {
    fn meeting<'s>(names: &Self::Names<'s>) -> &'s Meeting;
}

/// Says of acts that their only name is a meeting.
macro_rules! of_meeting {
    ($($act:ident)*) => {$(
        impl OfMeeting for $act {
            fn meeting<'s>(names: &Self::Names<'s>) -> &'s Meeting {
                names
            }
        }
    )*};
}

of_meeting! { DelegatePresiding Invite PostponeMeeting CancelMeeting OpenMeeting RecordAttendance CloseMeeting SendApology }

/// The guard that the meeting is convened and has not begun.
pub(crate) const fn is_convened<A: OfMeeting>() -> Guard<A> {
    Guard {
        rule: Rule::always(
            "meeting.is_convened",
            "会议已经召集、尚未召开",
            "the meeting is convened and has not begun",
        ),
        check: |it| A::meeting(&it.names).must_be(&[MeetingStage::Convened]),
    }
}

const IS_OPEN: Rule = Rule::always("meeting.is_open", "会议正在进行", "the meeting is open")
    .cured_by(&[remedy(ActKind::OpenMeeting, &[Role::PresidingPerson])]);

/// The guard that the meeting is open.
pub(crate) const fn is_open<A: OfMeeting>() -> Guard<A> {
    Guard { rule: IS_OPEN, check: |it| A::meeting(&it.names).must_be(&[MeetingStage::Open]) }
}

/// The guard that the meeting is convened or open.
pub(crate) const fn is_not_over<A: OfMeeting>() -> Guard<A> {
    Guard {
        rule: Rule::always("meeting.is_not_over", "会议尚未结束", "the meeting is not over"),
        check: |it| A::meeting(&it.names).must_be(&[MeetingStage::Convened, MeetingStage::Open]),
    }
}

impl<'s> View<'s> {
    /// What the charter says of who presides over meetings of the kind. A kind of which it says nothing follows the
    /// plenary, but for liaison meetings.
    fn presiding(&self, kind: MeetingKind) -> Option<&'s Presiding> {
        let all = self.settings().presiding.fixed()?;
        let said = |kind| all.get(&kind).filter(|it| !it.by.is_empty() || !it.posts.is_empty());
        said(kind).or_else(|| said(MeetingKind::Plenary).filter(|_| kind != MeetingKind::Liaison))
    }

    /// The roles of which one presides over meetings of the kind; none where a post does.
    fn presiding_roles(&self, kind: MeetingKind) -> Vec<Role> {
        match self.presiding(kind) {
            Some(said) => said.by.clone(),
            None if kind == MeetingKind::Liaison && self.is_directed() => vec![Role::OfficeDirector],
            None => vec![Role::Convener],
        }
    }

    /// The posts of which a holder presides over meetings of the kind.
    fn presiding_posts(&self, kind: MeetingKind) -> &'s [PostId] {
        self.presiding(kind).map_or(&[], |it| &it.posts)
    }

    /// Checks that the person holds the role, or the post, that presides.
    fn must_preside(&self, kind: MeetingKind, person: &PersonId, on: Date) -> Check {
        ensure(self.holds_presiding_role(kind, person, on), || match self.presiding_roles(kind) {
            roles if roles.is_empty() => Finding::Missing {
                what: self.presiding_posts(kind).iter().map(ToString::to_string).collect(),
            },
            roles => Finding::NeedsRole { roles, unit: None },
        })
    }

    /// Whether the convener stands in at meetings of the kind that were called: of those who preside over them, nobody is
    /// in office.
    fn convener_stands_in(&self, kind: MeetingKind, on: Date) -> bool {
        let mut persons = self.state.membership().persons.keys();
        !persons.any(|it| self.holds_presiding_role(kind, it, on))
    }

    /// Whether the person leads a meeting of the kind that was called: by role or by post or, where nobody holds either,
    /// as the convener who stands in.
    fn leads(&self, kind: MeetingKind, person: &PersonId, on: Date) -> bool {
        self.holds_presiding_role(kind, person, on)
            || (self.holds(Role::Convener, person, None, on) && self.convener_stands_in(kind, on))
    }

    /// Checks that the person leads a meeting of the kind that was called.
    fn must_lead(&self, kind: MeetingKind, person: &PersonId, on: Date) -> Check {
        if self.leads(kind, person, on) {
            return Ok(());
        }
        let stands_in = self.convener_stands_in(kind, on) && self.convener(on).is_some();
        match stands_in {
            true => Err(Finding::NeedsRole { roles: vec![Role::Convener], unit: None }),
            false => self.must_preside(kind, person, on),
        }
    }

    /// Checks that the person is one whom the holder of the presiding role may entrust.
    fn may_be_entrusted(&self, kind: MeetingKind, person: &PersonId, on: Date) -> Check {
        if self.holds_presiding_role(kind, person, on) {
            return Ok(());
        }
        let Some(delegate) = self.delegate(kind) else {
            return Err(Finding::Silent { setting: SettingKey::Presiding });
        };
        let role = match delegate {
            Delegate::Anyone if self.reading::<DelegateMay>() == DelegateMay::Anyone => return Ok(()),
            Delegate::Anyone | Delegate::Member => Role::Member,
            Delegate::DeputyConvener => Role::DeputyConvener,
            Delegate::Convener => Role::Convener,
            Delegate::Nobody => {
                return Err(Finding::NotAllowed { value: person.to_string(), allowed: Vec::new() });
            }
        };
        let holds = self.holds(role, person, None, on);
        ensure(holds, || Finding::NeedsRole { roles: vec![role], unit: None })
    }

    /// Whether the director of an office presides over liaison meetings where the charter does not say.
    fn is_directed(&self) -> bool {
        matches!(self.settings().office.fixed(), Some(Office::Seated { .. }))
            && self.reading::<LiaisonPresiding>() == LiaisonPresiding::OfficeDirector
    }

    fn holds_presiding_role(&self, kind: MeetingKind, person: &PersonId, on: Date) -> bool {
        let by_post = || {
            let posts = self.presiding_posts(kind);
            self.holds_one_of(|it| posts.contains(it), person, on)
        };
        self.presiding_roles(kind).into_iter().any(|role| self.holds(role, person, None, on)) || by_post()
    }

    /// The first holder of a role that one person holds for the whole body.
    fn holder_of(&self, role: Role, on: Date) -> Option<&'s PersonId> {
        let settings = self.settings();
        let holder = |it: &'s Holder| self.first_holder(it, on);
        match role {
            Role::ChiefConvener => settings.chief_convener.fixed().and_then(holder),
            Role::Convener => self.convener(on),
            Role::DeputyConvener => settings.deputy_conveners.fixed()?.iter().find_map(holder),
            Role::OfficeDirector => match settings.office.fixed()? {
                Office::Seated { director, .. } => {
                    director.iter().find_map(|it| self.holders_of_post(it, on).next())
                }
                Office::Forbidden => None,
            },
            _ => None,
        }
    }
}

pub(crate) const FIRST_IN_RANK: Rule = Rule::law(
    "presiding.first_in_rank",
    "召集人有先后的，由在任者中居先的主持或者委托他人主持",
    "where conveners are ranked, the first in office presides, or entrusts another",
)
.needs(&[SettingKey::ConvenersRanked])
.cured_by(&[remedy(ActKind::DelegatePresiding, &[Role::Convener])]);

impl Ask<'_> {
    /// Checks that, where conveners are ranked, a person who presides as convener is the first in office.
    fn is_first_where_ranked(&self, kind: MeetingKind, person: &PersonId) -> Check {
        let (ranked, on) = (self.settings().conveners_ranked.fixed() == Some(&true), self.today());
        let roles = self.presiding_roles(kind);
        let otherwise = |role: &Role| *role != Role::Convener && self.holds(*role, person, None, on);
        let as_convener = match roles.contains(&Role::Convener) {
            true => !roles.iter().any(otherwise),
            false => self.convener_stands_in(kind, on),
        };
        ensure(!ranked || !as_convener || self.is_first_in_rank(person, on), || Finding::NeedsRole {
            roles: vec![Role::PresidingPerson],
            unit: None,
        })
    }

    /// Checks that the actor presides: by delegation, by the notice, or in the place of a person who no longer holds the
    /// role. Whoever leads meetings of the kind may take a meeting back that was delegated. One to whom it was delegated
    /// presides as long as they may be entrusted. Nobody presides who has left the meeting.
    pub(crate) fn presides(&self, meeting: &Meeting) -> Check {
        let (kind, on) = (meeting.kind, self.today());
        let leads = |who| self.leads(kind, who, on);
        let named = meeting.presiding == *self.by;
        let delegated = meeting.is_delegated;
        let takes_back = || delegated && self.is_first_where_ranked(kind, self.by).is_ok();
        let presides = if leads(self.by) {
            named || takes_back() || (!delegated && !leads(&meeting.presiding))
        } else {
            named && delegated && self.may_be_entrusted(kind, self.by, on).is_ok()
        };
        ensure(presides && !meeting.has_left(self.by, self.at), || Finding::NeedsRole {
            roles: vec![Role::PresidingPerson],
            unit: None,
        })
    }
}

/// What is found of a request: the answer it was owed or, where the meeting itself is owed, that meeting.
pub(crate) fn answered(request: &MeetingRequest, owed: bool, called: Option<Deed>) -> Found {
    let mut entries = vec![request.made.no];
    let missing = |it: &str| Finding::Missing { what: vec![it.to_owned()] };
    let Some(answer) = request.answer else { return Found::Open { finding: missing("answer"), entries } };
    entries.push(answer.given.no);
    entries.extend(called.map(|it| it.no));
    match (owed, answer.granted, called) {
        (true, false, _) => Found::Broken { finding: missing("meeting"), entries },
        (true, true, None) => Found::Open { finding: missing("meeting"), entries },
        _ => Found::Done { at: answer.given.at, entries },
    }
}

impl Meeting {
    pub(crate) fn must_be(&self, needs: &[MeetingStage]) -> Check {
        ensure(needs.contains(&self.stage), || Finding::state(self.stage, needs))
    }
}

since! {
    Meeting(last);
    MeetingRequest(last);
}

impl MeetingRequest {
    /// Checks that the request was granted, and that no meeting has been called yet.
    fn must_be_granted(&self) -> Check {
        let is = match (self.answer, &self.meeting) {
            _ if self.withdrawn.is_some() => Standing::Withdrawn,
            (None, _) => Standing::Unanswered,
            (Some(answer), _) if !answer.granted => Standing::Declined,
            (Some(_), None) => return Ok(()),
            (Some(_), Some(_)) => Standing::Met,
        };
        Err(Finding::state(is, &[Standing::Granted]))
    }
}

stands_for! {
    MeetingId => Meeting in meetings.meetings;
    RequestId => MeetingRequest in meetings.requests;
}
