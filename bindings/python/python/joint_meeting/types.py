"""What crosses the border of joint-meeting, as plain JSON: what is handed in, and what is answered.

Generated from the Rust types: `cargo xtask generate`. Do not edit.
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict, final

Json: TypeAlias = "str | int | bool | None | list[Json] | dict[str, Json]"
"""Any JSON."""

MatterId: TypeAlias = str
"""A matter assigned from above (交办事项)."""

Text: TypeAlias = str
"""Text written by a person: not empty, at most 64 KiB, no control characters but line feed and tab."""

Date: TypeAlias = str
"""A day of the calendar: `2022-12-25`."""

IncomingId: TypeAlias = str
"""Something that came in (来文来件): a letter, an instruction, a matter of a citizen or a street."""


class AcceptAssignedMatter(TypedDict):
    """Takes on a matter assigned from above (交办事项).

    Only the office may do it (`actor.is_office`). The matter must come from a superior whom the charter names,
    unless the charter is read so that any superior may assign one (`matter.from_a_named_superior`).

    The paper by which it came may have been registered as something that came in (`register_incoming`). Taking the matter on
    ends that, so that it must be open there (`incoming.is_open`): from then on the matter is open here.

    It settles nothing. The matter is open until it is completed, and the office owes it by the due date, if there
    is one: this is the duty `matter.completed`.
    """

    type: Literal["accept_assigned_matter"]

    matter: MatterId
    """The new name of the matter here."""

    source: Text
    """The superior who assigned the matter."""

    task: Text
    """What is to be done."""

    due: NotRequired[Date]
    """The last day for the matter, where one was set."""

    incoming: NotRequired[IncomingId]
    """The paper by which it came, where that was registered."""


AssignmentId: TypeAlias = str
"""An assignment (落实任务) of an agreed matter to a unit."""


class AcceptResult(TypedDict):
    """Accepts the result of an assignment and strikes it off the list (验收销号).

    Only the office may do it (`actor.is_office`), once the unit has completed the assignment
    (`assignment.result_is_not_accepted`). No charter need provide for this: it is recorded as what was done, and no
    duty waits for it. The completion of a unit that only told the office of it is entered with `complete_assignment`,
    by whoever told it; an assignment that is to be struck off without a result is withdrawn with `withdraw_assignment`.

    It settles nothing. The result can be returned no more.
    """

    type: Literal["accept_result"]

    assignment: AssignmentId
    """The assignment whose result is accepted."""

    opinion: NotRequired[Text]
    """What the office found (验收意见)."""


Time: TypeAlias = str
"""A moment with its offset, by RFC 3339: `2022-12-25T09:00:00+08:00`."""

PersonId: TypeAlias = str
"""A person."""

CharterId: TypeAlias = str
"""A charter (制度), without its version."""

PostId: TypeAlias = str
"""A post (职务), held by a person for a time."""

UnitId: TypeAlias = str
"""A unit (单位): a member unit, the seat of the office, a street."""


class FirstHolder(TypedDict):
    """Who holds a post at the beginning. Of a post that the charter gives to one unit the unit need not be named; a
    post that every member unit has is filled for the unit that is named.
    """

    post: PostId
    """The post."""

    person: PersonId
    """The person."""

    unit: NotRequired[UnitId]
    """The unit, for a post that every member unit has."""


class Approval(TypedDict):
    """The superior's approval (批准), as a paper that the act rests on. It has to be dated no later than the day of
    the act.
    """

    by: Text
    """Who approved."""

    on: Date
    """Its date."""

    number: NotRequired[Text]
    """The number of the paper."""


UnitKind: TypeAlias = Literal[
    # A Party organ (党委部门).
    "party_organ",
    # A government department or its branch (政府部门).
    "government",
    # A court (法院).
    "court",
    # A procuratorate (检察院).
    "procuratorate",
    # An organ of a people's congress (人大).
    "peoples_congress",
    # A military unit (军事机关).
    "military",
    # A mass organisation (群团组织).
    "mass_organisation",
    # A street or town (街道、乡镇).
    "street",
    # A part of another unit (内设机构).
    "sub_unit",
    # A company or a bank (企业).
    "enterprise",
    # An association (协会).
    "association",
    # A village or residents' committee (村居).
    "village",
]
"""What kind of unit it is."""

ClassId: TypeAlias = str
"""A class of units (一类单位), such as all banks of a district."""


FirstMember = TypedDict(
    "FirstMember",
    {
        # The unit.
        "unit": UnitId,
        # Its name.
        "name": Text,
        # What kind of unit it is.
        "kind": UnitKind,
        # The class through which it belongs.
        "class": NotRequired[ClassId],
    },
)
"""A member unit at the beginning, or under a new version of the charter, that the charter does not list."""


class AdoptCharter(TypedDict):
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
    """

    type: Literal["adopt_charter"]

    charter: CharterId
    """The charter."""

    version: int
    """Its version."""

    holders: list[FirstHolder]
    """Who holds which post at the beginning."""

    agreed_by: NotRequired[list[UnitId]]
    """The units that have agreed, where they have to."""

    approval: NotRequired[Approval]
    """The superior's approval, where one is needed."""

    members: NotRequired[list[FirstMember]]
    """Who the member units are, in protocol order, where the charter does not list them."""


ItemId: TypeAlias = str
"""An agenda item (议题)."""


AmendCharter = TypedDict(
    "AmendCharter",
    {
        "type": Literal["amend_charter"],
        # The version.
        "version": int,
        # The first day on which it is in force.
        "from": Date,
        # What it rests on: the agreed matter, the superior's approval, the notice of re-issue.
        "basis": Text,
        # The agreed matter by which it is amended, where the meeting decides.
        "item": NotRequired[ItemId],
        # Who the member units are from then on, in protocol order, where the new version does not list them; with
        # none given, they stay who they are.
        "members": NotRequired[list[FirstMember]],
    },
)
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
"""


MatterKind: TypeAlias = Literal[
    # A request for a meeting, until it is answered.
    "request",
    # An agenda item, until a meeting takes it up.
    "item",
    # A meeting, to the document that comes of it.
    "meeting",
    # An assignment.
    "assignment",
    # A joint working group.
    "group",
    # A joint action.
    "action",
    # An inspection whose findings are to be put right.
    "inspection",
    # A case of adverse online opinion.
    "case",
    # A matter assigned from above.
    "matter",
    # Something that came in, until it is answered or filed.
    "incoming",
]
"""A kind of matter that can be open when the charter changes."""


class MatterRef(TypedDict):
    """A matter by its kind and name."""

    kind: MatterKind
    """Its kind."""

    name: Text
    """Its name."""


Law: TypeAlias = Literal[
    # It goes on by the version under which it began.
    "old_law",
    # It goes on by the new version.
    "new_law",
]
"""By which law an open matter goes on."""


class ChooseLaw(TypedDict):
    """Chooses by which version a matter goes on that was open when the present one came into force, where the charter
    asks for a choice (新旧衔接).

    Those to whom the charter gives its interpretation do this or, where it names nobody, the convener
    (`reading.chosen_by_convener`). The version in force leaves the question to a choice (`transition.is_asked`),
    the matter began before that version did, and nothing has been chosen for it yet (`transition.matter_is_older`).

    It settles nothing. Until the choice is made, an act on the matter is refused if the two versions answer it
    differently (`charter.open_matters_have_one_law`); from then on the version that is chosen answers.
    """

    type: Literal["choose_law"]

    matter: MatterRef
    """The matter."""

    law: Law
    """The law it follows."""

    why: Text
    """Why the matter follows it."""


ChooseReading = TypedDict(
    "ChooseReading",
    {
        "type": Literal["choose_reading"],
        # The question.
        "reading": Text,
        # The option chosen, or `open`: from then on no option is chosen, and the charter's suggestion is in effect again.
        "option": Text,
        # Why it was chosen, and why from an earlier day.
        "why": Text,
        # The first day to which it applies, where that is earlier than the day of the choice.
        "from": NotRequired[Date],
    },
)
"""Chooses one of the readings that the charter leaves open, or leaves the question open again (解释).

Those to whom the charter gives its interpretation do this or, where it names nobody, the convener
(`reading.chosen_by_convener`). The option is one of those that the charter leaves open for the question
(`reading.is_open`), or `open`. It applies from a day on which there was a body, and not from a day to come
(`reading.applies_from_a_day_past`).

It settles nothing. From the day of the choice on, or from the earlier day that it names, rules that depend on the
question are read with the option that was chosen, until another choice replaces it. What is judged as of a day before
stays what it was.
"""


class Dissolve(TypedDict):
    """Ends the body (撤销).

    The lead unit or the convener does this, where the charter says how the body ends
    (`body.dissolution_provided_for`). A body that ends when its work is done has completed it, and has no meeting,
    minutes or assignment under way (`body.has_nothing_under_way`). Where the charter asks for them, the superior's
    approval and the agreement of every member unit are there (`body.dissolution_approved`,
    `body.dissolution_agreed`).

    It settles nothing. The day of the act is the last day of the body: what happens later is refused
    (`body.is_in_force`).
    """

    type: Literal["dissolve"]

    basis: Text
    """What it rests on."""

    completed: bool
    """Whether its work is done."""

    agreed_by: NotRequired[list[UnitId]]
    """The units that have agreed, where they have to."""

    approval: NotRequired[Approval]
    """The superior's approval, where one is needed."""


AdmitUnit = TypedDict(
    "AdmitUnit",
    {
        "type": Literal["admit_unit"],
        # Its new name here, or that of a unit known already.
        "unit": UnitId,
        # Its name.
        "name": Text,
        # What kind of unit it is.
        "kind": UnitKind,
        # The paper on which it rests, where it is not an agreed matter.
        "basis": NotRequired[Text],
        # The class through which it belongs.
        "class": NotRequired[ClassId],
        # The unit's written consent.
        "consent": NotRequired[Text],
        # The first day; if not given, the day of the act.
        "from": NotRequired[Date],
        # The agreed matter by which it is added.
        "item": NotRequired[ItemId],
    },
)
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
"""


class WithdrawUnit(TypedDict):
    """Takes a unit out of the body (退出).

    The office does this (`actor.is_office`), for a unit that is a member unit that day (`unit.is_member`). The
    charter says how a unit leaves, and whoever may has decided it (`unit.removal_provided_for`): where a meeting
    decides, by an agreed matter of membership about this unit, agreed no later than its last day. Where the charter
    asks for it, the unit has consented in writing (`unit.removal_consented`). A unit that belongs through a class
    needs neither: it leaves when it belongs to the class no longer.

    It settles nothing. After the last day that the act names, the unit is no member unit: it is bound by nothing more.
    An objection that it made before stands in the way until the unit takes it back, or another meeting takes the
    matter up.
    """

    type: Literal["withdraw_unit"]

    unit: UnitId
    """The unit."""

    basis: Text
    """What it rests on."""

    to: Date
    """The last day."""

    consent: NotRequired[Text]
    """The unit's written consent."""

    item: NotRequired[ItemId]
    """The agreed matter by which it leaves, where the meeting decides."""


MergeUnits = TypedDict(
    "MergeUnits",
    {
        "type": Literal["merge_units"],
        # The units that end.
        "units": list[UnitId],
        # The successor: one of them, another unit, or a new one.
        "into": UnitId,
        # Its name.
        "name": Text,
        # What kind of unit it is.
        "kind": UnitKind,
        # The paper on which the merger rests.
        "basis": Text,
        # The successor's first day.
        "from": Date,
        # Whether the successor does not become a member unit by the merger. What lay on the units that end passes to
        # it all the same.
        "outside": NotRequired[bool],
    },
)
"""Records that units were merged into one (机构合并); the successor takes their place.

The office does this (`actor.is_office`). The units that end are member units that day (`unit.is_member`), and
with the successor they are two or more (`unit.merger_of_two`). The successor has not ended itself
(`unit.has_not_ended`); where it becomes a member unit by the merger, it is a public body, unless the charter is
read otherwise (`unit.is_eligible`). Nobody has to decide it: the merger rests on the paper that the act names.

It settles nothing. From the successor's first day on it bears its name and is a member unit, also where it was
not one before, unless it stays `outside`. The units that end are member units no longer, and nobody holds their
posts or is named by them. What was laid on them, asked of them or said by them passes to the successor, also what
was said since that day in entries before this one: nobody knew then.
"""


class UnitAfter(TypedDict):
    """A unit into which another was split."""

    unit: UnitId
    """The unit: a new one, or one that is known already."""

    name: Text
    """Its name."""

    kind: UnitKind
    """What kind of unit it is."""

    outside: NotRequired[bool]
    """Whether it does not become a member unit."""


EndUnit = TypedDict(
    "EndUnit",
    {
        "type": Literal["end_unit"],
        # The unit that ends.
        "unit": UnitId,
        # The paper on which it rests.
        "basis": Text,
        # The first day on which there is no such unit.
        "from": Date,
        # The unit that carries on what lay on it: one of these, or another; if it is split into one, that one.
        "carried_on_by": NotRequired[UnitId],
        # The units into which it was split.
        "split_into": NotRequired[list[UnitAfter]],
    },
)
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
"""


class MoveFunctions(TypedDict):
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
    """

    type: Literal["move_functions"]

    unit: UnitId
    """The unit that had the functions."""

    to: UnitId
    """The unit that has them now."""

    items: list[ItemId]
    """The matters that moved with them."""

    basis: Text
    """The paper on which it rests."""


RenameUnit = TypedDict(
    "RenameUnit",
    {
        "type": Literal["rename_unit"],
        # The unit.
        "unit": UnitId,
        # The new name.
        "name": Text,
        # The paper on which it rests.
        "basis": Text,
        # The first day of the new name.
        "from": Date,
    },
)
"""Records a unit's new name (更名).

The office does this (`actor.is_office`); no other rule stands before it.

It settles nothing. The unit bears the new name from the day that the act names, and on the days before that it
keeps the name that it had.
"""


FillPost = TypedDict(
    "FillPost",
    {
        "type": Literal["fill_post"],
        # The post.
        "post": PostId,
        # The person.
        "person": PersonId,
        # Whether the person only stands in until the post is filled (代理).
        "acting": NotRequired[bool],
        # The first day; if not given, the day of the act.
        "from": NotRequired[Date],
        # The unit, for a post that every member unit has.
        "unit": NotRequired[UnitId],
    },
)
"""Records who holds a post from now on (任职).

The office does this on the letter of the unit, the person who leaves the post or the head of the lead unit or, for
a post other than that of a unit's head, also that head (`post.recorded_by_unit_or_office`). The letter on which the
office changes a unit's head is among the proofs, and no liaison officer enters such a change. The post is vacant
from the first day on; a post that several persons may hold is vacant for everyone who does not hold it
yet (`post.is_vacant`). In a post of the body one who only stands in is named by whom the charter says, or by the lead
unit if it does not say (`post.acting_holder_named_by_lead`); who heads a unit in the meantime (主持工作), the unit says.

It settles nothing. From the first day on the person holds the post, and with it every role that the charter
ties to it.
"""


class VacatePost(TypedDict):
    """Records that a person leaves a post (免职).

    The office does this on the letter of the unit, the person who leaves the post or the head of the lead unit or, for
    a post other than that of a unit's head, also that head (`post.recorded_by_unit_or_office`). The letter on which the
    office changes a unit's head is among the proofs, and no liaison officer enters such a change. The person holds the
    post on the last day (`post.is_held`).

    It settles nothing. After the last day the person holds the post no longer, nor the roles that the charter ties
    to it, and `fill_post` can put another there.
    """

    type: Literal["vacate_post"]

    post: PostId
    """The post."""

    person: PersonId
    """The person."""

    to: NotRequired[Date]
    """The last day; if not given, the day of the act."""

    unit: NotRequired[UnitId]
    """The unit, for a post that every member unit has."""


Rank: TypeAlias = Literal[
    # 国家级
    "state",
    # 国家级副职
    "deputy_state",
    # 省部级
    "provincial",
    # 省部级副职
    "deputy_provincial",
    # 厅局级
    "bureau",
    # 厅局级副职
    "deputy_bureau",
    # 处级
    "division",
    # 处级副职
    "deputy_division",
    # 科级
    "section",
    # 科级副职
    "deputy_section",
    # Without a rank of leadership.
    "staff",
]
"""The rank of a post, from the highest (职级)."""


NameMember = TypedDict(
    "NameMember",
    {
        "type": Literal["name_member"],
        # The unit.
        "unit": UnitId,
        # The person.
        "person": PersonId,
        # The post the person holds in the unit.
        "post": Text,
        # Its rank.
        "rank": Rank,
        # Whether the matter is in the person's portfolio (分管).
        "portfolio": bool,
        # The first day; if not given, the day of the act.
        "from": NotRequired[Date],
        # Whom the person replaces.
        "replaces": NotRequired[PersonId],
    },
)
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
"""


NameLiaisonOfficer = TypedDict(
    "NameLiaisonOfficer",
    {
        "type": Literal["name_liaison_officer"],
        # The unit.
        "unit": UnitId,
        # The person.
        "person": PersonId,
        # The post the person holds in the unit.
        "post": Text,
        # Its rank.
        "rank": Rank,
        # Whether the person heads a business section (业务科室主要负责同志).
        "section_head": bool,
        # Whether the person knows the unit's duties in the matter (熟悉职责).
        "knows_duties": bool,
        # Whether the person masters the trade (精通业务).
        "masters_trade": bool,
        # The first day; if not given, the day of the act.
        "from": NotRequired[Date],
        # Whom the person replaces.
        "replaces": NotRequired[PersonId],
    },
)
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
"""


Named: TypeAlias = Literal[
    # The member (成员).
    "member",
    # The liaison officer (联络员).
    "liaison_officer",
]
"""The two persons a unit names."""


class ConfirmAppointment(TypedDict):
    """Confirms a person whom a unit has named (确定人选), where the charter asks for it.

    The office does this (`actor.is_office`). The charter leaves the person to the meeting
    (`appointment.is_for_the_meeting`), the meeting has agreed the matter that the act names, which is one of membership
    about this unit, since the person was named (`appointment.agreed_by_meeting`), and the unit has named a person who
    is not yet confirmed (`appointment.awaits_confirmation`), from that day on or from a later one.

    It settles nothing. The person whom the unit named last is confirmed, and counts from then or their first day on as its
    member or liaison officer.
    """

    type: Literal["confirm_appointment"]

    unit: UnitId
    """The unit."""

    named: Named
    """As what the person was named."""

    item: ItemId
    """The agreed matter by which it is confirmed."""


class NotifyChange(TypedDict):
    """Tells the office that a unit has changed its member or liaison officer (通报变动).

    Whoever acts for the unit does this: a person responsible for it, its member or its liaison officer
    (`actor.acts_for_unit`). The unit has named the person in another's place or has said that they left, and has not
    told the office yet (`change.is_pending`). Word of a successor is also word that the one before has left.

    It settles nothing. The change is notified as of that moment, by which the duty `change.notified_promptly` is
    judged.
    """

    type: Literal["notify_change"]

    unit: UnitId
    """The unit."""

    named: Named
    """As which of the two the person was named."""

    person: PersonId
    """The person who was named, or who left."""


class EndNaming(TypedDict):
    """Records that a member or a liaison officer left, and nobody is named in their place yet (离任).

    Whoever heads the unit does this, or its member, or the office with the letter of the unit attached
    (`naming.ended_by_unit`). The unit has named the person, who is so on the last day (`naming.is_in_effect`). A charter
    need not provide for this: it is recorded as what happened, and what the charter asks of the unit stands.

    It settles nothing. After the last day the unit has no member, or no liaison officer, until it names one, who replaces
    nobody. Of this change too the unit owes the office word (`change.notified_promptly`), which it gives by
    `notify_change`.
    """

    type: Literal["end_naming"]

    unit: UnitId
    """The unit."""

    named: Named
    """As which of the two the person was named."""

    person: PersonId
    """The person who left."""

    reason: NotRequired[Text]
    """Why the person left."""

    to: NotRequired[Date]
    """The last day; if not given, the day of the act."""


EntrustedMatter: TypeAlias = Literal[
    # Asking for meetings, putting items and stating positions (提请开会、提出议题、表明意见).
    "positions",
    # Replies in writing where the unit is consulted (书面答复).
    "replies",
    # Consent to minutes (同意纪要).
    "consent",
    # The reports of the unit (报送情况).
    "reports",
    # The tasks of the unit (办理任务).
    "tasks",
    # The receipt of documents (签收文件).
    "receipt",
]
"""What a unit entrusts a person with by a power of attorney (授权事项)."""


Authorize = TypedDict(
    "Authorize",
    {
        "type": Literal["authorize"],
        # The unit.
        "unit": UnitId,
        # The person who is entrusted, who need not be known yet.
        "person": PersonId,
        # With what.
        "matters": list[EntrustedMatter],
        # The last day.
        "to": Date,
        # The first day; if not given, the day of the act.
        "from": NotRequired[Date],
    },
)
"""Entrusts a person with matters of a unit for a time (授权委托).

Whoever heads the unit does this, or its member (`authorization.by_head_of_unit`); a unit that has ended has
neither. They entrust somebody else (`authorization.to_another`), and say for what (`authorization.names_matters`)
and for which days, none of them past (`authorization.has_days_ahead`). A charter need not provide for this: it is the
unit's own affair who speaks for it. What a charter leaves to the responsible person alone, such as countersigning,
cannot be entrusted; who acts for a head who is away is recorded by `fill_post`, and is responsible like the head.

It settles nothing. On these days, and until `revoke_authorization` ends it, the person acts for the unit in these
matters, and what they write there binds it.
"""


class RevokeAuthorization(TypedDict):
    """Takes back what a person was entrusted with (撤销授权).

    Whoever heads the unit does this, or its member (`authorization.by_head_of_unit`). The unit has entrusted the person
    with something for days after the last one that the act names (`authorization.is_in_effect`).

    It settles nothing. After the last day the person no longer acts for the unit; what they said until then stands.
    """

    type: Literal["revoke_authorization"]

    unit: UnitId
    """The unit."""

    person: PersonId
    """The person who was entrusted."""

    to: NotRequired[Date]
    """The last day; if not given, the day of the act."""


RequestId: TypeAlias = str
"""A request for a meeting (提请)."""


class RequestMeeting(TypedDict):
    """Asks the office for a meeting (提请召开).

    Whoever acts for the unit that asks does this: a person responsible for it, its member or its liaison officer.
    Where it is the superior who asks, the office passes it on (`actor.acts_for_unit`). The charter lets member
    units, or the superior, ask for a meeting (`request.open_to_requester`); a charter that does not say so lets
    nobody ask.

    It settles nothing. The request waits for `answer_request`, which the office owes (`request.answered`).
    """

    type: Literal["request_meeting"]

    request: RequestId
    """Its new name."""

    unit: UnitId
    """The unit that asks, or that passes on what the superior asks for."""

    topic: Text
    """What the meeting is to be about."""

    from_superior: NotRequired[bool]
    """Whether it is the superior who asks (上级要求)."""

    wished: NotRequired[Date]
    """The day wished for."""


class AnswerRequest(TypedDict):
    """Answers a request for a meeting (答复).

    The office or the convener does this (`request.answered_by_office_or_convener`), and whoever the charter says
    decides on requests, if it says so (`request.decided_by_whoever_may`). A request is answered once
    (`request.is_unanswered`). One that obliges is granted (`request.granted_where_owed`): that of the superior,
    that for which enough units have asked, and every other if the charter is read so. One that is declined is
    declined with a reason (`request.decline_has_reason`).

    It settles nothing. A request that is granted waits for the meeting that answers it, which `convene` names; one
    that is declined is at its end.
    """

    type: Literal["answer_request"]

    request: RequestId
    """The request."""

    granted: bool
    """Whether the meeting will be called."""

    reason: NotRequired[Text]
    """Why the meeting will not be called, or how it will."""


class WithdrawRequest(TypedDict):
    """Withdraws a request for a meeting (撤回提请).

    Whoever acts for the unit that asked does this; where it was the superior who asked, the office passes it on
    (`actor.acts_for_unit`). The request waits for its answer, or was granted and no meeting has been called upon it
    (`request.is_pending`).

    It settles nothing. The request is owed no answer and no meeting, and counts no more among those that ask for the
    same.
    """

    type: Literal["withdraw_request"]

    request: RequestId
    """The request that is withdrawn."""

    reason: NotRequired[Text]
    """Why it is withdrawn."""


class ApproveAgenda(TypedDict):
    """Approves items for an agenda (审定议题), where the charter asks for it.

    Those whom the charter names do this; where it does not ask for approval, nobody can give it
    (`agenda.approval_provided_for`). The items are not settled and on no other agenda, each named once
    (`meeting.agenda_items_are_open`).

    It settles nothing. The items are approved, so that `convene` can put them on an agenda (`agenda.is_approved`),
    until a meeting that had them on its agenda is closed.
    """

    type: Literal["approve_agenda"]

    items: list[ItemId]
    """The items."""


MeetingId: TypeAlias = str
"""A meeting (一次会议)."""

MeetingKind: TypeAlias = Literal[
    # 全体成员会议
    "plenary",
    # 专门会议: the body looks into one matter.
    "special",
    # 专题会议: asked for by a member unit.
    "thematic",
    # 联络员会议
    "liaison",
]
"""The kinds of meeting."""

Mode: TypeAlias = Literal[
    # In one room (现场).
    "on_site",
    # By video (视频).
    "video",
    # By papers passed round (书面传阅).
    "circulation",
]
"""How a meeting is held."""


class Convene(TypedDict):
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
    """

    type: Literal["convene"]

    meeting: MeetingId
    """Its new name."""

    kind: MeetingKind
    """What kind of meeting it is."""

    units: list[UnitId]
    """The units called."""

    held_at: Time
    """When it will be held."""

    agenda: NotRequired[list[ItemId]]
    """The items on its agenda."""

    approved_by: NotRequired[PersonId]
    """The convener who approved the notice."""

    ends_at: NotRequired[Time]
    """When it is to end."""

    mode: NotRequired[Mode]
    """How it will be held."""

    place: NotRequired[Text]
    """Where it will be held."""

    presiding: NotRequired[PersonId]
    """Who presides; if not given, whoever holds the role that does."""

    request: NotRequired[RequestId]
    """The request upon which it is called."""


class SupplementNotice(TypedDict):
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
    """

    type: Literal["supplement_notice"]

    meeting: MeetingId
    """The meeting."""

    agenda: NotRequired[list[ItemId]]
    """The items that come onto the agenda besides."""

    ends_at: NotRequired[Time]
    """When the meeting is to end, if that is said now."""

    place: NotRequired[Text]
    """Where the meeting will be held, if that is said now."""

    units: NotRequired[list[UnitId]]
    """The units that are called besides."""


