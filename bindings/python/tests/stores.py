"""The cases in `tests/store`, which every store runs in every language, and the places where stores are opened for them."""

import json
import sqlite3
from pathlib import Path
from typing import Any, Protocol, cast

from joint_meeting import Charter, CharterError, Refused, store
from joint_meeting.store import Damaged, Exported, Held, Store, StoreError

DATA = Path(__file__).parents[3] / "tests"
CASES: list[dict[str, Any]] = [
    case for file in sorted((DATA / "store").glob("*.json")) for case in json.loads(file.read_bytes())
]


class Place(Protocol):
    """Where a store is."""

    def open(self, *, read_only: bool = False) -> Store: ...

    def damage(self, body: str, no: int, before: str, after: str) -> None:
        """Puts a text in the place of another in the line of an entry, past the store."""

    def cut_off(self, body: str, no: int) -> None:
        """Takes the last entry away, past the store."""

    def replace(self, body: str, by: str) -> None:
        """Puts the journal of another body in the place of a body's, past the store."""

    def close(self) -> None: ...


class InSqlite:
    """A file of SQLite."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "store.db"
        self.opened: list[Store] = []

    def open(self, *, read_only: bool = False) -> Store:
        self.opened.append(store.open(self.path, read_only=read_only, language="en"))
        return self.opened[-1]

    def execute(self, sql: str, *about: object) -> None:
        tables = sqlite3.connect(self.path)
        with tables:
            assert tables.execute(sql, about).rowcount == 1
        tables.close()

    def damage(self, body: str, no: int, before: str, after: str) -> None:
        update = "UPDATE entry SET line = replace(line, ?, ?) WHERE body = ? AND no = ?"
        self.execute(update, before, after, body, no)

    def cut_off(self, body: str, no: int) -> None:
        self.execute("DELETE FROM entry WHERE body = ? AND no = ?", body, no)

    def replace(self, body: str, by: str) -> None:
        tables = sqlite3.connect(self.path)
        with tables:
            tables.execute("DELETE FROM entry WHERE body = ?", (body,))
            copy = "INSERT INTO entry SELECT ?, no, line, digest FROM entry WHERE body = ?"
            assert tables.execute(copy, (body, by)).rowcount > 0
        tables.close()

    def close(self) -> None:
        for it in self.opened:
            it.close()


def founding(**beside: object) -> Any:
    """The first submission of the Nankai body."""
    holders = [{"post": "deputy-head", "person": "p1"}, {"post": "order-head", "person": "p2"}]
    act = {"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1, "holders": holders}
    return {"act": act, "by": "p1", "at": "2022-04-21T09:00:00+08:00", **beside}


def matter(item: str, **beside: object) -> Any:
    """A matter for the agenda, of which there can be one of each name."""
    act = {"type": "add_agenda_item", "item": item, "title": "群众来信", "kind": "discussion"}
    return {"act": act, "by": "p2", "at": "2022-05-09T09:00:00+08:00", **beside}


def charter(of: str) -> Charter:
    if of in Charter.names() or of in Charter.general_names():
        return Charter.bundled(of)
    return Charter((DATA / of).read_bytes() if of.endswith(".json") else of)


class Hosts:
    """Those who take part in a case."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.stores: dict[str, Store] = {}
        self.held: dict[tuple[str, str], Held] = {}
        self.heads: dict[tuple[str, int], Any] = {}
        self.exported: Exported | None = None

    def run(self, case: dict[str, Any]) -> None:
        for ix, step in enumerate(case["steps"]):
            found = self.does(**{key: it for key, it in step.items() if key != "then"})
            assert found == step["then"], f"{case['name']}: step {ix + 1}"

    def does(self, **step: Any) -> Any:
        try:
            return self._does(step["do"], step.get("host", "one"), step.get("body", "dogs"), step.get("with"))
        except Refused as why:
            rules = ["names"] if why.refusal["type"] == "names" else [it["rule"] for it in why.grounds]
            return {"refused": rules} | ({} if why.index is None else {"index": why.index})
        except CharterError:
            return {"error": "charter"}
        except StoreError as why:
            assert why.zh and why.en and why.zh != why.en
            return {"error": why.kind}

    def store(self, host: str, *, read_only: bool = False) -> Store:
        if host not in self.stores:
            self.stores[host] = self.place.open(read_only=read_only)
        return self.stores[host]

    def holds(self, host: str, body: str) -> Held:
        """What a host holds; it opens a body once."""
        if (host, body) not in self.held:
            self.held[host, body] = self.store(host).open(body)
        return self.held[host, body]

    def _does(self, what: str, host: str, body: str, about: Any) -> Any:
        match what:
            case "open_to_read":
                self.store(host, read_only=True)
                return {"entries": len(self.holds(host, body).body)}
            case "open":
                return {"entries": len(self.holds(host, body).body)}
            case "catch_up":
                return {"entries": self.holds(host, body).catch_up()}
            case "as_of":
                return {"entries": len(self.holds(host, body).as_of(about["at"]))}
            case "submit":
                return {"no": self.holds(host, body).submit(about)["no"]}
            case "submit_all":
                return {"nos": [it["no"] for it in self.holds(host, body).perform_all(about)]}
            case "keep_head":
                head = self.holds(host, body).head
                self.heads[body, head["count"]] = head
                return {"count": head["count"]}
            case "damage":
                self.place.damage(body, about["no"], about["from"], about["to"])
                return {}
            case "replace":
                self.place.replace(body, about)
                return {}
            case "set_now":
                self.holds(host, body).set_now(about["at"])
                return {}
            case "cut_off":
                self.place.cut_off(body, about)
                return {}
            case _:
                return self._asks(self.store(host), what, body, about)

    def _asks(self, its: Store, what: str, body: str, about: Any) -> Any:
        match what:
            case "create":
                its.create(body, charter(about))
                return {}
            case "add_charter":
                its.add_charter(body, charter(about))
                return {}
            case "verify":
                try:
                    found = its.verify(body, None if about is None else self.heads[body, about])
                except Damaged as why:
                    return {"error": why.kind, "line": why.line}
                return {"count": found.head["count"], "breaches": len(found.breaches)}
            case "bodies":
                return list(its.bodies(about))
            case "heads":
                return [[name, head["count"]] for name, head in its.heads(about)]
            case "export":
                before, self.exported = self.exported, its.export(body)
                return {} if before is None else {"same": before == self.exported}
            case "import":
                exported = cast(Exported, self.exported)
                text = exported.journal.decode()
                for before, after in about or []:
                    assert before in text
                    text = text.replace(before, after) if before else after + text
                return {"count": its.import_(body, Exported(exported.charters, text.encode()))["count"]}
            case "import_files":
                journal = (DATA / about["journal"]).read_bytes()
                exported = Exported((charter(about["charter"]),), journal)
                return {"count": its.import_(body, exported)["count"]}
            case "upgrade":
                return {"count": its.upgrade(body)["count"]}
            case _:
                raise AssertionError(f"nobody can `{what}`")
