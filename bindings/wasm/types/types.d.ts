// What crosses the border of joint-meeting, as plain JSON: what is handed in, and what is answered.
// Generated from the Rust types: `cargo xtask generate`. Do not edit.

/** Any JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A matter assigned from above (交办事项). */
export type MatterId = string;

/** Text written by a person: not empty, at most 64 KiB, no control characters but line feed and tab. */
export type Text = string;

/** A day of the calendar: `2022-12-25`. */
export type Date = string;

/** Something that came in (来文来件): a letter, an instruction, a matter of a citizen or a street. */
export type IncomingId = string;

/**
 * Takes on a matter assigned from above (交办事项).
 *
 * Only the office may do it (`actor.is_office`). The matter must come from a superior whom the charter names,
 * unless the charter is read so that any superior may assign one (`matter.from_a_named_superior`).
 *
 * The paper by which it came may have been registered as something that came in (`register_incoming`). Taking the matter on
 * ends that, so that it must be open there (`incoming.is_open`): from then on the matter is open here.
 *
 * It settles nothing. The matter is open until it is completed, and the office owes it by the due date, if there
 * is one: this is the duty `matter.completed`.
 */
export interface AcceptAssignedMatter {
  type: "accept_assigned_matter";
  /** The new name of the matter here. */
  matter: MatterId;
  /** The superior who assigned the matter. */
  source: Text;
  /** What is to be done. */
  task: Text;
  /** The last day for the matter, where one was set. */
  due?: Date;
  /** The paper by which it came, where that was registered. */
  incoming?: IncomingId;
}

/** An assignment (落实任务) of an agreed matter to a unit. */
export type AssignmentId = string;

/**
 * Accepts the result of an assignment and strikes it off the list (验收销号).
 *
 * Only the office may do it (`actor.is_office`), once the unit has completed the assignment
 * (`assignment.result_is_not_accepted`). No charter need provide for this: it is recorded as what was done, and no
 * duty waits for it. The completion of a unit that only told the office of it is entered with `complete_assignment`,
 * by whoever told it; an assignment that is to be struck off without a result is withdrawn with `withdraw_assignment`.
 *
 * It settles nothing. The result can be returned no more.
 */
export interface AcceptResult {
  type: "accept_result";
  /** The assignment whose result is accepted. */
  assignment: AssignmentId;
  /** What the office found (验收意见). */
  opinion?: Text;
}

/** A moment with its offset, by RFC 3339: `2022-12-25T09:00:00+08:00`. */
export type Time = string;

/** A person. */
export type PersonId = string;

/** A charter (制度), without its version. */
export type CharterId = string;

/** A post (职务), held by a person for a time. */
export type PostId = string;

/** A unit (单位): a member unit, the seat of the office, a street. */
export type UnitId = string;

/**
 * Who holds a post at the beginning. Of a post that the charter gives to one unit the unit need not be named; a
 * post that every member unit has is filled for the unit that is named.
 */
export interface FirstHolder {
  /** The post. */
  post: PostId;
  /** The person. */
  person: PersonId;
  /** The unit, for a post that every member unit has. */
  unit?: UnitId;
}

/**
 * The superior's approval (批准), as a paper that the act rests on. It has to be dated no later than the day of
 * the act.
 */
export interface Approval {
  /** Who approved. */
  by: Text;
  /** Its date. */
  on: Date;
  /** The number of the paper. */
  number?: Text;
}

/** What kind of unit it is. */
export type UnitKind =
  /** A Party organ (党委部门). */
  | "party_organ"
  /** A government department or its branch (政府部门). */
  | "government"
  /** A court (法院). */
  | "court"
  /** A procuratorate (检察院). */
  | "procuratorate"
  /** An organ of a people's congress (人大). */
  | "peoples_congress"
  /** A military unit (军事机关). */
  | "military"
  /** A mass organisation (群团组织). */
  | "mass_organisation"
  /** A street or town (街道、乡镇). */
  | "street"
  /** A part of another unit (内设机构). */
  | "sub_unit"
  /** A company or a bank (企业). */
  | "enterprise"
  /** An association (协会). */
  | "association"
  /** A village or residents' committee (村居). */
  | "village";

/** A class of units (一类单位), such as all banks of a district. */
export type ClassId = string;

/** A member unit at the beginning, or under a new version of the charter, that the charter does not list. */
export interface FirstMember {
  /** The unit. */
  unit: UnitId;
  /** Its name. */
  name: Text;
  /** What kind of unit it is. */
  kind: UnitKind;
  /** The class through which it belongs. */
  class?: ClassId;
}

/**
 * Adopts the charter (制定并印发制度): the body exists from now on.
 *
 * No other act is possible before this one (`body.is_founded`), and it is done once (`charter.adopted_once`):
 * after that the charter is amended. Whoever adopts the charter acts for a lead unit: the person is one of the
 * `holders`, with a post in a unit that the charter names as lead unit, or in any unit where it names none
 * (`charter.adopted_by_lead`). Where the charter asks for them, the superior's approval and the agreement of every
 * member unit are there (`charter.creation_approved`, `charter.creation_agreed`), and the charter's text fixes
 * what it says it must state (`charter.states_what_it_must`). Member units are named in the act only where the
 * charter lists none, or through a class (`charter.members_are_its_own`).
 *
 * It settles the version that is adopted, and the digest of its file. The member units belong to the body and the
 * holders are in their posts from the day on which the charter takes effect or, where it names no day, from the
 * day of the act.
 */
export interface AdoptCharter {
  type: "adopt_charter";
  /** The charter. */
  charter: CharterId;
  /** Its version. */
  version: number;
  /** Who holds which post at the beginning. */
  holders: FirstHolder[];
  /** The units that have agreed, where they have to. */
  agreed_by?: UnitId[];
  /** The superior's approval, where one is needed. */
  approval?: Approval;
  /** Who the member units are, in protocol order, where the charter does not list them. */
  members?: FirstMember[];
}

/** An agenda item (议题). */
export type ItemId = string;

/**
 * Puts a new version of the charter in force (修订).
 *
 * Those whom the charter names as its amenders do this: the convener, the lead unit or, where the meeting or the
 * superior decides or the charter is issued anew, the office, which records it (`charter.amendment_provided_for`).
 * Where the meeting decides, it has agreed a matter of the body's rules, which the act names.
 * A charter that does not say how it is amended cannot be amended. The new version has a higher number than the
 * last one, begins on a later day than the last one did, and does not reach back before the day of the act
 * (`charter.version_follows`). Member units are named in the act only where the new version lists none, or through
 * a class (`charter.members_are_its_own`).
 *
 * It settles the version that is adopted, and the digest of its file. From its first day on the new version is the
 * law of the body, and the member units are those that it lists or that the act names; where there are neither,
 * everyone stays. By which version an open matter goes on is said by the new version or, where it asks for a
 * choice, by `choose_law`.
 */
export interface AmendCharter {
  type: "amend_charter";
  /** The version. */
  version: number;
  /** The first day on which it is in force. */
  from: Date;
  /** What it rests on: the agreed matter, the superior's approval, the notice of re-issue. */
  basis: Text;
  /** The agreed matter by which it is amended, where the meeting decides. */
  item?: ItemId;
  /**
   * Who the member units are from then on, in protocol order, where the new version does not list them; with
   * none given, they stay who they are.
   */
  members?: FirstMember[];
}

/** A kind of matter that can be open when the charter changes. */
export type MatterKind =
  /** A request for a meeting, until it is answered. */
  | "request"
  /** An agenda item, until a meeting takes it up. */
  | "item"
  /** A meeting, to the document that comes of it. */
  | "meeting"
  /** An assignment. */
  | "assignment"
  /** A joint working group. */
  | "group"
  /** A joint action. */
  | "action"
  /** An inspection whose findings are to be put right. */
  | "inspection"
  /** A case of adverse online opinion. */
  | "case"
  /** A matter assigned from above. */
  | "matter"
  /** Something that came in, until it is answered or filed. */
  | "incoming";

/** A matter by its kind and name. */
export interface MatterRef {
  /** Its kind. */
  kind: MatterKind;
  /** Its name. */
  name: Text;
}

/** By which law an open matter goes on. */
export type Law =
  /** It goes on by the version under which it began. */
  | "old_law"
  /** It goes on by the new version. */
  | "new_law";

/**
 * Chooses by which version a matter goes on that was open when the present one came into force, where the charter
 * asks for a choice (新旧衔接).
 *
 * Those to whom the charter gives its interpretation do this or, where it names nobody, the convener
 * (`reading.chosen_by_convener`). The version in force leaves the question to a choice (`transition.is_asked`),
 * the matter began before that version did, and nothing has been chosen for it yet (`transition.matter_is_older`).
 *
 * It settles nothing. Until the choice is made, an act on the matter is refused if the two versions answer it
 * differently (`charter.open_matters_have_one_law`); from then on the version that is chosen answers.
 */
export interface ChooseLaw {
  type: "choose_law";
  /** The matter. */
  matter: MatterRef;
  /** The law it follows. */
  law: Law;
  /** Why the matter follows it. */
  why: Text;
}

/**
 * Chooses one of the readings that the charter leaves open, or leaves the question open again (解释).
 *
 * Those to whom the charter gives its interpretation do this or, where it names nobody, the convener
 * (`reading.chosen_by_convener`). The option is one of those that the charter leaves open for the question
 * (`reading.is_open`), or `open`. It applies from a day on which there was a body, and not from a day to come
 * (`reading.applies_from_a_day_past`).
 *
 * It settles nothing. From the day of the choice on, or from the earlier day that it names, rules that depend on the
 * question are read with the option that was chosen, until another choice replaces it. What is judged as of a day before
 * stays what it was.
 */
export interface ChooseReading {
  type: "choose_reading";
  /** The question. */
  reading: Text;
  /** The option chosen, or `open`: from then on no option is chosen, and the charter's suggestion is in effect again. */
  option: Text;
  /** Why it was chosen, and why from an earlier day. */
  why: Text;
  /** The first day to which it applies, where that is earlier than the day of the choice. */
  from?: Date;
}

/**
 * Ends the body (撤销).
 *
 * The lead unit or the convener does this, where the charter says how the body ends
 * (`body.dissolution_provided_for`). A body that ends when its work is done has completed it, and has no meeting,
 * minutes or assignment under way (`body.has_nothing_under_way`). Where the charter asks for them, the superior's
 * approval and the agreement of every member unit are there (`body.dissolution_approved`,
 * `body.dissolution_agreed`).
 *
 * It settles nothing. The day of the act is the last day of the body: what happens later is refused
 * (`body.is_in_force`).
 */
export interface Dissolve {
  type: "dissolve";
  /** What it rests on. */
  basis: Text;
  /** Whether its work is done. */
  completed: boolean;
  /** The units that have agreed, where they have to. */
  agreed_by?: UnitId[];
  /** The superior's approval, where one is needed. */
  approval?: Approval;
}

/**
 * Adds a member unit (增加成员单位).
 *
 * The office does this (`actor.is_office`), when whoever may add a unit has decided it: by an agreed matter of
 * membership about this unit, named as `item`, by a paper, named as `basis`, or by acting in that role
 * (`unit.addition_decided`). The matter was agreed no later than the unit's first day and, where the charter leaves
 * it to a reading that the member units agree, by every one of them. Nobody need decide it where the charter's list
 * of units is read as illustrative. Where the charter asks for it, the unit has
 * consented in writing (`unit.addition_consented`). A unit that belongs through a class of the charter needs
 * neither. It is a public body, unless it belongs through a class or the charter is read otherwise
 * (`unit.is_eligible`), and it is not yet a member unit (`unit.not_yet_member`).
 *
 * It settles nothing. The unit is a member unit from its first day on, and owes the body a member and a liaison
 * officer where the charter asks for them.
 */
export interface AdmitUnit {
  type: "admit_unit";
  /** Its new name here, or that of a unit known already. */
  unit: UnitId;
  /** Its name. */
  name: Text;
  /** What kind of unit it is. */
  kind: UnitKind;
  /** The paper on which it rests, where it is not an agreed matter. */
  basis?: Text;
  /** The class through which it belongs. */
  class?: ClassId;
  /** The unit's written consent. */
  consent?: Text;
  /** The first day; if not given, the day of the act. */
  from?: Date;
  /** The agreed matter by which it is added. */
  item?: ItemId;
}

/**
 * Takes a unit out of the body (退出).
 *
 * The office does this (`actor.is_office`), for a unit that is a member unit that day (`unit.is_member`). The
 * charter says how a unit leaves, and whoever may has decided it (`unit.removal_provided_for`): where a meeting
 * decides, by an agreed matter of membership about this unit, agreed no later than its last day. Where the charter
 * asks for it, the unit has consented in writing (`unit.removal_consented`). A unit that belongs through a class
 * needs neither: it leaves when it belongs to the class no longer.
 *
 * It settles nothing. After the last day that the act names, the unit is no member unit: it is bound by nothing more.
 * An objection that it made before stands in the way until the unit takes it back, or another meeting takes the
 * matter up.
 */
export interface WithdrawUnit {
  type: "withdraw_unit";
  /** The unit. */
  unit: UnitId;
  /** What it rests on. */
  basis: Text;
  /** The last day. */
  to: Date;
  /** The unit's written consent. */
  consent?: Text;
  /** The agreed matter by which it leaves, where the meeting decides. */
  item?: ItemId;
}

/**
 * Records that units were merged into one (机构合并); the successor takes their place.
 *
 * The office does this (`actor.is_office`). The units that end are member units that day (`unit.is_member`), and
 * with the successor they are two or more (`unit.merger_of_two`). The successor has not ended itself
 * (`unit.has_not_ended`); where it becomes a member unit by the merger, it is a public body, unless the charter is
 * read otherwise (`unit.is_eligible`). Nobody has to decide it: the merger rests on the paper that the act names.
 *
 * It settles nothing. From the successor's first day on it bears its name and is a member unit, also where it was
 * not one before, unless it stays `outside`. The units that end are member units no longer, and nobody holds their
 * posts or is named by them. What was laid on them, asked of them or said by them passes to the successor, also what
 * was said since that day in entries before this one: nobody knew then.
 */
export interface MergeUnits {
  type: "merge_units";
  /** The units that end. */
  units: UnitId[];
  /** The successor: one of them, another unit, or a new one. */
  into: UnitId;
  /** Its name. */
  name: Text;
  /** What kind of unit it is. */
  kind: UnitKind;
  /** The paper on which the merger rests. */
  basis: Text;
  /** The successor's first day. */
  from: Date;
  /**
   * Whether the successor does not become a member unit by the merger. What lay on the units that end passes to
   * it all the same.
   */
  outside?: boolean;
}

/** A unit into which another was split. */
export interface UnitAfter {
  /** The unit: a new one, or one that is known already. */
  unit: UnitId;
  /** Its name. */
  name: Text;
  /** What kind of unit it is. */
  kind: UnitKind;
  /** Whether it does not become a member unit. */
  outside?: boolean;
}

/**
 * Records that a unit was abolished (机构撤销), or split into others (分设).
 *
 * The office does this (`actor.is_office`), on the paper that the act names; nobody of the body has to decide it. The
 * units named have not ended (`unit.has_not_ended`), and none of them is the unit itself
 * (`unit.is_not_its_own_successor`) or named twice (`unit.comes_out_once`). Where it was split into several, the act says which unit carries on what lay on it
 * (`unit.carried_on_by_one`). Those that become member units by the split are public bodies, unless the charter is read
 * otherwise (`unit.is_eligible`). How units merge is recorded by `merge_units`.
 *
 * It settles nothing. From that day on the unit is a member unit no longer, and nobody holds its posts or is named by it.
 * Where it was one, those into which it was split are member units, unless they stay `outside`. What was laid on it, asked
 * of it or said by it passes to the unit that carries it on; where nobody does, it stays with the unit that has ended,
 * and nobody can settle it in that unit's name.
 */
export interface EndUnit {
  type: "end_unit";
  /** The unit that ends. */
  unit: UnitId;
  /** The paper on which it rests. */
  basis: Text;
  /** The first day on which there is no such unit. */
  from: Date;
  /** The unit that carries on what lay on it: one of these, or another; if it is split into one, that one. */
  carried_on_by?: UnitId;
  /** The units into which it was split. */
  split_into?: UnitAfter[];
}

/**
 * Records that functions of a unit moved to another, while both go on (职能划转).
 *
 * The office does this (`actor.is_office`), on the paper that the act names; nobody of the body has to decide it. Neither
 * unit has ended (`unit.has_not_ended`), and they are two (`functions.move_to_another`). The act names the matters that
 * moved: they are settled, the first unit has a task in each of them or is bound by it, and they have not moved from it
 * before (`functions.of_matters_that_bind`). How units merge or end is recorded by `merge_units` and `end_unit`, and who stays
 * away from now on by `withdraw_unit`.
 *
 * It settles nothing. From then on these matters bind the other unit, as if it had consented in writing; the first gets no
 * task in them any more (`assignment.unit_is_bound`); where the decision itself named it, it names the other. An assignment that is open under them is given to the
 * other unit by `assign`, and taken from the first by `withdraw_assignment` with that assignment in its place. What was
 * owed until then, and what the first unit said and signed, stays its own.
 */
export interface MoveFunctions {
  type: "move_functions";
  /** The unit that had the functions. */
  unit: UnitId;
  /** The unit that has them now. */
  to: UnitId;
  /** The matters that moved with them. */
  items: ItemId[];
  /** The paper on which it rests. */
  basis: Text;
}

/**
 * Records a unit's new name (更名).
 *
 * The office does this (`actor.is_office`); no other rule stands before it.
 *
 * It settles nothing. The unit bears the new name from the day that the act names, and on the days before that it
 * keeps the name that it had.
 */
export interface RenameUnit {
  type: "rename_unit";
  /** The unit. */
  unit: UnitId;
  /** The new name. */
  name: Text;
  /** The paper on which it rests. */
  basis: Text;
  /** The first day of the new name. */
  from: Date;
}

/**
 * Records who holds a post from now on (任职).
 *
 * The office does this on the letter of the unit, the person who leaves the post or the head of the lead unit or, for
 * a post other than that of a unit's head, also that head (`post.recorded_by_unit_or_office`). The letter on which the
 * office changes a unit's head is among the proofs, and no liaison officer enters such a change. The post is vacant
 * from the first day on; a post that several persons may hold is vacant for everyone who does not hold it
 * yet (`post.is_vacant`). In a post of the body one who only stands in is named by whom the charter says, or by the lead
 * unit if it does not say (`post.acting_holder_named_by_lead`); who heads a unit in the meantime (主持工作), the unit says.
 *
 * It settles nothing. From the first day on the person holds the post, and with it every role that the charter
 * ties to it.
 */
export interface FillPost {
  type: "fill_post";
  /** The post. */
  post: PostId;
  /** The person. */
  person: PersonId;
  /** Whether the person only stands in until the post is filled (代理). */
  acting?: boolean;
  /** The first day; if not given, the day of the act. */
  from?: Date;
  /** The unit, for a post that every member unit has. */
  unit?: UnitId;
}

/**
 * Records that a person leaves a post (免职).
 *
 * The office does this on the letter of the unit, the person who leaves the post or the head of the lead unit or, for
 * a post other than that of a unit's head, also that head (`post.recorded_by_unit_or_office`). The letter on which the
 * office changes a unit's head is among the proofs, and no liaison officer enters such a change. The person holds the
 * post on the last day (`post.is_held`).
 *
 * It settles nothing. After the last day the person holds the post no longer, nor the roles that the charter ties
 * to it, and `fill_post` can put another there.
 */
export interface VacatePost {
  type: "vacate_post";
  /** The post. */
  post: PostId;
  /** The person. */
  person: PersonId;
  /** The last day; if not given, the day of the act. */
  to?: Date;
  /** The unit, for a post that every member unit has. */
  unit?: UnitId;
}

/** The rank of a post, from the highest (职级). */
export type Rank =
  /** 国家级 */
  | "state"
  /** 国家级副职 */
  | "deputy_state"
  /** 省部级 */
  | "provincial"
  /** 省部级副职 */
  | "deputy_provincial"
  /** 厅局级 */
  | "bureau"
  /** 厅局级副职 */
  | "deputy_bureau"
  /** 处级 */
  | "division"
  /** 处级副职 */
  | "deputy_division"
  /** 科级 */
  | "section"
  /** 科级副职 */
  | "deputy_section"
  /** Without a rank of leadership. */
  | "staff";

/**
 * Names the member of a unit (确定成员), or another person in the member's place.
 *
 * A person responsible for the unit does this, or its member, or the office with the letter of the unit attached
 * (`actor.acts_for_unit`), for a unit that is a member unit that day (`unit.is_member`). A unit has one member: whoever is named already must be named as the one who
 * is replaced (`member.one_for_each_unit`). The person has the rank, and the portfolio, that the charter asks for
 * (`member.has_rank`, `member.has_portfolio`) and, unless the charter is read otherwise, is the member of no other
 * unit (`member.of_one_unit`) and not also the unit's liaison officer (`liaison.is_not_the_member`).
 *
 * It settles nothing. From the first day on the person is the member, and the one who is replaced no longer; where
 * the charter leaves a change to the meeting, that waits for `confirm_appointment`, and where it is read so, for
 * `notify_change`. The unit owes the office word
 * of a change (`change.notified_promptly`), which it gives by `notify_change`.
 */
export interface NameMember {
  type: "name_member";
  /** The unit. */
  unit: UnitId;
  /** The person. */
  person: PersonId;
  /** The post the person holds in the unit. */
  post: Text;
  /** Its rank. */
  rank: Rank;
  /** Whether the matter is in the person's portfolio (分管). */
  portfolio: boolean;
  /** The first day; if not given, the day of the act. */
  from?: Date;
  /** Whom the person replaces. */
  replaces?: PersonId;
}

/**
 * Names the liaison officer of a unit (指派联络员), or another person in the officer's place.
 *
 * A person responsible for the unit does this, or its member, or the office with the letter of the unit attached
 * (`actor.acts_for_unit`), for a unit that is a member unit that day (`unit.is_member`). A unit has one liaison officer: whoever is named already must be named as the
 * one who is replaced (`liaison.one_for_each_unit`). The person heads a business section, has the rank, and has
 * the qualities, as far as the charter asks for it (`liaison.is_section_head`, `liaison.has_rank`,
 * `liaison.has_qualities`). Unless the charter is read otherwise, the person is not also the unit's member
 * (`liaison.is_not_the_member`), nor the liaison officer of another unit (`liaison.of_one_unit`).
 *
 * It settles nothing. From the first day on the person is the liaison officer, and the one who is replaced no
 * longer; where the charter leaves a change to the meeting, that waits for `confirm_appointment`, and where it is
 * read so, for `notify_change`. The unit owes the office word of a change (`change.notified_promptly`), which it gives by `notify_change`.
 */
export interface NameLiaisonOfficer {
  type: "name_liaison_officer";
  /** The unit. */
  unit: UnitId;
  /** The person. */
  person: PersonId;
  /** The post the person holds in the unit. */
  post: Text;
  /** Its rank. */
  rank: Rank;
  /** Whether the person heads a business section (业务科室主要负责同志). */
  section_head: boolean;
  /** Whether the person knows the unit's duties in the matter (熟悉职责). */
  knows_duties: boolean;
  /** Whether the person masters the trade (精通业务). */
  masters_trade: boolean;
  /** The first day; if not given, the day of the act. */
  from?: Date;
  /** Whom the person replaces. */
  replaces?: PersonId;
}

/** The two persons a unit names. */
export type Named =
  /** The member (成员). */
  | "member"
  /** The liaison officer (联络员). */
  | "liaison_officer";

/**
 * Confirms a person whom a unit has named (确定人选), where the charter asks for it.
 *
 * The office does this (`actor.is_office`). The charter leaves the person to the meeting
 * (`appointment.is_for_the_meeting`), the meeting has agreed the matter that the act names, which is one of membership
 * about this unit, since the person was named (`appointment.agreed_by_meeting`), and the unit has named a person who
 * is not yet confirmed (`appointment.awaits_confirmation`), from that day on or from a later one.
 *
 * It settles nothing. The person whom the unit named last is confirmed, and counts from then or their first day on as its
 * member or liaison officer.
 */
export interface ConfirmAppointment {
  type: "confirm_appointment";
  /** The unit. */
  unit: UnitId;
  /** As what the person was named. */
  named: Named;
  /** The agreed matter by which it is confirmed. */
  item: ItemId;
}

/**
 * Tells the office that a unit has changed its member or liaison officer (通报变动).
 *
 * Whoever acts for the unit does this: a person responsible for it, its member or its liaison officer
 * (`actor.acts_for_unit`). The unit has named the person in another's place or has said that they left, and has not
 * told the office yet (`change.is_pending`). Word of a successor is also word that the one before has left.
 *
 * It settles nothing. The change is notified as of that moment, by which the duty `change.notified_promptly` is
 * judged.
 */
export interface NotifyChange {
  type: "notify_change";
  /** The unit. */
  unit: UnitId;
  /** As which of the two the person was named. */
  named: Named;
  /** The person who was named, or who left. */
  person: PersonId;
}

/**
 * Records that a member or a liaison officer left, and nobody is named in their place yet (离任).
 *
 * Whoever heads the unit does this, or its member, or the office with the letter of the unit attached
 * (`naming.ended_by_unit`). The unit has named the person, who is so on the last day (`naming.is_in_effect`). A charter
 * need not provide for this: it is recorded as what happened, and what the charter asks of the unit stands.
 *
 * It settles nothing. After the last day the unit has no member, or no liaison officer, until it names one, who replaces
 * nobody. Of this change too the unit owes the office word (`change.notified_promptly`), which it gives by
 * `notify_change`.
 */
export interface EndNaming {
  type: "end_naming";
  /** The unit. */
  unit: UnitId;
  /** As which of the two the person was named. */
  named: Named;
  /** The person who left. */
  person: PersonId;
  /** Why the person left. */
  reason?: Text;
  /** The last day; if not given, the day of the act. */
  to?: Date;
}

/** What a unit entrusts a person with by a power of attorney (授权事项). */
export type EntrustedMatter =
  /** Asking for meetings, putting items and stating positions (提请开会、提出议题、表明意见). */
  | "positions"
  /** Replies in writing where the unit is consulted (书面答复). */
  | "replies"
  /** Consent to minutes (同意纪要). */
  | "consent"
  /** The reports of the unit (报送情况). */
  | "reports"
  /** The tasks of the unit (办理任务). */
  | "tasks"
  /** The receipt of documents (签收文件). */
  | "receipt";

/**
 * Entrusts a person with matters of a unit for a time (授权委托).
 *
 * Whoever heads the unit does this, or its member (`authorization.by_head_of_unit`); a unit that has ended has
 * neither. They entrust somebody else (`authorization.to_another`), and say for what (`authorization.names_matters`)
 * and for which days, none of them past (`authorization.has_days_ahead`). A charter need not provide for this: it is the
 * unit's own affair who speaks for it. What a charter leaves to the responsible person alone, such as countersigning,
 * cannot be entrusted; who acts for a head who is away is recorded by `fill_post`, and is responsible like the head.
 *
 * It settles nothing. On these days, and until `revoke_authorization` ends it, the person acts for the unit in these
 * matters, and what they write there binds it.
 */
export interface Authorize {
  type: "authorize";
  /** The unit. */
  unit: UnitId;
  /** The person who is entrusted, who need not be known yet. */
  person: PersonId;
  /** With what. */
  matters: EntrustedMatter[];
  /** The last day. */
  to: Date;
  /** The first day; if not given, the day of the act. */
  from?: Date;
}

/**
 * Takes back what a person was entrusted with (撤销授权).
 *
 * Whoever heads the unit does this, or its member (`authorization.by_head_of_unit`). The unit has entrusted the person
 * with something for days after the last one that the act names (`authorization.is_in_effect`).
 *
 * It settles nothing. After the last day the person no longer acts for the unit; what they said until then stands.
 */
export interface RevokeAuthorization {
  type: "revoke_authorization";
  /** The unit. */
  unit: UnitId;
  /** The person who was entrusted. */
  person: PersonId;
  /** The last day; if not given, the day of the act. */
  to?: Date;
}