class DelegatePresiding(TypedDict):
    """Entrusts another person with presiding over one meeting (委托主持).

    Whoever holds the role or post that presides over meetings of the kind does this or, while nobody holds it, the
    convener; one who was entrusted does not pass it on (`presiding.delegated_by_its_holder`). Where conveners are ranked, it is the first in office
    (`presiding.first_in_rank`). The person entrusted holds such a role as well, or is one whom the charter lets be
    entrusted (`presiding.delegate_is_eligible`). The meeting is not over
    (`meeting.is_not_over`): one who leaves in the middle of it can hand it over.

    It settles nothing. The person entrusted presides over the meeting as long as they may be entrusted, until it is
    delegated anew, or whoever holds the role takes it back by presiding.
    """

    type: Literal["delegate_presiding"]

    meeting: MeetingId
    """The meeting."""

    to: PersonId
    """The person entrusted."""


class Invite(TypedDict):
    """Invites another unit or an expert for one item (邀请).

    Those whom the charter names do this, or the office where it names nobody; a charter that knows no invitation
    allows none (`invitation.by_whoever_may`). The item is on the agenda of the meeting
    (`invitation.for_an_item_of_the_agenda`), whoever is invited is not a member unit (`invitation.of_an_outsider`),
    and the charter lets such an invitee come to a meeting of the kind (`invitation.kind_allowed`). The meeting is
    not over (`meeting.is_not_over`).

    It settles nothing. Whoever is invited is an invitee of the meeting for that item; a unit that is given with its
    kind is known to the body from then on, and does not become a member unit by it.
    """

    type: Literal["invite"]

    meeting: MeetingId
    """The meeting."""

    item: ItemId
    """The item for which they come."""

    invitee: Text
    """Who is invited, by name."""

    expert: NotRequired[bool]
    """Whether it is an expert, and not a unit."""

    kind: NotRequired[UnitKind]
    """What kind of unit it is, where the body does not know it yet."""

    unit: NotRequired[UnitId]
    """The unit, where it is one the body knows, or is to know from now on."""


class SendApology(TypedDict):
    """Tells the office that a unit will not come to a meeting, or sends an alternate (会前请假).

    Whoever acts for the unit may do it (`actor.acts_for_unit`), before the meeting begins (`apology.sent_before_the_meeting`),
    once (`apology.sent_once`), for a unit that was called (`attendance.of_units_called`). Charters do not say who may be
    excused, nor by whom: it is recorded as what was said.

    It settles nothing. Who attends is recorded on the day, with `record_attendance`, whatever was said before.
    """

    type: Literal["send_apology"]

    meeting: MeetingId
    """The meeting."""

    unit: UnitId
    """The unit that will not come, or not by its member."""

    alternate: NotRequired[Text]
    """Who comes instead, if anybody does."""

    reason: NotRequired[Text]
    """Why it will not."""


class PostponeMeeting(TypedDict):
    """Puts a meeting off to another time (改期).

    Those who may call a meeting of the kind, other than as one entrusted, do this or, while there is nobody who may, the
    convener (`meeting.called_by_whoever_may`). The meeting has not begun (`meeting.is_convened`), and the new time is not
    before the act (`meeting.lies_ahead`); it may be earlier than the old one. A new planned end comes after it
    (`meeting.ends_after_it_begins`); where none is given, none is known any more.

    It settles nothing. The meeting is held at the new time, and can only be opened on that day
    (`meeting.opens_on_its_day`).
    """

    type: Literal["postpone_meeting"]

    meeting: MeetingId
    """The meeting."""

    to: Time
    """When it will be held instead."""

    reason: Text
    """Why it is put off."""

    ends_at: NotRequired[Time]
    """When it is to end instead."""

    place: NotRequired[Text]
    """Where it will be held instead, where that changes too."""


class CancelMeeting(TypedDict):
    """Calls a meeting off (取消).

    Those who may call a meeting of the kind, other than as one entrusted, do this or, while there is nobody who may, the
    convener (`meeting.called_by_whoever_may`). The meeting has not begun (`meeting.is_convened`).

    It settles nothing. The meeting is at its end. Its items are on no agenda and can be put on another, and the
    request upon which it was called waits for a meeting again.
    """

    type: Literal["cancel_meeting"]

    meeting: MeetingId
    """The meeting."""

    reason: Text
    """Why it is called off."""


class OpenMeeting(TypedDict):
    """Opens a meeting (开会).

    Whoever presides does this (`meeting.opened_by_presiding`): the person to whom it was delegated, or whoever holds
    the role and takes it back; the person whom the notice settled or, where that person holds the role no longer,
    another who holds it; while nobody holds it, the convener. Where conveners are ranked, it is the first in office, or the person to whom it was delegated
    (`presiding.first_in_rank`). The meeting is convened
    (`meeting.is_convened`) and for that day (`meeting.opens_on_its_day`).

    It settles nothing. The meeting is open, under the person who opened it, and counts as held that day. The office can record who attends, and
    whoever presides can take up its items.
    """

    type: Literal["open_meeting"]

    meeting: MeetingId
    """The meeting."""


Capacity: TypeAlias = Literal[
    # As its member (成员).
    "member",
    # In the member's place (代为参加).
    "alternate",
    # As its liaison officer (联络员).
    "liaison_officer",
]
"""As what a person attends for a unit."""


class Present(TypedDict):
    """A person who attends a meeting for a unit. The unit is then an attending unit, whichever person it sent."""

    unit: UnitId
    """The unit."""

    person: PersonId
    """The person."""

    capacity: Capacity
    """As what the person attends."""

    arrived: NotRequired[Time]
    """When the person arrived, where that was after the opening (迟到)."""

    from_unit: NotRequired[UnitId]
    """The unit an alternate is from, where it is not the one they attend for."""

    rank: NotRequired[Rank]
    """The rank of the person's post, where it matters for an alternate."""


ObserverRole: TypeAlias = Literal[
    # As the liaison officer of a unit (联络员).
    "liaison_officer",
    # As one of the staff (工作人员).
    "staff",
]
"""As what a person sits in at a meeting (列席)."""


class Observer(TypedDict):
    """A person who sits in at a meeting without a voice in it (列席): a liaison officer, or one of the staff, where
    the charter lets such persons sit in.
    """

    unit: UnitId
    """The unit the person is from."""

    person: PersonId
    """The person."""

    role: ObserverRole
    """As what the person sits in."""


class RecordAttendance(TypedDict):
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
    """

    type: Literal["record_attendance"]

    meeting: MeetingId
    """The meeting."""

    present: list[Present]
    """Who attends, for which unit."""

    apologies: NotRequired[list[UnitId]]
    """The units that sent apologies (请假)."""

    invited: NotRequired[list[Text]]
    """Which of those who were invited came, by the name in the invitation (应邀列席)."""

    observers: NotRequired[list[Observer]]
    """Who sits in (列席)."""


class RecordLeaving(TypedDict):
    """Records that a unit left a meeting before its end (提前离会). The time of the act is that at which it left.

    Only the office may do it (`actor.is_office`), during the meeting or after it (`attendance.left_during_the_meeting`), of
    a unit that attends, once (`attendance.left_by_one_who_attends`).

    From then on the unit is not there: it makes no discussion collective and no quorum, states no position, and is not
    bound by what is settled later, unless it had stated its position on that before; where such a matter was settled
    before the leaving was recorded, this act settles whom it binds. What the unit stated stands, an objection too. It
    attended the meeting all the same, and is asked about the minutes. Its person led nothing after that.
    """

    type: Literal["record_leaving"]

    meeting: MeetingId
    """The meeting."""

    unit: UnitId
    """The unit that left."""


class CloseMeeting(TypedDict):
    """Closes a meeting (闭会).

    Whoever presides does this (`meeting.closed_by_presiding`). The meeting is open (`meeting.is_open`), and every
    item of its agenda has an outcome: it was heard or discussed, if no more was asked for, and otherwise it was
    settled or left open (`meeting.items_are_settled`).

    It settles nothing. The meeting is at its end, and the office can draft its minutes. Items that were only to be
    heard or discussed are done with; those that were left open can be put on another agenda.
    """

    type: Literal["close_meeting"]

    meeting: MeetingId
    """The meeting."""


DeclareKeyPeriod = TypedDict(
    "DeclareKeyPeriod",
    {
        "type": Literal["declare_key_period"],
        # The first day.
        "from": Date,
        # The last day.
        "to": Date,
        # Why it is a key period.
        "reason": Text,
    },
)
"""Declares a key period (重点时期), in which meetings are held more often.

Those whom the charter names do this; where it does not know key periods, nobody can declare one
(`key_period.declared_by_whoever_may`). The period does not end before it begins
(`key_period.ends_after_it_begins`).

It settles nothing. For the days of the period, meetings are owed as often as the charter asks in key periods.
"""


ItemKind: TypeAlias = Literal[
    # A report on the state of work is heard (通报工作情况).
    "state_of_work",
    # A topic is discussed (议题).
    "discussion",
    # A matter is to be agreed (需要议定的事项).
    "decision",
    # Member units, members or liaison officers change.
    "membership",
    # The body's own rules change.
    "rules",
    # Policy or law.
    "policy",
    # A major case.
    "major_case",
]
"""What an agenda item is for."""

ClauseId: TypeAlias = str
"""A clause (条款) of a charter."""


class AddAgendaItem(TypedDict):
    """Puts an item forward for an agenda (提出议题).

    Whoever acts for the unit that puts the item does this, or the office where the act names no unit
    (`item.put_by_member_unit_or_office`). The unit is a member unit that day (`unit.is_member`).

    It settles nothing. The item is open, and `convene` can put it on an agenda; the clauses that it serves count as
    served by it. A report on the state of work and a topic for discussion are only heard or discussed; items of
    every other kind are to be settled.
    """

    type: Literal["add_agenda_item"]

    item: ItemId
    """Its new name."""

    title: Text
    """What it is about."""

    kind: ItemKind
    """What it is for."""

    about: NotRequired[list[UnitId]]
    """The units whose membership, or whose persons, it is about, which need not be known yet: an admission or a
    withdrawal rests on a matter of membership that names the unit here.
    """

    concerned: NotRequired[list[UnitId]]
    """The units it concerns."""

    major: NotRequired[bool]
    """Whether it is a major matter (重大事项)."""

    proposal: NotRequired[Text]
    """What is proposed."""

    serves: NotRequired[list[ClauseId]]
    """The clauses it serves."""

    unit: NotRequired[UnitId]
    """The unit that puts it; without one, the office does."""


Position: TypeAlias = Literal[
    # It agrees (同意).
    "agree",
    # It agrees, and has a reservation on record (保留意见).
    "agree_with_reservation",
    # It objects (不同意).
    "object",
    # It abstains (不表态).
    "abstain",
]
"""What a unit says to a proposal."""


class ConsultUnit(TypedDict):
    """Records what a unit that is consulted replies (征求意见).

    The office does this, or whoever acts for the unit (`actor.acts_for_unit`), for an item that is not settled
    (`item.is_unsettled`); no meeting has to be open for it.

    It settles nothing. The unit counts as consulted about the item (`meeting.prior_steps_done`). What its responsible
    person or its member replies is what the unit says in writing if it does not attend: an objection stands in the
    way of consensus where the charter is read so that absent units must reply (`decision.has_consensus`), and a reply
    in favour has the unit bound by what is agreed. A later reply of theirs replaces an earlier one. What the office
    or the liaison officer notes, such as an answer by telephone, is remembered and does neither, nor does it replace
    what the unit has said in writing.
    """

    type: Literal["consult_unit"]

    item: ItemId
    """The item."""

    unit: UnitId
    """The unit."""

    reply: Position
    """What it replies."""

    text: NotRequired[Text]
    """The words of its reply."""


class Discuss(TypedDict):
    """Takes an item up for discussion, or hears it (研究讨论、听取通报).

    Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
    item that is on its agenda (`item.is_on_the_agenda`) and not settled (`item.is_unsettled`).

    It settles nothing. The item is discussed, so that attending units can state positions and the meeting can agree
    or clarify it (`item.is_discussed`). After a liaison meeting it also counts as prepared for the meetings that
    ask for that (`meeting.prior_steps_done`).
    """

    type: Literal["discuss"]

    meeting: MeetingId
    """The meeting."""

    item: ItemId
    """The item."""


class StatePosition(TypedDict):
    """States the position of a unit (表明意见); a later one replaces it.

    The person who attends for the unit does this, or its responsible person or its member (`actor.acts_for_unit`).
    The unit attends the meeting (`position.of_an_attending_unit`), which is open (`meeting.is_open`); the item is on
    its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled (`item.is_unsettled`).

    It settles nothing. The position is what the unit says when the matter is agreed: an objection stands in the way
    of consensus, and so do a reservation or an abstention where the charter is read so (`decision.has_consensus`).
    """

    type: Literal["state_position"]

    meeting: MeetingId
    """The meeting."""

    item: ItemId
    """The item."""

    unit: UnitId
    """The unit."""

    position: Position
    """Its position."""

    text: NotRequired[Text]
    """Its words: the reservation, the ground of the objection."""


class WithdrawPosition(TypedDict):
    """Takes back the position of a unit (撤回意见).

    The person who attends for the unit does this, or its responsible person or its member (`actor.acts_for_unit`).
    The unit attends the meeting (`position.of_an_attending_unit`), which is open (`meeting.is_open`), and has stated
    a position (`position.is_stated`); the item is on the agenda (`item.is_on_the_agenda`) and not settled
    (`item.is_unsettled`).

    It settles nothing. The unit has said nothing about the item, as if it had never stated a position: it no longer
    objects, nor agrees.
    """

    type: Literal["withdraw_position"]

    meeting: MeetingId
    """The meeting."""

    item: ItemId
    """The item."""

    unit: UnitId
    """The unit."""


class ReviseProposal(TypedDict):
    """Puts another proposal in the place of the one discussed (修改方案): agreement must be stated anew, an objection
    stands until its unit says otherwise.

    Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
    item that is on its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled
    (`item.is_unsettled`).

    It settles nothing. The new proposal is the one that the meeting can agree. Of what units said to the old one in
    the room only the objections are left, and replies in writing are not.
    """

    type: Literal["revise_proposal"]

    meeting: MeetingId
    """The meeting."""

    item: ItemId
    """The item."""

    proposal: Text
    """What is proposed now."""


class Agree(TypedDict):
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
    """

    type: Literal["agree"]

    meeting: MeetingId
    """The meeting."""

    item: ItemId
    """The item."""

    tasks: NotRequired[list[UnitId]]
    """The units to which it gives work (落实部门)."""


class Clarify(TypedDict):
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
    """

    type: Literal["clarify"]

    meeting: MeetingId
    """The meeting."""

    item: ItemId
    """The item."""

    tasks: NotRequired[list[UnitId]]
    """The units to which it gives work."""


class LeaveOpen(TypedDict):
    """Leaves an item open (留待再议).

    Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
    item that is on its agenda (`item.is_on_the_agenda`) and not settled (`item.is_unsettled`), whether it was
    discussed or not.

    It settles nothing. The item has an outcome, so that the meeting can be closed (`meeting.items_are_settled`),
    and stays open: after the meeting it can be put on another agenda, and `refer_upwards` can take it to the
    superior.
    """

    type: Literal["leave_open"]

    meeting: MeetingId
    """The meeting."""

    item: ItemId
    """The item."""

    reason: Text
    """Why it is left open."""


class ReferUpwards(TypedDict):
    """Takes an item on which no consensus was reached to the superior (提请上级决定).

    Those whom the charter names do this, or the office or the convener where it names nobody
    (`decision.referred_by_whoever_may`). The charter says where a matter without consensus goes, and it goes
    nowhere else (`decision.escalation_provided_for`); where the charter lets only major matters go there, the item
    is one (`decision.referred_matter_is_major`). The item was left open (`item.is_left_open`).

    It settles nothing. The item is referred upwards and at its end here: no meeting of the body can take it up
    again.
    """

    type: Literal["refer_upwards"]

    item: ItemId
    """The item."""

    to: NotRequired[Text]
    """To whom it goes; if not given, to whom the charter says."""


MinutesId: TypeAlias = str
"""Minutes (会议纪要)."""


class DraftMinutes(TypedDict):
    """Drafts the minutes of a meeting (起草会议纪要): the text that will become a document once the units have been asked.

    Only the office may do it (`actor.is_office`), and only for a meeting that is closed
    (`minutes.of_a_closed_meeting`), once (`minutes.once_for_each_meeting`). The minutes must record everything the
    meeting agreed, and nothing it did not settle (`minutes.cover_what_was_settled`). The charter must give minutes
    of such a meeting a path (`minutes.path_provided_for`).

    It settles the first version: the steps these minutes take, the units asked for their consent and those asked to
    countersign. The minutes are then on their way until a document is issued from them.
    """

    type: Literal["draft_minutes"]

    minutes: MinutesId
    """The new name of the minutes."""

    meeting: MeetingId
    """The meeting whose minutes they are."""

    text: Text
    """What the minutes say."""

    items: NotRequired[list[ItemId]]
    """The matters settled there that they record."""


class RedraftMinutes(TypedDict):
    """Drafts minutes anew (修改纪要): what units said to the version before is kept, and counts no more.

    Only the office may do it (`actor.is_office`), as long as no document has been issued from the minutes
    (`minutes.are_not_issued`) and they bear no number (`minutes.are_not_numbered`); a number has to be voided
    first.

    It settles the next version: its number, its steps by the charter that judges now, and the units asked. Whoever
    was asked before is asked again, and so is whoever has to be asked by now. Consents, countersignatures and the
    approval of the version before become part of the past of the minutes. This is also the way on when another
    version of the charter has changed the path (`minutes.take_the_path_in_force`).
    """

    type: Literal["redraft_minutes"]

    minutes: MinutesId
    """The minutes that are redrafted."""

    text: Text
    """What the minutes say now."""

    reason: Text
    """Why they are redrafted."""


class Consent(TypedDict):
    """Consents to a version of the minutes (同意).

    Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
    into which it was merged (`actor.acts_for_unit`). The minutes must have this step on their path
    (`path.has_the_step`), and the unit must be one of those asked (`consent.is_asked_of_the_unit`). It speaks of
    the present version (`minutes.version_is_current`), which it answers once, unless it comes round after it has
    declined (`consent.is_given_once`), and before the document is issued (`minutes.are_not_issued`).

    It settles nothing. The consent stands in the minutes until they are redrafted; when every unit asked has
    consented, `minutes.consented_by_all_asked` no longer stands before the steps that follow.
    """

    type: Literal["consent"]

    minutes: MinutesId
    """The minutes that are answered."""

    version: int
    """The version consented to."""

    unit: UnitId
    """The unit that consents."""


class ConsentWithChanges(TypedDict):
    """Says that a unit would consent if the minutes were changed (修改后同意): this is no consent to the version.

    Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
    into which it was merged (`actor.acts_for_unit`). The same rules stand before it as before a consent: the unit
    is one of those asked (`consent.is_asked_of_the_unit`), speaks of the present version
    (`minutes.version_is_current`) and answers it once (`consent.is_given_once`).

    It settles nothing. The answer stands in the minutes, and the unit cannot answer this version otherwise: until
    the office redrafts the minutes and asks anew, `minutes.consented_by_all_asked` names the unit.
    """

    type: Literal["consent_with_changes"]

    minutes: MinutesId
    """The minutes that are answered."""

    version: int
    """The version answered."""

    unit: UnitId
    """The unit that answers."""

    changes: Text
    """The changes that the unit wants."""


class DeclineConsent(TypedDict):
    """Declines to consent to a version of the minutes (不同意).

    Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
    into which it was merged (`actor.acts_for_unit`). The same rules stand before it as before a consent: the unit
    is one of those asked (`consent.is_asked_of_the_unit`), speaks of the present version
    (`minutes.version_is_current`) and has not answered it (`consent.is_given_once`).

    It settles nothing. The answer stands in the minutes, and `minutes.consented_by_all_asked` names the unit until
    it comes round or the minutes are redrafted. Nor does its silence count as consent any more, where the charter
    takes silence for consent.
    """

    type: Literal["decline_consent"]

    minutes: MinutesId
    """The minutes that are answered."""

    version: int
    """The version answered."""

    unit: UnitId
    """The unit that answers."""

    reason: Text
    """Why the unit does not consent."""


class WithdrawConsent(TypedDict):
    """Takes back the consent of a unit to a version of the minutes (撤回同意).

    Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
    into which it was merged (`actor.acts_for_unit`). The unit must have consented (`consent.stands`) to the present
    version (`minutes.version_is_current`), and no document may have been issued (`minutes.are_not_issued`). A
    charter need not provide for this: what a unit has said is the unit's to take back, as long as nothing has gone
    out on it.

    It settles nothing. The unit counts as one that has not answered and is not silent either:
    `minutes.consented_by_all_asked` names it until it consents anew. A signature that it gave is taken back by
    `withdraw_countersignature`.
    """

    type: Literal["withdraw_consent"]

    minutes: MinutesId
    """The minutes to which the unit consented."""

    version: int
    """The version consented to."""

    unit: UnitId
    """The unit that takes its consent back."""

    reason: Text
    """Why the unit takes it back."""


class Countersign(TypedDict):
    """Countersigns a version of the minutes for a unit (会签).

    Only the responsible person of the unit may do it, in a post that the charter names, also of the unit into which
    it was merged (`countersign.by_responsible_person`). The unit must be one of those asked
    (`countersign.is_asked_of_the_unit`); where consent comes before countersigning, all consents must be there
    (`countersign.follows_consent`), unless the charter is read so that one sheet serves both and the signature is
    the consent. The unit signs the present version (`minutes.version_is_current`) once
    (`countersign.is_given_once`), before the document is issued (`minutes.are_not_issued`).

    It settles nothing. The signature stands in the minutes until they are redrafted; when every unit asked has
    signed, `minutes.countersigned_by_all_asked` no longer stands before the steps that follow.
    """

    type: Literal["countersign"]

    minutes: MinutesId
    """The minutes that are countersigned."""

    version: int
    """The version signed."""

    unit: UnitId
    """The unit that signs."""

    opinion: NotRequired[Text]
    """The opinion of the signer. A signature alone is consent."""


class DeclineCountersign(TypedDict):
    """Declines to countersign a version of the minutes for a unit (不予会签).

    Only the responsible person of the unit may do it, in a post that the charter names, also of the unit into which
    it was merged (`countersign.by_responsible_person`). The unit must be one of those asked
    (`countersign.is_asked_of_the_unit`), speak of the present version (`minutes.version_is_current`) and have given
    neither signature nor refusal for it (`countersign.is_given_once`), before the document is issued
    (`minutes.are_not_issued`).

    It settles nothing. `minutes.countersigned_by_all_asked` names the unit until it comes round to signing or the
    minutes are redrafted.
    """

    type: Literal["decline_countersign"]

    minutes: MinutesId
    """The minutes that are not countersigned."""

    version: int
    """The version not signed."""

    unit: UnitId
    """The unit that does not sign."""

    reason: Text
    """Why the unit does not countersign."""


class WithdrawCountersignature(TypedDict):
    """Takes back the signature of a unit under a version of the minutes (撤回会签).

    Only the responsible person of the unit may do it, in a post that the charter names, also of the unit into which
    it was merged (`countersign.by_responsible_person`). The unit must have signed (`countersign.stands`) the present
    version (`minutes.version_is_current`), and no document may have been issued (`minutes.are_not_issued`). A
    charter need not provide for this: a signature is the unit's to take back, as long as nothing has gone out on it.

    It settles nothing. `minutes.countersigned_by_all_asked` names the unit until it signs anew. Where one sheet
    serves both, its consent is gone with the signature, unless it had consented apart from it.
    """

    type: Literal["withdraw_countersignature"]

    minutes: MinutesId
    """The minutes that the unit signed."""

    version: int
    """The version signed."""

    unit: UnitId
    """The unit that takes its signature back."""

    reason: Text
    """Why the unit takes it back."""


class ApproveMinutes(TypedDict):
    """Approves a version of the minutes (审定), where the charter asks for it.

    Only the convener may do it (`actor.is_convener`), where the path of the minutes has this step
    (`path.has_the_step`). It approves the present version (`minutes.version_is_current`) once
    (`minutes.await_approval`), before the document is issued (`minutes.are_not_issued`). Where consent or
    countersigning comes first on the path, it must be complete (`minutes.consented_by_all_asked`,
    `minutes.countersigned_by_all_asked`).

    It settles nothing. The minutes count as approved until they are redrafted, so that
    `minutes.approved_by_convener` no longer stands before the steps that follow.
    """

    type: Literal["approve_minutes"]

    minutes: MinutesId
    """The minutes that are approved."""

    version: int
    """The version approved."""


SeriesId: TypeAlias = str
"""A number series (发文字号的序列)."""


class AllotNumber(TypedDict):
    """Allots a document number to minutes (编号).

    Only the office may do it (`actor.is_office`), where the path of the minutes has this step (`path.has_the_step`)
    and what comes first on it is done (`minutes.consented_by_all_asked`, `minutes.countersigned_by_all_asked`,
    `minutes.approved_by_convener`). The series is one that the charter names, of the lead unit where documents go
    out under its letterhead or number (`number.in_a_series_of_the_lead`). A serial is allotted once in a year
    (`number.is_next_or_unused`), and minutes bear one number at a time (`minutes.have_no_number`).

    It settles the number: the organ code of the series, the year of the act, and the serial given or else the next
    one, which comes after those allotted and after the number of the charter itself. The serial is used up for that year. Serials that were passed over are shown by the duty `number.gaps`.
    """

    type: Literal["allot_number"]

    minutes: MinutesId
    """The minutes that get the number."""

    series: SeriesId
    """The series from which the number is taken."""

    serial: NotRequired[int]
    """The serial. If none is given, it is the one after the last taken in the year."""


class VoidNumber(TypedDict):
    """Voids a document number (作废): it is never used again.

    Only the office may do it (`actor.is_office`). The number must have been allotted and not been voided
    (`number.is_allotted`), and no document may have been issued under it (`number.is_not_issued`).

    It settles nothing. The minutes bear no number any more, so that they can be redrafted or get another one; the
    serial stays used up.
    """

    type: Literal["void_number"]

    series: SeriesId
    """The series of the number."""

    year: int
    """The year of the number."""

    serial: int
    """The serial of the number."""

    reason: Text
    """Why the number is voided."""


DocumentId: TypeAlias = str
"""A formal document (正式文件)."""

DocumentKind: TypeAlias = Literal[
    # 决议
    "resolution",
    # 决定
    "decision",
    # 命令（令）
    "order",
    # 公报
    "communique",
    # 公告
    "announcement",
    # 通告
    "public_notice",
    # 意见
    "opinion",
    # 通知
    "notice",
    # 通报
    "circular",
    # 报告
    "report",
    # 请示
    "request_for_instructions",
    # 批复
    "reply",
    # 议案
    "bill",
    # 函
    "letter",
    # 纪要
    "minutes",
    # 简报: not a formal kind.
    "briefing",
    # 方案: not a formal kind.
    "plan",
    # 清单: not a formal kind.
    "list",
]
"""The kind of a document (文种): the fifteen formal ones, and three that offices take for formal."""

Publicness: TypeAlias = Literal[
    # 主动公开
    "open",
    # 依申请公开
    "on_request",
    # 不予公开
    "closed",
]
"""Whether a document is public."""

Carrier: TypeAlias = Literal[
    # The lead unit's letterhead, number and seal.
    "lead_unit",
    # The member units jointly, under the lead unit's number.
    "joint",
    # The joint meeting itself, without a seal.
    "body",
]
"""In whose name documents go out."""

Secrecy: TypeAlias = Literal[
    # 绝密
    "top_secret",
    # 机密
    "secret",
    # 秘密
    "confidential",
]
"""How secret a document is (密级)."""

Urgency: TypeAlias = Literal[
    # 特急
    "extra_urgent",
    # 加急
    "urgent",
]
"""How urgent a document is (紧急程度)."""


class IssueDocument(TypedDict):
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
    """

    type: Literal["issue_document"]

    document: DocumentId
    """The new name of the document."""

    minutes: MinutesId
    """The minutes it carries."""

    kind: DocumentKind
    """The kind of the document."""

    title: Text
    """The title, which ends with the word for the kind."""

    publicness: Publicness
    """Whether the document is public."""

    copied_to: NotRequired[list[Text]]
    """Others who get a copy (抄送), by name."""

    other_recipients: NotRequired[list[Text]]
    """Others that the document goes to, by name."""

    reason: NotRequired[Text]
    """Why the document is not simply public."""

    recipients: NotRequired[list[UnitId]]
    """The units that the document goes to (主送) and that the body knows."""

    seal: NotRequired[Carrier]
    """Whose seal the document bears, where that is said: the lead unit's, those of all issuers, or one of the
    body's own.
    """

    secrecy: NotRequired[Secrecy]
    """How secret the document is, where it is (密级)."""

    secret_for_years: NotRequired[int]
    """For how many years it is secret (保密期限)."""

    urgency: NotRequired[Urgency]
    """How urgent the document is, where it is (紧急程度)."""


