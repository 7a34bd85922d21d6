"""The acts, each made by a function of its name: `Countersign(minutes="n1", version=1, unit="health")`.

Generated from the Rust types: `cargo xtask generate`. Do not edit.
"""

from __future__ import annotations

from joint_meeting._text import act

TYPE_CHECKING = False
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

    No other act is possible before this one (`body.is_founded`), and it is done once (`charter.adopted_once`):
    after that the charter is amended. Whoever adopts the charter acts for a lead unit: the person is one of the
    `holders`, with a post in a unit that the charter names as lead unit, or in any unit where it names none
    (`charter.adopted_by_lead`). Where the charter asks for them, the superior's approval and the agreement of every
    member unit are there (`charter.creation_approved`, `charter.creation_agreed`), and the charter's text fixes
    what it says it must state (`charter.states_what_it_must`). Member units are named in the act only where the
    charter lists none, or through a class (`charter.members_are_its_own`).

    It settles the version that is adopted, and the digest of its file. The member units belong to the body and the
    holders are in their posts from the day on which the charter takes effect or, where it names no day, from the
    day of the act.

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
    item: types.ItemId | None = None,
    members: list[types.FirstMember] | None = None,
) -> types.AmendCharter:
    """Puts a new version of the charter in force (修订).

    Those whom the charter names as its amenders do this: the convener, the lead unit or, where the meeting or the
    superior decides or the charter is issued anew, the office, which records it (`charter.amendment_provided_for`).
    Where the meeting decides, it has agreed a matter of the body's rules, which the act names.
    A charter that does not say how it is amended cannot be amended. The new version has a higher number than the
    last one, begins on a later day than the last one did, and does not reach back before the day of the act
    (`charter.version_follows`). Member units are named in the act only where the new version lists none, or through
    a class (`charter.members_are_its_own`).

    It settles the version that is adopted, and the digest of its file. From its first day on the new version is the
    law of the body, and the member units are those that it lists or that the act names; where there are neither,
    everyone stays. By which version an open matter goes on is said by the new version or, where it asks for a
    choice, by `choose_law`.

    version: The version.
    from: The first day on which it is in force.
    basis: What it rests on: the agreed matter, the superior's approval, the notice of re-issue.
    item: The agreed matter by which it is amended, where the meeting decides.
    members: Who the member units are from then on, in protocol order, where the new version does not list them; with none given, they stay who they are.
    """
    made: types.AmendCharter = act(
        "amend_charter",
        version=version,
        from_=from_,
        basis=basis,
        item=item,
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

    Those to whom the charter gives its interpretation do this or, where it names nobody, the convener
    (`reading.chosen_by_convener`). The version in force leaves the question to a choice (`transition.is_asked`),
    the matter began before that version did, and nothing has been chosen for it yet (`transition.matter_is_older`).

    It settles nothing. Until the choice is made, an act on the matter is refused if the two versions answer it
    differently (`charter.open_matters_have_one_law`); from then on the version that is chosen answers.

    matter: The matter.
    law: The law it follows.
    why: Why the matter follows it.
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
    from_: Day | None = None,
) -> types.ChooseReading:
    """Chooses one of the readings that the charter leaves open, or leaves the question open again (解释).

    Those to whom the charter gives its interpretation do this or, where it names nobody, the convener
    (`reading.chosen_by_convener`). The option is one of those that the charter leaves open for the question
    (`reading.is_open`), or `open`. It applies from a day on which there was a body, and not from a day to come
    (`reading.applies_from_a_day_past`).

    It settles nothing. From the day of the choice on, or from the earlier day that it names, rules that depend on the
    question are read with the option that was chosen, until another choice replaces it. What is judged as of a day before
    stays what it was.

    reading: The question.
    option: The option chosen, or `open`: from then on no option is chosen, and the charter's suggestion is in effect again.
    why: Why it was chosen, and why from an earlier day.
    from: The first day to which it applies, where that is earlier than the day of the choice.
    """
    made: types.ChooseReading = act(
        "choose_reading",
        reading=reading,
        option=option,
        why=why,
        from_=from_,
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

    The lead unit or the convener does this, where the charter says how the body ends
    (`body.dissolution_provided_for`). A body that ends when its work is done has completed it, and has no meeting,
    minutes or assignment under way (`body.has_nothing_under_way`). Where the charter asks for them, the superior's
    approval and the agreement of every member unit are there (`body.dissolution_approved`,
    `body.dissolution_agreed`).

    It settles nothing. The day of the act is the last day of the body: what happens later is refused
    (`body.is_in_force`).

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

    The office does this (`actor.is_office`), when whoever may add a unit has decided it: by an agreed matter of
    membership about this unit, named as `item`, by a paper, named as `basis`, or by acting in that role
    (`unit.addition_decided`). The matter was agreed no later than the unit's first day and, where the charter leaves
    it to a reading that the member units agree, by every one of them. Nobody need decide it where the charter's list
    of units is read as illustrative. Where the charter asks for it, the unit has
    consented in writing (`unit.addition_consented`). A unit that belongs through a class of the charter needs
    neither. It is a public body, unless it belongs through a class or the charter is read otherwise
    (`unit.is_eligible`), and it is not yet a member unit (`unit.not_yet_member`).

    It settles nothing. The unit is a member unit from its first day on, and owes the body a member and a liaison
    officer where the charter asks for them.

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

    The office does this (`actor.is_office`), for a unit that is a member unit that day (`unit.is_member`). The
    charter says how a unit leaves, and whoever may has decided it (`unit.removal_provided_for`): where a meeting
    decides, by an agreed matter of membership about this unit, agreed no later than its last day. Where the charter
    asks for it, the unit has consented in writing (`unit.removal_consented`). A unit that belongs through a class
    needs neither: it leaves when it belongs to the class no longer.

    It settles nothing. After the last day that the act names, the unit is no member unit: it is bound by nothing more.
    An objection that it made before stands in the way until the unit takes it back, or another meeting takes the
    matter up.

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
    outside: bool | None = None,
) -> types.MergeUnits:
    """Records that units were merged into one (机构合并); the successor takes their place.

    The office does this (`actor.is_office`). The units that end are member units that day (`unit.is_member`), and
    with the successor they are two or more (`unit.merger_of_two`). The successor has not ended itself
    (`unit.has_not_ended`); where it becomes a member unit by the merger, it is a public body, unless the charter is
    read otherwise (`unit.is_eligible`). Nobody has to decide it: the merger rests on the paper that the act names.

    It settles nothing. From the successor's first day on it bears its name and is a member unit, also where it was
    not one before, unless it stays `outside`. The units that end are member units no longer, and nobody holds their
    posts or is named by them. What was laid on them, asked of them or said by them passes to the successor, also what
    was said since that day in entries before this one: nobody knew then.

    units: The units that end.
    into: The successor: one of them, another unit, or a new one.
    name: Its name.
    kind: What kind of unit it is.
    basis: The paper on which the merger rests.
    from: The successor's first day.
    outside: Whether the successor does not become a member unit by the merger. What lay on the units that end passes to it all the same.
    """
    made: types.MergeUnits = act(
        "merge_units",
        units=units,
        into=into,
        name=name,
        kind=kind,
        basis=basis,
        from_=from_,
        outside=outside,
    )
    return made


def EndUnit(
    *,
    unit: types.UnitId,
    basis: types.Text,
    from_: Day,
    carried_on_by: types.UnitId | None = None,
    split_into: list[types.UnitAfter] | None = None,
) -> types.EndUnit:
    """Records that a unit was abolished (机构撤销), or split into others (分设).

    The office does this (`actor.is_office`), on the paper that the act names; nobody of the body has to decide it. The
    units named have not ended (`unit.has_not_ended`), and none of them is the unit itself
    (`unit.is_not_its_own_successor`) or named twice (`unit.comes_out_once`). Where it was split into several, the act says which unit carries on what lay on it
    (`unit.carried_on_by_one`). Those that become member units by the split are public bodies, unless the charter is read
    otherwise (`unit.is_eligible`). How units merge is recorded by `merge_units`.

    It settles nothing. From that day on the unit is a member unit no longer, and nobody holds its posts or is named by it.
    Where it was one, those into which it was split are member units, unless they stay `outside`. What was laid on it, asked
    of it or said by it passes to the unit that carries it on; where nobody does, it stays with the unit that has ended,
    and nobody can settle it in that unit's name.

    unit: The unit that ends.
    basis: The paper on which it rests.
    from: The first day on which there is no such unit.
    carried_on_by: The unit that carries on what lay on it: one of these, or another; if it is split into one, that one.
    split_into: The units into which it was split.
    """
    made: types.EndUnit = act(
        "end_unit",
        unit=unit,
        basis=basis,
        from_=from_,
        carried_on_by=carried_on_by,
        split_into=split_into,
    )
    return made