/** A request for a meeting (提请). */
export type RequestId = string;

/**
 * Asks the office for a meeting (提请召开).
 *
 * Whoever acts for the unit that asks does this: a person responsible for it, its member or its liaison officer.
 * Where it is the superior who asks, the office passes it on (`actor.acts_for_unit`). The charter lets member
 * units, or the superior, ask for a meeting (`request.open_to_requester`); a charter that does not say so lets
 * nobody ask.
 *
 * It settles nothing. The request waits for `answer_request`, which the office owes (`request.answered`).
 */
export interface RequestMeeting {
  type: "request_meeting";
  /** Its new name. */
  request: RequestId;
  /** The unit that asks, or that passes on what the superior asks for. */
  unit: UnitId;
  /** What the meeting is to be about. */
  topic: Text;
  /** Whether it is the superior who asks (上级要求). */
  from_superior?: boolean;
  /** The day wished for. */
  wished?: Date;
}

/**
 * Answers a request for a meeting (答复).
 *
 * The office or the convener does this (`request.answered_by_office_or_convener`), and whoever the charter says
 * decides on requests, if it says so (`request.decided_by_whoever_may`). A request is answered once
 * (`request.is_unanswered`). One that obliges is granted (`request.granted_where_owed`): that of the superior,
 * that for which enough units have asked, and every other if the charter is read so. One that is declined is
 * declined with a reason (`request.decline_has_reason`).
 *
 * It settles nothing. A request that is granted waits for the meeting that answers it, which `convene` names; one
 * that is declined is at its end.
 */
export interface AnswerRequest {
  type: "answer_request";
  /** The request. */
  request: RequestId;
  /** Whether the meeting will be called. */
  granted: boolean;
  /** Why the meeting will not be called, or how it will. */
  reason?: Text;
}

/**
 * Withdraws a request for a meeting (撤回提请).
 *
 * Whoever acts for the unit that asked does this; where it was the superior who asked, the office passes it on
 * (`actor.acts_for_unit`). The request waits for its answer, or was granted and no meeting has been called upon it
 * (`request.is_pending`).
 *
 * It settles nothing. The request is owed no answer and no meeting, and counts no more among those that ask for the
 * same.
 */
export interface WithdrawRequest {
  type: "withdraw_request";
  /** The request that is withdrawn. */
  request: RequestId;
  /** Why it is withdrawn. */
  reason?: Text;
}

/**
 * Approves items for an agenda (审定议题), where the charter asks for it.
 *
 * Those whom the charter names do this; where it does not ask for approval, nobody can give it
 * (`agenda.approval_provided_for`). The items are not settled and on no other agenda, each named once
 * (`meeting.agenda_items_are_open`).
 *
 * It settles nothing. The items are approved, so that `convene` can put them on an agenda (`agenda.is_approved`),
 * until a meeting that had them on its agenda is closed.
 */
export interface ApproveAgenda {
  type: "approve_agenda";
  /** The items. */
  items: ItemId[];
}

/** A meeting (一次会议). */
export type MeetingId = string;

/** The kinds of meeting. */
export type MeetingKind =
  /** 全体成员会议 */
  | "plenary"
  /** 专门会议: the body looks into one matter. */
  | "special"
  /** 专题会议: asked for by a member unit. */
  | "thematic"
  /** 联络员会议 */
  | "liaison";

/** How a meeting is held. */
export type Mode =
  /** In one room (现场). */
  | "on_site"
  /** By video (视频). */
  | "video"
  /** By papers passed round (书面传阅). */
  | "circulation";

/**
 * Calls a meeting (召集).
 *
 * Those whom the charter names as callers of meetings of the kind do this or, where it names none, the office or
 * the lead unit, as the charter is read (`meeting.called_by_whoever_may`); one who only may as one entrusted names
 * the convener who entrusts (`meeting.caller_is_entrusted`). Where the charter is read so, the convener has
 * approved a notice of the lead unit's (`meeting.approved_by_convener`), and every one of several conveners has
 * called or approved it (`meeting.called_by_every_convener`).
 *
 * The units are member units (`unit.is_member`); a plenary meeting calls all of them
 * (`meeting.plenary_calls_all`). The items are not settled and on no other agenda
 * (`meeting.agenda_items_are_open`), and approved where the charter asks for it (`agenda.is_approved`); a plenary
 * meeting has those among them that the charter asks for (`meeting.plenary_hears_state_of_work`). The meeting is
 * held on site or by video, unless the charter is read otherwise (`meeting.is_a_session`). It comes after its
 * notice, by as many days as the charter asks for (`meeting.lies_ahead`, `meeting.notice_days_kept`), and after
 * the steps that must precede it (`meeting.prior_steps_done`). Its planned end, if one is given, comes after its
 * beginning (`meeting.ends_after_it_begins`). A request that the act names was granted, and a
 * thematic meeting names one (`meeting.thematic_answers_a_request`).
 *
 * It settles who presides: the person whom the act names or, where it names nobody, the first who holds the role
 * that does (`meeting.presided_by_whoever_may`, `presiding.first_in_rank`). The meeting is convened, its items are
 * on its agenda, what units said of them at an earlier meeting no longer counts, and the request upon which it is
 * called is met.
 */
export interface Convene {
  type: "convene";
  /** Its new name. */
  meeting: MeetingId;
  /** What kind of meeting it is. */
  kind: MeetingKind;
  /** The units called. */
  units: UnitId[];
  /** When it will be held. */
  held_at: Time;
  /** The items on its agenda. */
  agenda?: ItemId[];
  /** The convener who approved the notice. */
  approved_by?: PersonId;
  /** When it is to end. */
  ends_at?: Time;
  /** How it will be held. */
  mode?: Mode;
  /** Where it will be held. */
  place?: Text;
  /** Who presides; if not given, whoever holds the role that does. */
  presiding?: PersonId;
  /** The request upon which it is called. */
  request?: RequestId;
}

/**
 * Adds units or items to the notice of a meeting, or says where it is held and when it ends (补充通知).
 *
 * Those who may call a meeting of the kind, other than as one entrusted, do this
 * (`meeting.called_by_whoever_may`). The meeting is not over (`meeting.is_not_over`): an item that is raised in the room
 * (临时动议) comes onto the agenda so, and a unit that was admitted after the notice can still be called. No charter need
 * speak of that; one that asks for days of notice stands in the way. The units are member units
 * that day (`unit.is_member`), and what is added was not called or on the agenda before
 * (`meeting.supplement_adds`). A planned end comes after the beginning (`meeting.ends_after_it_begins`). For items the same holds as for those of the first notice: they are not settled and on
 * no other agenda (`meeting.agenda_items_are_open`), approved where the charter asks for it (`agenda.is_approved`),
 * and the steps before them are done (`meeting.prior_steps_done`). What calls units or puts items on the agenda goes out
 * as many days before the meeting as the charter asks of a notice (`meeting.notice_days_kept`).
 *
 * It settles nothing. The units are called as the others are, so that they can attend, and the items are on the
 * agenda.
 */
export interface SupplementNotice {
  type: "supplement_notice";
  /** The meeting. */
  meeting: MeetingId;
  /** The items that come onto the agenda besides. */
  agenda?: ItemId[];
  /** When the meeting is to end, if that is said now. */
  ends_at?: Time;
  /** Where the meeting will be held, if that is said now. */
  place?: Text;
  /** The units that are called besides. */
  units?: UnitId[];
}

/**
 * Entrusts another person with presiding over one meeting (委托主持).
 *
 * Whoever holds the role or post that presides over meetings of the kind does this or, while nobody holds it, the
 * convener; one who was entrusted does not pass it on (`presiding.delegated_by_its_holder`). Where conveners are ranked, it is the first in office
 * (`presiding.first_in_rank`). The person entrusted holds such a role as well, or is one whom the charter lets be
 * entrusted (`presiding.delegate_is_eligible`). The meeting is not over
 * (`meeting.is_not_over`): one who leaves in the middle of it can hand it over.
 *
 * It settles nothing. The person entrusted presides over the meeting as long as they may be entrusted, until it is
 * delegated anew, or whoever holds the role takes it back by presiding.
 */
export interface DelegatePresiding {
  type: "delegate_presiding";
  /** The meeting. */
  meeting: MeetingId;
  /** The person entrusted. */
  to: PersonId;
}

/**
 * Invites another unit or an expert for one item (邀请).
 *
 * Those whom the charter names do this, or the office where it names nobody; a charter that knows no invitation
 * allows none (`invitation.by_whoever_may`). The item is on the agenda of the meeting
 * (`invitation.for_an_item_of_the_agenda`), whoever is invited is not a member unit (`invitation.of_an_outsider`),
 * and the charter lets such an invitee come to a meeting of the kind (`invitation.kind_allowed`). The meeting is
 * not over (`meeting.is_not_over`).
 *
 * It settles nothing. Whoever is invited is an invitee of the meeting for that item; a unit that is given with its
 * kind is known to the body from then on, and does not become a member unit by it.
 */
export interface Invite {
  type: "invite";
  /** The meeting. */
  meeting: MeetingId;
  /** The item for which they come. */
  item: ItemId;
  /** Who is invited, by name. */
  invitee: Text;
  /** Whether it is an expert, and not a unit. */
  expert?: boolean;
  /** What kind of unit it is, where the body does not know it yet. */
  kind?: UnitKind;
  /** The unit, where it is one the body knows, or is to know from now on. */
  unit?: UnitId;
}

/**
 * Tells the office that a unit will not come to a meeting, or sends an alternate (会前请假).
 *
 * Whoever acts for the unit may do it (`actor.acts_for_unit`), before the meeting begins (`apology.sent_before_the_meeting`),
 * once (`apology.sent_once`), for a unit that was called (`attendance.of_units_called`). Charters do not say who may be
 * excused, nor by whom: it is recorded as what was said.
 *
 * It settles nothing. Who attends is recorded on the day, with `record_attendance`, whatever was said before.
 */
export interface SendApology {
  type: "send_apology";
  /** The meeting. */
  meeting: MeetingId;
  /** The unit that will not come, or not by its member. */
  unit: UnitId;
  /** Who comes instead, if anybody does. */
  alternate?: Text;
  /** Why it will not. */
  reason?: Text;
}

/**
 * Puts a meeting off to another time (改期).
 *
 * Those who may call a meeting of the kind, other than as one entrusted, do this or, while there is nobody who may, the
 * convener (`meeting.called_by_whoever_may`). The meeting has not begun (`meeting.is_convened`), and the new time is not
 * before the act (`meeting.lies_ahead`); it may be earlier than the old one. A new planned end comes after it
 * (`meeting.ends_after_it_begins`); where none is given, none is known any more.
 *
 * It settles nothing. The meeting is held at the new time, and can only be opened on that day
 * (`meeting.opens_on_its_day`).
 */
export interface PostponeMeeting {
  type: "postpone_meeting";
  /** The meeting. */
  meeting: MeetingId;
  /** When it will be held instead. */
  to: Time;
  /** Why it is put off. */
  reason: Text;
  /** When it is to end instead. */
  ends_at?: Time;
  /** Where it will be held instead, where that changes too. */
  place?: Text;
}

/**
 * Calls a meeting off (取消).
 *
 * Those who may call a meeting of the kind, other than as one entrusted, do this or, while there is nobody who may, the
 * convener (`meeting.called_by_whoever_may`). The meeting has not begun (`meeting.is_convened`).
 *
 * It settles nothing. The meeting is at its end. Its items are on no agenda and can be put on another, and the
 * request upon which it was called waits for a meeting again.
 */
export interface CancelMeeting {
  type: "cancel_meeting";
  /** The meeting. */
  meeting: MeetingId;
  /** Why it is called off. */
  reason: Text;
}

/**
 * Opens a meeting (开会).
 *
 * Whoever presides does this (`meeting.opened_by_presiding`): the person to whom it was delegated, or whoever holds
 * the role and takes it back; the person whom the notice settled or, where that person holds the role no longer,
 * another who holds it; while nobody holds it, the convener. Where conveners are ranked, it is the first in office, or the person to whom it was delegated
 * (`presiding.first_in_rank`). The meeting is convened
 * (`meeting.is_convened`) and for that day (`meeting.opens_on_its_day`).
 *
 * It settles nothing. The meeting is open, under the person who opened it, and counts as held that day. The office can record who attends, and
 * whoever presides can take up its items.
 */
export interface OpenMeeting {
  type: "open_meeting";
  /** The meeting. */
  meeting: MeetingId;
}

/** As what a person attends for a unit. */
export type Capacity =
  /** As its member (成员). */
  | "member"
  /** In the member's place (代为参加). */
  | "alternate"
  /** As its liaison officer (联络员). */
  | "liaison_officer";

/** A person who attends a meeting for a unit. The unit is then an attending unit, whichever person it sent. */
export interface Present {
  /** The unit. */
  unit: UnitId;
  /** The person. */
  person: PersonId;
  /** As what the person attends. */
  capacity: Capacity;
  /** When the person arrived, where that was after the opening (迟到). */
  arrived?: Time;
  /** The unit an alternate is from, where it is not the one they attend for. */
  from_unit?: UnitId;
  /** The rank of the person's post, where it matters for an alternate. */
  rank?: Rank;
}

/** As what a person sits in at a meeting (列席). */
export type ObserverRole =
  /** As the liaison officer of a unit (联络员). */
  | "liaison_officer"
  /** As one of the staff (工作人员). */
  | "staff";

/**
 * A person who sits in at a meeting without a voice in it (列席): a liaison officer, or one of the staff, where
 * the charter lets such persons sit in.
 */
export interface Observer {
  /** The unit the person is from. */
  unit: UnitId;
  /** The person. */
  person: PersonId;
  /** As what the person sits in. */
  role: ObserverRole;
}

/**
 * Records who attends a meeting and who sent apologies (记录出席).
 *
 * The office does this (`actor.is_office`), at a meeting that is open (`meeting.is_open`), for units that were
 * called (`attendance.of_units_called`), and once for each of them (`attendance.recorded_once`). A unit attends by
 * its member, at a liaison meeting by its liaison officer (`attendance.by_the_right_person`), or by an alternate,
 * if the charter allows one of that rank and unit or does not say (`attendance.alternate_allowed`). Others sit in
 * only where the charter lets them (`attendance.observers_allowed`), or are among those invited and named once
 * (`attendance.of_those_invited`). Who came late arrived after the opening and by the time of the record
 * (`attendance.arrival_during_the_meeting`).
 *
 * It settles nothing. The units that attend, while they are there, can state positions, and are the ones that make a discussion
 * collective (`decision.is_collective`), a quorum (`meeting.quorum_attends`) and a consensus
 * (`decision.has_consensus`).
 */
export interface RecordAttendance {
  type: "record_attendance";
  /** The meeting. */
  meeting: MeetingId;
  /** Who attends, for which unit. */
  present: Present[];
  /** The units that sent apologies (请假). */
  apologies?: UnitId[];
  /** Which of those who were invited came, by the name in the invitation (应邀列席). */
  invited?: Text[];
  /** Who sits in (列席). */
  observers?: Observer[];
}

/**
 * Records that a unit left a meeting before its end (提前离会). The time of the act is that at which it left.
 *
 * Only the office may do it (`actor.is_office`), during the meeting or after it (`attendance.left_during_the_meeting`), of
 * a unit that attends, once (`attendance.left_by_one_who_attends`).
 *
 * From then on the unit is not there: it makes no discussion collective and no quorum, states no position, and is not
 * bound by what is settled later, unless it had stated its position on that before; where such a matter was settled
 * before the leaving was recorded, this act settles whom it binds. What the unit stated stands, an objection too. It
 * attended the meeting all the same, and is asked about the minutes. Its person led nothing after that.
 */
export interface RecordLeaving {
  type: "record_leaving";
  /** The meeting. */
  meeting: MeetingId;
  /** The unit that left. */
  unit: UnitId;
}

/**
 * Closes a meeting (闭会).
 *
 * Whoever presides does this (`meeting.closed_by_presiding`). The meeting is open (`meeting.is_open`), and every
 * item of its agenda has an outcome: it was heard or discussed, if no more was asked for, and otherwise it was
 * settled or left open (`meeting.items_are_settled`).
 *
 * It settles nothing. The meeting is at its end, and the office can draft its minutes. Items that were only to be
 * heard or discussed are done with; those that were left open can be put on another agenda.
 */
export interface CloseMeeting {
  type: "close_meeting";
  /** The meeting. */
  meeting: MeetingId;
}

/**
 * Declares a key period (重点时期), in which meetings are held more often.
 *
 * Those whom the charter names do this; where it does not know key periods, nobody can declare one
 * (`key_period.declared_by_whoever_may`). The period does not end before it begins
 * (`key_period.ends_after_it_begins`).
 *
 * It settles nothing. For the days of the period, meetings are owed as often as the charter asks in key periods.
 */
export interface DeclareKeyPeriod {
  type: "declare_key_period";
  /** The first day. */
  from: Date;
  /** The last day. */
  to: Date;
  /** Why it is a key period. */
  reason: Text;
}

/** What an agenda item is for. */
export type ItemKind =
  /** A report on the state of work is heard (通报工作情况). */
  | "state_of_work"
  /** A topic is discussed (议题). */
  | "discussion"
  /** A matter is to be agreed (需要议定的事项). */
  | "decision"
  /** Member units, members or liaison officers change. */
  | "membership"
  /** The body's own rules change. */
  | "rules"
  /** Policy or law. */
  | "policy"
  /** A major case. */
  | "major_case";

/** A clause (条款) of a charter. */
export type ClauseId = string;

/**
 * Puts an item forward for an agenda (提出议题).
 *
 * Whoever acts for the unit that puts the item does this, or the office where the act names no unit
 * (`item.put_by_member_unit_or_office`). The unit is a member unit that day (`unit.is_member`).
 *
 * It settles nothing. The item is open, and `convene` can put it on an agenda; the clauses that it serves count as
 * served by it. A report on the state of work and a topic for discussion are only heard or discussed; items of
 * every other kind are to be settled.
 */
export interface AddAgendaItem {
  type: "add_agenda_item";
  /** Its new name. */
  item: ItemId;
  /** What it is about. */
  title: Text;
  /** What it is for. */
  kind: ItemKind;
  /**
   * The units whose membership, or whose persons, it is about, which need not be known yet: an admission or a
   * withdrawal rests on a matter of membership that names the unit here.
   */
  about?: UnitId[];
  /** The units it concerns. */
  concerned?: UnitId[];
  /** Whether it is a major matter (重大事项). */
  major?: boolean;
  /** What is proposed. */
  proposal?: Text;
  /** The clauses it serves. */
  serves?: ClauseId[];
  /** The unit that puts it; without one, the office does. */
  unit?: UnitId;
}

/** What a unit says to a proposal. */
export type Position =
  /** It agrees (同意). */
  | "agree"
  /** It agrees, and has a reservation on record (保留意见). */
  | "agree_with_reservation"
  /** It objects (不同意). */
  | "object"
  /** It abstains (不表态). */
  | "abstain";

/**
 * Records what a unit that is consulted replies (征求意见).
 *
 * The office does this, or whoever acts for the unit (`actor.acts_for_unit`), for an item that is not settled
 * (`item.is_unsettled`); no meeting has to be open for it.
 *
 * It settles nothing. The unit counts as consulted about the item (`meeting.prior_steps_done`). What its responsible
 * person or its member replies is what the unit says in writing if it does not attend: an objection stands in the
 * way of consensus where the charter is read so that absent units must reply (`decision.has_consensus`), and a reply
 * in favour has the unit bound by what is agreed. A later reply of theirs replaces an earlier one. What the office
 * or the liaison officer notes, such as an answer by telephone, is remembered and does neither, nor does it replace
 * what the unit has said in writing.
 */
export interface ConsultUnit {
  type: "consult_unit";
  /** The item. */
  item: ItemId;
  /** The unit. */
  unit: UnitId;
  /** What it replies. */
  reply: Position;
  /** The words of its reply. */
  text?: Text;
}

/**
 * Takes an item up for discussion, or hears it (研究讨论、听取通报).
 *
 * Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
 * item that is on its agenda (`item.is_on_the_agenda`) and not settled (`item.is_unsettled`).
 *
 * It settles nothing. The item is discussed, so that attending units can state positions and the meeting can agree
 * or clarify it (`item.is_discussed`). After a liaison meeting it also counts as prepared for the meetings that
 * ask for that (`meeting.prior_steps_done`).
 */
export interface Discuss {
  type: "discuss";
  /** The meeting. */
  meeting: MeetingId;
  /** The item. */
  item: ItemId;
}

/**
 * States the position of a unit (表明意见); a later one replaces it.
 *
 * The person who attends for the unit does this, or its responsible person or its member (`actor.acts_for_unit`).
 * The unit attends the meeting (`position.of_an_attending_unit`), which is open (`meeting.is_open`); the item is on
 * its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled (`item.is_unsettled`).
 *
 * It settles nothing. The position is what the unit says when the matter is agreed: an objection stands in the way
 * of consensus, and so do a reservation or an abstention where the charter is read so (`decision.has_consensus`).
 */
export interface StatePosition {
  type: "state_position";
  /** The meeting. */
  meeting: MeetingId;
  /** The item. */
  item: ItemId;
  /** The unit. */
  unit: UnitId;
  /** Its position. */
  position: Position;
  /** Its words: the reservation, the ground of the objection. */
  text?: Text;
}

/**
 * Takes back the position of a unit (撤回意见).
 *
 * The person who attends for the unit does this, or its responsible person or its member (`actor.acts_for_unit`).
 * The unit attends the meeting (`position.of_an_attending_unit`), which is open (`meeting.is_open`), and has stated
 * a position (`position.is_stated`); the item is on the agenda (`item.is_on_the_agenda`) and not settled
 * (`item.is_unsettled`).
 *
 * It settles nothing. The unit has said nothing about the item, as if it had never stated a position: it no longer
 * objects, nor agrees.
 */
export interface WithdrawPosition {
  type: "withdraw_position";
  /** The meeting. */
  meeting: MeetingId;
  /** The item. */
  item: ItemId;
  /** The unit. */
  unit: UnitId;
}

/**
 * Puts another proposal in the place of the one discussed (修改方案): agreement must be stated anew, an objection
 * stands until its unit says otherwise.
 *
 * Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
 * item that is on its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled
 * (`item.is_unsettled`).
 *
 * It settles nothing. The new proposal is the one that the meeting can agree. Of what units said to the old one in
 * the room only the objections are left, and replies in writing are not.
 */
export interface ReviseProposal {
  type: "revise_proposal";
  /** The meeting. */
  meeting: MeetingId;
  /** The item. */
  item: ItemId;
  /** What is proposed now. */
  proposal: Text;
}

/**
 * Agrees a matter (议定).
 *
 * Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
 * item that is on its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled
 * (`item.is_unsettled`). Enough member units attend for the discussion to be collective
 * (`decision.is_collective`), and as many as the charter asks for (`meeting.quorum_attends`). No unit that counts
 * stands in the way or is silent where it must speak (`decision.has_consensus`). A meeting of the kind may agree
 * such a matter (`decision.within_the_powers_of_the_meeting`), and the matter is not reserved to a plenary meeting
 * (`meeting.reserved_to_plenary_kept`) or to the superior (`decision.is_not_for_the_superior`).
 *
 * It settles whom the matter binds: the member units that attended and did not object, and those that did not
 * attend but replied in writing in favour of it or, where the charter is read so, all member units. The item is
 * agreed and at its end. The minutes have to record it, and the units to which it gives work can be assigned that
 * work by `assign`.
 */
export interface Agree {
  type: "agree";
  /** The meeting. */
  meeting: MeetingId;
  /** The item. */
  item: ItemId;
  /** The units to which it gives work (落实部门). */
  tasks?: UnitId[];
}

/**
 * Clarifies a matter (明确), without giving anyone new duties.
 *
 * Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
 * item that is on its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled
 * (`item.is_unsettled`). Enough member units attend (`decision.is_collective`, `meeting.quorum_attends`), and none
 * of them objects; none has to speak (`decision.has_consensus`). A meeting of the kind may clarify matters
 * (`decision.within_the_powers_of_the_meeting`), and the matter is not reserved to a plenary meeting
 * (`meeting.reserved_to_plenary_kept`). It gives work to no unit: one that names `tasks` is refused, and has to be
 * agreed (`decision.clarified_without_new_duties`).
 *
 * It settles whom the matter binds: the member units that attended and did not object, and those that did not
 * attend but replied in writing in favour of it or, where the charter is read so, all member units. The item is
 * clarified and at its end, and the minutes have to record it.
 */
export interface Clarify {
  type: "clarify";
  /** The meeting. */
  meeting: MeetingId;
  /** The item. */
  item: ItemId;
  /** The units to which it gives work. */
  tasks?: UnitId[];
}

/**
 * Leaves an item open (留待再议).
 *
 * Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
 * item that is on its agenda (`item.is_on_the_agenda`) and not settled (`item.is_unsettled`), whether it was
 * discussed or not.
 *
 * It settles nothing. The item has an outcome, so that the meeting can be closed (`meeting.items_are_settled`),
 * and stays open: after the meeting it can be put on another agenda, and `refer_upwards` can take it to the
 * superior.
 */
export interface LeaveOpen {
  type: "leave_open";
  /** The meeting. */
  meeting: MeetingId;
  /** The item. */
  item: ItemId;
  /** Why it is left open. */
  reason: Text;
}

/**
 * Takes an item on which no consensus was reached to the superior (提请上级决定).
 *
 * Those whom the charter names do this, or the office or the convener where it names nobody
 * (`decision.referred_by_whoever_may`). The charter says where a matter without consensus goes, and it goes
 * nowhere else (`decision.escalation_provided_for`); where the charter lets only major matters go there, the item
 * is one (`decision.referred_matter_is_major`). The item was left open (`item.is_left_open`).
 *
 * It settles nothing. The item is referred upwards and at its end here: no meeting of the body can take it up
 * again.
 */
export interface ReferUpwards {
  type: "refer_upwards";
  /** The item. */
  item: ItemId;
  /** To whom it goes; if not given, to whom the charter says. */
  to?: Text;
}

/** Minutes (会议纪要). */
export type MinutesId = string;

/**
 * Drafts the minutes of a meeting (起草会议纪要): the text that will become a document once the units have been asked.
 *
 * Only the office may do it (`actor.is_office`), and only for a meeting that is closed
 * (`minutes.of_a_closed_meeting`), once (`minutes.once_for_each_meeting`). The minutes must record everything the
 * meeting agreed, and nothing it did not settle (`minutes.cover_what_was_settled`). The charter must give minutes
 * of such a meeting a path (`minutes.path_provided_for`).
 *
 * It settles the first version: the steps these minutes take, the units asked for their consent and those asked to
 * countersign. The minutes are then on their way until a document is issued from them.
 */
export interface DraftMinutes {
  type: "draft_minutes";
  /** The new name of the minutes. */
  minutes: MinutesId;
  /** The meeting whose minutes they are. */
  meeting: MeetingId;
  /** What the minutes say. */
  text: Text;
  /** The matters settled there that they record. */
  items?: ItemId[];
}

/**
 * Drafts minutes anew (修改纪要): what units said to the version before is kept, and counts no more.
 *
 * Only the office may do it (`actor.is_office`), as long as no document has been issued from the minutes
 * (`minutes.are_not_issued`) and they bear no number (`minutes.are_not_numbered`); a number has to be voided
 * first.
 *
 * It settles the next version: its number, its steps by the charter that judges now, and the units asked. Whoever
 * was asked before is asked again, and so is whoever has to be asked by now. Consents, countersignatures and the
 * approval of the version before become part of the past of the minutes. This is also the way on when another
 * version of the charter has changed the path (`minutes.take_the_path_in_force`).
 */
export interface RedraftMinutes {
  type: "redraft_minutes";
  /** The minutes that are redrafted. */
  minutes: MinutesId;
  /** What the minutes say now. */
  text: Text;
  /** Why they are redrafted. */
  reason: Text;
}