class IssueOtherDocument(TypedDict):
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
    """

    type: Literal["issue_other_document"]

    document: DocumentId
    """The new name of the document."""

    kind: DocumentKind
    """The kind of the document."""

    title: Text
    """The title, which ends with the word for the kind."""

    text: Text
    """What the document says."""

    publicness: Publicness
    """Whether the document is public."""

    clauses: NotRequired[list[ClauseId]]
    """The clauses of the charter on which it rests."""

    copied_to: NotRequired[list[Text]]
    """Others who get a copy (抄送), by name."""

    items: NotRequired[list[ItemId]]
    """The settled items on which it rests."""

    minutes: NotRequired[MinutesId]
    """The minutes that it carries out, if it rests on minutes."""

    other_recipients: NotRequired[list[Text]]
    """Others that the document goes to, by name."""

    reason: NotRequired[Text]
    """Why the document is not simply public."""

    recipients: NotRequired[list[UnitId]]
    """The units that the document goes to (主送) and that the body knows."""

    seal: NotRequired[Carrier]
    """Whose seal the document bears, where that is said."""

    secrecy: NotRequired[Secrecy]
    """How secret the document is, where it is (密级)."""

    secret_for_years: NotRequired[int]
    """For how many years it is secret (保密期限)."""

    serial: NotRequired[int]
    """The serial. If none is given, it is the one after the last taken in the year."""

    series: NotRequired[SeriesId]
    """The series from which its number is taken, if it bears one."""

    urgency: NotRequired[Urgency]
    """How urgent the document is, where it is (紧急程度)."""


class ReportUp(TypedDict):
    """Sends a copy of a document to the superior (抄报).

    Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`). If the charter
    names the superiors to whom documents are reported up, it goes to one of them (`report_up.provided_for`); a charter
    that is silent leaves it to the office to send a copy to whom it likes, and makes no duty of it.

    It settles nothing. The document remembers when it first went to that superior, which fulfils the duty
    `document.reported_up`, if there is one.
    """

    type: Literal["report_up"]

    document: DocumentId
    """The document that is reported up."""

    to: Text
    """The superior to whom the copy goes."""


class AcknowledgeReceipt(TypedDict):
    """Records that a document has been received (签收).

    The office may do it, and whoever acts for the unit that received the document: its responsible person, its
    member or its liaison officer (`actor.acts_for_unit`). For a recipient that is not a unit of the body only the
    office may. The document must have been sent or copied to the recipient, or to a unit in whose place it stands
    (`receipt.by_a_recipient`), which acknowledges it once (`receipt.is_given_once`): for all these units under its own
    name, or for one under the name of that one. By then the document must not have been withdrawn, revoked or repealed
    (`document.is_in_force`).

    It settles nothing. The receipt stands in the document; when it was the last one missing, and nothing has to be
    reported up, nothing is outstanding for the document.
    """

    type: Literal["acknowledge_receipt"]

    document: DocumentId
    """The document that was received."""

    recipient: Text
    """Who has received it: a unit, or another recipient by name."""


class SupplementRecipients(TypedDict):
    """Sends a document to further recipients after it was issued (补发).

    Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`). It goes to
    somebody, and to nobody to whom it was sent before (`document.goes_to_new_recipients`), to no unit that has ended
    (`unit.has_not_ended`), and to member units only where nothing goes outside (`document.stays_within`). A charter need
    not provide for this: it is recorded as what was done.

    It settles nothing. The document waits for the receipts of those to whom it was sent now, as for those of the others.
    """

    type: Literal["supplement_recipients"]

    document: DocumentId
    """The document that is sent."""

    copied_to: NotRequired[list[Text]]
    """Others who get a copy (抄送), by name."""

    other_recipients: NotRequired[list[Text]]
    """Others that the document goes to, by name."""

    recipients: NotRequired[list[UnitId]]
    """The units that the document goes to (主送) and that the body knows."""


class CorrectDocument(TypedDict):
    """Corrects a passage of a document that was issued (更正): a slip in writing, not what was agreed.

    Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`), and the new
    wording must differ from the old (`correction.changes_the_wording`). A charter need not provide for this: it is
    recorded as what was done. What the minutes say stays as the units consented to it; whoever wants that changed
    withdraws or revokes the document, and redrafts the minutes.

    It settles nothing. The document remembers that it was corrected, each time.
    """

    type: Literal["correct_document"]

    document: DocumentId
    """The document that is corrected."""

    passage: Text
    """The passage as it went out."""

    wording: Text
    """The wording in its place."""

    reason: NotRequired[Text]
    """Why it is corrected."""


class PublishDocument(TypedDict):
    """Makes a document public (公布).

    Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`), once
    (`document.is_published_once`), and only if it was issued as open to the public (`document.published_if_open`). A charter
    need not provide for this: it is recorded as what was done.

    It settles nothing. The document remembers when it was made public.
    """

    type: Literal["publish_document"]

    document: DocumentId
    """The document that is made public."""

    place: NotRequired[Text]
    """Where it is made public."""


class WithdrawDocument(TypedDict):
    """Withdraws a document before anyone has received it (撤回).

    Only the office may do it (`actor.is_office`), as long as nobody has acknowledged its receipt
    (`document.is_not_received`) and it has not come to its end (`document.ends_once`). The document in its place, if one
    is named, is another one, which is in force (`document.replaced_by_another`). A charter need not provide for this: it
    is recorded as what was done, and the agreed matter stands as it did.

    It settles nothing. Nothing is outstanding for the document any more. The minutes that it carried are as if they had
    not been issued: they bear no number, and can be redrafted and issued anew. Its own number stays used up.
    """

    type: Literal["withdraw_document"]

    document: DocumentId
    """The document that is withdrawn."""

    reason: Text
    """Why it is withdrawn."""

    replaced_by: NotRequired[DocumentId]
    """The document in its place, where there is one."""


class RevokeDocument(TypedDict):
    """Revokes a document (撤销).

    Only the office may do it (`actor.is_office`), for a document that has not come to its end (`document.ends_once`). The
    document in its place, if one is named, is another one, which is in force (`document.replaced_by_another`). A charter
    need not provide for this: it is recorded as what was done, with the name of whoever decided it, and the agreed matter
    stands as it did.

    It settles nothing. The document counts as if it had never been, and nothing is outstanding for it any more. The minutes
    that it carried are as if they had not been issued: they bear no number, and can be redrafted and issued anew. Its own
    number stays used up.
    """

    type: Literal["revoke_document"]

    document: DocumentId
    """The document that is revoked."""

    decided_by: Text
    """Who decided it, by name: the issuer, its superior, or an organ of power."""

    reason: Text
    """Why it is revoked."""

    replaced_by: NotRequired[DocumentId]
    """The document in its place, where there is one."""


class RepealDocument(TypedDict):
    """Repeals a document (废止).

    Only the office may do it (`actor.is_office`), for a document that has not come to its end (`document.ends_once`). The
    document in its place, if one is named, is another one, which is in force (`document.replaced_by_another`). A charter
    need not provide for this: it is recorded as what was done, with the name of whoever decided it, and the agreed matter
    stands as it did.

    It settles nothing. The document had effect until then, so that the minutes which it carried stay issued; nothing is
    outstanding for it any more.
    """

    type: Literal["repeal_document"]

    document: DocumentId
    """The document that is repealed."""

    decided_by: Text
    """Who decided it, by name: the issuer, its superior, or an organ of power."""

    reason: Text
    """Why it is repealed."""

    replaced_by: NotRequired[DocumentId]
    """The document in its place, where there is one."""


class ArchiveDocument(TypedDict):
    """Puts a document into the archive (归档), also one that was withdrawn, revoked or repealed.

    Only the office may do it (`actor.is_office`), once (`document.is_archived_once`). Where the charter says for how many
    years papers are kept, it is kept for at least as long (`document.is_kept_long_enough`); a charter that is silent
    leaves the term to the office.

    It settles nothing. The document remembers when it was put away.
    """

    type: Literal["archive_document"]

    document: DocumentId
    """The document that is put away."""

    file_number: Text
    """The number of the file (档号)."""

    years: NotRequired[int]
    """For how many years it is kept (保管期限). If none is given, it is kept for ever (永久)."""


BulletinId: TypeAlias = str
"""A briefing (简报) or a circular (通报)."""


class IssueBriefing(TypedDict):
    """Issues a briefing (编发工作简报): news of the work, which needs neither consent nor a document number.

    Only the office may do it (`actor.is_office`). The functions it names must be clauses of the charter.

    It settles the serial: the running number of the briefing among the briefings of the year. The briefing counts
    for the duty `briefing.issued`, and serves the functions that it names.
    """

    type: Literal["issue_briefing"]

    bulletin: BulletinId
    """The new name of the briefing."""

    title: Text
    """The title of the briefing."""

    text: Text
    """What the briefing says."""

    serves: NotRequired[list[ClauseId]]
    """The functions of the body that the briefing serves."""


class IssueCircular(TypedDict):
    """Issues a circular (编发通报): it commends, criticises or makes known, and needs neither consent nor a document
    number.

    Only the office may do it (`actor.is_office`). The functions it names must be clauses of the charter.

    It settles the serial: the running number of the circular among the circulars of the year. The circular counts
    for the duty `briefing.issued`, as a briefing does, and serves the functions that it names.
    """

    type: Literal["issue_circular"]

    bulletin: BulletinId
    """The new name of the circular."""

    title: Text
    """The title of the circular."""

    text: Text
    """What the circular says."""

    serves: NotRequired[list[ClauseId]]
    """The functions of the body that the circular serves."""


class ConsentToTask(TypedDict):
    """Consents in writing to a task for a unit that the decision does not bind (书面同意承担任务).

    The responsible person of the unit does this or, for a member unit, also its member
    (`task.consented_by_responsible_person`). The matter must have been agreed or clarified
    (`assignment.of_a_settled_matter`), and the unit consents once (`task.consented_once`).

    It settles nothing. A task under the matter binds the unit from then on: the unit can be assigned it
    (`assignment.unit_is_bound`), and a document that gives it the task can be issued
    (`document.tasked_units_have_undertaken`).
    """

    type: Literal["consent_to_task"]

    item: ItemId
    """The matter in which the task lies."""

    unit: UnitId
    """The unit that takes on the task."""


class Assign(TypedDict):
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
    """

    type: Literal["assign"]

    assignment: AssignmentId
    """The new name of the assignment."""

    item: ItemId
    """The matter that is assigned."""

    unit: UnitId
    """The unit that carries it out (落实部门)."""

    cooperating: NotRequired[list[UnitId]]
    """The units that cooperate (配合单位)."""

    due: NotRequired[Date]
    """The last day in time (完成时限)."""

    target: NotRequired[Text]
    """What is to be reached (责任目标)."""


class EnterCooperation(TypedDict):
    """Records what a cooperating unit has done for an assignment (配合情况).

    Whoever acts for that unit may do it (`actor.acts_for_unit`), if the assignment names the unit as one that
    cooperates (`cooperation.by_a_named_unit`). It may come after the assignment is completed, but not after it
    was withdrawn (`cooperation.of_what_was_not_withdrawn`).

    It settles nothing. The record stands in the assignment, and fulfils the duty `cooperation.entered` of the unit.
    """

    type: Literal["enter_cooperation"]

    assignment: AssignmentId
    """The assignment to which the unit contributed."""

    unit: UnitId
    """The unit that cooperates."""

    text: Text
    """What the unit has done."""


class ReportProgress(TypedDict):
    """Reports how an assignment gets on (报告进展).

    Whoever acts for the assigned unit may do it (`assignment.by_its_unit`), as long as the assignment was open then
    (`assignment.is_open`).

    It settles nothing. The report stands in the assignment, and fulfils the duty `assignment.reported`.
    """

    type: Literal["report_progress"]

    assignment: AssignmentId
    """The assignment that is reported on."""

    text: Text
    """How the assignment gets on."""


class ExtendAssignment(TypedDict):
    """Extends the time for an assignment, or sets one (延期).

    Only the office may do it (`actor.is_office`), as long as the assignment was open then (`assignment.is_open`). The new
    due date has not passed (`assignment.due_lies_ahead`) and is later than the old one
    (`assignment.extension_is_later`).

    It settles nothing. From then on the assignment and the part of the cooperating units are owed by the new due
    date. A due date that had already passed stays missed, and is judged besides the new one.
    """

    type: Literal["extend_assignment"]

    assignment: AssignmentId
    """The assignment that is extended."""

    due: Date
    """The new last day in time."""

    reason: Text
    """Why the assignment is extended."""


class ShortenAssignment(TypedDict):
    """Brings the due date of an assignment forward (提前时限).

    Only the office may do it (`actor.is_office`), as long as the assignment is open (`assignment.is_open`): a result is not made
    late by what is entered after it. The new due date has not passed (`assignment.due_lies_ahead`) and is earlier than the old one
    (`assignment.shortening_is_earlier`).

    It settles nothing. From then on the assignment and the part of the cooperating units are owed by the new due
    date.
    """

    type: Literal["shorten_assignment"]

    assignment: AssignmentId
    """The assignment that is due earlier."""

    due: Date
    """The new last day in time."""

    reason: Text
    """Why it is due earlier."""


class CompleteAssignment(TypedDict):
    """Completes an assignment (办结).

    Whoever acts for the assigned unit may do it (`assignment.by_its_unit`), once, unless the office returns the result:
    the assignment must be open (`assignment.is_open`). What was completed before the assignment was withdrawn can be entered
    after that.

    It settles nothing. The assignment is closed, so that it can be neither reported on nor extended after that. What
    was reported, or what time was given, stands beside the completion, in whatever order they are entered. This
    fulfils the duty `assignment.completed`, late if the due date has passed, and the duty `assignment.reported`.
    """

    type: Literal["complete_assignment"]

    assignment: AssignmentId
    """The assignment that is completed."""

    result: Text
    """What came of the assignment."""


class ReturnAssignment(TypedDict):
    """Returns the result of an assignment to be worked over (退回重办).

    Only the office may do it (`actor.is_office`), once the unit has completed the assignment, as long as the result has
    not been accepted (`assignment.result_is_not_accepted`). A new due date has not passed (`assignment.due_lies_ahead`).
    No charter need provide for this: it is recorded as what was done.

    It settles nothing. The assignment is open again, and the unit completes it anew. It is owed by the new due date or,
    where none is given, by the old one, if that has not passed. Otherwise no date is set, until one is with
    `extend_assignment`. By a due date that has passed the result came in time or late as it did.
    """

    type: Literal["return_assignment"]

    assignment: AssignmentId
    """The assignment whose result is returned."""

    reason: Text
    """What is wanting in the result."""

    due: NotRequired[Date]
    """The new last day in time."""


class WithdrawAssignment(TypedDict):
    """Withdraws an assignment (撤回任务), or ends it where another is in its place (改派).

    Only the office may do it (`actor.is_office`), as long as the assignment is open (`assignment.is_open`). It rests on a
    matter that was agreed or clarified after the assignment was made: what was agreed is taken back by what is agreed
    (`assignment.of_a_settled_matter`). A unit that the office chose can be relieved without that by another assignment
    of the same matter; one that the decision itself named cannot. That other assignment has been made by then, and has
    not been withdrawn (`assignment.replaced_by_another`).

    It settles nothing. The units owe nothing more under the assignment. A due date that had already passed stays
    missed.
    """

    type: Literal["withdraw_assignment"]

    assignment: AssignmentId
    """The assignment that is withdrawn."""

    reason: Text
    """Why it is withdrawn."""

    basis: NotRequired[ItemId]
    """The matter by which it is withdrawn."""

    replaced_by: NotRequired[AssignmentId]
    """The assignment in its place, where there is one."""


GroupId: TypeAlias = str
"""A joint working group (联合工作组)."""

Purpose: TypeAlias = Literal[
    # Joint inspection of streets (联合督导检查).
    "inspection",
    # Special rectification (专项整治).
    "rectification",
    # Something else.
    "other",
]
"""What a joint working group is formed for."""


class FormWorkingGroup(TypedDict):
    """Forms a joint working group (成立联合工作组).

    The office or the convener may do it (`group.formed_by_office_or_convener`). The group is formed to inspect
    streets, which it names, unless the charter is read so that it may serve any purpose (`group.for_inspection`).
    It has two units or more (`group.of_two_units_or_more`), and those that are not member units have consented
    (`group.outsiders_consented`).

    It settles nothing. The group is at work until it is ended: joint actions and inspections can be ascribed to it.
    """

    type: Literal["form_working_group"]

    group: GroupId
    """The new name of the group here."""

    purpose: Purpose
    """What the group is formed for."""

    head: UnitId
    """The unit that heads the group."""

    units: list[UnitId]
    """The units in the group."""

    consents: NotRequired[list[UnitId]]
    """The units in the group that are not member units and have consented."""

    streets: NotRequired[list[Text]]
    """The streets that the group goes to."""


class EndWorkingGroup(TypedDict):
    """Ends a joint working group with its report (联合工作组结束).

    The office may do it, and whoever acts for a unit of the group (`work.recorded_by_unit_or_office`). The group
    must not have ended (`group.is_at_work`).

    It settles nothing. No joint action and no inspection made since can be ascribed to the group. Nor can any once
    the units of the group were merged into one.
    """

    type: Literal["end_working_group"]

    group: GroupId
    """The group that ends."""

    report: Text
    """The report of the group."""


ActionId: TypeAlias = str
"""A joint action (联合治理行动)."""


class PlanJointAction(TypedDict):
    """Plans a joint action (制定联合治理行动方案), in which several units tackle a problem together.

    Only the office may do it (`actor.is_office`). The plan names the problem (`action.targets_a_problem`) and the
    units that take part (`work.names_its_units`), as many as the charter asks for (`action.of_enough_units`). A
    working group that is to carry it out must have been at work (`group.is_at_work`).

    It settles nothing. The action is planned and can be started; a plan alone does not count for the duty
    `action.yearly`.
    """

    type: Literal["plan_joint_action"]

    action: ActionId
    """The new name of the action here."""

    units: list[UnitId]
    """The units that take part."""

    group: NotRequired[GroupId]
    """The working group that carries it out."""

    problem: NotRequired[Text]
    """The problem that the action targets (难点、堵点)."""


class StartJointAction(TypedDict):
    """Starts a joint action (开展联合治理行动).

    The office may do it, and whoever acts for one of the units that take part (`work.recorded_by_unit_or_office`).
    The action must be planned and not have started (`action.is_planned`), and as many of its units are left as the
    charter asks for: what two were to do is no joint action once they were merged into one
    (`action.of_enough_units`).

    It settles nothing. The action is running until it is finished, and counts from now on for the duty
    `action.yearly` where the charter is read so that an action counts when it starts.
    """

    type: Literal["start_joint_action"]

    action: ActionId
    """The action that starts."""


class FinishJointAction(TypedDict):
    """Finishes a joint action with its result (联合治理行动结束).

    The office may do it, and whoever acts for one of the units that took part (`work.recorded_by_unit_or_office`).
    The action must have started and not have finished (`action.is_running`).

    It settles nothing. The action is closed, and counts for the duty `action.yearly` where the charter is read so
    that an action counts when it is finished.
    """

    type: Literal["finish_joint_action"]

    action: ActionId
    """The action that is finished."""

    result: Text
    """The result of the action."""


class RegroupJointAction(TypedDict):
    """Changes which units take part in a joint action (调整参加单位): some join it, some leave it.

    Only the office may do it (`actor.is_office`), as long as the action has not ended (`action.has_not_ended`). Units that
    join have not ended (`unit.has_not_ended`); who joins was no part of it before, and who leaves was, each named once
    (`action.regrouped_by_what_changes`). As many are left as the charter asks for (`action.of_enough_units`).

    It settles nothing. From then on those units take part in the action, and whoever acts for one of them may start
    and finish it.
    """

    type: Literal["regroup_joint_action"]

    action: ActionId
    """The action."""

    joining: NotRequired[list[UnitId]]
    """The units that join it."""

    leaving: NotRequired[list[UnitId]]
    """The units that leave it."""

    reason: NotRequired[Text]
    """Why they do."""


class DropJointAction(TypedDict):
    """Drops the plan of a joint action (取消联合治理行动).

    Only the office may do it (`actor.is_office`), as long as the action is planned and has not started
    (`action.is_planned`); one that has started is finished, with whatever came of it.

    It settles nothing. The action can be started no more, and never counts for the duty `action.yearly`.
    """

    type: Literal["drop_joint_action"]

    action: ActionId
    """The action whose plan is dropped."""

    reason: Text
    """Why it is dropped."""


class RecordJointEnforcement(TypedDict):
    """Records joint enforcement (联合执法): units that enforced the law together.

    The office may do it, and whoever acts for one of the units that took part (`work.recorded_by_unit_or_office`).
    There must be two units or more (`enforcement.of_two_units_or_more`). A joint action of which it is part must
    have neither finished nor been dropped by then (`enforcement.part_of_an_open_action`).

    It settles nothing. As part of a joint action that was only planned it starts that action. By itself it counts
    for the duty `action.yearly` where the charter is read so.
    """

    type: Literal["record_joint_enforcement"]

    units: list[UnitId]
    """The units that took part."""

    result: Text
    """What came of the enforcement."""

    counts_as: NotRequired[ActionId]
    """The joint action of which the enforcement is part. If that was only planned, it begins with this."""


InspectionId: TypeAlias = str
"""A supervisory inspection (督导检查)."""


class RecordInspection(TypedDict):
    """Records a supervisory inspection of a street (督导检查).

    The office may do it, and whoever acts for one of the units that inspected (`work.recorded_by_unit_or_office`),
    which the record names (`work.names_its_units`). If the body knows what was inspected as a unit, that unit must
    be a street (`inspection.of_a_street`). A working group named must have been at work
    (`group.is_at_work`).

    It settles nothing. If something has to be put right, the inspection awaits rectification. It counts for the
    duty `inspection.cadence` of the street where that is a unit known here.
    """

    type: Literal["record_inspection"]

    inspection: InspectionId
    """The new name of the inspection here."""

    street: Text
    """The street, by name."""

    units: list[UnitId]
    """The units that inspected the street."""

    findings: Text
    """What was found."""

    group: NotRequired[GroupId]
    """The working group that inspected the street."""

    rectify: NotRequired[bool]
    """Whether something has to be put right (需整改)."""

    unit: NotRequired[UnitId]
    """The street as a unit, where it is known here as one."""


class RecordRectification(TypedDict):
    """Records that what an inspection found was put right (整改).

    The office may do it, and whoever acts for a unit that inspected or for the street that was inspected
    (`work.recorded_by_unit_or_office`). The inspection must have found something that is not yet put right
    (`inspection.awaits_rectification`).

    It settles nothing. The inspection no longer awaits rectification.
    """

    type: Literal["record_rectification"]

    inspection: InspectionId
    """The inspection that found something to put right."""

    result: Text
    """What was done."""


ChannelId: TypeAlias = str
"""A data channel (数据对接渠道)."""


class OpenDataChannel(TypedDict):
    """Opens a data channel (开通数据对接渠道), by which one unit gives data to others.

    The office may do it, and whoever acts for the owner or for one of the users
    (`work.recorded_by_unit_or_office`). The channel joins two units or more (`channel.joins_two_units`).

    It settles nothing. The channel is open until it is closed or its units are merged into one, and shows for that
    time that the duty `data.shared` is met.
    """

    type: Literal["open_data_channel"]

    channel: ChannelId
    """The new name of the channel here."""

    owner: UnitId
    """The unit whose data it carries."""

    users: list[UnitId]
    """The units that receive the data."""

    what: Text
    """Which data the channel carries."""

    frequency: Text
    """How often data are passed on."""

    personal_data: bool
    """Whether there are personal data among them (个人信息)."""


class CloseDataChannel(TypedDict):
    """Closes a data channel (关闭数据对接渠道).

    The office may do it, and whoever acts for the owner or for one of the users
    (`work.recorded_by_unit_or_office`). The channel must not be closed already, nor have ended because its units
    were merged into one (`channel.is_open`).

    It settles nothing. The channel stays closed; a later one needs a name of its own.
    """

    type: Literal["close_data_channel"]

    channel: ChannelId
    """The channel that is closed."""

    reason: Text
    """Why the channel is closed."""


class RecordTraining(TypedDict):
    """Records training in which units took part (业务培训).

    The office may do it, and whoever acts for one of the units (`work.recorded_by_unit_or_office`), which the
    record names (`work.names_its_units`).

    It settles nothing, and nothing else follows from it: the entry counts for the functions of which the charter
    says that this act serves them (`function.served_yearly`).
    """

    type: Literal["record_training"]

    units: list[UnitId]
    """The units that took part."""

    topic: Text
    """What the training was about."""


Grassroots: TypeAlias = Literal[
    # 社区居委会
    "residents_committee",
    # 物业公司
    "property_company",
    # 社区网格员
    "grid_worker",
    # 平安志愿者
    "volunteer",
]
"""A force at the grass roots (基层组织、群防群治力量)."""