def MoveFunctions(
    *,
    unit: types.UnitId,
    to: types.UnitId,
    items: list[types.ItemId],
    basis: types.Text,
) -> types.MoveFunctions:
    """Records that functions of a unit moved to another, while both go on (职能划转).

    The office does this (`actor.is_office`), on the paper that the act names; nobody of the body has to decide it. Neither
    unit has ended (`unit.has_not_ended`), and they are two (`functions.move_to_another`). The act names the matters that
    moved: they are settled, the first unit has a task in each of them or is bound by it, and they have not moved from it
    before (`functions.of_matters_that_bind`). How units merge or end is recorded by `merge_units` and `end_unit`, and who stays
    away from now on by `withdraw_unit`.

    It settles nothing. From then on these matters bind the other unit, as if it had consented in writing; the first gets no
    task in them any more (`assignment.unit_is_bound`); where the decision itself named it, it names the other. An assignment that is open under them is given to the
    other unit by `assign`, and taken from the first by `withdraw_assignment` with that assignment in its place. What was
    owed until then, and what the first unit said and signed, stays its own.

    unit: The unit that had the functions.
    to: The unit that has them now.
    items: The matters that moved with them.
    basis: The paper on which it rests.
    """
    made: types.MoveFunctions = act(
        "move_functions",
        unit=unit,
        to=to,
        items=items,
        basis=basis,
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

    The office does this (`actor.is_office`); no other rule stands before it.

    It settles nothing. The unit bears the new name from the day that the act names, and on the days before that it
    keeps the name that it had.

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

    The office does this on the letter of the unit, the person who leaves the post or the head of the lead unit or, for
    a post other than that of a unit's head, also that head (`post.recorded_by_unit_or_office`). The letter on which the
    office changes a unit's head is among the proofs, and no liaison officer enters such a change. The post is vacant
    from the first day on; a post that several persons may hold is vacant for everyone who does not hold it
    yet (`post.is_vacant`). In a post of the body one who only stands in is named by whom the charter says, or by the lead
    unit if it does not say (`post.acting_holder_named_by_lead`); who heads a unit in the meantime (主持工作), the unit says.

    It settles nothing. From the first day on the person holds the post, and with it every role that the charter
    ties to it.

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

    The office does this on the letter of the unit, the person who leaves the post or the head of the lead unit or, for
    a post other than that of a unit's head, also that head (`post.recorded_by_unit_or_office`). The letter on which the
    office changes a unit's head is among the proofs, and no liaison officer enters such a change. The person holds the
    post on the last day (`post.is_held`).

    It settles nothing. After the last day the person holds the post no longer, nor the roles that the charter ties
    to it, and `fill_post` can put another there.

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
    """Names the member of a unit (确定成员), or another person in the member's place.

    A person responsible for the unit does this, or its member, or the office with the letter of the unit attached
    (`actor.acts_for_unit`), for a unit that is a member unit that day (`unit.is_member`). A unit has one member: whoever is named already must be named as the one who
    is replaced (`member.one_for_each_unit`). The person has the rank, and the portfolio, that the charter asks for
    (`member.has_rank`, `member.has_portfolio`) and, unless the charter is read otherwise, is the member of no other
    unit (`member.of_one_unit`) and not also the unit's liaison officer (`liaison.is_not_the_member`).

    It settles nothing. From the first day on the person is the member, and the one who is replaced no longer; where
    the charter leaves a change to the meeting, that waits for `confirm_appointment`, and where it is read so, for
    `notify_change`. The unit owes the office word
    of a change (`change.notified_promptly`), which it gives by `notify_change`.

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
    """Names the liaison officer of a unit (指派联络员), or another person in the officer's place.

    A person responsible for the unit does this, or its member, or the office with the letter of the unit attached
    (`actor.acts_for_unit`), for a unit that is a member unit that day (`unit.is_member`). A unit has one liaison officer: whoever is named already must be named as the
    one who is replaced (`liaison.one_for_each_unit`). The person heads a business section, has the rank, and has
    the qualities, as far as the charter asks for it (`liaison.is_section_head`, `liaison.has_rank`,
    `liaison.has_qualities`). Unless the charter is read otherwise, the person is not also the unit's member
    (`liaison.is_not_the_member`), nor the liaison officer of another unit (`liaison.of_one_unit`).

    It settles nothing. From the first day on the person is the liaison officer, and the one who is replaced no
    longer; where the charter leaves a change to the meeting, that waits for `confirm_appointment`, and where it is
    read so, for `notify_change`. The unit owes the office word of a change (`change.notified_promptly`), which it gives by `notify_change`.

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

    The office does this (`actor.is_office`). The charter leaves the person to the meeting
    (`appointment.is_for_the_meeting`), the meeting has agreed the matter that the act names, which is one of membership
    about this unit, since the person was named (`appointment.agreed_by_meeting`), and the unit has named a person who
    is not yet confirmed (`appointment.awaits_confirmation`), from that day on or from a later one.

    It settles nothing. The person whom the unit named last is confirmed, and counts from then or their first day on as its
    member or liaison officer.

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

    Whoever acts for the unit does this: a person responsible for it, its member or its liaison officer
    (`actor.acts_for_unit`). The unit has named the person in another's place or has said that they left, and has not
    told the office yet (`change.is_pending`). Word of a successor is also word that the one before has left.

    It settles nothing. The change is notified as of that moment, by which the duty `change.notified_promptly` is
    judged.

    unit: The unit.
    named: As which of the two the person was named.
    person: The person who was named, or who left.
    """
    made: types.NotifyChange = act(
        "notify_change",
        unit=unit,
        named=named,
        person=person,
    )
    return made


def EndNaming(
    *,
    unit: types.UnitId,
    named: types.Named,
    person: types.PersonId,
    reason: types.Text | None = None,
    to: Day | None = None,
) -> types.EndNaming:
    """Records that a member or a liaison officer left, and nobody is named in their place yet (离任).

    Whoever heads the unit does this, or its member, or the office with the letter of the unit attached
    (`naming.ended_by_unit`). The unit has named the person, who is so on the last day (`naming.is_in_effect`). A charter
    need not provide for this: it is recorded as what happened, and what the charter asks of the unit stands.

    It settles nothing. After the last day the unit has no member, or no liaison officer, until it names one, who replaces
    nobody. Of this change too the unit owes the office word (`change.notified_promptly`), which it gives by
    `notify_change`.

    unit: The unit.
    named: As which of the two the person was named.
    person: The person who left.
    reason: Why the person left.
    to: The last day; if not given, the day of the act.
    """
    made: types.EndNaming = act(
        "end_naming",
        unit=unit,
        named=named,
        person=person,
        reason=reason,
        to=to,
    )
    return made


def Authorize(
    *,
    unit: types.UnitId,
    person: types.PersonId,
    matters: list[types.EntrustedMatter],
    to: Day,
    from_: Day | None = None,
) -> types.Authorize:
    """Entrusts a person with matters of a unit for a time (授权委托).

    Whoever heads the unit does this, or its member (`authorization.by_head_of_unit`); a unit that has ended has
    neither. They entrust somebody else (`authorization.to_another`), and say for what (`authorization.names_matters`)
    and for which days, none of them past (`authorization.has_days_ahead`). A charter need not provide for this: it is the
    unit's own affair who speaks for it. What a charter leaves to the responsible person alone, such as countersigning,
    cannot be entrusted; who acts for a head who is away is recorded by `fill_post`, and is responsible like the head.

    It settles nothing. On these days, and until `revoke_authorization` ends it, the person acts for the unit in these
    matters, and what they write there binds it.

    unit: The unit.
    person: The person who is entrusted, who need not be known yet.
    matters: With what.
    to: The last day.
    from: The first day; if not given, the day of the act.
    """
    made: types.Authorize = act(
        "authorize",
        unit=unit,
        person=person,
        matters=matters,
        to=to,
        from_=from_,
    )
    return made


def RevokeAuthorization(
    *,
    unit: types.UnitId,
    person: types.PersonId,
    to: Day | None = None,
) -> types.RevokeAuthorization:
    """Takes back what a person was entrusted with (撤销授权).

    Whoever heads the unit does this, or its member (`authorization.by_head_of_unit`). The unit has entrusted the person
    with something for days after the last one that the act names (`authorization.is_in_effect`).

    It settles nothing. After the last day the person no longer acts for the unit; what they said until then stands.

    unit: The unit.
    person: The person who was entrusted.
    to: The last day; if not given, the day of the act.
    """
    made: types.RevokeAuthorization = act(
        "revoke_authorization",
        unit=unit,
        person=person,
        to=to,
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

    Whoever acts for the unit that asks does this: a person responsible for it, its member or its liaison officer.
    Where it is the superior who asks, the office passes it on (`actor.acts_for_unit`). The charter lets member
    units, or the superior, ask for a meeting (`request.open_to_requester`); a charter that does not say so lets
    nobody ask.

    It settles nothing. The request waits for `answer_request`, which the office owes (`request.answered`).

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

    The office or the convener does this (`request.answered_by_office_or_convener`), and whoever the charter says
    decides on requests, if it says so (`request.decided_by_whoever_may`). A request is answered once
    (`request.is_unanswered`). One that obliges is granted (`request.granted_where_owed`): that of the superior,
    that for which enough units have asked, and every other if the charter is read so. One that is declined is
    declined with a reason (`request.decline_has_reason`).

    It settles nothing. A request that is granted waits for the meeting that answers it, which `convene` names; one
    that is declined is at its end.

    request: The request.
    granted: Whether the meeting will be called.
    reason: Why the meeting will not be called, or how it will.
    """
    made: types.AnswerRequest = act(
        "answer_request",
        request=request,
        granted=granted,
        reason=reason,
    )
    return made


def WithdrawRequest(
    *,
    request: types.RequestId,
    reason: types.Text | None = None,
) -> types.WithdrawRequest:
    """Withdraws a request for a meeting (撤回提请).

    Whoever acts for the unit that asked does this; where it was the superior who asked, the office passes it on
    (`actor.acts_for_unit`). The request waits for its answer, or was granted and no meeting has been called upon it
    (`request.is_pending`).

    It settles nothing. The request is owed no answer and no meeting, and counts no more among those that ask for the
    same.

    request: The request that is withdrawn.
    reason: Why it is withdrawn.
    """
    made: types.WithdrawRequest = act(
        "withdraw_request",
        request=request,
        reason=reason,
    )
    return made


def ApproveAgenda(
    *,
    items: list[types.ItemId],
) -> types.ApproveAgenda:
    """Approves items for an agenda (审定议题), where the charter asks for it.

    Those whom the charter names do this; where it does not ask for approval, nobody can give it
    (`agenda.approval_provided_for`). The items are not settled and on no other agenda, each named once
    (`meeting.agenda_items_are_open`).

    It settles nothing. The items are approved, so that `convene` can put them on an agenda (`agenda.is_approved`),
    until a meeting that had them on its agenda is closed.

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
    ends_at: Moment | None = None,
    mode: types.Mode | None = None,
    place: types.Text | None = None,
    presiding: types.PersonId | None = None,
    request: types.RequestId | None = None,
) -> types.Convene:
    """Calls a meeting (召集).

    Those whom the charter names as callers of meetings of the kind do this or, where it names none, the office or
    the lead unit, as the charter is read (`meeting.called_by_whoever_may`); one who only may as one entrusted names
    the convener who entrusts (`meeting.caller_is_entrusted`). Where the charter is read so, the convener has
    approved a notice of the lead unit's (`meeting.approved_by_convener`), and every one of several conveners has
    called or approved it (`meeting.called_by_every_convener`).

    The units are member units (`unit.is_member`); a plenary meeting calls all of them
    (`meeting.plenary_calls_all`). The items are not settled and on no other agenda
    (`meeting.agenda_items_are_open`), and approved where the charter asks for it (`agenda.is_approved`); a plenary
    meeting has those among them that the charter asks for (`meeting.plenary_hears_state_of_work`). The meeting is
    held on site or by video, unless the charter is read otherwise (`meeting.is_a_session`). It comes after its
    notice, by as many days as the charter asks for (`meeting.lies_ahead`, `meeting.notice_days_kept`), and after
    the steps that must precede it (`meeting.prior_steps_done`). Its planned end, if one is given, comes after its
    beginning (`meeting.ends_after_it_begins`). A request that the act names was granted, and a
    thematic meeting names one (`meeting.thematic_answers_a_request`).

    It settles who presides: the person whom the act names or, where it names nobody, the first who holds the role
    that does (`meeting.presided_by_whoever_may`, `presiding.first_in_rank`). The meeting is convened, its items are
    on its agenda, what units said of them at an earlier meeting no longer counts, and the request upon which it is
    called is met.

    meeting: Its new name.
    kind: What kind of meeting it is.
    units: The units called.
    held_at: When it will be held.
    agenda: The items on its agenda.
    approved_by: The convener who approved the notice.
    ends_at: When it is to end.
    mode: How it will be held.
    place: Where it will be held.
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
        ends_at=ends_at,
        mode=mode,
        place=place,
        presiding=presiding,
        request=request,
    )
    return made


def SupplementNotice(
    *,
    meeting: types.MeetingId,
    agenda: list[types.ItemId] | None = None,
    ends_at: Moment | None = None,
    place: types.Text | None = None,
    units: list[types.UnitId] | None = None,
) -> types.SupplementNotice:
    """Adds units or items to the notice of a meeting, or says where it is held and when it ends (补充通知).

    Those who may call a meeting of the kind, other than as one entrusted, do this
    (`meeting.called_by_whoever_may`). The meeting is not over (`meeting.is_not_over`): an item that is raised in the room
    (临时动议) comes onto the agenda so, and a unit that was admitted after the notice can still be called. No charter need
    speak of that; one that asks for days of notice stands in the way. The units are member units
    that day (`unit.is_member`), and what is added was not called or on the agenda before
    (`meeting.supplement_adds`). A planned end comes after the beginning (`meeting.ends_after_it_begins`). For items the same holds as for those of the first notice: they are not settled and on
    no other agenda (`meeting.agenda_items_are_open`), approved where the charter asks for it (`agenda.is_approved`),
    and the steps before them are done (`meeting.prior_steps_done`). What calls units or puts items on the agenda goes out
    as many days before the meeting as the charter asks of a notice (`meeting.notice_days_kept`).

    It settles nothing. The units are called as the others are, so that they can attend, and the items are on the
    agenda.

    meeting: The meeting.
    agenda: The items that come onto the agenda besides.
    ends_at: When the meeting is to end, if that is said now.
    place: Where the meeting will be held, if that is said now.
    units: The units that are called besides.
    """
    made: types.SupplementNotice = act(
        "supplement_notice",
        meeting=meeting,
        agenda=agenda,
        ends_at=ends_at,
        place=place,
        units=units,
    )
    return made