/**
 * Consents to a version of the minutes (同意).
 *
 * Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
 * into which it was merged (`actor.acts_for_unit`). The minutes must have this step on their path
 * (`path.has_the_step`), and the unit must be one of those asked (`consent.is_asked_of_the_unit`). It speaks of
 * the present version (`minutes.version_is_current`), which it answers once, unless it comes round after it has
 * declined (`consent.is_given_once`), and before the document is issued (`minutes.are_not_issued`).
 *
 * It settles nothing. The consent stands in the minutes until they are redrafted; when every unit asked has
 * consented, `minutes.consented_by_all_asked` no longer stands before the steps that follow.
 */
export interface Consent {
  type: "consent";
  /** The minutes that are answered. */
  minutes: MinutesId;
  /** The version consented to. */
  version: number;
  /** The unit that consents. */
  unit: UnitId;
}

/**
 * Says that a unit would consent if the minutes were changed (修改后同意): this is no consent to the version.
 *
 * Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
 * into which it was merged (`actor.acts_for_unit`). The same rules stand before it as before a consent: the unit
 * is one of those asked (`consent.is_asked_of_the_unit`), speaks of the present version
 * (`minutes.version_is_current`) and answers it once (`consent.is_given_once`).
 *
 * It settles nothing. The answer stands in the minutes, and the unit cannot answer this version otherwise: until
 * the office redrafts the minutes and asks anew, `minutes.consented_by_all_asked` names the unit.
 */
export interface ConsentWithChanges {
  type: "consent_with_changes";
  /** The minutes that are answered. */
  minutes: MinutesId;
  /** The version answered. */
  version: number;
  /** The unit that answers. */
  unit: UnitId;
  /** The changes that the unit wants. */
  changes: Text;
}

/**
 * Declines to consent to a version of the minutes (不同意).
 *
 * Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
 * into which it was merged (`actor.acts_for_unit`). The same rules stand before it as before a consent: the unit
 * is one of those asked (`consent.is_asked_of_the_unit`), speaks of the present version
 * (`minutes.version_is_current`) and has not answered it (`consent.is_given_once`).
 *
 * It settles nothing. The answer stands in the minutes, and `minutes.consented_by_all_asked` names the unit until
 * it comes round or the minutes are redrafted. Nor does its silence count as consent any more, where the charter
 * takes silence for consent.
 */
export interface DeclineConsent {
  type: "decline_consent";
  /** The minutes that are answered. */
  minutes: MinutesId;
  /** The version answered. */
  version: number;
  /** The unit that answers. */
  unit: UnitId;
  /** Why the unit does not consent. */
  reason: Text;
}

/**
 * Takes back the consent of a unit to a version of the minutes (撤回同意).
 *
 * Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
 * into which it was merged (`actor.acts_for_unit`). The unit must have consented (`consent.stands`) to the present
 * version (`minutes.version_is_current`), and no document may have been issued (`minutes.are_not_issued`). A
 * charter need not provide for this: what a unit has said is the unit's to take back, as long as nothing has gone
 * out on it.
 *
 * It settles nothing. The unit counts as one that has not answered and is not silent either:
 * `minutes.consented_by_all_asked` names it until it consents anew. A signature that it gave is taken back by
 * `withdraw_countersignature`.
 */
export interface WithdrawConsent {
  type: "withdraw_consent";
  /** The minutes to which the unit consented. */
  minutes: MinutesId;
  /** The version consented to. */
  version: number;
  /** The unit that takes its consent back. */
  unit: UnitId;
  /** Why the unit takes it back. */
  reason: Text;
}

/**
 * Countersigns a version of the minutes for a unit (会签).
 *
 * Only the responsible person of the unit may do it, in a post that the charter names, also of the unit into which
 * it was merged (`countersign.by_responsible_person`). The unit must be one of those asked
 * (`countersign.is_asked_of_the_unit`); where consent comes before countersigning, all consents must be there
 * (`countersign.follows_consent`), unless the charter is read so that one sheet serves both and the signature is
 * the consent. The unit signs the present version (`minutes.version_is_current`) once
 * (`countersign.is_given_once`), before the document is issued (`minutes.are_not_issued`).
 *
 * It settles nothing. The signature stands in the minutes until they are redrafted; when every unit asked has
 * signed, `minutes.countersigned_by_all_asked` no longer stands before the steps that follow.
 */
export interface Countersign {
  type: "countersign";
  /** The minutes that are countersigned. */
  minutes: MinutesId;
  /** The version signed. */
  version: number;
  /** The unit that signs. */
  unit: UnitId;
  /** The opinion of the signer. A signature alone is consent. */
  opinion?: Text;
}

/**
 * Declines to countersign a version of the minutes for a unit (不予会签).
 *
 * Only the responsible person of the unit may do it, in a post that the charter names, also of the unit into which
 * it was merged (`countersign.by_responsible_person`). The unit must be one of those asked
 * (`countersign.is_asked_of_the_unit`), speak of the present version (`minutes.version_is_current`) and have given
 * neither signature nor refusal for it (`countersign.is_given_once`), before the document is issued
 * (`minutes.are_not_issued`).
 *
 * It settles nothing. `minutes.countersigned_by_all_asked` names the unit until it comes round to signing or the
 * minutes are redrafted.
 */
export interface DeclineCountersign {
  type: "decline_countersign";
  /** The minutes that are not countersigned. */
  minutes: MinutesId;
  /** The version not signed. */
  version: number;
  /** The unit that does not sign. */
  unit: UnitId;
  /** Why the unit does not countersign. */
  reason: Text;
}

/**
 * Takes back the signature of a unit under a version of the minutes (撤回会签).
 *
 * Only the responsible person of the unit may do it, in a post that the charter names, also of the unit into which
 * it was merged (`countersign.by_responsible_person`). The unit must have signed (`countersign.stands`) the present
 * version (`minutes.version_is_current`), and no document may have been issued (`minutes.are_not_issued`). A
 * charter need not provide for this: a signature is the unit's to take back, as long as nothing has gone out on it.
 *
 * It settles nothing. `minutes.countersigned_by_all_asked` names the unit until it signs anew. Where one sheet
 * serves both, its consent is gone with the signature, unless it had consented apart from it.
 */
export interface WithdrawCountersignature {
  type: "withdraw_countersignature";
  /** The minutes that the unit signed. */
  minutes: MinutesId;
  /** The version signed. */
  version: number;
  /** The unit that takes its signature back. */
  unit: UnitId;
  /** Why the unit takes it back. */
  reason: Text;
}

/**
 * Approves a version of the minutes (审定), where the charter asks for it.
 *
 * Only the convener may do it (`actor.is_convener`), where the path of the minutes has this step
 * (`path.has_the_step`). It approves the present version (`minutes.version_is_current`) once
 * (`minutes.await_approval`), before the document is issued (`minutes.are_not_issued`). Where consent or
 * countersigning comes first on the path, it must be complete (`minutes.consented_by_all_asked`,
 * `minutes.countersigned_by_all_asked`).
 *
 * It settles nothing. The minutes count as approved until they are redrafted, so that
 * `minutes.approved_by_convener` no longer stands before the steps that follow.
 */
export interface ApproveMinutes {
  type: "approve_minutes";
  /** The minutes that are approved. */
  minutes: MinutesId;
  /** The version approved. */
  version: number;
}

/** A number series (发文字号的序列). */
export type SeriesId = string;

/**
 * Allots a document number to minutes (编号).
 *
 * Only the office may do it (`actor.is_office`), where the path of the minutes has this step (`path.has_the_step`)
 * and what comes first on it is done (`minutes.consented_by_all_asked`, `minutes.countersigned_by_all_asked`,
 * `minutes.approved_by_convener`). The series is one that the charter names, of the lead unit where documents go
 * out under its letterhead or number (`number.in_a_series_of_the_lead`). A serial is allotted once in a year
 * (`number.is_next_or_unused`), and minutes bear one number at a time (`minutes.have_no_number`).
 *
 * It settles the number: the organ code of the series, the year of the act, and the serial given or else the next
 * one, which comes after those allotted and after the number of the charter itself. The serial is used up for that year. Serials that were passed over are shown by the duty `number.gaps`.
 */
export interface AllotNumber {
  type: "allot_number";
  /** The minutes that get the number. */
  minutes: MinutesId;
  /** The series from which the number is taken. */
  series: SeriesId;
  /** The serial. If none is given, it is the one after the last taken in the year. */
  serial?: number;
}

/**
 * Voids a document number (作废): it is never used again.
 *
 * Only the office may do it (`actor.is_office`). The number must have been allotted and not been voided
 * (`number.is_allotted`), and no document may have been issued under it (`number.is_not_issued`).
 *
 * It settles nothing. The minutes bear no number any more, so that they can be redrafted or get another one; the
 * serial stays used up.
 */
export interface VoidNumber {
  type: "void_number";
  /** The series of the number. */
  series: SeriesId;
  /** The year of the number. */
  year: number;
  /** The serial of the number. */
  serial: number;
  /** Why the number is voided. */
  reason: Text;
}

/** A formal document (正式文件). */
export type DocumentId = string;

/** The kind of a document (文种): the fifteen formal ones, and three that offices take for formal. */
export type DocumentKind =
  /** 决议 */
  | "resolution"
  /** 决定 */
  | "decision"
  /** 命令（令） */
  | "order"
  /** 公报 */
  | "communique"
  /** 公告 */
  | "announcement"
  /** 通告 */
  | "public_notice"
  /** 意见 */
  | "opinion"
  /** 通知 */
  | "notice"
  /** 通报 */
  | "circular"
  /** 报告 */
  | "report"
  /** 请示 */
  | "request_for_instructions"
  /** 批复 */
  | "reply"
  /** 议案 */
  | "bill"
  /** 函 */
  | "letter"
  /** 纪要 */
  | "minutes"
  /** 简报: not a formal kind. */
  | "briefing"
  /** 方案: not a formal kind. */
  | "plan"
  /** 清单: not a formal kind. */
  | "list";

/** Whether a document is public. */
export type Publicness =
  /** 主动公开 */
  | "open"
  /** 依申请公开 */
  | "on_request"
  /** 不予公开 */
  | "closed";

/** In whose name documents go out. */
export type Carrier =
  /** The lead unit's letterhead, number and seal. */
  | "lead_unit"
  /** The member units jointly, under the lead unit's number. */
  | "joint"
  /** The joint meeting itself, without a seal. */
  | "body";

/** How secret a document is (密级). */
export type Secrecy =
  /** 绝密 */
  | "top_secret"
  /** 机密 */
  | "secret"
  /** 秘密 */
  | "confidential";

/** How urgent a document is (紧急程度). */
export type Urgency =
  /** 特急 */
  | "extra_urgent"
  /** 加急 */
  | "urgent";

/**
 * Issues minutes as a formal document (印发正式文件).
 *
 * Only the office may do it (`actor.is_office`), when every step on the path of the minutes is done:
 * `minutes.consented_by_all_asked`, `minutes.countersigned_by_all_asked`, `minutes.approved_by_convener` and
 * `document.is_numbered`. A unit that gets a task must be bound by the matter or have consented in writing
 * (`document.tasked_units_have_undertaken`).
 *
 * The document goes to every unit concerned, as the charter says (`document.reaches_the_units_concerned`), and to
 * member units only where nothing goes outside (`document.stays_within`). Its kind is a formal one
 * (`document.kind_is_formal`) with which the title ends (`document.title_names_its_kind`); if it is not simply
 * public, it says why (`document.closed_with_a_reason`), and it is not both secret and open
 * (`document.secret_is_not_open`). Name and seal are such as the charter allows
 * (`document.in_a_permitted_name`, `document.sealed_as_permitted`).
 *
 * It settles nothing. The minutes are closed: they can be neither answered nor redrafted, and their number cannot
 * be voided. The document waits for the receipts of those it went to, and to be reported up where the charter asks
 * for that.
 */
export interface IssueDocument {
  type: "issue_document";
  /** The new name of the document. */
  document: DocumentId;
  /** The minutes it carries. */
  minutes: MinutesId;
  /** The kind of the document. */
  kind: DocumentKind;
  /** The title, which ends with the word for the kind. */
  title: Text;
  /** Whether the document is public. */
  publicness: Publicness;
  /** Others who get a copy (抄送), by name. */
  copied_to?: Text[];
  /** Others that the document goes to, by name. */
  other_recipients?: Text[];
  /** Why the document is not simply public. */
  reason?: Text;
  /** The units that the document goes to (主送) and that the body knows. */
  recipients?: UnitId[];
  /**
   * Whose seal the document bears, where that is said: the lead unit's, those of all issuers, or one of the
   * body's own.
   */
  seal?: Carrier;
  /** How secret the document is, where it is (密级). */
  secrecy?: Secrecy;
  /** For how many years it is secret (保密期限). */
  secret_for_years?: number;
  /** How urgent the document is, where it is (紧急程度). */
  urgency?: Urgency;
}

/**
 * Issues a formal document that is not the one by which minutes are issued (另行印发文件): a notice that carries issued
 * minutes out, a document on a matter that was settled without minutes, or one that rests on the charter.
 *
 * Only the office may do it (`actor.is_office`). The document says what it rests on (`document.rests_on_something`).
 * Minutes on which it rests have been issued by then, so that every step on their path is done
 * (`document.follows_issued_minutes`). Items on which it rests were settled (`document.rests_on_what_was_settled`); where
 * the charter has what is agreed put into minutes, those minutes record them
 * (`document.agreed_matters_come_by_minutes`). A unit that gets a task must be bound by the matter or have consented in
 * writing (`document.tasked_units_have_undertaken`). On documents that rest on the charter alone no charter need say
 * anything: they are recorded as issued, and put no task on anyone.
 *
 * For its kind, title, publicness, secrecy, recipients, name and seal the same holds as for `issue_document`. If a series
 * is named, the document bears a number, which is taken as by `allot_number` (`number.in_a_series_of_the_lead`,
 * `number.is_next_or_unused`).
 *
 * It settles the number, if there is one. The document waits for the receipts of those it went to.
 */
export interface IssueOtherDocument {
  type: "issue_other_document";
  /** The new name of the document. */
  document: DocumentId;
  /** The kind of the document. */
  kind: DocumentKind;
  /** The title, which ends with the word for the kind. */
  title: Text;
  /** What the document says. */
  text: Text;
  /** Whether the document is public. */
  publicness: Publicness;
  /** The clauses of the charter on which it rests. */
  clauses?: ClauseId[];
  /** Others who get a copy (抄送), by name. */
  copied_to?: Text[];
  /** The settled items on which it rests. */
  items?: ItemId[];
  /** The minutes that it carries out, if it rests on minutes. */
  minutes?: MinutesId;
  /** Others that the document goes to, by name. */
  other_recipients?: Text[];
  /** Why the document is not simply public. */
  reason?: Text;
  /** The units that the document goes to (主送) and that the body knows. */
  recipients?: UnitId[];
  /** Whose seal the document bears, where that is said. */
  seal?: Carrier;
  /** How secret the document is, where it is (密级). */
  secrecy?: Secrecy;
  /** For how many years it is secret (保密期限). */
  secret_for_years?: number;
  /** The serial. If none is given, it is the one after the last taken in the year. */
  serial?: number;
  /** The series from which its number is taken, if it bears one. */
  series?: SeriesId;
  /** How urgent the document is, where it is (紧急程度). */
  urgency?: Urgency;
}

/**
 * Sends a copy of a document to the superior (抄报).
 *
 * Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`). If the charter
 * names the superiors to whom documents are reported up, it goes to one of them (`report_up.provided_for`); a charter
 * that is silent leaves it to the office to send a copy to whom it likes, and makes no duty of it.
 *
 * It settles nothing. The document remembers when it first went to that superior, which fulfils the duty
 * `document.reported_up`, if there is one.
 */
export interface ReportUp {
  type: "report_up";
  /** The document that is reported up. */
  document: DocumentId;
  /** The superior to whom the copy goes. */
  to: Text;
}

/**
 * Records that a document has been received (签收).
 *
 * The office may do it, and whoever acts for the unit that received the document: its responsible person, its
 * member or its liaison officer (`actor.acts_for_unit`). For a recipient that is not a unit of the body only the
 * office may. The document must have been sent or copied to the recipient, or to a unit in whose place it stands
 * (`receipt.by_a_recipient`), which acknowledges it once (`receipt.is_given_once`): for all these units under its own
 * name, or for one under the name of that one. By then the document must not have been withdrawn, revoked or repealed
 * (`document.is_in_force`).
 *
 * It settles nothing. The receipt stands in the document; when it was the last one missing, and nothing has to be
 * reported up, nothing is outstanding for the document.
 */
export interface AcknowledgeReceipt {
  type: "acknowledge_receipt";
  /** The document that was received. */
  document: DocumentId;
  /** Who has received it: a unit, or another recipient by name. */
  recipient: Text;
}

/**
 * Sends a document to further recipients after it was issued (补发).
 *
 * Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`). It goes to
 * somebody, and to nobody to whom it was sent before (`document.goes_to_new_recipients`), to no unit that has ended
 * (`unit.has_not_ended`), and to member units only where nothing goes outside (`document.stays_within`). A charter need
 * not provide for this: it is recorded as what was done.
 *
 * It settles nothing. The document waits for the receipts of those to whom it was sent now, as for those of the others.
 */
export interface SupplementRecipients {
  type: "supplement_recipients";
  /** The document that is sent. */
  document: DocumentId;
  /** Others who get a copy (抄送), by name. */
  copied_to?: Text[];
  /** Others that the document goes to, by name. */
  other_recipients?: Text[];
  /** The units that the document goes to (主送) and that the body knows. */
  recipients?: UnitId[];
}

/**
 * Corrects a passage of a document that was issued (更正): a slip in writing, not what was agreed.
 *
 * Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`), and the new
 * wording must differ from the old (`correction.changes_the_wording`). A charter need not provide for this: it is
 * recorded as what was done. What the minutes say stays as the units consented to it; whoever wants that changed
 * withdraws or revokes the document, and redrafts the minutes.
 *
 * It settles nothing. The document remembers that it was corrected, each time.
 */
export interface CorrectDocument {
  type: "correct_document";
  /** The document that is corrected. */
  document: DocumentId;
  /** The passage as it went out. */
  passage: Text;
  /** The wording in its place. */
  wording: Text;
  /** Why it is corrected. */
  reason?: Text;
}

/**
 * Makes a document public (公布).
 *
 * Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`), once
 * (`document.is_published_once`), and only if it was issued as open to the public (`document.published_if_open`). A charter
 * need not provide for this: it is recorded as what was done.
 *
 * It settles nothing. The document remembers when it was made public.
 */
export interface PublishDocument {
  type: "publish_document";
  /** The document that is made public. */
  document: DocumentId;
  /** Where it is made public. */
  place?: Text;
}

/**
 * Withdraws a document before anyone has received it (撤回).
 *
 * Only the office may do it (`actor.is_office`), as long as nobody has acknowledged its receipt
 * (`document.is_not_received`) and it has not come to its end (`document.ends_once`). The document in its place, if one
 * is named, is another one, which is in force (`document.replaced_by_another`). A charter need not provide for this: it
 * is recorded as what was done, and the agreed matter stands as it did.
 *
 * It settles nothing. Nothing is outstanding for the document any more. The minutes that it carried are as if they had
 * not been issued: they bear no number, and can be redrafted and issued anew. Its own number stays used up.
 */
export interface WithdrawDocument {
  type: "withdraw_document";
  /** The document that is withdrawn. */
  document: DocumentId;
  /** Why it is withdrawn. */
  reason: Text;
  /** The document in its place, where there is one. */
  replaced_by?: DocumentId;
}

/**
 * Revokes a document (撤销).
 *
 * Only the office may do it (`actor.is_office`), for a document that has not come to its end (`document.ends_once`). The
 * document in its place, if one is named, is another one, which is in force (`document.replaced_by_another`). A charter
 * need not provide for this: it is recorded as what was done, with the name of whoever decided it, and the agreed matter
 * stands as it did.
 *
 * It settles nothing. The document counts as if it had never been, and nothing is outstanding for it any more. The minutes
 * that it carried are as if they had not been issued: they bear no number, and can be redrafted and issued anew. Its own
 * number stays used up.
 */
export interface RevokeDocument {
  type: "revoke_document";
  /** The document that is revoked. */
  document: DocumentId;
  /** Who decided it, by name: the issuer, its superior, or an organ of power. */
  decided_by: Text;
  /** Why it is revoked. */
  reason: Text;
  /** The document in its place, where there is one. */
  replaced_by?: DocumentId;
}

/**
 * Repeals a document (废止).
 *
 * Only the office may do it (`actor.is_office`), for a document that has not come to its end (`document.ends_once`). The
 * document in its place, if one is named, is another one, which is in force (`document.replaced_by_another`). A charter
 * need not provide for this: it is recorded as what was done, with the name of whoever decided it, and the agreed matter
 * stands as it did.
 *
 * It settles nothing. The document had effect until then, so that the minutes which it carried stay issued; nothing is
 * outstanding for it any more.
 */
export interface RepealDocument {
  type: "repeal_document";
  /** The document that is repealed. */
  document: DocumentId;
  /** Who decided it, by name: the issuer, its superior, or an organ of power. */
  decided_by: Text;
  /** Why it is repealed. */
  reason: Text;
  /** The document in its place, where there is one. */
  replaced_by?: DocumentId;
}

/**
 * Puts a document into the archive (归档), also one that was withdrawn, revoked or repealed.
 *
 * Only the office may do it (`actor.is_office`), once (`document.is_archived_once`). Where the charter says for how many
 * years papers are kept, it is kept for at least as long (`document.is_kept_long_enough`); a charter that is silent
 * leaves the term to the office.
 *
 * It settles nothing. The document remembers when it was put away.
 */
export interface ArchiveDocument {
  type: "archive_document";
  /** The document that is put away. */
  document: DocumentId;
  /** The number of the file (档号). */
  file_number: Text;
  /** For how many years it is kept (保管期限). If none is given, it is kept for ever (永久). */
  years?: number;
}

/** A briefing (简报) or a circular (通报). */
export type BulletinId = string;

/**
 * Issues a briefing (编发工作简报): news of the work, which needs neither consent nor a document number.
 *
 * Only the office may do it (`actor.is_office`). The functions it names must be clauses of the charter.
 *
 * It settles the serial: the running number of the briefing among the briefings of the year. The briefing counts
 * for the duty `briefing.issued`, and serves the functions that it names.
 */
export interface IssueBriefing {
  type: "issue_briefing";
  /** The new name of the briefing. */
  bulletin: BulletinId;
  /** The title of the briefing. */
  title: Text;
  /** What the briefing says. */
  text: Text;
  /** The functions of the body that the briefing serves. */
  serves?: ClauseId[];
}

/**
 * Issues a circular (编发通报): it commends, criticises or makes known, and needs neither consent nor a document
 * number.
 *
 * Only the office may do it (`actor.is_office`). The functions it names must be clauses of the charter.
 *
 * It settles the serial: the running number of the circular among the circulars of the year. The circular counts
 * for the duty `briefing.issued`, as a briefing does, and serves the functions that it names.
 */
export interface IssueCircular {
  type: "issue_circular";
  /** The new name of the circular. */
  bulletin: BulletinId;
  /** The title of the circular. */
  title: Text;
  /** What the circular says. */
  text: Text;
  /** The functions of the body that the circular serves. */
  serves?: ClauseId[];
}

/**
 * Consents in writing to a task for a unit that the decision does not bind (书面同意承担任务).
 *
 * The responsible person of the unit does this or, for a member unit, also its member
 * (`task.consented_by_responsible_person`). The matter must have been agreed or clarified
 * (`assignment.of_a_settled_matter`), and the unit consents once (`task.consented_once`).
 *
 * It settles nothing. A task under the matter binds the unit from then on: the unit can be assigned it
 * (`assignment.unit_is_bound`), and a document that gives it the task can be issued
 * (`document.tasked_units_have_undertaken`).
 */
export interface ConsentToTask {
  type: "consent_to_task";
  /** The matter in which the task lies. */
  item: ItemId;
  /** The unit that takes on the task. */
  unit: UnitId;
}

/**
 * Assigns a settled matter to a unit (明确落实部门): who carries it out, with whom, and by when.
 *
 * Only the office may do it (`actor.is_office`). The matter must have been agreed or clarified
 * (`assignment.of_a_settled_matter`). The unit must have taken part in agreeing it, and not have declined since, or
 * have consented in writing (`assignment.unit_is_bound`); a cooperating unit must be so as well, unless it is a
 * member unit. Each unit is named once (`assignment.names_each_unit_once`). A due date is given where the charter
 * asks for one (`assignment.due_given_where_needed`), and has not passed (`assignment.due_lies_ahead`).
 *
 * It settles nothing. The assignment is open until it is completed. Where the minutes of the matter need the consent
 * or the signature of a unit, it is provisional for that unit until then: from its written consent on, the unit owes
 * its completion and reports, or its part as one that cooperates; a unit that declines owes nothing. The unit counts
 * as one that the matter gives a task, also when a document is issued.
 */
export interface Assign {
  type: "assign";
  /** The new name of the assignment. */
  assignment: AssignmentId;
  /** The matter that is assigned. */
  item: ItemId;
  /** The unit that carries it out (落实部门). */
  unit: UnitId;
  /** The units that cooperate (配合单位). */
  cooperating?: UnitId[];
  /** The last day in time (完成时限). */
  due?: Date;
  /** What is to be reached (责任目标). */
  target?: Text;
}

/**
 * Records what a cooperating unit has done for an assignment (配合情况).
 *
 * Whoever acts for that unit may do it (`actor.acts_for_unit`), if the assignment names the unit as one that
 * cooperates (`cooperation.by_a_named_unit`). It may come after the assignment is completed, but not after it
 * was withdrawn (`cooperation.of_what_was_not_withdrawn`).
 *
 * It settles nothing. The record stands in the assignment, and fulfils the duty `cooperation.entered` of the unit.
 */
export interface EnterCooperation {
  type: "enter_cooperation";
  /** The assignment to which the unit contributed. */
  assignment: AssignmentId;
  /** The unit that cooperates. */
  unit: UnitId;
  /** What the unit has done. */
  text: Text;
}

/**
 * Reports how an assignment gets on (报告进展).
 *
 * Whoever acts for the assigned unit may do it (`assignment.by_its_unit`), as long as the assignment was open then
 * (`assignment.is_open`).
 *
 * It settles nothing. The report stands in the assignment, and fulfils the duty `assignment.reported`.
 */
export interface ReportProgress {
  type: "report_progress";
  /** The assignment that is reported on. */
  assignment: AssignmentId;
  /** How the assignment gets on. */
  text: Text;
}

/**
 * Extends the time for an assignment, or sets one (延期).
 *
 * Only the office may do it (`actor.is_office`), as long as the assignment was open then (`assignment.is_open`). The new
 * due date has not passed (`assignment.due_lies_ahead`) and is later than the old one
 * (`assignment.extension_is_later`).
 *
 * It settles nothing. From then on the assignment and the part of the cooperating units are owed by the new due
 * date. A due date that had already passed stays missed, and is judged besides the new one.
 */
export interface ExtendAssignment {
  type: "extend_assignment";
  /** The assignment that is extended. */
  assignment: AssignmentId;
  /** The new last day in time. */
  due: Date;
  /** Why the assignment is extended. */
  reason: Text;
}

/**
 * Brings the due date of an assignment forward (提前时限).
 *
 * Only the office may do it (`actor.is_office`), as long as the assignment is open (`assignment.is_open`): a result is not made
 * late by what is entered after it. The new due date has not passed (`assignment.due_lies_ahead`) and is earlier than the old one
 * (`assignment.shortening_is_earlier`).
 *
 * It settles nothing. From then on the assignment and the part of the cooperating units are owed by the new due
 * date.
 */
export interface ShortenAssignment {
  type: "shorten_assignment";
  /** The assignment that is due earlier. */
  assignment: AssignmentId;
  /** The new last day in time. */
  due: Date;
  /** Why it is due earlier. */
  reason: Text;
}

