"""The same checks, with the stages kept by `transitions`: one machine for each kind of thing, shared by all things of the kind.

Each act on an item, meeting, set of minutes, task or action is a trigger; what else is noted of it is noted by the callback.
"""

from typing import Any

import plain
from transitions import Machine

Way = tuple[str, list[str] | str, str | None] | tuple[str, list[str] | str, str | None, str]


def machine(stages: list[str], ways: list[Way]) -> Machine:
    """A way is a trigger, the stages it starts from, that where it leads (none: it stays), and a callback."""
    made = Machine(
        None,
        stages,
        initial=stages[0],
        auto_transitions=False,
        ignore_invalid_triggers=True,
        model_attribute="stage",
    )
    for trigger, source, dest, *callback in ways:
        # What stays in its stage stays in each of several.
        for one in [source] if isinstance(source, str) else source:
            made.add_transition(trigger, one, dest or one, after=callback or None)
    return made


class Thing:
    """Something that a machine moves, with the fields of the plain one."""

    like: type
    machine: Machine

    def __init__(self, *about: Any) -> None:
        self.like.__init__(self, *about)
        self.machine.add_model(self)
        # It is never asked for its models again, but would look through all of them each time one is added.
        self.machine.models.clear()


class Item(Thing):
    like = plain.Item
    machine = machine(
        ["proposed", "on_agenda", "discussed", "agreed", "clarified", "heard", "left_open"],
        [
            ("put", ["proposed", "left_open"], "on_agenda"),
            ("discuss", ["on_agenda", "discussed", "left_open"], "discussed"),
            ("state_position", "discussed", None, "note_position"),
            ("revise", "discussed", None, "note_revision"),
            ("leave_open", ["on_agenda", "discussed", "left_open"], "left_open"),
            ("agree", "discussed", "agreed"),
            ("clarify", "discussed", "clarified"),
            ("hear", "discussed", "heard"),
        ],
    )

    def note_position(self, unit: str, position: str) -> None:
        self.positions[unit] = position

    def note_revision(self) -> None:
        self.positions = {unit: it for unit, it in self.positions.items() if it == "object"}


class Meeting(Thing):
    like = plain.Meeting
    machine = machine(
        ["convened", "open", "closed"],
        [
            ("delegate", "convened", None, "note_chair"),
            ("open", "convened", "open"),
            ("attend", "open", None, "note_present"),
            ("close", "open", "closed"),
        ],
    )

    def note_chair(self, person: str) -> None:
        self.chair = person

    def note_present(self, present: dict[str, str]) -> None:
        self.present |= present


class Minutes(Thing):
    like = plain.Minutes
    machine = machine(
        ["drafted", "numbered", "issued"],
        [
            ("consent", ["drafted", "numbered"], None, "note_consent"),
            ("countersign", ["drafted", "numbered"], None, "note_signature"),
            ("number", "drafted", "numbered"),
            ("issue", "numbered", "issued"),
        ],
    )

    def note_consent(self, unit: str) -> None:
        self.consents.add(unit)

    def note_signature(self, unit: str) -> None:
        self.signatures.add(unit)


class Task(Thing):
    like = plain.Task
    machine = machine(["open", "done"], [("complete", "open", "done")])


class Action(Thing):
    like = plain.Action
    machine = machine(
        ["planned", "running", "finished"],
        [("start", "planned", "running"), ("finish", "running", "finished")],
    )


class Body(plain.Body):
    Item, Meeting, Minutes, Task, Action = Item, Meeting, Minutes, Task, Action