def DelegatePresiding(
    *,
    meeting: types.MeetingId,
    to: types.PersonId,
) -> types.DelegatePresiding:
    """Entrusts another person with presiding over one meeting (委托主持).

    Whoever holds the role or post that presides over meetings of the kind does this or, while nobody holds it, the
    convener; one who was entrusted does not pass it on (`presiding.delegated_by_its_holder`). Where conveners are ranked, it is the first in office
    (`presiding.first_in_rank`). The person entrusted holds such a role as well, or is one whom the charter lets be
    entrusted (`presiding.delegate_is_eligible`). The meeting is not over
    (`meeting.is_not_over`): one who leaves in the middle of it can hand it over.

    It settles nothing. The person entrusted presides over the meeting as long as they may be entrusted, until it is
    delegated anew, or whoever holds the role takes it back by presiding.

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

    Those whom the charter names do this, or the office where it names nobody; a charter that knows no invitation
    allows none (`invitation.by_whoever_may`). The item is on the agenda of the meeting
    (`invitation.for_an_item_of_the_agenda`), whoever is invited is not a member unit (`invitation.of_an_outsider`),
    and the charter lets such an invitee come to a meeting of the kind (`invitation.kind_allowed`). The meeting is
    not over (`meeting.is_not_over`).

    It settles nothing. Whoever is invited is an invitee of the meeting for that item; a unit that is given with its
    kind is known to the body from then on, and does not become a member unit by it.

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


def SendApology(
    *,
    meeting: types.MeetingId,
    unit: types.UnitId,
    alternate: types.Text | None = None,
    reason: types.Text | None = None,
) -> types.SendApology:
    """Tells the office that a unit will not come to a meeting, or sends an alternate (会前请假).

    Whoever acts for the unit may do it (`actor.acts_for_unit`), before the meeting begins (`apology.sent_before_the_meeting`),
    once (`apology.sent_once`), for a unit that was called (`attendance.of_units_called`). Charters do not say who may be
    excused, nor by whom: it is recorded as what was said.

    It settles nothing. Who attends is recorded on the day, with `record_attendance`, whatever was said before.

    meeting: The meeting.
    unit: The unit that will not come, or not by its member.
    alternate: Who comes instead, if anybody does.
    reason: Why it will not.
    """
    made: types.SendApology = act(
        "send_apology",
        meeting=meeting,
        unit=unit,
        alternate=alternate,
        reason=reason,
    )
    return made


def PostponeMeeting(
    *,
    meeting: types.MeetingId,
    to: Moment,
    reason: types.Text,
    ends_at: Moment | None = None,
    place: types.Text | None = None,
) -> types.PostponeMeeting:
    """Puts a meeting off to another time (改期).

    Those who may call a meeting of the kind, other than as one entrusted, do this or, while there is nobody who may, the
    convener (`meeting.called_by_whoever_may`). The meeting has not begun (`meeting.is_convened`), and the new time is not
    before the act (`meeting.lies_ahead`); it may be earlier than the old one. A new planned end comes after it
    (`meeting.ends_after_it_begins`); where none is given, none is known any more.

    It settles nothing. The meeting is held at the new time, and can only be opened on that day
    (`meeting.opens_on_its_day`).

    meeting: The meeting.
    to: When it will be held instead.
    reason: Why it is put off.
    ends_at: When it is to end instead.
    place: Where it will be held instead, where that changes too.
    """
    made: types.PostponeMeeting = act(
        "postpone_meeting",
        meeting=meeting,
        to=to,
        reason=reason,
        ends_at=ends_at,
        place=place,
    )
    return made


def CancelMeeting(
    *,
    meeting: types.MeetingId,
    reason: types.Text,
) -> types.CancelMeeting:
    """Calls a meeting off (取消).

    Those who may call a meeting of the kind, other than as one entrusted, do this or, while there is nobody who may, the
    convener (`meeting.called_by_whoever_may`). The meeting has not begun (`meeting.is_convened`).

    It settles nothing. The meeting is at its end. Its items are on no agenda and can be put on another, and the
    request upon which it was called waits for a meeting again.

    meeting: The meeting.
    reason: Why it is called off.
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

    Whoever presides does this (`meeting.opened_by_presiding`): the person to whom it was delegated, or whoever holds
    the role and takes it back; the person whom the notice settled or, where that person holds the role no longer,
    another who holds it; while nobody holds it, the convener. Where conveners are ranked, it is the first in office, or the person to whom it was delegated
    (`presiding.first_in_rank`). The meeting is convened
    (`meeting.is_convened`) and for that day (`meeting.opens_on_its_day`).

    It settles nothing. The meeting is open, under the person who opened it, and counts as held that day. The office can record who attends, and
    whoever presides can take up its items.

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
    invited: list[types.Text] | None = None,
    observers: list[types.Observer] | None = None,
) -> types.RecordAttendance:
    """Records who attends a meeting and who sent apologies (记录出席).

    The office does this (`actor.is_office`), at a meeting that is open (`meeting.is_open`), for units that were
    called (`attendance.of_units_called`), and once for each of them (`attendance.recorded_once`). A unit attends by
    its member, at a liaison meeting by its liaison officer (`attendance.by_the_right_person`), or by an alternate,
    if the charter allows one of that rank and unit or does not say (`attendance.alternate_allowed`). Others sit in
    only where the charter lets them (`attendance.observers_allowed`), or are among those invited and named once
    (`attendance.of_those_invited`). Who came late arrived after the opening and by the time of the record
    (`attendance.arrival_during_the_meeting`).

    It settles nothing. The units that attend, while they are there, can state positions, and are the ones that make a discussion
    collective (`decision.is_collective`), a quorum (`meeting.quorum_attends`) and a consensus
    (`decision.has_consensus`).

    meeting: The meeting.
    present: Who attends, for which unit.
    apologies: The units that sent apologies (请假).
    invited: Which of those who were invited came, by the name in the invitation (应邀列席).
    observers: Who sits in (列席).
    """
    made: types.RecordAttendance = act(
        "record_attendance",
        meeting=meeting,
        present=present,
        apologies=apologies,
        invited=invited,
        observers=observers,
    )
    return made


def RecordLeaving(
    *,
    meeting: types.MeetingId,
    unit: types.UnitId,
) -> types.RecordLeaving:
    """Records that a unit left a meeting before its end (提前离会). The time of the act is that at which it left.

    Only the office may do it (`actor.is_office`), during the meeting or after it (`attendance.left_during_the_meeting`), of
    a unit that attends, once (`attendance.left_by_one_who_attends`).

    From then on the unit is not there: it makes no discussion collective and no quorum, states no position, and is not
    bound by what is settled later, unless it had stated its position on that before; where such a matter was settled
    before the leaving was recorded, this act settles whom it binds. What the unit stated stands, an objection too. It
    attended the meeting all the same, and is asked about the minutes. Its person led nothing after that.

    meeting: The meeting.
    unit: The unit that left.
    """
    made: types.RecordLeaving = act(
        "record_leaving",
        meeting=meeting,
        unit=unit,
    )
    return made