/**
 * Completes an assignment (办结).
 *
 * Whoever acts for the assigned unit may do it (`assignment.by_its_unit`), once, unless the office returns the result:
 * the assignment must be open (`assignment.is_open`). What was completed before the assignment was withdrawn can be entered
 * after that.
 *
 * It settles nothing. The assignment is closed, so that it can be neither reported on nor extended after that. What
 * was reported, or what time was given, stands beside the completion, in whatever order they are entered. This
 * fulfils the duty `assignment.completed`, late if the due date has passed, and the duty `assignment.reported`.
 */
export interface CompleteAssignment {
  type: "complete_assignment";
  /** The assignment that is completed. */
  assignment: AssignmentId;
  /** What came of the assignment. */
  result: Text;
}

/**
 * Returns the result of an assignment to be worked over (退回重办).
 *
 * Only the office may do it (`actor.is_office`), once the unit has completed the assignment, as long as the result has
 * not been accepted (`assignment.result_is_not_accepted`). A new due date has not passed (`assignment.due_lies_ahead`).
 * No charter need provide for this: it is recorded as what was done.
 *
 * It settles nothing. The assignment is open again, and the unit completes it anew. It is owed by the new due date or,
 * where none is given, by the old one, if that has not passed. Otherwise no date is set, until one is with
 * `extend_assignment`. By a due date that has passed the result came in time or late as it did.
 */
export interface ReturnAssignment {
  type: "return_assignment";
  /** The assignment whose result is returned. */
  assignment: AssignmentId;
  /** What is wanting in the result. */
  reason: Text;
  /** The new last day in time. */
  due?: Date;
}

/**
 * Withdraws an assignment (撤回任务), or ends it where another is in its place (改派).
 *
 * Only the office may do it (`actor.is_office`), as long as the assignment is open (`assignment.is_open`). It rests on a
 * matter that was agreed or clarified after the assignment was made: what was agreed is taken back by what is agreed
 * (`assignment.of_a_settled_matter`). A unit that the office chose can be relieved without that by another assignment
 * of the same matter; one that the decision itself named cannot. That other assignment has been made by then, and has
 * not been withdrawn (`assignment.replaced_by_another`).
 *
 * It settles nothing. The units owe nothing more under the assignment. A due date that had already passed stays
 * missed.
 */
export interface WithdrawAssignment {
  type: "withdraw_assignment";
  /** The assignment that is withdrawn. */
  assignment: AssignmentId;
  /** Why it is withdrawn. */
  reason: Text;
  /** The matter by which it is withdrawn. */
  basis?: ItemId;
  /** The assignment in its place, where there is one. */
  replaced_by?: AssignmentId;
}

/** A joint working group (联合工作组). */
export type GroupId = string;

/** What a joint working group is formed for. */
export type Purpose =
  /** Joint inspection of streets (联合督导检查). */
  | "inspection"
  /** Special rectification (专项整治). */
  | "rectification"
  /** Something else. */
  | "other";

/**
 * Forms a joint working group (成立联合工作组).
 *
 * The office or the convener may do it (`group.formed_by_office_or_convener`). The group is formed to inspect
 * streets, which it names, unless the charter is read so that it may serve any purpose (`group.for_inspection`).
 * It has two units or more (`group.of_two_units_or_more`), and those that are not member units have consented
 * (`group.outsiders_consented`).
 *
 * It settles nothing. The group is at work until it is ended: joint actions and inspections can be ascribed to it.
 */
export interface FormWorkingGroup {
  type: "form_working_group";
  /** The new name of the group here. */
  group: GroupId;
  /** What the group is formed for. */
  purpose: Purpose;
  /** The unit that heads the group. */
  head: UnitId;
  /** The units in the group. */
  units: UnitId[];
  /** The units in the group that are not member units and have consented. */
  consents?: UnitId[];
  /** The streets that the group goes to. */
  streets?: Text[];
}

/**
 * Ends a joint working group with its report (联合工作组结束).
 *
 * The office may do it, and whoever acts for a unit of the group (`work.recorded_by_unit_or_office`). The group
 * must not have ended (`group.is_at_work`).
 *
 * It settles nothing. No joint action and no inspection made since can be ascribed to the group. Nor can any once
 * the units of the group were merged into one.
 */
export interface EndWorkingGroup {
  type: "end_working_group";
  /** The group that ends. */
  group: GroupId;
  /** The report of the group. */
  report: Text;
}

/** A joint action (联合治理行动). */
export type ActionId = string;

/**
 * Plans a joint action (制定联合治理行动方案), in which several units tackle a problem together.
 *
 * Only the office may do it (`actor.is_office`). The plan names the problem (`action.targets_a_problem`) and the
 * units that take part (`work.names_its_units`), as many as the charter asks for (`action.of_enough_units`). A
 * working group that is to carry it out must have been at work (`group.is_at_work`).
 *
 * It settles nothing. The action is planned and can be started; a plan alone does not count for the duty
 * `action.yearly`.
 */
export interface PlanJointAction {
  type: "plan_joint_action";
  /** The new name of the action here. */
  action: ActionId;
  /** The units that take part. */
  units: UnitId[];
  /** The working group that carries it out. */
  group?: GroupId;
  /** The problem that the action targets (难点、堵点). */
  problem?: Text;
}

/**
 * Starts a joint action (开展联合治理行动).
 *
 * The office may do it, and whoever acts for one of the units that take part (`work.recorded_by_unit_or_office`).
 * The action must be planned and not have started (`action.is_planned`), and as many of its units are left as the
 * charter asks for: what two were to do is no joint action once they were merged into one
 * (`action.of_enough_units`).
 *
 * It settles nothing. The action is running until it is finished, and counts from now on for the duty
 * `action.yearly` where the charter is read so that an action counts when it starts.
 */
export interface StartJointAction {
  type: "start_joint_action";
  /** The action that starts. */
  action: ActionId;
}

/**
 * Finishes a joint action with its result (联合治理行动结束).
 *
 * The office may do it, and whoever acts for one of the units that took part (`work.recorded_by_unit_or_office`).
 * The action must have started and not have finished (`action.is_running`).
 *
 * It settles nothing. The action is closed, and counts for the duty `action.yearly` where the charter is read so
 * that an action counts when it is finished.
 */
export interface FinishJointAction {
  type: "finish_joint_action";
  /** The action that is finished. */
  action: ActionId;
  /** The result of the action. */
  result: Text;
}

/**
 * Changes which units take part in a joint action (调整参加单位): some join it, some leave it.
 *
 * Only the office may do it (`actor.is_office`), as long as the action has not ended (`action.has_not_ended`). Units that
 * join have not ended (`unit.has_not_ended`); who joins was no part of it before, and who leaves was, each named once
 * (`action.regrouped_by_what_changes`). As many are left as the charter asks for (`action.of_enough_units`).
 *
 * It settles nothing. From then on those units take part in the action, and whoever acts for one of them may start
 * and finish it.
 */
export interface RegroupJointAction {
  type: "regroup_joint_action";
  /** The action. */
  action: ActionId;
  /** The units that join it. */
  joining?: UnitId[];
  /** The units that leave it. */
  leaving?: UnitId[];
  /** Why they do. */
  reason?: Text;
}

/**
 * Drops the plan of a joint action (取消联合治理行动).
 *
 * Only the office may do it (`actor.is_office`), as long as the action is planned and has not started
 * (`action.is_planned`); one that has started is finished, with whatever came of it.
 *
 * It settles nothing. The action can be started no more, and never counts for the duty `action.yearly`.
 */
export interface DropJointAction {
  type: "drop_joint_action";
  /** The action whose plan is dropped. */
  action: ActionId;
  /** Why it is dropped. */
  reason: Text;
}

/**
 * Records joint enforcement (联合执法): units that enforced the law together.
 *
 * The office may do it, and whoever acts for one of the units that took part (`work.recorded_by_unit_or_office`).
 * There must be two units or more (`enforcement.of_two_units_or_more`). A joint action of which it is part must
 * have neither finished nor been dropped by then (`enforcement.part_of_an_open_action`).
 *
 * It settles nothing. As part of a joint action that was only planned it starts that action. By itself it counts
 * for the duty `action.yearly` where the charter is read so.
 */
export interface RecordJointEnforcement {
  type: "record_joint_enforcement";
  /** The units that took part. */
  units: UnitId[];
  /** What came of the enforcement. */
  result: Text;
  /** The joint action of which the enforcement is part. If that was only planned, it begins with this. */
  counts_as?: ActionId;
}

/** A supervisory inspection (督导检查). */
export type InspectionId = string;

/**
 * Records a supervisory inspection of a street (督导检查).
 *
 * The office may do it, and whoever acts for one of the units that inspected (`work.recorded_by_unit_or_office`),
 * which the record names (`work.names_its_units`). If the body knows what was inspected as a unit, that unit must
 * be a street (`inspection.of_a_street`). A working group named must have been at work
 * (`group.is_at_work`).
 *
 * It settles nothing. If something has to be put right, the inspection awaits rectification. It counts for the
 * duty `inspection.cadence` of the street where that is a unit known here.
 */
export interface RecordInspection {
  type: "record_inspection";
  /** The new name of the inspection here. */
  inspection: InspectionId;
  /** The street, by name. */
  street: Text;
  /** The units that inspected the street. */
  units: UnitId[];
  /** What was found. */
  findings: Text;
  /** The working group that inspected the street. */
  group?: GroupId;
  /** Whether something has to be put right (需整改). */
  rectify?: boolean;
  /** The street as a unit, where it is known here as one. */
  unit?: UnitId;
}

/**
 * Records that what an inspection found was put right (整改).
 *
 * The office may do it, and whoever acts for a unit that inspected or for the street that was inspected
 * (`work.recorded_by_unit_or_office`). The inspection must have found something that is not yet put right
 * (`inspection.awaits_rectification`).
 *
 * It settles nothing. The inspection no longer awaits rectification.
 */
export interface RecordRectification {
  type: "record_rectification";
  /** The inspection that found something to put right. */
  inspection: InspectionId;
  /** What was done. */
  result: Text;
}

/** A data channel (数据对接渠道). */
export type ChannelId = string;

/**
 * Opens a data channel (开通数据对接渠道), by which one unit gives data to others.
 *
 * The office may do it, and whoever acts for the owner or for one of the users
 * (`work.recorded_by_unit_or_office`). The channel joins two units or more (`channel.joins_two_units`).
 *
 * It settles nothing. The channel is open until it is closed or its units are merged into one, and shows for that
 * time that the duty `data.shared` is met.
 */
export interface OpenDataChannel {
  type: "open_data_channel";
  /** The new name of the channel here. */
  channel: ChannelId;
  /** The unit whose data it carries. */
  owner: UnitId;
  /** The units that receive the data. */
  users: UnitId[];
  /** Which data the channel carries. */
  what: Text;
  /** How often data are passed on. */
  frequency: Text;
  /** Whether there are personal data among them (个人信息). */
  personal_data: boolean;
}

/**
 * Closes a data channel (关闭数据对接渠道).
 *
 * The office may do it, and whoever acts for the owner or for one of the users
 * (`work.recorded_by_unit_or_office`). The channel must not be closed already, nor have ended because its units
 * were merged into one (`channel.is_open`).
 *
 * It settles nothing. The channel stays closed; a later one needs a name of its own.
 */
export interface CloseDataChannel {
  type: "close_data_channel";
  /** The channel that is closed. */
  channel: ChannelId;
  /** Why the channel is closed. */
  reason: Text;
}

/**
 * Records training in which units took part (业务培训).
 *
 * The office may do it, and whoever acts for one of the units (`work.recorded_by_unit_or_office`), which the
 * record names (`work.names_its_units`).
 *
 * It settles nothing, and nothing else follows from it: the entry counts for the functions of which the charter
 * says that this act serves them (`function.served_yearly`).
 */
export interface RecordTraining {
  type: "record_training";
  /** The units that took part. */
  units: UnitId[];
  /** What the training was about. */
  topic: Text;
}

/** A force at the grass roots (基层组织、群防群治力量). */
export type Grassroots =
  /** 社区居委会 */
  | "residents_committee"
  /** 物业公司 */
  | "property_company"
  /** 社区网格员 */
  | "grid_worker"
  /** 平安志愿者 */
  | "volunteer";

/**
 * Records guidance given to others (指导) by a unit or by the body.
 *
 * The office may do it, and whoever acts for the unit that gave the guidance (`work.recorded_by_unit_or_office`);
 * for guidance by the body only the office may. The clauses it serves must be clauses of the charter.
 *
 * It settles nothing. The guidance shows that the duty `guidance.given` is met for the clauses that it names, or
 * for all if it names none; if forces at the grass roots are named, also the duty
 * `guidance.brings_in_the_grassroots`.
 */
export interface RecordGuidance {
  type: "record_guidance";
  /** To whom it was given: a street, a department, a trade body. */
  to: Text;
  /** What the guidance was about. */
  topic: Text;
  /** The forces at the grass roots that the guidance brings in. */
  forces?: Grassroots[];
  /** The clauses that the guidance serves. */
  serves?: ClauseId[];
  /** The unit that gave the guidance. If there is none, the body did. */
  unit?: UnitId;
}

/**
 * Records a good practice of a unit, to be spread (经验做法).
 *
 * The office may do it, and whoever acts for the unit (`work.recorded_by_unit_or_office`).
 *
 * It settles nothing, and nothing else follows from it: the entry counts for the functions of which the charter
 * says that this act serves them (`function.served_yearly`).
 */
export interface RecordGoodPractice {
  type: "record_good_practice";
  /** The unit whose practice it is. */
  unit: UnitId;
  /** What the practice is. */
  practice: Text;
}

/** A case of adverse online opinion (网络负面舆情). */
export type CaseId = string;

/**
 * Opens a case of adverse online opinion (网络负面舆情).
 *
 * The office may do it, and whoever acts for the unit that takes the case up (`work.recorded_by_unit_or_office`);
 * without a unit only the office may.
 *
 * It settles nothing. The case is open until it is closed: what is done on each of its three legs is recorded in
 * it.
 */
export interface OpenOpinionCase {
  type: "open_opinion_case";
  /** The new name of the case here. */
  case: CaseId;
  /** What the case is about. */
  matter: Text;
  /** The unit that takes it up. If there is none, the office did. */
  unit?: UnitId;
}

/** A leg of the handling of online opinion (三同步). */
export type OpinionLeg =
  /** 依法处置 */
  | "lawful_handling"
  /** 舆论引导 */
  | "public_guidance"
  /** 社会面管控 */
  | "social_control";

/**
 * Records what was done on one leg of a case of adverse online opinion (三同步之一).
 *
 * The office may do it, and whoever acts for the unit that did it (`work.recorded_by_unit_or_office`); without a
 * unit only the office may. The case must not have been closed by then (`opinion.case_is_open`).
 *
 * It settles nothing. The leg counts as done, and may be recorded again; when all three are done, the case can be
 * closed. The unit counts as one that took part in the case.
 */
export interface RecordOpinionLeg {
  type: "record_opinion_leg";
  /** The case on which something was done. */
  case: CaseId;
  /** The leg on which it was done. */
  leg: OpinionLeg;
  /** What was done. */
  text: Text;
  /** The unit that did it. If there is none, the body did. */
  unit?: UnitId;
}

/**
 * Closes a case of adverse online opinion (舆情办结).
 *
 * The office may do it, and whoever acts for a unit that took it up or did something on one of its legs
 * (`work.recorded_by_unit_or_office`). The case must not be closed already (`opinion.case_is_open`), and something
 * must have been done on each of its three legs (`opinion.all_three_legs`).
 *
 * It settles nothing. Nothing done since can be recorded in the case.
 */
export interface CloseOpinionCase {
  type: "close_opinion_case";
  /** The case that is closed. */
  case: CaseId;
}

/**
 * Reopens a case of adverse online opinion that flares up again (舆情重启).
 *
 * The office may do it, and whoever acts for a unit that took it up or did something on one of its legs
 * (`work.recorded_by_unit_or_office`). The case must be closed (`opinion.case_is_closed`). A case that was closed by
 * mistake is not reopened: the record is corrected.
 *
 * It settles nothing. The case is open until it is closed again. What was done on its legs stands.
 */
export interface ReopenOpinionCase {
  type: "reopen_opinion_case";
  /** The case that is reopened. */
  case: CaseId;
  /** Why it is reopened. */
  reason: Text;
}

/**
 * Completes a matter assigned from above (交办事项办结).
 *
 * Only the office may do it (`actor.is_office`), once (`matter.is_open`).
 *
 * It settles nothing. The matter is closed, which fulfils the duty `matter.completed`, late if the due date has
 * passed.
 */
export interface CompleteAssignedMatter {
  type: "complete_assigned_matter";
  /** The matter that is completed. */
  matter: MatterId;
  /** What came of the matter. */
  result: Text;
}

/**
 * Notes that there was nothing to do for a standing function in a year (本年无此事项).
 *
 * Only the office may do it (`actor.is_office`). The clause must be that of a standing function
 * (`function.is_standing`), and the year one of those from the founding to this one (`note.year_of_the_body`), in which
 * no work for the function is recorded (`note.no_work_recorded`). It must be so far on that it shows
 * (`note.made_when_the_year_shows_it`).
 *
 * It settles nothing. The note shows for that year that the duty `function.served_yearly` is met.
 */
export interface NoteNoneThisYear {
  type: "note_none_this_year";
  /** The clause of the function. */
  clause: ClauseId;
  /** The year. */
  year: number;
  /** Why there was nothing to do. */
  reason: Text;
}

/**
 * Records other work that serves clauses: a plan, a measure, a mechanism (其他工作).
 *
 * The office may do it, and whoever acts for the unit that did the work (`work.recorded_by_unit_or_office`); for
 * work of the body only the office may. The record names a clause of the charter at least
 * (`work.serves_a_clause`).
 *
 * It settles nothing. The work counts for each clause that it names, as for the duty `function.served_yearly`.
 */
export interface RecordWork {
  type: "record_work";
  /** The clauses that the work serves. */
  serves: ClauseId[];
  /** What was done. */
  text: Text;
  /** The unit that did the work. If there is none, the body did. */
  unit?: UnitId;
}

/**
 * Records a contact between a unit and the office (日常联系对接).
 *
 * The office may do it, and whoever acts for the unit (`work.recorded_by_unit_or_office`), which must be a member
 * unit that day (`unit.is_member`).
 *
 * It settles nothing. The contact shows that the unit meets the duty `contact.kept`.
 */
export interface RecordContact {
  type: "record_contact";
  /** The unit that was in contact with the office. */
  unit: UnitId;
  /** What the contact was about. */
  text: Text;
}

/** What kind of thing came in (来文来件). */
export type IncomingKind =
  /** A letter of another organ (来函). */
  | "letter"
  /** An instruction that a leader wrote on a paper (批示). */
  | "instruction"
  /** A matter that a superior hands down (交办). */
  | "handed_down"
  /** What a citizen writes or says (群众来信来访). */
  | "citizen"
  /** A matter of a street or town (街道、乡镇来件). */
  | "street"
  /** Anything else. */
  | "other";

/**
 * Registers something that came in (收文登记): a letter, an instruction, a matter of a citizen or a street.
 *
 * Only the office may do it (`actor.is_office`). The sender is anyone, a member unit or not. It is dated no later than it
 * came, and wants no answer before its date (`incoming.is_dated_before_it_came`). A matter that a superior
 * hands down is registered here as the paper that it is; when the body takes it on, `accept_assigned_matter` makes it a
 * matter that the body owes, and it is open here no more.
 *
 * It settles nothing. What came in is open until it is answered, filed or taken on. The day by which the sender wants an
 * answer is kept in the entry; no rule holds the body to it.
 */
export interface RegisterIncoming {
  type: "register_incoming";
  /** The new name of what came in. */
  incoming: IncomingId;
  /** What it is. */
  kind: IncomingKind;
  /** From whom it came, by name: a unit of the body or anyone else. */
  sender: Text;
  /** What it is about. */
  subject: Text;
  /** The date that it bears (来文日期). */
  dated?: Date;
  /** The last day for an answer, where the sender says one. */
  due?: Date;
  /** The number that it bears (来文字号). */
  number?: Text;
  /** What it says, in full or in short. */
  text?: Text;
}

/**
 * Passes something that came in on to a member unit (转办).
 *
 * Only the office may do it (`actor.is_office`), as long as it is neither answered nor filed nor taken on
 * (`incoming.is_open`). The unit must be a member unit that day (`unit.is_member`); it gets the same paper once
 * (`incoming.is_passed_on_once`). This puts no task of the body on the unit: that is done by `assign`, under a matter
 * that the body has settled.
 *
 * It settles nothing. Whoever acts for the unit may then answer.
 */
export interface PassOnIncoming {
  type: "pass_on_incoming";
  /** What is passed on. */
  incoming: IncomingId;
  /** The member unit to which it goes. */
  unit: UnitId;
  /** The day by which the office wants to hear of it. */
  due?: Date;
  /** What the unit is to do with it (拟办意见). */
  note?: Text;
}

/**
 * Answers something that came in (答复、办复).
 *
 * The office may do it, and whoever acts for a unit to which it was passed on (`work.recorded_by_unit_or_office`), once, as
 * long as it is neither answered nor filed nor taken on (`incoming.is_open`), and not before it was passed on.
 *
 * It settles nothing. What came in is done with.
 */
export interface AnswerIncoming {
  type: "answer_incoming";
  /** What is answered. */
  incoming: IncomingId;
  /** What the answer says. */
  text: Text;
  /** The formal document by which it is answered, where there is one. */
  document?: DocumentId;
}

/**
 * Files something that came in and needs no answer, or no other answer (存查).
 *
 * Only the office may do it (`actor.is_office`), once, as long as it is neither answered nor filed nor taken on
 * (`incoming.is_open`).
 *
 * It settles nothing. What came in is done with.
 */
export interface FileIncoming {
  type: "file_incoming";
  /** What is filed. */
  incoming: IncomingId;
  /** Why it is filed. */
  reason: Text;
}

/** An item of the responsibility register (职责项目). */
export type RegisterItemId = string;

/**
 * Enters a matter in a unit's responsibility register (列入职责项目).
 *
 * The office may do it, and whoever acts for the unit (`register.kept_by_unit_or_office`), which must be a member
 * unit that day (`unit.is_member`). The item names the post or the person who is responsible, or both
 * (`register.names_matter_unit_person`).
 *
 * It settles nothing. The item is current until it is retired, and the unit has something to adopt. Whether a post
 * without a person suffices is judged by the duty `register.complete`.
 */
export interface EnterRegisterItem {
  type: "enter_register_item";
  /** The new name of the item. */
  register_item: RegisterItemId;
  /** The unit responsible (责任单位). */
  unit: UnitId;
  /** The matter (责任事项). */
  matter: Text;
  /** The person who is responsible for it (责任人员). */
  person?: PersonId;
  /** The post that is responsible for it. */
  post?: Text;
}

/**
 * Revises an item of the register (修订职责项目); what is given takes the place of all that was there.
 *
 * The office may do it, and whoever acts for the unit of the item (`register.kept_by_unit_or_office`). The item
 * must not have been retired by then (`register_item.is_current`), and names a post or a person again
 * (`register.names_matter_unit_person`).
 *
 * It settles nothing. A new version of the item holds from now on; a post or a person that is left out is no
 * longer named. The versions before are kept.
 */
export interface ReviseRegisterItem {
  type: "revise_register_item";
  /** The item that is revised. */
  register_item: RegisterItemId;
  /** The matter (责任事项). */
  matter: Text;
  /** The person who is responsible for it (责任人员). */
  person?: PersonId;
  /** The post that is responsible for it. */
  post?: Text;
}

/**
 * Takes an item out of the register (撤销职责项目).
 *
 * The office may do it, and whoever acts for the unit of the item (`register.kept_by_unit_or_office`). The item
 * must not have been retired already (`register_item.is_current`).
 *
 * It settles nothing. The item is no longer current and cannot be revised; its versions are kept.
 */
export interface RetireRegisterItem {
  type: "retire_register_item";
  /** The item that is retired. */
  register_item: RegisterItemId;
  /** Why the item is retired. */
  reason: Text;
}

/**
 * Adopts a register as it stands (审定清单): that of one unit, or that of the whole body.
 *
 * The office may do it, and for a unit's own register whoever acts for the unit
 * (`register.kept_by_unit_or_office`), which must be a member unit that day (`unit.is_member`). Each unit of the
 * register must have a current item (`register.has_items`); for the register of the whole body these are all
 * member units.
 *
 * It settles nothing. The adoption fulfils the duties `register.set_up` and `register.reviewed`, as long as one of the
 * items that it adopted stands; it passes with them to the unit in whose place they stand. Whether those duties ask
 * for the register of each unit or for the one of the whole body is a reading of the charter.
 */
export interface AdoptRegister {
  type: "adopt_register";
  /** The unit whose register it is; without one, the register of the whole body. */
  unit?: UnitId;
}

/** A run of days, both ends included. */
export interface Period {
  /** The first day. */
  from: Date;
  /** The last day. */
  to: Date;
}

/**
 * Reports a unit's work of a year to the office (报送年度工作情况); it happens when the office receives it.
 *
 * Whoever acts for the unit may do it, and so may the office, which logs what came to it on paper
 * (`actor.acts_for_unit`); the unit must be a member unit that day, or owe the report from when it was one
 * (`unit.is_member`). For a unit that has ended, the unit in its place does this: under the name of the one that ended
 * or, for all that it owes, under its own. There is one report for a year (`report.once_a_year`): what comes later
 * supplements it. The year is one in which there was a body, and not one to come (`report.year_is_plausible`), the time
 * covered touches it (`report.covers_part_of_its_year`), and the report was not sent after it was received
 * (`report.sent_before_received`).
 *
 * It settles nothing. The report counts for the duties `report.yearly`, `report.complete` and
 * `report.period_covered`, each of which is judged apart from the others: a report may come late or lack a part.
 */
export interface SubmitReport {
  type: "submit_report";
  /** The unit that reports. */
  unit: UnitId;
  /** The year that is reported on. */
  year: number;
  /** The parts of the report by their keys: those the charter names, and any others. */
  parts: { [key: string]: Text };
  /** The time that the report covers. */
  covers: Period;
  /** When the report was sent. If it is not given, that is when it was received. */
  sent_at?: Time;
}

/**
 * Adds to a report, or replaces parts of it (补报).
 *
 * Whoever acts for the unit may do it, and so may the office, which logs what came to it on paper
 * (`actor.acts_for_unit`), when the unit's report for the year has come, or that of the one unit in whose place it
 * stands that reported (`report.was_submitted`). It rests on that report and not on other supplements, which may be
 * entered in any order. A supplement has a part or further time (`report.supplement_adds_something`); that time
 * touches the year (`report.covers_part_of_its_year`), and the supplement was not sent after it was received
 * (`report.sent_before_received`).
 *
 * It settles nothing. Parts of the same key take the place of those before, and the time covered grows. The duties
 * `report.complete` and `report.period_covered` look at the report with its supplements.
 */
export interface SupplementReport {
  type: "supplement_report";
  /** The unit that reports. */
  unit: UnitId;
  /** The year of the report. */
  year: number;
  /** The parts that are added or replaced, by their keys. */
  parts: { [key: string]: Text };
  /** Further time that the report covers. */
  covers?: Period;
  /** When the supplement was sent. If it is not given, that is when it was received. */
  sent_at?: Time;
}

/**
 * Logs that the office has collected and put in order how the units' work stands (收集、整理工作情况).
 *
 * Only the office may do it (`actor.is_office`). The log names the units (`collection.names_its_units`), which
 * must be member units that day (`unit.is_member`). A meeting at which they reported must have been opened
 * (`collection.at_a_meeting_held`).
 *
 * It settles nothing. The log counts for the duty `report.collected` of the office. With a meeting it also counts,
 * for each of the units, for the duty `report.at_meetings`, and with its parts for `report.whole_at_meetings`.
 */
export interface LogCollection {
  type: "log_collection";
  /** The units from which it was collected. */
  units: UnitId[];
  /** What was collected. */
  text: Text;
  /** The meeting at which the units reported it. */
  meeting?: MeetingId;
  /** The parts that each of the units gave, by their keys. */
  parts?: Text[];
}

