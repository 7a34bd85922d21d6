"""A server of PostgreSQL of our own, in a temporary folder on a free port, run by an ordinary user, gone when the tests are."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg
from joint_meeting import store
from joint_meeting.store import Store

# Starts the server, waits for a word, and stops it by that signal; if we are gone, by the usual one, and takes the folder away.
KEEPER = """
    "$1" -D "$2" -p "$3" -k "" -c listen_addresses=127.0.0.1 -c logging_collector=off >> "$2/log" 2>&1 &
    server=$!
    read -r signal || signal=GONE
    case $signal in GONE) kill -INT $server;; *) kill -"$signal" $server;; esac
    wait $server
    case $signal in GONE) rm -rf "$2";; esac
"""


def programs() -> Path | None:
    """Where the programs of the server are."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    folders = [*installed, *map(Path, os.environ.get("PATH", "").split(os.pathsep))]
    return next((it for it in folders if (it / "initdb").is_file() and (it / "postgres").is_file()), None)


def ordinary_user() -> dict[str, int]:
    """Who runs it: the server refuses to be run by root."""
    if os.getuid() != 0:
        return {}
    users = {it.pw_name: it for it in pwd.getpwall()}
    user = users.get("postgres") or users["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid}


class Cluster:
    """A server that can be stopped and started again."""

    def __init__(self, programs: Path) -> None:
        self.programs, self.user = programs, ordinary_user()
        self.data = tempfile.mkdtemp(prefix="joint-meeting-postgres-", dir="/tmp")
        if self.user:
            os.chown(self.data, self.user["user"], self.user["group"])
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self.count = 0
        begin = ["--no-sync", "-U", "records", "--auth=trust", "-E", "UTF8", "--locale=C", "-D", self.data]
        options: dict[str, Any] = {**self.user, "cwd": self.data}
        subprocess.run([str(programs / "initdb"), *begin], check=True, capture_output=True, **options)
        self.start()

    def start(self) -> None:
        run = ["/bin/sh", "-c", KEEPER, "sh", str(self.programs / "postgres"), self.data, str(self.port)]
        options: dict[str, Any] = {**self.user, "cwd": self.data}
        self.keeper = subprocess.Popen(run, stdin=subprocess.PIPE, text=True, **options)
        until = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(self.address("postgres")).close()
                return
            except psycopg.OperationalError:
                assert time.monotonic() < until, Path(self.data, "log").read_text()
                time.sleep(0.05)

    def stop(self, signal: str) -> None:
        """`INT` as it is stopped, `QUIT` as it crashes."""
        assert self.keeper.stdin
        self.keeper.communicate(signal + "\n")

    def close(self) -> None:
        self.stop("GONE")
        shutil.rmtree(self.data, ignore_errors=True)

    def address(self, database: str) -> str:
        return f"postgresql://records:secret@127.0.0.1:{self.port}/{database}"

    def database(self) -> "InPostgres":
        """A database of its own."""
        self.count += 1
        name = f"records_{self.count}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as link:
            link.execute(f"CREATE DATABASE {name}".encode())
        return InPostgres(self.address(name))


class InPostgres:
    """A database of a server."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.opened: list[Store] = []

    def open(self, *, read_only: bool = False) -> Store:
        self.opened.append(store.open(self.address, read_only=read_only, language="en"))
        return self.opened[-1]

    def execute(self, sql: str, *about: object) -> int:
        with psycopg.connect(self.address) as link:
            return link.execute(sql.encode(), about).rowcount

    def damage(self, body: str, no: int, before: str, after: str) -> None:
        update = "UPDATE joint_meeting.entry SET line = replace(line, %s, %s) WHERE body = %s AND no = %s"
        assert self.execute(update, before, after, body, no) == 1

    def cut_off(self, body: str, no: int) -> None:
        assert self.execute("DELETE FROM joint_meeting.entry WHERE body = %s AND no = %s", body, no) == 1

    def replace(self, body: str, by: str) -> None:
        with psycopg.connect(self.address) as link:
            link.execute("DELETE FROM joint_meeting.entry WHERE body = %s", [body])
            copy = """INSERT INTO joint_meeting.entry (body, no, line, digest)
                SELECT %s, no, line, digest FROM joint_meeting.entry WHERE body = %s"""
            assert link.execute(copy, [body, by]).rowcount > 0

    def close(self) -> None:
        for it in self.opened:
            it.close()