def CloseMeeting(
    *,
    meeting: types.MeetingId,
) -> types.CloseMeeting:
    """Closes a meeting (闭会).

    Whoever presides does this (`meeting.closed_by_presiding`). The meeting is open (`meeting.is_open`), and every
    item of its agenda has an outcome: it was heard or discussed, if no more was asked for, and otherwise it was
    settled or left open (`meeting.items_are_settled`).

    It settles nothing. The meeting is at its end, and the office can draft its minutes. Items that were only to be
    heard or discussed are done with; those that were left open can be put on another agenda.

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

    Those whom the charter names do this; where it does not know key periods, nobody can declare one
    (`key_period.declared_by_whoever_may`). The period does not end before it begins
    (`key_period.ends_after_it_begins`).

    It settles nothing. For the days of the period, meetings are owed as often as the charter asks in key periods.

    from: The first day.
    to: The last day.
    reason: Why it is a key period.
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
    about: list[types.UnitId] | None = None,
    concerned: list[types.UnitId] | None = None,
    major: bool | None = None,
    proposal: types.Text | None = None,
    serves: list[types.ClauseId] | None = None,
    unit: types.UnitId | None = None,
) -> types.AddAgendaItem:
    """Puts an item forward for an agenda (提出议题).

    Whoever acts for the unit that puts the item does this, or the office where the act names no unit
    (`item.put_by_member_unit_or_office`). The unit is a member unit that day (`unit.is_member`).

    It settles nothing. The item is open, and `convene` can put it on an agenda; the clauses that it serves count as
    served by it. A report on the state of work and a topic for discussion are only heard or discussed; items of
    every other kind are to be settled.

    item: Its new name.
    title: What it is about.
    kind: What it is for.
    about: The units whose membership, or whose persons, it is about, which need not be known yet: an admission or a withdrawal rests on a matter of membership that names the unit here.
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
        about=about,
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
    """Records what a unit that is consulted replies (征求意见).

    The office does this, or whoever acts for the unit (`actor.acts_for_unit`), for an item that is not settled
    (`item.is_unsettled`); no meeting has to be open for it.

    It settles nothing. The unit counts as consulted about the item (`meeting.prior_steps_done`). What its responsible
    person or its member replies is what the unit says in writing if it does not attend: an objection stands in the
    way of consensus where the charter is read so that absent units must reply (`decision.has_consensus`), and a reply
    in favour has the unit bound by what is agreed. A later reply of theirs replaces an earlier one. What the office
    or the liaison officer notes, such as an answer by telephone, is remembered and does neither, nor does it replace
    what the unit has said in writing.

    item: The item.
    unit: The unit.
    reply: What it replies.
    text: The words of its reply.
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

    Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
    item that is on its agenda (`item.is_on_the_agenda`) and not settled (`item.is_unsettled`).

    It settles nothing. The item is discussed, so that attending units can state positions and the meeting can agree
    or clarify it (`item.is_discussed`). After a liaison meeting it also counts as prepared for the meetings that
    ask for that (`meeting.prior_steps_done`).

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

    The person who attends for the unit does this, or its responsible person or its member (`actor.acts_for_unit`).
    The unit attends the meeting (`position.of_an_attending_unit`), which is open (`meeting.is_open`); the item is on
    its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled (`item.is_unsettled`).

    It settles nothing. The position is what the unit says when the matter is agreed: an objection stands in the way
    of consensus, and so do a reservation or an abstention where the charter is read so (`decision.has_consensus`).

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

    The person who attends for the unit does this, or its responsible person or its member (`actor.acts_for_unit`).
    The unit attends the meeting (`position.of_an_attending_unit`), which is open (`meeting.is_open`), and has stated
    a position (`position.is_stated`); the item is on the agenda (`item.is_on_the_agenda`) and not settled
    (`item.is_unsettled`).

    It settles nothing. The unit has said nothing about the item, as if it had never stated a position: it no longer
    objects, nor agrees.

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

    Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
    item that is on its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled
    (`item.is_unsettled`).

    It settles nothing. The new proposal is the one that the meeting can agree. Of what units said to the old one in
    the room only the objections are left, and replies in writing are not.

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

    Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
    item that is on its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled
    (`item.is_unsettled`). Enough member units attend for the discussion to be collective
    (`decision.is_collective`), and as many as the charter asks for (`meeting.quorum_attends`). No unit that counts
    stands in the way or is silent where it must speak (`decision.has_consensus`). A meeting of the kind may agree
    such a matter (`decision.within_the_powers_of_the_meeting`), and the matter is not reserved to a plenary meeting
    (`meeting.reserved_to_plenary_kept`) or to the superior (`decision.is_not_for_the_superior`).

    It settles whom the matter binds: the member units that attended and did not object, and those that did not
    attend but replied in writing in favour of it or, where the charter is read so, all member units. The item is
    agreed and at its end. The minutes have to record it, and the units to which it gives work can be assigned that
    work by `assign`.

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

    Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
    item that is on its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled
    (`item.is_unsettled`). Enough member units attend (`decision.is_collective`, `meeting.quorum_attends`), and none
    of them objects; none has to speak (`decision.has_consensus`). A meeting of the kind may clarify matters
    (`decision.within_the_powers_of_the_meeting`), and the matter is not reserved to a plenary meeting
    (`meeting.reserved_to_plenary_kept`). It gives work to no unit: one that names `tasks` is refused, and has to be
    agreed (`decision.clarified_without_new_duties`).

    It settles whom the matter binds: the member units that attended and did not object, and those that did not
    attend but replied in writing in favour of it or, where the charter is read so, all member units. The item is
    clarified and at its end, and the minutes have to record it.

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

    Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
    item that is on its agenda (`item.is_on_the_agenda`) and not settled (`item.is_unsettled`), whether it was
    discussed or not.

    It settles nothing. The item has an outcome, so that the meeting can be closed (`meeting.items_are_settled`),
    and stays open: after the meeting it can be put on another agenda, and `refer_upwards` can take it to the
    superior.

    meeting: The meeting.
    item: The item.
    reason: Why it is left open.
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

    Those whom the charter names do this, or the office or the convener where it names nobody
    (`decision.referred_by_whoever_may`). The charter says where a matter without consensus goes, and it goes
    nowhere else (`decision.escalation_provided_for`); where the charter lets only major matters go there, the item
    is one (`decision.referred_matter_is_major`). The item was left open (`item.is_left_open`).

    It settles nothing. The item is referred upwards and at its end here: no meeting of the body can take it up
    again.

    item: The item.
    to: To whom it goes; if not given, to whom the charter says.
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
    """Drafts the minutes of a meeting (起草会议纪要): the text that will become a document once the units have been asked.

    Only the office may do it (`actor.is_office`), and only for a meeting that is closed
    (`minutes.of_a_closed_meeting`), once (`minutes.once_for_each_meeting`). The minutes must record everything the
    meeting agreed, and nothing it did not settle (`minutes.cover_what_was_settled`). The charter must give minutes
    of such a meeting a path (`minutes.path_provided_for`).

    It settles the first version: the steps these minutes take, the units asked for their consent and those asked to
    countersign. The minutes are then on their way until a document is issued from them.

    minutes: The new name of the minutes.
    meeting: The meeting whose minutes they are.
    text: What the minutes say.
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
    """Drafts minutes anew (修改纪要): what units said to the version before is kept, and counts no more.

    Only the office may do it (`actor.is_office`), as long as no document has been issued from the minutes
    (`minutes.are_not_issued`) and they bear no number (`minutes.are_not_numbered`); a number has to be voided
    first.

    It settles the next version: its number, its steps by the charter that judges now, and the units asked. Whoever
    was asked before is asked again, and so is whoever has to be asked by now. Consents, countersignatures and the
    approval of the version before become part of the past of the minutes. This is also the way on when another
    version of the charter has changed the path (`minutes.take_the_path_in_force`).

    minutes: The minutes that are redrafted.
    text: What the minutes say now.
    reason: Why they are redrafted.
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

    Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
    into which it was merged (`actor.acts_for_unit`). The minutes must have this step on their path
    (`path.has_the_step`), and the unit must be one of those asked (`consent.is_asked_of_the_unit`). It speaks of
    the present version (`minutes.version_is_current`), which it answers once, unless it comes round after it has
    declined (`consent.is_given_once`), and before the document is issued (`minutes.are_not_issued`).

    It settles nothing. The consent stands in the minutes until they are redrafted; when every unit asked has
    consented, `minutes.consented_by_all_asked` no longer stands before the steps that follow.

    minutes: The minutes that are answered.
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
    """Says that a unit would consent if the minutes were changed (修改后同意): this is no consent to the version.

    Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
    into which it was merged (`actor.acts_for_unit`). The same rules stand before it as before a consent: the unit
    is one of those asked (`consent.is_asked_of_the_unit`), speaks of the present version
    (`minutes.version_is_current`) and answers it once (`consent.is_given_once`).

    It settles nothing. The answer stands in the minutes, and the unit cannot answer this version otherwise: until
    the office redrafts the minutes and asks anew, `minutes.consented_by_all_asked` names the unit.

    minutes: The minutes that are answered.
    version: The version answered.
    unit: The unit that answers.
    changes: The changes that the unit wants.
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
    """Declines to consent to a version of the minutes (不同意).

    Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
    into which it was merged (`actor.acts_for_unit`). The same rules stand before it as before a consent: the unit
    is one of those asked (`consent.is_asked_of_the_unit`), speaks of the present version
    (`minutes.version_is_current`) and has not answered it (`consent.is_given_once`).

    It settles nothing. The answer stands in the minutes, and `minutes.consented_by_all_asked` names the unit until
    it comes round or the minutes are redrafted. Nor does its silence count as consent any more, where the charter
    takes silence for consent.

    minutes: The minutes that are answered.
    version: The version answered.
    unit: The unit that answers.
    reason: Why the unit does not consent.
    """
    made: types.DeclineConsent = act(
        "decline_consent",
        minutes=minutes,
        version=version,
        unit=unit,
        reason=reason,
    )
    return made