/**
 * Reports results upwards (上报办理结果).
 *
 * Only the office may do it (`actor.is_office`), and only to those whom the charter names
 * (`results.go_to_whom_the_charter_names`).
 *
 * It settles nothing. The report counts for the duty `results.reported`.
 */
export interface ReportResults {
  type: "report_results";
  /** The superior to whom the results are reported. */
  to: Text;
  /** What was reported. */
  text: Text;
}

/** A lower body (下级联席会议). */
export type ChildId = string;

/**
 * Records a lower body that a unit has set up (建立街道级别联席会议).
 *
 * Only the office may do it (`actor.is_office`). The unit must be of a kind that the charter allows to set one up
 * (`child.by_a_unit_that_may`); where the unit is known here, the kind known counts and not the one given. The
 * lower body has a charter of its own (`child.has_a_charter_of_its_own`).
 *
 * It settles nothing. The lower body is known here, and matters can be linked with it. It inherits nothing, and
 * its own affairs stand in a journal of its own.
 */
export interface RecordChild {
  type: "record_child";
  /** The new name of the lower body. */
  child: ChildId;
  /** The unit that set it up, which need not be known here. */
  set_up_by: Text;
  /** What kind of unit that is. */
  kind: UnitKind;
  /** The charter of the lower body, which others may share. */
  charter: CharterId;
  /** What the lower body is called. */
  title: Text;
  /** The first day of the lower body. */
  from: Date;
  /** The area or the matter for which the lower body is there, where its charter alone does not say it. */
  scope?: Text;
  /** The same unit, where it is known here. */
  unit?: UnitId;
}

/**
 * Records what changed with a lower body (下级联席会议变更): its charter, its name, what it is there for.
 *
 * Only the office may do it (`actor.is_office`), for a lower body that is there on the first day of the change
 * (`child.is_in_being`). It says what changed (`child.change_is_named`), and a new charter is the lower body's own
 * (`child.has_a_charter_of_its_own`). A charter need not provide for this: what a lower body does with its own charter is
 * its own affair, and only recorded here.
 *
 * It settles nothing. From that day on the lower body is so; on the days before it is as it was.
 */
export interface ReviseChild {
  type: "revise_child";
  /** The lower body. */
  child: ChildId;
  /** The first day on which it is so. */
  from: Date;
  /** The charter under which it works from then on. */
  charter?: CharterId;
  /** The area or the matter for which it is there from then on. */
  scope?: Text;
  /** What it is called from then on. */
  title?: Text;
  /** The version of its charter. */
  version?: number;
}

/**
 * Records that a lower body has ended (下级联席会议撤销).
 *
 * Only the office may do it (`actor.is_office`), for a lower body that is there on its last day and has not ended
 * (`child.is_in_being`); an end that lies ahead can be brought forward. A
 * charter need not provide for this: whoever set up the lower body ends it, and it is only recorded here.
 *
 * It settles nothing. After the last day nothing is linked with the lower body any more, and it owes no report that it had
 * not given; what was linked with it before stays.
 */
export interface EndChild {
  type: "end_child";
  /** The lower body. */
  child: ChildId;
  /** Its last day. */
  to: Date;
  /** Why it has ended, or the paper by which it was ended. */
  reason: Text;
}

/** Which way a matter goes between this body and a lower one. */
export type ChildLink =
  /** The lower body reports it here (报告). */
  | "reported_up"
  /** This body hands it down (交办). */
  | "handed_down";

/**
 * Links a matter with a lower body (上下衔接): one that it reports here, or one that this body hands down.
 *
 * Only the office may do it (`actor.is_office`), for a lower body that has not ended (`child.is_in_being`).
 *
 * It settles nothing. The first report of a lower body fulfils the duty `child.reported`; what is handed down is
 * kept with the lower body.
 */
export interface LinkChild {
  type: "link_child";
  /** The lower body. */
  child: ChildId;
  /** Which way the matter goes. */
  link: ChildLink;
  /** The matter. */
  subject: Text;
  /** What was reported or handed down, in words. */
  note: Text;
}

/** What an entry should say. What is left out stays as it is. */
export interface Replacement {
  /** What was done: the whole act, of the same type. */
  act?: Act;
  /** When it happened. */
  at?: Time;
  /** Who did it. */
  by?: PersonId;
}

/** A change of one entry: it is struck, or replaced. */
export interface RecordChange {
  /** The number of the entry. */
  no: number;
  /** What it should say, if it is not struck. */
  replace?: Replacement;
  /** Whether it is struck: what it tells did not happen. */
  strike?: boolean;
}

/**
 * Strikes entries, or puts others in their place (更正).
 *
 * The office does this, or whoever an entry is of (`correction.by_office_or_author`). An entry is of whoever did it, while
 * they act for the body or for that unit. What was said for a unit – a position, a consent, a signature, a report, a
 * naming – is of whoever is responsible for the unit now. The office needs something that shows it for three kinds of
 * entries: what others said or did, what was shown by something when it was entered, and what was recorded against the
 * charter (`correction.of_what_others_said_is_shown`).
 *
 * A correction changes an entry once: it strikes it or replaces it (`correction.strikes_or_replaces`). A replacement is an
 * act of the same type (`correction.keeps_the_act`) that says something else (`correction.changes_something`). The founding
 * is not struck (`correction.founding_stays`), and what was struck is not changed again (`correction.of_what_stands`). A
 * correction that was wrong is struck (`correction.of_a_correction_strikes_it`): what it changed stands as it was.
 *
 * Nothing leaves the journal. The state is that of the entries as they read with their corrections, in the old order. Every
 * later entry is decided again on the corrected past. An entry that would use a name in vain, or break a rule that keeps the
 * record sound, has to be corrected as well (`correction.leaves_the_record_sound`). An entry that the charter would refuse
 * stays: it was done, and the audit holds it against the clause. An entry may be put at a moment after it was entered, if that
 * is before the correction.
 *
 * The outcome tells what later entries settle on the corrected past, which rules they break there, and which numbers are
 * not given again because they went out. `JointMeeting::decide` shows it before anything is
 * entered.
 */
export interface CorrectRecord {
  type: "correct_record";
  /** What is changed. */
  changes: RecordChange[];
  /** Why. */
  reason: Text;
}

/** An act: what a host submits, what the journal keeps. On the wire an object with its name under `type`. */
export type Act =
  | AdoptCharter
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
  | CorrectRecord;

/** The name of a setting of a charter: `report.due`. */
export type SettingId = string;

/** The charter says nothing on which the act could rest. */
export interface SilentFindingKept {
  type: "silent";
  /** The setting on which it is silent. */
  setting: SettingId;
}

/** A role, as settings, findings and cures name it. */
export type Role =
  /** 总召集人 */
  | "chief_convener"
  /** 召集人 */
  | "convener"
  /** 副召集人 */
  | "deputy_convener"
  /** The office (办公室): its director, deputies and staff. */
  | "office"
  /** The director of the office (办公室主任). */
  | "office_director"
  /** Anyone who acts for a lead unit (牵头单位). */
  | "lead_unit"
  /** Anyone who acts for a member unit (成员单位). */
  | "member_unit"
  /** The person a unit named as member (成员). */
  | "member"
  /** The person a unit named as liaison officer (联络员). */
  | "liaison_officer"
  /** A person responsible for a unit (负责人). */
  | "responsible_person"
  /** The person presiding over the meeting (主持人). */
  | "presiding_person"
  /** The organ above the body (上级). */
  | "superior";

/** The actor holds none of the roles. */
export interface NeedsRoleFindingKept {
  type: "needs_role";
  /** The roles of which any would do. */
  roles: Role[];
  /** The unit for which it is needed. */
  unit?: UnitId;
}

/** Units are missing that have not attended, consented or signed. */
export interface MissingUnitsFindingKept {
  type: "missing_units";
  /** The units. */
  units: UnitId[];
}

/** Units are named that do not belong: they are no members, were not called or not asked. */
export interface StrangeUnitsFindingKept {
  type: "strange_units";
  /** Those units. */
  units: UnitId[];
}

/** The positions of units stand in the way. */
export interface OpposingUnitsFindingKept {
  type: "opposing_units";
  /** Those units. */
  units: UnitId[];
}

/** Parts, items, steps or fields are missing. */
export interface MissingFindingKept {
  type: "missing";
  /** Their names. */
  what: string[];
}

/** Something is there that must not be. */
export interface UnwantedFindingKept {
  type: "unwanted";
  /** Their names. */
  what: string[];
}

/** The thing is in another state. */
export interface StateFindingKept {
  type: "state";
  /** The state it is in. */
  is: string;
  /** The states of which one is needed. */
  needs: string[];
}

/** A value is not among those allowed. */
export interface NotAllowedFindingKept {
  type: "not_allowed";
  /** The value. */
  value: string;
  /** The values allowed. */
  allowed: string[];
}

/** A value differs from what it must be. */
export interface DiffersFindingKept {
  type: "differs";
  /** The value given. */
  found: string;
  /** The value needed. */
  expected: string;
}

/** There are too few. */
export interface TooFewFindingKept {
  type: "too_few";
  /** The number there is. */
  have: number;
  /** The number needed. */
  need: number;
}

/** There would be too many. */
export interface TooManyFindingKept {
  type: "too_many";
  /** The number there would be. */
  have: number;
  /** The number allowed. */
  allowed: number;
}

/** It is too early. */
export interface TooEarlyFindingKept {
  type: "too_early";
  /** The first moment at which it is possible. */
  earliest: Time;
}

/** It is too late. */
export interface TooLateFindingKept {
  type: "too_late";
  /** The last moment at which it was possible. */
  latest: Time;
}

/** The id of a rule: `minutes.countersigned_by_all_asked`. */
export type RuleId = string;

/** What one version of the charter says to an act. */
export interface VersionAnswer {
  /** The version. */
  version: number;
  /** The rules by which it refuses; none if it accepts. */
  refused_by: RuleId[];
}

/** The versions of the charter that come into question give different answers, and none prevails. */
export interface LawsDifferFindingKept {
  type: "laws_differ";
  /** What each says. */
  versions: VersionAnswer[];
}

/** Other rules stand in the way of an act than those named against which it is to be recorded. */
export interface InTheWayFindingKept {
  type: "in_the_way";
  /** The rules that do, and could be named. */
  rules: RuleId[];
}

/** What would be wrong with an entry on a past that is corrected. */
export interface EntryFails {
  /** The number of the entry. */
  no: number;
  /** The names that it would give to nothing, or give a second time. */
  names?: string[];
  /** The rules that keep the record sound and would refuse it. */
  rules?: RuleId[];
}

/** Later entries would have nothing to stand on. */
export interface EntriesFailFindingKept {
  type: "entries_fail";
  /** Those entries, each with what would be wrong with it. */
  entries: EntryFails[];
}

/** It was done after the due date. */
export interface LateFindingKept {
  type: "late";
  /** The last day in time. */
  due: Date;
  /** The day it happened. */
  done: Date;
}

/** A finding as it was written down: the JSON of a `Finding`. */
export type FindingKept =
  | SilentFindingKept
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
  | LateFindingKept;

/** A ground as an entry keeps it: what was found when it was recorded, whatever is known since. */
export interface GroundKept {
  /** The rule that stood in the way. */
  rule: Text;
  /** What was found. */
  finding: FindingKept;
  /** The first clause that claimed it. */
  clause?: ClauseId;
}

/** That an entry was recorded against rules, why, and what was found when it was. */
export interface AgainstKept {
  /** A ground for each rule, in the order of the rules. */
  grounds: GroundKept[];
  /** Why it was done all the same. */
  reason: Text;
}

/** A SHA-256 in lower case hexadecimal. */
export type Digest = string;

/** A table of working days as something that was reckoned by it names it. */
export interface CalendarUse {
  /** The digest of what the table says, however its file spells it. */
  digest: Digest;
  /** The last day up to which the table reaches without a gap. */
  known_through?: Date;
}

/** Nothing had to be settled. */
export interface NoneOutcome {
  type: "none";
}

/** A charter or version was adopted. */
export interface AdoptedOutcome {
  type: "adopted";
  /** The version. */
  version: number;
  /** The digest of its file. */
  digest: Digest;
}

/** A meeting was convened. */
export interface ConvenedOutcome {
  type: "convened";
  /** Who presides, unless it is delegated later. */
  presiding: PersonId;
}

/** A matter was agreed or clarified. */
export interface SettledOutcome {
  type: "settled";
  /** The units that were there and did not object: those it binds. */
  binds: UnitId[];
}

/** What an entry settles by what was recorded of its day later. */
export interface SettledAgain {
  /** The number of the entry. */
  no: number;
  /** What it settles. */
  outcome: Outcome;
}

/** A unit had left a meeting before something was settled there. */
export interface LeftOutcome {
  type: "left";
  /** What entries settled after it had left, where that binds others than it did. */
  settled: SettledAgain[];
}

/** A step on the way from a decision to a document. */
export type Step =
  /** Minutes are drafted. */
  | "draft"
  /** The units asked consent. */
  | "consent"
  /** The units asked countersign. */
  | "countersign"
  /** The convener approves. */
  | "convener_approve"
  /** A number is allotted. */
  | "number"
  /** The document is issued. */
  | "issue"
  /** The superior receives a copy. */
  | "report_up";

/** Minutes were drafted or redrafted. */
export interface DraftedOutcome {
  type: "drafted";
  /** The version, counted from one. */
  version: number;
  /** The steps they take to become a document. */
  path: Step[];
  /** The units asked for their consent. */
  consent_of: UnitId[];
  /** The units asked to countersign. */
  countersign_of: UnitId[];
}

/** A document number: `津公南开函〔2022〕12号`. */
export type DocumentNumber = string;

/** A document number was allotted. */
export interface NumberedOutcome {
  type: "numbered";
  /** The number. */
  number: DocumentNumber;
}

/** A running number was given to a briefing or circular. */
export interface SerialOutcome {
  type: "serial";
  /** Its number in the year. */
  serial: number;
}

/** The rules that would refuse an entry on a past that was corrected. */
export interface BrokenSince {
  /** The number of the entry. */
  no: number;
  /** A ground for each rule, in the order of the rules. */
  grounds: GroundKept[];
}

/** The record was corrected. */
export interface CorrectedOutcome {
  type: "corrected";
  /** The entries that rules of the charter would refuse on the corrected past. They stand, and the audit tells of them. */
  broken?: BrokenSince[];
  /** The entries that settle something else on the corrected past than when they were recorded. */
  settled?: SettledAgain[];
  /** The entries that gave a number which went out and is theirs no longer. It is not given again. */
  spent?: number[];
}

/** What the library settled when it accepted an act. */
export type Outcome =
  | NoneOutcome
  | AdoptedOutcome
  | ConvenedOutcome
  | SettledOutcome
  | LeftOutcome
  | DraftedOutcome
  | NumberedOutcome
  | SerialOutcome
  | CorrectedOutcome;

/** What kind of thing shows that an entry is true. */
export type ProofKind =
  /** A letter of a unit (来函). */
  | "letter"
  /** A scanned paper (扫描件). */
  | "scan"
  /** A photograph (照片). */
  | "photo"
  /** A recording of sound or pictures (录音录像). */
  | "recording"
  /** A message in writing, such as a mail (信息). */
  | "message"
  /** A note on what was said by telephone or in a room (电话记录). */
  | "note"
  /** Any other file (文件). */
  | "file";

/** The SHA-256 of a file, in lower case hexadecimal. */
export type FileDigest = string;

/** Something that shows that an entry is true (佐证). The library keeps its name and its digest, never the file. */
export interface Proof {
  /** What it is called: the name of its file, where it is one. */
  name: Text;
  /** What kind of thing it is. */
  kind: ProofKind;
  /** The SHA-256 of its file, by which it is known again. */
  digest?: FileDigest;
  /** What else there is to say of it. */
  note?: Text;
}

/** An entry as it is read: flat. */
export interface Entry {
  /** Its number in the journal, counted from one. */
  no: number;
  /** When it happened, at the charter's offset. */
  at: Time;
  /** When it was entered. */
  recorded_at: Time;
  /** Who did it. */
  by: PersonId;
  /** What was done. */
  act: Act;
  /** The rules against which it was recorded. */
  against?: AgainstKept;
  /** The table of working days by which it was accepted, where that rested on one. */
  calendar?: CalendarUse;
  /** The name of the submission. */
  key?: Text;
  /** What was settled then, and is never settled anew. */
  outcome?: Outcome;
  /** What shows that it is true. */
  proofs?: Proof[];
  /** Who entered it, where that is not who did it. */
  recorded_by?: PersonId;
}

/** Yes: the entry to store, then to apply. */
export interface AcceptedDecision {
  accepted: Entry;
}

/** The name of an act, as it stands under `type`. */
export type ActName =
  | "adopt_charter"
  | "amend_charter"
  | "choose_law"
  | "choose_reading"
  | "dissolve"
  | "admit_unit"
  | "withdraw_unit"
  | "merge_units"
  | "end_unit"
  | "move_functions"
  | "rename_unit"
  | "fill_post"
  | "vacate_post"
  | "name_member"
  | "name_liaison_officer"
  | "confirm_appointment"
  | "notify_change"
  | "end_naming"
  | "authorize"
  | "revoke_authorization"
  | "request_meeting"
  | "answer_request"
  | "withdraw_request"
  | "approve_agenda"
  | "convene"
  | "supplement_notice"
  | "delegate_presiding"
  | "invite"
  | "send_apology"
  | "postpone_meeting"
  | "cancel_meeting"
  | "open_meeting"
  | "record_attendance"
  | "record_leaving"
  | "close_meeting"
  | "declare_key_period"
  | "add_agenda_item"
  | "consult_unit"
  | "discuss"
  | "state_position"
  | "withdraw_position"
  | "revise_proposal"
  | "agree"
  | "clarify"
  | "leave_open"
  | "refer_upwards"
  | "draft_minutes"
  | "redraft_minutes"
  | "consent"
  | "consent_with_changes"
  | "decline_consent"
  | "withdraw_consent"
  | "countersign"
  | "decline_countersign"
  | "withdraw_countersignature"
  | "approve_minutes"
  | "allot_number"
  | "void_number"
  | "issue_document"
  | "issue_other_document"
  | "report_up"
  | "acknowledge_receipt"
  | "supplement_recipients"
  | "correct_document"
  | "publish_document"
  | "withdraw_document"
  | "revoke_document"
  | "repeal_document"
  | "archive_document"
  | "issue_briefing"
  | "issue_circular"
  | "consent_to_task"
  | "assign"
  | "enter_cooperation"
  | "report_progress"
  | "extend_assignment"
  | "shorten_assignment"
  | "complete_assignment"
  | "return_assignment"
  | "accept_result"
  | "withdraw_assignment"
  | "form_working_group"
  | "end_working_group"
  | "plan_joint_action"
  | "start_joint_action"
  | "finish_joint_action"
  | "regroup_joint_action"
  | "drop_joint_action"
  | "record_joint_enforcement"
  | "record_inspection"
  | "record_rectification"
  | "open_data_channel"
  | "close_data_channel"
  | "record_training"
  | "record_guidance"
  | "record_good_practice"
  | "open_opinion_case"
  | "record_opinion_leg"
  | "close_opinion_case"
  | "reopen_opinion_case"
  | "accept_assigned_matter"
  | "complete_assigned_matter"
  | "note_none_this_year"
  | "record_work"
  | "record_contact"
  | "register_incoming"
  | "pass_on_incoming"
  | "answer_incoming"
  | "file_incoming"
  | "enter_register_item"
  | "revise_register_item"
  | "retire_register_item"
  | "adopt_register"
  | "submit_report"
  | "supplement_report"
  | "log_collection"
  | "report_results"
  | "record_child"
  | "revise_child"
  | "end_child"
  | "link_child"
  | "correct_record";

/** The plan of a joint action (联合治理行动方案). */
export interface ActionPlanWantedValue {
  /** The action. */
  action: ActionId;
}

/** The plan of a joint action (联合治理行动方案). */
export interface ActionPlanWanted {
  action_plan: ActionPlanWantedValue;
}

/** The result of a joint action. */
export interface ActionResultWantedValue {
  /** The action. */
  action: ActionId;
}

/** The result of a joint action. */
export interface ActionResultWanted {
  action_result: ActionResultWantedValue;
}

/**
 * That an act was done although rules stood in its way, and is to be recorded as what it is (违规事实).
 *
 * The rules that stand in the way are named, no more and no fewer. With any other list the submission is refused, and the
 * ground has the right one; `Choice::against` has it beforehand. Only what is law by the
 * charter can be named; a rule that keeps the record sound cannot. The office, the convener or the lead unit records so.
 */
export interface Against {
  /** The ids of the rules. */
  rules: Text[];
  /** Why it was done all the same, as far as it is known. */
  reason: Text;
}

/** The agenda of a meeting (会议议程). */
export interface AgendaWantedValue {
  /** The meeting. */
  meeting: MeetingId;
}

/** The agenda of a meeting (会议议程). */
export interface AgendaWanted {
  agenda: AgendaWantedValue;
}

/** Who may stand in for an absent member. */
export interface Alternates {
  /** Whether anyone may. */
  allowed: boolean;
  /**
   * Whether the alternate must be of a rank that a member must have or, where none is asked of members, of the rank
   * of the member.
   */
  same_rank: boolean;
  /** Whether a unit whose member cannot come must send an alternate. */
  must?: boolean;
  /** Whether the alternate must be of the same unit. */
  same_unit?: boolean;
}

/** The beginning of an annex (附件), on a new page. */
export interface AnnexPaperBlock {
  type: "annex";
  /** The word for it. */
  label: string;
  /** Its title. */
  title: string;
}

/** What annexes there are (附件说明), below the text: a line of its own for each, with its number if there are several. */
export interface AnnexesPaperBlock {
  type: "annexes";
  /** The word for them, without the colon. */
  label: string;
  /** Their titles, in order. */
  titles: string[];
}

/** What was agreed, who carries it out, until when, with what result (议定事项落实台账). */
export interface AssignmentsWantedValue {
  /** The day. */
  on: Date;
}

/** What was agreed, who carries it out, until when, with what result (议定事项落实台账). */
export interface AssignmentsWanted {
  assignments: AssignmentsWantedValue;
}

/** The attendance sheet of a meeting (签到表), to be signed before the meeting and filled after it. */
export interface AttendanceWantedValue {
  /** The meeting. */
  meeting: MeetingId;
}

/** The attendance sheet of a meeting (签到表), to be signed before the meeting and filled after it. */
export interface AttendanceWanted {
  attendance: AttendanceWantedValue;
}

/** A verdict (结论), from the one that weighs least to the one that weighs most. */
export type Verdict =
  /** Nothing happened to which it could apply. */
  | "not_applicable"
  /** The clause exhorts or describes; nobody can be judged by it. */
  | "not_judged"
  /** The clause was kept. */
  | "met"
  /** The charter says nothing that could be judged. */
  | "silent"
  /** What is owed is not yet done, and not yet due. */
  | "not_due"
  /** The defensible readings differ. */
  | "disputed"
  /** The clause was not kept. */
  | "unmet";

/**
 * How many things stand how under a clause. A thing is what one duty asks of one bearer about one subject; what was
 * broken and cannot be made good is none of these.
 */
export interface Counts {
  /**
   * Things that are owed and not done, whether overdue, not yet due, without a date or, by another defensible reading,
   * in dispute. After the end of the body there are none.
   */
  open: number;
  /** Of the open things those that are late by the readings in effect. */
  overdue: number;
  /** Things that were done, in time or late. */
  done: number;
}

/** The joint meeting as a whole. */
export interface BodyBearer {
  type: "body";
}

/** Whoever holds a role. */
export interface RoleBearer {
  type: "role";
  /** The role. */
  role: Role;
}

/** A unit. */
export interface UnitBearer {
  type: "unit";
  /** The unit. */
  unit: UnitId;
}

/** Who bears a duty, or to whom it is owed. */
export type Bearer =
  | BodyBearer
  | RoleBearer
  | UnitBearer;

/** The name of a question of reading: `report.due_day`. */
export type ReadingId = string;

/** An option of a question of reading. */
export type ReadingOption = string;

/** The verdict by one option of a reading. */
export interface VerdictByReading {
  /** The question. */
  reading: ReadingId;
  /** The option. */
  option: ReadingOption;
  /** The verdict by it. */
  verdict: Verdict;
}

/** How a date was reckoned. */
export type Reckoning =
  /** It was reckoned by calendar dates alone. */
  | "dates"
  /** It was reckoned by the table of working days. */
  | "working_days";

/** The option of a reading that an answer rests on. */
export interface ReadingUse {
  /** The question. */
  reading: ReadingId;
  /** The option used. */
  option: ReadingOption;
}

/** When something is due (期限). */
export interface Due {
  /** The last day in time. */
  date: Date;
  /** The last working day on which it is in time by every defensible reading. */
  safe: Date;
  /** How the date was reckoned. */
  reckoning: Reckoning;
  /** Whether there was a day on the way of which no known decree has the last word, so that the answer may change. */
  provisional: boolean;
  /** The last minute of that day in time, counted from midnight; without one, its end. */
  minute?: number;
  /** The reading that settles the date, where one does. */
  reading?: ReadingUse;
}

/** The charter says nothing on which the act could rest. */
export interface SilentFinding {
  type: "silent";
  /** The setting on which it is silent. */
  setting: SettingId;
}

/** The actor holds none of the roles. */
export interface NeedsRoleFinding {
  type: "needs_role";
  /** The roles of which any would do. */
  roles: Role[];
  /** The unit for which it is needed. */
  unit?: UnitId;
}

/** Units are missing that have not attended, consented or signed. */
export interface MissingUnitsFinding {
  type: "missing_units";
  /** The units. */
  units: UnitId[];
}

/** Units are named that do not belong: they are no members, were not called or not asked. */
export interface StrangeUnitsFinding {
  type: "strange_units";
  /** Those units. */
  units: UnitId[];
}

/** The positions of units stand in the way. */
export interface OpposingUnitsFinding {
  type: "opposing_units";
  /** Those units. */
  units: UnitId[];
}

/** Parts, items, steps or fields are missing. */
export interface MissingFinding {
  type: "missing";
  /** Their names. */
  what: string[];
}

/** Something is there that must not be. */
export interface UnwantedFinding {
  type: "unwanted";
  /** Their names. */
  what: string[];
}

/** The thing is in another state. */
export interface StateFinding {
  type: "state";
  /** The state it is in. */
  is: string;
  /** The states of which one is needed. */
  needs: string[];
}

/** A value is not among those allowed. */
export interface NotAllowedFinding {
  type: "not_allowed";
  /** The value. */
  value: string;
  /** The values allowed. */
  allowed: string[];
}

/** A value differs from what it must be. */
export interface DiffersFinding {
  type: "differs";
  /** The value given. */
  found: string;
  /** The value needed. */
  expected: string;
}

/** There are too few. */
export interface TooFewFinding {
  type: "too_few";
  /** The number there is. */
  have: number;
  /** The number needed. */
  need: number;
}

/** There would be too many. */
export interface TooManyFinding {
  type: "too_many";
  /** The number there would be. */
  have: number;
  /** The number allowed. */
  allowed: number;
}

/** It is too early. */
export interface TooEarlyFinding {
  type: "too_early";
  /** The first moment at which it is possible. */
  earliest: Time;
}

/** It is too late. */
export interface TooLateFinding {
  type: "too_late";
  /** The last moment at which it was possible. */
  latest: Time;
}

/** The versions of the charter that come into question give different answers, and none prevails. */
export interface LawsDifferFinding {
  type: "laws_differ";
  /** What each says. */
  versions: VersionAnswer[];
}

/** Other rules stand in the way of an act than those named against which it is to be recorded. */
export interface InTheWayFinding {
  type: "in_the_way";
  /** The rules that do, and could be named. */
  rules: RuleId[];
}

/** Later entries would have nothing to stand on. */
export interface EntriesFailFinding {
  type: "entries_fail";
  /** Those entries, each with what would be wrong with it. */
  entries: EntryFails[];
}

