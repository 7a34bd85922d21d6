"""What happens at the edges: a disk that fails, text that is no Unicode, a process that forks."""

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from joint_meeting import Charter, JointMeeting, Journal, Malformed, acts
from joint_meeting.papers import Paper

ON = "2023-01-15"
LONE = "\ud800"


class Failing:
    """Lets the n-th call of those watched fail."""

    def __init__(self, nth: int) -> None:
        self.left = nth

    def watch(self, patch: pytest.MonkeyPatch, owner: object, name: str) -> None:
        real = getattr(owner, name)

        def call(*args: Any, **kwargs: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                raise OSError(28, "No space left on device")
            return real(*args, **kwargs)

        patch.setattr(owner, name, call)


def test_a_write_that_fails_leaves_the_kept_file_whole(
    tmp_path: Path, charter: Charter, year: JointMeeting
) -> None:
    path = tmp_path / "year.jsonl"
    old, new = bytes(Journal.begin(charter)), bytes(year.journal())
    failed = 0
    for nth in range(1, 20):
        path.write_bytes(old)
        failing = Failing(nth)
        with pytest.MonkeyPatch.context() as patch:
            for name in ["fsync", "replace"]:
                failing.watch(patch, os, name)
            for name in ["open", "exists", "is_file"]:
                failing.watch(patch, Path, name)
            failing.watch(patch, __import__("shutil"), "copymode")
            try:
                year.journal().write(path)
            except OSError:
                failed += 1
        assert path.read_bytes() in (old, new), f"the file is whole, whichever call fails: {nth}"
        assert os.listdir(tmp_path) == [path.name], "nothing is left beside it"
        if failing.left > 0:
            break
    assert failed > 4
    assert path.read_bytes() == new


def test_a_full_disk_leaves_the_kept_file_whole(tmp_path: Path, charter: Charter, year: JointMeeting) -> None:
    resource = pytest.importorskip("resource")
    path = tmp_path / "year.jsonl"
    Journal.begin(charter).write(path)
    kept = path.read_bytes()
    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.getsignal(signal.SIGXFSZ)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, before[1]))
    try:
        with pytest.raises(OSError):
            year.journal().write(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert (path.read_bytes(), os.listdir(tmp_path)) == (kept, [path.name])


@pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX")
def test_a_file_keeps_its_mode_and_a_link_its_target(tmp_path: Path, charter: Charter) -> None:
    path, link = tmp_path / "year.jsonl", tmp_path / "link.jsonl"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    Journal.begin(charter).write(link)
    assert link.is_symlink() and Journal.read(path) == Journal.begin(charter)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def doors(charter: Charter, body: JointMeeting) -> list[Callable[[], object]]:
    """Every door that takes text, with text that UTF-8 cannot hold."""
    return [
        lambda: Charter(LONE),
        lambda: Charter.bundled(LONE),
        lambda: Charter.outline(LONE),
        lambda: charter.lint(LONE),
        lambda: charter.check_text(LONE),
        lambda: Journal(LONE),
        lambda: JointMeeting.replay(charter, LONE),
        lambda: JointMeeting(charter, language=LONE),  # type: ignore[arg-type]
        lambda: body.with_calendar(LONE),
        lambda: JointMeeting.replay(charter, body.journal(), calendar=LONE),
        lambda: body.set_now(LONE),
        lambda: body.perform(acts.OpenMeeting(meeting=LONE), by="p1", at="2022-06-01T09:00:00+08:00"),
        lambda: body.perform_json(LONE),
        lambda: body.perform_many_json([LONE]),
        lambda: body.trail(LONE),
        lambda: body.explain_rule(LONE),
        lambda: body.options(by=LONE, at="2022-06-01T09:00:00+08:00"),
        lambda: body.as_of(LONE),
        lambda: Paper(LONE),
    ]


def test_text_that_is_no_unicode_is_malformed(charter: Charter, founded: JointMeeting) -> None:
    for ix, door in enumerate(doors(charter, founded)):
        with pytest.raises(Malformed, match="position") as found:
            door()
        assert found.value.path, f"door {ix}"
        assert found.value.zh
    assert len(founded) == 1


SECOND = """
try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
import joint_meeting

code = "try:\\n    import joint_meeting\\nexcept ImportError as why:\\n    print('told:', why)"
interpreters.run_string(interpreters.create(), code)
assert joint_meeting.Charter.bundled("nankai-dog-2022")
"""


def test_a_second_interpreter_is_told_that_it_cannot_import() -> None:
    told = subprocess.run([sys.executable, "-c", SECOND], capture_output=True, text=True, check=True).stdout
    assert told.startswith("told: ")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_child_can_use_a_body_on_which_a_thread_of_the_parent_works(founded: JointMeeting) -> None:
    note = acts.ChooseReading(reading="plenary.count", option="at_least", why="x")
    many = [{"act": note, "by": "p1", "at": f"2022-06-01T09:00:{ix % 60:02}+08:00"} for ix in range(200)]

    def in_child() -> bool:
        founded.perform_many(many[:1])  # type: ignore[arg-type]
        return len(founded.obligations(ON)) > 0

    forks_while(lambda: founded.perform_many(many), in_child, 20)  # type: ignore[arg-type]


def forks_while(work: Callable[[], object], in_child: Callable[[], bool], times: int) -> None:
    """Forks again and again while two threads do something over and over: in each child the body answers, and it ends."""
    over = threading.Event()

    def working() -> None:
        while not over.is_set():
            work()

    threads = [threading.Thread(target=working) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(times):
            child = os.fork()
            if child == 0:
                os._exit(0 if in_child() else 1)
            assert ended(child) == 0
    finally:
        over.set()
        for thread in threads:
            thread.join()


def ended(child: int) -> int | None:
    """How a process ended; nothing if it hangs."""
    for _ in range(2000):
        found, status = os.waitpid(child, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None
