"""Runs vectors and scenarios, as `tests/src/vector.rs` does; the format is described in `tests/README.md`."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

from joint_meeting import Charter, JointMeeting, NotBelow, PaperError, Refused, Unknown
from joint_meeting.papers import Desk, Paper

FOLDER = Path(__file__).parents[3] / "tests"


def read(name: str) -> Any:
    return json.loads((FOLDER / name).read_bytes())


def malformed() -> list[tuple[str, str, str, Any]]:
    """Name, door, input, and what has to be said of it."""
    cases = []
    for it in [*read("malformed.json"), *read("papers/malformed.json")]:
        text = it["input"] if "input" in it else (FOLDER / it["of"]).read_text(encoding="utf-8")
        for old, new in it.get("change", []):
            assert old in text, it["name"]
            text = text.replace(old, new, 1)
        cases.append((it["name"], it["door"], text, it["then"]))
    return cases


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@cache
def stories() -> dict[str, list[Any]]:
    files = sorted((FOLDER / "vectors/given").glob("*.json"))
    return {name: story for file in files for name, story in read(f"vectors/given/{file.name}").items()}


def unfold(given: list[Any]) -> list[Any]:
    """Stories may begin with other stories."""
    steps = [unfold(stories()[it]) if isinstance(it, str) else [it] for it in given]
    return [step for some in steps for step in some]


def charter(name: str, settings: Any = None, readings: Any = None, version: int | None = None) -> Charter:
    """The charter with settings and readings in the place of its own."""
    return load(name, compact(settings or {}), compact(readings or {}), version)


@cache
def load(name: str, settings: str, readings: str, version: int | None) -> Charter:
    file = FOLDER / f"charters/{name}.json"
    text = file.read_text(encoding="utf-8") if file.exists() else Charter.bundled(name).text
    if (settings, readings, version) == ("{}", "{}", None):
        return Charter(text)
    changed = json.loads(text)
    if version is not None:
        changed["version"] = version
    for clause in changed["clauses"]:
        for key, value in json.loads(settings).items():
            silent = key in clause.get("silent", [])
            if silent:
                clause["silent"].remove(key)
            if silent or key in clause.get("sets", {}):
                clause.setdefault("sets", {})[key] = value
            if value is None and key in clause.get("sets", {}):
                del clause["sets"][key]
                clause.setdefault("silent", []).append(key)
        for key, option in json.loads(readings).items():
            if key in clause.get("readings", {}):
                clause["readings"][key] = {"fixed": option}
    return Charter(compact(changed))


def charters(vector: Any, name: str) -> list[Charter]:
    """The charter, and its later versions."""
    settings, readings = dict(vector.get("settings", {})), dict(vector.get("readings", {}))
    found = [charter(name, settings, readings)]
    for it in vector.get("versions", []):
        if "charter" in it:
            name, settings, readings = it["charter"], {}, {}
        settings |= it.get("settings", {})
        readings |= it.get("readings", {})
        found.append(charter(name, settings, readings, it.get("version")))
    return found


def body(charters: list[Charter], given: list[Any]) -> JointMeeting:
    body = JointMeeting(charters)
    for step in unfold(given):
        body.perform(**step)
    return body


def run(vector: Any, name: str) -> Any:
    """The answer to a vector, without the table of working days by which it was reckoned."""
    return without_table(asked(vector, name))


def without_table(value: Any) -> Any:
    if isinstance(value, list):
        return [without_table(it) for it in value]
    if not isinstance(value, dict):
        return value
    is_table = {"known_through"} | ({"calendar"} if "digest" in (value.get("calendar") or {}) else set())
    return {key: without_table(it) for key, it in value.items() if key not in is_table}


def asked(vector: Any, name: str) -> Any:
    it = body(charters(vector, name), vector.get("given", []))
    if "when" in vector:
        return it.decide(**vector["when"])
    children = [body([charter(child["charter"])], child["given"]) for child in vector.get("children", [])]
    ((question, about),) = vector["ask"].items()
    return answer(it, children, question, about)


def expected(vector: Any) -> Any:
    """What a vector expects, with what it leaves out of an accepted entry because it only repeats."""
    then, when = vector["then"], vector.get("when")
    if when is None or "accepted" not in then:
        return then
    no = len(unfold(vector.get("given", []))) + 1
    return {"accepted": {"no": no, "recorded_at": when["at"], **when, **then["accepted"]}}


def answer(it: JointMeeting, children: list[JointMeeting], question: str, about: Any) -> Any:
    """The part of an answer that a vector looks at."""
    match question:
        case "audit":
            return look_at(it.audit(about["period"], about["on"]).data, about["clauses"])
        case "family":
            try:
                family: Any = it.audit_family(children, about["period"], about["on"])
            except NotBelow as why:
                return {"error": str(why)}
            for audit in [family["own"], *(child["audit"] for child in family["children"])]:
                look_at(audit, about["clauses"])
            return family
        case "obligations":
            owed = it.obligations(about["on"], about["horizon_days"])
            return [one for one in owed if one["rule"] in about["rules"]]
        case "options":
            return [
                one for one in it.options(**without(about, "acts")) if one["act"]["type"] in about["acts"]
            ]
        case "options_page":
            page = it.options(**{"limit": 256, **about})
            found = {"rows": page.data, "counts": page.counts}
            return found if page.after is None else {**found, "after": page.after}
        case "roster":
            return it.roster(**about).data
        case "register":
            return it.register(**about).data
        case "papers":
            ((question, asked),) = about["question"].items()
            return papers(Desk(it, **about.get("office", {})), question, asked, about.get("rows"))
        case "outline":
            return Charter.outline(**about)
        case "check_text":
            return it.charter_on(about["on"]).check_text(about["text"])
        case "charter_on":
            return it.charter_on(**about).version
        case "entries":
            return it.entries
        case "breaches" | "entry" | "entry_as_read" | "explain_entry" | "explain_rule" | "trail" | "what_if":
            try:
                return getattr(it, question)(**about)
            except Unknown as why:
                return {"error": why.data}
        case _:
            raise ValueError(f"no such question: {question}")


def papers(desk: Desk, question: str, about: Any, rows: list[str] | None) -> Any:
    try:
        match question:
            case "paper":
                return desk.paper(**about).data
            case "check":
                checked: Any = desk.check(**about).data
                checked["findings"] = [it for it in checked["findings"] if it["row"]["id"] in (rows or [])]
                return checked
            case "evidence":
                return [{"name": it.name, "paper": it.paper.data} for it in desk.evidence(**about)]
            case "calendar":
                ics, table = desk.calendar((about["from"], about["to"]), about["on"])
                return {"ics": ics, "table": table.data}
            case _:
                return getattr(desk, question)(**about)
    except PaperError as why:
        return {"error": why.data}


def pack(body: JointMeeting, language: Literal["zh", "en"]) -> list[tuple[str, Paper]]:
    """The papers of the year, and those that were on their way, as `tests/src/papers.rs` makes them."""
    fields = {"place": "区级联席会议办公室会议室"}
    desk = Desk(body, language=language, given={"fields": fields})
    papers = [(it.name, it.paper) for it in desk.evidence(2022, "2023-01-15")]
    for it in read("papers/wanted.json"):
        given: Any = it.get("given", {})
        given = {**given, "fields": given.get("fields", {}) | fields}
        then = Desk(body.as_of(it["as_of"]), language=language, given=given)
        papers.append((it["name"], then.paper(it["wanted"])))
    return papers


def look_at(audit: Any, clauses: list[str]) -> Any:
    audit["clauses"] = [it for it in audit["clauses"] if it["clause"] in clauses]
    for earlier in audit.get("earlier", []):
        look_at(earlier, clauses)
    return audit


def without(about: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: it for name, it in about.items() if name != key}


@cache
def lines(scenario: str) -> list[Any]:
    return [
        json.loads(it) for it in (FOLDER / "scenarios" / scenario).read_text(encoding="utf-8").splitlines()
    ]


def play(scenario: str, charter: Charter) -> tuple[JointMeeting, list[str]]:
    """Plays a scenario; each line that does not go as it says is in the list."""
    body, wrong = JointMeeting(charter), []
    for ix, line in enumerate(lines(scenario), 1):
        refused_by: list[str] = []
        try:
            body.perform(**line["submit"])
        except Refused as why:
            refused_by = [it["rule"] for it in why.grounds] or ["names"]
        if refused_by != line.get("refused_by", []):
            wrong.append(f"line {ix}: {refused_by}")
    return body, wrong