/** It was done after the due date. */
export interface LateFinding {
  type: "late";
  /** The last day in time. */
  due: Date;
  /** The day it happened. */
  done: Date;
}

/** What a rule found, as data. */
export type Finding =
  | SilentFinding
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
  | LateFinding;

/** What one rule finds of one bearer. */
export interface Judgement {
  /** The rule. */
  rule: RuleId;
  /** Who bears it. */
  bearer: Bearer;
  /** The verdict. */
  verdict: Verdict;
  /** The numbers of the entries that show it. */
  evidence: number[];
  /** The verdict by each reading, where they differ. */
  by_reading?: VerdictByReading[];
  /** When it was due. */
  due?: Due;
  /** What was missing; in a dispute, by the reading by which it is unmet. */
  finding?: Finding;
  /** The readings it rests on. */
  readings?: ReadingUse[];
  /** What it is about, where one bearer can owe several things. */
  subject?: string;
}

/** The verdict on one clause. */
export interface ClauseVerdict {
  /** The clause. */
  clause: ClauseId;
  /**
   * The verdict: what weighs most of what its duties say or, where no duty found anything to judge, that its guards
   * were passed by acts whose subject came to be. An act that a guard would have refused makes it unmet whatever the
   * duties say.
   */
  verdict: Verdict;
  /** How many things its duties found open, overdue and done. */
  counts?: Counts;
  /** A judgement for each rule and bearer. */
  judgements?: Judgement[];
}

/** The verdicts on every clause for a period, as seen on a day. */
export interface Audit {
  /** The period. */
  period: Period;
  /** The day on which it is judged. */
  on: Date;
  /** The version of the charter. */
  version: number;
  /** The table of working days by which dates were reckoned. */
  calendar: CalendarUse;
  /** A verdict for each clause, in the order of the text. */
  clauses: ClauseVerdict[];
  /**
   * The audits by the versions before, each of what was left to that version: the time in which it was in force, and
   * matters that went on by it.
   */
  earlier?: Audit[];
}

/** A verdict for every clause. */
export interface AuditQuestionValue {
  /** The period judged. */
  period: Period;
  /** The day on which it is judged. */
  on: Date;
}

/** A verdict for every clause. */
export interface AuditQuestion {
  audit: AuditQuestionValue;
}

/** The verdicts on every clause for a year (年度核查). */
export interface AuditWantedValue {
  /** The year. */
  year: number;
  /** The day on which it is judged. */
  on: Date;
}

/** The verdicts on every clause for a year (年度核查). */
export interface AuditWanted {
  audit: AuditWantedValue;
}

/** The last power of attorney that a unit gave a person (授权委托书). */
export interface AuthorizationWantedValue {
  /** The unit. */
  unit: UnitId;
  /** The person. */
  person: PersonId;
}

/** The last power of attorney that a unit gave a person (授权委托书). */
export interface AuthorizationWanted {
  authorization: AuthorizationWantedValue;
}

/** A template has a heading of a level that there is not. */
export interface BadLevelPaperError {
  type: "bad_level";
  /** The template. */
  template: string;
  /** The level. */
  level: number;
}

/** The value does not fit the setting. */
export interface BadSettingCharterFileErrorValue {
  /** The setting. */
  setting: string;
  /** What is wrong. */
  problem: string;
}

/** The value does not fit the setting. */
export interface BadSettingCharterFileError {
  type: "bad_setting";
  value: BadSettingCharterFileErrorValue;
}

/** A field that is still to be chosen. */
export interface Blank {
  /** The name of the field. */
  field: string;
  /** What stands there: `text`, `date`, `time`, `number`, `yes_or_no`, `word`, `object`, or the kind of thing that is named. */
  kind: string;
  /** Whether it is a list. */
  many?: boolean;
  /** Whether it names a new thing. */
  new?: boolean;
  /** Whether it may be left out. */
  optional?: boolean;
  /** Values that were tried: those with which the act is open or, where it is blocked, those with which it is blocked. */
  suggested?: Json[];
}

/** No charter was given. */
export interface NoCharterBodyError {
  type: "no_charter";
}

/** A rule about joint meetings, under which no body is founded. */
export interface GeneralBodyError {
  type: "general";
  value: string;
}

/** Charters of different ids. */
export interface DifferentBodyErrorValue {
  /** The id of the first. */
  one: string;
  /** An id that differs. */
  other: string;
}

/** Charters of different ids. */
export interface DifferentBodyError {
  type: "different";
  value: DifferentBodyErrorValue;
}

/** Two charters of the same version. */
export interface TwiceBodyError {
  type: "twice";
  value: number;
}

/** Why charters cannot be those of one body. */
export type BodyError =
  | NoCharterBodyError
  | GeneralBodyError
  | DifferentBodyError
  | TwiceBodyError;

/** A name that is known, and what it is the name of. */
export interface KnownName {
  /** The name. */
  name: string;
  /** What it is called in a sentence, where it has a title of its own. */
  title?: string;
}

/** A name with the kind of thing it stands for. */
export interface Name {
  /** The kind: `unit`, `meeting` and so on. */
  kind: string;
  /** The name as given. */
  name: string;
  /** For a name that is unknown, the known ones of its kind that are nearest to it. */
  nearest?: KnownName[];
}

/** Names that mean nothing here, or that already mean something else. No rule was asked. */
export interface NamesRefusal {
  type: "names";
  /** Names of things that nobody has introduced. */
  unknown: Name[];
  /** Names for new things that are already in use. */
  taken: Name[];
}

/** An act that would cure a ground, and who can do it. */
export interface Cure {
  /** The name of the act. */
  act: ActName;
  /** The roles of which one can do it. */
  who: Role[];
  /** Whether it is done instead of what was refused, and does not open the way for that. */
  instead?: boolean;
  /** The units that have to, where it is a matter of units. */
  units?: UnitId[];
}

/** What alone can help where no act under a charter can. */
export type OnlyBy =
  /** The charter is silent, and on how it is amended too. */
  | "new_charter"
  /** Nobody: no person holds a role that it takes, and nobody can put a person into one. */
  | "nobody";

/** A ground of refusal (依据). */
export interface Ground {
  /** The rule that stands in the way. */
  rule: RuleId;
  /** What was found. */
  finding: Finding;
  /** Further clauses that claim it. */
  also?: ClauseId[];
  /** The first clause that claims the rule; none for a rule that holds for every body. */
  clause?: ClauseId;
  /** What would cure it; empty if nothing can, or if the act itself could be put right. */
  cures?: Cure[];
  /** The earliest moment at which this ground can fall away by itself. */
  earliest?: Time;
  /** What alone can help, where no act under this charter can. */
  only_by?: OnlyBy;
}

/** The rules that stand in the way; never empty. */
export interface RulesRefusal {
  type: "rules";
  /** A ground for each rule, in the order of the rules. */
  grounds: Ground[];
}

/** Why an act is refused. */
export type Refusal =
  | NamesRefusal
  | RulesRefusal;

/** An entry that the rules would have refused. */
export interface Breach {
  /** The number of the entry. */
  no: number;
  /** Why it would have been refused; none if only its outcome is not what the library settles. */
  refusal: Refusal | null;
  /** The table of working days that the entry names, where it was decided again by another, which may be why. */
  calendar?: CalendarUse;
  /**
   * The entry that tells of it: the entry itself, where it was recorded against these rules, or the correction since which
   * they would refuse it. None where nobody has told.
   */
  told_by?: number;
}

/** The entries that the rules would have refused. */
export interface BreachesQuestionValue {
}

/** The entries that the rules would have refused. */
export interface BreachesQuestion {
  breaches: BreachesQuestionValue;
}

/** A briefing or a circular (简报、通报). */
export interface BulletinWantedValue {
  /** The bulletin. */
  bulletin: BulletinId;
}

/** A briefing or a circular (简报、通报). */
export interface BulletinWanted {
  bulletin: BulletinWantedValue;
}

/** The periods by which a charter counts. */
export type Rhythm =
  /** A calendar year. */
  | "year"
  /** January to June, July to December. */
  | "half"
  /** A calendar quarter. */
  | "quarter"
  /** A calendar month. */
  | "month"
  /** Monday to Sunday. */
  | "week";

/** A cadence that holds in key periods (重点时期). */
export interface KeyCadence {
  /** The least number. */
  at_least: number;
  /** In each of these. */
  per: Rhythm;
}

/** How often something must happen. */
export interface Cadence {
  /** The least number. */
  at_least: number;
  /** The period in each of which so many are needed. */
  per: Rhythm;
  /** The greatest number, where the text gives one. */
  at_most?: number;
  /** What holds instead while a key period is declared. */
  in_key_period?: KeyCadence;
  /** The months (1 to 12) in which it may happen; with none given, any month will do. */
  months?: number[];
}

/** The dates of a period: `Dates`. */
export interface CalendarPaperQuestionValue {
  /** The first day. */
  from: Date;
  /** The last day. */
  to: Date;
  /** The day as of which they are seen. */
  on: Date;
}

/** The dates of a period: `Dates`. */
export interface CalendarPaperQuestion {
  calendar: CalendarPaperQuestionValue;
}

/** The dates of a period: meetings, and what is owed or was done (日程). */
export interface CalendarWantedValue {
  /** The first day. */
  from: Date;
  /** The last day. */
  to: Date;
  /** The day as of which they are seen. */
  on: Date;
}

/** The dates of a period: meetings, and what is owed or was done (日程). */
export interface CalendarWanted {
  calendar: CalendarWantedValue;
}

/** The line is not as it was written. */
export interface ChangedLineError {
  type: "changed";
}

/** A version of a charter. */
export interface Version {
  /** The charter. */
  charter: CharterId;
  /** The version, counted from one. */
  version: number;
}

/** A field that changed. A setting of a clause is `sets.<setting>`, a reading `readings.<reading>`. */
export interface FieldChange {
  /** Its name. */
  field: string;
  /** Its value after. */
  after?: Json;
  /** Its value before. */
  before?: Json;
}

/** What became of a clause, a unit or a post. */
export type Fate =
  /** It was not there before. */
  | "added"
  /** It is no longer there. */
  | "removed"
  /** It is there and says something else. */
  | "changed";

/** A clause, unit or post that changed. */
export interface EntryChange {
  /** Its id. */
  id: string;
  /** What became of it. */
  fate: Fate;
  /** Its fields that changed; one that was added or removed has all its fields. */
  fields: FieldChange[];
}

/** A clause fixes it. */
export interface FixedSettingStand {
  fixed: Json;
}

/** A setting as a whole charter leaves it. */
export type SettingStand =
  /** No clause speaks of it. */
  | "unset"
  /** The charter is known to be silent. */
  | "silent"
  | FixedSettingStand;

/** A setting that changed. */
export interface SettingChange {
  /** The setting. */
  setting: SettingId;
  /** How the charter left it before. */
  before: SettingStand;
  /** How it leaves it after. */
  after: SettingStand;
}

/** The text settles it. */
export interface FixedReadingTerm {
  fixed: ReadingOption;
}

/** The text can be read in several ways. */
export interface OpenReadingTermValue {
  /** The defensible options. */
  options: ReadingOption[];
  /** The one used until one is chosen. */
  suggested: ReadingOption;
}

/** The text can be read in several ways. */
export interface OpenReadingTerm {
  open: OpenReadingTermValue;
}

/** What a charter says to a question of reading. */
export type ReadingTerm =
  | FixedReadingTerm
  | OpenReadingTerm;

/** A question of reading that changed. */
export interface ReadingChange {
  /** The question. */
  reading: ReadingId;
  /** What the charter said to it before; nothing if it did not ask. */
  before: ReadingTerm | null;
  /** What it says after. */
  after: ReadingTerm | null;
}

/** What became of a rule. */
export type RuleFate =
  /** A clause claims it that none claimed before. */
  | "became_law"
  /** No clause claims it any more. */
  | "ceased_to_be_law"
  /** It is law as before, and a setting or a reading that it asks for changed. */
  | "rests_on_a_change";

/** A rule that changed. */
export interface RuleChange {
  /** The rule. */
  rule: RuleId;
  /** What became of it. */
  fate: RuleFate;
  /** The settings and questions of reading it asks for that changed. */
  rests_on?: string[];
}

/** What changed between two charters. */
export interface CharterDiff {
  /** The charter before. */
  before: Version;
  /** The charter after. */
  after: Version;
  /** The fields of the head: title, source, dates. */
  head: FieldChange[];
  /** The units that it names. */
  units: EntryChange[];
  /** The posts that it names. */
  posts: EntryChange[];
  /** The clauses, in the order of the text before; those added after the others. */
  clauses: EntryChange[];
  /** The settings that are otherwise than before, by whatever clause. */
  settings: SettingChange[];
  /** The questions of reading that are left otherwise than before. */
  readings: ReadingChange[];
  /** The rules that became law, ceased to be, or rest on something that changed. */
  rules: RuleChange[];
}

/** The file is not JSON of the right shape. */
export interface JsonCharterFileError {
  type: "json";
  value: string;
}

/** The file has a format that this library does not read. */
export interface FormatCharterFileError {
  type: "format";
  value: number;
}

/**
 * There are more than `LIST_MAX` units, posts or clauses, or with those of the general charters
 * that bind the charter more than `TOGETHER_MAX`.
 */
export interface TooManyCharterFileError {
  type: "too_many";
  value: number;
}

/** The offset is not of the form `+08:00`. */
export interface OffsetCharterFileError {
  type: "offset";
  value: string;
}

/** The id stands twice. */
export interface DuplicateCharterFileError {
  type: "duplicate";
  value: string;
}

/** No rule has that id. */
export interface UnknownRuleCharterFileError {
  type: "unknown_rule";
  value: string;
}

/** No setting has that name. */
export interface UnknownSettingCharterFileError {
  type: "unknown_setting";
  value: string;
}

/** Another clause has fixed the setting or recorded its silence. */
export interface SetTwiceCharterFileError {
  type: "set_twice";
  value: string;
}

/** A rule that is claimed needs the setting. */
export interface UnsetCharterFileErrorValue {
  /** The rule. */
  rule: string;
  /** The setting. */
  setting: string;
}

/** A rule that is claimed needs the setting. */
export interface UnsetCharterFileError {
  type: "unset";
  value: UnsetCharterFileErrorValue;
}

/** No question of reading has that name. */
export interface UnknownReadingCharterFileError {
  type: "unknown_reading";
  value: string;
}

/** The reading has no such option. */
export interface UnknownOptionCharterFileErrorValue {
  /** The reading. */
  reading: string;
  /** The option. */
  option: string;
}

/** The reading has no such option. */
export interface UnknownOptionCharterFileError {
  type: "unknown_option";
  value: UnknownOptionCharterFileErrorValue;
}

/** No such general charter was handed in, nor comes with the library. */
export interface NoGeneralCharterFileError {
  type: "no_general";
  value: string;
}

/** The general charter has no such clause. */
export interface NoGeneralClauseCharterFileErrorValue {
  /** The general charter. */
  general: string;
  /** The clause. */
  clause: string;
}

/** The general charter has no such clause. */
export interface NoGeneralClauseCharterFileError {
  type: "no_general_clause";
  value: NoGeneralClauseCharterFileErrorValue;
}

/** The charter named as governing is one of a body. */
export interface NotGeneralCharterFileError {
  type: "not_general";
  value: string;
}

/** With the id of its general charter before it, a clause id is too long. */
export interface LongClauseIdCharterFileError {
  type: "long_clause_id";
  value: string;
}

/** Two clauses say different things, or the suggested option is not among the open ones. */
export interface ContradictoryCharterFileError {
  type: "contradictory";
  value: string;
}

/** A rule that is claimed asks a question no clause answers or leaves open. */
export interface UnreadCharterFileErrorValue {
  /** The rule. */
  rule: string;
  /** The reading. */
  reading: string;
}

/** A rule that is claimed asks a question no clause answers or leaves open. */
export interface UnreadCharterFileError {
  type: "unread";
  value: UnreadCharterFileErrorValue;
}

/** No act has that name. */
export interface UnknownActCharterFileError {
  type: "unknown_act";
  value: string;
}

/** Nothing defines the unit. */
export interface UndefinedUnitCharterFileError {
  type: "undefined_unit";
  value: string;
}

/** Nothing defines the post. */
export interface UndefinedPostCharterFileError {
  type: "undefined_post";
  value: string;
}

/** A key phrase has more than `KEY_MAX` characters. */
export interface LongKeyCharterFileError {
  type: "long_key";
  value: number;
}

/** A clause of the text has no key phrase. */
export interface NoKeyCharterFileError {
  type: "no_key";
}

/** Of two dates the later one comes first. */
export interface DatesOutOfOrderCharterFileErrorValue {
  /** What should come first. */
  first: Date;
  /** What should follow. */
  then: Date;
}

/** Of two dates the later one comes first. */
export interface DatesOutOfOrderCharterFileError {
  type: "dates_out_of_order";
  value: DatesOutOfOrderCharterFileErrorValue;
}

/** A yearly day is one that no year has. */
export interface NoSuchDayCharterFileError {
  type: "no_such_day";
}

/** What can be wrong with a charter file. */
export type CharterFileError =
  | JsonCharterFileError
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
  | NoSuchDayCharterFileError;

/** One thing that is wrong with a charter file, and where. */
export interface CharterError {
  /** A clause id, or a path into the file. */
  place: string;
  /** What is wrong. */
  problem: CharterFileError;
  /** For a name that is not known, the known ones that are nearest to it. */
  nearest?: string[];
}

/** Everything that is wrong with a charter file. */
export type CharterErrors = CharterError[];

/** A text in two languages. */
export interface Words {
  /** Chinese. */
  zh: Text;
  /** English. */
  en: Text;
}

/** A unit that a charter names. */
export interface UnitEntry {
  /** Its id. */
  id: UnitId;
  /** Its name as the charter writes it. */
  zh: Text;
  /** Its name in English. */
  en: Text;
  /** What kind of unit it is. */
  kind: UnitKind;
  /** The unit it is part of. */
  within?: UnitId;
}

/** A post that a charter names. */
export interface PostEntry {
  /** Its id. */
  id: PostId;
  /** Its title in Chinese. */
  zh: Text;
  /** Its title in English. */
  en: Text;
  /** Its rank, where the text gives one. */
  rank?: Rank;
  /** Whether several persons may hold it at a time. */
  several?: boolean;
  /** The unit it belongs to; without one, any unit can have such a post, and who holds it says in which. */
  unit?: UnitId;
}

/** What a clause does. */
export type Force =
  /** It says what something is, or appoints somebody. */
  | "definition"
  /** It obliges. */
  | "must"
  /** It obliges, but the test needs a number that the text does not give. */
  | "must_unquantified"
  /** It empowers. */
  | "may"
  /** It names a standing task of the body. */
  | "function"
  /** It exhorts; nobody can be judged by it. */
  | "principle"
  /** It is not in the text: a point on which the text is silent. */
  | "silence"
  /** It is not in the text: what is done all the same. Nobody is bound or judged by it. */
  | "practice"
  /** It is not in the text: a rule from above that binds the body all the same. */
  | "outside";

/** What a change of a member or liaison officer needs. */
export type Succession =
  /** The unit notifies the office; nobody approves (通报). */
  | "notify"
  /** The unit files it with the office (备案). */
  | "file"
  /** The unit proposes, the meeting confirms (确定). */
  | "confirm"
  /** The successor in the post follows without any act. */
  | "automatic";

/** Who decides on a change of the body itself. */
export type Decider =
  /** A matter agreed by any meeting of the body. */
  | "meeting"
  /** A matter agreed by a plenary meeting. */
  | "plenary"
  /** The convener. */
  | "convener"
  /** The lead unit. */
  | "lead_unit"
  /** The organ above. */
  | "superior"
  /** The charter is issued anew. */
  | "reissue";

/** A legal basis. */
export interface LegalBasis {
  /** Its title. */
  title: Text;
  /** The date of the version meant, where known. */
  version_date?: Date;
}

/** What the founding of a body needs besides its charter. */
export interface Creation {
  /** Whether it needs the superior's approval. */
  approval: boolean;
  /** Whether it needs the agreement of every member unit. */
  agreement: boolean;
}

/** How the body ends. */
export type Dissolution =
  /** It ends by itself, when its work is done. */
  | "on_completion"
  /** It ends with the superior's approval. */
  | "approval";

/** How another body stands to this one. */
export type StandsTo =
  /** It is above. */
  | "above"
  /** It is beside. */
  | "beside"
  /** It is below. */
  | "below";

/** A body above this one, beside it or below it: another joint meeting, a leading group, a mechanism. */
export interface RelatedBody {
  /** Its name in Chinese. */
  zh: Text;
  /** Its name in English. */
  en: Text;
  /** How it stands to this one. */
  stands: StandsTo;
}

/** A word that may stand in the name of a body only if somebody of a rank heads it. */
export interface ReservedName {
  /** The word. */
  word: Text;
  /** The rank a convener must have, or a higher one. */
  rank: Rank;
}

/** How open matters fare when a charter changes. */
export type Transition =
  /** They go on by the version under which they were begun. */
  | "old_law"
  /** They go on by the new version. */
  | "new_law"
  /** They go on by one or the other, as is chosen for each. */
  | "ask";

/** The way out when no consensus is reached. */
export interface Escalation {
  /** To whom the matter goes. */
  to: Text;
  /** Who takes it there. */
  by: Role[];
  /** Whether only major matters go there. */
  major_only: boolean;
  /** Whether such a matter is decided there in any case, and is not for the meeting to agree. */
  reserved?: boolean;
}

/** A group of units that a document must reach. */
export type RecipientGroup =
  /** Units that the document gives a task. */
  | "tasked"
  /** Member units that attended. */
  | "attending"
  /** Member units that were called and did not attend. */
  | "absent"
  /** All member units. */
  | "all_members";

/** A series of document numbers (发文字号). */
export interface Series {
  /** Its id. */
  id: SeriesId;
  /** The organ code (机关代字) that begins each number. */
  code: Text;
  /** The unit whose series it is. */
  unit: UnitId;
}

/** What the text asks of the person a unit names as liaison officer. */
export interface LiaisonNaming {
  /** How many each unit names; 0: the text does not say. */
  per_unit: number;
  /** The ranks of which one is needed; empty: not said. */
  ranks: Rank[];
  /** Whether the text asks for the head of a business section (业务科室主要负责同志). */
  section_head: boolean;
  /** Whether the text asks for two qualities: to know the duties, and to master the trade. */
  qualities: boolean;
}

/** Who may invite whom. */
export interface Invitation {
  /** The roles that may invite; with none given the text does not say. */
  by: Role[];
  /** The kinds of meeting to which they may invite. */
  meetings: MeetingKind[];
  /** Whether other units may be invited. */
  units: boolean;
  /** Whether experts may be invited. */
  experts: boolean;
}

/** Who may sit in at a meeting without a voice in it (列席). */
export interface Observers {
  /** Whether liaison officers may. */
  liaison_officers: boolean;
  /** Whether staff may. */
  staff: boolean;
}

/** What a meeting may do. */
export type Power =
  /** Hear a report (通报). */
  | "hear"
  /** Discuss. */
  | "discuss"
  /** Clarify (明确). */
  | "clarify"
  /** Agree (议定). */
  | "agree"
  /** Confirm members and liaison officers. */
  | "confirm_members"
  /** Amend the charter. */
  | "amend";

/** Whom the person presiding may be by delegation. */
export type Delegate =
  /** Any person may be; how far that goes is a question of reading. */
  | "anyone"
  /** A deputy convener. */
  | "deputy_convener"
  /** A convener, for the chief convener. */
  | "convener"
  /** A member. */
  | "member"
  /** Nobody. */
  | "nobody";

/** Who presides over a kind of meeting. */
export interface Presiding {
  /** The roles of which one presides; with neither roles nor posts given the text does not say. */
  by: Role[];
  /** Whom they may entrust; without it the text does not say. */
  delegate?: Delegate;
  /** The posts whose holders preside, where the text names a post and not a role. */
  posts?: PostId[];
}

/** What must come before a meeting. */
export type PriorStep =
  /** A liaison meeting has been held since the last meeting of the kind. */
  | "liaison_meeting"
  /** Each item to be decided was discussed at a liaison meeting. */
  | "liaison_discussion"
  /** The units concerned were consulted on each item to be decided. */
  | "consultation";

/** A number of requesting units that obliges. */
export interface Threshold {
  /** The number of different units. */
  units: number;
  /** The units of which it counts; with neither units nor classes given, it counts of all member units. */
  of?: UnitId[];
  /** The classes through which the units of which it counts are members. */
  of_classes?: ClassId[];
}

/** Who may ask for a meeting, and what that obliges to. */
export interface RequestRight {
  /** Whether member units may ask. */
  member_units: boolean;
  /** The roles of which one decides whether the meeting is called; with none given the text does not say. */
  decided_by?: Role[];
  /** Whether the superior may ask; such a request must be granted. */
  superior?: boolean;
  /** The numbers of units that, asking at once, oblige the office to call the meeting. */
  thresholds?: Threshold[];
}

/** What the text asks of the person a unit names as member. */
export interface MemberNaming {
  /** The number that each unit names; with 0 the text does not say. */
  per_unit: number;
  /** The ranks of which one is needed; with none given the text does not say. */
  ranks: Rank[];
  /** Whether the matter must be in the person's portfolio (分管). */
  portfolio: boolean;
}

/** Lower bodies that may be set up. */
export interface Children {
  /** The kinds of unit that may set them up. */
  by: UnitKind[];
  /** Whether they must be reported to this body. */
  reported?: boolean;
}

/** The time of day at which work closes. */
export interface CloseOfWork {
  /** The hour, 0 to 23. */
  hour: number;
  /** The minute, 0 to 59. */
  minute: number;
}

/** A month and a day that come round each year. */
export interface MonthDay {
  /** The month, 1 to 12. */
  month: number;
  /** The day, 1 to 31; in a year without that day, the last day of the month is meant. */
  day: number;
}

/** A part that a report must have. */
export interface ReportPart {
  /** Its key in the act. */
  id: Text;
  /** Its heading in Chinese. */
  zh: Text;
  /** Its heading in English. */
  en: Text;
}

/** Whoever holds the post that day. */
export interface PostHolder {
  post: PostId;
}

/** Whoever acts for the unit that day. */
export interface UnitHolder {
  unit: UnitId;
}

/** Who holds a role: the holder of a post (ex officio), or a unit as such. */
export type Holder =
  | PostHolder
  | UnitHolder;

/** What kind of holder a role has. */
export type HolderKind =
  /** The holder of a post. */
  | "post"
  /** A unit as such. */
  | "unit";

/** It sits in a unit. */
export interface SeatedOfficeValue {
  /** The unit that hosts it. */
  host: UnitId;
  /** The posts whose holders direct it. */
  director: PostId[];
  /** The posts whose holders are deputy directors. */
  deputies?: PostId[];
  /** The posts whose holders work in it. */
  staff?: PostId[];
}

/** It sits in a unit. */
export interface SeatedOffice {
  seated: SeatedOfficeValue;
}

/** The office (办公室), or that there must be none. */
export type Office =
  /** No office may be set up. */
  | "forbidden"
  | SeatedOffice;

/** How a unit joins or leaves. */
export interface UnitChange {
  /** Who may decide it; where several are named, any one of them. With none given the text does not say who. */
  by: Decider[];
  /** Whether the unit itself must consent. */
  unit_consents: boolean;
}

/** A class of units whose members are found on a day (区内各银行业金融机构). */
export interface MemberClass {
  /** Its id. */
  id: ClassId;
  /** What units belong to it, in Chinese. */
  zh: Text;
  /** What units belong to it, in English. */
  en: Text;
}

/** What a unit does in the body, as a table of the text has it. */
export interface DutiesOfUnit {
  /** The unit. */
  unit: UnitId;
  /** Its duties, in Chinese. */
  zh: Text;
  /** Its duties, in English. */
  en: Text;
}

