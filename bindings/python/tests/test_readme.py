"""The examples of the README and of the guide run, and print what stands there."""

import contextlib
import io
import re
import tempfile
from pathlib import Path

import pytest

TOP = Path(__file__).parents[3]
README = TOP / "bindings/python/README.md"
YEAR = TOP / "docs/guide/year.md"


def blocks(page: Path) -> list[tuple[str, str]]:
    """The blocks of a page, each with its language."""
    return re.findall(r"^```(\w+)\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_example_runs(tmp_path: Path) -> None:
    code = [text for language, text in blocks(README) if language == "python"]
    assert len(code) > 3
    exec(compile("\n".join(code), str(README), "exec"), {"folder": tmp_path})  # noqa: S102


def test_the_year_of_the_guide_prints_what_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(TOP)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    names: dict[str, object] = {}
    printed = io.StringIO()
    compared = 0
    for language, text in blocks(YEAR):
        if language == "python":
            with contextlib.redirect_stdout(printed):
                exec(compile(text, str(YEAR), "exec"), names)  # noqa: S102
        elif language == "text":
            assert lines(printed.getvalue()) == lines(text)
            printed = io.StringIO()
            compared += 1
    assert compared > 5 and not printed.getvalue()


@pytest.mark.parametrize("page", ["python.md", "python.zh.md", "charter.md"])
def test_a_guide_prints_what_stands_there(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if page.startswith("python"):
        pytest.importorskip("matplotlib").use("agg")
    monkeypatch.chdir(TOP)
    names: dict[str, object] = {"folder": tmp_path}
    printed = io.StringIO()
    compared = 0
    for language, text in blocks(TOP / "docs/guide" / page):
        if language == "python":
            assert not printed.getvalue()
            with contextlib.redirect_stdout(printed):
                exec(compile(text, page, "exec"), names)  # noqa: S102
        elif language == "text":
            assert lines(printed.getvalue()) == lines(text)
            printed = io.StringIO()
            compared += 1
    assert compared > 3 and not printed.getvalue()


def test_the_guide_says_the_same_in_both_languages() -> None:
    """What differs is what is printed, how files are called, and the language of the words."""

    def calls(page: str) -> list[list[str]]:
        code = [text for language, text in blocks(TOP / "docs/guide" / page) if language == "python"]
        return [re.findall(r"\.?\b[a-z_]+\(", re.sub(r'"[^"]*"', '""', it)) for it in code]

    assert calls("python.md") == calls("python.zh.md")


def lines(text: str) -> list[str]:
    return [it.rstrip() for it in text.splitlines()]
