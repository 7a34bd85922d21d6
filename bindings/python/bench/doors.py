"""The ways into `joint_meeting`, each as something that takes what it is given and says which rule refused it."""

import json
from typing import Any

from joint_meeting import Charter, JointMeeting, Refused, acts

CHARTER = Charter.bundled("nankai-dog-2022")

Submission = dict[str, Any]


def text(submission: Submission) -> str:
    return json.dumps(submission, ensure_ascii=False, separators=(",", ":"))


def call(submission: Submission) -> tuple[Any, Submission, str, str]:
    """A submission as the call that makes its act: the function, and what it is given."""
    fields = dict(submission["act"])
    name = "".join(part.title() for part in fields.pop("type").split("_"))
    return getattr(acts, name), fields, submission["by"], submission["at"]


def rule(refusal: Any) -> str:
    first: str = refusal["grounds"][0]["rule"] if refusal["type"] == "rules" else "names"
    return first


class Door:
    def __init__(self) -> None:
        self.body = JointMeeting(CHARTER)

    def json(self, submission: str) -> str | None:
        try:
            self.body.perform_json(submission)
        except Refused as refused:
            return rule(refused.refusal)
        return None

    def dict(self, submission: Submission) -> str | None:
        try:
            self.body.perform(submission["act"], by=submission["by"], at=submission["at"])
        except Refused as refused:
            return rule(refused.refusal)
        return None

    def constructor(self, submission: tuple[Any, Submission, str, str]) -> str | None:
        act, fields, by, at = submission
        try:
            self.body.perform(act(**fields), by=by, at=at)
        except Refused as refused:
            return rule(refused.refusal)
        return None

    def many(self, submissions: list[Submission]) -> list[str | None]:
        decisions: Any = self.body.perform_many(submissions)
        return [rule(it["refused"]) if "refused" in it else None for it in decisions]

    def many_json(self, submissions: list[str]) -> list[str | None]:
        decisions = self.body.perform_many_json(submissions)
        return [None if it.startswith('{"accepted"') else rule(json.loads(it)["refused"]) for it in decisions]

    def counts(self) -> Submission:
        return {"entries": len(self.body)}
