"""The rule engine of a joint meeting (联席会议): a body of government units that decides by consensus.

May this be done, and if not, why? What is owed, by whom, by when? Was the charter kept? Each answer comes with the
clause behind it. The rules are those of the Rust library; nothing is decided here.
"""

from joint_meeting.body import JointMeeting
from joint_meeting.charter import Charter
from joint_meeting.errors import (
    CharterError,
    Conflict,
    JointMeetingError,
    JournalError,
    LeftInTheMiddle,
    Malformed,
    NoBody,
    NotBelow,
    PaperError,
    Refused,
    RosterError,
    TableError,
    Unknown,
)
from joint_meeting.journal import Journal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from joint_meeting import acts
    from joint_meeting.answers import Audit, Obligations, Options, Register, Roster

__all__ = [
    "Audit",
    "Charter",
    "CharterError",
    "Conflict",
    "JointMeeting",
    "JointMeetingError",
    "Journal",
    "JournalError",
    "LeftInTheMiddle",
    "Malformed",
    "NoBody",
    "NotBelow",
    "Obligations",
    "Options",
    "PaperError",
    "Refused",
    "Register",
    "Roster",
    "RosterError",
    "TableError",
    "Unknown",
    "acts",
]


def __getattr__(name: str) -> object:
    """What is imported when it is first asked for: most of what an import takes is left until then."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module = import_module(f"{__name__}.{'acts' if name == 'acts' else 'answers'}")
    return module if name == "acts" else getattr(module, name)


def __dir__() -> list[str]:
    return [*__all__, "charter", "errors", "journal"]