/** What a clause fixes, by the name of the setting. */
export interface Settings {
  /** How often a joint action is carried out. */
  "action.cadence"?: Cadence;
  /** The least number of units in a joint action. */
  "action.units"?: number;
  /** Whether an assignment needs a due date. */
  "assignment.due_needed"?: boolean;
  /** How often a briefing is issued. */
  "briefing.cadence"?: Cadence;
  /** What a change of liaison officer needs. */
  "change.liaison_officer"?: Succession;
  /** What a change of member needs. */
  "change.member"?: Succession;
  /** The number of working days that count as prompt (及时). */
  "change.prompt_days"?: number;
  /** Who may amend the charter. */
  "charter.amendment"?: Decider[];
  /** The legal bases. */
  "charter.bases"?: LegalBasis[];
  /** The name of the body, where it is not the title of the charter without the words 制度, "Charter of the". */
  "charter.body_name"?: Words;
  /** What the founding of the body needs. */
  "charter.creation"?: Creation;
  /** How the body ends. */
  "charter.dissolution"?: Dissolution;
  /** Whether every member unit must agree to the end. */
  "charter.dissolution_agreement"?: boolean;
  /** The first day on which the charter is in force. */
  "charter.effective_from"?: Date;
  /** With whom the charter is filed (备案). */
  "charter.filed_with"?: Text[];
  /** Who interprets the charter. */
  "charter.interpretation"?: Role[];
  /** The areas in which the body works, where there are several. */
  "charter.jurisdictions"?: Text[];
  /** The settings that a charter must fix. */
  "charter.must_state"?: Text[];
  /** The bodies above this one, beside it and below it. */
  "charter.related_bodies"?: RelatedBody[];
  /** Words that may stand in the name of a body only if somebody of a rank heads it. */
  "charter.reserved_names"?: ReservedName[];
  /** How long papers are kept, in years. */
  "charter.retention_years"?: number;
  /** What follows when the charter is not kept. */
  "charter.sanctions"?: Text;
  /** Rules of secrecy. */
  "charter.secrecy"?: Text;
  /** The short name of the body. */
  "charter.short_name"?: Text;
  /** The last day on which it is in force. */
  "charter.term"?: Date;
  /** What a new version does with open matters. */
  "charter.transition"?: Transition;
  /** The way out of a failed consensus. */
  "decision.escalation"?: Escalation;
  /** The least number of votes in favour. */
  "decision.votes"?: number;
  /** In whose name documents go out. */
  "document.carrier"?: Carrier;
  /** The number of working days after which no reply counts as consent. */
  "document.deemed_consent_days"?: number;
  /** Whether documents may go to others than member units. */
  "document.outward"?: boolean;
  /** Whether formal documents may go out in the body's own name. */
  "document.own_name"?: boolean;
  /** The steps to a document, for each kind of meeting. A kind that is missing has no document. */
  "document.paths"?: { [key in MeetingKind]?: Step[] };
  /** Whom a document must reach. */
  "document.recipients"?: RecipientGroup[];
  /** Who receives a copy above (抄报). */
  "document.report_up"?: Text[];
  /** Whether there is a seal of the body's own. */
  "document.seal"?: boolean;
  /** The number series. */
  "document.series"?: Series[];
  /** The unit that sponsors documents, where several units lead or none does. */
  "document.sponsor"?: UnitId;
  /** The number of working days for each step, counted from the step before. */
  "document.step_days"?: { [key in Step]?: number };
  /** How often each of them is inspected. */
  "inspection.cadence"?: Cadence;
  /** The kinds of unit that are inspected. */
  "inspection.of"?: UnitKind[];
  /** The document number of the charter itself. */
  "issued.number"?: DocumentNumber;
  /** Whether the charter is public: 主动公开, 依申请公开 or 不予公开. */
  "issued.publicness"?: Text;
  /** The units to which the charter was addressed (主送). */
  "issued.to"?: Text[];
  /** The liaison officer each unit names. */
  "liaison.naming"?: LiaisonNaming;
  /** The superiors named as sources of matters. */
  "matter.named_sources"?: Text[];
  /** Who approves the agenda. */
  "meeting.agenda_approval"?: Role[];
  /** Who may stand in for a member. */
  "meeting.alternates"?: Alternates;
  /** Who may call each kind of meeting. A kind that is missing cannot be called. */
  "meeting.callers"?: { [key in MeetingKind]?: Role[] };
  /** The roles that call meetings only when the convener entrusts them with it. */
  "meeting.entrusted_callers"?: Role[];
  /** Who may be invited. */
  "meeting.invitation"?: Invitation;
  /** Rules on what invited persons may hear. */
  "meeting.invitee_attendance"?: Text;
  /** Who may declare a key period. */
  "meeting.key_periods"?: Role[];
  /** How often a liaison meeting is held. */
  "meeting.liaison_cadence"?: Cadence;
  /** The least number of days between the notice and the meeting, for each kind of meeting. */
  "meeting.notice_days"?: { [key in MeetingKind]?: number };
  /** Who may sit in. */
  "meeting.observers"?: Observers;
  /** The kinds of meeting whose sessions are counted through, each with how many were held before the record begins. */
  "meeting.ordinals"?: { [key in MeetingKind]?: number };
  /** How often a plenary meeting is held. */
  "meeting.plenary_cadence"?: Cadence;
  /** Kinds of item that each plenary meeting must have. */
  "meeting.plenary_hears"?: ItemKind[];
  /** What each kind of meeting may do. */
  "meeting.powers"?: { [key in MeetingKind]?: Power[] };
  /** Who presides over each kind of meeting. */
  "meeting.presiding"?: { [key in MeetingKind]?: Presiding };
  /** What must come before a meeting. */
  "meeting.prior_steps"?: { [key in MeetingKind]?: PriorStep[] };
  /** The number of units that must attend. */
  "meeting.quorum"?: number;
  /** Who may request a meeting. */
  "meeting.request"?: RequestRight;
  /** Kinds of item that only a plenary meeting may agree. */
  "meeting.reserved_to_plenary"?: ItemKind[];
  /** The member each unit names. */
  "member.naming"?: MemberNaming;
  /** The lower bodies that may be set up. */
  "nesting.children"?: Children;
  /** How often each responsibility register is adopted anew. */
  "register.review"?: Rhythm;
  /** Kinds of meeting at which each member unit reports. */
  "report.at_meetings"?: MeetingKind[];
  /** When work closes. */
  "report.close_of_work"?: CloseOfWork;
  /** The day before which each member unit reports, each year. */
  "report.due"?: MonthDay;
  /** The parts of a report. */
  "report.parts"?: ReportPart[];
  /** To whom the office reports results. */
  "report.results_to"?: Text[];
  /** Who acts for a role that the charter leaves without a holder. */
  "role.acting_for"?: { [key in Role]?: Role[] };
  /** 总召集人 */
  "role.chief_convener"?: Holder;
  /** Of what kind a convener has to be. */
  "role.convener_kind"?: HolderKind;
  /** The conveners. */
  "role.conveners"?: Holder[];
  /** Whether the conveners are ranked, in the order in which they are named. */
  "role.conveners_ranked"?: boolean;
  /** The deputy conveners. */
  "role.deputy_conveners"?: Holder[];
  /** Further offices, of other units or of another side. */
  "role.further_offices"?: Office[];
  /** The office. */
  "role.office"?: Office;
  /** The posts whose holders are responsible for their unit (负责人). */
  "role.responsible_posts"?: PostId[];
  /** Who names an acting holder when a role is vacant. */
  "role.vacancy"?: Role[];
  /** How a unit is added. */
  "unit.addition"?: UnitChange;
  /** Classes of units that are members as such. */
  "unit.classes"?: MemberClass[];
  /** The number of member units, where the text gives one. */
  "unit.count"?: number;
  /** The duties of each unit, as a table of the text has them. */
  "unit.duties"?: DutiesOfUnit[];
  /** Who fixes the duties of units. */
  "unit.duties_fixed_by"?: Decider[];
  /** The issuing units in the order of the notice, the sponsor first. */
  "unit.issue_order"?: UnitId[];
  /** The lead units. */
  "unit.lead"?: UnitId[];
  /** Whether only some of the member units are listed, and the others are named at the founding or later. */
  "unit.listed_in_part"?: boolean;
  /** The member units at issue, in protocol order. */
  "unit.members"?: UnitId[];
  /** How a unit leaves. */
  "unit.removal"?: UnitChange;
}

/** A setting; or a group of them, `meeting.*`; or all, `*`. */
export type SilentOn =
  | SettingId
  | string;

/** A clause (条款). */
export interface Clause {
  /** Its id, by which answers name it. */
  id: ClauseId;
  /** Where it stands in the official text: its locator in the outline. For a rule from above, its source. */
  at: Text;
  /** What it does. */
  force: Force;
  /** What it says, in our own Chinese. */
  zh: Text;
  /** What it says, in English. */
  en: Text;
  /** What looks wrong in the official text, kept as it is. */
  anomaly?: Words;
  /** A short phrase by which it is found in the official text. */
  key?: Text;
  /**
   * The kinds of meeting of which it speaks; where it speaks of meetings at all and none is named, of every kind. At a
   * meeting of another kind it is not cited where another clause stands behind the same rule.
   */
  meetings?: MeetingKind[];
  /** The readings it fixes or leaves open. */
  readings?: { [key: string]: ReadingTerm };
  /** The rules it stands behind. */
  rules?: RuleId[];
  /** The acts that serve it, for a function. */
  served_by?: ActName[];
  /** The settings it fixes. */
  sets?: Settings;
  /**
   * The settings on which it is known to be silent, by name or by the group: `meeting.*` stands for all of the group of
   * which no clause speaks, `*` for all there are.
   */
  silent?: SilentOn[];
}

/** The long form, as it stands in a file. */
export interface GovernedInPart {
  /** The id of the general charter. */
  charter: CharterId;
  /** Those of its clauses that bind; with none given, all do. */
  clauses?: ClauseId[];
  /** The first day on which it binds. */
  from?: Date;
}

/** A general charter that binds another: its id or, where it binds from a day or in part, an object. */
export type Governed =
  | CharterId
  | GovernedInPart;

/** What a charter file was made from. */
export type KnownFrom =
  /** The official text: each clause has its key phrase, and a silence is the text's own. */
  | "text"
  /** A record of some of its facts. Key phrases may be missing, and a silence means that the record shows nothing. */
  | "record";

/** A charter file, as written. */
export interface CharterFile {
  /** The version of the format: `FORMAT`. */
  format: number;
  /** Its id, the same for all versions. */
  id: CharterId;
  /** The version, counted from one. */
  version: number;
  /** Its title. */
  title: Words;
  /** The level of government: district, street … */
  level: Text;
  /** The area, in Chinese. */
  jurisdiction: Text;
  /** Where the text or the facts come from. */
  source: Text;
  /** The offset of the body's civil time from UTC: `+08:00`. */
  offset: string;
  /** The units it names, members or not. */
  units: UnitEntry[];
  /** The posts it names. */
  posts: PostEntry[];
  /** Its clauses, in the order of the text; then its silences; then rules from above. */
  clauses: Clause[];
  /** Whether it is a rule *about* joint meetings: it governs other charters, and no body is founded under it. */
  general?: boolean;
  /** The general charters that bind this one. */
  governed_by?: Governed[];
  /** The date of the document (成文日期), where known. */
  issued?: Date;
  /** What the file was made from. */
  known_from?: KnownFrom;
  /** The charter of the body above. It gives no law to this one. */
  parent?: CharterId;
  /** The charter this one replaces. */
  supersedes?: CharterId;
}

/** The header names a charter that was not given, or another version of its file. */
export interface CharterLineError {
  type: "charter";
}

/** The version of the charter in force. */
export interface CharterOnQuestionValue {
  /** The day. */
  on: Date;
}

/** The version of the charter in force. */
export interface CharterOnQuestion {
  charter_on: CharterOnQuestionValue;
}

/** The notice of a meeting (会议通知). */
export interface NoticeWantedValue {
  /** The meeting. */
  meeting: MeetingId;
}

/** The notice of a meeting (会议通知). */
export interface NoticeWanted {
  notice: NoticeWantedValue;
}

/** The last supplementary notice of a meeting (补充通知). */
export interface SupplementaryNoticeWantedValue {
  /** The meeting. */
  meeting: MeetingId;
}

/** The last supplementary notice of a meeting (补充通知). */
export interface SupplementaryNoticeWanted {
  supplementary_notice: SupplementaryNoticeWantedValue;
}

/** Minutes to be written, with all that the journal knows of the meeting; always a draft (纪要稿). */
export interface MinutesSkeletonWantedValue {
  /** The meeting. */
  meeting: MeetingId;
}

/** Minutes to be written, with all that the journal knows of the meeting; always a draft (纪要稿). */
export interface MinutesSkeletonWanted {
  minutes_skeleton: MinutesSkeletonWantedValue;
}

/** The minutes as they stand (会议纪要); a draft until they are issued. */
export interface MinutesWantedValue {
  /** The minutes. */
  minutes: MinutesId;
}

/** The minutes as they stand (会议纪要); a draft until they are issued. */
export interface MinutesWanted {
  minutes: MinutesWantedValue;
}

/** The sheet on which units consent and countersign (会签单). */
export interface CountersignSheetWantedValue {
  /** The minutes. */
  minutes: MinutesId;
}

/** The sheet on which units consent and countersign (会签单). */
export interface CountersignSheetWanted {
  countersign_sheet: CountersignSheetWantedValue;
}

/** A formal document that was issued (正式文件). */
export interface DocumentWantedValue {
  /** The document. */
  document: DocumentId;
}

/** A formal document that was issued (正式文件). */
export interface DocumentWanted {
  document: DocumentWantedValue;
}

/** The notice that a document was corrected, withdrawn, revoked or repealed, whichever was last (更正、撤回、撤销、废止通知). */
export interface DocumentNoticeWantedValue {
  /** The document. */
  document: DocumentId;
}

/** The notice that a document was corrected, withdrawn, revoked or repealed, whichever was last (更正、撤回、撤销、废止通知). */
export interface DocumentNoticeWanted {
  document_notice: DocumentNoticeWantedValue;
}

/** An act as a host submits it. */
export interface Submission {
  /** What is done. */
  act: Act;
  /** Who does it. The host vouches for the identity; the library judges the authority. */
  by: PersonId;
  /** When it happened. */
  at: Time;
  /** The rules against which it was done, if it is to be recorded all the same: just those that stand in its way. */
  against?: Against;
  /**
   * A name for the submission itself, which the host makes. Submitted again with the same key and content, it is the entry
   * that it became, even if that was struck since: a retry is a retry. With other content it is refused.
   */
  key?: Text;
  /**
   * What shows that it is true, at most `PROOFS_MAX` things: their names and digests. The
   * files stay with the host.
   */
  proofs?: Proof[];
  /** When it was entered; if not given, when it happened. */
  recorded_at?: Time;
  /** Who entered it, where that is not who did it. They belong to the office or act for the same unit. */
  recorded_by?: PersonId;
}

/** A formal document before it goes out: a draft with the reasons, if it would be refused. */
export interface IssueWanted {
  /** The `issue_document` or `issue_other_document` as it would be submitted. */
  issue: Submission;
}

/** A letter about a report that is missing, with its missing parts (催报函). */
export interface ReminderWantedValue {
  /** The unit. */
  unit: UnitId;
  /** The year of the report. */
  year: number;
  /** The day of the letter. */
  on: Date;
}

/** A letter about a report that is missing, with its missing parts (催报函). */
export interface ReminderWanted {
  reminder: ReminderWantedValue;
}

/** The summary of a year, from the reports of the units (年度总结). */
export interface SummaryWantedValue {
  /** The year. */
  year: number;
  /** The day of the summary. */
  on: Date;
}

/** The summary of a year, from the reports of the units (年度总结). */
export interface SummaryWanted {
  summary: SummaryWantedValue;
}

/** The responsibility register (职责项目清单). */
export interface RegisterWantedValue {
  /** The day. */
  on: Date;
}

/** The responsibility register (职责项目清单). */
export interface RegisterWanted {
  register: RegisterWantedValue;
}

/** What came in during a year, and what became of it (收文登记簿). */
export interface IncomingWantedValue {
  /** The year. */
  year: number;
  /** The day as of which it is seen. */
  on: Date;
}

/** What came in during a year, and what became of it (收文登记簿). */
export interface IncomingWanted {
  incoming: IncomingWantedValue;
}

/** The corrections of the record that were made in a year (更正登记). */
export interface CorrectionsWantedValue {
  /** The year. */
  year: number;
  /** The day as of which they are seen. */
  on: Date;
}

/** The corrections of the record that were made in a year (更正登记). */
export interface CorrectionsWanted {
  corrections: CorrectionsWantedValue;
}

/** What shows that the entries are true on which the audit of a year rests, by clause (佐证目录). */
export interface ProofsWantedValue {
  /** The year. */
  year: number;
  /** The day on which it is judged. */
  on: Date;
}

/** What shows that the entries are true on which the audit of a year rests, by clause (佐证目录). */
export interface ProofsWanted {
  proofs: ProofsWantedValue;
}

/** The paper that is wanted: `{"minutes": {"minutes": "n1"}}`. */
export type Wanted =
  | NoticeWanted
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
  | AuditWanted;

/** How a paper stands by every rule on documents, with all that the journal knows: `PaperChecked`. */
export interface CheckPaperQuestionValue {
  /** Which paper. */
  wanted: Wanted;
}

/** How a paper stands by every rule on documents, with all that the journal knows: `PaperChecked`. */
export interface CheckPaperQuestion {
  check: CheckPaperQuestionValue;
}

/** The audit of a lower body. */
export interface ChildAudit {
  /** Its charter. */
  charter: CharterId;
  /**
   * The name under which the body above has recorded it; none if it has not, or if nothing tells which of several that
   * work under one charter it is.
   */
  recorded_as: ChildId | null;
  /** Its audit. */
  audit: Audit;
}

/** An act of which something may still have to be chosen: its type, and the fields that are settled. */
export interface Draft {
  type: ActName;
}

/** Words in both languages. */
export interface Label {
  /** In Chinese. */
  zh: string;
  /** In English. */
  en: string;
}

/** An act that somebody can do next, and who. */
export interface Next {
  /** The act. */
  act: ActName;
  /** The roles of which one can do it. */
  who: Role[];
  /** The persons who hold one of the roles that day; nobody if all are vacant. */
  persons: PersonId[];
  /** The units for which it has to be done. */
  units?: UnitId[];
}

/** An act that an actor could try. */
export interface Choice {
  /** The act without what is still to be chosen. */
  act: Draft;
  /** What it is about, in words. */
  label: Label;
  /** What the actor has still to choose. */
  choose: Blank[];
  /** The thing it belongs to: the meeting, the assignment, the unit …; none if it belongs to the body as a whole. */
  about?: Name;
  /**
   * Where it is blocked by law alone and the actor may record what was done against the rules: the rules to be named, if
   * it was done all the same.
   */
  against?: RuleId[];
  /** Who may do it; or, where it is blocked, who could act next, and with what. Empty where anybody may, or nobody can. */
  next?: Next[];
  /** Why it is blocked; without it, the act is open. */
  refusal?: Refusal;
}

/** An entry that does not follow the last one: another was applied in between. */
export interface ConflictError {
  /** The number of the next entry. */
  expected: number;
  /** The number of the entry given. */
  found: number;
}

/** How a paper is laid out. */
export type PaperLayout =
  /** A document (文件格式): the issuer in red, the number, a red line. */
  | "document"
  /** Minutes (纪要格式): laid out as a document, without recipients and seal. */
  | "minutes"
  /**
   * A letter (信函格式): the issuer in red between the edge and a double line, another at the foot of its first page, which has
   * no number.
   */
  | "letter"
  /** A bulletin (简报): its name in red, the issue, the office and the date above the red line. */
  | "bulletin"
  /** A paper for use within: a title and what it says. */
  | "sheet";

/** A heading. */
export interface HeadingPaperBlock {
  type: "heading";
  /** From 1 to 4. */
  level: number;
  /** Its number as written: `一、`. */
  number: string;
  /** What it says. */
  text: string;
}

/** A paragraph. */
export interface ParagraphPaperBlock {
  type: "paragraph";
  /** What it says. */
  text: string;
}

/** A label and what belongs to it, with a hanging indent (出席：…). */
export interface RollPaperBlock {
  type: "roll";
  /** The label, without the colon. */
  label: string;
  /** What belongs to it. */
  text: string;
}

/** A column of a table. */
export interface PaperColumn {
  /** Its heading. */
  head: string;
  /** Its share of the width. */
  width: number;
}

/** A table. */
export interface TablePaperBlock {
  type: "table";
  /** Its columns. */
  columns: PaperColumn[];
  /** Its rows, each with as many cells as there are columns. */
  rows: string[][];
}

/** A part of what a paper says. */
export type PaperBlock =
  | HeadingPaperBlock
  | ParagraphPaperBlock
  | RollPaperBlock
  | TablePaperBlock
  | AnnexesPaperBlock
  | AnnexPaperBlock;

/** How far a journal reaches. Kept elsewhere, it shows when the end was cut off. */
export interface Head {
  /** The number of entries. */
  count: number;
  /** The digest of the last line. */
  digest: Digest;
}

/** What stands at the foot of the last page (版记). */
export interface PaperDistribution {
  /** Who sent it out (印发机关). */
  issuer: string;
  /** The day. */
  on: Date;
  /** The day as written (印发日期). */
  date: string;
  /** Who gets a copy, one by one. */
  copied_to?: string[];
  /** Who gets a copy, as written (抄送). */
  copies?: string;
}

/** The mark of a paper that is a draft. */
export interface PaperDraft {
  /** What stands on every page: 草稿. */
  mark: string;
  /** The reasons, each with its clause where there is one. */
  why: string[];
}

/** What a head says of secrecy and urgency, each as written. */
export interface PaperSecrecy {
  /** The number of the copy (份号). */
  copy_number?: string;
  /** The secrecy and its period (密级和保密期限): 秘密★1年. */
  level?: string;
  /** The urgency (紧急程度). */
  urgency?: string;
}

/** Who signs a paper, and its date (发文机关署名、成文日期). */
export interface PaperSignature {
  /** The issuers, the sponsor first; none where only the date stands there. */
  by: string[];
  /** The day. */
  on: Date;
  /** The day as written. */
  date: string;
  /** Whether it goes out without a seal: the issuers stand one below the other, and have no room around them. */
  unsealed?: boolean;
}

/** A paper (公文、材料). */
export interface Paper {
  /** The template it was made by: `minutes`, `countersign_sheet` … */
  name: string;
  /** The language of its words, as in HTML: `zh-CN`. */
  lang: string;
  /** How it is laid out. */
  layout: PaperLayout;
  /** Its title (标题). */
  title: string;
  /** What it says (正文). */
  blocks: PaperBlock[];
  /** The head of the journal it was made from: for what went out, the head of that time. */
  made_from: Head;
  /** What stands at the foot of its last page (版记). */
  distribution?: PaperDistribution;
  /** What makes it a draft that may not go out, and why. */
  draft?: PaperDraft;
  /** The kind of document (文种), for a formal one. */
  kind?: DocumentKind;
  /** What stands at the top in red (发文机关标志). */
  mark?: string;
  /** A note below the signature (附注). */
  note?: string;
  /** Its number (发文字号), or the running number of a bulletin. */
  number?: string;
  /** Whether it is public. */
  publicness?: Publicness;
  /** Why it is not simply public. */
  publicness_reason?: string;
  /** Whom it is addressed to (主送机关). */
  recipients?: string[];
  /**
   * What whoever holds a copy should know beside it: what was recorded against the charter, was corrected since, or became
   * of it.
   */
  remarks?: string[];
  /** What stands above all else on its first page: the number of the copy, secrecy, urgency (份号、密级和保密期限、紧急程度). */
  secrecy?: PaperSecrecy;
  /** Who signs it, and its date. */
  signature?: PaperSignature;
  /** Whoever signed it, on papers that go up (签发人). */
  signer?: string;
  /** A line that tells from what it was made, on papers for use within. */
  source?: string;
}

/** The dates of a period, to be handed on. */
export interface Dates {
  /** The file for calendar programs (RFC 5545). */
  ics: string;
  /** The dates as a paper with one table. */
  table: Paper;
}

/** No, and why. */
export interface RefusedDecision {
  refused: Refusal;
}

/** May this be done? The answer of `decide`. */
export type Decision =
  | AcceptedDecision
  | RefusedDecision;

/** The journal has not even a header. */
export interface EmptyLineError {
  type: "empty";
}

/** All entries. */
export interface EntriesQuestionValue {
}

/** All entries. */
export interface EntriesQuestion {
  entries: EntriesQuestionValue;
}

/** A person who acts for a unit by a power of attorney on a day. */
export interface EntrustedOnDay {
  /** The person. */
  person: PersonId;
  /** With what. */
  matters: EntrustedMatter[];
  /** The last day on which it holds, as long as the unit does not take it back. */
  to: Date;
}

/** One entry, as it reads today. */
export interface EntryAsReadQuestionValue {
  /** Its number. */
  no: number;
}

/** One entry, as it reads today. */
export interface EntryAsReadQuestion {
  entry_as_read: EntryAsReadQuestionValue;
}

/** What an entry rested on. */
export interface EntryExplained {
  /** The entry, as it was recorded. */
  entry: Entry;
  /** The rules that stood before it and were law by the version of the charter that judged it, besides those asked of every act. */
  rules: RuleId[];
  /** The clauses that claim them. */
  clauses: ClauseId[];
  /** The corrections that change it. */
  corrected_by?: number[];
  /** The options of the readings they ask, as they were in effect for it when it was entered. */
  readings?: { [key: string]: ReadingOption };
  /** As it reads today, where that is otherwise and it is not struck. */
  reads?: Entry;
  /** Whether it is struck. */
  struck?: boolean;
}

/** One entry. */
export interface EntryQuestionValue {
  /** Its number. */
  no: number;
}

/** One entry. */
export interface EntryQuestion {
  entry: EntryQuestionValue;
}

/** All papers of a year, for whoever inspects it: a list of `Filed`. */
export interface EvidencePaperQuestionValue {
  /** The year. */
  year: number;
  /** The day on which it is judged. */
  on: Date;
}

/** All papers of a year, for whoever inspects it: a list of `Filed`. */
export interface EvidencePaperQuestion {
  evidence: EvidencePaperQuestionValue;
}

/** What an entry rested on. */
export interface ExplainEntryQuestionValue {
  /** Its number. */
  no: number;
}

/** What an entry rested on. */
export interface ExplainEntryQuestion {
  explain_entry: ExplainEntryQuestionValue;
}

/** What a rule says. */
export interface ExplainRuleQuestionValue {
  /** Its id. */
  rule: string;
}

/** What a rule says. */
export interface ExplainRuleQuestion {
  explain_rule: ExplainRuleQuestionValue;
}

/** The audits of a body and of lower bodies. What a lower body broke is in its own audit and in no other. */
export interface FamilyAudit {
  /** The body's own, as `JointMeeting::audit` gives it. */
  own: Audit;
  /** An audit for each lower body given, in that order. */
  children: ChildAudit[];
  /** The lower bodies recorded by then, and not ended before the period, that none of those given is known to be. */
  not_given: ChildId[];
}

/** A paper of a pack, with the name of its file. */
export interface Filed {
  /** The name of the file, without its ending. */
  name: string;
  /** The paper. */
  paper: Paper;
}

/** The header names a format that this library does not read. */
export interface FormatLineError {
  type: "format";
  value: number;
}

/** What the journal does not hold. */
export interface Given {
  /** Further fields for templates: the room, a telephone number. What the journal says comes first. */
  fields?: { [key: string]: string };
  /** What units are called in a letterhead and a signature, where that is not the name in the charter. */
  letterheads?: { [key: string]: string };
  /** The numbers of documents, by the minutes they carry, under charters by which none is allotted in the journal. */
  numbers?: { [key: string]: string };
  /** What persons are called; a person who is not here goes by the name in the journal. */
  persons?: { [key: string]: string };
}

/** Lines at the end are gone, or were added: the head says otherwise. */
export interface HeadLineError {
  type: "head";
  value: number;
}