def WithdrawConsent(
    *,
    minutes: types.MinutesId,
    version: int,
    unit: types.UnitId,
    reason: types.Text,
) -> types.WithdrawConsent:
    """Takes back the consent of a unit to a version of the minutes (撤回同意).

    Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
    into which it was merged (`actor.acts_for_unit`). The unit must have consented (`consent.stands`) to the present
    version (`minutes.version_is_current`), and no document may have been issued (`minutes.are_not_issued`). A
    charter need not provide for this: what a unit has said is the unit's to take back, as long as nothing has gone
    out on it.

    It settles nothing. The unit counts as one that has not answered and is not silent either:
    `minutes.consented_by_all_asked` names it until it consents anew. A signature that it gave is taken back by
    `withdraw_countersignature`.

    minutes: The minutes to which the unit consented.
    version: The version consented to.
    unit: The unit that takes its consent back.
    reason: Why the unit takes it back.
    """
    made: types.WithdrawConsent = act(
        "withdraw_consent",
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
    """Countersigns a version of the minutes for a unit (会签).

    Only the responsible person of the unit may do it, in a post that the charter names, also of the unit into which
    it was merged (`countersign.by_responsible_person`). The unit must be one of those asked
    (`countersign.is_asked_of_the_unit`); where consent comes before countersigning, all consents must be there
    (`countersign.follows_consent`), unless the charter is read so that one sheet serves both and the signature is
    the consent. The unit signs the present version (`minutes.version_is_current`) once
    (`countersign.is_given_once`), before the document is issued (`minutes.are_not_issued`).

    It settles nothing. The signature stands in the minutes until they are redrafted; when every unit asked has
    signed, `minutes.countersigned_by_all_asked` no longer stands before the steps that follow.

    minutes: The minutes that are countersigned.
    version: The version signed.
    unit: The unit that signs.
    opinion: The opinion of the signer. A signature alone is consent.
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
    """Declines to countersign a version of the minutes for a unit (不予会签).

    Only the responsible person of the unit may do it, in a post that the charter names, also of the unit into which
    it was merged (`countersign.by_responsible_person`). The unit must be one of those asked
    (`countersign.is_asked_of_the_unit`), speak of the present version (`minutes.version_is_current`) and have given
    neither signature nor refusal for it (`countersign.is_given_once`), before the document is issued
    (`minutes.are_not_issued`).

    It settles nothing. `minutes.countersigned_by_all_asked` names the unit until it comes round to signing or the
    minutes are redrafted.

    minutes: The minutes that are not countersigned.
    version: The version not signed.
    unit: The unit that does not sign.
    reason: Why the unit does not countersign.
    """
    made: types.DeclineCountersign = act(
        "decline_countersign",
        minutes=minutes,
        version=version,
        unit=unit,
        reason=reason,
    )
    return made


def WithdrawCountersignature(
    *,
    minutes: types.MinutesId,
    version: int,
    unit: types.UnitId,
    reason: types.Text,
) -> types.WithdrawCountersignature:
    """Takes back the signature of a unit under a version of the minutes (撤回会签).

    Only the responsible person of the unit may do it, in a post that the charter names, also of the unit into which
    it was merged (`countersign.by_responsible_person`). The unit must have signed (`countersign.stands`) the present
    version (`minutes.version_is_current`), and no document may have been issued (`minutes.are_not_issued`). A
    charter need not provide for this: a signature is the unit's to take back, as long as nothing has gone out on it.

    It settles nothing. `minutes.countersigned_by_all_asked` names the unit until it signs anew. Where one sheet
    serves both, its consent is gone with the signature, unless it had consented apart from it.

    minutes: The minutes that the unit signed.
    version: The version signed.
    unit: The unit that takes its signature back.
    reason: Why the unit takes it back.
    """
    made: types.WithdrawCountersignature = act(
        "withdraw_countersignature",
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

    Only the convener may do it (`actor.is_convener`), where the path of the minutes has this step
    (`path.has_the_step`). It approves the present version (`minutes.version_is_current`) once
    (`minutes.await_approval`), before the document is issued (`minutes.are_not_issued`). Where consent or
    countersigning comes first on the path, it must be complete (`minutes.consented_by_all_asked`,
    `minutes.countersigned_by_all_asked`).

    It settles nothing. The minutes count as approved until they are redrafted, so that
    `minutes.approved_by_convener` no longer stands before the steps that follow.

    minutes: The minutes that are approved.
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

    Only the office may do it (`actor.is_office`), where the path of the minutes has this step (`path.has_the_step`)
    and what comes first on it is done (`minutes.consented_by_all_asked`, `minutes.countersigned_by_all_asked`,
    `minutes.approved_by_convener`). The series is one that the charter names, of the lead unit where documents go
    out under its letterhead or number (`number.in_a_series_of_the_lead`). A serial is allotted once in a year
    (`number.is_next_or_unused`), and minutes bear one number at a time (`minutes.have_no_number`).

    It settles the number: the organ code of the series, the year of the act, and the serial given or else the next
    one, which comes after those allotted and after the number of the charter itself. The serial is used up for that year. Serials that were passed over are shown by the duty `number.gaps`.

    minutes: The minutes that get the number.
    series: The series from which the number is taken.
    serial: The serial. If none is given, it is the one after the last taken in the year.
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
    """Voids a document number (作废): it is never used again.

    Only the office may do it (`actor.is_office`). The number must have been allotted and not been voided
    (`number.is_allotted`), and no document may have been issued under it (`number.is_not_issued`).

    It settles nothing. The minutes bear no number any more, so that they can be redrafted or get another one; the
    serial stays used up.

    series: The series of the number.
    year: The year of the number.
    serial: The serial of the number.
    reason: Why the number is voided.
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
    secrecy: types.Secrecy | None = None,
    secret_for_years: int | None = None,
    urgency: types.Urgency | None = None,
) -> types.IssueDocument:
    """Issues minutes as a formal document (印发正式文件).

    Only the office may do it (`actor.is_office`), when every step on the path of the minutes is done:
    `minutes.consented_by_all_asked`, `minutes.countersigned_by_all_asked`, `minutes.approved_by_convener` and
    `document.is_numbered`. A unit that gets a task must be bound by the matter or have consented in writing
    (`document.tasked_units_have_undertaken`).

    The document goes to every unit concerned, as the charter says (`document.reaches_the_units_concerned`), and to
    member units only where nothing goes outside (`document.stays_within`). Its kind is a formal one
    (`document.kind_is_formal`) with which the title ends (`document.title_names_its_kind`); if it is not simply
    public, it says why (`document.closed_with_a_reason`), and it is not both secret and open
    (`document.secret_is_not_open`). Name and seal are such as the charter allows
    (`document.in_a_permitted_name`, `document.sealed_as_permitted`).

    It settles nothing. The minutes are closed: they can be neither answered nor redrafted, and their number cannot
    be voided. The document waits for the receipts of those it went to, and to be reported up where the charter asks
    for that.

    document: The new name of the document.
    minutes: The minutes it carries.
    kind: The kind of the document.
    title: The title, which ends with the word for the kind.
    publicness: Whether the document is public.
    copied_to: Others who get a copy (抄送), by name.
    other_recipients: Others that the document goes to, by name.
    reason: Why the document is not simply public.
    recipients: The units that the document goes to (主送) and that the body knows.
    seal: Whose seal the document bears, where that is said: the lead unit's, those of all issuers, or one of the body's own.
    secrecy: How secret the document is, where it is (密级).
    secret_for_years: For how many years it is secret (保密期限).
    urgency: How urgent the document is, where it is (紧急程度).
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
        secrecy=secrecy,
        secret_for_years=secret_for_years,
        urgency=urgency,
    )
    return made


def IssueOtherDocument(
    *,
    document: types.DocumentId,
    kind: types.DocumentKind,
    title: types.Text,
    text: types.Text,
    publicness: types.Publicness,
    clauses: list[types.ClauseId] | None = None,
    copied_to: list[types.Text] | None = None,
    items: list[types.ItemId] | None = None,
    minutes: types.MinutesId | None = None,
    other_recipients: list[types.Text] | None = None,
    reason: types.Text | None = None,
    recipients: list[types.UnitId] | None = None,
    seal: types.Carrier | None = None,
    secrecy: types.Secrecy | None = None,
    secret_for_years: int | None = None,
    serial: int | None = None,
    series: types.SeriesId | None = None,
    urgency: types.Urgency | None = None,
) -> types.IssueOtherDocument:
    """Issues a formal document that is not the one by which minutes are issued (另行印发文件): a notice that carries issued
    minutes out, a document on a matter that was settled without minutes, or one that rests on the charter.

    Only the office may do it (`actor.is_office`). The document says what it rests on (`document.rests_on_something`).
    Minutes on which it rests have been issued by then, so that every step on their path is done
    (`document.follows_issued_minutes`). Items on which it rests were settled (`document.rests_on_what_was_settled`); where
    the charter has what is agreed put into minutes, those minutes record them
    (`document.agreed_matters_come_by_minutes`). A unit that gets a task must be bound by the matter or have consented in
    writing (`document.tasked_units_have_undertaken`). On documents that rest on the charter alone no charter need say
    anything: they are recorded as issued, and put no task on anyone.

    For its kind, title, publicness, secrecy, recipients, name and seal the same holds as for `issue_document`. If a series
    is named, the document bears a number, which is taken as by `allot_number` (`number.in_a_series_of_the_lead`,
    `number.is_next_or_unused`).

    It settles the number, if there is one. The document waits for the receipts of those it went to.

    document: The new name of the document.
    kind: The kind of the document.
    title: The title, which ends with the word for the kind.
    text: What the document says.
    publicness: Whether the document is public.
    clauses: The clauses of the charter on which it rests.
    copied_to: Others who get a copy (抄送), by name.
    items: The settled items on which it rests.
    minutes: The minutes that it carries out, if it rests on minutes.
    other_recipients: Others that the document goes to, by name.
    reason: Why the document is not simply public.
    recipients: The units that the document goes to (主送) and that the body knows.
    seal: Whose seal the document bears, where that is said.
    secrecy: How secret the document is, where it is (密级).
    secret_for_years: For how many years it is secret (保密期限).
    serial: The serial. If none is given, it is the one after the last taken in the year.
    series: The series from which its number is taken, if it bears one.
    urgency: How urgent the document is, where it is (紧急程度).
    """
    made: types.IssueOtherDocument = act(
        "issue_other_document",
        document=document,
        kind=kind,
        title=title,
        text=text,
        publicness=publicness,
        clauses=clauses,
        copied_to=copied_to,
        items=items,
        minutes=minutes,
        other_recipients=other_recipients,
        reason=reason,
        recipients=recipients,
        seal=seal,
        secrecy=secrecy,
        secret_for_years=secret_for_years,
        serial=serial,
        series=series,
        urgency=urgency,
    )
    return made


def ReportUp(
    *,
    document: types.DocumentId,
    to: types.Text,
) -> types.ReportUp:
    """Sends a copy of a document to the superior (抄报).

    Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`). If the charter
    names the superiors to whom documents are reported up, it goes to one of them (`report_up.provided_for`); a charter
    that is silent leaves it to the office to send a copy to whom it likes, and makes no duty of it.

    It settles nothing. The document remembers when it first went to that superior, which fulfils the duty
    `document.reported_up`, if there is one.

    document: The document that is reported up.
    to: The superior to whom the copy goes.
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

    The office may do it, and whoever acts for the unit that received the document: its responsible person, its
    member or its liaison officer (`actor.acts_for_unit`). For a recipient that is not a unit of the body only the
    office may. The document must have been sent or copied to the recipient, or to a unit in whose place it stands
    (`receipt.by_a_recipient`), which acknowledges it once (`receipt.is_given_once`): for all these units under its own
    name, or for one under the name of that one. By then the document must not have been withdrawn, revoked or repealed
    (`document.is_in_force`).

    It settles nothing. The receipt stands in the document; when it was the last one missing, and nothing has to be
    reported up, nothing is outstanding for the document.

    document: The document that was received.
    recipient: Who has received it: a unit, or another recipient by name.
    """
    made: types.AcknowledgeReceipt = act(
        "acknowledge_receipt",
        document=document,
        recipient=recipient,
    )
    return made


def SupplementRecipients(
    *,
    document: types.DocumentId,
    copied_to: list[types.Text] | None = None,
    other_recipients: list[types.Text] | None = None,
    recipients: list[types.UnitId] | None = None,
) -> types.SupplementRecipients:
    """Sends a document to further recipients after it was issued (补发).

    Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`). It goes to
    somebody, and to nobody to whom it was sent before (`document.goes_to_new_recipients`), to no unit that has ended
    (`unit.has_not_ended`), and to member units only where nothing goes outside (`document.stays_within`). A charter need
    not provide for this: it is recorded as what was done.

    It settles nothing. The document waits for the receipts of those to whom it was sent now, as for those of the others.

    document: The document that is sent.
    copied_to: Others who get a copy (抄送), by name.
    other_recipients: Others that the document goes to, by name.
    recipients: The units that the document goes to (主送) and that the body knows.
    """
    made: types.SupplementRecipients = act(
        "supplement_recipients",
        document=document,
        copied_to=copied_to,
        other_recipients=other_recipients,
        recipients=recipients,
    )
    return made


def CorrectDocument(
    *,
    document: types.DocumentId,
    passage: types.Text,
    wording: types.Text,
    reason: types.Text | None = None,
) -> types.CorrectDocument:
    """Corrects a passage of a document that was issued (更正): a slip in writing, not what was agreed.

    Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`), and the new
    wording must differ from the old (`correction.changes_the_wording`). A charter need not provide for this: it is
    recorded as what was done. What the minutes say stays as the units consented to it; whoever wants that changed
    withdraws or revokes the document, and redrafts the minutes.

    It settles nothing. The document remembers that it was corrected, each time.

    document: The document that is corrected.
    passage: The passage as it went out.
    wording: The wording in its place.
    reason: Why it is corrected.
    """
    made: types.CorrectDocument = act(
        "correct_document",
        document=document,
        passage=passage,
        wording=wording,
        reason=reason,
    )
    return made


def PublishDocument(
    *,
    document: types.DocumentId,
    place: types.Text | None = None,
) -> types.PublishDocument:
    """Makes a document public (公布).

    Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`), once
    (`document.is_published_once`), and only if it was issued as open to the public (`document.published_if_open`). A charter
    need not provide for this: it is recorded as what was done.

    It settles nothing. The document remembers when it was made public.

    document: The document that is made public.
    place: Where it is made public.
    """
    made: types.PublishDocument = act(
        "publish_document",
        document=document,
        place=place,
    )
    return made


def WithdrawDocument(
    *,
    document: types.DocumentId,
    reason: types.Text,
    replaced_by: types.DocumentId | None = None,
) -> types.WithdrawDocument:
    """Withdraws a document before anyone has received it (撤回).

    Only the office may do it (`actor.is_office`), as long as nobody has acknowledged its receipt
    (`document.is_not_received`) and it has not come to its end (`document.ends_once`). The document in its place, if one
    is named, is another one, which is in force (`document.replaced_by_another`). A charter need not provide for this: it
    is recorded as what was done, and the agreed matter stands as it did.

    It settles nothing. Nothing is outstanding for the document any more. The minutes that it carried are as if they had
    not been issued: they bear no number, and can be redrafted and issued anew. Its own number stays used up.

    document: The document that is withdrawn.
    reason: Why it is withdrawn.
    replaced_by: The document in its place, where there is one.
    """
    made: types.WithdrawDocument = act(
        "withdraw_document",
        document=document,
        reason=reason,
        replaced_by=replaced_by,
    )
    return made


def RevokeDocument(
    *,
    document: types.DocumentId,
    decided_by: types.Text,
    reason: types.Text,
    replaced_by: types.DocumentId | None = None,
) -> types.RevokeDocument:
    """Revokes a document (撤销).

    Only the office may do it (`actor.is_office`), for a document that has not come to its end (`document.ends_once`). The
    document in its place, if one is named, is another one, which is in force (`document.replaced_by_another`). A charter
    need not provide for this: it is recorded as what was done, with the name of whoever decided it, and the agreed matter
    stands as it did.

    It settles nothing. The document counts as if it had never been, and nothing is outstanding for it any more. The minutes
    that it carried are as if they had not been issued: they bear no number, and can be redrafted and issued anew. Its own
    number stays used up.

    document: The document that is revoked.
    decided_by: Who decided it, by name: the issuer, its superior, or an organ of power.
    reason: Why it is revoked.
    replaced_by: The document in its place, where there is one.
    """
    made: types.RevokeDocument = act(
        "revoke_document",
        document=document,
        decided_by=decided_by,
        reason=reason,
        replaced_by=replaced_by,
    )
    return made


def RepealDocument(
    *,
    document: types.DocumentId,
    decided_by: types.Text,
    reason: types.Text,
    replaced_by: types.DocumentId | None = None,
) -> types.RepealDocument:
    """Repeals a document (废止).

    Only the office may do it (`actor.is_office`), for a document that has not come to its end (`document.ends_once`). The
    document in its place, if one is named, is another one, which is in force (`document.replaced_by_another`). A charter
    need not provide for this: it is recorded as what was done, with the name of whoever decided it, and the agreed matter
    stands as it did.

    It settles nothing. The document had effect until then, so that the minutes which it carried stay issued; nothing is
    outstanding for it any more.

    document: The document that is repealed.
    decided_by: Who decided it, by name: the issuer, its superior, or an organ of power.
    reason: Why it is repealed.
    replaced_by: The document in its place, where there is one.
    """
    made: types.RepealDocument = act(
        "repeal_document",
        document=document,
        decided_by=decided_by,
        reason=reason,
        replaced_by=replaced_by,
    )
    return made


def ArchiveDocument(
    *,
    document: types.DocumentId,
    file_number: types.Text,
    years: int | None = None,
) -> types.ArchiveDocument:
    """Puts a document into the archive (归档), also one that was withdrawn, revoked or repealed.

    Only the office may do it (`actor.is_office`), once (`document.is_archived_once`). Where the charter says for how many
    years papers are kept, it is kept for at least as long (`document.is_kept_long_enough`); a charter that is silent
    leaves the term to the office.

    It settles nothing. The document remembers when it was put away.

    document: The document that is put away.
    file_number: The number of the file (档号).
    years: For how many years it is kept (保管期限). If none is given, it is kept for ever (永久).
    """
    made: types.ArchiveDocument = act(
        "archive_document",
        document=document,
        file_number=file_number,
        years=years,
    )
    return made


def IssueBriefing(
    *,
    bulletin: types.BulletinId,
    title: types.Text,
    text: types.Text,
    serves: list[types.ClauseId] | None = None,
) -> types.IssueBriefing:
    """Issues a briefing (编发工作简报): news of the work, which needs neither consent nor a document number.

    Only the office may do it (`actor.is_office`). The functions it names must be clauses of the charter.

    It settles the serial: the running number of the briefing among the briefings of the year. The briefing counts
    for the duty `briefing.issued`, and serves the functions that it names.

    bulletin: The new name of the briefing.
    title: The title of the briefing.
    text: What the briefing says.
    serves: The functions of the body that the briefing serves.
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
    """Issues a circular (编发通报): it commends, criticises or makes known, and needs neither consent nor a document
    number.

    Only the office may do it (`actor.is_office`). The functions it names must be clauses of the charter.

    It settles the serial: the running number of the circular among the circulars of the year. The circular counts
    for the duty `briefing.issued`, as a briefing does, and serves the functions that it names.

    bulletin: The new name of the circular.
    title: The title of the circular.
    text: What the circular says.
    serves: The functions of the body that the circular serves.
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

    The responsible person of the unit does this or, for a member unit, also its member
    (`task.consented_by_responsible_person`). The matter must have been agreed or clarified
    (`assignment.of_a_settled_matter`), and the unit consents once (`task.consented_once`).

    It settles nothing. A task under the matter binds the unit from then on: the unit can be assigned it
    (`assignment.unit_is_bound`), and a document that gives it the task can be issued
    (`document.tasked_units_have_undertaken`).

    item: The matter in which the task lies.
    unit: The unit that takes on the task.
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
    """Assigns a settled matter to a unit (明确落实部门): who carries it out, with whom, and by when.

    Only the office may do it (`actor.is_office`). The matter must have been agreed or clarified
    (`assignment.of_a_settled_matter`). The unit must have taken part in agreeing it, and not have declined since, or
    have consented in writing (`assignment.unit_is_bound`); a cooperating unit must be so as well, unless it is a
    member unit. Each unit is named once (`assignment.names_each_unit_once`). A due date is given where the charter
    asks for one (`assignment.due_given_where_needed`), and has not passed (`assignment.due_lies_ahead`).

    It settles nothing. The assignment is open until it is completed. Where the minutes of the matter need the consent
    or the signature of a unit, it is provisional for that unit until then: from its written consent on, the unit owes
    its completion and reports, or its part as one that cooperates; a unit that declines owes nothing. The unit counts
    as one that the matter gives a task, also when a document is issued.

    assignment: The new name of the assignment.
    item: The matter that is assigned.
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
    """Records what a cooperating unit has done for an assignment (配合情况).

    Whoever acts for that unit may do it (`actor.acts_for_unit`), if the assignment names the unit as one that
    cooperates (`cooperation.by_a_named_unit`). It may come after the assignment is completed, but not after it
    was withdrawn (`cooperation.of_what_was_not_withdrawn`).

    It settles nothing. The record stands in the assignment, and fulfils the duty `cooperation.entered` of the unit.

    assignment: The assignment to which the unit contributed.
    unit: The unit that cooperates.
    text: What the unit has done.
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

    Whoever acts for the assigned unit may do it (`assignment.by_its_unit`), as long as the assignment was open then
    (`assignment.is_open`).

    It settles nothing. The report stands in the assignment, and fulfils the duty `assignment.reported`.

    assignment: The assignment that is reported on.
    text: How the assignment gets on.
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

    Only the office may do it (`actor.is_office`), as long as the assignment was open then (`assignment.is_open`). The new
    due date has not passed (`assignment.due_lies_ahead`) and is later than the old one
    (`assignment.extension_is_later`).

    It settles nothing. From then on the assignment and the part of the cooperating units are owed by the new due
    date. A due date that had already passed stays missed, and is judged besides the new one.

    assignment: The assignment that is extended.
    due: The new last day in time.
    reason: Why the assignment is extended.
    """
    made: types.ExtendAssignment = act(
        "extend_assignment",
        assignment=assignment,
        due=due,
        reason=reason,
    )
    return made


