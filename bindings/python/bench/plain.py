"""A plain reducer: the checks of the bench's year written by hand for one charter. What they leave out is in docs/performance.md.

The other peers keep the same things otherwise and make the same checks: they put their own classes in the place of those here.
A rule is named as the core names it; `None` says that the act was accepted.
"""

from typing import Any, ClassVar

Act = dict[str, Any]

# The law, as a program of one's own would know it.
UNITS = ("cyberspace", "police", "urban-management", "health", "market", "civilisation")
LEAD = "police"
SERIES = ("police-letter",)
DUE = "12-25"


class Item:
    """An item: proposed, on_agenda, discussed; then agreed, clarified, heard or left_open."""

    def __init__(self, is_decided: bool, is_report: bool) -> None:
        self.stage = "proposed"
        self.is_decided, self.is_report = is_decided, is_report
        self.positions: dict[str, str] = {}
        self.tasked: set[str] = set()
        self.binds: set[str] = set()

    def put(self) -> bool:
        return self._from(("proposed", "left_open"), "on_agenda")

    def discuss(self) -> bool:
        return self._from(("on_agenda", "discussed", "left_open"), "discussed")

    def state_position(self, unit: str, position: str) -> bool:
        if self.stage != "discussed":
            return False
        self.positions[unit] = position
        return True

    def revise(self) -> bool:
        if self.stage != "discussed":
            return False
        self.positions = {unit: it for unit, it in self.positions.items() if it == "object"}
        return True

    def leave_open(self) -> bool:
        return self._from(("on_agenda", "discussed", "left_open"), "left_open")

    def agree(self) -> bool:
        return self._from(("discussed",), "agreed")

    def clarify(self) -> bool:
        return self._from(("discussed",), "clarified")

    def hear(self) -> bool:
        return self._from(("discussed",), "heard")

    def _from(self, stages: tuple[str, ...], to: str) -> bool:
        if self.stage not in stages:
            return False
        self.stage = to
        return True


class Meeting:
    """A meeting: convened, open, closed."""

    def __init__(self, kind: str, units: list[str], agenda: list[str], chair: str, held_at: str) -> None:
        self.stage = "convened"
        self.kind, self.units, self.agenda, self.chair, self.held_at = kind, units, agenda, chair, held_at
        self.present: dict[str, str] = {}
        self.minutes: str | None = None

    def delegate(self, person: str) -> bool:
        if self.stage != "convened":
            return False
        self.chair = person
        return True

    def open(self) -> bool:
        if self.stage != "convened":
            return False
        self.stage = "open"
        return True

    def attend(self, present: dict[str, str]) -> bool:
        if self.stage != "open":
            return False
        self.present |= present
        return True

    def close(self) -> bool:
        if self.stage != "open":
            return False
        self.stage = "closed"
        return True


class Minutes:
    """Minutes: drafted, numbered, issued."""

    def __init__(self, meeting: Meeting, items: list[str], asked: list[str]) -> None:
        self.stage = "drafted"
        self.meeting, self.items, self.asked = meeting, items, asked
        self.consents: set[str] = set()
        self.signatures: set[str] = set()

    def consent(self, unit: str) -> bool:
        if self.stage == "issued":
            return False
        self.consents.add(unit)
        return True

    def countersign(self, unit: str) -> bool:
        if self.stage == "issued":
            return False
        self.signatures.add(unit)
        return True

    def number(self) -> bool:
        if self.stage != "drafted":
            return False
        self.stage = "numbered"
        return True

    def issue(self) -> bool:
        if self.stage != "numbered":
            return False
        self.stage = "issued"
        return True


class Task:
    """A task: open, done."""

    def __init__(self, unit: str, due: str | None) -> None:
        self.stage = "open"
        self.unit, self.due = unit, due

    def complete(self) -> bool:
        if self.stage != "open":
            return False
        self.stage = "done"
        return True


