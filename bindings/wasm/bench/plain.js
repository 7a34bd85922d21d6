/**
 * A plain reducer: the checks of the bench's year written by hand for one charter. What they leave out is in
 * docs/performance.md. It is the one of bindings/python/bench/plain.py, line by line; the XState peer puts its own things in the
 * place of those here. A rule is named as the core names it; `null` says that the act was accepted.
 */

// The law, as a program of one's own would know it.
const UNITS = ["cyberspace", "police", "urban-management", "health", "market", "civilisation"];
const LEAD = "police";
const SERIES = ["police-letter"];
const DUE = "12-25";

/** An item: proposed, on_agenda, discussed; then agreed, clarified, heard or left_open. */
class Item {
  stage = "proposed";
  positions = {};
  tasked = new Set();
  binds = new Set();

  constructor(isDecided, isReport) {
    this.isDecided = isDecided;
    this.isReport = isReport;
  }

  put() {
    return this.#move(this.stage === "proposed" || this.stage === "left_open", "on_agenda");
  }

  discuss() {
    return this.#move(["on_agenda", "discussed", "left_open"].includes(this.stage), "discussed");
  }

  statePosition(unit, position) {
    if (this.stage !== "discussed") return false;
    this.positions[unit] = position;
    return true;
  }

  revise() {
    if (this.stage !== "discussed") return false;
    this.positions = Object.fromEntries(Object.entries(this.positions).filter(([, it]) => it === "object"));
    return true;
  }

  leaveOpen() {
    return this.#move(["on_agenda", "discussed", "left_open"].includes(this.stage), "left_open");
  }

  agree() {
    return this.#move(this.stage === "discussed", "agreed");
  }

  clarify() {
    return this.#move(this.stage === "discussed", "clarified");
  }

  hear() {
    return this.#move(this.stage === "discussed", "heard");
  }

  #move(may, to) {
    if (may) this.stage = to;
    return may;
  }
}

/** A meeting: convened, open, closed. */
class Meeting {
  stage = "convened";
  present = {};
  minutes = null;

  constructor(kind, units, agenda, chair, heldAt) {
    Object.assign(this, { kind, units, agenda, chair, heldAt });
  }

  delegate(person) {
    if (this.stage !== "convened") return false;
    this.chair = person;
    return true;
  }

  open() {
    if (this.stage !== "convened") return false;
    this.stage = "open";
    return true;
  }

  attend(present) {
    if (this.stage !== "open") return false;
    Object.assign(this.present, present);
    return true;
  }

  close() {
    if (this.stage !== "open") return false;
    this.stage = "closed";
    return true;
  }
}

/** Minutes: drafted, numbered, issued. */
class Minutes {
  stage = "drafted";
  consents = {};
  signatures = {};

  constructor(meeting, items, asked) {
    Object.assign(this, { meeting, items, asked });
  }

  consent(unit) {
    if (this.stage === "issued") return false;
    this.consents[unit] = true;
    return true;
  }

  countersign(unit) {
    if (this.stage === "issued") return false;
    this.signatures[unit] = true;
    return true;
  }

  number() {
    if (this.stage !== "drafted") return false;
    this.stage = "numbered";
    return true;
  }

  issue() {
    if (this.stage !== "numbered") return false;
    this.stage = "issued";
    return true;
  }
}

/** A task: open, done. */
class Task {
  stage = "open";

  constructor(unit, due) {
    Object.assign(this, { unit, due });
  }

  complete() {
    if (this.stage !== "open") return false;
    this.stage = "done";
    return true;
  }
}

/** A joint action: planned, running, finished. */
class Action {
  stage = "planned";

  constructor(units) {
    this.units = units;
  }

  start() {
    if (this.stage !== "planned") return false;
    this.stage = "running";
    return true;
  }

  finish() {
    if (this.stage !== "running") return false;
    this.stage = "finished";
    return true;
  }
}

/** A member unit and whom it has named. */
class Unit {
  responsible;
  named = {};
  pending = new Set();

  isResponsible(person) {
    return person === this.responsible || person === this.named.member;
  }

  speaks(person) {
    return this.isResponsible(person) || person === this.named.liaison_officer;
  }
}

const once = (list) => new Set(list).size === list.length;