class RecordGuidance(TypedDict):
    """Records guidance given to others (指导) by a unit or by the body.

    The office may do it, and whoever acts for the unit that gave the guidance (`work.recorded_by_unit_or_office`);
    for guidance by the body only the office may. The clauses it serves must be clauses of the charter.

    It settles nothing. The guidance shows that the duty `guidance.given` is met for the clauses that it names, or
    for all if it names none; if forces at the grass roots are named, also the duty
    `guidance.brings_in_the_grassroots`.
    """

    type: Literal["record_guidance"]

    to: Text
    """To whom it was given: a street, a department, a trade body."""

    topic: Text
    """What the guidance was about."""

    forces: NotRequired[list[Grassroots]]
    """The forces at the grass roots that the guidance brings in."""

    serves: NotRequired[list[ClauseId]]
    """The clauses that the guidance serves."""

    unit: NotRequired[UnitId]
    """The unit that gave the guidance. If there is none, the body did."""


class RecordGoodPractice(TypedDict):
    """Records a good practice of a unit, to be spread (经验做法).

    The office may do it, and whoever acts for the unit (`work.recorded_by_unit_or_office`).

    It settles nothing, and nothing else follows from it: the entry counts for the functions of which the charter
    says that this act serves them (`function.served_yearly`).
    """

    type: Literal["record_good_practice"]

    unit: UnitId
    """The unit whose practice it is."""

    practice: Text
    """What the practice is."""


CaseId: TypeAlias = str
"""A case of adverse online opinion (网络负面舆情)."""


class OpenOpinionCase(TypedDict):
    """Opens a case of adverse online opinion (网络负面舆情).

    The office may do it, and whoever acts for the unit that takes the case up (`work.recorded_by_unit_or_office`);
    without a unit only the office may.

    It settles nothing. The case is open until it is closed: what is done on each of its three legs is recorded in
    it.
    """

    type: Literal["open_opinion_case"]

    case: CaseId
    """The new name of the case here."""

    matter: Text
    """What the case is about."""

    unit: NotRequired[UnitId]
    """The unit that takes it up. If there is none, the office did."""


OpinionLeg: TypeAlias = Literal[
    # 依法处置
    "lawful_handling",
    # 舆论引导
    "public_guidance",
    # 社会面管控
    "social_control",
]
"""A leg of the handling of online opinion (三同步)."""


class RecordOpinionLeg(TypedDict):
    """Records what was done on one leg of a case of adverse online opinion (三同步之一).

    The office may do it, and whoever acts for the unit that did it (`work.recorded_by_unit_or_office`); without a
    unit only the office may. The case must not have been closed by then (`opinion.case_is_open`).

    It settles nothing. The leg counts as done, and may be recorded again; when all three are done, the case can be
    closed. The unit counts as one that took part in the case.
    """

    type: Literal["record_opinion_leg"]

    case: CaseId
    """The case on which something was done."""

    leg: OpinionLeg
    """The leg on which it was done."""

    text: Text
    """What was done."""

    unit: NotRequired[UnitId]
    """The unit that did it. If there is none, the body did."""


class CloseOpinionCase(TypedDict):
    """Closes a case of adverse online opinion (舆情办结).

    The office may do it, and whoever acts for a unit that took it up or did something on one of its legs
    (`work.recorded_by_unit_or_office`). The case must not be closed already (`opinion.case_is_open`), and something
    must have been done on each of its three legs (`opinion.all_three_legs`).

    It settles nothing. Nothing done since can be recorded in the case.
    """

    type: Literal["close_opinion_case"]

    case: CaseId
    """The case that is closed."""


class ReopenOpinionCase(TypedDict):
    """Reopens a case of adverse online opinion that flares up again (舆情重启).

    The office may do it, and whoever acts for a unit that took it up or did something on one of its legs
    (`work.recorded_by_unit_or_office`). The case must be closed (`opinion.case_is_closed`). A case that was closed by
    mistake is not reopened: the record is corrected.

    It settles nothing. The case is open until it is closed again. What was done on its legs stands.
    """

    type: Literal["reopen_opinion_case"]

    case: CaseId
    """The case that is reopened."""

    reason: Text
    """Why it is reopened."""


class CompleteAssignedMatter(TypedDict):
    """Completes a matter assigned from above (交办事项办结).

    Only the office may do it (`actor.is_office`), once (`matter.is_open`).

    It settles nothing. The matter is closed, which fulfils the duty `matter.completed`, late if the due date has
    passed.
    """

    type: Literal["complete_assigned_matter"]

    matter: MatterId
    """The matter that is completed."""

    result: Text
    """What came of the matter."""


class NoteNoneThisYear(TypedDict):
    """Notes that there was nothing to do for a standing function in a year (本年无此事项).

    Only the office may do it (`actor.is_office`). The clause must be that of a standing function
    (`function.is_standing`), and the year one of those from the founding to this one (`note.year_of_the_body`), in which
    no work for the function is recorded (`note.no_work_recorded`). It must be so far on that it shows
    (`note.made_when_the_year_shows_it`).

    It settles nothing. The note shows for that year that the duty `function.served_yearly` is met.
    """

    type: Literal["note_none_this_year"]

    clause: ClauseId
    """The clause of the function."""

    year: int
    """The year."""

    reason: Text
    """Why there was nothing to do."""


class RecordWork(TypedDict):
    """Records other work that serves clauses: a plan, a measure, a mechanism (其他工作).

    The office may do it, and whoever acts for the unit that did the work (`work.recorded_by_unit_or_office`); for
    work of the body only the office may. The record names a clause of the charter at least
    (`work.serves_a_clause`).

    It settles nothing. The work counts for each clause that it names, as for the duty `function.served_yearly`.
    """

    type: Literal["record_work"]

    serves: list[ClauseId]
    """The clauses that the work serves."""

    text: Text
    """What was done."""

    unit: NotRequired[UnitId]
    """The unit that did the work. If there is none, the body did."""


class RecordContact(TypedDict):
    """Records a contact between a unit and the office (日常联系对接).

    The office may do it, and whoever acts for the unit (`work.recorded_by_unit_or_office`), which must be a member
    unit that day (`unit.is_member`).

    It settles nothing. The contact shows that the unit meets the duty `contact.kept`.
    """

    type: Literal["record_contact"]

    unit: UnitId
    """The unit that was in contact with the office."""

    text: Text
    """What the contact was about."""


IncomingKind: TypeAlias = Literal[
    # A letter of another organ (来函).
    "letter",
    # An instruction that a leader wrote on a paper (批示).
    "instruction",
    # A matter that a superior hands down (交办).
    "handed_down",
    # What a citizen writes or says (群众来信来访).
    "citizen",
    # A matter of a street or town (街道、乡镇来件).
    "street",
    # Anything else.
    "other",
]
"""What kind of thing came in (来文来件)."""


class RegisterIncoming(TypedDict):
    """Registers something that came in (收文登记): a letter, an instruction, a matter of a citizen or a street.

    Only the office may do it (`actor.is_office`). The sender is anyone, a member unit or not. It is dated no later than it
    came, and wants no answer before its date (`incoming.is_dated_before_it_came`). A matter that a superior
    hands down is registered here as the paper that it is; when the body takes it on, `accept_assigned_matter` makes it a
    matter that the body owes, and it is open here no more.

    It settles nothing. What came in is open until it is answered, filed or taken on. The day by which the sender wants an
    answer is kept in the entry; no rule holds the body to it.
    """

    type: Literal["register_incoming"]

    incoming: IncomingId
    """The new name of what came in."""

    kind: IncomingKind
    """What it is."""

    sender: Text
    """From whom it came, by name: a unit of the body or anyone else."""

    subject: Text
    """What it is about."""

    dated: NotRequired[Date]
    """The date that it bears (来文日期)."""

    due: NotRequired[Date]
    """The last day for an answer, where the sender says one."""

    number: NotRequired[Text]
    """The number that it bears (来文字号)."""

    text: NotRequired[Text]
    """What it says, in full or in short."""


class PassOnIncoming(TypedDict):
    """Passes something that came in on to a member unit (转办).

    Only the office may do it (`actor.is_office`), as long as it is neither answered nor filed nor taken on
    (`incoming.is_open`). The unit must be a member unit that day (`unit.is_member`); it gets the same paper once
    (`incoming.is_passed_on_once`). This puts no task of the body on the unit: that is done by `assign`, under a matter
    that the body has settled.

    It settles nothing. Whoever acts for the unit may then answer.
    """

    type: Literal["pass_on_incoming"]

    incoming: IncomingId
    """What is passed on."""

    unit: UnitId
    """The member unit to which it goes."""

    due: NotRequired[Date]
    """The day by which the office wants to hear of it."""

    note: NotRequired[Text]
    """What the unit is to do with it (拟办意见)."""


class AnswerIncoming(TypedDict):
    """Answers something that came in (答复、办复).

    The office may do it, and whoever acts for a unit to which it was passed on (`work.recorded_by_unit_or_office`), once, as
    long as it is neither answered nor filed nor taken on (`incoming.is_open`), and not before it was passed on.

    It settles nothing. What came in is done with.
    """

    type: Literal["answer_incoming"]

    incoming: IncomingId
    """What is answered."""

    text: Text
    """What the answer says."""

    document: NotRequired[DocumentId]
    """The formal document by which it is answered, where there is one."""


class FileIncoming(TypedDict):
    """Files something that came in and needs no answer, or no other answer (存查).

    Only the office may do it (`actor.is_office`), once, as long as it is neither answered nor filed nor taken on
    (`incoming.is_open`).

    It settles nothing. What came in is done with.
    """

    type: Literal["file_incoming"]

    incoming: IncomingId
    """What is filed."""

    reason: Text
    """Why it is filed."""


RegisterItemId: TypeAlias = str
"""An item of the responsibility register (职责项目)."""


class EnterRegisterItem(TypedDict):
    """Enters a matter in a unit's responsibility register (列入职责项目).

    The office may do it, and whoever acts for the unit (`register.kept_by_unit_or_office`), which must be a member
    unit that day (`unit.is_member`). The item names the post or the person who is responsible, or both
    (`register.names_matter_unit_person`).

    It settles nothing. The item is current until it is retired, and the unit has something to adopt. Whether a post
    without a person suffices is judged by the duty `register.complete`.
    """

    type: Literal["enter_register_item"]

    register_item: RegisterItemId
    """The new name of the item."""

    unit: UnitId
    """The unit responsible (责任单位)."""

    matter: Text
    """The matter (责任事项)."""

    person: NotRequired[PersonId]
    """The person who is responsible for it (责任人员)."""

    post: NotRequired[Text]
    """The post that is responsible for it."""


class ReviseRegisterItem(TypedDict):
    """Revises an item of the register (修订职责项目); what is given takes the place of all that was there.

    The office may do it, and whoever acts for the unit of the item (`register.kept_by_unit_or_office`). The item
    must not have been retired by then (`register_item.is_current`), and names a post or a person again
    (`register.names_matter_unit_person`).

    It settles nothing. A new version of the item holds from now on; a post or a person that is left out is no
    longer named. The versions before are kept.
    """

    type: Literal["revise_register_item"]

    register_item: RegisterItemId
    """The item that is revised."""

    matter: Text
    """The matter (责任事项)."""

    person: NotRequired[PersonId]
    """The person who is responsible for it (责任人员)."""

    post: NotRequired[Text]
    """The post that is responsible for it."""


class RetireRegisterItem(TypedDict):
    """Takes an item out of the register (撤销职责项目).

    The office may do it, and whoever acts for the unit of the item (`register.kept_by_unit_or_office`). The item
    must not have been retired already (`register_item.is_current`).

    It settles nothing. The item is no longer current and cannot be revised; its versions are kept.
    """

    type: Literal["retire_register_item"]

    register_item: RegisterItemId
    """The item that is retired."""

    reason: Text
    """Why the item is retired."""


class AdoptRegister(TypedDict):
    """Adopts a register as it stands (审定清单): that of one unit, or that of the whole body.

    The office may do it, and for a unit's own register whoever acts for the unit
    (`register.kept_by_unit_or_office`), which must be a member unit that day (`unit.is_member`). Each unit of the
    register must have a current item (`register.has_items`); for the register of the whole body these are all
    member units.

    It settles nothing. The adoption fulfils the duties `register.set_up` and `register.reviewed`, as long as one of the
    items that it adopted stands; it passes with them to the unit in whose place they stand. Whether those duties ask
    for the register of each unit or for the one of the whole body is a reading of the charter.
    """

    type: Literal["adopt_register"]

    unit: NotRequired[UnitId]
    """The unit whose register it is; without one, the register of the whole body."""


Period = TypedDict(
    "Period",
    {
        # The first day.
        "from": Date,
        # The last day.
        "to": Date,
    },
)
"""A run of days, both ends included."""


class SubmitReport(TypedDict):
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
    """

    type: Literal["submit_report"]

    unit: UnitId
    """The unit that reports."""

    year: int
    """The year that is reported on."""

    parts: dict[str, Text]
    """The parts of the report by their keys: those the charter names, and any others."""

    covers: Period
    """The time that the report covers."""

    sent_at: NotRequired[Time]
    """When the report was sent. If it is not given, that is when it was received."""


class SupplementReport(TypedDict):
    """Adds to a report, or replaces parts of it (补报).

    Whoever acts for the unit may do it, and so may the office, which logs what came to it on paper
    (`actor.acts_for_unit`), when the unit's report for the year has come, or that of the one unit in whose place it
    stands that reported (`report.was_submitted`). It rests on that report and not on other supplements, which may be
    entered in any order. A supplement has a part or further time (`report.supplement_adds_something`); that time
    touches the year (`report.covers_part_of_its_year`), and the supplement was not sent after it was received
    (`report.sent_before_received`).

    It settles nothing. Parts of the same key take the place of those before, and the time covered grows. The duties
    `report.complete` and `report.period_covered` look at the report with its supplements.
    """

    type: Literal["supplement_report"]

    unit: UnitId
    """The unit that reports."""

    year: int
    """The year of the report."""

    parts: dict[str, Text]
    """The parts that are added or replaced, by their keys."""

    covers: NotRequired[Period]
    """Further time that the report covers."""

    sent_at: NotRequired[Time]
    """When the supplement was sent. If it is not given, that is when it was received."""


class LogCollection(TypedDict):
    """Logs that the office has collected and put in order how the units' work stands (收集、整理工作情况).

    Only the office may do it (`actor.is_office`). The log names the units (`collection.names_its_units`), which
    must be member units that day (`unit.is_member`). A meeting at which they reported must have been opened
    (`collection.at_a_meeting_held`).

    It settles nothing. The log counts for the duty `report.collected` of the office. With a meeting it also counts,
    for each of the units, for the duty `report.at_meetings`, and with its parts for `report.whole_at_meetings`.
    """

    type: Literal["log_collection"]

    units: list[UnitId]
    """The units from which it was collected."""

    text: Text
    """What was collected."""

    meeting: NotRequired[MeetingId]
    """The meeting at which the units reported it."""

    parts: NotRequired[list[Text]]
    """The parts that each of the units gave, by their keys."""


class ReportResults(TypedDict):
    """Reports results upwards (上报办理结果).

    Only the office may do it (`actor.is_office`), and only to those whom the charter names
    (`results.go_to_whom_the_charter_names`).

    It settles nothing. The report counts for the duty `results.reported`.
    """

    type: Literal["report_results"]

    to: Text
    """The superior to whom the results are reported."""

    text: Text
    """What was reported."""


ChildId: TypeAlias = str
"""A lower body (下级联席会议)."""


RecordChild = TypedDict(
    "RecordChild",
    {
        "type": Literal["record_child"],
        # The new name of the lower body.
        "child": ChildId,
        # The unit that set it up, which need not be known here.
        "set_up_by": Text,
        # What kind of unit that is.
        "kind": UnitKind,
        # The charter of the lower body, which others may share.
        "charter": CharterId,
        # What the lower body is called.
        "title": Text,
        # The first day of the lower body.
        "from": Date,
        # The area or the matter for which the lower body is there, where its charter alone does not say it.
        "scope": NotRequired[Text],
        # The same unit, where it is known here.
        "unit": NotRequired[UnitId],
    },
)
"""Records a lower body that a unit has set up (建立街道级别联席会议).

Only the office may do it (`actor.is_office`). The unit must be of a kind that the charter allows to set one up
(`child.by_a_unit_that_may`); where the unit is known here, the kind known counts and not the one given. The
lower body has a charter of its own (`child.has_a_charter_of_its_own`).

It settles nothing. The lower body is known here, and matters can be linked with it. It inherits nothing, and
its own affairs stand in a journal of its own.
"""


ReviseChild = TypedDict(
    "ReviseChild",
    {
        "type": Literal["revise_child"],
        # The lower body.
        "child": ChildId,
        # The first day on which it is so.
        "from": Date,
        # The charter under which it works from then on.
        "charter": NotRequired[CharterId],
        # The area or the matter for which it is there from then on.
        "scope": NotRequired[Text],
        # What it is called from then on.
        "title": NotRequired[Text],
        # The version of its charter.
        "version": NotRequired[int],
    },
)
"""Records what changed with a lower body (下级联席会议变更): its charter, its name, what it is there for.

Only the office may do it (`actor.is_office`), for a lower body that is there on the first day of the change
(`child.is_in_being`). It says what changed (`child.change_is_named`), and a new charter is the lower body's own
(`child.has_a_charter_of_its_own`). A charter need not provide for this: what a lower body does with its own charter is
its own affair, and only recorded here.

It settles nothing. From that day on the lower body is so; on the days before it is as it was.
"""


class EndChild(TypedDict):
    """Records that a lower body has ended (下级联席会议撤销).

    Only the office may do it (`actor.is_office`), for a lower body that is there on its last day and has not ended
    (`child.is_in_being`); an end that lies ahead can be brought forward. A
    charter need not provide for this: whoever set up the lower body ends it, and it is only recorded here.

    It settles nothing. After the last day nothing is linked with the lower body any more, and it owes no report that it had
    not given; what was linked with it before stays.
    """

    type: Literal["end_child"]

    child: ChildId
    """The lower body."""

    to: Date
    """Its last day."""

    reason: Text
    """Why it has ended, or the paper by which it was ended."""


ChildLink: TypeAlias = Literal[
    # The lower body reports it here (报告).
    "reported_up",
    # This body hands it down (交办).
    "handed_down",
]
"""Which way a matter goes between this body and a lower one."""


class LinkChild(TypedDict):
    """Links a matter with a lower body (上下衔接): one that it reports here, or one that this body hands down.

    Only the office may do it (`actor.is_office`), for a lower body that has not ended (`child.is_in_being`).

    It settles nothing. The first report of a lower body fulfils the duty `child.reported`; what is handed down is
    kept with the lower body.
    """

    type: Literal["link_child"]

    child: ChildId
    """The lower body."""

    link: ChildLink
    """Which way the matter goes."""

    subject: Text
    """The matter."""

    note: Text
    """What was reported or handed down, in words."""


class Replacement(TypedDict):
    """What an entry should say. What is left out stays as it is."""

    act: NotRequired["Act"]
    """What was done: the whole act, of the same type."""

    at: NotRequired[Time]
    """When it happened."""

    by: NotRequired[PersonId]
    """Who did it."""


class RecordChange(TypedDict):
    """A change of one entry: it is struck, or replaced."""

    no: int
    """The number of the entry."""

    replace: NotRequired[Replacement]
    """What it should say, if it is not struck."""

    strike: NotRequired[bool]
    """Whether it is struck: what it tells did not happen."""


class CorrectRecord(TypedDict):
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
    """

    type: Literal["correct_record"]

    changes: list[RecordChange]
    """What is changed."""

    reason: Text
    """Why."""


Act: TypeAlias = (
    AdoptCharter
    | AmendCharter
    | ChooseLaw
    | ChooseReading
    | Dissolve
    | AdmitUnit
    | WithdrawUnit
    | MergeUnits
    | EndUnit
    | MoveFunctions
    | RenameUnit
    | FillPost
    | VacatePost
    | NameMember
    | NameLiaisonOfficer
    | ConfirmAppointment
    | NotifyChange
    | EndNaming
    | Authorize
    | RevokeAuthorization
    | RequestMeeting
    | AnswerRequest
    | WithdrawRequest
    | ApproveAgenda
    | Convene
    | SupplementNotice
    | DelegatePresiding
    | Invite
    | SendApology
    | PostponeMeeting
    | CancelMeeting
    | OpenMeeting
    | RecordAttendance
    | RecordLeaving
    | CloseMeeting
    | DeclareKeyPeriod
    | AddAgendaItem
    | ConsultUnit
    | Discuss
    | StatePosition
    | WithdrawPosition
    | ReviseProposal
    | Agree
    | Clarify
    | LeaveOpen
    | ReferUpwards
    | DraftMinutes
    | RedraftMinutes
    | Consent
    | ConsentWithChanges
    | DeclineConsent
    | WithdrawConsent
    | Countersign
    | DeclineCountersign
    | WithdrawCountersignature
    | ApproveMinutes
    | AllotNumber
    | VoidNumber
    | IssueDocument
    | IssueOtherDocument
    | ReportUp
    | AcknowledgeReceipt
    | SupplementRecipients
    | CorrectDocument
    | PublishDocument
    | WithdrawDocument
    | RevokeDocument
    | RepealDocument
    | ArchiveDocument
    | IssueBriefing
    | IssueCircular
    | ConsentToTask
    | Assign
    | EnterCooperation
    | ReportProgress
    | ExtendAssignment
    | ShortenAssignment
    | CompleteAssignment
    | ReturnAssignment
    | AcceptResult
    | WithdrawAssignment
    | FormWorkingGroup
    | EndWorkingGroup
    | PlanJointAction
    | StartJointAction
    | FinishJointAction
    | RegroupJointAction
    | DropJointAction
    | RecordJointEnforcement
    | RecordInspection
    | RecordRectification
    | OpenDataChannel
    | CloseDataChannel
    | RecordTraining
    | RecordGuidance
    | RecordGoodPractice
    | OpenOpinionCase
    | RecordOpinionLeg
    | CloseOpinionCase
    | ReopenOpinionCase
    | AcceptAssignedMatter
    | CompleteAssignedMatter
    | NoteNoneThisYear
    | RecordWork
    | RecordContact
    | RegisterIncoming
    | PassOnIncoming
    | AnswerIncoming
    | FileIncoming
    | EnterRegisterItem
    | ReviseRegisterItem
    | RetireRegisterItem
    | AdoptRegister
    | SubmitReport
    | SupplementReport
    | LogCollection
    | ReportResults
    | RecordChild
    | ReviseChild
    | EndChild
    | LinkChild
    | CorrectRecord
)
"""An act: what a host submits, what the journal keeps. On the wire an object with its name under `type`."""

SettingId: TypeAlias = str
"""The name of a setting of a charter: `report.due`."""


class SilentFindingKept(TypedDict):
    """The charter says nothing on which the act could rest."""

    type: Literal["silent"]

    setting: SettingId
    """The setting on which it is silent."""


Role: TypeAlias = Literal[
    # 总召集人
    "chief_convener",
    # 召集人
    "convener",
    # 副召集人
    "deputy_convener",
    # The office (办公室): its director, deputies and staff.
    "office",
    # The director of the office (办公室主任).
    "office_director",
    # Anyone who acts for a lead unit (牵头单位).
    "lead_unit",
    # Anyone who acts for a member unit (成员单位).
    "member_unit",
    # The person a unit named as member (成员).
    "member",
    # The person a unit named as liaison officer (联络员).
    "liaison_officer",
    # A person responsible for a unit (负责人).
    "responsible_person",
    # The person presiding over the meeting (主持人).
    "presiding_person",
    # The organ above the body (上级).
    "superior",
]
"""A role, as settings, findings and cures name it."""


class NeedsRoleFindingKept(TypedDict):
    """The actor holds none of the roles."""

    type: Literal["needs_role"]

    roles: list[Role]
    """The roles of which any would do."""

    unit: NotRequired[UnitId]
    """The unit for which it is needed."""


class MissingUnitsFindingKept(TypedDict):
    """Units are missing that have not attended, consented or signed."""

    type: Literal["missing_units"]

    units: list[UnitId]
    """The units."""


class StrangeUnitsFindingKept(TypedDict):
    """Units are named that do not belong: they are no members, were not called or not asked."""

    type: Literal["strange_units"]

    units: list[UnitId]
    """Those units."""


class OpposingUnitsFindingKept(TypedDict):
    """The positions of units stand in the way."""

    type: Literal["opposing_units"]

    units: list[UnitId]
    """Those units."""


class MissingFindingKept(TypedDict):
    """Parts, items, steps or fields are missing."""

    type: Literal["missing"]

    what: list[str]
    """Their names."""


class UnwantedFindingKept(TypedDict):
    """Something is there that must not be."""

    type: Literal["unwanted"]

    what: list[str]
    """Their names."""


StateFindingKept = TypedDict(
    "StateFindingKept",
    {
        "type": Literal["state"],
        # The state it is in.
        "is": str,
        # The states of which one is needed.
        "needs": list[str],
    },
)
"""The thing is in another state."""


class NotAllowedFindingKept(TypedDict):
    """A value is not among those allowed."""

    type: Literal["not_allowed"]

    value: str
    """The value."""

    allowed: list[str]
    """The values allowed."""


class DiffersFindingKept(TypedDict):
    """A value differs from what it must be."""

    type: Literal["differs"]

    found: str
    """The value given."""

    expected: str
    """The value needed."""


class TooFewFindingKept(TypedDict):
    """There are too few."""

    type: Literal["too_few"]

    have: int
    """The number there is."""

    need: int
    """The number needed."""


class TooManyFindingKept(TypedDict):
    """There would be too many."""

    type: Literal["too_many"]

    have: int
    """The number there would be."""

    allowed: int
    """The number allowed."""


class TooEarlyFindingKept(TypedDict):
    """It is too early."""

    type: Literal["too_early"]

    earliest: Time
    """The first moment at which it is possible."""


class TooLateFindingKept(TypedDict):
    """It is too late."""

    type: Literal["too_late"]

    latest: Time
    """The last moment at which it was possible."""


RuleId: TypeAlias = str
"""The id of a rule: `minutes.countersigned_by_all_asked`."""


class VersionAnswer(TypedDict):
    """What one version of the charter says to an act."""

    version: int
    """The version."""

    refused_by: list[RuleId]
    """The rules by which it refuses; none if it accepts."""


class LawsDifferFindingKept(TypedDict):
    """The versions of the charter that come into question give different answers, and none prevails."""

    type: Literal["laws_differ"]

    versions: list[VersionAnswer]
    """What each says."""


class InTheWayFindingKept(TypedDict):
    """Other rules stand in the way of an act than those named against which it is to be recorded."""

    type: Literal["in_the_way"]

    rules: list[RuleId]
    """The rules that do, and could be named."""


class EntryFails(TypedDict):
    """What would be wrong with an entry on a past that is corrected."""

    no: int
    """The number of the entry."""

    names: NotRequired[list[str]]
    """The names that it would give to nothing, or give a second time."""

    rules: NotRequired[list[RuleId]]
    """The rules that keep the record sound and would refuse it."""