class Action:
    """A joint action: planned, running, finished."""

    def __init__(self, units: list[str]) -> None:
        self.stage = "planned"
        self.units = units

    def start(self) -> bool:
        if self.stage != "planned":
            return False
        self.stage = "running"
        return True

    def finish(self) -> bool:
        if self.stage != "running":
            return False
        self.stage = "finished"
        return True


class Unit:
    """A member unit and whom it has named."""

    def __init__(self) -> None:
        self.responsible: str | None = None
        self.named: dict[str, str] = {}
        self.pending: set[tuple[str, str]] = set()

    def is_responsible(self, person: str) -> bool:
        return person == self.responsible or person == self.named.get("member")

    def speaks(self, person: str) -> bool:
        return self.is_responsible(person) or person == self.named.get("liaison_officer")


class Body:
    """The body: `perform` checks an act, does it and notes it, or gives the first rule in the way."""

    Item: ClassVar[Any] = Item
    Meeting: ClassVar[Any] = Meeting
    Minutes: ClassVar[Any] = Minutes
    Task: ClassVar[Any] = Task
    Action: ClassVar[Any] = Action

    def __init__(self) -> None:
        self.log: list[tuple[str, str, Act]] = []
        self.last = ""
        self.founded = False
        self.persons: set[str] = set()
        self.convener = self.director = ""
        self.office: set[str] = set()
        self.units: dict[str, Unit] = {}
        self.items: dict[str, Any] = {}
        self.meetings: dict[str, Any] = {}
        self.requests: dict[str, bool | None] = {}
        self.minutes: dict[str, Any] = {}
        self.documents: set[str] = set()
        # The number of the charter itself is taken.
        self.series: dict[tuple[str, str], set[int]] = {("police-letter", "2022"): {12}}
        self.bulletins: dict[str, int] = {}
        self.tasks: dict[str, Any] = {}
        self.groups: set[str] = set()
        self.actions: dict[str, Any] = {}
        self.register: set[str] = set()
        self.reports: set[tuple[str, int]] = set()
        self.settled = self.late_reports = self.done = self.late = 0

    def perform(self, submission: dict[str, Any]) -> str | None:
        act, by, at = submission["act"], submission["by"], submission["at"]
        kind = act["type"]
        if not self.founded:
            if kind != "adopt_charter":
                return "body.is_founded"
        elif by not in self.persons:
            return "names"
        # Every time of the year has the same offset: their text is in their order.
        if at < self.last:
            return "time.recorded_in_order"
        rule: str | None = getattr(self, kind)(act, by, at)
        if rule is None:
            self.last = at
            self.log.append((by, at, act))
        return rule

    def counts(self) -> dict[str, Any]:
        return {
            "entries": len(self.log),
            "settled": self.settled,
            "issued": len(self.documents),
            "late_reports": self.late_reports,
            "done": self.done,
            "late": self.late,
            "last_numbers": {year: max(used) for (_, year), used in self.series.items()},
        }

    # Who may.

    def speaks_for(self, by: str, unit: str) -> bool:
        return self.units[unit].speaks(by)

    def presides(self, by: str, meeting: Any) -> bool:
        return bool(by == meeting.chair)

    def takes_part(self, by: str, units: list[str]) -> bool:
        return by in self.office or any(self.units[it].speaks(by) for it in units)

    # The body and its people.

    def adopt_charter(self, act: Act, by: str, at: str) -> str | None:
        if self.founded:
            return "charter.adopted_once"
        posts = {"deputy-head": LEAD}
        holders = act["holders"]
        if not any(it["person"] == by and posts.get(it["post"], it.get("unit")) == LEAD for it in holders):
            return "charter.adopted_by_lead"
        seats = [(it["post"], it.get("unit")) for it in holders if it["post"] != "order-staff"]
        if len(set(seats)) != len(seats):
            return "charter.posts_held_once"
        self.founded = True
        self.units = {it: Unit() for it in UNITS}
        for holder in holders:
            person = holder["person"]
            self.persons.add(person)
            match holder["post"]:
                case "deputy-head":
                    self.convener = person
                    self.units[LEAD].named["member"] = person
                case "order-head":
                    self.director = person
                    self.office.add(person)
                case "order-staff":
                    self.office.add(person)
                case "responsible":
                    self.units[holder["unit"]].responsible = person
        return None

    def name_member(self, act: Act, by: str, at: str) -> str | None:
        if rule := self.may_name("member", act, by):
            return rule
        if act["rank"] != "division":
            return "member.has_rank"
        if not act["portfolio"]:
            return "member.has_portfolio"
        if any(it.named.get("member") == act["person"] for it in self.units.values()):
            return "member.of_one_unit"
        if self.units[act["unit"]].named.get("liaison_officer") == act["person"]:
            return "liaison.is_not_the_member"
        return self.name("member", act)

    def name_liaison_officer(self, act: Act, by: str, at: str) -> str | None:
        if rule := self.may_name("liaison_officer", act, by):
            return rule
        if not act["section_head"]:
            return "liaison.is_section_head"
        if act["rank"] != "section":
            return "liaison.has_rank"
        if not (act["knows_duties"] and act["masters_trade"]):
            return "liaison.has_qualities"
        if self.units[act["unit"]].named.get("member") == act["person"]:
            return "liaison.is_not_the_member"
        if any(it.named.get("liaison_officer") == act["person"] for it in self.units.values()):
            return "liaison.of_one_unit"
        return self.name("liaison_officer", act)

    def may_name(self, named: str, act: Act, by: str) -> str | None:
        unit, replaces = self.units.get(act["unit"]), act.get("replaces")
        if unit is None or (replaces and replaces not in self.persons):
            return "names"
        if not unit.is_responsible(by):
            return "actor.acts_for_unit"
        if unit.named.get(named) != replaces:
            return "member.one_for_each_unit" if named == "member" else "liaison.one_for_each_unit"
        return None

    def name(self, named: str, act: Act) -> None:
        unit, person = self.units[act["unit"]], act["person"]
        if named in unit.named:
            unit.pending.add((named, person))
        unit.named[named] = person
        self.persons.add(person)

    def notify_change(self, act: Act, by: str, at: str) -> str | None:
        unit, change = self.units.get(act["unit"]), (act["named"], act["person"])
        if unit is None or act["person"] not in self.persons:
            return "names"
        if not unit.speaks(by):
            return "actor.acts_for_unit"
        if change not in unit.pending:
            return "change.is_pending"
        unit.pending.remove(change)
        return None

    def enter_register_item(self, act: Act, by: str, at: str) -> str | None:
        if act["register_item"] in self.register or act["unit"] not in self.units:
            return "names"
        if by not in self.office and not self.speaks_for(by, act["unit"]):
            return "register.kept_by_unit_or_office"
        person = act.get("person")
        if not (act.get("post") or person):
            return "register.names_matter_unit_person"
        if person:
            self.persons.add(person)
        self.register.add(act["register_item"])
        return None

    # Meetings.

    def add_agenda_item(self, act: Act, by: str, at: str) -> str | None:
        unit, kind = act.get("unit"), act["kind"]
        if act["item"] in self.items or (unit and unit not in self.units):
            return "names"
        if not (self.speaks_for(by, unit) if unit else by in self.office):
            return "item.put_by_member_unit_or_office"
        self.items[act["item"]] = self.Item(
            kind not in ("state_of_work", "discussion"), kind == "state_of_work"
        )
        return None

    def request_meeting(self, act: Act, by: str, at: str) -> str | None:
        if act["request"] in self.requests or act["unit"] not in self.units:
            return "names"
        if not self.speaks_for(by, act["unit"]):
            return "actor.acts_for_unit"
        self.requests[act["request"]] = None
        return None

    def answer_request(self, act: Act, by: str, at: str) -> str | None:
        if act["request"] not in self.requests:
            return "names"
        if by not in self.office and by != self.convener:
            return "request.answered_by_office_or_convener"
        if self.requests[act["request"]] is not None:
            return "request.is_unanswered"
        if not (act["granted"] or act.get("reason")):
            return "request.decline_has_reason"
        self.requests[act["request"]] = act["granted"]
        return None

    def convene(self, act: Act, by: str, at: str) -> str | None:
        kind, units, agenda, request = act["kind"], act["units"], act["agenda"], act.get("request")
        is_liaison = kind == "liaison"
        chair = act.get("presiding") or (self.director if is_liaison else self.convener)
        approved_by = act.get("approved_by")
        if (
            act["meeting"] in self.meetings
            or not all(it in self.units for it in units)
            or not all(it in self.items for it in agenda)
            or (request and request not in self.requests)
            or chair not in self.persons
            or (approved_by and approved_by not in self.persons)
        ):
            return "names"
        if by not in self.office and (is_liaison or by != self.convener):
            return "meeting.called_by_whoever_may"
        if not is_liaison and self.convener not in (by, approved_by):
            return "meeting.approved_by_convener"
        if kind == "plenary" and not all(it in units for it in self.units):
            return "meeting.plenary_calls_all"
        if not units or len(set(units)) != len(units):
            return "meeting.calls_units"
        if chair != (self.director if is_liaison else self.convener):
            return "meeting.presided_by_whoever_may"
        if (kind == "thematic" or request) and not self.requests.get(request or ""):
            return "meeting.thematic_answers_a_request"
        items = [self.items[it] for it in agenda]
        if len(set(agenda)) != len(agenda) or any(it.stage not in ("proposed", "left_open") for it in items):
            return "meeting.agenda_items_are_open"
        if act["held_at"] < at:
            return "meeting.lies_ahead"
        if kind == "plenary" and not any(it.is_report for it in items):
            return "meeting.plenary_hears_state_of_work"
        if act.get("mode") == "circulation":
            return "meeting.is_a_session"
        for item in items:
            item.put()
        self.meetings[act["meeting"]] = self.Meeting(kind, units, agenda, chair, act["held_at"])
        return None

    def delegate_presiding(self, act: Act, by: str, at: str) -> str | None:
        meeting = self.meetings.get(act["meeting"])
        if meeting is None:
            return "names"
        if by != (self.director if meeting.kind == "liaison" else self.convener):
            return "presiding.delegated_by_its_holder"
        if not meeting.delegate(act["to"]):
            return "meeting.is_convened"
        self.persons.add(act["to"])
        return None

    def open_meeting(self, act: Act, by: str, at: str) -> str | None:
        meeting = self.meetings.get(act["meeting"])
        if meeting is None:
            return "names"
        if not self.presides(by, meeting):
            return "meeting.opened_by_presiding"
        if meeting.held_at[:10] != at[:10]:
            return "meeting.opens_on_its_day"
        return None if meeting.open() else "meeting.is_convened"

    def record_attendance(self, act: Act, by: str, at: str) -> str | None:
        meeting, present = self.meetings.get(act["meeting"]), act["present"]
        if meeting is None:
            return "names"
        named = "liaison_officer" if meeting.kind == "liaison" else "member"
        came: dict[str, str] = {}
        for it in present:
            if it["unit"] not in self.units or it["person"] not in self.persons:
                return "names"
            came[it["unit"]] = it["person"]
        if by not in self.office:
            return "actor.is_office"
        if not all(it in meeting.units for it in came):
            return "attendance.of_units_called"
        if any(
            it["capacity"] != named or self.units[it["unit"]].named.get(named) != it["person"]
            for it in present
        ):
            return "attendance.by_the_right_person"
        if len(came) != len(present) or not meeting.present.keys().isdisjoint(came):
            return "attendance.recorded_once"
        return None if meeting.attend(came) else "meeting.is_open"

    # Decisions.

    def led(self, act: Act, by: str) -> str | None:
        """What stands before everything that the presiding person does with an item."""
        meeting = self.meetings.get(act["meeting"])
        if meeting is None or act["item"] not in self.items:
            return "names"
        if not self.presides(by, meeting):
            return "meeting.led_by_presiding"
        if meeting.stage != "open":
            return "meeting.is_open"
        if act["item"] not in meeting.agenda:
            return "item.is_on_the_agenda"
        return None

    def discuss(self, act: Act, by: str, at: str) -> str | None:
        if rule := self.led(act, by):
            return rule
        return None if self.items[act["item"]].discuss() else "item.is_unsettled"

    def state_position(self, act: Act, by: str, at: str) -> str | None:
        meeting, item, unit = self.meetings.get(act["meeting"]), self.items.get(act["item"]), act["unit"]
        if meeting is None or item is None or unit not in self.units:
            return "names"
        if not self.speaks_for(by, unit) and meeting.present.get(unit) != by:
            return "actor.acts_for_unit"
        if meeting.stage != "open":
            return "meeting.is_open"
        if act["item"] not in meeting.agenda:
            return "item.is_on_the_agenda"
        if unit not in meeting.present:
            return "position.of_an_attending_unit"
        return None if item.state_position(unit, act["position"]) else "item.is_discussed"

    def revise_proposal(self, act: Act, by: str, at: str) -> str | None:
        if rule := self.led(act, by):
            return rule
        return None if self.items[act["item"]].revise() else "item.is_discussed"

    def leave_open(self, act: Act, by: str, at: str) -> str | None:
        if rule := self.led(act, by):
            return rule
        return None if self.items[act["item"]].leave_open() else "item.is_unsettled"

    def agree(self, act: Act, by: str, at: str) -> str | None:
        tasks = act.get("tasks", ())
        if rule := self.led(act, by):
            return rule
        if not all(it in self.units for it in tasks):
            return "names"
        meeting, item = self.meetings[act["meeting"]], self.items[act["item"]]
        if rule := self.consensus(meeting, item):
            return rule
        if meeting.kind == "liaison":
            return "decision.within_the_powers_of_the_meeting"
        if not item.agree():
            return "item.is_discussed"
        item.tasked.update(tasks)
        item.binds.update(meeting.present)
        self.settled += 1
        return None

    def clarify(self, act: Act, by: str, at: str) -> str | None:
        if rule := self.led(act, by):
            return rule
        meeting, item = self.meetings[act["meeting"]], self.items[act["item"]]
        if rule := self.consensus(meeting, item):
            return rule
        if act.get("tasks") or item.tasked:
            return "decision.clarified_without_new_duties"
        if not item.clarify():
            return "item.is_discussed"
        self.settled += 1
        return None

    def consensus(self, meeting: Any, item: Any) -> str | None:
        if len(meeting.present) < 2:
            return "decision.is_collective"
        if any(item.positions.get(it) == "object" for it in meeting.present):
            return "decision.has_consensus"
        return None

    def close_meeting(self, act: Act, by: str, at: str) -> str | None:
        meeting = self.meetings.get(act["meeting"])
        if meeting is None:
            return "names"
        if not self.presides(by, meeting):
            return "meeting.closed_by_presiding"
        items = [self.items[it] for it in meeting.agenda]
        if any(
            it.stage in ("proposed", "on_agenda") or (it.stage == "discussed" and it.is_decided)
            for it in items
        ):
            return "meeting.items_are_settled"
        if not meeting.close():
            return "meeting.is_open"
        for item in items:
            if item.stage == "discussed":
                item.hear()
        return None

    # Papers.

    def draft_minutes(self, act: Act, by: str, at: str) -> str | None:
        meeting, items = self.meetings.get(act["meeting"]), act["items"]
        if meeting is None or act["minutes"] in self.minutes or not all(it in self.items for it in items):
            return "names"
        if by not in self.office:
            return "actor.is_office"
        if meeting.stage != "closed":
            return "minutes.of_a_closed_meeting"
        if meeting.minutes:
            return "minutes.once_for_each_meeting"
        stages = {it: self.items[it].stage for it in meeting.agenda}
        left_out = any(stage == "agreed" and it not in items for it, stage in stages.items())
        strange = any(stages.get(it) not in ("agreed", "clarified") for it in items)
        if left_out or strange or len(set(items)) != len(items):
            return "minutes.cover_what_was_settled"
        asked = [] if meeting.kind == "liaison" else list(meeting.present)
        self.minutes[act["minutes"]] = self.Minutes(meeting, items, asked)
        meeting.minutes = act["minutes"]
        return None

    def consent(self, act: Act, by: str, at: str) -> str | None:
        minutes, unit = self.minutes.get(act["minutes"]), act["unit"]
        if minutes is None or unit not in self.units:
            return "names"
        if not self.speaks_for(by, unit):
            return "actor.acts_for_unit"
        if minutes.meeting.kind == "liaison":
            return "path.has_the_step"
        if unit not in minutes.asked:
            return "consent.is_asked_of_the_unit"
        if act["version"] != 1:
            return "minutes.version_is_current"
        if unit in minutes.consents:
            return "consent.is_given_once"
        return None if minutes.consent(unit) else "minutes.are_not_issued"

    def countersign(self, act: Act, by: str, at: str) -> str | None:
        minutes, unit = self.minutes.get(act["minutes"]), act["unit"]
        if minutes is None or unit not in self.units:
            return "names"
        if not self.units[unit].is_responsible(by):
            return "countersign.by_responsible_person"
        if minutes.meeting.kind == "liaison":
            return "path.has_the_step"
        if unit not in minutes.asked:
            return "countersign.is_asked_of_the_unit"
        if not all(it in minutes.consents for it in minutes.asked):
            return "countersign.follows_consent"
        if act["version"] != 1:
            return "minutes.version_is_current"
        if unit in minutes.signatures:
            return "countersign.is_given_once"
        return None if minutes.countersign(unit) else "minutes.are_not_issued"

    def on_their_way(self, minutes: Any, by: str) -> str | None:
        """What stands before a number, and before going out."""
        if by not in self.office:
            return "actor.is_office"
        if not all(it in minutes.consents for it in minutes.asked):
            return "minutes.consented_by_all_asked"
        if not all(it in minutes.signatures for it in minutes.asked):
            return "minutes.countersigned_by_all_asked"
        return None

    def allot_number(self, act: Act, by: str, at: str) -> str | None:
        minutes = self.minutes.get(act["minutes"])
        if minutes is None or act["series"] not in SERIES:
            return "names"
        if rule := self.on_their_way(minutes, by):
            return rule
        used = self.series.get((act["series"], at[:4]), set())
        serial = act.get("serial") or max(used, default=0) + 1
        if serial in used:
            return "number.is_next_or_unused"
        if not minutes.number():
            return "minutes.have_no_number"
        self.series[act["series"], at[:4]] = used | {serial}
        return None

    def issue_document(self, act: Act, by: str, at: str) -> str | None:
        minutes, recipients = self.minutes.get(act["minutes"]), act["recipients"]
        known = act["document"] not in self.documents and all(it in self.units for it in recipients)
        if minutes is None or not known:
            return "names"
        if rule := self.on_their_way(minutes, by):
            return rule
        items = [self.items[it] for it in minutes.items]
        tasked = [(unit, it) for it in items for unit in it.tasked]
        if not all(it in recipients for it in (*minutes.meeting.units, *(unit for unit, _ in tasked))):
            return "document.reaches_the_units_concerned"
        if not all(unit in it.binds or unit in minutes.consents for unit, it in tasked):
            return "document.tasked_units_have_undertaken"
        if act["kind"] != "minutes":
            return "document.kind_is_formal"
        if not act["title"].endswith("纪要"):
            return "document.title_names_its_kind"
        if act["publicness"] != "open" and not act.get("reason"):
            return "document.closed_with_a_reason"
        if not minutes.issue():
            return "document.is_numbered" if minutes.stage == "drafted" else "minutes.are_not_issued"
        self.documents.add(act["document"])
        return None

    def issue_briefing(self, act: Act, by: str, at: str) -> str | None:
        if act["bulletin"] in self.bulletins:
            return "names"
        if by not in self.office:
            return "actor.is_office"
        self.bulletins[act["bulletin"]] = len(self.bulletins) + 1
        return None

    # Work.

    def assign(self, act: Act, by: str, at: str) -> str | None:
        item, units = self.items.get(act["item"]), [act["unit"], *act.get("cooperating", ())]
        if item is None or act["assignment"] in self.tasks or not all(it in self.units for it in units):
            return "names"
        if by not in self.office:
            return "actor.is_office"
        if item.stage not in ("agreed", "clarified"):
            return "assignment.of_a_settled_matter"
        if len(set(units)) != len(units):
            return "assignment.names_each_unit_once"
        if item.stage != "agreed" or act["unit"] not in item.binds:
            return "assignment.unit_is_bound"
        due = act.get("due")
        if due and due < at[:10]:
            return "assignment.due_lies_ahead"
        item.tasked.add(act["unit"])
        self.tasks[act["assignment"]] = self.Task(act["unit"], due)
        return None

    def complete_assignment(self, act: Act, by: str, at: str) -> str | None:
        task = self.tasks.get(act["assignment"])
        if task is None:
            return "names"
        if not self.speaks_for(by, task.unit):
            return "assignment.by_its_unit"
        if not task.complete():
            return "assignment.is_open"
        self.done += 1
        self.late += bool(task.due and at[:10] > task.due)
        return None

    def form_working_group(self, act: Act, by: str, at: str) -> str | None:
        units = {act["head"], *act["units"]}
        if act["group"] in self.groups or not all(it in self.units for it in units):
            return "names"
        if by not in self.office and by != self.convener:
            return "group.formed_by_office_or_convener"
        if act["purpose"] != "inspection" or not act.get("streets"):
            return "group.for_inspection"
        if len(units) < 2:
            return "group.of_two_units_or_more"
        self.groups.add(act["group"])
        return None

    def plan_joint_action(self, act: Act, by: str, at: str) -> str | None:
        units, group = act["units"], act.get("group")
        if (
            act["action"] in self.actions
            or not all(it in self.units for it in units)
            or (group and group not in self.groups)
        ):
            return "names"
        if by not in self.office:
            return "actor.is_office"
        if not act.get("problem"):
            return "action.targets_a_problem"
        if len(set(units)) < 2:
            return "action.of_enough_units"
        self.actions[act["action"]] = self.Action(units)
        return None

    def start_joint_action(self, act: Act, by: str, at: str) -> str | None:
        action = self.actions.get(act["action"])
        if action is None:
            return "names"
        if not self.takes_part(by, action.units):
            return "work.recorded_by_unit_or_office"
        return None if action.start() else "action.is_planned"

    def finish_joint_action(self, act: Act, by: str, at: str) -> str | None:
        action = self.actions.get(act["action"])
        if action is None:
            return "names"
        if not self.takes_part(by, action.units):
            return "work.recorded_by_unit_or_office"
        return None if action.finish() else "action.is_running"

    def log_collection(self, act: Act, by: str, at: str) -> str | None:
        if not all(it in self.units for it in act["units"]):
            return "names"
        if by not in self.office:
            return "actor.is_office"
        return None if act["units"] else "collection.names_its_units"

    def submit_report(self, act: Act, by: str, at: str) -> str | None:
        unit, year, covers = act["unit"], act["year"], act["covers"]
        if unit not in self.units:
            return "names"
        if not self.speaks_for(by, unit):
            return "actor.acts_for_unit"
        if (unit, year) in self.reports:
            return "report.once_a_year"
        this = int(at[:4])
        if year not in (this - 1, this):
            return "report.year_is_plausible"
        if covers["from"] > covers["to"] or covers["to"][:4] < f"{year}" or covers["from"][:4] > f"{year}":
            return "report.covers_part_of_its_year"
        self.reports.add((unit, year))
        self.late_reports += at[:10] > f"{year}-{DUE}"
        return None