/** The body: `perform` checks an act, does it and notes it, or gives the first rule in the way. */
export class Body {
  kinds = { Item, Meeting, Minutes, Task, Action };
  log = [];
  last = "";
  founded = false;
  persons = new Set();
  convener = "";
  director = "";
  office = new Set();
  units = new Map();
  items = new Map();
  meetings = new Map();
  requests = new Map();
  minutes = new Map();
  documents = new Set();
  /** The number of the charter itself is taken. */
  series = new Map([["police-letter 2022", [12]]]);
  bulletins = new Map();
  tasks = new Map();
  groups = new Set();
  actions = new Map();
  register = new Set();
  reports = new Set();
  settled = 0;
  lateReports = 0;
  done = 0;
  late = 0;

  perform({ act, by, at }) {
    if (!this.founded) {
      if (act.type !== "adopt_charter") return "body.is_founded";
    } else if (!this.persons.has(by)) return "names";
    // Every time of the year has the same offset: their text is in their order.
    if (at < this.last) return "time.recorded_in_order";
    const rule = this[act.type](act, by, at);
    if (rule === null) {
      this.last = at;
      this.log.push({ act, by, at });
    }
    return rule;
  }

  counts() {
    const last = [...this.series].map(([id, used]) => [id.slice(-4), Math.max(...used)]);
    return {
      entries: this.log.length,
      settled: this.settled,
      issued: this.documents.size,
      late_reports: this.lateReports,
      done: this.done,
      late: this.late,
      last_numbers: Object.fromEntries(last),
    };
  }

  // Who may.