class EntriesFailFindingKept(TypedDict):
    """Later entries would have nothing to stand on."""

    type: Literal["entries_fail"]

    entries: list[EntryFails]
    """Those entries, each with what would be wrong with it."""


class LateFindingKept(TypedDict):
    """It was done after the due date."""

    type: Literal["late"]

    due: Date
    """The last day in time."""

    done: Date
    """The day it happened."""


FindingKept: TypeAlias = (
    SilentFindingKept
    | NeedsRoleFindingKept
    | MissingUnitsFindingKept
    | StrangeUnitsFindingKept
    | OpposingUnitsFindingKept
    | MissingFindingKept
    | UnwantedFindingKept
    | StateFindingKept
    | NotAllowedFindingKept
    | DiffersFindingKept
    | TooFewFindingKept
    | TooManyFindingKept
    | TooEarlyFindingKept
    | TooLateFindingKept
    | LawsDifferFindingKept
    | InTheWayFindingKept
    | EntriesFailFindingKept
    | LateFindingKept
)
"""A finding as it was written down: the JSON of a `Finding`."""


class GroundKept(TypedDict):
    """A ground as an entry keeps it: what was found when it was recorded, whatever is known since."""

    rule: Text
    """The rule that stood in the way."""

    finding: FindingKept
    """What was found."""

    clause: NotRequired[ClauseId]
    """The first clause that claimed it."""


class AgainstKept(TypedDict):
    """That an entry was recorded against rules, why, and what was found when it was."""

    grounds: list[GroundKept]
    """A ground for each rule, in the order of the rules."""

    reason: Text
    """Why it was done all the same."""


Digest: TypeAlias = str
"""A SHA-256 in lower case hexadecimal."""


class CalendarUse(TypedDict):
    """A table of working days as something that was reckoned by it names it."""

    digest: Digest
    """The digest of what the table says, however its file spells it."""

    known_through: NotRequired[Date]
    """The last day up to which the table reaches without a gap."""


class NoneOutcome(TypedDict):
    """Nothing had to be settled."""

    type: Literal["none"]


class AdoptedOutcome(TypedDict):
    """A charter or version was adopted."""

    type: Literal["adopted"]

    version: int
    """The version."""

    digest: Digest
    """The digest of its file."""


class ConvenedOutcome(TypedDict):
    """A meeting was convened."""

    type: Literal["convened"]

    presiding: PersonId
    """Who presides, unless it is delegated later."""


class SettledOutcome(TypedDict):
    """A matter was agreed or clarified."""

    type: Literal["settled"]

    binds: list[UnitId]
    """The units that were there and did not object: those it binds."""


class SettledAgain(TypedDict):
    """What an entry settles by what was recorded of its day later."""

    no: int
    """The number of the entry."""

    outcome: "Outcome"
    """What it settles."""


class LeftOutcome(TypedDict):
    """A unit had left a meeting before something was settled there."""

    type: Literal["left"]

    settled: list[SettledAgain]
    """What entries settled after it had left, where that binds others than it did."""


Step: TypeAlias = Literal[
    # Minutes are drafted.
    "draft",
    # The units asked consent.
    "consent",
    # The units asked countersign.
    "countersign",
    # The convener approves.
    "convener_approve",
    # A number is allotted.
    "number",
    # The document is issued.
    "issue",
    # The superior receives a copy.
    "report_up",
]
"""A step on the way from a decision to a document."""


class DraftedOutcome(TypedDict):
    """Minutes were drafted or redrafted."""

    type: Literal["drafted"]

    version: int
    """The version, counted from one."""

    path: list[Step]
    """The steps they take to become a document."""

    consent_of: list[UnitId]
    """The units asked for their consent."""

    countersign_of: list[UnitId]
    """The units asked to countersign."""


DocumentNumber: TypeAlias = str
"""A document number: `津公南开函〔2022〕12号`."""


class NumberedOutcome(TypedDict):
    """A document number was allotted."""

    type: Literal["numbered"]

    number: DocumentNumber
    """The number."""


class SerialOutcome(TypedDict):
    """A running number was given to a briefing or circular."""

    type: Literal["serial"]

    serial: int
    """Its number in the year."""


class BrokenSince(TypedDict):
    """The rules that would refuse an entry on a past that was corrected."""

    no: int
    """The number of the entry."""

    grounds: list[GroundKept]
    """A ground for each rule, in the order of the rules."""


class CorrectedOutcome(TypedDict):
    """The record was corrected."""

    type: Literal["corrected"]

    broken: NotRequired[list[BrokenSince]]
    """The entries that rules of the charter would refuse on the corrected past. They stand, and the audit tells of them."""

    settled: NotRequired[list[SettledAgain]]
    """The entries that settle something else on the corrected past than when they were recorded."""

    spent: NotRequired[list[int]]
    """The entries that gave a number which went out and is theirs no longer. It is not given again."""


Outcome: TypeAlias = (
    NoneOutcome
    | AdoptedOutcome
    | ConvenedOutcome
    | SettledOutcome
    | LeftOutcome
    | DraftedOutcome
    | NumberedOutcome
    | SerialOutcome
    | CorrectedOutcome
)
"""What the library settled when it accepted an act."""

ProofKind: TypeAlias = Literal[
    # A letter of a unit (来函).
    "letter",
    # A scanned paper (扫描件).
    "scan",
    # A photograph (照片).
    "photo",
    # A recording of sound or pictures (录音录像).
    "recording",
    # A message in writing, such as a mail (信息).
    "message",
    # A note on what was said by telephone or in a room (电话记录).
    "note",
    # Any other file (文件).
    "file",
]
"""What kind of thing shows that an entry is true."""

FileDigest: TypeAlias = str
"""The SHA-256 of a file, in lower case hexadecimal."""


class Proof(TypedDict):
    """Something that shows that an entry is true (佐证). The library keeps its name and its digest, never the file."""

    name: Text
    """What it is called: the name of its file, where it is one."""

    kind: ProofKind
    """What kind of thing it is."""

    digest: NotRequired[FileDigest]
    """The SHA-256 of its file, by which it is known again."""

    note: NotRequired[Text]
    """What else there is to say of it."""


class Entry(TypedDict):
    """An entry as it is read: flat."""

    no: int
    """Its number in the journal, counted from one."""

    at: Time
    """When it happened, at the charter's offset."""

    recorded_at: Time
    """When it was entered."""

    by: PersonId
    """Who did it."""

    act: Act
    """What was done."""

    against: NotRequired[AgainstKept]
    """The rules against which it was recorded."""

    calendar: NotRequired[CalendarUse]
    """The table of working days by which it was accepted, where that rested on one."""

    key: NotRequired[Text]
    """The name of the submission."""

    outcome: NotRequired[Outcome]
    """What was settled then, and is never settled anew."""

    proofs: NotRequired[list[Proof]]
    """What shows that it is true."""

    recorded_by: NotRequired[PersonId]
    """Who entered it, where that is not who did it."""


@final
class AcceptedDecision(TypedDict):
    """Yes: the entry to store, then to apply."""

    accepted: Entry


ActName: TypeAlias = Literal[
    "adopt_charter",
    "amend_charter",
    "choose_law",
    "choose_reading",
    "dissolve",
    "admit_unit",
    "withdraw_unit",
    "merge_units",
    "end_unit",
    "move_functions",
    "rename_unit",
    "fill_post",
    "vacate_post",
    "name_member",
    "name_liaison_officer",
    "confirm_appointment",
    "notify_change",
    "end_naming",
    "authorize",
    "revoke_authorization",
    "request_meeting",
    "answer_request",
    "withdraw_request",
    "approve_agenda",
    "convene",
    "supplement_notice",
    "delegate_presiding",
    "invite",
    "send_apology",
    "postpone_meeting",
    "cancel_meeting",
    "open_meeting",
    "record_attendance",
    "record_leaving",
    "close_meeting",
    "declare_key_period",
    "add_agenda_item",
    "consult_unit",
    "discuss",
    "state_position",
    "withdraw_position",
    "revise_proposal",
    "agree",
    "clarify",
    "leave_open",
    "refer_upwards",
    "draft_minutes",
    "redraft_minutes",
    "consent",
    "consent_with_changes",
    "decline_consent",
    "withdraw_consent",
    "countersign",
    "decline_countersign",
    "withdraw_countersignature",
    "approve_minutes",
    "allot_number",
    "void_number",
    "issue_document",
    "issue_other_document",
    "report_up",
    "acknowledge_receipt",
    "supplement_recipients",
    "correct_document",
    "publish_document",
    "withdraw_document",
    "revoke_document",
    "repeal_document",
    "archive_document",
    "issue_briefing",
    "issue_circular",
    "consent_to_task",
    "assign",
    "enter_cooperation",
    "report_progress",
    "extend_assignment",
    "shorten_assignment",
    "complete_assignment",
    "return_assignment",
    "accept_result",
    "withdraw_assignment",
    "form_working_group",
    "end_working_group",
    "plan_joint_action",
    "start_joint_action",
    "finish_joint_action",
    "regroup_joint_action",
    "drop_joint_action",
    "record_joint_enforcement",
    "record_inspection",
    "record_rectification",
    "open_data_channel",
    "close_data_channel",
    "record_training",
    "record_guidance",
    "record_good_practice",
    "open_opinion_case",
    "record_opinion_leg",
    "close_opinion_case",
    "reopen_opinion_case",
    "accept_assigned_matter",
    "complete_assigned_matter",
    "note_none_this_year",
    "record_work",
    "record_contact",
    "register_incoming",
    "pass_on_incoming",
    "answer_incoming",
    "file_incoming",
    "enter_register_item",
    "revise_register_item",
    "retire_register_item",
    "adopt_register",
    "submit_report",
    "supplement_report",
    "log_collection",
    "report_results",
    "record_child",
    "revise_child",
    "end_child",
    "link_child",
    "correct_record",
]
"""The name of an act, as it stands under `type`."""


class ActionPlanWantedValue(TypedDict):
    """The plan of a joint action (联合治理行动方案)."""

    action: ActionId
    """The action."""


@final
class ActionPlanWanted(TypedDict):
    """The plan of a joint action (联合治理行动方案)."""

    action_plan: ActionPlanWantedValue


class ActionResultWantedValue(TypedDict):
    """The result of a joint action."""

    action: ActionId
    """The action."""


@final
class ActionResultWanted(TypedDict):
    """The result of a joint action."""

    action_result: ActionResultWantedValue


class Against(TypedDict):
    """That an act was done although rules stood in its way, and is to be recorded as what it is (违规事实).

    The rules that stand in the way are named, no more and no fewer. With any other list the submission is refused, and the
    ground has the right one; `Choice::against` has it beforehand. Only what is law by the
    charter can be named; a rule that keeps the record sound cannot. The office, the convener or the lead unit records so.
    """

    rules: list[Text]
    """The ids of the rules."""

    reason: Text
    """Why it was done all the same, as far as it is known."""


class AgendaWantedValue(TypedDict):
    """The agenda of a meeting (会议议程)."""

    meeting: MeetingId
    """The meeting."""


@final
class AgendaWanted(TypedDict):
    """The agenda of a meeting (会议议程)."""

    agenda: AgendaWantedValue


class Alternates(TypedDict):
    """Who may stand in for an absent member."""

    allowed: bool
    """Whether anyone may."""

    same_rank: bool
    """Whether the alternate must be of a rank that a member must have or, where none is asked of members, of the rank
    of the member.
    """

    must: NotRequired[bool]
    """Whether a unit whose member cannot come must send an alternate."""

    same_unit: NotRequired[bool]
    """Whether the alternate must be of the same unit."""


class AnnexPaperBlock(TypedDict):
    """The beginning of an annex (附件), on a new page."""

    type: Literal["annex"]

    label: str
    """The word for it."""

    title: str
    """Its title."""


class AnnexesPaperBlock(TypedDict):
    """What annexes there are (附件说明), below the text: a line of its own for each, with its number if there are several."""

    type: Literal["annexes"]

    label: str
    """The word for them, without the colon."""

    titles: list[str]
    """Their titles, in order."""


class AssignmentsWantedValue(TypedDict):
    """What was agreed, who carries it out, until when, with what result (议定事项落实台账)."""

    on: Date
    """The day."""


@final
class AssignmentsWanted(TypedDict):
    """What was agreed, who carries it out, until when, with what result (议定事项落实台账)."""

    assignments: AssignmentsWantedValue


class AttendanceWantedValue(TypedDict):
    """The attendance sheet of a meeting (签到表), to be signed before the meeting and filled after it."""

    meeting: MeetingId
    """The meeting."""


@final
class AttendanceWanted(TypedDict):
    """The attendance sheet of a meeting (签到表), to be signed before the meeting and filled after it."""

    attendance: AttendanceWantedValue


Verdict: TypeAlias = Literal[
    # Nothing happened to which it could apply.
    "not_applicable",
    # The clause exhorts or describes; nobody can be judged by it.
    "not_judged",
    # The clause was kept.
    "met",
    # The charter says nothing that could be judged.
    "silent",
    # What is owed is not yet done, and not yet due.
    "not_due",
    # The defensible readings differ.
    "disputed",
    # The clause was not kept.
    "unmet",
]
"""A verdict (结论), from the one that weighs least to the one that weighs most."""


class Counts(TypedDict):
    """How many things stand how under a clause. A thing is what one duty asks of one bearer about one subject; what was
    broken and cannot be made good is none of these.
    """

    open: int
    """Things that are owed and not done, whether overdue, not yet due, without a date or, by another defensible reading,
    in dispute. After the end of the body there are none.
    """

    overdue: int
    """Of the open things those that are late by the readings in effect."""

    done: int
    """Things that were done, in time or late."""


class BodyBearer(TypedDict):
    """The joint meeting as a whole."""

    type: Literal["body"]


class RoleBearer(TypedDict):
    """Whoever holds a role."""

    type: Literal["role"]

    role: Role
    """The role."""


class UnitBearer(TypedDict):
    """A unit."""

    type: Literal["unit"]

    unit: UnitId
    """The unit."""


Bearer: TypeAlias = (
    BodyBearer
    | RoleBearer
    | UnitBearer
)
"""Who bears a duty, or to whom it is owed."""

ReadingId: TypeAlias = str
"""The name of a question of reading: `report.due_day`."""

ReadingOption: TypeAlias = str
"""An option of a question of reading."""


class VerdictByReading(TypedDict):
    """The verdict by one option of a reading."""

    reading: ReadingId
    """The question."""

    option: ReadingOption
    """The option."""

    verdict: Verdict
    """The verdict by it."""


Reckoning: TypeAlias = Literal[
    # It was reckoned by calendar dates alone.
    "dates",
    # It was reckoned by the table of working days.
    "working_days",
]
"""How a date was reckoned."""


class ReadingUse(TypedDict):
    """The option of a reading that an answer rests on."""

    reading: ReadingId
    """The question."""

    option: ReadingOption
    """The option used."""


class Due(TypedDict):
    """When something is due (期限)."""

    date: Date
    """The last day in time."""

    safe: Date
    """The last working day on which it is in time by every defensible reading."""

    reckoning: Reckoning
    """How the date was reckoned."""

    provisional: bool
    """Whether there was a day on the way of which no known decree has the last word, so that the answer may change."""

    minute: NotRequired[int]
    """The last minute of that day in time, counted from midnight; without one, its end."""

    reading: NotRequired[ReadingUse]
    """The reading that settles the date, where one does."""


class SilentFinding(TypedDict):
    """The charter says nothing on which the act could rest."""

    type: Literal["silent"]

    setting: SettingId
    """The setting on which it is silent."""


class NeedsRoleFinding(TypedDict):
    """The actor holds none of the roles."""

    type: Literal["needs_role"]

    roles: list[Role]
    """The roles of which any would do."""

    unit: NotRequired[UnitId]
    """The unit for which it is needed."""


class MissingUnitsFinding(TypedDict):
    """Units are missing that have not attended, consented or signed."""

    type: Literal["missing_units"]

    units: list[UnitId]
    """The units."""


class StrangeUnitsFinding(TypedDict):
    """Units are named that do not belong: they are no members, were not called or not asked."""

    type: Literal["strange_units"]

    units: list[UnitId]
    """Those units."""


class OpposingUnitsFinding(TypedDict):
    """The positions of units stand in the way."""

    type: Literal["opposing_units"]

    units: list[UnitId]
    """Those units."""


class MissingFinding(TypedDict):
    """Parts, items, steps or fields are missing."""

    type: Literal["missing"]

    what: list[str]
    """Their names."""


class UnwantedFinding(TypedDict):
    """Something is there that must not be."""

    type: Literal["unwanted"]

    what: list[str]
    """Their names."""


StateFinding = TypedDict(
    "StateFinding",
    {
        "type": Literal["state"],
        # The state it is in.
        "is": str,
        # The states of which one is needed.
        "needs": list[str],
    },
)
"""The thing is in another state."""


class NotAllowedFinding(TypedDict):
    """A value is not among those allowed."""

    type: Literal["not_allowed"]

    value: str
    """The value."""

    allowed: list[str]
    """The values allowed."""


class DiffersFinding(TypedDict):
    """A value differs from what it must be."""

    type: Literal["differs"]

    found: str
    """The value given."""

    expected: str
    """The value needed."""


class TooFewFinding(TypedDict):
    """There are too few."""

    type: Literal["too_few"]

    have: int
    """The number there is."""

    need: int
    """The number needed."""


class TooManyFinding(TypedDict):
    """There would be too many."""

    type: Literal["too_many"]

    have: int
    """The number there would be."""

    allowed: int
    """The number allowed."""


class TooEarlyFinding(TypedDict):
    """It is too early."""

    type: Literal["too_early"]

    earliest: Time
    """The first moment at which it is possible."""


class TooLateFinding(TypedDict):
    """It is too late."""

    type: Literal["too_late"]

    latest: Time
    """The last moment at which it was possible."""


class LawsDifferFinding(TypedDict):
    """The versions of the charter that come into question give different answers, and none prevails."""

    type: Literal["laws_differ"]

    versions: list[VersionAnswer]
    """What each says."""


class InTheWayFinding(TypedDict):
    """Other rules stand in the way of an act than those named against which it is to be recorded."""

    type: Literal["in_the_way"]

    rules: list[RuleId]
    """The rules that do, and could be named."""


class EntriesFailFinding(TypedDict):
    """Later entries would have nothing to stand on."""

    type: Literal["entries_fail"]

    entries: list[EntryFails]
    """Those entries, each with what would be wrong with it."""


class LateFinding(TypedDict):
    """It was done after the due date."""

    type: Literal["late"]

    due: Date
    """The last day in time."""

    done: Date
    """The day it happened."""


Finding: TypeAlias = (
    SilentFinding
    | NeedsRoleFinding
    | MissingUnitsFinding
    | StrangeUnitsFinding
    | OpposingUnitsFinding
    | MissingFinding
    | UnwantedFinding
    | StateFinding
    | NotAllowedFinding
    | DiffersFinding
    | TooFewFinding
    | TooManyFinding
    | TooEarlyFinding
    | TooLateFinding
    | LawsDifferFinding
    | InTheWayFinding
    | EntriesFailFinding
    | LateFinding
)
"""What a rule found, as data."""


class Judgement(TypedDict):
    """What one rule finds of one bearer."""

    rule: RuleId
    """The rule."""

    bearer: Bearer
    """Who bears it."""

    verdict: Verdict
    """The verdict."""

    evidence: list[int]
    """The numbers of the entries that show it."""

    by_reading: NotRequired[list[VerdictByReading]]
    """The verdict by each reading, where they differ."""

    due: NotRequired[Due]
    """When it was due."""

    finding: NotRequired[Finding]
    """What was missing; in a dispute, by the reading by which it is unmet."""

    readings: NotRequired[list[ReadingUse]]
    """The readings it rests on."""

    subject: NotRequired[str]
    """What it is about, where one bearer can owe several things."""


class ClauseVerdict(TypedDict):
    """The verdict on one clause."""

    clause: ClauseId
    """The clause."""

    verdict: Verdict
    """The verdict: what weighs most of what its duties say or, where no duty found anything to judge, that its guards
    were passed by acts whose subject came to be. An act that a guard would have refused makes it unmet whatever the
    duties say.
    """

    counts: NotRequired[Counts]
    """How many things its duties found open, overdue and done."""

    judgements: NotRequired[list[Judgement]]
    """A judgement for each rule and bearer."""


class Audit(TypedDict):
    """The verdicts on every clause for a period, as seen on a day."""

    period: Period
    """The period."""

    on: Date
    """The day on which it is judged."""

    version: int
    """The version of the charter."""

    calendar: CalendarUse
    """The table of working days by which dates were reckoned."""

    clauses: list[ClauseVerdict]
    """A verdict for each clause, in the order of the text."""

    earlier: NotRequired["list[Audit]"]
    """The audits by the versions before, each of what was left to that version: the time in which it was in force, and
    matters that went on by it.
    """


class AuditQuestionValue(TypedDict):
    """A verdict for every clause."""

    period: Period
    """The period judged."""

    on: Date
    """The day on which it is judged."""


@final
class AuditQuestion(TypedDict):
    """A verdict for every clause."""

    audit: AuditQuestionValue


class AuditWantedValue(TypedDict):
    """The verdicts on every clause for a year (年度核查)."""

    year: int
    """The year."""

    on: Date
    """The day on which it is judged."""


@final
class AuditWanted(TypedDict):
    """The verdicts on every clause for a year (年度核查)."""

    audit: AuditWantedValue


class AuthorizationWantedValue(TypedDict):
    """The last power of attorney that a unit gave a person (授权委托书)."""

    unit: UnitId
    """The unit."""

    person: PersonId
    """The person."""


@final
class AuthorizationWanted(TypedDict):
    """The last power of attorney that a unit gave a person (授权委托书)."""

    authorization: AuthorizationWantedValue


class BadLevelPaperError(TypedDict):
    """A template has a heading of a level that there is not."""

    type: Literal["bad_level"]

    template: str
    """The template."""

    level: int
    """The level."""


class BadSettingCharterFileErrorValue(TypedDict):
    """The value does not fit the setting."""

    setting: str
    """The setting."""

    problem: str
    """What is wrong."""


class BadSettingCharterFileError(TypedDict):
    """The value does not fit the setting."""

    type: Literal["bad_setting"]

    value: BadSettingCharterFileErrorValue


class Blank(TypedDict):
    """A field that is still to be chosen."""

    field: str
    """The name of the field."""

    kind: str
    """What stands there: `text`, `date`, `time`, `number`, `yes_or_no`, `word`, `object`, or the kind of thing that is named."""

    many: NotRequired[bool]
    """Whether it is a list."""

    new: NotRequired[bool]
    """Whether it names a new thing."""

    optional: NotRequired[bool]
    """Whether it may be left out."""

    suggested: NotRequired[list[Json]]
    """Values that were tried: those with which the act is open or, where it is blocked, those with which it is blocked."""


class NoCharterBodyError(TypedDict):
    """No charter was given."""

    type: Literal["no_charter"]


class GeneralBodyError(TypedDict):
    """A rule about joint meetings, under which no body is founded."""

    type: Literal["general"]

    value: str


class DifferentBodyErrorValue(TypedDict):
    """Charters of different ids."""

    one: str
    """The id of the first."""

    other: str
    """An id that differs."""


class DifferentBodyError(TypedDict):
    """Charters of different ids."""

    type: Literal["different"]

    value: DifferentBodyErrorValue


class TwiceBodyError(TypedDict):
    """Two charters of the same version."""

    type: Literal["twice"]

    value: int


BodyError: TypeAlias = (
    NoCharterBodyError
    | GeneralBodyError
    | DifferentBodyError
    | TwiceBodyError
)
"""Why charters cannot be those of one body."""


class KnownName(TypedDict):
    """A name that is known, and what it is the name of."""

    name: str
    """The name."""

    title: NotRequired[str]
    """What it is called in a sentence, where it has a title of its own."""


class Name(TypedDict):
    """A name with the kind of thing it stands for."""

    kind: str
    """The kind: `unit`, `meeting` and so on."""

    name: str
    """The name as given."""

    nearest: NotRequired[list[KnownName]]
    """For a name that is unknown, the known ones of its kind that are nearest to it."""


class NamesRefusal(TypedDict):
    """Names that mean nothing here, or that already mean something else. No rule was asked."""

    type: Literal["names"]

    unknown: list[Name]
    """Names of things that nobody has introduced."""

    taken: list[Name]
    """Names for new things that are already in use."""


class Cure(TypedDict):
    """An act that would cure a ground, and who can do it."""

    act: ActName
    """The name of the act."""

    who: list[Role]
    """The roles of which one can do it."""

    instead: NotRequired[bool]
    """Whether it is done instead of what was refused, and does not open the way for that."""

    units: NotRequired[list[UnitId]]
    """The units that have to, where it is a matter of units."""


OnlyBy: TypeAlias = Literal[
    # The charter is silent, and on how it is amended too.
    "new_charter",
    # Nobody: no person holds a role that it takes, and nobody can put a person into one.
    "nobody",
]
"""What alone can help where no act under a charter can."""


class Ground(TypedDict):
    """A ground of refusal (依据)."""

    rule: RuleId
    """The rule that stands in the way."""

    finding: Finding
    """What was found."""

    also: NotRequired[list[ClauseId]]
    """Further clauses that claim it."""

    clause: NotRequired[ClauseId]
    """The first clause that claims the rule; none for a rule that holds for every body."""

    cures: NotRequired[list[Cure]]
    """What would cure it; empty if nothing can, or if the act itself could be put right."""

    earliest: NotRequired[Time]
    """The earliest moment at which this ground can fall away by itself."""

    only_by: NotRequired[OnlyBy]
    """What alone can help, where no act under this charter can."""


class RulesRefusal(TypedDict):
    """The rules that stand in the way; never empty."""

    type: Literal["rules"]

    grounds: list[Ground]
    """A ground for each rule, in the order of the rules."""


Refusal: TypeAlias = (
    NamesRefusal
    | RulesRefusal
)
"""Why an act is refused."""


class Breach(TypedDict):
    """An entry that the rules would have refused."""

    no: int
    """The number of the entry."""

    refusal: Refusal | None
    """Why it would have been refused; none if only its outcome is not what the library settles."""

    calendar: NotRequired[CalendarUse]
    """The table of working days that the entry names, where it was decided again by another, which may be why."""

    told_by: NotRequired[int]
    """The entry that tells of it: the entry itself, where it was recorded against these rules, or the correction since which
    they would refuse it. None where nobody has told.
    """


class BreachesQuestionValue(TypedDict):
    """The entries that the rules would have refused."""



@final
class BreachesQuestion(TypedDict):
    """The entries that the rules would have refused."""

    breaches: BreachesQuestionValue


class BulletinWantedValue(TypedDict):
    """A briefing or a circular (简报、通报)."""

    bulletin: BulletinId
    """The bulletin."""


