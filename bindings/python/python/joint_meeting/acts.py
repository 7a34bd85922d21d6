"""The acts, each made by a function of its name: `Countersign(minutes="n1", version=1, unit="health")`.

Generated from the Rust types: `cargo xtask generate`. Do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from joint_meeting._text import act

if TYPE_CHECKING:
    from joint_meeting import types
    from joint_meeting._text import Day, Moment


def AdoptCharter(
    *,
    charter: types.CharterId,
    version: int,
    holders: list[types.FirstHolder],
    agreed_by: list[types.UnitId] | None = None,
    approval: types.Approval | None = None,
    members: list[types.FirstMember] | None = None,
) -> types.AdoptCharter:
    """Adopts the charter (制定并印发制度): the body exists from now on.

    charter: The charter.
    version: Its version.
    holders: Who holds which post at the beginning.
    agreed_by: The units that have agreed, where they have to.
    approval: The superior's approval, where one is needed.
    members: Who the member units are, in protocol order, where the charter does not list them.
    """
    made: types.AdoptCharter = act(
        "adopt_charter",
        charter=charter,
        version=version,
        holders=holders,
        agreed_by=agreed_by,
        approval=approval,
        members=members,
    )
    return made


def AmendCharter(
    *,
    version: int,
    from_: Day,
    basis: types.Text,
    members: list[types.FirstMember] | None = None,
) -> types.AmendCharter:
    """Puts a new version of the charter in force (修订).

    version: The version.
    from: The first day on which it is in force.
    basis: What it rests on: the agreed matter, the superior's approval, the notice of re-issue.
    members: Who the member units are from then on, in protocol order, where the new version does not list them; with none given, they stay who they are.
    """
    made: types.AmendCharter = act(
        "amend_charter",
        version=version,
        from_=from_,
        basis=basis,
        members=members,
    )
    return made


def ChooseLaw(
    *,
    matter: types.MatterRef,
    law: types.Law,
    why: types.Text,
) -> types.ChooseLaw:
    """Chooses by which version a matter goes on that was open when the present one came into force, where the charter
    asks for a choice (新旧衔接).

    matter: The matter.
    law: The law it follows.
    why: Why.
    """
    made: types.ChooseLaw = act(
        "choose_law",
        matter=matter,
        law=law,
        why=why,
    )
    return made


def ChooseReading(
    *,
    reading: types.Text,
    option: types.Text,
    why: types.Text,
) -> types.ChooseReading:
    """Chooses one of the readings that the charter leaves open (解释).

    reading: The question.
    option: The option chosen.
    why: Why.
    """
    made: types.ChooseReading = act(
        "choose_reading",
        reading=reading,
        option=option,
        why=why,
    )
    return made


def Dissolve(
    *,
    basis: types.Text,
    completed: bool,
    agreed_by: list[types.UnitId] | None = None,
    approval: types.Approval | None = None,
) -> types.Dissolve:
    """Ends the body (撤销).

    basis: What it rests on.
    completed: Whether its work is done.
    agreed_by: The units that have agreed, where they have to.
    approval: The superior's approval, where one is needed.
    """
    made: types.Dissolve = act(
        "dissolve",
        basis=basis,
        completed=completed,
        agreed_by=agreed_by,
        approval=approval,
    )
    return made


def AdmitUnit(
    *,
    unit: types.UnitId,
    name: types.Text,
    kind: types.UnitKind,
    basis: types.Text | None = None,
    class_: types.ClassId | None = None,
    consent: types.Text | None = None,
    from_: Day | None = None,
    item: types.ItemId | None = None,
) -> types.AdmitUnit:
    """Adds a member unit (增加成员单位).

    unit: Its new name here, or that of a unit known already.
    name: Its name.
    kind: What kind of unit it is.
    basis: The paper on which it rests, where it is not an agreed matter.
    class: The class through which it belongs.
    consent: The unit's written consent.
    from: The first day; if not given, the day of the act.
    item: The agreed matter by which it is added.
    """
    made: types.AdmitUnit = act(
        "admit_unit",
        unit=unit,
        name=name,
        kind=kind,
        basis=basis,
        class_=class_,
        consent=consent,
        from_=from_,
        item=item,
    )
    return made


def WithdrawUnit(
    *,
    unit: types.UnitId,
    basis: types.Text,
    to: Day,
    consent: types.Text | None = None,
    item: types.ItemId | None = None,
) -> types.WithdrawUnit:
    """Takes a unit out of the body (退出).

    unit: The unit.
    basis: What it rests on.
    to: The last day.
    consent: The unit's written consent.
    item: The agreed matter by which it leaves, where the meeting decides.
    """
    made: types.WithdrawUnit = act(
        "withdraw_unit",
        unit=unit,
        basis=basis,
        to=to,
        consent=consent,
        item=item,
    )
    return made


def MergeUnits(
    *,
    units: list[types.UnitId],
    into: types.UnitId,
    name: types.Text,
    kind: types.UnitKind,
    basis: types.Text,
    from_: Day,
) -> types.MergeUnits:
    """Records that units were merged into one (机构合并); the successor takes their place.

    units: The units that end.
    into: The successor: one of them, another unit, or a new one.
    name: Its name.
    kind: What kind of unit it is.
    basis: The paper on which the merger rests.
    from: The successor's first day.
    """
    made: types.MergeUnits = act(
        "merge_units",
        units=units,
        into=into,
        name=name,
        kind=kind,
        basis=basis,
        from_=from_,
    )
    return made


def RenameUnit(
    *,
    unit: types.UnitId,
    name: types.Text,
    basis: types.Text,
    from_: Day,
) -> types.RenameUnit:
    """Records a unit's new name (更名).

    unit: The unit.
    name: The new name.
    basis: The paper on which it rests.
    from: The first day of the new name.
    """
    made: types.RenameUnit = act(
        "rename_unit",
        unit=unit,
        name=name,
        basis=basis,
        from_=from_,
    )
    return made


def FillPost(
    *,
    post: types.PostId,
    person: types.PersonId,
    acting: bool | None = None,
    from_: Day | None = None,
    unit: types.UnitId | None = None,
) -> types.FillPost:
    """Records who holds a post from now on (任职).

    post: The post.
    person: The person.
    acting: Whether the person only stands in until the post is filled (代理).
    from: The first day; if not given, the day of the act.
    unit: The unit, for a post that every member unit has.
    """
    made: types.FillPost = act(
        "fill_post",
        post=post,
        person=person,
        acting=acting,
        from_=from_,
        unit=unit,
    )
    return made


def VacatePost(
    *,
    post: types.PostId,
    person: types.PersonId,
    to: Day | None = None,
    unit: types.UnitId | None = None,
) -> types.VacatePost:
    """Records that a person leaves a post (免职).

    post: The post.
    person: The person.
    to: The last day; if not given, the day of the act.
    unit: The unit, for a post that every member unit has.
    """
    made: types.VacatePost = act(
        "vacate_post",
        post=post,
        person=person,
        to=to,
        unit=unit,
    )
    return made


def NameMember(
    *,
    unit: types.UnitId,
    person: types.PersonId,
    post: types.Text,
    rank: types.Rank,
    portfolio: bool,
    from_: Day | None = None,
    replaces: types.PersonId | None = None,
) -> types.NameMember:
    """Names the member of a unit (确定成员), or another in his place.

    unit: The unit.
    person: The person.
    post: The post the person holds in the unit.
    rank: Its rank.
    portfolio: Whether the matter is in the person's portfolio (分管).
    from: The first day; if not given, the day of the act.
    replaces: Whom the person replaces.
    """
    made: types.NameMember = act(
        "name_member",
        unit=unit,
        person=person,
        post=post,
        rank=rank,
        portfolio=portfolio,
        from_=from_,
        replaces=replaces,
    )
    return made


def NameLiaisonOfficer(
    *,
    unit: types.UnitId,
    person: types.PersonId,
    post: types.Text,
    rank: types.Rank,
    section_head: bool,
    knows_duties: bool,
    masters_trade: bool,
    from_: Day | None = None,
    replaces: types.PersonId | None = None,
) -> types.NameLiaisonOfficer:
    """Names the liaison officer of a unit (指派联络员), or another in his place.

    unit: The unit.
    person: The person.
    post: The post the person holds in the unit.
    rank: Its rank.
    section_head: Whether the person heads a business section (业务科室主要负责同志).
    knows_duties: Whether the person knows the unit's duties in the matter (熟悉职责).
    masters_trade: Whether the person masters the trade (精通业务).
    from: The first day; if not given, the day of the act.
    replaces: Whom the person replaces.
    """
    made: types.NameLiaisonOfficer = act(
        "name_liaison_officer",
        unit=unit,
        person=person,
        post=post,
        rank=rank,
        section_head=section_head,
        knows_duties=knows_duties,
        masters_trade=masters_trade,
        from_=from_,
        replaces=replaces,
    )
    return made


def ConfirmAppointment(
    *,
    unit: types.UnitId,
    named: types.Named,
    item: types.ItemId,
) -> types.ConfirmAppointment:
    """Confirms a person whom a unit has named (确定人选), where the charter asks for it.

    unit: The unit.
    named: As what the person was named.
    item: The agreed matter by which it is confirmed.
    """
    made: types.ConfirmAppointment = act(
        "confirm_appointment",
        unit=unit,
        named=named,
        item=item,
    )
    return made


def NotifyChange(
    *,
    unit: types.UnitId,
    named: types.Named,
    person: types.PersonId,
) -> types.NotifyChange:
    """Tells the office that a unit has changed its member or liaison officer (通报变动).

    unit: The unit.
    named: Which of the two.
    person: The person who was named.
    """
    made: types.NotifyChange = act(
        "notify_change",
        unit=unit,
        named=named,
        person=person,
    )
    return made


def RequestMeeting(
    *,
    request: types.RequestId,
    unit: types.UnitId,
    topic: types.Text,
    from_superior: bool | None = None,
    wished: Day | None = None,
) -> types.RequestMeeting:
    """Asks the office for a meeting (提请召开).

    request: Its new name.
    unit: The unit that asks, or that passes on what the superior asks for.
    topic: What the meeting is to be about.
    from_superior: Whether it is the superior who asks (上级要求).
    wished: The day wished for.
    """
    made: types.RequestMeeting = act(
        "request_meeting",
        request=request,
        unit=unit,
        topic=topic,
        from_superior=from_superior,
        wished=wished,
    )
    return made


def AnswerRequest(
    *,
    request: types.RequestId,
    granted: bool,
    reason: types.Text | None = None,
) -> types.AnswerRequest:
    """Answers a request for a meeting (答复).

    request: The request.
    granted: Whether the meeting will be called.
    reason: Why not, or how.
    """
    made: types.AnswerRequest = act(
        "answer_request",
        request=request,
        granted=granted,
        reason=reason,
    )
    return made


def ApproveAgenda(
    *,
    items: list[types.ItemId],
) -> types.ApproveAgenda:
    """Approves items for an agenda (审定议题), where the charter asks for it.

    items: The items.
    """
    made: types.ApproveAgenda = act(
        "approve_agenda",
        items=items,
    )
    return made


def Convene(
    *,
    meeting: types.MeetingId,
    kind: types.MeetingKind,
    units: list[types.UnitId],
    held_at: Moment,
    agenda: list[types.ItemId] | None = None,
    approved_by: types.PersonId | None = None,
    mode: types.Mode | None = None,
    presiding: types.PersonId | None = None,
    request: types.RequestId | None = None,
) -> types.Convene:
    """Calls a meeting (召集).

    meeting: Its new name.
    kind: What kind of meeting it is.
    units: The units called.
    held_at: When it will be held.
    agenda: The items on its agenda.
    approved_by: The convener who approved the notice.
    mode: How it will be held.
    presiding: Who presides; if not given, whoever holds the role that does.
    request: The request upon which it is called.
    """
    made: types.Convene = act(
        "convene",
        meeting=meeting,
        kind=kind,
        units=units,
        held_at=held_at,
        agenda=agenda,
        approved_by=approved_by,
        mode=mode,
        presiding=presiding,
        request=request,
    )
    return made


def DelegatePresiding(
    *,
    meeting: types.MeetingId,
    to: types.PersonId,
) -> types.DelegatePresiding:
    """Entrusts another person with presiding over one meeting (委托主持).

    meeting: The meeting.
    to: The person entrusted.
    """
    made: types.DelegatePresiding = act(
        "delegate_presiding",
        meeting=meeting,
        to=to,
    )
    return made


def Invite(
    *,
    meeting: types.MeetingId,
    item: types.ItemId,
    invitee: types.Text,
    expert: bool | None = None,
    kind: types.UnitKind | None = None,
    unit: types.UnitId | None = None,
) -> types.Invite:
    """Invites another unit or an expert for one item (邀请).

    meeting: The meeting.
    item: The item for which they come.
    invitee: Who is invited, by name.
    expert: Whether it is an expert, and not a unit.
    kind: What kind of unit it is, where the body does not know it yet.
    unit: The unit, where it is one the body knows, or is to know from now on.
    """
    made: types.Invite = act(
        "invite",
        meeting=meeting,
        item=item,
        invitee=invitee,
        expert=expert,
        kind=kind,
        unit=unit,
    )
    return made


def PostponeMeeting(
    *,
    meeting: types.MeetingId,
    to: Moment,
    reason: types.Text,
) -> types.PostponeMeeting:
    """Puts a meeting off to another time (改期).

    meeting: The meeting.
    to: When it will be held instead.
    reason: Why.
    """
    made: types.PostponeMeeting = act(
        "postpone_meeting",
        meeting=meeting,
        to=to,
        reason=reason,
    )
    return made


def CancelMeeting(
    *,
    meeting: types.MeetingId,
    reason: types.Text,
) -> types.CancelMeeting:
    """Calls a meeting off (取消).

    meeting: The meeting.
    reason: Why.
    """
    made: types.CancelMeeting = act(
        "cancel_meeting",
        meeting=meeting,
        reason=reason,
    )
    return made


def OpenMeeting(
    *,
    meeting: types.MeetingId,
) -> types.OpenMeeting:
    """Opens a meeting (开会).

    meeting: The meeting.
    """
    made: types.OpenMeeting = act(
        "open_meeting",
        meeting=meeting,
    )
    return made


def RecordAttendance(
    *,
    meeting: types.MeetingId,
    present: list[types.Present],
    apologies: list[types.UnitId] | None = None,
    observers: list[types.Observer] | None = None,
) -> types.RecordAttendance:
    """Records who attends a meeting and who sent apologies (记录出席).

    meeting: The meeting.
    present: Who attends, for which unit.
    apologies: The units that sent apologies (请假).
    observers: Who sits in (列席).
    """
    made: types.RecordAttendance = act(
        "record_attendance",
        meeting=meeting,
        present=present,
        apologies=apologies,
        observers=observers,
    )
    return made


def CloseMeeting(
    *,
    meeting: types.MeetingId,
) -> types.CloseMeeting:
    """Closes a meeting (闭会).

    meeting: The meeting.
    """
    made: types.CloseMeeting = act(
        "close_meeting",
        meeting=meeting,
    )
    return made


def DeclareKeyPeriod(
    *,
    from_: Day,
    to: Day,
    reason: types.Text,
) -> types.DeclareKeyPeriod:
    """Declares a key period (重点时期), in which meetings are held more often.

    from: The first day.
    to: The last day.
    reason: Why.
    """
    made: types.DeclareKeyPeriod = act(
        "declare_key_period",
        from_=from_,
        to=to,
        reason=reason,
    )
    return made


def AddAgendaItem(
    *,
    item: types.ItemId,
    title: types.Text,
    kind: types.ItemKind,
    concerned: list[types.UnitId] | None = None,
    major: bool | None = None,
    proposal: types.Text | None = None,
    serves: list[types.ClauseId] | None = None,
    unit: types.UnitId | None = None,
) -> types.AddAgendaItem:
    """Puts an item forward for an agenda (提出议题).

    item: Its new name.
    title: What it is about.
    kind: What it is for.
    concerned: The units it concerns.
    major: Whether it is a major matter (重大事项).
    proposal: What is proposed.
    serves: The clauses it serves.
    unit: The unit that puts it; without one, the office does.
    """
    made: types.AddAgendaItem = act(
        "add_agenda_item",
        item=item,
        title=title,
        kind=kind,
        concerned=concerned,
        major=major,
        proposal=proposal,
        serves=serves,
        unit=unit,
    )
    return made


def ConsultUnit(
    *,
    item: types.ItemId,
    unit: types.UnitId,
    reply: types.Position,
    text: types.Text | None = None,
) -> types.ConsultUnit:
    """Records what a unit that is consulted replies in writing (征求意见).

    item: The item.
    unit: The unit.
    reply: What it replies.
    text: Its words.
    """
    made: types.ConsultUnit = act(
        "consult_unit",
        item=item,
        unit=unit,
        reply=reply,
        text=text,
    )
    return made


def Discuss(
    *,
    meeting: types.MeetingId,
    item: types.ItemId,
) -> types.Discuss:
    """Takes an item up for discussion, or hears it (研究讨论、听取通报).

    meeting: The meeting.
    item: The item.
    """
    made: types.Discuss = act(
        "discuss",
        meeting=meeting,
        item=item,
    )
    return made


def StatePosition(
    *,
    meeting: types.MeetingId,
    item: types.ItemId,
    unit: types.UnitId,
    position: types.Position,
    text: types.Text | None = None,
) -> types.StatePosition:
    """States the position of a unit (表明意见); a later one replaces it.

    meeting: The meeting.
    item: The item.
    unit: The unit.
    position: Its position.
    text: Its words: the reservation, the ground of the objection.
    """
    made: types.StatePosition = act(
        "state_position",
        meeting=meeting,
        item=item,
        unit=unit,
        position=position,
        text=text,
    )
    return made


def WithdrawPosition(
    *,
    meeting: types.MeetingId,
    item: types.ItemId,
    unit: types.UnitId,
) -> types.WithdrawPosition:
    """Takes back the position of a unit (撤回意见).

    meeting: The meeting.
    item: The item.
    unit: The unit.
    """
    made: types.WithdrawPosition = act(
        "withdraw_position",
        meeting=meeting,
        item=item,
        unit=unit,
    )
    return made


def ReviseProposal(
    *,
    meeting: types.MeetingId,
    item: types.ItemId,
    proposal: types.Text,
) -> types.ReviseProposal:
    """Puts another proposal in the place of the one discussed (修改方案): agreement must be stated anew, an objection
    stands until its unit says otherwise.

    meeting: The meeting.
    item: The item.
    proposal: What is proposed now.
    """
    made: types.ReviseProposal = act(
        "revise_proposal",
        meeting=meeting,
        item=item,
        proposal=proposal,
    )
    return made


def Agree(
    *,
    meeting: types.MeetingId,
    item: types.ItemId,
    tasks: list[types.UnitId] | None = None,
) -> types.Agree:
    """Agrees a matter (议定).

    meeting: The meeting.
    item: The item.
    tasks: The units to which it gives work (落实部门).
    """
    made: types.Agree = act(
        "agree",
        meeting=meeting,
        item=item,
        tasks=tasks,
    )
    return made


def Clarify(
    *,
    meeting: types.MeetingId,
    item: types.ItemId,
    tasks: list[types.UnitId] | None = None,
) -> types.Clarify:
    """Clarifies a matter (明确), without giving anyone new duties.

    meeting: The meeting.
    item: The item.
    tasks: The units to which it gives work.
    """
    made: types.Clarify = act(
        "clarify",
        meeting=meeting,
        item=item,
        tasks=tasks,
    )
    return made


def LeaveOpen(
    *,
    meeting: types.MeetingId,
    item: types.ItemId,
    reason: types.Text,
) -> types.LeaveOpen:
    """Leaves an item open (留待再议).

    meeting: The meeting.
    item: The item.
    reason: Why.
    """
    made: types.LeaveOpen = act(
        "leave_open",
        meeting=meeting,
        item=item,
        reason=reason,
    )
    return made


def ReferUpwards(
    *,
    item: types.ItemId,
    to: types.Text | None = None,
) -> types.ReferUpwards:
    """Takes an item on which no consensus was reached to the superior (提请上级决定).

    item: The item.
    to: To whom; if not given, to whom the charter says.
    """
    made: types.ReferUpwards = act(
        "refer_upwards",
        item=item,
        to=to,
    )
    return made


def DraftMinutes(
    *,
    minutes: types.MinutesId,
    meeting: types.MeetingId,
    text: types.Text,
    items: list[types.ItemId] | None = None,
) -> types.DraftMinutes:
    """Drafts the minutes of a meeting (起草会议纪要).

    minutes: Their new name.
    meeting: The meeting.
    text: What they say.
    items: The matters settled there that they record.
    """
    made: types.DraftMinutes = act(
        "draft_minutes",
        minutes=minutes,
        meeting=meeting,
        text=text,
        items=items,
    )
    return made


def RedraftMinutes(
    *,
    minutes: types.MinutesId,
    text: types.Text,
    reason: types.Text,
) -> types.RedraftMinutes:
    """Drafts them anew (修改纪要): what units said to the version before is kept, and counts no more.

    minutes: The minutes.
    text: What they say now.
    reason: Why.
    """
    made: types.RedraftMinutes = act(
        "redraft_minutes",
        minutes=minutes,
        text=text,
        reason=reason,
    )
    return made


def Consent(
    *,
    minutes: types.MinutesId,
    version: int,
    unit: types.UnitId,
) -> types.Consent:
    """Consents to a version of the minutes (同意).

    minutes: The minutes.
    version: The version consented to.
    unit: The unit that consents.
    """
    made: types.Consent = act(
        "consent",
        minutes=minutes,
        version=version,
        unit=unit,
    )
    return made


def ConsentWithChanges(
    *,
    minutes: types.MinutesId,
    version: int,
    unit: types.UnitId,
    changes: types.Text,
) -> types.ConsentWithChanges:
    """Would consent if the minutes were changed (修改后同意): no consent to this version.

    minutes: The minutes.
    version: The version answered.
    unit: The unit that answers.
    changes: The changes it wants.
    """
    made: types.ConsentWithChanges = act(
        "consent_with_changes",
        minutes=minutes,
        version=version,
        unit=unit,
        changes=changes,
    )
    return made


def DeclineConsent(
    *,
    minutes: types.MinutesId,
    version: int,
    unit: types.UnitId,
    reason: types.Text,
) -> types.DeclineConsent:
    """Does not consent (不同意).

    minutes: The minutes.
    version: The version answered.
    unit: The unit that answers.
    reason: Why.
    """
    made: types.DeclineConsent = act(
        "decline_consent",
        minutes=minutes,
        version=version,
        unit=unit,
        reason=reason,
    )
    return made


def Countersign(
    *,
    minutes: types.MinutesId,
    version: int,
    unit: types.UnitId,
    opinion: types.Text | None = None,
) -> types.Countersign:
    """Countersigns a version of the minutes (会签).

    minutes: The minutes.
    version: The version signed.
    unit: The unit that signs.
    opinion: The signer's opinion; a signature alone is consent.
    """
    made: types.Countersign = act(
        "countersign",
        minutes=minutes,
        version=version,
        unit=unit,
        opinion=opinion,
    )
    return made


def DeclineCountersign(
    *,
    minutes: types.MinutesId,
    version: int,
    unit: types.UnitId,
    reason: types.Text,
) -> types.DeclineCountersign:
    """Does not countersign (不予会签).

    minutes: The minutes.
    version: The version not signed.
    unit: The unit that does not sign.
    reason: Why.
    """
    made: types.DeclineCountersign = act(
        "decline_countersign",
        minutes=minutes,
        version=version,
        unit=unit,
        reason=reason,
    )
    return made


def ApproveMinutes(
    *,
    minutes: types.MinutesId,
    version: int,
) -> types.ApproveMinutes:
    """Approves a version of the minutes (审定), where the charter asks for it.

    minutes: The minutes.
    version: The version approved.
    """
    made: types.ApproveMinutes = act(
        "approve_minutes",
        minutes=minutes,
        version=version,
    )
    return made


def AllotNumber(
    *,
    minutes: types.MinutesId,
    series: types.SeriesId,
    serial: int | None = None,
) -> types.AllotNumber:
    """Allots a document number to minutes (编号).

    minutes: The minutes.
    series: The series.
    serial: The serial; if not given, the one after the last of the year.
    """
    made: types.AllotNumber = act(
        "allot_number",
        minutes=minutes,
        series=series,
        serial=serial,
    )
    return made


def VoidNumber(
    *,
    series: types.SeriesId,
    year: int,
    serial: int,
    reason: types.Text,
) -> types.VoidNumber:
    """Voids a number (作废): it is never used again.

    series: The series.
    year: The year of the number.
    serial: The serial.
    reason: Why.
    """
    made: types.VoidNumber = act(
        "void_number",
        series=series,
        year=year,
        serial=serial,
        reason=reason,
    )
    return made


def IssueDocument(
    *,
    document: types.DocumentId,
    minutes: types.MinutesId,
    kind: types.DocumentKind,
    title: types.Text,
    publicness: types.Publicness,
    copied_to: list[types.Text] | None = None,
    other_recipients: list[types.Text] | None = None,
    reason: types.Text | None = None,
    recipients: list[types.UnitId] | None = None,
    seal: types.Carrier | None = None,
) -> types.IssueDocument:
    """Issues minutes as a formal document (印发正式文件).

    document: Its new name.
    minutes: The minutes it carries.
    kind: Its kind.
    title: Its title, which ends with the word for the kind.
    publicness: Whether it is public.
    copied_to: Others who get a copy (抄送), by name.
    other_recipients: Others it goes to, by name.
    reason: Why it is not simply public.
    recipients: The units it goes to (主送) that the body knows.
    seal: Whose seal it bears, where that is said: the lead unit's, those of all issuers, or one of the body's own.
    """
    made: types.IssueDocument = act(
        "issue_document",
        document=document,
        minutes=minutes,
        kind=kind,
        title=title,
        publicness=publicness,
        copied_to=copied_to,
        other_recipients=other_recipients,
        reason=reason,
        recipients=recipients,
        seal=seal,
    )
    return made


def ReportUp(
    *,
    document: types.DocumentId,
    to: types.Text,
) -> types.ReportUp:
    """Sends a copy of a document to the superior (抄报).

    document: The document.
    to: To whom.
    """
    made: types.ReportUp = act(
        "report_up",
        document=document,
        to=to,
    )
    return made


def AcknowledgeReceipt(
    *,
    document: types.DocumentId,
    recipient: types.Text,
) -> types.AcknowledgeReceipt:
    """Records that a document has been received (签收).

    document: The document.
    recipient: Who has received it: a unit, or another recipient by name.
    """
    made: types.AcknowledgeReceipt = act(
        "acknowledge_receipt",
        document=document,
        recipient=recipient,
    )
    return made


def IssueBriefing(
    *,
    bulletin: types.BulletinId,
    title: types.Text,
    text: types.Text,
    serves: list[types.ClauseId] | None = None,
) -> types.IssueBriefing:
    """Issues a briefing (编发工作简报).

    bulletin: Its new name.
    title: Its title.
    text: What it says.
    serves: The functions of the body that it serves.
    """
    made: types.IssueBriefing = act(
        "issue_briefing",
        bulletin=bulletin,
        title=title,
        text=text,
        serves=serves,
    )
    return made


def IssueCircular(
    *,
    bulletin: types.BulletinId,
    title: types.Text,
    text: types.Text,
    serves: list[types.ClauseId] | None = None,
) -> types.IssueCircular:
    """Issues a circular (编发通报).

    bulletin: Its new name.
    title: Its title.
    text: What it says.
    serves: The functions of the body that it serves.
    """
    made: types.IssueCircular = act(
        "issue_circular",
        bulletin=bulletin,
        title=title,
        text=text,
        serves=serves,
    )
    return made


def ConsentToTask(
    *,
    item: types.ItemId,
    unit: types.UnitId,
) -> types.ConsentToTask:
    """Consents in writing to a task for a unit that the decision does not bind (书面同意承担任务).

    item: The matter.
    unit: The unit.
    """
    made: types.ConsentToTask = act(
        "consent_to_task",
        item=item,
        unit=unit,
    )
    return made


def Assign(
    *,
    assignment: types.AssignmentId,
    item: types.ItemId,
    unit: types.UnitId,
    cooperating: list[types.UnitId] | None = None,
    due: Day | None = None,
    target: types.Text | None = None,
) -> types.Assign:
    """Assigns a matter to a unit (明确落实部门).

    assignment: Its name.
    item: The matter.
    unit: The unit that carries it out (落实部门).
    cooperating: The units that cooperate (配合单位).
    due: The last day in time (完成时限).
    target: What is to be reached (责任目标).
    """
    made: types.Assign = act(
        "assign",
        assignment=assignment,
        item=item,
        unit=unit,
        cooperating=cooperating,
        due=due,
        target=target,
    )
    return made


def EnterCooperation(
    *,
    assignment: types.AssignmentId,
    unit: types.UnitId,
    text: types.Text,
) -> types.EnterCooperation:
    """Records what a cooperating unit has done (配合情况).

    assignment: The assignment.
    unit: The unit.
    text: What it has done.
    """
    made: types.EnterCooperation = act(
        "enter_cooperation",
        assignment=assignment,
        unit=unit,
        text=text,
    )
    return made


def ReportProgress(
    *,
    assignment: types.AssignmentId,
    text: types.Text,
) -> types.ReportProgress:
    """Reports how an assignment gets on (报告进展).

    assignment: The assignment.
    text: How it gets on.
    """
    made: types.ReportProgress = act(
        "report_progress",
        assignment=assignment,
        text=text,
    )
    return made


def ExtendAssignment(
    *,
    assignment: types.AssignmentId,
    due: Day,
    reason: types.Text,
) -> types.ExtendAssignment:
    """Extends the time for an assignment, or sets one (延期).

    assignment: The assignment.
    due: The new last day in time.
    reason: Why.
    """
    made: types.ExtendAssignment = act(
        "extend_assignment",
        assignment=assignment,
        due=due,
        reason=reason,
    )
    return made


def CompleteAssignment(
    *,
    assignment: types.AssignmentId,
    result: types.Text,
) -> types.CompleteAssignment:
    """Completes an assignment (办结).

    assignment: The assignment.
    result: What came of it.
    """
    made: types.CompleteAssignment = act(
        "complete_assignment",
        assignment=assignment,
        result=result,
    )
    return made


def FormWorkingGroup(
    *,
    group: types.GroupId,
    purpose: types.Purpose,
    head: types.UnitId,
    units: list[types.UnitId],
    consents: list[types.UnitId] | None = None,
    streets: list[types.Text] | None = None,
) -> types.FormWorkingGroup:
    """Forms a joint working group (成立联合工作组).

    group: Its new name here.
    purpose: What it is formed for.
    head: The unit that heads it.
    units: The units in it.
    consents: The units in it that are not member units and have consented.
    streets: The streets it goes to.
    """
    made: types.FormWorkingGroup = act(
        "form_working_group",
        group=group,
        purpose=purpose,
        head=head,
        units=units,
        consents=consents,
        streets=streets,
    )
    return made


def EndWorkingGroup(
    *,
    group: types.GroupId,
    report: types.Text,
) -> types.EndWorkingGroup:
    """Ends a joint working group with its report (联合工作组结束).

    group: The group.
    report: Its report.
    """
    made: types.EndWorkingGroup = act(
        "end_working_group",
        group=group,
        report=report,
    )
    return made


def PlanJointAction(
    *,
    action: types.ActionId,
    units: list[types.UnitId],
    group: types.GroupId | None = None,
    problem: types.Text | None = None,
) -> types.PlanJointAction:
    """Plans a joint action (制定联合治理行动方案).

    action: Its new name here.
    units: The units that take part.
    group: The working group that carries it out.
    problem: The problem it targets (难点、堵点).
    """
    made: types.PlanJointAction = act(
        "plan_joint_action",
        action=action,
        units=units,
        group=group,
        problem=problem,
    )
    return made


def StartJointAction(
    *,
    action: types.ActionId,
) -> types.StartJointAction:
    """Starts a joint action (开展联合治理行动).

    action: The action.
    """
    made: types.StartJointAction = act(
        "start_joint_action",
        action=action,
    )
    return made


def FinishJointAction(
    *,
    action: types.ActionId,
    result: types.Text,
) -> types.FinishJointAction:
    """Finishes a joint action with its result (联合治理行动结束).

    action: The action.
    result: Its result.
    """
    made: types.FinishJointAction = act(
        "finish_joint_action",
        action=action,
        result=result,
    )
    return made


def RecordJointEnforcement(
    *,
    units: list[types.UnitId],
    result: types.Text,
    counts_as: types.ActionId | None = None,
) -> types.RecordJointEnforcement:
    """Records joint enforcement (联合执法).

    units: The units that took part.
    result: What came of it.
    counts_as: The joint action of which it is part; if that was only planned, it begins with this.
    """
    made: types.RecordJointEnforcement = act(
        "record_joint_enforcement",
        units=units,
        result=result,
        counts_as=counts_as,
    )
    return made


def RecordInspection(
    *,
    inspection: types.InspectionId,
    street: types.Text,
    units: list[types.UnitId],
    findings: types.Text,
    group: types.GroupId | None = None,
    rectify: bool | None = None,
    unit: types.UnitId | None = None,
) -> types.RecordInspection:
    """Records a supervisory inspection of a street (督导检查).

    inspection: Its new name here.
    street: The street.
    units: The units that inspected it.
    findings: What was found.
    group: The working group that inspected it.
    rectify: Whether something has to be put right (需整改).
    unit: The same, where the street is a unit known here.
    """
    made: types.RecordInspection = act(
        "record_inspection",
        inspection=inspection,
        street=street,
        units=units,
        findings=findings,
        group=group,
        rectify=rectify,
        unit=unit,
    )
    return made


def RecordRectification(
    *,
    inspection: types.InspectionId,
    result: types.Text,
) -> types.RecordRectification:
    """Records that what an inspection found was put right (整改).

    inspection: The inspection.
    result: What was done.
    """
    made: types.RecordRectification = act(
        "record_rectification",
        inspection=inspection,
        result=result,
    )
    return made


def OpenDataChannel(
    *,
    channel: types.ChannelId,
    owner: types.UnitId,
    users: list[types.UnitId],
    what: types.Text,
    frequency: types.Text,
    personal_data: bool,
) -> types.OpenDataChannel:
    """Opens a data channel (开通数据对接渠道).

    channel: Its new name here.
    owner: The unit whose data it carries.
    users: The units that receive them.
    what: What data.
    frequency: How often.
    personal_data: Whether there are personal data among them (个人信息).
    """
    made: types.OpenDataChannel = act(
        "open_data_channel",
        channel=channel,
        owner=owner,
        users=users,
        what=what,
        frequency=frequency,
        personal_data=personal_data,
    )
    return made


def CloseDataChannel(
    *,
    channel: types.ChannelId,
    reason: types.Text,
) -> types.CloseDataChannel:
    """Closes a data channel (关闭数据对接渠道).

    channel: The channel.
    reason: Why.
    """
    made: types.CloseDataChannel = act(
        "close_data_channel",
        channel=channel,
        reason=reason,
    )
    return made


def RecordTraining(
    *,
    units: list[types.UnitId],
    topic: types.Text,
) -> types.RecordTraining:
    """Records training (业务培训).

    units: The units that took part.
    topic: What it was about.
    """
    made: types.RecordTraining = act(
        "record_training",
        units=units,
        topic=topic,
    )
    return made


def RecordGuidance(
    *,
    to: types.Text,
    topic: types.Text,
    forces: list[types.Grassroots] | None = None,
    serves: list[types.ClauseId] | None = None,
    unit: types.UnitId | None = None,
) -> types.RecordGuidance:
    """Records guidance given to others (指导).

    to: To whom: a street, a department, a trade body.
    topic: What it was about.
    forces: The forces at the grass roots that it brings in.
    serves: The clauses it serves.
    unit: The unit that gave it; if none, the body did.
    """
    made: types.RecordGuidance = act(
        "record_guidance",
        to=to,
        topic=topic,
        forces=forces,
        serves=serves,
        unit=unit,
    )
    return made


def RecordGoodPractice(
    *,
    unit: types.UnitId,
    practice: types.Text,
) -> types.RecordGoodPractice:
    """Records a good practice of a unit, to be spread (经验做法).

    unit: The unit.
    practice: The practice.
    """
    made: types.RecordGoodPractice = act(
        "record_good_practice",
        unit=unit,
        practice=practice,
    )
    return made


def OpenOpinionCase(
    *,
    case: types.CaseId,
    matter: types.Text,
) -> types.OpenOpinionCase:
    """Opens a case of adverse online opinion (网络负面舆情).

    case: Its new name here.
    matter: What it is about.
    """
    made: types.OpenOpinionCase = act(
        "open_opinion_case",
        case=case,
        matter=matter,
    )
    return made


def RecordOpinionLeg(
    *,
    case: types.CaseId,
    leg: types.OpinionLeg,
    text: types.Text,
) -> types.RecordOpinionLeg:
    """Records what was done on one leg of a case (三同步之一).

    case: The case.
    leg: The leg.
    text: What was done.
    """
    made: types.RecordOpinionLeg = act(
        "record_opinion_leg",
        case=case,
        leg=leg,
        text=text,
    )
    return made


def CloseOpinionCase(
    *,
    case: types.CaseId,
) -> types.CloseOpinionCase:
    """Closes a case of adverse online opinion (舆情办结).

    case: The case.
    """
    made: types.CloseOpinionCase = act(
        "close_opinion_case",
        case=case,
    )
    return made


def AcceptAssignedMatter(
    *,
    matter: types.MatterId,
    source: types.Text,
    task: types.Text,
    due: Day | None = None,
) -> types.AcceptAssignedMatter:
    """Takes on a matter assigned from above (交办事项).

    matter: Its new name here.
    source: Who assigned it.
    task: What is to be done.
    due: The last day for it, where one was set.
    """
    made: types.AcceptAssignedMatter = act(
        "accept_assigned_matter",
        matter=matter,
        source=source,
        task=task,
        due=due,
    )
    return made


def CompleteAssignedMatter(
    *,
    matter: types.MatterId,
    result: types.Text,
) -> types.CompleteAssignedMatter:
    """Completes a matter assigned from above (交办事项办结).

    matter: The matter.
    result: What came of it.
    """
    made: types.CompleteAssignedMatter = act(
        "complete_assigned_matter",
        matter=matter,
        result=result,
    )
    return made


def NoteNoneThisYear(
    *,
    clause: types.ClauseId,
    year: int,
    reason: types.Text,
) -> types.NoteNoneThisYear:
    """Notes that there was nothing to do for a standing function in a year (本年无此事项).

    clause: The clause of the function.
    year: The year.
    reason: Why.
    """
    made: types.NoteNoneThisYear = act(
        "note_none_this_year",
        clause=clause,
        year=year,
        reason=reason,
    )
    return made


def RecordWork(
    *,
    serves: list[types.ClauseId],
    text: types.Text,
    unit: types.UnitId | None = None,
) -> types.RecordWork:
    """Records other work that serves clauses: a plan, a measure, a mechanism (其他工作).

    serves: The clauses it serves.
    text: What was done.
    unit: The unit that did it; if none, the body did.
    """
    made: types.RecordWork = act(
        "record_work",
        serves=serves,
        text=text,
        unit=unit,
    )
    return made


def RecordContact(
    *,
    unit: types.UnitId,
    text: types.Text,
) -> types.RecordContact:
    """Records a contact between a unit and the office (日常联系对接).

    unit: The unit.
    text: What it was about.
    """
    made: types.RecordContact = act(
        "record_contact",
        unit=unit,
        text=text,
    )
    return made


def EnterRegisterItem(
    *,
    register_item: types.RegisterItemId,
    unit: types.UnitId,
    matter: types.Text,
    person: types.PersonId | None = None,
    post: types.Text | None = None,
) -> types.EnterRegisterItem:
    """Enters a matter in a unit's responsibility register (列入职责项目).

    register_item: Its name.
    unit: The unit responsible (责任单位).
    matter: The matter (责任事项).
    person: The person who is responsible for it (责任人员).
    post: The post that is responsible for it.
    """
    made: types.EnterRegisterItem = act(
        "enter_register_item",
        register_item=register_item,
        unit=unit,
        matter=matter,
        person=person,
        post=post,
    )
    return made


def ReviseRegisterItem(
    *,
    register_item: types.RegisterItemId,
    matter: types.Text,
    person: types.PersonId | None = None,
    post: types.Text | None = None,
) -> types.ReviseRegisterItem:
    """Revises an item of the register (修订职责项目); what is given takes the place of all that was there.

    register_item: The item.
    matter: The matter (责任事项).
    person: The person who is responsible for it (责任人员).
    post: The post that is responsible for it.
    """
    made: types.ReviseRegisterItem = act(
        "revise_register_item",
        register_item=register_item,
        matter=matter,
        person=person,
        post=post,
    )
    return made


def RetireRegisterItem(
    *,
    register_item: types.RegisterItemId,
    reason: types.Text,
) -> types.RetireRegisterItem:
    """Takes an item out of the register (撤销职责项目).

    register_item: The item.
    reason: Why.
    """
    made: types.RetireRegisterItem = act(
        "retire_register_item",
        register_item=register_item,
        reason=reason,
    )
    return made


def AdoptRegister(
    *,
    unit: types.UnitId | None = None,
) -> types.AdoptRegister:
    """Adopts a register as it stands (审定清单).

    unit: The unit whose register it is; without one, the register of the whole body.
    """
    made: types.AdoptRegister = act(
        "adopt_register",
        unit=unit,
    )
    return made


def SubmitReport(
    *,
    unit: types.UnitId,
    year: int,
    parts: dict[str, types.Text],
    covers: types.Period,
    sent_at: Moment | None = None,
) -> types.SubmitReport:
    """Reports a unit's work of a year to the office (报送年度工作情况); it happens when the office receives it.

    unit: The unit.
    year: The year.
    parts: Its parts by their keys: those the charter names, and any others.
    covers: The time it covers.
    sent_at: When it was sent; if not given, when it was received.
    """
    made: types.SubmitReport = act(
        "submit_report",
        unit=unit,
        year=year,
        parts=parts,
        covers=covers,
        sent_at=sent_at,
    )
    return made


def SupplementReport(
    *,
    unit: types.UnitId,
    year: int,
    parts: dict[str, types.Text],
    covers: types.Period | None = None,
    sent_at: Moment | None = None,
) -> types.SupplementReport:
    """Adds to a report, or replaces parts of it (补报).

    unit: The unit.
    year: The year.
    parts: The parts added or replaced.
    covers: Further time that it covers.
    sent_at: When it was sent; if not given, when it was received.
    """
    made: types.SupplementReport = act(
        "supplement_report",
        unit=unit,
        year=year,
        parts=parts,
        covers=covers,
        sent_at=sent_at,
    )
    return made


def LogCollection(
    *,
    units: list[types.UnitId],
    text: types.Text,
    meeting: types.MeetingId | None = None,
    parts: list[types.Text] | None = None,
) -> types.LogCollection:
    """Logs that the office has collected and put in order how the units' work stands (收集、整理工作情况).

    units: The units it was collected from.
    text: What was collected.
    meeting: The meeting at which the units reported it.
    parts: The parts that each of the units gave, by their keys.
    """
    made: types.LogCollection = act(
        "log_collection",
        units=units,
        text=text,
        meeting=meeting,
        parts=parts,
    )
    return made


def ReportResults(
    *,
    to: types.Text,
    text: types.Text,
) -> types.ReportResults:
    """Reports results upwards (上报办理结果).

    to: To whom.
    text: What was reported.
    """
    made: types.ReportResults = act(
        "report_results",
        to=to,
        text=text,
    )
    return made


def RecordChild(
    *,
    child: types.ChildId,
    set_up_by: types.Text,
    kind: types.UnitKind,
    charter: types.CharterId,
    title: types.Text,
    from_: Day,
    unit: types.UnitId | None = None,
) -> types.RecordChild:
    """Records a lower body that a unit has set up (建立街道级别联席会议).

    child: Its name.
    set_up_by: The unit that set it up, which need not be known here.
    kind: What kind of unit that is.
    charter: Its charter.
    title: What it is called.
    from: Its first day.
    unit: The same unit, where it is known here.
    """
    made: types.RecordChild = act(
        "record_child",
        child=child,
        set_up_by=set_up_by,
        kind=kind,
        charter=charter,
        title=title,
        from_=from_,
        unit=unit,
    )
    return made


def LinkChild(
    *,
    child: types.ChildId,
    link: types.ChildLink,
    subject: types.Text,
    note: types.Text,
) -> types.LinkChild:
    """Links a matter with a lower body (上下衔接).

    child: The lower body.
    link: Which way the matter goes.
    subject: The matter.
    note: What was reported or handed down.
    """
    made: types.LinkChild = act(
        "link_child",
        child=child,
        link=link,
        subject=subject,
        note=note,
    )
    return made
