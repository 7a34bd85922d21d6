"""What the tests share."""

import pytest
import runner
from joint_meeting import Charter, JointMeeting

YEAR = "nankai-2022.jsonl"


@pytest.fixture(scope="session")
def charter() -> Charter:
    return Charter.bundled("nankai-dog-2022")


@pytest.fixture(scope="session")
def year(charter: Charter) -> JointMeeting:
    """The body at the end of its year. Nobody changes it."""
    body, wrong = runner.play(YEAR, charter)
    assert not wrong
    return body


@pytest.fixture
def founded(charter: Charter) -> JointMeeting:
    body = JointMeeting(charter, language="en")
    holders = [{"post": "deputy-head", "person": "p1"}, {"post": "order-head", "person": "p2"}]
    body.perform(
        {"type": "adopt_charter", "charter": charter.id, "version": 1, "holders": holders},  # type: ignore[typeddict-item]
        by="p1",
        at="2022-04-21T09:00:00+08:00",
    )
    return body