  #speaksFor(by, unit) {
    return this.units.get(unit).speaks(by);
  }

  #knows(units) {
    return units.every((it) => this.units.has(it));
  }

  #takesPart(by, units) {
    return this.office.has(by) || units.some((it) => this.#speaksFor(by, it));
  }

  // The body and its people.

  adopt_charter(act, by) {
    if (this.founded) return "charter.adopted_once";
    const posts = { "deputy-head": LEAD };
    const { holders } = act;
    if (!holders.some((it) => it.person === by && (posts[it.post] ?? it.unit) === LEAD)) return "charter.adopted_by_lead";
    if (!once(holders.filter((it) => it.post !== "order-staff").map((it) => `${it.post} ${it.unit}`))) return "charter.posts_held_once";
    this.founded = true;
    for (const unit of UNITS) this.units.set(unit, new Unit());
    for (const { post, unit, person } of holders) {
      this.persons.add(person);
      if (post === "deputy-head") this.convener = this.units.get(LEAD).named.member = person;
      if (post === "order-head") this.director = person;
      if (post === "order-head" || post === "order-staff") this.office.add(person);
      if (post === "responsible") this.units.get(unit).responsible = person;
    }
    return null;
  }

  name_member(act, by) {
    const rule = this.#mayName("member", act, by);
    if (rule) return rule;
    if (act.rank !== "division") return "member.has_rank";
    if (!act.portfolio) return "member.has_portfolio";
    for (const it of this.units.values()) if (it.named.member === act.person) return "member.of_one_unit";
    if (this.units.get(act.unit).named.liaison_officer === act.person) return "liaison.is_not_the_member";
    return this.#name("member", act);
  }

  name_liaison_officer(act, by) {
    const rule = this.#mayName("liaison_officer", act, by);
    if (rule) return rule;
    if (!act.section_head) return "liaison.is_section_head";
    if (act.rank !== "section") return "liaison.has_rank";
    if (!(act.knows_duties && act.masters_trade)) return "liaison.has_qualities";
    if (this.units.get(act.unit).named.member === act.person) return "liaison.is_not_the_member";
    for (const it of this.units.values()) if (it.named.liaison_officer === act.person) return "liaison.of_one_unit";
    return this.#name("liaison_officer", act);
  }

  #mayName(named, act, by) {
    const unit = this.units.get(act.unit);
    if (!unit || (act.replaces && !this.persons.has(act.replaces))) return "names";
    if (!unit.isResponsible(by)) return "actor.acts_for_unit";
    if (unit.named[named] !== act.replaces) return named === "member" ? "member.one_for_each_unit" : "liaison.one_for_each_unit";
    return null;
  }

  #name(named, act) {
    const unit = this.units.get(act.unit);
    if (unit.named[named]) unit.pending.add(`${named} ${act.person}`);
    unit.named[named] = act.person;
    this.persons.add(act.person);
    return null;
  }

  notify_change(act, by) {
    const unit = this.units.get(act.unit);
    if (!unit || !this.persons.has(act.person)) return "names";
    if (!unit.speaks(by)) return "actor.acts_for_unit";
    return unit.pending.delete(`${act.named} ${act.person}`) ? null : "change.is_pending";
  }

  enter_register_item(act, by) {
    if (this.register.has(act.register_item) || !this.units.has(act.unit)) return "names";
    if (!this.office.has(by) && !this.#speaksFor(by, act.unit)) return "register.kept_by_unit_or_office";
    if (!(act.post || act.person)) return "register.names_matter_unit_person";
    if (act.person) this.persons.add(act.person);
    this.register.add(act.register_item);
    return null;
  }

  // Meetings.

  add_agenda_item(act, by) {
    const { item, kind, unit } = act;
    if (this.items.has(item) || (unit && !this.units.has(unit))) return "names";
    if (!(unit ? this.#speaksFor(by, unit) : this.office.has(by))) return "item.put_by_member_unit_or_office";
    this.items.set(item, new this.kinds.Item(kind !== "state_of_work" && kind !== "discussion", kind === "state_of_work"));
    return null;
  }

  request_meeting(act, by) {
    if (this.requests.has(act.request) || !this.units.has(act.unit)) return "names";
    if (!this.#speaksFor(by, act.unit)) return "actor.acts_for_unit";
    this.requests.set(act.request, null);
    return null;
  }

  answer_request(act, by) {
    const answer = this.requests.get(act.request);
    if (answer === undefined) return "names";
    if (!this.office.has(by) && by !== this.convener) return "request.answered_by_office_or_convener";
    if (answer !== null) return "request.is_unanswered";
    if (!(act.granted || act.reason)) return "request.decline_has_reason";
    this.requests.set(act.request, act.granted);
    return null;
  }

  convene(act, by, at) {
    const { meeting, kind, units, agenda, request, approved_by: approvedBy } = act;
    const isLiaison = kind === "liaison";
    const holder = isLiaison ? this.director : this.convener;
    const chair = act.presiding ?? holder;
    const items = agenda.map((it) => this.items.get(it));
    if (
      this.meetings.has(meeting) ||
      !this.#knows(units) ||
      items.includes(undefined) ||
      (request && !this.requests.has(request)) ||
      !this.persons.has(chair) ||
      (approvedBy && !this.persons.has(approvedBy))
    ) {
      return "names";
    }
    if (!this.office.has(by) && (isLiaison || by !== this.convener)) return "meeting.called_by_whoever_may";
    if (!isLiaison && by !== this.convener && approvedBy !== this.convener) return "meeting.approved_by_convener";
    if (kind === "plenary" && !UNITS.every((it) => units.includes(it))) return "meeting.plenary_calls_all";
    if (!units.length || !once(units)) return "meeting.calls_units";
    if (chair !== holder) return "meeting.presided_by_whoever_may";
    if ((kind === "thematic" || request) && !this.requests.get(request)) return "meeting.thematic_answers_a_request";
    if (!once(agenda) || items.some((it) => it.stage !== "proposed" && it.stage !== "left_open")) return "meeting.agenda_items_are_open";
    if (act.held_at < at) return "meeting.lies_ahead";
    if (kind === "plenary" && !items.some((it) => it.isReport)) return "meeting.plenary_hears_state_of_work";
    if (act.mode === "circulation") return "meeting.is_a_session";
    for (const item of items) item.put();
    this.meetings.set(meeting, new this.kinds.Meeting(kind, units, agenda, chair, act.held_at));
    return null;
  }

  delegate_presiding(act, by) {
    const meeting = this.meetings.get(act.meeting);
    if (!meeting) return "names";
    if (by !== (meeting.kind === "liaison" ? this.director : this.convener)) return "presiding.delegated_by_its_holder";
    if (!meeting.delegate(act.to)) return "meeting.is_convened";
    this.persons.add(act.to);
    return null;
  }

  open_meeting(act, by, at) {
    const meeting = this.meetings.get(act.meeting);
    if (!meeting) return "names";
    if (by !== meeting.chair) return "meeting.opened_by_presiding";
    if (meeting.heldAt.slice(0, 10) !== at.slice(0, 10)) return "meeting.opens_on_its_day";
    return meeting.open() ? null : "meeting.is_convened";
  }

  record_attendance(act, by) {
    const meeting = this.meetings.get(act.meeting);
    if (!meeting) return "names";
    const named = meeting.kind === "liaison" ? "liaison_officer" : "member";
    const came = {};
    for (const { unit, person } of act.present) {
      if (!this.units.has(unit) || !this.persons.has(person)) return "names";
      came[unit] = person;
    }
    if (!this.office.has(by)) return "actor.is_office";
    const units = Object.keys(came);
    if (!units.every((it) => meeting.units.includes(it))) return "attendance.of_units_called";
    const isRight = (it) => it.capacity === named && this.units.get(it.unit).named[named] === it.person;
    if (!act.present.every(isRight)) return "attendance.by_the_right_person";
    if (units.length !== act.present.length || units.some((it) => it in meeting.present)) return "attendance.recorded_once";
    return meeting.attend(came) ? null : "meeting.is_open";
  }

  // Decisions.

  /** What stands before everything that the presiding person does with an item. */
  #led(act, by) {
    const meeting = this.meetings.get(act.meeting);
    if (!meeting || !this.items.has(act.item)) return "names";
    if (by !== meeting.chair) return "meeting.led_by_presiding";
    if (meeting.stage !== "open") return "meeting.is_open";
    return meeting.agenda.includes(act.item) ? null : "item.is_on_the_agenda";
  }

  discuss(act, by) {
    return this.#led(act, by) ?? (this.items.get(act.item).discuss() ? null : "item.is_unsettled");
  }

  state_position(act, by) {
    const { unit } = act;
    const meeting = this.meetings.get(act.meeting);
    const item = this.items.get(act.item);
    if (!meeting || !item || !this.units.has(unit)) return "names";
    if (!this.#speaksFor(by, unit) && meeting.present[unit] !== by) return "actor.acts_for_unit";
    if (meeting.stage !== "open") return "meeting.is_open";
    if (!meeting.agenda.includes(act.item)) return "item.is_on_the_agenda";
    if (!(unit in meeting.present)) return "position.of_an_attending_unit";
    return item.statePosition(unit, act.position) ? null : "item.is_discussed";
  }

  revise_proposal(act, by) {
    return this.#led(act, by) ?? (this.items.get(act.item).revise() ? null : "item.is_discussed");
  }

  leave_open(act, by) {
    return this.#led(act, by) ?? (this.items.get(act.item).leaveOpen() ? null : "item.is_unsettled");
  }

  agree(act, by) {
    const { tasks = [] } = act;
    const rule = this.#led(act, by);
    if (rule) return rule;
    if (!this.#knows(tasks)) return "names";
    const meeting = this.meetings.get(act.meeting);
    const item = this.items.get(act.item);
    const against = this.#consensus(meeting, item);
    if (against) return against;
    if (meeting.kind === "liaison") return "decision.within_the_powers_of_the_meeting";
    if (!item.agree()) return "item.is_discussed";
    for (const unit of tasks) item.tasked.add(unit);
    for (const unit in meeting.present) item.binds.add(unit);
    this.settled += 1;
    return null;
  }

  clarify(act, by) {
    const rule = this.#led(act, by);
    if (rule) return rule;
    const item = this.items.get(act.item);
    const against = this.#consensus(this.meetings.get(act.meeting), item);
    if (against) return against;
    if (act.tasks?.length || item.tasked.size) return "decision.clarified_without_new_duties";
    if (!item.clarify()) return "item.is_discussed";
    this.settled += 1;
    return null;
  }

  #consensus(meeting, item) {
    const units = Object.keys(meeting.present);
    if (units.length < 2) return "decision.is_collective";
    const { positions } = item;
    return units.some((it) => positions[it] === "object") ? "decision.has_consensus" : null;
  }

  close_meeting(act, by) {
    const meeting = this.meetings.get(act.meeting);
    if (!meeting) return "names";
    if (by !== meeting.chair) return "meeting.closed_by_presiding";
    const items = meeting.agenda.map((it) => this.items.get(it));
    const isUnsettled = ({ stage, isDecided }) =>
      stage === "proposed" || stage === "on_agenda" || (stage === "discussed" && isDecided);
    if (items.some(isUnsettled)) return "meeting.items_are_settled";
    if (!meeting.close()) return "meeting.is_open";
    for (const item of items) if (item.stage === "discussed") item.hear();
    return null;
  }

  // Papers.

  draft_minutes(act, by) {
    const { items } = act;
    const meeting = this.meetings.get(act.meeting);
    if (!meeting || this.minutes.has(act.minutes) || !items.every((it) => this.items.has(it))) return "names";
    if (!this.office.has(by)) return "actor.is_office";
    if (meeting.stage !== "closed") return "minutes.of_a_closed_meeting";
    if (meeting.minutes) return "minutes.once_for_each_meeting";
    const stage = (it) => this.items.get(it).stage;
    const leftOut = meeting.agenda.some((it) => stage(it) === "agreed" && !items.includes(it));
    const isSettled = (it) => meeting.agenda.includes(it) && (stage(it) === "agreed" || stage(it) === "clarified");
    if (leftOut || !items.every(isSettled) || !once(items)) return "minutes.cover_what_was_settled";
    const asked = meeting.kind === "liaison" ? [] : Object.keys(meeting.present);
    this.minutes.set(act.minutes, new this.kinds.Minutes(meeting, items, asked));
    meeting.minutes = act.minutes;
    return null;
  }

  consent(act, by) {
    const { unit } = act;
    const minutes = this.minutes.get(act.minutes);
    if (!minutes || !this.units.has(unit)) return "names";
    if (!this.#speaksFor(by, unit)) return "actor.acts_for_unit";
    if (minutes.meeting.kind === "liaison") return "path.has_the_step";
    if (!minutes.asked.includes(unit)) return "consent.is_asked_of_the_unit";
    if (act.version !== 1) return "minutes.version_is_current";
    if (unit in minutes.consents) return "consent.is_given_once";
    return minutes.consent(unit) ? null : "minutes.are_not_issued";
  }

  countersign(act, by) {
    const { unit } = act;
    const minutes = this.minutes.get(act.minutes);
    if (!minutes || !this.units.has(unit)) return "names";
    if (!this.units.get(unit).isResponsible(by)) return "countersign.by_responsible_person";
    if (minutes.meeting.kind === "liaison") return "path.has_the_step";
    if (!minutes.asked.includes(unit)) return "countersign.is_asked_of_the_unit";
    const { consents } = minutes;
    if (!minutes.asked.every((it) => it in consents)) return "countersign.follows_consent";
    if (act.version !== 1) return "minutes.version_is_current";
    if (unit in minutes.signatures) return "countersign.is_given_once";
    return minutes.countersign(unit) ? null : "minutes.are_not_issued";
  }

  /** What stands before a number, and before going out. */
  #onTheirWay({ asked, consents, signatures }, by) {
    if (!this.office.has(by)) return "actor.is_office";
    if (!asked.every((it) => it in consents)) return "minutes.consented_by_all_asked";
    return asked.every((it) => it in signatures) ? null : "minutes.countersigned_by_all_asked";
  }

  allot_number(act, by, at) {
    const minutes = this.minutes.get(act.minutes);
    if (!minutes || !SERIES.includes(act.series)) return "names";
    const rule = this.#onTheirWay(minutes, by);
    if (rule) return rule;
    const key = `${act.series} ${at.slice(0, 4)}`;
    const used = this.series.get(key) ?? [];
    const serial = act.serial ?? Math.max(0, ...used) + 1;
    if (used.includes(serial)) return "number.is_next_or_unused";
    if (!minutes.number()) return "minutes.have_no_number";
    this.series.set(key, [...used, serial]);
    return null;
  }

  issue_document(act, by) {
    const { recipients } = act;
    const minutes = this.minutes.get(act.minutes);
    if (!minutes || this.documents.has(act.document) || !this.#knows(recipients)) return "names";
    const rule = this.#onTheirWay(minutes, by);
    if (rule) return rule;
    const { consents } = minutes;
    const tasked = minutes.items.flatMap((it) => {
      const item = this.items.get(it);
      return [...item.tasked].map((unit) => ({ unit, item }));
    });
    const goes = (it) => recipients.includes(it);
    if (!minutes.meeting.units.every(goes) || !tasked.every(({ unit }) => goes(unit))) return "document.reaches_the_units_concerned";
    if (!tasked.every(({ unit, item }) => item.binds.has(unit) || unit in consents)) return "document.tasked_units_have_undertaken";
    if (act.kind !== "minutes") return "document.kind_is_formal";
    if (!act.title.endsWith("纪要")) return "document.title_names_its_kind";
    if (act.publicness !== "open" && !act.reason) return "document.closed_with_a_reason";
    if (!minutes.issue()) return minutes.stage === "drafted" ? "document.is_numbered" : "minutes.are_not_issued";
    this.documents.add(act.document);
    return null;
  }

  issue_briefing(act, by) {
    if (this.bulletins.has(act.bulletin)) return "names";
    if (!this.office.has(by)) return "actor.is_office";
    this.bulletins.set(act.bulletin, this.bulletins.size + 1);
    return null;
  }

  // Work.

  assign(act, by, at) {
    const item = this.items.get(act.item);
    const units = [act.unit, ...(act.cooperating ?? [])];
    if (!item || this.tasks.has(act.assignment) || !this.#knows(units)) return "names";
    if (!this.office.has(by)) return "actor.is_office";
    const { stage } = item;
    if (stage !== "agreed" && stage !== "clarified") return "assignment.of_a_settled_matter";
    if (!once(units)) return "assignment.names_each_unit_once";
    if (stage !== "agreed" || !item.binds.has(act.unit)) return "assignment.unit_is_bound";
    if (act.due && act.due < at.slice(0, 10)) return "assignment.due_lies_ahead";
    item.tasked.add(act.unit);
    this.tasks.set(act.assignment, new this.kinds.Task(act.unit, act.due));
    return null;
  }

  complete_assignment(act, by, at) {
    const task = this.tasks.get(act.assignment);
    if (!task) return "names";
    if (!this.#speaksFor(by, task.unit)) return "assignment.by_its_unit";
    if (!task.complete()) return "assignment.is_open";
    this.done += 1;
    if (task.due && at.slice(0, 10) > task.due) this.late += 1;
    return null;
  }

  form_working_group(act, by) {
    const units = [...new Set([act.head, ...act.units])];
    if (this.groups.has(act.group) || !this.#knows(units)) return "names";
    if (!this.office.has(by) && by !== this.convener) return "group.formed_by_office_or_convener";
    if (act.purpose !== "inspection" || !act.streets?.length) return "group.for_inspection";
    if (units.length < 2) return "group.of_two_units_or_more";
    this.groups.add(act.group);
    return null;
  }

  plan_joint_action(act, by) {
    const { action, units, group } = act;
    if (this.actions.has(action) || !this.#knows(units) || (group && !this.groups.has(group))) return "names";
    if (!this.office.has(by)) return "actor.is_office";
    if (!act.problem) return "action.targets_a_problem";
    if (new Set(units).size < 2) return "action.of_enough_units";
    this.actions.set(action, new this.kinds.Action(units));
    return null;
  }

  start_joint_action(act, by) {
    const action = this.actions.get(act.action);
    if (!action) return "names";
    if (!this.#takesPart(by, action.units)) return "work.recorded_by_unit_or_office";
    return action.start() ? null : "action.is_planned";
  }

  finish_joint_action(act, by) {
    const action = this.actions.get(act.action);
    if (!action) return "names";
    if (!this.#takesPart(by, action.units)) return "work.recorded_by_unit_or_office";
    return action.finish() ? null : "action.is_running";
  }

  log_collection(act, by) {
    if (!this.#knows(act.units)) return "names";
    if (!this.office.has(by)) return "actor.is_office";
    return act.units.length ? null : "collection.names_its_units";
  }

  submit_report(act, by, at) {
    const { unit, year, covers } = act;
    if (!this.units.has(unit)) return "names";
    if (!this.#speaksFor(by, unit)) return "actor.acts_for_unit";
    const key = `${unit} ${year}`;
    if (this.reports.has(key)) return "report.once_a_year";
    const now = Number(at.slice(0, 4));
    if (year !== now - 1 && year !== now) return "report.year_is_plausible";
    const text = String(year);
    if (covers.from > covers.to || covers.to.slice(0, 4) < text || covers.from.slice(0, 4) > text) {
      return "report.covers_part_of_its_year";
    }
    this.reports.add(key);
    if (at.slice(0, 10) > `${year}-${DUE}`) this.lateReports += 1;
    return null;
  }
}