@final
class BulletinWanted(TypedDict):
    """A briefing or a circular (简报、通报)."""

    bulletin: BulletinWantedValue


Rhythm: TypeAlias = Literal[
    # A calendar year.
    "year",
    # January to June, July to December.
    "half",
    # A calendar quarter.
    "quarter",
    # A calendar month.
    "month",
    # Monday to Sunday.
    "week",
]
"""The periods by which a charter counts."""


class KeyCadence(TypedDict):
    """A cadence that holds in key periods (重点时期)."""

    at_least: int
    """The least number."""

    per: Rhythm
    """In each of these."""


class Cadence(TypedDict):
    """How often something must happen."""

    at_least: int
    """The least number."""

    per: Rhythm
    """The period in each of which so many are needed."""

    at_most: NotRequired[int]
    """The greatest number, where the text gives one."""

    in_key_period: NotRequired[KeyCadence]
    """What holds instead while a key period is declared."""

    months: NotRequired[list[int]]
    """The months (1 to 12) in which it may happen; with none given, any month will do."""


CalendarPaperQuestionValue = TypedDict(
    "CalendarPaperQuestionValue",
    {
        # The first day.
        "from": Date,
        # The last day.
        "to": Date,
        # The day as of which they are seen.
        "on": Date,
    },
)
"""The dates of a period: `Dates`."""


@final
class CalendarPaperQuestion(TypedDict):
    """The dates of a period: `Dates`."""

    calendar: CalendarPaperQuestionValue


CalendarWantedValue = TypedDict(
    "CalendarWantedValue",
    {
        # The first day.
        "from": Date,
        # The last day.
        "to": Date,
        # The day as of which they are seen.
        "on": Date,
    },
)
"""The dates of a period: meetings, and what is owed or was done (日程)."""


@final
class CalendarWanted(TypedDict):
    """The dates of a period: meetings, and what is owed or was done (日程)."""

    calendar: CalendarWantedValue


class ChangedLineError(TypedDict):
    """The line is not as it was written."""

    type: Literal["changed"]


class Version(TypedDict):
    """A version of a charter."""

    charter: CharterId
    """The charter."""

    version: int
    """The version, counted from one."""


class FieldChange(TypedDict):
    """A field that changed. A setting of a clause is `sets.<setting>`, a reading `readings.<reading>`."""

    field: str
    """Its name."""

    after: NotRequired[Json]
    """Its value after."""

    before: NotRequired[Json]
    """Its value before."""


Fate: TypeAlias = Literal[
    # It was not there before.
    "added",
    # It is no longer there.
    "removed",
    # It is there and says something else.
    "changed",
]
"""What became of a clause, a unit or a post."""


class EntryChange(TypedDict):
    """A clause, unit or post that changed."""

    id: str
    """Its id."""

    fate: Fate
    """What became of it."""

    fields: list[FieldChange]
    """Its fields that changed; one that was added or removed has all its fields."""


@final
class FixedSettingStand(TypedDict):
    """A clause fixes it."""

    fixed: Json


SettingStand: TypeAlias = (
    # No clause speaks of it.
    Literal["unset"]
    # The charter is known to be silent.
    | Literal["silent"]
    | FixedSettingStand
)
"""A setting as a whole charter leaves it."""


class SettingChange(TypedDict):
    """A setting that changed."""

    setting: SettingId
    """The setting."""

    before: SettingStand
    """How the charter left it before."""

    after: SettingStand
    """How it leaves it after."""


@final
class FixedReadingTerm(TypedDict):
    """The text settles it."""

    fixed: ReadingOption


class OpenReadingTermValue(TypedDict):
    """The text can be read in several ways."""

    options: list[ReadingOption]
    """The defensible options."""

    suggested: ReadingOption
    """The one used until one is chosen."""


@final
class OpenReadingTerm(TypedDict):
    """The text can be read in several ways."""

    open: OpenReadingTermValue


ReadingTerm: TypeAlias = (
    FixedReadingTerm
    | OpenReadingTerm
)
"""What a charter says to a question of reading."""


class ReadingChange(TypedDict):
    """A question of reading that changed."""

    reading: ReadingId
    """The question."""

    before: ReadingTerm | None
    """What the charter said to it before; nothing if it did not ask."""

    after: ReadingTerm | None
    """What it says after."""


RuleFate: TypeAlias = Literal[
    # A clause claims it that none claimed before.
    "became_law",
    # No clause claims it any more.
    "ceased_to_be_law",
    # It is law as before, and a setting or a reading that it asks for changed.
    "rests_on_a_change",
]
"""What became of a rule."""


class RuleChange(TypedDict):
    """A rule that changed."""

    rule: RuleId
    """The rule."""

    fate: RuleFate
    """What became of it."""

    rests_on: NotRequired[list[str]]
    """The settings and questions of reading it asks for that changed."""


class CharterDiff(TypedDict):
    """What changed between two charters."""

    before: Version
    """The charter before."""

    after: Version
    """The charter after."""

    head: list[FieldChange]
    """The fields of the head: title, source, dates."""

    units: list[EntryChange]
    """The units that it names."""

    posts: list[EntryChange]
    """The posts that it names."""

    clauses: list[EntryChange]
    """The clauses, in the order of the text before; those added after the others."""

    settings: list[SettingChange]
    """The settings that are otherwise than before, by whatever clause."""

    readings: list[ReadingChange]
    """The questions of reading that are left otherwise than before."""

    rules: list[RuleChange]
    """The rules that became law, ceased to be, or rest on something that changed."""


class JsonCharterFileError(TypedDict):
    """The file is not JSON of the right shape."""

    type: Literal["json"]

    value: str


class FormatCharterFileError(TypedDict):
    """The file has a format that this library does not read."""

    type: Literal["format"]

    value: int


class TooManyCharterFileError(TypedDict):
    """There are more than `LIST_MAX` units, posts or clauses, or with those of the general charters
    that bind the charter more than `TOGETHER_MAX`.
    """

    type: Literal["too_many"]

    value: int


class OffsetCharterFileError(TypedDict):
    """The offset is not of the form `+08:00`."""

    type: Literal["offset"]

    value: str


class DuplicateCharterFileError(TypedDict):
    """The id stands twice."""

    type: Literal["duplicate"]

    value: str


class UnknownRuleCharterFileError(TypedDict):
    """No rule has that id."""

    type: Literal["unknown_rule"]

    value: str


class UnknownSettingCharterFileError(TypedDict):
    """No setting has that name."""

    type: Literal["unknown_setting"]

    value: str


class SetTwiceCharterFileError(TypedDict):
    """Another clause has fixed the setting or recorded its silence."""

    type: Literal["set_twice"]

    value: str


class UnsetCharterFileErrorValue(TypedDict):
    """A rule that is claimed needs the setting."""

    rule: str
    """The rule."""

    setting: str
    """The setting."""


class UnsetCharterFileError(TypedDict):
    """A rule that is claimed needs the setting."""

    type: Literal["unset"]

    value: UnsetCharterFileErrorValue


class UnknownReadingCharterFileError(TypedDict):
    """No question of reading has that name."""

    type: Literal["unknown_reading"]

    value: str


class UnknownOptionCharterFileErrorValue(TypedDict):
    """The reading has no such option."""

    reading: str
    """The reading."""

    option: str
    """The option."""


class UnknownOptionCharterFileError(TypedDict):
    """The reading has no such option."""

    type: Literal["unknown_option"]

    value: UnknownOptionCharterFileErrorValue


class NoGeneralCharterFileError(TypedDict):
    """No such general charter was handed in, nor comes with the library."""

    type: Literal["no_general"]

    value: str


class NoGeneralClauseCharterFileErrorValue(TypedDict):
    """The general charter has no such clause."""

    general: str
    """The general charter."""

    clause: str
    """The clause."""


class NoGeneralClauseCharterFileError(TypedDict):
    """The general charter has no such clause."""

    type: Literal["no_general_clause"]

    value: NoGeneralClauseCharterFileErrorValue


class NotGeneralCharterFileError(TypedDict):
    """The charter named as governing is one of a body."""

    type: Literal["not_general"]

    value: str


class LongClauseIdCharterFileError(TypedDict):
    """With the id of its general charter before it, a clause id is too long."""

    type: Literal["long_clause_id"]

    value: str


class ContradictoryCharterFileError(TypedDict):
    """Two clauses say different things, or the suggested option is not among the open ones."""

    type: Literal["contradictory"]

    value: str


class UnreadCharterFileErrorValue(TypedDict):
    """A rule that is claimed asks a question no clause answers or leaves open."""

    rule: str
    """The rule."""

    reading: str
    """The reading."""


class UnreadCharterFileError(TypedDict):
    """A rule that is claimed asks a question no clause answers or leaves open."""

    type: Literal["unread"]

    value: UnreadCharterFileErrorValue


class UnknownActCharterFileError(TypedDict):
    """No act has that name."""

    type: Literal["unknown_act"]

    value: str


class UndefinedUnitCharterFileError(TypedDict):
    """Nothing defines the unit."""

    type: Literal["undefined_unit"]

    value: str


class UndefinedPostCharterFileError(TypedDict):
    """Nothing defines the post."""

    type: Literal["undefined_post"]

    value: str


class LongKeyCharterFileError(TypedDict):
    """A key phrase has more than `KEY_MAX` characters."""

    type: Literal["long_key"]

    value: int


class NoKeyCharterFileError(TypedDict):
    """A clause of the text has no key phrase."""

    type: Literal["no_key"]


class DatesOutOfOrderCharterFileErrorValue(TypedDict):
    """Of two dates the later one comes first."""

    first: Date
    """What should come first."""

    then: Date
    """What should follow."""


class DatesOutOfOrderCharterFileError(TypedDict):
    """Of two dates the later one comes first."""

    type: Literal["dates_out_of_order"]

    value: DatesOutOfOrderCharterFileErrorValue


class NoSuchDayCharterFileError(TypedDict):
    """A yearly day is one that no year has."""

    type: Literal["no_such_day"]


CharterFileError: TypeAlias = (
    JsonCharterFileError
    | FormatCharterFileError
    | TooManyCharterFileError
    | OffsetCharterFileError
    | DuplicateCharterFileError
    | UnknownRuleCharterFileError
    | UnknownSettingCharterFileError
    | SetTwiceCharterFileError
    | BadSettingCharterFileError
    | UnsetCharterFileError
    | UnknownReadingCharterFileError
    | UnknownOptionCharterFileError
    | NoGeneralCharterFileError
    | NoGeneralClauseCharterFileError
    | NotGeneralCharterFileError
    | LongClauseIdCharterFileError
    | ContradictoryCharterFileError
    | UnreadCharterFileError
    | UnknownActCharterFileError
    | UndefinedUnitCharterFileError
    | UndefinedPostCharterFileError
    | LongKeyCharterFileError
    | NoKeyCharterFileError
    | DatesOutOfOrderCharterFileError
    | NoSuchDayCharterFileError
)
"""What can be wrong with a charter file."""


class CharterError(TypedDict):
    """One thing that is wrong with a charter file, and where."""

    place: str
    """A clause id, or a path into the file."""

    problem: CharterFileError
    """What is wrong."""

    nearest: NotRequired[list[str]]
    """For a name that is not known, the known ones that are nearest to it."""


CharterErrors: TypeAlias = list[CharterError]
"""Everything that is wrong with a charter file."""


class Words(TypedDict):
    """A text in two languages."""

    zh: Text
    """Chinese."""

    en: Text
    """English."""


class UnitEntry(TypedDict):
    """A unit that a charter names."""

    id: UnitId
    """Its id."""

    zh: Text
    """Its name as the charter writes it."""

    en: Text
    """Its name in English."""

    kind: UnitKind
    """What kind of unit it is."""

    within: NotRequired[UnitId]
    """The unit it is part of."""


class PostEntry(TypedDict):
    """A post that a charter names."""

    id: PostId
    """Its id."""

    zh: Text
    """Its title in Chinese."""

    en: Text
    """Its title in English."""

    rank: NotRequired[Rank]
    """Its rank, where the text gives one."""

    several: NotRequired[bool]
    """Whether several persons may hold it at a time."""

    unit: NotRequired[UnitId]
    """The unit it belongs to; without one, any unit can have such a post, and who holds it says in which."""


Force: TypeAlias = Literal[
    # It says what something is, or appoints somebody.
    "definition",
    # It obliges.
    "must",
    # It obliges, but the test needs a number that the text does not give.
    "must_unquantified",
    # It empowers.
    "may",
    # It names a standing task of the body.
    "function",
    # It exhorts; nobody can be judged by it.
    "principle",
    # It is not in the text: a point on which the text is silent.
    "silence",
    # It is not in the text: what is done all the same. Nobody is bound or judged by it.
    "practice",
    # It is not in the text: a rule from above that binds the body all the same.
    "outside",
]
"""What a clause does."""

Succession: TypeAlias = Literal[
    # The unit notifies the office; nobody approves (通报).
    "notify",
    # The unit files it with the office (备案).
    "file",
    # The unit proposes, the meeting confirms (确定).
    "confirm",
    # The successor in the post follows without any act.
    "automatic",
]
"""What a change of a member or liaison officer needs."""

Decider: TypeAlias = Literal[
    # A matter agreed by any meeting of the body.
    "meeting",
    # A matter agreed by a plenary meeting.
    "plenary",
    # The convener.
    "convener",
    # The lead unit.
    "lead_unit",
    # The organ above.
    "superior",
    # The charter is issued anew.
    "reissue",
]
"""Who decides on a change of the body itself."""


class LegalBasis(TypedDict):
    """A legal basis."""

    title: Text
    """Its title."""

    version_date: NotRequired[Date]
    """The date of the version meant, where known."""


class Creation(TypedDict):
    """What the founding of a body needs besides its charter."""

    approval: bool
    """Whether it needs the superior's approval."""

    agreement: bool
    """Whether it needs the agreement of every member unit."""


Dissolution: TypeAlias = Literal[
    # It ends by itself, when its work is done.
    "on_completion",
    # It ends with the superior's approval.
    "approval",
]
"""How the body ends."""

StandsTo: TypeAlias = Literal[
    # It is above.
    "above",
    # It is beside.
    "beside",
    # It is below.
    "below",
]
"""How another body stands to this one."""


class RelatedBody(TypedDict):
    """A body above this one, beside it or below it: another joint meeting, a leading group, a mechanism."""

    zh: Text
    """Its name in Chinese."""

    en: Text
    """Its name in English."""

    stands: StandsTo
    """How it stands to this one."""


class ReservedName(TypedDict):
    """A word that may stand in the name of a body only if somebody of a rank heads it."""

    word: Text
    """The word."""

    rank: Rank
    """The rank a convener must have, or a higher one."""


Transition: TypeAlias = Literal[
    # They go on by the version under which they were begun.
    "old_law",
    # They go on by the new version.
    "new_law",
    # They go on by one or the other, as is chosen for each.
    "ask",
]
"""How open matters fare when a charter changes."""


class Escalation(TypedDict):
    """The way out when no consensus is reached."""

    to: Text
    """To whom the matter goes."""

    by: list[Role]
    """Who takes it there."""

    major_only: bool
    """Whether only major matters go there."""

    reserved: NotRequired[bool]
    """Whether such a matter is decided there in any case, and is not for the meeting to agree."""


RecipientGroup: TypeAlias = Literal[
    # Units that the document gives a task.
    "tasked",
    # Member units that attended.
    "attending",
    # Member units that were called and did not attend.
    "absent",
    # All member units.
    "all_members",
]
"""A group of units that a document must reach."""


class Series(TypedDict):
    """A series of document numbers (发文字号)."""

    id: SeriesId
    """Its id."""

    code: Text
    """The organ code (机关代字) that begins each number."""

    unit: UnitId
    """The unit whose series it is."""


class LiaisonNaming(TypedDict):
    """What the text asks of the person a unit names as liaison officer."""

    per_unit: int
    """How many each unit names; 0: the text does not say."""

    ranks: list[Rank]
    """The ranks of which one is needed; empty: not said."""

    section_head: bool
    """Whether the text asks for the head of a business section (业务科室主要负责同志)."""

    qualities: bool
    """Whether the text asks for two qualities: to know the duties, and to master the trade."""


class Invitation(TypedDict):
    """Who may invite whom."""

    by: list[Role]
    """The roles that may invite; with none given the text does not say."""

    meetings: list[MeetingKind]
    """The kinds of meeting to which they may invite."""

    units: bool
    """Whether other units may be invited."""

    experts: bool
    """Whether experts may be invited."""


class Observers(TypedDict):
    """Who may sit in at a meeting without a voice in it (列席)."""

    liaison_officers: bool
    """Whether liaison officers may."""

    staff: bool
    """Whether staff may."""


Power: TypeAlias = Literal[
    # Hear a report (通报).
    "hear",
    # Discuss.
    "discuss",
    # Clarify (明确).
    "clarify",
    # Agree (议定).
    "agree",
    # Confirm members and liaison officers.
    "confirm_members",
    # Amend the charter.
    "amend",
]
"""What a meeting may do."""

Delegate: TypeAlias = Literal[
    # Any person may be; how far that goes is a question of reading.
    "anyone",
    # A deputy convener.
    "deputy_convener",
    # A convener, for the chief convener.
    "convener",
    # A member.
    "member",
    # Nobody.
    "nobody",
]
"""Whom the person presiding may be by delegation."""


class Presiding(TypedDict):
    """Who presides over a kind of meeting."""

    by: list[Role]
    """The roles of which one presides; with neither roles nor posts given the text does not say."""

    delegate: NotRequired[Delegate]
    """Whom they may entrust; without it the text does not say."""

    posts: NotRequired[list[PostId]]
    """The posts whose holders preside, where the text names a post and not a role."""


PriorStep: TypeAlias = Literal[
    # A liaison meeting has been held since the last meeting of the kind.
    "liaison_meeting",
    # Each item to be decided was discussed at a liaison meeting.
    "liaison_discussion",
    # The units concerned were consulted on each item to be decided.
    "consultation",
]
"""What must come before a meeting."""


class Threshold(TypedDict):
    """A number of requesting units that obliges."""

    units: int
    """The number of different units."""

    of: NotRequired[list[UnitId]]
    """The units of which it counts; with neither units nor classes given, it counts of all member units."""

    of_classes: NotRequired[list[ClassId]]
    """The classes through which the units of which it counts are members."""


class RequestRight(TypedDict):
    """Who may ask for a meeting, and what that obliges to."""

    member_units: bool
    """Whether member units may ask."""

    decided_by: NotRequired[list[Role]]
    """The roles of which one decides whether the meeting is called; with none given the text does not say."""

    superior: NotRequired[bool]
    """Whether the superior may ask; such a request must be granted."""

    thresholds: NotRequired[list[Threshold]]
    """The numbers of units that, asking at once, oblige the office to call the meeting."""


class MemberNaming(TypedDict):
    """What the text asks of the person a unit names as member."""

    per_unit: int
    """The number that each unit names; with 0 the text does not say."""

    ranks: list[Rank]
    """The ranks of which one is needed; with none given the text does not say."""

    portfolio: bool
    """Whether the matter must be in the person's portfolio (分管)."""


class Children(TypedDict):
    """Lower bodies that may be set up."""

    by: list[UnitKind]
    """The kinds of unit that may set them up."""

    reported: NotRequired[bool]
    """Whether they must be reported to this body."""


class CloseOfWork(TypedDict):
    """The time of day at which work closes."""

    hour: int
    """The hour, 0 to 23."""

    minute: int
    """The minute, 0 to 59."""


class MonthDay(TypedDict):
    """A month and a day that come round each year."""

    month: int
    """The month, 1 to 12."""

    day: int
    """The day, 1 to 31; in a year without that day, the last day of the month is meant."""


class ReportPart(TypedDict):
    """A part that a report must have."""

    id: Text
    """Its key in the act."""

    zh: Text
    """Its heading in Chinese."""

    en: Text
    """Its heading in English."""


@final
class PostHolder(TypedDict):
    """Whoever holds the post that day."""

    post: PostId


@final
class UnitHolder(TypedDict):
    """Whoever acts for the unit that day."""

    unit: UnitId


Holder: TypeAlias = (
    PostHolder
    | UnitHolder
)
"""Who holds a role: the holder of a post (ex officio), or a unit as such."""

HolderKind: TypeAlias = Literal[
    # The holder of a post.
    "post",
    # A unit as such.
    "unit",
]
"""What kind of holder a role has."""


class SeatedOfficeValue(TypedDict):
    """It sits in a unit."""

    host: UnitId
    """The unit that hosts it."""

    director: list[PostId]
    """The posts whose holders direct it."""

    deputies: NotRequired[list[PostId]]
    """The posts whose holders are deputy directors."""

    staff: NotRequired[list[PostId]]
    """The posts whose holders work in it."""


@final
class SeatedOffice(TypedDict):
    """It sits in a unit."""

    seated: SeatedOfficeValue


Office: TypeAlias = (
    # No office may be set up.
    Literal["forbidden"]
    | SeatedOffice
)
"""The office (办公室), or that there must be none."""


class UnitChange(TypedDict):
    """How a unit joins or leaves."""

    by: list[Decider]
    """Who may decide it; where several are named, any one of them. With none given the text does not say who."""

    unit_consents: bool
    """Whether the unit itself must consent."""


class MemberClass(TypedDict):
    """A class of units whose members are found on a day (区内各银行业金融机构)."""

    id: ClassId
    """Its id."""

    zh: Text
    """What units belong to it, in Chinese."""

    en: Text
    """What units belong to it, in English."""


class DutiesOfUnit(TypedDict):
    """What a unit does in the body, as a table of the text has it."""

    unit: UnitId
    """The unit."""

    zh: Text
    """Its duties, in Chinese."""

    en: Text
    """Its duties, in English."""


Settings = TypedDict(
    "Settings",
    {
        # How often a joint action is carried out.
        "action.cadence": NotRequired[Cadence],
        # The least number of units in a joint action.
        "action.units": NotRequired[int],
        # Whether an assignment needs a due date.
        "assignment.due_needed": NotRequired[bool],
        # How often a briefing is issued.
        "briefing.cadence": NotRequired[Cadence],
        # What a change of liaison officer needs.
        "change.liaison_officer": NotRequired[Succession],
        # What a change of member needs.
        "change.member": NotRequired[Succession],
        # The number of working days that count as prompt (及时).
        "change.prompt_days": NotRequired[int],
        # Who may amend the charter.
        "charter.amendment": NotRequired[list[Decider]],
        # The legal bases.
        "charter.bases": NotRequired[list[LegalBasis]],
        # The name of the body, where it is not the title of the charter without the words 制度, "Charter of the".
        "charter.body_name": NotRequired[Words],
        # What the founding of the body needs.
        "charter.creation": NotRequired[Creation],
        # How the body ends.
        "charter.dissolution": NotRequired[Dissolution],
        # Whether every member unit must agree to the end.
        "charter.dissolution_agreement": NotRequired[bool],
        # The first day on which the charter is in force.
        "charter.effective_from": NotRequired[Date],
        # With whom the charter is filed (备案).
        "charter.filed_with": NotRequired[list[Text]],
        # Who interprets the charter.
        "charter.interpretation": NotRequired[list[Role]],
        # The areas in which the body works, where there are several.
        "charter.jurisdictions": NotRequired[list[Text]],
        # The settings that a charter must fix.
        "charter.must_state": NotRequired[list[Text]],
        # The bodies above this one, beside it and below it.
        "charter.related_bodies": NotRequired[list[RelatedBody]],
        # Words that may stand in the name of a body only if somebody of a rank heads it.
        "charter.reserved_names": NotRequired[list[ReservedName]],
        # How long papers are kept, in years.
        "charter.retention_years": NotRequired[int],
        # What follows when the charter is not kept.
        "charter.sanctions": NotRequired[Text],
        # Rules of secrecy.
        "charter.secrecy": NotRequired[Text],
        # The short name of the body.
        "charter.short_name": NotRequired[Text],
        # The last day on which it is in force.
        "charter.term": NotRequired[Date],
        # What a new version does with open matters.
        "charter.transition": NotRequired[Transition],
        # The way out of a failed consensus.
        "decision.escalation": NotRequired[Escalation],
        # The least number of votes in favour.
        "decision.votes": NotRequired[int],
        # In whose name documents go out.
        "document.carrier": NotRequired[Carrier],
        # The number of working days after which no reply counts as consent.
        "document.deemed_consent_days": NotRequired[int],
        # Whether documents may go to others than member units.
        "document.outward": NotRequired[bool],
        # Whether formal documents may go out in the body's own name.
        "document.own_name": NotRequired[bool],
        # The steps to a document, for each kind of meeting. A kind that is missing has no document.
        "document.paths": NotRequired[dict[MeetingKind, list[Step]]],
        # Whom a document must reach.
        "document.recipients": NotRequired[list[RecipientGroup]],
        # Who receives a copy above (抄报).
        "document.report_up": NotRequired[list[Text]],
        # Whether there is a seal of the body's own.
        "document.seal": NotRequired[bool],
        # The number series.
        "document.series": NotRequired[list[Series]],
        # The unit that sponsors documents, where several units lead or none does.
        "document.sponsor": NotRequired[UnitId],
        # The number of working days for each step, counted from the step before.
        "document.step_days": NotRequired[dict[Step, int]],
        # How often each of them is inspected.
        "inspection.cadence": NotRequired[Cadence],
        # The kinds of unit that are inspected.
        "inspection.of": NotRequired[list[UnitKind]],
        # The document number of the charter itself.
        "issued.number": NotRequired[DocumentNumber],
        # Whether the charter is public: 主动公开, 依申请公开 or 不予公开.
        "issued.publicness": NotRequired[Text],
        # The units to which the charter was addressed (主送).
        "issued.to": NotRequired[list[Text]],
        # The liaison officer each unit names.
        "liaison.naming": NotRequired[LiaisonNaming],
        # The superiors named as sources of matters.
        "matter.named_sources": NotRequired[list[Text]],
        # Who approves the agenda.
        "meeting.agenda_approval": NotRequired[list[Role]],
        # Who may stand in for a member.
        "meeting.alternates": NotRequired[Alternates],
        # Who may call each kind of meeting. A kind that is missing cannot be called.
        "meeting.callers": NotRequired[dict[MeetingKind, list[Role]]],
        # The roles that call meetings only when the convener entrusts them with it.
        "meeting.entrusted_callers": NotRequired[list[Role]],
        # Who may be invited.
        "meeting.invitation": NotRequired[Invitation],
        # Rules on what invited persons may hear.
        "meeting.invitee_attendance": NotRequired[Text],
        # Who may declare a key period.
        "meeting.key_periods": NotRequired[list[Role]],
        # How often a liaison meeting is held.
        "meeting.liaison_cadence": NotRequired[Cadence],
        # The least number of days between the notice and the meeting, for each kind of meeting.
        "meeting.notice_days": NotRequired[dict[MeetingKind, int]],
        # Who may sit in.
        "meeting.observers": NotRequired[Observers],
        # The kinds of meeting whose sessions are counted through, each with how many were held before the record begins.
        "meeting.ordinals": NotRequired[dict[MeetingKind, int]],
        # How often a plenary meeting is held.
        "meeting.plenary_cadence": NotRequired[Cadence],
        # Kinds of item that each plenary meeting must have.
        "meeting.plenary_hears": NotRequired[list[ItemKind]],
        # What each kind of meeting may do.
        "meeting.powers": NotRequired[dict[MeetingKind, list[Power]]],
        # Who presides over each kind of meeting.
        "meeting.presiding": NotRequired[dict[MeetingKind, Presiding]],
        # What must come before a meeting.
        "meeting.prior_steps": NotRequired[dict[MeetingKind, list[PriorStep]]],
        # The number of units that must attend.
        "meeting.quorum": NotRequired[int],
        # Who may request a meeting.
        "meeting.request": NotRequired[RequestRight],
        # Kinds of item that only a plenary meeting may agree.
        "meeting.reserved_to_plenary": NotRequired[list[ItemKind]],
        # The member each unit names.
        "member.naming": NotRequired[MemberNaming],
        # The lower bodies that may be set up.
        "nesting.children": NotRequired[Children],
        # How often each responsibility register is adopted anew.
        "register.review": NotRequired[Rhythm],
        # Kinds of meeting at which each member unit reports.
        "report.at_meetings": NotRequired[list[MeetingKind]],
        # When work closes.
        "report.close_of_work": NotRequired[CloseOfWork],
        # The day before which each member unit reports, each year.
        "report.due": NotRequired[MonthDay],
        # The parts of a report.
        "report.parts": NotRequired[list[ReportPart]],
        # To whom the office reports results.
        "report.results_to": NotRequired[list[Text]],
        # Who acts for a role that the charter leaves without a holder.
        "role.acting_for": NotRequired[dict[Role, list[Role]]],
        # 总召集人
        "role.chief_convener": NotRequired[Holder],
        # Of what kind a convener has to be.
        "role.convener_kind": NotRequired[HolderKind],
        # The conveners.
        "role.conveners": NotRequired[list[Holder]],
        # Whether the conveners are ranked, in the order in which they are named.
        "role.conveners_ranked": NotRequired[bool],
        # The deputy conveners.
        "role.deputy_conveners": NotRequired[list[Holder]],
        # Further offices, of other units or of another side.
        "role.further_offices": NotRequired[list[Office]],
        # The office.
        "role.office": NotRequired[Office],
        # The posts whose holders are responsible for their unit (负责人).
        "role.responsible_posts": NotRequired[list[PostId]],
        # Who names an acting holder when a role is vacant.
        "role.vacancy": NotRequired[list[Role]],
        # How a unit is added.
        "unit.addition": NotRequired[UnitChange],
        # Classes of units that are members as such.
        "unit.classes": NotRequired[list[MemberClass]],
        # The number of member units, where the text gives one.
        "unit.count": NotRequired[int],
        # The duties of each unit, as a table of the text has them.
        "unit.duties": NotRequired[list[DutiesOfUnit]],
        # Who fixes the duties of units.
        "unit.duties_fixed_by": NotRequired[list[Decider]],
        # The issuing units in the order of the notice, the sponsor first.
        "unit.issue_order": NotRequired[list[UnitId]],
        # The lead units.
        "unit.lead": NotRequired[list[UnitId]],
        # Whether only some of the member units are listed, and the others are named at the founding or later.
        "unit.listed_in_part": NotRequired[bool],
        # The member units at issue, in protocol order.
        "unit.members": NotRequired[list[UnitId]],
        # How a unit leaves.
        "unit.removal": NotRequired[UnitChange],
    },
)
"""What a clause fixes, by the name of the setting."""


