"""Ctrl-C in the middle of long work: it ends soon, and the body can be used afterwards."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

CHILD = """
import json, sys, time
from joint_meeting import Charter, JointMeeting
from joint_meeting.papers import Desk

charter = Charter.bundled("nankai-dog-2022")
body = JointMeeting(charter)
AT = "2022-05-01T09:00:00+08:00"
posts = [{"post": "deputy-head", "person": "p1"}, {"post": "order-head", "person": "p2"},
         {"post": "order-staff", "person": "p3"}]
body.perform({"type": "adopt_charter", "charter": charter.id, "version": 1, "holders": posts},
             by="p1", at="2022-04-21T09:00:00+08:00")

def briefing(no):
    act = {"type": "issue_briefing", "bulletin": f"b{no}", "title": "简报", "text": "一则简报"}
    return {"act": act, "by": "p3", "at": AT}

assert all("accepted" in it for it in body.perform_many(briefing(no) for no in range(60_000)))
journal = body.journal()
trusted = JointMeeting.replay(charter, journal)
works = {
    "replayed": lambda: JointMeeting.replay(charter, journal),
    "checked": lambda: JointMeeting.replay(charter, journal, checked=True),
    "breaches": lambda: trusted.breaches(),
    "audit": lambda: trusted.audit(2022, "2023-01-15"),
    "evidence": lambda: Desk(body).evidence(2022, "2023-01-15"),
    "years": lambda: [it.verdicts for it in trusted.audits(range(1950, 2200), "2199-12-31")],
}

def took(work):
    ended = "interrupted"
    try:
        work()
        ended = "whole"
        time.sleep(60)
    except KeyboardInterrupt:
        return ended

for name, work in works.items():
    print("now", flush=True)
    print(json.dumps({"work": name, "ended": took(work)}), flush=True)
    assert sys.stdin.readline()

# Nothing is held, and nothing is half done.
assert len(body) == len(trusted) == 60_001
assert body.perform(**briefing("more"))["no"] == 60_002
assert body == JointMeeting.replay(charter, body.journal())
assert trusted.audit(2022, "2023-01-15").verdicts.total() > 100
print("well", flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX has them")
def test_ctrl_c_ends_long_work_soon() -> None:
    command = [sys.executable, "-c", CHILD]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent
    ) as child:
        assert child.stdin and child.stdout
        seen = {}
        for line in child.stdout:
            if line == "well\n":
                break
            assert line == "now\n"
            time.sleep(0.2)
            child.send_signal(signal.SIGINT)
            sent = time.monotonic()
            told = json.loads(child.stdout.readline())
            seen[told["work"]] = told["ended"]
            assert time.monotonic() - sent < 1.0, told
            child.stdin.write("\n")
            child.stdin.flush()
    assert child.returncode == 0
    # What takes seconds is never done before the signal comes.
    assert {seen[it] for it in ["checked", "evidence", "years"]} == {"interrupted"}, seen