def ShortenAssignment(
    *,
    assignment: types.AssignmentId,
    due: Day,
    reason: types.Text,
) -> types.ShortenAssignment:
    """Brings the due date of an assignment forward (提前时限).

    Only the office may do it (`actor.is_office`), as long as the assignment is open (`assignment.is_open`): a result is not made
    late by what is entered after it. The new due date has not passed (`assignment.due_lies_ahead`) and is earlier than the old one
    (`assignment.shortening_is_earlier`).

    It settles nothing. From then on the assignment and the part of the cooperating units are owed by the new due
    date.

    assignment: The assignment that is due earlier.
    due: The new last day in time.
    reason: Why it is due earlier.
    """
    made: types.ShortenAssignment = act(
        "shorten_assignment",
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

    Whoever acts for the assigned unit may do it (`assignment.by_its_unit`), once, unless the office returns the result:
    the assignment must be open (`assignment.is_open`). What was completed before the assignment was withdrawn can be entered
    after that.

    It settles nothing. The assignment is closed, so that it can be neither reported on nor extended after that. What
    was reported, or what time was given, stands beside the completion, in whatever order they are entered. This
    fulfils the duty `assignment.completed`, late if the due date has passed, and the duty `assignment.reported`.

    assignment: The assignment that is completed.
    result: What came of the assignment.
    """
    made: types.CompleteAssignment = act(
        "complete_assignment",
        assignment=assignment,
        result=result,
    )
    return made


def ReturnAssignment(
    *,
    assignment: types.AssignmentId,
    reason: types.Text,
    due: Day | None = None,
) -> types.ReturnAssignment:
    """Returns the result of an assignment to be worked over (退回重办).

    Only the office may do it (`actor.is_office`), once the unit has completed the assignment, as long as the result has
    not been accepted (`assignment.result_is_not_accepted`). A new due date has not passed (`assignment.due_lies_ahead`).
    No charter need provide for this: it is recorded as what was done.

    It settles nothing. The assignment is open again, and the unit completes it anew. It is owed by the new due date or,
    where none is given, by the old one, if that has not passed. Otherwise no date is set, until one is with
    `extend_assignment`. By a due date that has passed the result came in time or late as it did.

    assignment: The assignment whose result is returned.
    reason: What is wanting in the result.
    due: The new last day in time.
    """
    made: types.ReturnAssignment = act(
        "return_assignment",
        assignment=assignment,
        reason=reason,
        due=due,
    )
    return made


def AcceptResult(
    *,
    assignment: types.AssignmentId,
    opinion: types.Text | None = None,
) -> types.AcceptResult:
    """Accepts the result of an assignment and strikes it off the list (验收销号).

    Only the office may do it (`actor.is_office`), once the unit has completed the assignment
    (`assignment.result_is_not_accepted`). No charter need provide for this: it is recorded as what was done, and no
    duty waits for it. The completion of a unit that only told the office of it is entered with `complete_assignment`,
    by whoever told it; an assignment that is to be struck off without a result is withdrawn with `withdraw_assignment`.

    It settles nothing. The result can be returned no more.

    assignment: The assignment whose result is accepted.
    opinion: What the office found (验收意见).
    """
    made: types.AcceptResult = act(
        "accept_result",
        assignment=assignment,
        opinion=opinion,
    )
    return made


def WithdrawAssignment(
    *,
    assignment: types.AssignmentId,
    reason: types.Text,
    basis: types.ItemId | None = None,
    replaced_by: types.AssignmentId | None = None,
) -> types.WithdrawAssignment:
    """Withdraws an assignment (撤回任务), or ends it where another is in its place (改派).

    Only the office may do it (`actor.is_office`), as long as the assignment is open (`assignment.is_open`). It rests on a
    matter that was agreed or clarified after the assignment was made: what was agreed is taken back by what is agreed
    (`assignment.of_a_settled_matter`). A unit that the office chose can be relieved without that by another assignment
    of the same matter; one that the decision itself named cannot. That other assignment has been made by then, and has
    not been withdrawn (`assignment.replaced_by_another`).

    It settles nothing. The units owe nothing more under the assignment. A due date that had already passed stays
    missed.

    assignment: The assignment that is withdrawn.
    reason: Why it is withdrawn.
    basis: The matter by which it is withdrawn.
    replaced_by: The assignment in its place, where there is one.
    """
    made: types.WithdrawAssignment = act(
        "withdraw_assignment",
        assignment=assignment,
        reason=reason,
        basis=basis,
        replaced_by=replaced_by,
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

    The office or the convener may do it (`group.formed_by_office_or_convener`). The group is formed to inspect
    streets, which it names, unless the charter is read so that it may serve any purpose (`group.for_inspection`).
    It has two units or more (`group.of_two_units_or_more`), and those that are not member units have consented
    (`group.outsiders_consented`).

    It settles nothing. The group is at work until it is ended: joint actions and inspections can be ascribed to it.

    group: The new name of the group here.
    purpose: What the group is formed for.
    head: The unit that heads the group.
    units: The units in the group.
    consents: The units in the group that are not member units and have consented.
    streets: The streets that the group goes to.
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

    The office may do it, and whoever acts for a unit of the group (`work.recorded_by_unit_or_office`). The group
    must not have ended (`group.is_at_work`).

    It settles nothing. No joint action and no inspection made since can be ascribed to the group. Nor can any once
    the units of the group were merged into one.

    group: The group that ends.
    report: The report of the group.
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
    """Plans a joint action (制定联合治理行动方案), in which several units tackle a problem together.

    Only the office may do it (`actor.is_office`). The plan names the problem (`action.targets_a_problem`) and the
    units that take part (`work.names_its_units`), as many as the charter asks for (`action.of_enough_units`). A
    working group that is to carry it out must have been at work (`group.is_at_work`).

    It settles nothing. The action is planned and can be started; a plan alone does not count for the duty
    `action.yearly`.

    action: The new name of the action here.
    units: The units that take part.
    group: The working group that carries it out.
    problem: The problem that the action targets (难点、堵点).
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

    The office may do it, and whoever acts for one of the units that take part (`work.recorded_by_unit_or_office`).
    The action must be planned and not have started (`action.is_planned`), and as many of its units are left as the
    charter asks for: what two were to do is no joint action once they were merged into one
    (`action.of_enough_units`).

    It settles nothing. The action is running until it is finished, and counts from now on for the duty
    `action.yearly` where the charter is read so that an action counts when it starts.

    action: The action that starts.
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

    The office may do it, and whoever acts for one of the units that took part (`work.recorded_by_unit_or_office`).
    The action must have started and not have finished (`action.is_running`).

    It settles nothing. The action is closed, and counts for the duty `action.yearly` where the charter is read so
    that an action counts when it is finished.

    action: The action that is finished.
    result: The result of the action.
    """
    made: types.FinishJointAction = act(
        "finish_joint_action",
        action=action,
        result=result,
    )
    return made


def RegroupJointAction(
    *,
    action: types.ActionId,
    joining: list[types.UnitId] | None = None,
    leaving: list[types.UnitId] | None = None,
    reason: types.Text | None = None,
) -> types.RegroupJointAction:
    """Changes which units take part in a joint action (调整参加单位): some join it, some leave it.

    Only the office may do it (`actor.is_office`), as long as the action has not ended (`action.has_not_ended`). Units that
    join have not ended (`unit.has_not_ended`); who joins was no part of it before, and who leaves was, each named once
    (`action.regrouped_by_what_changes`). As many are left as the charter asks for (`action.of_enough_units`).

    It settles nothing. From then on those units take part in the action, and whoever acts for one of them may start
    and finish it.

    action: The action.
    joining: The units that join it.
    leaving: The units that leave it.
    reason: Why they do.
    """
    made: types.RegroupJointAction = act(
        "regroup_joint_action",
        action=action,
        joining=joining,
        leaving=leaving,
        reason=reason,
    )
    return made


def DropJointAction(
    *,
    action: types.ActionId,
    reason: types.Text,
) -> types.DropJointAction:
    """Drops the plan of a joint action (取消联合治理行动).

    Only the office may do it (`actor.is_office`), as long as the action is planned and has not started
    (`action.is_planned`); one that has started is finished, with whatever came of it.

    It settles nothing. The action can be started no more, and never counts for the duty `action.yearly`.

    action: The action whose plan is dropped.
    reason: Why it is dropped.
    """
    made: types.DropJointAction = act(
        "drop_joint_action",
        action=action,
        reason=reason,
    )
    return made


def RecordJointEnforcement(
    *,
    units: list[types.UnitId],
    result: types.Text,
    counts_as: types.ActionId | None = None,
) -> types.RecordJointEnforcement:
    """Records joint enforcement (联合执法): units that enforced the law together.

    The office may do it, and whoever acts for one of the units that took part (`work.recorded_by_unit_or_office`).
    There must be two units or more (`enforcement.of_two_units_or_more`). A joint action of which it is part must
    have neither finished nor been dropped by then (`enforcement.part_of_an_open_action`).

    It settles nothing. As part of a joint action that was only planned it starts that action. By itself it counts
    for the duty `action.yearly` where the charter is read so.

    units: The units that took part.
    result: What came of the enforcement.
    counts_as: The joint action of which the enforcement is part. If that was only planned, it begins with this.
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

    The office may do it, and whoever acts for one of the units that inspected (`work.recorded_by_unit_or_office`),
    which the record names (`work.names_its_units`). If the body knows what was inspected as a unit, that unit must
    be a street (`inspection.of_a_street`). A working group named must have been at work
    (`group.is_at_work`).

    It settles nothing. If something has to be put right, the inspection awaits rectification. It counts for the
    duty `inspection.cadence` of the street where that is a unit known here.

    inspection: The new name of the inspection here.
    street: The street, by name.
    units: The units that inspected the street.
    findings: What was found.
    group: The working group that inspected the street.
    rectify: Whether something has to be put right (需整改).
    unit: The street as a unit, where it is known here as one.
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

    The office may do it, and whoever acts for a unit that inspected or for the street that was inspected
    (`work.recorded_by_unit_or_office`). The inspection must have found something that is not yet put right
    (`inspection.awaits_rectification`).

    It settles nothing. The inspection no longer awaits rectification.

    inspection: The inspection that found something to put right.
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
    """Opens a data channel (开通数据对接渠道), by which one unit gives data to others.

    The office may do it, and whoever acts for the owner or for one of the users
    (`work.recorded_by_unit_or_office`). The channel joins two units or more (`channel.joins_two_units`).

    It settles nothing. The channel is open until it is closed or its units are merged into one, and shows for that
    time that the duty `data.shared` is met.

    channel: The new name of the channel here.
    owner: The unit whose data it carries.
    users: The units that receive the data.
    what: Which data the channel carries.
    frequency: How often data are passed on.
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

    The office may do it, and whoever acts for the owner or for one of the users
    (`work.recorded_by_unit_or_office`). The channel must not be closed already, nor have ended because its units
    were merged into one (`channel.is_open`).

    It settles nothing. The channel stays closed; a later one needs a name of its own.

    channel: The channel that is closed.
    reason: Why the channel is closed.
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
    """Records training in which units took part (业务培训).

    The office may do it, and whoever acts for one of the units (`work.recorded_by_unit_or_office`), which the
    record names (`work.names_its_units`).

    It settles nothing, and nothing else follows from it: the entry counts for the functions of which the charter
    says that this act serves them (`function.served_yearly`).

    units: The units that took part.
    topic: What the training was about.
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
    """Records guidance given to others (指导) by a unit or by the body.

    The office may do it, and whoever acts for the unit that gave the guidance (`work.recorded_by_unit_or_office`);
    for guidance by the body only the office may. The clauses it serves must be clauses of the charter.

    It settles nothing. The guidance shows that the duty `guidance.given` is met for the clauses that it names, or
    for all if it names none; if forces at the grass roots are named, also the duty
    `guidance.brings_in_the_grassroots`.

    to: To whom it was given: a street, a department, a trade body.
    topic: What the guidance was about.
    forces: The forces at the grass roots that the guidance brings in.
    serves: The clauses that the guidance serves.
    unit: The unit that gave the guidance. If there is none, the body did.
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

    The office may do it, and whoever acts for the unit (`work.recorded_by_unit_or_office`).

    It settles nothing, and nothing else follows from it: the entry counts for the functions of which the charter
    says that this act serves them (`function.served_yearly`).

    unit: The unit whose practice it is.
    practice: What the practice is.
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
    unit: types.UnitId | None = None,
) -> types.OpenOpinionCase:
    """Opens a case of adverse online opinion (网络负面舆情).

    The office may do it, and whoever acts for the unit that takes the case up (`work.recorded_by_unit_or_office`);
    without a unit only the office may.

    It settles nothing. The case is open until it is closed: what is done on each of its three legs is recorded in
    it.

    case: The new name of the case here.
    matter: What the case is about.
    unit: The unit that takes it up. If there is none, the office did.
    """
    made: types.OpenOpinionCase = act(
        "open_opinion_case",
        case=case,
        matter=matter,
        unit=unit,
    )
    return made


def RecordOpinionLeg(
    *,
    case: types.CaseId,
    leg: types.OpinionLeg,
    text: types.Text,
    unit: types.UnitId | None = None,
) -> types.RecordOpinionLeg:
    """Records what was done on one leg of a case of adverse online opinion (三同步之一).

    The office may do it, and whoever acts for the unit that did it (`work.recorded_by_unit_or_office`); without a
    unit only the office may. The case must not have been closed by then (`opinion.case_is_open`).

    It settles nothing. The leg counts as done, and may be recorded again; when all three are done, the case can be
    closed. The unit counts as one that took part in the case.

    case: The case on which something was done.
    leg: The leg on which it was done.
    text: What was done.
    unit: The unit that did it. If there is none, the body did.
    """
    made: types.RecordOpinionLeg = act(
        "record_opinion_leg",
        case=case,
        leg=leg,
        text=text,
        unit=unit,
    )
    return made


def CloseOpinionCase(
    *,
    case: types.CaseId,
) -> types.CloseOpinionCase:
    """Closes a case of adverse online opinion (舆情办结).

    The office may do it, and whoever acts for a unit that took it up or did something on one of its legs
    (`work.recorded_by_unit_or_office`). The case must not be closed already (`opinion.case_is_open`), and something
    must have been done on each of its three legs (`opinion.all_three_legs`).

    It settles nothing. Nothing done since can be recorded in the case.

    case: The case that is closed.
    """
    made: types.CloseOpinionCase = act(
        "close_opinion_case",
        case=case,
    )
    return made


def ReopenOpinionCase(
    *,
    case: types.CaseId,
    reason: types.Text,
) -> types.ReopenOpinionCase:
    """Reopens a case of adverse online opinion that flares up again (舆情重启).

    The office may do it, and whoever acts for a unit that took it up or did something on one of its legs
    (`work.recorded_by_unit_or_office`). The case must be closed (`opinion.case_is_closed`). A case that was closed by
    mistake is not reopened: the record is corrected.

    It settles nothing. The case is open until it is closed again. What was done on its legs stands.

    case: The case that is reopened.
    reason: Why it is reopened.
    """
    made: types.ReopenOpinionCase = act(
        "reopen_opinion_case",
        case=case,
        reason=reason,
    )
    return made


def AcceptAssignedMatter(
    *,
    matter: types.MatterId,
    source: types.Text,
    task: types.Text,
    due: Day | None = None,
    incoming: types.IncomingId | None = None,
) -> types.AcceptAssignedMatter:
    """Takes on a matter assigned from above (交办事项).

    Only the office may do it (`actor.is_office`). The matter must come from a superior whom the charter names,
    unless the charter is read so that any superior may assign one (`matter.from_a_named_superior`).

    The paper by which it came may have been registered as something that came in (`register_incoming`). Taking the matter on
    ends that, so that it must be open there (`incoming.is_open`): from then on the matter is open here.

    It settles nothing. The matter is open until it is completed, and the office owes it by the due date, if there
    is one: this is the duty `matter.completed`.

    matter: The new name of the matter here.
    source: The superior who assigned the matter.
    task: What is to be done.
    due: The last day for the matter, where one was set.
    incoming: The paper by which it came, where that was registered.
    """
    made: types.AcceptAssignedMatter = act(
        "accept_assigned_matter",
        matter=matter,
        source=source,
        task=task,
        due=due,
        incoming=incoming,
    )
    return made


def CompleteAssignedMatter(
    *,
    matter: types.MatterId,
    result: types.Text,
) -> types.CompleteAssignedMatter:
    """Completes a matter assigned from above (交办事项办结).

    Only the office may do it (`actor.is_office`), once (`matter.is_open`).

    It settles nothing. The matter is closed, which fulfils the duty `matter.completed`, late if the due date has
    passed.

    matter: The matter that is completed.
    result: What came of the matter.
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

    Only the office may do it (`actor.is_office`). The clause must be that of a standing function
    (`function.is_standing`), and the year one of those from the founding to this one (`note.year_of_the_body`), in which
    no work for the function is recorded (`note.no_work_recorded`). It must be so far on that it shows
    (`note.made_when_the_year_shows_it`).

    It settles nothing. The note shows for that year that the duty `function.served_yearly` is met.

    clause: The clause of the function.
    year: The year.
    reason: Why there was nothing to do.
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

    The office may do it, and whoever acts for the unit that did the work (`work.recorded_by_unit_or_office`); for
    work of the body only the office may. The record names a clause of the charter at least
    (`work.serves_a_clause`).

    It settles nothing. The work counts for each clause that it names, as for the duty `function.served_yearly`.

    serves: The clauses that the work serves.
    text: What was done.
    unit: The unit that did the work. If there is none, the body did.
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

    The office may do it, and whoever acts for the unit (`work.recorded_by_unit_or_office`), which must be a member
    unit that day (`unit.is_member`).

    It settles nothing. The contact shows that the unit meets the duty `contact.kept`.

    unit: The unit that was in contact with the office.
    text: What the contact was about.
    """
    made: types.RecordContact = act(
        "record_contact",
        unit=unit,
        text=text,
    )
    return made


def RegisterIncoming(
    *,
    incoming: types.IncomingId,
    kind: types.IncomingKind,
    sender: types.Text,
    subject: types.Text,
    dated: Day | None = None,
    due: Day | None = None,
    number: types.Text | None = None,
    text: types.Text | None = None,
) -> types.RegisterIncoming:
    """Registers something that came in (收文登记): a letter, an instruction, a matter of a citizen or a street.

    Only the office may do it (`actor.is_office`). The sender is anyone, a member unit or not. It is dated no later than it
    came, and wants no answer before its date (`incoming.is_dated_before_it_came`). A matter that a superior
    hands down is registered here as the paper that it is; when the body takes it on, `accept_assigned_matter` makes it a
    matter that the body owes, and it is open here no more.

    It settles nothing. What came in is open until it is answered, filed or taken on. The day by which the sender wants an
    answer is kept in the entry; no rule holds the body to it.

    incoming: The new name of what came in.
    kind: What it is.
    sender: From whom it came, by name: a unit of the body or anyone else.
    subject: What it is about.
    dated: The date that it bears (来文日期).
    due: The last day for an answer, where the sender says one.
    number: The number that it bears (来文字号).
    text: What it says, in full or in short.
    """
    made: types.RegisterIncoming = act(
        "register_incoming",
        incoming=incoming,
        kind=kind,
        sender=sender,
        subject=subject,
        dated=dated,
        due=due,
        number=number,
        text=text,
    )
    return made


def PassOnIncoming(
    *,
    incoming: types.IncomingId,
    unit: types.UnitId,
    due: Day | None = None,
    note: types.Text | None = None,
) -> types.PassOnIncoming:
    """Passes something that came in on to a member unit (转办).

    Only the office may do it (`actor.is_office`), as long as it is neither answered nor filed nor taken on
    (`incoming.is_open`). The unit must be a member unit that day (`unit.is_member`); it gets the same paper once
    (`incoming.is_passed_on_once`). This puts no task of the body on the unit: that is done by `assign`, under a matter
    that the body has settled.

    It settles nothing. Whoever acts for the unit may then answer.

    incoming: What is passed on.
    unit: The member unit to which it goes.
    due: The day by which the office wants to hear of it.
    note: What the unit is to do with it (拟办意见).
    """
    made: types.PassOnIncoming = act(
        "pass_on_incoming",
        incoming=incoming,
        unit=unit,
        due=due,
        note=note,
    )
    return made


def AnswerIncoming(
    *,
    incoming: types.IncomingId,
    text: types.Text,
    document: types.DocumentId | None = None,
) -> types.AnswerIncoming:
    """Answers something that came in (答复、办复).

    The office may do it, and whoever acts for a unit to which it was passed on (`work.recorded_by_unit_or_office`), once, as
    long as it is neither answered nor filed nor taken on (`incoming.is_open`), and not before it was passed on.

    It settles nothing. What came in is done with.

    incoming: What is answered.
    text: What the answer says.
    document: The formal document by which it is answered, where there is one.
    """
    made: types.AnswerIncoming = act(
        "answer_incoming",
        incoming=incoming,
        text=text,
        document=document,
    )
    return made


def FileIncoming(
    *,
    incoming: types.IncomingId,
    reason: types.Text,
) -> types.FileIncoming:
    """Files something that came in and needs no answer, or no other answer (存查).

    Only the office may do it (`actor.is_office`), once, as long as it is neither answered nor filed nor taken on
    (`incoming.is_open`).

    It settles nothing. What came in is done with.

    incoming: What is filed.
    reason: Why it is filed.
    """
    made: types.FileIncoming = act(
        "file_incoming",
        incoming=incoming,
        reason=reason,
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

    The office may do it, and whoever acts for the unit (`register.kept_by_unit_or_office`), which must be a member
    unit that day (`unit.is_member`). The item names the post or the person who is responsible, or both
    (`register.names_matter_unit_person`).

    It settles nothing. The item is current until it is retired, and the unit has something to adopt. Whether a post
    without a person suffices is judged by the duty `register.complete`.

    register_item: The new name of the item.
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

    The office may do it, and whoever acts for the unit of the item (`register.kept_by_unit_or_office`). The item
    must not have been retired by then (`register_item.is_current`), and names a post or a person again
    (`register.names_matter_unit_person`).

    It settles nothing. A new version of the item holds from now on; a post or a person that is left out is no
    longer named. The versions before are kept.

    register_item: The item that is revised.
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

    The office may do it, and whoever acts for the unit of the item (`register.kept_by_unit_or_office`). The item
    must not have been retired already (`register_item.is_current`).

    It settles nothing. The item is no longer current and cannot be revised; its versions are kept.

    register_item: The item that is retired.
    reason: Why the item is retired.
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
    """Adopts a register as it stands (审定清单): that of one unit, or that of the whole body.

    The office may do it, and for a unit's own register whoever acts for the unit
    (`register.kept_by_unit_or_office`), which must be a member unit that day (`unit.is_member`). Each unit of the
    register must have a current item (`register.has_items`); for the register of the whole body these are all
    member units.

    It settles nothing. The adoption fulfils the duties `register.set_up` and `register.reviewed`, as long as one of the
    items that it adopted stands; it passes with them to the unit in whose place they stand. Whether those duties ask
    for the register of each unit or for the one of the whole body is a reading of the charter.

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

    Whoever acts for the unit may do it, and so may the office, which logs what came to it on paper
    (`actor.acts_for_unit`); the unit must be a member unit that day, or owe the report from when it was one
    (`unit.is_member`). For a unit that has ended, the unit in its place does this: under the name of the one that ended
    or, for all that it owes, under its own. There is one report for a year (`report.once_a_year`): what comes later
    supplements it. The year is one in which there was a body, and not one to come (`report.year_is_plausible`), the time
    covered touches it (`report.covers_part_of_its_year`), and the report was not sent after it was received
    (`report.sent_before_received`).

    It settles nothing. The report counts for the duties `report.yearly`, `report.complete` and
    `report.period_covered`, each of which is judged apart from the others: a report may come late or lack a part.

    unit: The unit that reports.
    year: The year that is reported on.
    parts: The parts of the report by their keys: those the charter names, and any others.
    covers: The time that the report covers.
    sent_at: When the report was sent. If it is not given, that is when it was received.
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

    Whoever acts for the unit may do it, and so may the office, which logs what came to it on paper
    (`actor.acts_for_unit`), when the unit's report for the year has come, or that of the one unit in whose place it
    stands that reported (`report.was_submitted`). It rests on that report and not on other supplements, which may be
    entered in any order. A supplement has a part or further time (`report.supplement_adds_something`); that time
    touches the year (`report.covers_part_of_its_year`), and the supplement was not sent after it was received
    (`report.sent_before_received`).

    It settles nothing. Parts of the same key take the place of those before, and the time covered grows. The duties
    `report.complete` and `report.period_covered` look at the report with its supplements.

    unit: The unit that reports.
    year: The year of the report.
    parts: The parts that are added or replaced, by their keys.
    covers: Further time that the report covers.
    sent_at: When the supplement was sent. If it is not given, that is when it was received.
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

    Only the office may do it (`actor.is_office`). The log names the units (`collection.names_its_units`), which
    must be member units that day (`unit.is_member`). A meeting at which they reported must have been opened
    (`collection.at_a_meeting_held`).

    It settles nothing. The log counts for the duty `report.collected` of the office. With a meeting it also counts,
    for each of the units, for the duty `report.at_meetings`, and with its parts for `report.whole_at_meetings`.

    units: The units from which it was collected.
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

    Only the office may do it (`actor.is_office`), and only to those whom the charter names
    (`results.go_to_whom_the_charter_names`).

    It settles nothing. The report counts for the duty `results.reported`.

    to: The superior to whom the results are reported.
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
    scope: types.Text | None = None,
    unit: types.UnitId | None = None,
) -> types.RecordChild:
    """Records a lower body that a unit has set up (建立街道级别联席会议).

    Only the office may do it (`actor.is_office`). The unit must be of a kind that the charter allows to set one up
    (`child.by_a_unit_that_may`); where the unit is known here, the kind known counts and not the one given. The
    lower body has a charter of its own (`child.has_a_charter_of_its_own`).

    It settles nothing. The lower body is known here, and matters can be linked with it. It inherits nothing, and
    its own affairs stand in a journal of its own.

    child: The new name of the lower body.
    set_up_by: The unit that set it up, which need not be known here.
    kind: What kind of unit that is.
    charter: The charter of the lower body, which others may share.
    title: What the lower body is called.
    from: The first day of the lower body.
    scope: The area or the matter for which the lower body is there, where its charter alone does not say it.
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
        scope=scope,
        unit=unit,
    )
    return made


def ReviseChild(
    *,
    child: types.ChildId,
    from_: Day,
    charter: types.CharterId | None = None,
    scope: types.Text | None = None,
    title: types.Text | None = None,
    version: int | None = None,
) -> types.ReviseChild:
    """Records what changed with a lower body (下级联席会议变更): its charter, its name, what it is there for.

    Only the office may do it (`actor.is_office`), for a lower body that is there on the first day of the change
    (`child.is_in_being`). It says what changed (`child.change_is_named`), and a new charter is the lower body's own
    (`child.has_a_charter_of_its_own`). A charter need not provide for this: what a lower body does with its own charter is
    its own affair, and only recorded here.

    It settles nothing. From that day on the lower body is so; on the days before it is as it was.

    child: The lower body.
    from: The first day on which it is so.
    charter: The charter under which it works from then on.
    scope: The area or the matter for which it is there from then on.
    title: What it is called from then on.
    version: The version of its charter.
    """
    made: types.ReviseChild = act(
        "revise_child",
        child=child,
        from_=from_,
        charter=charter,
        scope=scope,
        title=title,
        version=version,
    )
    return made


def EndChild(
    *,
    child: types.ChildId,
    to: Day,
    reason: types.Text,
) -> types.EndChild:
    """Records that a lower body has ended (下级联席会议撤销).

    Only the office may do it (`actor.is_office`), for a lower body that is there on its last day and has not ended
    (`child.is_in_being`); an end that lies ahead can be brought forward. A
    charter need not provide for this: whoever set up the lower body ends it, and it is only recorded here.

    It settles nothing. After the last day nothing is linked with the lower body any more, and it owes no report that it had
    not given; what was linked with it before stays.

    child: The lower body.
    to: Its last day.
    reason: Why it has ended, or the paper by which it was ended.
    """
    made: types.EndChild = act(
        "end_child",
        child=child,
        to=to,
        reason=reason,
    )
    return made


def LinkChild(
    *,
    child: types.ChildId,
    link: types.ChildLink,
    subject: types.Text,
    note: types.Text,
) -> types.LinkChild:
    """Links a matter with a lower body (上下衔接): one that it reports here, or one that this body hands down.

    Only the office may do it (`actor.is_office`), for a lower body that has not ended (`child.is_in_being`).

    It settles nothing. The first report of a lower body fulfils the duty `child.reported`; what is handed down is
    kept with the lower body.

    child: The lower body.
    link: Which way the matter goes.
    subject: The matter.
    note: What was reported or handed down, in words.
    """
    made: types.LinkChild = act(
        "link_child",
        child=child,
        link=link,
        subject=subject,
        note=note,
    )
    return made


def CorrectRecord(
    *,
    changes: list[types.RecordChange],
    reason: types.Text,
) -> types.CorrectRecord:
    """Strikes entries, or puts others in their place (更正).

    The office does this, or whoever an entry is of (`correction.by_office_or_author`). An entry is of whoever did it, while
    they act for the body or for that unit. What was said for a unit – a position, a consent, a signature, a report, a
    naming – is of whoever is responsible for the unit now. The office needs something that shows it for three kinds of
    entries: what others said or did, what was shown by something when it was entered, and what was recorded against the
    charter (`correction.of_what_others_said_is_shown`).

    A correction changes an entry once: it strikes it or replaces it (`correction.strikes_or_replaces`). A replacement is an
    act of the same type (`correction.keeps_the_act`) that says something else (`correction.changes_something`). The founding
    is not struck (`correction.founding_stays`), and what was struck is not changed again (`correction.of_what_stands`). A
    correction that was wrong is struck (`correction.of_a_correction_strikes_it`): what it changed stands as it was.

    Nothing leaves the journal. The state is that of the entries as they read with their corrections, in the old order. Every
    later entry is decided again on the corrected past. An entry that would use a name in vain, or break a rule that keeps the
    record sound, has to be corrected as well (`correction.leaves_the_record_sound`). An entry that the charter would refuse
    stays: it was done, and the audit holds it against the clause. An entry may be put at a moment after it was entered, if that
    is before the correction.

    The outcome tells what later entries settle on the corrected past, which rules they break there, and which numbers are
    not given again because they went out. `JointMeeting::decide` shows it before anything is
    entered.

    changes: What is changed.
    reason: Why.
    """
    made: types.CorrectRecord = act(
        "correct_record",
        changes=changes,
        reason=reason,
    )
    return made