SilentOn: TypeAlias = (
    SettingId
    | str
)
"""A setting; or a group of them, `meeting.*`; or all, `*`."""


class Clause(TypedDict):
    """A clause (条款)."""

    id: ClauseId
    """Its id, by which answers name it."""

    at: Text
    """Where it stands in the official text: its locator in the outline. For a rule from above, its source."""

    force: Force
    """What it does."""

    zh: Text
    """What it says, in our own Chinese."""

    en: Text
    """What it says, in English."""

    anomaly: NotRequired[Words]
    """What looks wrong in the official text, kept as it is."""

    key: NotRequired[Text]
    """A short phrase by which it is found in the official text."""

    meetings: NotRequired[list[MeetingKind]]
    """The kinds of meeting of which it speaks; where it speaks of meetings at all and none is named, of every kind. At a
    meeting of another kind it is not cited where another clause stands behind the same rule.
    """

    readings: NotRequired[dict[str, ReadingTerm]]
    """The readings it fixes or leaves open."""

    rules: NotRequired[list[RuleId]]
    """The rules it stands behind."""

    served_by: NotRequired[list[ActName]]
    """The acts that serve it, for a function."""

    sets: NotRequired[Settings]
    """The settings it fixes."""

    silent: NotRequired[list[SilentOn]]
    """The settings on which it is known to be silent, by name or by the group: `meeting.*` stands for all of the group of
    which no clause speaks, `*` for all there are.
    """


GovernedInPart = TypedDict(
    "GovernedInPart",
    {
        # The id of the general charter.
        "charter": CharterId,
        # Those of its clauses that bind; with none given, all do.
        "clauses": NotRequired[list[ClauseId]],
        # The first day on which it binds.
        "from": NotRequired[Date],
    },
)
"""The long form, as it stands in a file."""


Governed: TypeAlias = (
    CharterId
    | GovernedInPart
)
"""A general charter that binds another: its id or, where it binds from a day or in part, an object."""

KnownFrom: TypeAlias = Literal[
    # The official text: each clause has its key phrase, and a silence is the text's own.
    "text",
    # A record of some of its facts. Key phrases may be missing, and a silence means that the record shows nothing.
    "record",
]
"""What a charter file was made from."""


class CharterFile(TypedDict):
    """A charter file, as written."""

    format: int
    """The version of the format: `FORMAT`."""

    id: CharterId
    """Its id, the same for all versions."""

    version: int
    """The version, counted from one."""

    title: Words
    """Its title."""

    level: Text
    """The level of government: district, street …"""

    jurisdiction: Text
    """The area, in Chinese."""

    source: Text
    """Where the text or the facts come from."""

    offset: str
    """The offset of the body's civil time from UTC: `+08:00`."""

    units: list[UnitEntry]
    """The units it names, members or not."""

    posts: list[PostEntry]
    """The posts it names."""

    clauses: list[Clause]
    """Its clauses, in the order of the text; then its silences; then rules from above."""

    general: NotRequired[bool]
    """Whether it is a rule *about* joint meetings: it governs other charters, and no body is founded under it."""

    governed_by: NotRequired[list[Governed]]
    """The general charters that bind this one."""

    issued: NotRequired[Date]
    """The date of the document (成文日期), where known."""

    known_from: NotRequired[KnownFrom]
    """What the file was made from."""

    parent: NotRequired[CharterId]
    """The charter of the body above. It gives no law to this one."""

    supersedes: NotRequired[CharterId]
    """The charter this one replaces."""


class CharterLineError(TypedDict):
    """The header names a charter that was not given, or another version of its file."""

    type: Literal["charter"]


class CharterOnQuestionValue(TypedDict):
    """The version of the charter in force."""

    on: Date
    """The day."""


@final
class CharterOnQuestion(TypedDict):
    """The version of the charter in force."""

    charter_on: CharterOnQuestionValue


class NoticeWantedValue(TypedDict):
    """The notice of a meeting (会议通知)."""

    meeting: MeetingId
    """The meeting."""


@final
class NoticeWanted(TypedDict):
    """The notice of a meeting (会议通知)."""

    notice: NoticeWantedValue


class SupplementaryNoticeWantedValue(TypedDict):
    """The last supplementary notice of a meeting (补充通知)."""

    meeting: MeetingId
    """The meeting."""


@final
class SupplementaryNoticeWanted(TypedDict):
    """The last supplementary notice of a meeting (补充通知)."""

    supplementary_notice: SupplementaryNoticeWantedValue


class MinutesSkeletonWantedValue(TypedDict):
    """Minutes to be written, with all that the journal knows of the meeting; always a draft (纪要稿)."""

    meeting: MeetingId
    """The meeting."""


@final
class MinutesSkeletonWanted(TypedDict):
    """Minutes to be written, with all that the journal knows of the meeting; always a draft (纪要稿)."""

    minutes_skeleton: MinutesSkeletonWantedValue


class MinutesWantedValue(TypedDict):
    """The minutes as they stand (会议纪要); a draft until they are issued."""

    minutes: MinutesId
    """The minutes."""


@final
class MinutesWanted(TypedDict):
    """The minutes as they stand (会议纪要); a draft until they are issued."""

    minutes: MinutesWantedValue


class CountersignSheetWantedValue(TypedDict):
    """The sheet on which units consent and countersign (会签单)."""

    minutes: MinutesId
    """The minutes."""


@final
class CountersignSheetWanted(TypedDict):
    """The sheet on which units consent and countersign (会签单)."""

    countersign_sheet: CountersignSheetWantedValue


class DocumentWantedValue(TypedDict):
    """A formal document that was issued (正式文件)."""

    document: DocumentId
    """The document."""


@final
class DocumentWanted(TypedDict):
    """A formal document that was issued (正式文件)."""

    document: DocumentWantedValue


class DocumentNoticeWantedValue(TypedDict):
    """The notice that a document was corrected, withdrawn, revoked or repealed, whichever was last (更正、撤回、撤销、废止通知)."""

    document: DocumentId
    """The document."""


@final
class DocumentNoticeWanted(TypedDict):
    """The notice that a document was corrected, withdrawn, revoked or repealed, whichever was last (更正、撤回、撤销、废止通知)."""

    document_notice: DocumentNoticeWantedValue


class Submission(TypedDict):
    """An act as a host submits it."""

    act: Act
    """What is done."""

    by: PersonId
    """Who does it. The host vouches for the identity; the library judges the authority."""

    at: Time
    """When it happened."""

    against: NotRequired[Against]
    """The rules against which it was done, if it is to be recorded all the same: just those that stand in its way."""

    key: NotRequired[Text]
    """A name for the submission itself, which the host makes. Submitted again with the same key and content, it is the entry
    that it became, even if that was struck since: a retry is a retry. With other content it is refused.
    """

    proofs: NotRequired[list[Proof]]
    """What shows that it is true, at most `PROOFS_MAX` things: their names and digests. The
    files stay with the host.
    """

    recorded_at: NotRequired[Time]
    """When it was entered; if not given, when it happened."""

    recorded_by: NotRequired[PersonId]
    """Who entered it, where that is not who did it. They belong to the office or act for the same unit."""


@final
class IssueWanted(TypedDict):
    """A formal document before it goes out: a draft with the reasons, if it would be refused."""

    issue: Submission
    """The `issue_document` or `issue_other_document` as it would be submitted."""


class ReminderWantedValue(TypedDict):
    """A letter about a report that is missing, with its missing parts (催报函)."""

    unit: UnitId
    """The unit."""

    year: int
    """The year of the report."""

    on: Date
    """The day of the letter."""


@final
class ReminderWanted(TypedDict):
    """A letter about a report that is missing, with its missing parts (催报函)."""

    reminder: ReminderWantedValue


class SummaryWantedValue(TypedDict):
    """The summary of a year, from the reports of the units (年度总结)."""

    year: int
    """The year."""

    on: Date
    """The day of the summary."""


@final
class SummaryWanted(TypedDict):
    """The summary of a year, from the reports of the units (年度总结)."""

    summary: SummaryWantedValue


class RegisterWantedValue(TypedDict):
    """The responsibility register (职责项目清单)."""

    on: Date
    """The day."""


@final
class RegisterWanted(TypedDict):
    """The responsibility register (职责项目清单)."""

    register: RegisterWantedValue


class IncomingWantedValue(TypedDict):
    """What came in during a year, and what became of it (收文登记簿)."""

    year: int
    """The year."""

    on: Date
    """The day as of which it is seen."""


@final
class IncomingWanted(TypedDict):
    """What came in during a year, and what became of it (收文登记簿)."""

    incoming: IncomingWantedValue


class CorrectionsWantedValue(TypedDict):
    """The corrections of the record that were made in a year (更正登记)."""

    year: int
    """The year."""

    on: Date
    """The day as of which they are seen."""


@final
class CorrectionsWanted(TypedDict):
    """The corrections of the record that were made in a year (更正登记)."""

    corrections: CorrectionsWantedValue


class ProofsWantedValue(TypedDict):
    """What shows that the entries are true on which the audit of a year rests, by clause (佐证目录)."""

    year: int
    """The year."""

    on: Date
    """The day on which it is judged."""


@final
class ProofsWanted(TypedDict):
    """What shows that the entries are true on which the audit of a year rests, by clause (佐证目录)."""

    proofs: ProofsWantedValue


Wanted: TypeAlias = (
    NoticeWanted
    | SupplementaryNoticeWanted
    | AgendaWanted
    | AttendanceWanted
    | MinutesSkeletonWanted
    | MinutesWanted
    | CountersignSheetWanted
    | DocumentWanted
    | DocumentNoticeWanted
    | IssueWanted
    | BulletinWanted
    | ReminderWanted
    | SummaryWanted
    | RegisterWanted
    | AssignmentsWanted
    | IncomingWanted
    | CorrectionsWanted
    | ProofsWanted
    | AuthorizationWanted
    | ActionPlanWanted
    | ActionResultWanted
    | CalendarWanted
    | AuditWanted
)
"""The paper that is wanted: `{"minutes": {"minutes": "n1"}}`."""


class CheckPaperQuestionValue(TypedDict):
    """How a paper stands by every rule on documents, with all that the journal knows: `PaperChecked`."""

    wanted: Wanted
    """Which paper."""


@final
class CheckPaperQuestion(TypedDict):
    """How a paper stands by every rule on documents, with all that the journal knows: `PaperChecked`."""

    check: CheckPaperQuestionValue


class ChildAudit(TypedDict):
    """The audit of a lower body."""

    charter: CharterId
    """Its charter."""

    recorded_as: ChildId | None
    """The name under which the body above has recorded it; none if it has not, or if nothing tells which of several that
    work under one charter it is.
    """

    audit: Audit
    """Its audit."""


class Draft(TypedDict):
    """An act of which something may still have to be chosen: its type, and the fields that are settled."""

    type: ActName


class Label(TypedDict):
    """Words in both languages."""

    zh: str
    """In Chinese."""

    en: str
    """In English."""


class Next(TypedDict):
    """An act that somebody can do next, and who."""

    act: ActName
    """The act."""

    who: list[Role]
    """The roles of which one can do it."""

    persons: list[PersonId]
    """The persons who hold one of the roles that day; nobody if all are vacant."""

    units: NotRequired[list[UnitId]]
    """The units for which it has to be done."""


class Choice(TypedDict):
    """An act that an actor could try."""

    act: Draft
    """The act without what is still to be chosen."""

    label: Label
    """What it is about, in words."""

    choose: list[Blank]
    """What the actor has still to choose."""

    about: NotRequired[Name]
    """The thing it belongs to: the meeting, the assignment, the unit …; none if it belongs to the body as a whole."""

    against: NotRequired[list[RuleId]]
    """Where it is blocked by law alone and the actor may record what was done against the rules: the rules to be named, if
    it was done all the same.
    """

    next: NotRequired[list[Next]]
    """Who may do it; or, where it is blocked, who could act next, and with what. Empty where anybody may, or nobody can."""

    refusal: NotRequired[Refusal]
    """Why it is blocked; without it, the act is open."""


class ConflictError(TypedDict):
    """An entry that does not follow the last one: another was applied in between."""

    expected: int
    """The number of the next entry."""

    found: int
    """The number of the entry given."""


PaperLayout: TypeAlias = Literal[
    # A document (文件格式): the issuer in red, the number, a red line.
    "document",
    # Minutes (纪要格式): laid out as a document, without recipients and seal.
    "minutes",
    # A letter (信函格式): the issuer in red between the edge and a double line, another at the foot of its first page, which has
    # no number.
    "letter",
    # A bulletin (简报): its name in red, the issue, the office and the date above the red line.
    "bulletin",
    # A paper for use within: a title and what it says.
    "sheet",
]
"""How a paper is laid out."""


class HeadingPaperBlock(TypedDict):
    """A heading."""

    type: Literal["heading"]

    level: int
    """From 1 to 4."""

    number: str
    """Its number as written: `一、`."""

    text: str
    """What it says."""


class ParagraphPaperBlock(TypedDict):
    """A paragraph."""

    type: Literal["paragraph"]

    text: str
    """What it says."""


class RollPaperBlock(TypedDict):
    """A label and what belongs to it, with a hanging indent (出席：…)."""

    type: Literal["roll"]

    label: str
    """The label, without the colon."""

    text: str
    """What belongs to it."""


class PaperColumn(TypedDict):
    """A column of a table."""

    head: str
    """Its heading."""

    width: int
    """Its share of the width."""


class TablePaperBlock(TypedDict):
    """A table."""

    type: Literal["table"]

    columns: list[PaperColumn]
    """Its columns."""

    rows: list[list[str]]
    """Its rows, each with as many cells as there are columns."""


PaperBlock: TypeAlias = (
    HeadingPaperBlock
    | ParagraphPaperBlock
    | RollPaperBlock
    | TablePaperBlock
    | AnnexesPaperBlock
    | AnnexPaperBlock
)
"""A part of what a paper says."""


class Head(TypedDict):
    """How far a journal reaches. Kept elsewhere, it shows when the end was cut off."""

    count: int
    """The number of entries."""

    digest: Digest
    """The digest of the last line."""


class PaperDistribution(TypedDict):
    """What stands at the foot of the last page (版记)."""

    issuer: str
    """Who sent it out (印发机关)."""

    on: Date
    """The day."""

    date: str
    """The day as written (印发日期)."""

    copied_to: NotRequired[list[str]]
    """Who gets a copy, one by one."""

    copies: NotRequired[str]
    """Who gets a copy, as written (抄送)."""


class PaperDraft(TypedDict):
    """The mark of a paper that is a draft."""

    mark: str
    """What stands on every page: 草稿."""

    why: list[str]
    """The reasons, each with its clause where there is one."""


class PaperSecrecy(TypedDict):
    """What a head says of secrecy and urgency, each as written."""

    copy_number: NotRequired[str]
    """The number of the copy (份号)."""

    level: NotRequired[str]
    """The secrecy and its period (密级和保密期限): 秘密★1年."""

    urgency: NotRequired[str]
    """The urgency (紧急程度)."""


class PaperSignature(TypedDict):
    """Who signs a paper, and its date (发文机关署名、成文日期)."""

    by: list[str]
    """The issuers, the sponsor first; none where only the date stands there."""

    on: Date
    """The day."""

    date: str
    """The day as written."""

    unsealed: NotRequired[bool]
    """Whether it goes out without a seal: the issuers stand one below the other, and have no room around them."""


class Paper(TypedDict):
    """A paper (公文、材料)."""

    name: str
    """The template it was made by: `minutes`, `countersign_sheet` …"""

    lang: str
    """The language of its words, as in HTML: `zh-CN`."""

    layout: PaperLayout
    """How it is laid out."""

    title: str
    """Its title (标题)."""

    blocks: list[PaperBlock]
    """What it says (正文)."""

    made_from: Head
    """The head of the journal it was made from: for what went out, the head of that time."""

    distribution: NotRequired[PaperDistribution]
    """What stands at the foot of its last page (版记)."""

    draft: NotRequired[PaperDraft]
    """What makes it a draft that may not go out, and why."""

    kind: NotRequired[DocumentKind]
    """The kind of document (文种), for a formal one."""

    mark: NotRequired[str]
    """What stands at the top in red (发文机关标志)."""

    note: NotRequired[str]
    """A note below the signature (附注)."""

    number: NotRequired[str]
    """Its number (发文字号), or the running number of a bulletin."""

    publicness: NotRequired[Publicness]
    """Whether it is public."""

    publicness_reason: NotRequired[str]
    """Why it is not simply public."""

    recipients: NotRequired[list[str]]
    """Whom it is addressed to (主送机关)."""

    remarks: NotRequired[list[str]]
    """What whoever holds a copy should know beside it: what was recorded against the charter, was corrected since, or became
    of it.
    """

    secrecy: NotRequired[PaperSecrecy]
    """What stands above all else on its first page: the number of the copy, secrecy, urgency (份号、密级和保密期限、紧急程度)."""

    signature: NotRequired[PaperSignature]
    """Who signs it, and its date."""

    signer: NotRequired[str]
    """Whoever signed it, on papers that go up (签发人)."""

    source: NotRequired[str]
    """A line that tells from what it was made, on papers for use within."""


class Dates(TypedDict):
    """The dates of a period, to be handed on."""

    ics: str
    """The file for calendar programs (RFC 5545)."""

    table: Paper
    """The dates as a paper with one table."""


@final
class RefusedDecision(TypedDict):
    """No, and why."""

    refused: Refusal


Decision: TypeAlias = (
    AcceptedDecision
    | RefusedDecision
)
"""May this be done? The answer of `decide`."""


class EmptyLineError(TypedDict):
    """The journal has not even a header."""

    type: Literal["empty"]


class EntriesQuestionValue(TypedDict):
    """All entries."""



@final
class EntriesQuestion(TypedDict):
    """All entries."""

    entries: EntriesQuestionValue


class EntrustedOnDay(TypedDict):
    """A person who acts for a unit by a power of attorney on a day."""

    person: PersonId
    """The person."""

    matters: list[EntrustedMatter]
    """With what."""

    to: Date
    """The last day on which it holds, as long as the unit does not take it back."""


class EntryAsReadQuestionValue(TypedDict):
    """One entry, as it reads today."""

    no: int
    """Its number."""


@final
class EntryAsReadQuestion(TypedDict):
    """One entry, as it reads today."""

    entry_as_read: EntryAsReadQuestionValue


class EntryExplained(TypedDict):
    """What an entry rested on."""

    entry: Entry
    """The entry, as it was recorded."""

    rules: list[RuleId]
    """The rules that stood before it and were law by the version of the charter that judged it, besides those asked of every act."""

    clauses: list[ClauseId]
    """The clauses that claim them."""

    corrected_by: NotRequired[list[int]]
    """The corrections that change it."""

    readings: NotRequired[dict[str, ReadingOption]]
    """The options of the readings they ask, as they were in effect for it when it was entered."""

    reads: NotRequired[Entry]
    """As it reads today, where that is otherwise and it is not struck."""

    struck: NotRequired[bool]
    """Whether it is struck."""


class EntryQuestionValue(TypedDict):
    """One entry."""

    no: int
    """Its number."""


@final
class EntryQuestion(TypedDict):
    """One entry."""

    entry: EntryQuestionValue


class EvidencePaperQuestionValue(TypedDict):
    """All papers of a year, for whoever inspects it: a list of `Filed`."""

    year: int
    """The year."""

    on: Date
    """The day on which it is judged."""


@final
class EvidencePaperQuestion(TypedDict):
    """All papers of a year, for whoever inspects it: a list of `Filed`."""

    evidence: EvidencePaperQuestionValue


class ExplainEntryQuestionValue(TypedDict):
    """What an entry rested on."""

    no: int
    """Its number."""


@final
class ExplainEntryQuestion(TypedDict):
    """What an entry rested on."""

    explain_entry: ExplainEntryQuestionValue


class ExplainRuleQuestionValue(TypedDict):
    """What a rule says."""

    rule: str
    """Its id."""


@final
class ExplainRuleQuestion(TypedDict):
    """What a rule says."""

    explain_rule: ExplainRuleQuestionValue


class FamilyAudit(TypedDict):
    """The audits of a body and of lower bodies. What a lower body broke is in its own audit and in no other."""

    own: Audit
    """The body's own, as `JointMeeting::audit` gives it."""

    children: list[ChildAudit]
    """An audit for each lower body given, in that order."""

    not_given: list[ChildId]
    """The lower bodies recorded by then, and not ended before the period, that none of those given is known to be."""


class Filed(TypedDict):
    """A paper of a pack, with the name of its file."""

    name: str
    """The name of the file, without its ending."""

    paper: Paper
    """The paper."""


class FormatLineError(TypedDict):
    """The header names a format that this library does not read."""

    type: Literal["format"]

    value: int


class Given(TypedDict):
    """What the journal does not hold."""

    fields: NotRequired[dict[str, str]]
    """Further fields for templates: the room, a telephone number. What the journal says comes first."""

    letterheads: NotRequired[dict[str, str]]
    """What units are called in a letterhead and a signature, where that is not the name in the charter."""

    numbers: NotRequired[dict[str, str]]
    """The numbers of documents, by the minutes they carry, under charters by which none is allotted in the journal."""

    persons: NotRequired[dict[str, str]]
    """What persons are called; a person who is not here goes by the name in the journal."""


class HeadLineError(TypedDict):
    """Lines at the end are gone, or were added: the head says otherwise."""

    type: Literal["head"]

    value: int


class Header(TypedDict):
    """The first line of a journal: under which charter it was begun."""

    format: int
    """The version of the format: `FORMAT`, or an older one."""

    charter: CharterId
    """The charter."""

    version: int
    """Its version at the beginning."""

    digest: Digest
    """The digest of its file."""

    before: NotRequired[Head]
    """The end of the journal of an older format that this one goes on from."""


class MalformedError(TypedDict):
    """Input that is not JSON of the right shape (格式错误): an error, not a refusal."""

    path: str
    """The path of the field that is wrong, `.` for the whole."""

    problem: str
    """What is wrong, with line and column where the parser knows them."""


class MalformedLineError(TypedDict):
    """The line is not one of this format."""

    type: Literal["malformed"]

    value: MalformedError


class OffsetLineError(TypedDict):
    """The times of the line do not stand at the offset of the charter, at which entries are written."""

    type: Literal["offset"]


class MissingLineError(TypedDict):
    """One or more lines before this one are gone."""

    type: Literal["missing"]

    value: int


class SwappedLineError(TypedDict):
    """The line stands in another place than it was written."""

    type: Literal["swapped"]

    value: int


class TornLineError(TypedDict):
    """The line does not end."""

    type: Literal["torn"]


class TooManyLineError(TypedDict):
    """The journal has more than `ENTRIES_MAX` entries."""

    type: Literal["too_many"]


LineError: TypeAlias = (
    EmptyLineError
    | MalformedLineError
    | FormatLineError
    | CharterLineError
    | ChangedLineError
    | OffsetLineError
    | MissingLineError
    | SwappedLineError
    | TornLineError
    | HeadLineError
    | TooManyLineError
)
"""What can be wrong with a line."""


class JournalError(TypedDict):
    """The first bad line of a journal, and why it is bad."""

    line: int
    """The number of the line, counted from one; the header is line one."""

    fault: LineError
    """What is wrong."""