/** The first line of a journal: under which charter it was begun. */
export interface Header {
  /** The version of the format: `FORMAT`, or an older one. */
  format: number;
  /** The charter. */
  charter: CharterId;
  /** Its version at the beginning. */
  version: number;
  /** The digest of its file. */
  digest: Digest;
  /** The end of the journal of an older format that this one goes on from. */
  before?: Head;
}

/** Input that is not JSON of the right shape (格式错误): an error, not a refusal. */
export interface MalformedError {
  /** The path of the field that is wrong, `.` for the whole. */
  path: string;
  /** What is wrong, with line and column where the parser knows them. */
  problem: string;
}

/** The line is not one of this format. */
export interface MalformedLineError {
  type: "malformed";
  value: MalformedError;
}

/** The times of the line do not stand at the offset of the charter, at which entries are written. */
export interface OffsetLineError {
  type: "offset";
}

/** One or more lines before this one are gone. */
export interface MissingLineError {
  type: "missing";
  value: number;
}

/** The line stands in another place than it was written. */
export interface SwappedLineError {
  type: "swapped";
  value: number;
}

/** The line does not end. */
export interface TornLineError {
  type: "torn";
}

/** The journal has more than `ENTRIES_MAX` entries. */
export interface TooManyLineError {
  type: "too_many";
}

/** What can be wrong with a line. */
export type LineError =
  | EmptyLineError
  | MalformedLineError
  | FormatLineError
  | CharterLineError
  | ChangedLineError
  | OffsetLineError
  | MissingLineError
  | SwappedLineError
  | TornLineError
  | HeadLineError
  | TooManyLineError;

/** The first bad line of a journal, and why it is bad. */
export interface JournalError {
  /** The number of the line, counted from one; the header is line one. */
  line: number;
  /** What is wrong. */
  fault: LineError;
}

/** An entry as it stands in a line. */
export interface JournalLine {
  /** Its number in the journal, counted from one. */
  no: number;
  /** When it happened, at the charter's offset. */
  at: Time;
  /** When it was entered. */
  recorded_at: Time;
  /** Who did it. */
  by: PersonId;
  /** What was done. */
  act: Act;
  /** The digest of the line before. */
  prev: Digest;
  /** The rules against which it was recorded. */
  against?: AgainstKept;
  /** The table of working days by which it was accepted, where that rested on one. */
  calendar?: CalendarUse;
  /** The name of the submission. */
  key?: Text;
  /** What was settled then, and is never settled anew. */
  outcome?: Outcome;
  /** What shows that it is true. */
  proofs?: Proof[];
  /** Who entered it, where that is not who did it. */
  recorded_by?: PersonId;
}

/** What the journal knows of a paper that is not printed on it: `PaperKnown`. */
export interface KnownPaperQuestionValue {
  /** Of which paper. */
  wanted: Wanted;
}

/** What the journal knows of a paper that is not printed on it: `PaperKnown`. */
export interface KnownPaperQuestion {
  known: KnownPaperQuestionValue;
}

/** The language in which an answer is put into words. */
export type Language =
  /** 中文 */
  | "zh"
  /** English */
  | "en";

/** A level of heading, from the outermost. Articles stand under headings of the form 一、 as well as over them. */
export type Level =
  /** 第一章 */
  | "chapter"
  /** 第一节 */
  | "section"
  /** 第一条 */
  | "article"
  /** 一、 */
  | "first"
  /** （一） */
  | "second"
  /** 1. */
  | "third"
  /** （1） */
  | "fourth"
  /** ① */
  | "fifth";

/** A kind of finding; its word in JSON is its stable code. */
export type Lint =
  /** All roles that may take a step are ones nobody can hold under this charter. */
  | "step_nobody_may_take"
  /** One of several roles that may take a step is one nobody can hold. */
  | "role_without_holder"
  /** A duty of each member unit, in a charter that has none. */
  | "duty_nobody_bears"
  /** Something must happen at a kind of meeting that cannot be called. */
  | "duty_nobody_can_fulfil"
  /** Decisions need consensus, and there is no way out when it fails. */
  | "no_way_out"
  /** A date or number of days is fixed, and how it is to be read is neither fixed nor left open. */
  | "date_in_no_reading"
  /** A yearly due day that most years do not have. */
  | "day_only_in_leap_years"
  /** A month that is not one of 1 to 12. */
  | "month_out_of_range"
  /** A rhythm some of whose periods hold none of the months allowed. */
  | "cadence_never_met"
  /** The charter ends before a yearly day comes round, or before it begins. */
  | "nothing_due_in_term"
  /** A rhythm whose greatest number is below its least. */
  | "more_than_the_most"
  /** No office may be set up, and a setting gives it something to do. */
  | "office_forbidden_but_named"
  /** Presiding may be delegated to a role nobody can hold. */
  | "delegate_nobody_is"
  /** A lead unit is not among the member units listed. */
  | "lead_is_no_member"
  /** Nobody may stand in for a member, and yet something is asked of whoever does. */
  | "alternates_forbidden_yet_asked"
  /** A setting speaks of a kind of meeting that cannot be called. */
  | "meeting_never_called"
  /** A right to ask for meetings that nobody has, or a kind that waits for such a request. */
  | "request_open_to_nobody"
  /** A meeting must come first that cannot be called. */
  | "prior_step_impossible"
  /** Invitations to no kind of meeting, or of nobody. */
  | "invitation_of_nobody"
  /** Matters are reserved to a plenary meeting that has no power to agree. */
  | "reserved_but_not_agreed"
  /** Members must be confirmed, or the charter amended, by meetings that have no power to. */
  | "no_power_to"
  /** A rhythm for key periods that nobody may declare. */
  | "key_period_never_declared"
  /** Key periods may be declared, and change nothing. */
  | "key_period_without_effect"
  /** A number of units larger than the number of member units. */
  | "more_than_all_units"
  /** A threshold larger than the number of units of which it counts. */
  | "threshold_never_reached"
  /** A threshold of units that may not ask for a meeting. */
  | "threshold_without_right"
  /** A path that asks the convener, where there is none. */
  | "approval_without_convener"
  /** Units consent to what a kind of meeting has no power to agree. */
  | "consent_to_nothing"
  /** A path with a step twice, out of order, or without a draft. */
  | "path_in_disorder"
  /** Documents are numbered, and there is no series of numbers. */
  | "number_without_series"
  /** Documents go out in the name of a lead unit, and none leads. */
  | "carrier_without_lead"
  /** Documents carry a lead unit's number, and no series is of a lead unit. */
  | "series_of_another_unit"
  /** Documents go out in the body's own name, which is forbidden. */
  | "own_name_forbidden"
  /** Documents go out without a seal, and there is one. */
  | "seal_not_used"
  /** Silence counts as consent, and nobody is asked. */
  | "deemed_consent_without_step"
  /** A time for a step that is on no path. */
  | "days_for_no_step"
  /** A copy goes up, and nobody is named to receive it. */
  | "copy_to_nobody"
  /** The close of work settles a date, and is not given. */
  | "close_of_work_unknown"
  /** A clause says something against a general charter and does not hold. */
  | "overruled"
  /** A setting that the charter must fix, by a rule from above, and does not. */
  | "not_stated"
  /** A setting is fixed, and none of the rules that ask for it is claimed. */
  | "setting_without_rule"
  /** What a rule needs is fixed by the charter itself, and no clause claims the rule. */
  | "rule_unclaimed"
  /** The title is not that of the charter of a body by its name, and nothing says what the body is called. */
  | "body_unnamed"
  /** A setting of which no clause speaks, not even to say that the text is silent. */
  | "setting_unspoken"
  /** A question of reading that no claimed rule asks. */
  | "reading_not_asked"
  /** A clause that obliges, with neither a rule nor a setting behind it. */
  | "nothing_behind_it"
  /** An act would serve a clause, and nobody can do it. */
  | "served_by_nobody"
  /** A unit that nothing in the charter speaks of. */
  | "unused_unit"
  /** A post that nothing in the charter speaks of. */
  | "unused_post"
  /** A key phrase that is not in the text. */
  | "key_not_in_text"
  /** A key phrase that the text has in other words. */
  | "key_reworded"
  /** A key phrase that stands under another heading. */
  | "key_elsewhere"
  /** A key phrase that stands in another paragraph than the clause says. */
  | "key_in_other_paragraph"
  /** A heading of the text with words of its own that no clause cites. */
  | "heading_uncited";

/** Something in a charter that its author should look at. */
export interface LintFinding {
  /** What kind of finding it is. */
  code: Lint;
  /** The clause it is about, or a setting that no clause names, a unit or a post. */
  place: string;
  /** The sentence in Chinese. */
  zh: string;
  /** The sentence in English. */
  en: string;
  /** What in that place it is about: a setting, a rule, a role, a kind of meeting. */
  about?: string;
}

/** What is the matter with a key phrase. */
export type Misplacement =
  /** Nothing like it is in the text. */
  | "missing"
  /** The text says nearly the same. */
  | "reworded"
  /** It stands under another heading. */
  | "elsewhere"
  /** It stands in another paragraph under the heading. */
  | "other_paragraph";

/** A passage of an official text. */
export interface NearestPassage {
  /** The heading under which it stands. */
  at: string;
  /** Its words, without white space. */
  text: string;
}

/** A key phrase that was not found where it should be. */
export interface Misplaced {
  /** The clause. */
  clause: ClauseId;
  /** Its key phrase. */
  key: string;
  /** Where the charter says it stands. */
  at: string;
  /** What is the matter. */
  what: Misplacement;
  /**
   * The heading under which it was found, if anywhere, or the paragraph where only that differs; `P` and `N` are before
   * the first heading.
   */
  found_at: string | null;
  /** What the text says that is most like it, where the phrase itself is nowhere. */
  nearest: NearestPassage | null;
  /** What is wrong and what to do, in Chinese. */
  zh: string;
  /** The same in English. */
  en: string;
}

/** A template asks for a field that neither the journal nor the host has. */
export interface MissingFieldPaperError {
  type: "missing_field";
  /** The place in the wording. */
  place: string;
  /** The field. */
  field: string;
}

/** The act is another than one that issues a document. */
export interface NoDocumentPaperError {
  type: "no_document";
  /** The act. */
  act: string;
}

/** A paper without a table has nothing for CSV. */
export interface NoTablePaperError {
  type: "no_table";
}

/** The wording has no such paper. */
export interface NoTemplatePaperError {
  type: "no_template";
  /** Its name. */
  name: string;
}

/** The wording lacks a word. */
export interface NoWordPaperError {
  type: "no_word";
  /** Its key. */
  word: string;
}

/** A paragraph: one line of the text, or what follows a title on its line. */
export interface Paragraph {
  /** Its locator: that of its heading, `¶`, and its number under the heading. */
  at: string;
  /** Its text. */
  text: string;
}

/** A heading, and what stands under it. */
export interface Node {
  /**
   * Its locator, as a clause of a charter has it in `at`: the numbers of the headings down to it, in their
   * brackets. A text that numbers twice has it twice.
   */
  at: string;
  /** Its level. */
  level: Level;
  /** What marks it as a heading: （三） */
  mark: string;
  /** Its title; empty where the text of an item follows the mark at once. */
  heading: string;
  /** The paragraphs right under it, before any heading of a lower level. */
  paragraphs: Paragraph[];
  /** The headings under it. */
  children: Node[];
}

/** A body that does not stand below this one. */
export interface NotBelowError {
  /** The charter of the body given. */
  charter: CharterId;
  /** The parent it names. */
  parent: CharterId | null;
  /** The charter of this body. */
  above: CharterId;
}

/** A format could not be written. */
export interface NotWrittenPaperError {
  type: "not_written";
  /** What the writer says. */
  why: string;
}

/** What the paper is about has not happened. */
export interface NotYetPaperError {
  type: "not_yet";
  /** The act that is missing. */
  act: string;
}

/** The unit owes no report for that year. */
export interface NothingOwedPaperError {
  type: "nothing_owed";
  /** The unit. */
  unit: UnitId;
  /** The year. */
  year: number;
}

/** Something owed (义务). */
export interface Obligation {
  /** The rule. */
  rule: RuleId;
  /** The clause it comes from. */
  clause: ClauseId;
  /** Who owes it. */
  bearer: Bearer;
  /**
   * The verdict on it, as the audit of that day has it: not due, unmet, disputed, or silent where the charter names no
   * date.
   */
  verdict: Verdict;
  /**
   * Whether it is late by the readings in effect. Where other defensible readings would not have it late, the verdict
   * says that it is disputed.
   */
  overdue: boolean;
  /** The acts that would fulfil it. */
  fulfilled_by: ActName[];
  /** When it is due; without a date it is owed at once, or the charter names none and the verdict is silent. */
  due?: Due;
  /** What is missing. */
  finding?: Finding;
  /** The last day through which the table of working days is known by which the due date and its safe day were reckoned. */
  known_through?: Date;
  /** What it is about, where one bearer can owe several things. */
  subject?: string;
  /** To whom it is owed. */
  to?: Role;
}

/** What is owed. */
export interface ObligationsQuestionValue {
  /** The day. */
  on: Date;
  /** The number of days to look ahead. */
  horizon_days: number;
}

/** What is owed. */
export interface ObligationsQuestion {
  obligations: ObligationsQuestionValue;
}

/** What can be open. */
export type OpenKind =
  /** A request that has no answer, or was granted and has no meeting. */
  | "request"
  /** A meeting that is convened or open. */
  | "meeting"
  /** An item that is not settled. */
  | "item"
  /** Minutes that are not issued. */
  | "minutes"
  /** A document of which a receipt or a report to the superior is outstanding. */
  | "document"
  /** An assignment that is not completed. */
  | "assignment"
  /** A working group that has not ended. */
  | "group"
  /** A joint action that has not finished. */
  | "action"
  /** An inspection whose findings are not put right. */
  | "inspection"
  /** A case of adverse opinion that is not closed. */
  | "case"
  /** A matter from above that is not completed. */
  | "matter"
  /** Something that came in and is neither answered nor filed. */
  | "incoming";

/** An open matter that rests on what changed. */
export interface OpenMatter {
  /** What it is. */
  kind: OpenKind;
  /** Its name. */
  subject: string;
  /** The acts that take it further and before which a rule stands that changed. */
  acts: ActName[];
  /** The rules that changed and stand before them. */
  rules: RuleId[];
  /** The matter it belongs to, by which the law that it goes on under is named: minutes belong to their meeting. */
  matter?: MatterRef;
}

/**
 * Where a page of options ended: at an act of a kind, in the order in which they are tried.
 *
 * It holds as long as nothing happens to the body. Once something has, rows can be left out or come twice: begin again.
 */
export interface OptionsAfter {
  /** The kind of act that comes next. */
  act: ActName;
  /** How many acts of the kind were tried. */
  tried: number;
}

/** How many choices of a kind there are. */
export interface OptionsCount {
  /** The kind of act. */
  act: ActName;
  /** The number of choices. */
  rows: number;
  /**
   * Whether there are at least so many, and perhaps more: no more than
   * `OPTIONS_COUNTED` are counted.
   */
  at_least?: boolean;
}

/** A page of options. */
export interface OptionsPage {
  /** The choices of this page, in the order of `JointMeeting::options`. */
  rows: Choice[];
  /** How many choices of each kind there are on all pages; kinds without any are left out. */
  counts: OptionsCount[];
  /** Where the next page begins; without it, this is the last. */
  after?: OptionsAfter;
}

/** A page of them. */
export interface OptionsPageQuestionValue {
  /** The actor. */
  by: PersonId;
  /** The moment. */
  at: Time;
  /** Only what belongs to the thing of this name, or names it. */
  about?: string;
  /** Where the page before ended. */
  after?: OptionsAfter;
  /** Only acts of these kinds; none said, all. */
  kinds?: ActName[];
  /** How many rows the page has at most. */
  limit?: number;
}

/** A page of them. */
export interface OptionsPageQuestion {
  options_page: OptionsPageQuestionValue;
}

/** The acts worth trying, open and blocked. */
export interface OptionsQuestionValue {
  /** The actor. */
  by: PersonId;
  /** The moment. */
  at: Time;
}

/** The acts worth trying, open and blocked. */
export interface OptionsQuestion {
  options: OptionsQuestionValue;
}

/** What a part of a text is. */
export type PartKind =
  /** The letter with which the text was sent out. */
  | "notice"
  /** The text itself. */
  | "text"
  /** What is annexed. */
  | "annex";

/** A part of a text. */
export interface TextPart {
  /** What its locators begin with: `N` in a notice, 附件2 in an annex, nothing in the text itself. */
  at: string;
  /** What it is. */
  kind: PartKind;
  /** What marks it as an annex: 附件2. Empty in any other part. */
  mark: string;
  /** What stands before its first heading: number, title, addressees, preamble. In the text itself their locators begin with `P`. */
  before: Paragraph[];
  /** The headings of its outermost level. */
  nodes: Node[];
  /**
   * What stands after its last clause and belongs to none: the list of annexes, signatures, date, copies. Their
   * locators have 末 in the place of a heading.
   */
  closing: Paragraph[];
}

/** The outline of a text. All of the text is in it but white space. */
export interface Outline {
  /** The parts in their order, each with headings numbered on their own. There is at least one. */
  parts: TextPart[];
}

/** What a clause says against a general charter, and that therefore does not hold. */
export interface Overruled {
  /** The clause of the charter's own. */
  clause: ClauseId;
  /** The setting or the question of reading. */
  what: string;
  /** The clause that prevails. */
  by: ClauseId;
}

/** How a document was approved (签发). */
export interface PaperApproval {
  /** Whether the approval has its full date. */
  dated: boolean;
  /** Whether it was approved by the principal responsible person (主要负责人), if that is known. */
  by_principal?: boolean;
}

/** What a rule rests on. */
export type PaperBasis =
  /** A regulation. */
  | "regulation"
  /** A standard of layout. */
  | "standard"
  /** What offices do, where no text was found that says so. */
  | "practice";

/** A rule on official documents. */
export interface PaperRow {
  /** Its name: `DOC-5`. */
  id: string;
  /** What it rests on. */
  basis: PaperBasis;
  /** The document and the article. */
  source: string;
  /** What is true when it is kept, in Chinese. */
  zh: string;
  /** What is true when it is kept, in English. */
  en: string;
  /** The first day on which it was in force, where that is known: no earlier document is held to it. */
  from?: Date;
}

/** How a paper stands by a row. */
export type PaperVerdict =
  /** The row says nothing of such a paper. */
  | "not_applicable"
  /** Nothing is wrong. */
  | "fine"
  /** It cannot be decided by what is known. */
  | "not_judged"
  /** It is broken. */
  | "breach";

/** What is found by one row. */
export interface PaperFinding {
  /** The row. */
  row: PaperRow;
  /** How the paper stands by it. */
  verdict: PaperVerdict;
  /**
   * What was found: names, numbers and words of the paper; or parts of `Paper` and `PaperKnown` that are missing, by the names
   * of their fields.
   */
  found: string[];
}

/** What was found of a paper. */
export interface PaperChecked {
  /** One finding for each rule. */
  findings: PaperFinding[];
  /** Whether the paper may go out by these findings. */
  may_be_issued: boolean;
}

/** Where a document goes (行文方向). */
export type PaperDirection =
  /** It goes to a superior (上行文). */
  | "up"
  /** It goes to equals, and to those who are neither above nor below (平行文). */
  | "level"
  /** It goes to those below, or to all (下行文). */
  | "down";

/** The journal knows no such thing. */
export interface UnknownPaperError {
  type: "unknown";
  /** The kind it would be of. */
  kind: string;
  /** Its name. */
  name: string;
}

/** No such year can be written down. */
export interface YearPaperError {
  type: "year";
  /** The year. */
  year: number;
}

/** The period asked about ends before it begins, or is too long. */
export interface PeriodPaperError {
  type: "period";
  /** The first day. */
  from: Date;
  /** The last day. */
  to: Date;
}

/** A template makes more of what it is given than a paper can hold. */
export interface TooLongPaperError {
  type: "too_long";
  /** Where in the wording. */
  place: string;
}

/** Why a paper cannot be made. */
export type PaperError =
  | UnknownPaperError
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
  | NotWrittenPaperError;

/** A format in which a paper can be written. */
export type PaperFormat =
  /** A document for Word, WPS and LibreOffice, in the layout of GB/T 9704—2012. */
  | "docx"
  /** A page for a browser, with the same layout in print. */
  | "html"
  /** Plain text. */
  | "text"
  /** Markdown. */
  | "markdown"
  /** Its tables alone, one below the other. */
  | "csv";

/** What is known of a paper and not printed on it. What is not given is not judged. */
export interface PaperKnown {
  /** The approval and signing by the responsible person. */
  approval?: PaperApproval;
  /** Whether the issuer was authorised to give orders to lower committees and governments. */
  authorised?: boolean;
  /** The organ codes of the sponsor. */
  codes?: string[];
  /** Whether it goes up, down or to equals, where its kind does not say. */
  direction?: PaperDirection;
  /** Whether it goes out at all: minutes that no step issues have neither a foot nor a say on publicness. */
  goes_out?: boolean;
  /** The issuers, the sponsor first, where nobody signs beneath. */
  issuers?: string[];
  /** The day of the last signature among the issuers. */
  last_signed?: Date;
  /** Those whose powers it touches and who have not agreed. */
  not_agreed?: string[];
  /** The issuers whose responsible person has not signed. */
  not_signed?: string[];
  /** Whether its path or, where it goes by none, its charter gives it a number: one that is not numbered needs none. */
  numbered?: boolean;
  /** The numbers of other documents. */
  other_numbers?: string[];
  /** Whether the issuers are of the same level. */
  same_level?: boolean;
  /** The number of seals it bears. */
  seals?: number;
  /** What its head says of secrecy and urgency, where the paper does not say it. */
  secrecy?: PaperSecrecy;
  /** Whether it is still under discussion. */
  under_discussion?: boolean;
}

/** How an office writes: `{"language": "en", "given": {"fields": {"place": "Room 3"}}}`. */
export interface PaperOffice {
  /** What only the host knows. */
  given?: Given;
  /**
   * The language of the wording that comes with the library, Chinese if none is given. It is not looked at where there
   * are `words`.
   */
  language?: Language;
  /** Wording of the office's own: a file like those in `templates`. */
  words?: { [key: string]: Json };
}

/** A paper: `Paper`. */
export interface PaperPaperQuestionValue {
  /** Which paper. */
  wanted: Wanted;
}

/** A paper: `Paper`. */
export interface PaperPaperQuestion {
  paper: PaperPaperQuestionValue;
}

/** What can be asked about papers: `{"paper": {"wanted": {"register": {"on": "2022-06-30"}}}}`. */
export type PaperQuestion =
  | PaperPaperQuestion
  | KnownPaperQuestion
  | CheckPaperQuestion
  | EvidencePaperQuestion
  | CalendarPaperQuestion;

/** A period would end before it begins, or is longer than one that is asked about can be. */
export interface PeriodError {
  /** The first day. */
  from: Date;
  /** The last day. */
  to: Date;
}

/** Who was what. */
export interface RosterQuestionValue {
  /** The day. */
  on: Date;
}

/** Who was what. */
export interface RosterQuestion {
  roster: RosterQuestionValue;
}

/** The first name of `Roster`, which stays readable. */
export interface RegisterQuestionValue {
  /** The day. */
  on: Date;
}

/** The first name of `Roster`, which stays readable. */
export interface RegisterQuestion {
  register: RegisterQuestionValue;
}

/** The entries that name a thing. */
export interface TrailQuestionValue {
  /** The thing. */
  subject: string;
}

/** The entries that name a thing. */
export interface TrailQuestion {
  trail: TrailQuestionValue;
}

/** What would become of submissions, one after the other. */
export interface WhatIfQuestionValue {
  /** The submissions, in order. */
  submissions: Submission[];
}

/** What would become of submissions, one after the other. */
export interface WhatIfQuestion {
  what_if: WhatIfQuestionValue;
}

/** A question (提问), externally tagged: `{"roster": {"on": "2022-06-01"}}`. */
export type Question =
  | AuditQuestion
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
  | WhatIfQuestion;

/** It asks about something that is not known. */
export interface UnknownQuestionError {
  type: "unknown";
  /** The kind of thing that was looked for: `rule`, `entry` and so on; `subject` where any would do. */
  kind: string;
  /** The name as given. */
  name: string;
  /** The known names that are nearest to it. */
  nearest?: KnownName[];
}

/** Why a question has no answer. */
export type QuestionError =
  | UnknownQuestionError;

/** A role on a day. */
export interface RoleOnDay {
  /** The role. */
  role: Role;
  /** Who holds it; nobody if it is vacant. */
  persons: PersonId[];
  /** Whether any of them only stands in. */
  acting: boolean;
  /** The post to which it is tied. */
  post?: PostId;
  /** The unit of the post, or the unit to which the role is tied itself. */
  unit?: UnitId;
}

/** A member unit on a day. */
export interface UnitOnDay {
  /** The unit. */
  unit: UnitId;
  /** Its name that day. */
  name: Text;
  /** What kind of unit it is. */
  kind: UnitKind;
  /** Whether it leads. */
  lead: boolean;
  /** Its member. */
  member: PersonId | null;
  /** Its liaison officer. */
  liaison_officer: PersonId | null;
  /** The persons responsible for it, by their posts. */
  responsible: PersonId[];
  /** Whom it has entrusted with something by a power of attorney (授权委托). */
  entrusted?: EntrustedOnDay[];
}

/** Who was what on a day. */
export interface Roster {
  /** The day. */
  on: Date;
  /** The version of the charter in force. */
  version: number;
  /** The member units, in protocol order. */
  units: UnitOnDay[];
  /** The roles that the charter ties to posts or units. */
  roles: RoleOnDay[];
}

/** What a rule says, and where it comes from. */
export interface RuleExplained {
  /** The rule. */
  rule: RuleId;
  /** Its sentence in Chinese. */
  zh: string;
  /** Its sentence in English. */
  en: string;
  /** Whether it holds for every body. */
  always: boolean;
  /** The clauses that claim it. */
  clauses: ClauseId[];
  /** The acts before which it stands; none for a duty. */
  acts: ActName[];
  /** The options of the readings it asks, as they are in effect. */
  readings: { [key: string]: ReadingOption };
}

/** The open matters that a change of the charter touches. */
export interface Touched {
  /** The day. */
  on: Date;
  /** What was begun and not ended, and rests on a rule that changed. */
  matters: OpenMatter[];
  /** What is owed within a year by a rule that changed, as the charter in force that day has it. */
  owed: Obligation[];
}

/** An entry in the trail of a thing (留痕). */
export interface Trace {
  /** The number of the entry. */
  no: number;
  /** When it happened. */
  at: Time;
  /** Who did it. */
  by: PersonId;
  /** The name of the act. */
  act: ActName;
  /** The clauses on which it rested, of the version of the charter that judged it. */
  clauses: ClauseId[];
  /** The corrections by which it reads otherwise than it was recorded. */
  corrected_by?: number[];
  /** The options of the readings that the rules before it ask, as they were in effect for it when it was entered. */
  readings?: { [key: string]: ReadingOption };
  /** Whether it is struck; the trail tells of it as it was recorded. */
  struck?: boolean;
}

/** A name that means nothing here was asked about. */
export interface UnknownError {
  /** The kind of thing that was looked for: `rule`, `entry` and so on; `subject` where any would do. */
  kind: string;
  /** The name as given. */
  name: string;
  /** The known names that are nearest to it. */
  nearest?: KnownName[];
}

/** The first name of `ConflictError`, which stays. */
export type Conflict = ConflictError;

/** The first name of `LineError`, which stays. */
export type Fault = LineError;

/** The first name of `MalformedError`, which stays. */
export type Malformed = MalformedError;

/** The first name of `BodyError`, which stays. */
export type NoBody = BodyError;

/** The first name of `NotBelowError`, which stays. */
export type NotBelow = NotBelowError;

/** The first name of `CharterFileError`, which stays. */
export type Problem = CharterFileError;