class JournalLine(TypedDict):
    """An entry as it stands in a line."""

    no: int
    """Its number in the journal, counted from one."""

    at: Time
    """When it happened, at the charter's offset."""

    recorded_at: Time
    """When it was entered."""

    by: PersonId
    """Who did it."""

    act: Act
    """What was done."""

    prev: Digest
    """The digest of the line before."""

    against: NotRequired[AgainstKept]
    """The rules against which it was recorded."""

    calendar: NotRequired[CalendarUse]
    """The table of working days by which it was accepted, where that rested on one."""

    key: NotRequired[Text]
    """The name of the submission."""

    outcome: NotRequired[Outcome]
    """What was settled then, and is never settled anew."""

    proofs: NotRequired[list[Proof]]
    """What shows that it is true."""

    recorded_by: NotRequired[PersonId]
    """Who entered it, where that is not who did it."""


class KnownPaperQuestionValue(TypedDict):
    """What the journal knows of a paper that is not printed on it: `PaperKnown`."""

    wanted: Wanted
    """Of which paper."""


@final
class KnownPaperQuestion(TypedDict):
    """What the journal knows of a paper that is not printed on it: `PaperKnown`."""

    known: KnownPaperQuestionValue


Language: TypeAlias = Literal[
    # 中文
    "zh",
    # English
    "en",
]
"""The language in which an answer is put into words."""

Level: TypeAlias = Literal[
    # 第一章
    "chapter",
    # 第一节
    "section",
    # 第一条
    "article",
    # 一、
    "first",
    # （一）
    "second",
    # 1.
    "third",
    # （1）
    "fourth",
    # ①
    "fifth",
]
"""A level of heading, from the outermost. Articles stand under headings of the form 一、 as well as over them."""

Lint: TypeAlias = Literal[
    # All roles that may take a step are ones nobody can hold under this charter.
    "step_nobody_may_take",
    # One of several roles that may take a step is one nobody can hold.
    "role_without_holder",
    # A duty of each member unit, in a charter that has none.
    "duty_nobody_bears",
    # Something must happen at a kind of meeting that cannot be called.
    "duty_nobody_can_fulfil",
    # Decisions need consensus, and there is no way out when it fails.
    "no_way_out",
    # A date or number of days is fixed, and how it is to be read is neither fixed nor left open.
    "date_in_no_reading",
    # A yearly due day that most years do not have.
    "day_only_in_leap_years",
    # A month that is not one of 1 to 12.
    "month_out_of_range",
    # A rhythm some of whose periods hold none of the months allowed.
    "cadence_never_met",
    # The charter ends before a yearly day comes round, or before it begins.
    "nothing_due_in_term",
    # A rhythm whose greatest number is below its least.
    "more_than_the_most",
    # No office may be set up, and a setting gives it something to do.
    "office_forbidden_but_named",
    # Presiding may be delegated to a role nobody can hold.
    "delegate_nobody_is",
    # A lead unit is not among the member units listed.
    "lead_is_no_member",
    # Nobody may stand in for a member, and yet something is asked of whoever does.
    "alternates_forbidden_yet_asked",
    # A setting speaks of a kind of meeting that cannot be called.
    "meeting_never_called",
    # A right to ask for meetings that nobody has, or a kind that waits for such a request.
    "request_open_to_nobody",
    # A meeting must come first that cannot be called.
    "prior_step_impossible",
    # Invitations to no kind of meeting, or of nobody.
    "invitation_of_nobody",
    # Matters are reserved to a plenary meeting that has no power to agree.
    "reserved_but_not_agreed",
    # Members must be confirmed, or the charter amended, by meetings that have no power to.
    "no_power_to",
    # A rhythm for key periods that nobody may declare.
    "key_period_never_declared",
    # Key periods may be declared, and change nothing.
    "key_period_without_effect",
    # A number of units larger than the number of member units.
    "more_than_all_units",
    # A threshold larger than the number of units of which it counts.
    "threshold_never_reached",
    # A threshold of units that may not ask for a meeting.
    "threshold_without_right",
    # A path that asks the convener, where there is none.
    "approval_without_convener",
    # Units consent to what a kind of meeting has no power to agree.
    "consent_to_nothing",
    # A path with a step twice, out of order, or without a draft.
    "path_in_disorder",
    # Documents are numbered, and there is no series of numbers.
    "number_without_series",
    # Documents go out in the name of a lead unit, and none leads.
    "carrier_without_lead",
    # Documents carry a lead unit's number, and no series is of a lead unit.
    "series_of_another_unit",
    # Documents go out in the body's own name, which is forbidden.
    "own_name_forbidden",
    # Documents go out without a seal, and there is one.
    "seal_not_used",
    # Silence counts as consent, and nobody is asked.
    "deemed_consent_without_step",
    # A time for a step that is on no path.
    "days_for_no_step",
    # A copy goes up, and nobody is named to receive it.
    "copy_to_nobody",
    # The close of work settles a date, and is not given.
    "close_of_work_unknown",
    # A clause says something against a general charter and does not hold.
    "overruled",
    # A setting that the charter must fix, by a rule from above, and does not.
    "not_stated",
    # A setting is fixed, and none of the rules that ask for it is claimed.
    "setting_without_rule",
    # What a rule needs is fixed by the charter itself, and no clause claims the rule.
    "rule_unclaimed",
    # The title is not that of the charter of a body by its name, and nothing says what the body is called.
    "body_unnamed",
    # A setting of which no clause speaks, not even to say that the text is silent.
    "setting_unspoken",
    # A question of reading that no claimed rule asks.
    "reading_not_asked",
    # A clause that obliges, with neither a rule nor a setting behind it.
    "nothing_behind_it",
    # An act would serve a clause, and nobody can do it.
    "served_by_nobody",
    # A unit that nothing in the charter speaks of.
    "unused_unit",
    # A post that nothing in the charter speaks of.
    "unused_post",
    # A key phrase that is not in the text.
    "key_not_in_text",
    # A key phrase that the text has in other words.
    "key_reworded",
    # A key phrase that stands under another heading.
    "key_elsewhere",
    # A key phrase that stands in another paragraph than the clause says.
    "key_in_other_paragraph",
    # A heading of the text with words of its own that no clause cites.
    "heading_uncited",
]
"""A kind of finding; its word in JSON is its stable code."""


class LintFinding(TypedDict):
    """Something in a charter that its author should look at."""

    code: Lint
    """What kind of finding it is."""

    place: str
    """The clause it is about, or a setting that no clause names, a unit or a post."""

    zh: str
    """The sentence in Chinese."""

    en: str
    """The sentence in English."""

    about: NotRequired[str]
    """What in that place it is about: a setting, a rule, a role, a kind of meeting."""


Misplacement: TypeAlias = Literal[
    # Nothing like it is in the text.
    "missing",
    # The text says nearly the same.
    "reworded",
    # It stands under another heading.
    "elsewhere",
    # It stands in another paragraph under the heading.
    "other_paragraph",
]
"""What is the matter with a key phrase."""


class NearestPassage(TypedDict):
    """A passage of an official text."""

    at: str
    """The heading under which it stands."""

    text: str
    """Its words, without white space."""


class Misplaced(TypedDict):
    """A key phrase that was not found where it should be."""

    clause: ClauseId
    """The clause."""

    key: str
    """Its key phrase."""

    at: str
    """Where the charter says it stands."""

    what: Misplacement
    """What is the matter."""

    found_at: str | None
    """The heading under which it was found, if anywhere, or the paragraph where only that differs; `P` and `N` are before
    the first heading.
    """

    nearest: NearestPassage | None
    """What the text says that is most like it, where the phrase itself is nowhere."""

    zh: str
    """What is wrong and what to do, in Chinese."""

    en: str
    """The same in English."""


class MissingFieldPaperError(TypedDict):
    """A template asks for a field that neither the journal nor the host has."""

    type: Literal["missing_field"]

    place: str
    """The place in the wording."""

    field: str
    """The field."""


class NoDocumentPaperError(TypedDict):
    """The act is another than one that issues a document."""

    type: Literal["no_document"]

    act: str
    """The act."""


class NoTablePaperError(TypedDict):
    """A paper without a table has nothing for CSV."""

    type: Literal["no_table"]


class NoTemplatePaperError(TypedDict):
    """The wording has no such paper."""

    type: Literal["no_template"]

    name: str
    """Its name."""


class NoWordPaperError(TypedDict):
    """The wording lacks a word."""

    type: Literal["no_word"]

    word: str
    """Its key."""


class Paragraph(TypedDict):
    """A paragraph: one line of the text, or what follows a title on its line."""

    at: str
    """Its locator: that of its heading, `¶`, and its number under the heading."""

    text: str
    """Its text."""


class Node(TypedDict):
    """A heading, and what stands under it."""

    at: str
    """Its locator, as a clause of a charter has it in `at`: the numbers of the headings down to it, in their
    brackets. A text that numbers twice has it twice.
    """

    level: Level
    """Its level."""

    mark: str
    """What marks it as a heading: （三）"""

    heading: str
    """Its title; empty where the text of an item follows the mark at once."""

    paragraphs: list[Paragraph]
    """The paragraphs right under it, before any heading of a lower level."""

    children: "list[Node]"
    """The headings under it."""


class NotBelowError(TypedDict):
    """A body that does not stand below this one."""

    charter: CharterId
    """The charter of the body given."""

    parent: CharterId | None
    """The parent it names."""

    above: CharterId
    """The charter of this body."""


class NotWrittenPaperError(TypedDict):
    """A format could not be written."""

    type: Literal["not_written"]

    why: str
    """What the writer says."""


class NotYetPaperError(TypedDict):
    """What the paper is about has not happened."""

    type: Literal["not_yet"]

    act: str
    """The act that is missing."""


class NothingOwedPaperError(TypedDict):
    """The unit owes no report for that year."""

    type: Literal["nothing_owed"]

    unit: UnitId
    """The unit."""

    year: int
    """The year."""


class Obligation(TypedDict):
    """Something owed (义务)."""

    rule: RuleId
    """The rule."""

    clause: ClauseId
    """The clause it comes from."""

    bearer: Bearer
    """Who owes it."""

    verdict: Verdict
    """The verdict on it, as the audit of that day has it: not due, unmet, disputed, or silent where the charter names no
    date.
    """

    overdue: bool
    """Whether it is late by the readings in effect. Where other defensible readings would not have it late, the verdict
    says that it is disputed.
    """

    fulfilled_by: list[ActName]
    """The acts that would fulfil it."""

    due: NotRequired[Due]
    """When it is due; without a date it is owed at once, or the charter names none and the verdict is silent."""

    finding: NotRequired[Finding]
    """What is missing."""

    known_through: NotRequired[Date]
    """The last day through which the table of working days is known by which the due date and its safe day were reckoned."""

    subject: NotRequired[str]
    """What it is about, where one bearer can owe several things."""

    to: NotRequired[Role]
    """To whom it is owed."""


class ObligationsQuestionValue(TypedDict):
    """What is owed."""

    on: Date
    """The day."""

    horizon_days: int
    """The number of days to look ahead."""


@final
class ObligationsQuestion(TypedDict):
    """What is owed."""

    obligations: ObligationsQuestionValue


OpenKind: TypeAlias = Literal[
    # A request that has no answer, or was granted and has no meeting.
    "request",
    # A meeting that is convened or open.
    "meeting",
    # An item that is not settled.
    "item",
    # Minutes that are not issued.
    "minutes",
    # A document of which a receipt or a report to the superior is outstanding.
    "document",
    # An assignment that is not completed.
    "assignment",
    # A working group that has not ended.
    "group",
    # A joint action that has not finished.
    "action",
    # An inspection whose findings are not put right.
    "inspection",
    # A case of adverse opinion that is not closed.
    "case",
    # A matter from above that is not completed.
    "matter",
    # Something that came in and is neither answered nor filed.
    "incoming",
]
"""What can be open."""


class OpenMatter(TypedDict):
    """An open matter that rests on what changed."""

    kind: OpenKind
    """What it is."""

    subject: str
    """Its name."""

    acts: list[ActName]
    """The acts that take it further and before which a rule stands that changed."""

    rules: list[RuleId]
    """The rules that changed and stand before them."""

    matter: NotRequired[MatterRef]
    """The matter it belongs to, by which the law that it goes on under is named: minutes belong to their meeting."""


class OptionsAfter(TypedDict):
    """Where a page of options ended: at an act of a kind, in the order in which they are tried.

    It holds as long as nothing happens to the body. Once something has, rows can be left out or come twice: begin again.
    """

    act: ActName
    """The kind of act that comes next."""

    tried: int
    """How many acts of the kind were tried."""


class OptionsCount(TypedDict):
    """How many choices of a kind there are."""

    act: ActName
    """The kind of act."""

    rows: int
    """The number of choices."""

    at_least: NotRequired[bool]
    """Whether there are at least so many, and perhaps more: no more than
    `OPTIONS_COUNTED` are counted.
    """


class OptionsPage(TypedDict):
    """A page of options."""

    rows: list[Choice]
    """The choices of this page, in the order of `JointMeeting::options`."""

    counts: list[OptionsCount]
    """How many choices of each kind there are on all pages; kinds without any are left out."""

    after: NotRequired[OptionsAfter]
    """Where the next page begins; without it, this is the last."""


class OptionsPageQuestionValue(TypedDict):
    """A page of them."""

    by: PersonId
    """The actor."""

    at: Time
    """The moment."""

    about: NotRequired[str]
    """Only what belongs to the thing of this name, or names it."""

    after: NotRequired[OptionsAfter]
    """Where the page before ended."""

    kinds: NotRequired[list[ActName]]
    """Only acts of these kinds; none said, all."""

    limit: NotRequired[int]
    """How many rows the page has at most."""


@final
class OptionsPageQuestion(TypedDict):
    """A page of them."""

    options_page: OptionsPageQuestionValue


class OptionsQuestionValue(TypedDict):
    """The acts worth trying, open and blocked."""

    by: PersonId
    """The actor."""

    at: Time
    """The moment."""


@final
class OptionsQuestion(TypedDict):
    """The acts worth trying, open and blocked."""

    options: OptionsQuestionValue


PartKind: TypeAlias = Literal[
    # The letter with which the text was sent out.
    "notice",
    # The text itself.
    "text",
    # What is annexed.
    "annex",
]
"""What a part of a text is."""


class TextPart(TypedDict):
    """A part of a text."""

    at: str
    """What its locators begin with: `N` in a notice, 附件2 in an annex, nothing in the text itself."""

    kind: PartKind
    """What it is."""

    mark: str
    """What marks it as an annex: 附件2. Empty in any other part."""

    before: list[Paragraph]
    """What stands before its first heading: number, title, addressees, preamble. In the text itself their locators begin with `P`."""

    nodes: list[Node]
    """The headings of its outermost level."""

    closing: list[Paragraph]
    """What stands after its last clause and belongs to none: the list of annexes, signatures, date, copies. Their
    locators have 末 in the place of a heading.
    """


class Outline(TypedDict):
    """The outline of a text. All of the text is in it but white space."""

    parts: list[TextPart]
    """The parts in their order, each with headings numbered on their own. There is at least one."""


class Overruled(TypedDict):
    """What a clause says against a general charter, and that therefore does not hold."""

    clause: ClauseId
    """The clause of the charter's own."""

    what: str
    """The setting or the question of reading."""

    by: ClauseId
    """The clause that prevails."""


class PaperApproval(TypedDict):
    """How a document was approved (签发)."""

    dated: bool
    """Whether the approval has its full date."""

    by_principal: NotRequired[bool]
    """Whether it was approved by the principal responsible person (主要负责人), if that is known."""


PaperBasis: TypeAlias = Literal[
    # A regulation.
    "regulation",
    # A standard of layout.
    "standard",
    # What offices do, where no text was found that says so.
    "practice",
]
"""What a rule rests on."""


PaperRow = TypedDict(
    "PaperRow",
    {
        # Its name: `DOC-5`.
        "id": str,
        # What it rests on.
        "basis": PaperBasis,
        # The document and the article.
        "source": str,
        # What is true when it is kept, in Chinese.
        "zh": str,
        # What is true when it is kept, in English.
        "en": str,
        # The first day on which it was in force, where that is known: no earlier document is held to it.
        "from": NotRequired[Date],
    },
)
"""A rule on official documents."""


PaperVerdict: TypeAlias = Literal[
    # The row says nothing of such a paper.
    "not_applicable",
    # Nothing is wrong.
    "fine",
    # It cannot be decided by what is known.
    "not_judged",
    # It is broken.
    "breach",
]
"""How a paper stands by a row."""


class PaperFinding(TypedDict):
    """What is found by one row."""

    row: PaperRow
    """The row."""

    verdict: PaperVerdict
    """How the paper stands by it."""

    found: list[str]
    """What was found: names, numbers and words of the paper; or parts of `Paper` and `PaperKnown` that are missing, by the names
    of their fields.
    """


class PaperChecked(TypedDict):
    """What was found of a paper."""

    findings: list[PaperFinding]
    """One finding for each rule."""

    may_be_issued: bool
    """Whether the paper may go out by these findings."""


PaperDirection: TypeAlias = Literal[
    # It goes to a superior (上行文).
    "up",
    # It goes to equals, and to those who are neither above nor below (平行文).
    "level",
    # It goes to those below, or to all (下行文).
    "down",
]
"""Where a document goes (行文方向)."""


class UnknownPaperError(TypedDict):
    """The journal knows no such thing."""

    type: Literal["unknown"]

    kind: str
    """The kind it would be of."""

    name: str
    """Its name."""


class YearPaperError(TypedDict):
    """No such year can be written down."""

    type: Literal["year"]

    year: int
    """The year."""


PeriodPaperError = TypedDict(
    "PeriodPaperError",
    {
        "type": Literal["period"],
        # The first day.
        "from": Date,
        # The last day.
        "to": Date,
    },
)
"""The period asked about ends before it begins, or is too long."""


class TooLongPaperError(TypedDict):
    """A template makes more of what it is given than a paper can hold."""

    type: Literal["too_long"]

    place: str
    """Where in the wording."""


PaperError: TypeAlias = (
    UnknownPaperError
    | NotYetPaperError
    | NoDocumentPaperError
    | NothingOwedPaperError
    | YearPaperError
    | PeriodPaperError
    | NoTemplatePaperError
    | NoWordPaperError
    | MissingFieldPaperError
    | TooLongPaperError
    | BadLevelPaperError
    | NoTablePaperError
    | NotWrittenPaperError
)
"""Why a paper cannot be made."""

PaperFormat: TypeAlias = Literal[
    # A document for Word, WPS and LibreOffice, in the layout of GB/T 9704—2012.
    "docx",
    # A page for a browser, with the same layout in print.
    "html",
    # Plain text.
    "text",
    # Markdown.
    "markdown",
    # Its tables alone, one below the other.
    "csv",
]
"""A format in which a paper can be written."""


class PaperKnown(TypedDict):
    """What is known of a paper and not printed on it. What is not given is not judged."""

    approval: NotRequired[PaperApproval]
    """The approval and signing by the responsible person."""

    authorised: NotRequired[bool]
    """Whether the issuer was authorised to give orders to lower committees and governments."""

    codes: NotRequired[list[str]]
    """The organ codes of the sponsor."""

    direction: NotRequired[PaperDirection]
    """Whether it goes up, down or to equals, where its kind does not say."""

    goes_out: NotRequired[bool]
    """Whether it goes out at all: minutes that no step issues have neither a foot nor a say on publicness."""

    issuers: NotRequired[list[str]]
    """The issuers, the sponsor first, where nobody signs beneath."""

    last_signed: NotRequired[Date]
    """The day of the last signature among the issuers."""

    not_agreed: NotRequired[list[str]]
    """Those whose powers it touches and who have not agreed."""

    not_signed: NotRequired[list[str]]
    """The issuers whose responsible person has not signed."""

    numbered: NotRequired[bool]
    """Whether its path or, where it goes by none, its charter gives it a number: one that is not numbered needs none."""

    other_numbers: NotRequired[list[str]]
    """The numbers of other documents."""

    same_level: NotRequired[bool]
    """Whether the issuers are of the same level."""

    seals: NotRequired[int]
    """The number of seals it bears."""

    secrecy: NotRequired[PaperSecrecy]
    """What its head says of secrecy and urgency, where the paper does not say it."""

    under_discussion: NotRequired[bool]
    """Whether it is still under discussion."""


class PaperOffice(TypedDict):
    """How an office writes: `{"language": "en", "given": {"fields": {"place": "Room 3"}}}`."""

    given: NotRequired[Given]
    """What only the host knows."""

    language: NotRequired[Language]
    """The language of the wording that comes with the library, Chinese if none is given. It is not looked at where there
    are `words`.
    """

    words: NotRequired[dict[str, Json]]
    """Wording of the office's own: a file like those in `templates`."""


class PaperPaperQuestionValue(TypedDict):
    """A paper: `Paper`."""

    wanted: Wanted
    """Which paper."""


@final
class PaperPaperQuestion(TypedDict):
    """A paper: `Paper`."""

    paper: PaperPaperQuestionValue


PaperQuestion: TypeAlias = (
    PaperPaperQuestion
    | KnownPaperQuestion
    | CheckPaperQuestion
    | EvidencePaperQuestion
    | CalendarPaperQuestion
)
"""What can be asked about papers: `{"paper": {"wanted": {"register": {"on": "2022-06-30"}}}}`."""


PeriodError = TypedDict(
    "PeriodError",
    {
        # The first day.
        "from": Date,
        # The last day.
        "to": Date,
    },
)
"""A period would end before it begins, or is longer than one that is asked about can be."""


class RosterQuestionValue(TypedDict):
    """Who was what."""

    on: Date
    """The day."""


@final
class RosterQuestion(TypedDict):
    """Who was what."""

    roster: RosterQuestionValue


class RegisterQuestionValue(TypedDict):
    """The first name of `Roster`, which stays readable."""

    on: Date
    """The day."""


@final
class RegisterQuestion(TypedDict):
    """The first name of `Roster`, which stays readable."""

    register: RegisterQuestionValue


class TrailQuestionValue(TypedDict):
    """The entries that name a thing."""

    subject: str
    """The thing."""


@final
class TrailQuestion(TypedDict):
    """The entries that name a thing."""

    trail: TrailQuestionValue


class WhatIfQuestionValue(TypedDict):
    """What would become of submissions, one after the other."""

    submissions: list[Submission]
    """The submissions, in order."""


@final
class WhatIfQuestion(TypedDict):
    """What would become of submissions, one after the other."""

    what_if: WhatIfQuestionValue


Question: TypeAlias = (
    AuditQuestion
    | ObligationsQuestion
    | OptionsQuestion
    | OptionsPageQuestion
    | RosterQuestion
    | RegisterQuestion
    | TrailQuestion
    | ExplainRuleQuestion
    | ExplainEntryQuestion
    | BreachesQuestion
    | CharterOnQuestion
    | EntryQuestion
    | EntryAsReadQuestion
    | EntriesQuestion
    | WhatIfQuestion
)
"""A question (提问), externally tagged: `{"roster": {"on": "2022-06-01"}}`."""


class UnknownQuestionError(TypedDict):
    """It asks about something that is not known."""

    type: Literal["unknown"]

    kind: str
    """The kind of thing that was looked for: `rule`, `entry` and so on; `subject` where any would do."""

    name: str
    """The name as given."""

    nearest: NotRequired[list[KnownName]]
    """The known names that are nearest to it."""


QuestionError: TypeAlias = (
    UnknownQuestionError
)
"""Why a question has no answer."""


class RoleOnDay(TypedDict):
    """A role on a day."""

    role: Role
    """The role."""

    persons: list[PersonId]
    """Who holds it; nobody if it is vacant."""

    acting: bool
    """Whether any of them only stands in."""

    post: NotRequired[PostId]
    """The post to which it is tied."""

    unit: NotRequired[UnitId]
    """The unit of the post, or the unit to which the role is tied itself."""


class UnitOnDay(TypedDict):
    """A member unit on a day."""

    unit: UnitId
    """The unit."""

    name: Text
    """Its name that day."""

    kind: UnitKind
    """What kind of unit it is."""

    lead: bool
    """Whether it leads."""

    member: PersonId | None
    """Its member."""

    liaison_officer: PersonId | None
    """Its liaison officer."""

    responsible: list[PersonId]
    """The persons responsible for it, by their posts."""

    entrusted: NotRequired[list[EntrustedOnDay]]
    """Whom it has entrusted with something by a power of attorney (授权委托)."""


class Roster(TypedDict):
    """Who was what on a day."""

    on: Date
    """The day."""

    version: int
    """The version of the charter in force."""

    units: list[UnitOnDay]
    """The member units, in protocol order."""

    roles: list[RoleOnDay]
    """The roles that the charter ties to posts or units."""


class RuleExplained(TypedDict):
    """What a rule says, and where it comes from."""

    rule: RuleId
    """The rule."""

    zh: str
    """Its sentence in Chinese."""

    en: str
    """Its sentence in English."""

    always: bool
    """Whether it holds for every body."""

    clauses: list[ClauseId]
    """The clauses that claim it."""

    acts: list[ActName]
    """The acts before which it stands; none for a duty."""

    readings: dict[str, ReadingOption]
    """The options of the readings it asks, as they are in effect."""


class Touched(TypedDict):
    """The open matters that a change of the charter touches."""

    on: Date
    """The day."""

    matters: list[OpenMatter]
    """What was begun and not ended, and rests on a rule that changed."""

    owed: list[Obligation]
    """What is owed within a year by a rule that changed, as the charter in force that day has it."""


class Trace(TypedDict):
    """An entry in the trail of a thing (留痕)."""

    no: int
    """The number of the entry."""

    at: Time
    """When it happened."""

    by: PersonId
    """Who did it."""

    act: ActName
    """The name of the act."""

    clauses: list[ClauseId]
    """The clauses on which it rested, of the version of the charter that judged it."""

    corrected_by: NotRequired[list[int]]
    """The corrections by which it reads otherwise than it was recorded."""

    readings: NotRequired[dict[str, ReadingOption]]
    """The options of the readings that the rules before it ask, as they were in effect for it when it was entered."""

    struck: NotRequired[bool]
    """Whether it is struck; the trail tells of it as it was recorded."""


class UnknownError(TypedDict):
    """A name that means nothing here was asked about."""

    kind: str
    """The kind of thing that was looked for: `rule`, `entry` and so on; `subject` where any would do."""

    name: str
    """The name as given."""

    nearest: NotRequired[list[KnownName]]
    """The known names that are nearest to it."""


Conflict: TypeAlias = ConflictError
"""The first name of `ConflictError`, which stays."""

Fault: TypeAlias = LineError
"""The first name of `LineError`, which stays."""

Malformed: TypeAlias = MalformedError
"""The first name of `MalformedError`, which stays."""

NoBody: TypeAlias = BodyError
"""The first name of `BodyError`, which stays."""

NotBelow: TypeAlias = NotBelowError
"""The first name of `NotBelowError`, which stays."""

Problem: TypeAlias = CharterFileError
"""The first name of `CharterFileError`, which stays."""
