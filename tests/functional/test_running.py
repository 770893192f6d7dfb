"""Starting and stopping the real thing: start.py, gunicorn and the settings between them."""

import os
import select
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.request import urlopen

from tests.invariants.sources import ROOT

PATIENCE_SECONDS = 90
GOOD_KEY = "q8Zr3vXw1LmT6yBn4KpD9sHc2FgJ5aUe"
OURS = {"PORT", "MODE", "SECRET_KEY", "DATABASE_URL", "HOST", "DEBUG", "FLASK_DEBUG", "WEB_CONCURRENCY"}


def environment(data_dir: Path, **others: str) -> dict[str, str]:
    """This process's environment with no settings but these."""
    outside = {name: value for name, value in os.environ.items() if name not in OURS}
    return outside | {"DATA_DIR": str(data_dir)} | others


def gunicorn(*options: str, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A server that is expected to refuse."""
    command = [sys.executable, "-m", "gunicorn", *options, "wsgi:app"]
    return subprocess.run(
        command, check=False, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=PATIENCE_SECONDS
    )


@contextmanager
def served(data_dir: Path) -> Iterator[str]:
    """The guide as `make run` serves it; checks that it says one line and leaves no process behind."""
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "start.py")],
        cwd=data_dir.parent,
        env=environment(data_dir),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    try:
        select.select([process.stdout], [], [], PATIENCE_SECONDS)
        line = process.stdout.readline()
        if not line:
            raise AssertionError(process.communicate(timeout=PATIENCE_SECONDS)[1])
        yield next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
    finally:
        process.send_signal(signal.SIGTERM)
        rest = process.communicate(timeout=PATIENCE_SECONDS)
    assert (rest, process.returncode) == (("", ""), 0)
    assert group_ends(process.pid)


def group_ends(leader: int) -> bool:
    """A render child ends when its pipe closes: a moment after the server, not before it."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.killpg(leader, 0)
        except ProcessLookupError:
            return True
        threading.Event().wait(0.02)
    return False


def rows(data_dir: Path) -> list[int]:
    with closing(sqlite3.connect(data_dir / "wiki.sqlite3")) as connection:
        tables = ("page", "revision", "account", "topic")
        return [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]  # noqa: S608 - our own names


def test_one_command_serves_the_guide_and_a_second_start_loads_nothing_twice(tmp_path: Path) -> None:
    data_dir = tmp_path / "elsewhere"
    with served(data_dir) as address, urlopen(address) as answer:
        assert answer.status == 200
    after_first_start = rows(data_dir)
    with served(data_dir) as address, urlopen(address) as answer:
        assert answer.status == 200
    assert rows(data_dir) == after_first_start
    assert min(after_first_start) > 0


def test_a_command_works_on_the_same_data_without_more_settings(tmp_path: Path) -> None:
    with served(tmp_path / "data"):
        pass
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "prepare"]
    result = subprocess.run(
        command, check=False, cwd=ROOT, env=environment(tmp_path / "data"), capture_output=True
    )
    assert result.returncode == 0, result.stderr


def test_a_taken_port_is_said_at_once(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        environ = environment(tmp_path / "data", PORT=str(taken.getsockname()[1]))
        command = [sys.executable, str(ROOT / "start.py")]
        result = subprocess.run(command, check=False, env=environ, capture_output=True, text=True)
    assert result.returncode == 1
    assert "cannot be used" in result.stderr
    assert not (tmp_path / "data").exists()


def test_the_server_is_in_production_unless_told_otherwise_and_wants_a_key(tmp_path: Path) -> None:
    (tmp_path / "mode").write_text("tryout\n")
    result = gunicorn(environ=environment(tmp_path))
    assert result.returncode != 0
    assert "SECRET_KEY is missing" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_server_refuses_debug_and_one_click_sign_in(tmp_path: Path) -> None:
    environ = environment(tmp_path, SECRET_KEY=GOOD_KEY, DEBUG="1", ONE_CLICK_SIGN_IN="1")
    result = gunicorn(environ=environ)
    assert result.returncode != 0
    assert "DEBUG" in result.stderr
    assert "ONE_CLICK_SIGN_IN" in result.stderr


def test_the_server_asks_for_a_prepared_database(tmp_path: Path) -> None:
    result = gunicorn("--bind", "127.0.0.1:0", environ=environment(tmp_path, SECRET_KEY=GOOD_KEY))
    assert result.returncode != 0
    assert "flask --app wsgi prepare" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_try_out_does_not_serve_others_whatever_the_command_line_says(tmp_path: Path) -> None:
    everywhere = ".".join(["0"] * 4)
    result = gunicorn("--bind", f"{everywhere}:0", environ=environment(tmp_path / "data", MODE="tryout"))
    assert result.returncode != 0
    assert "127.0.0.1" in result.stderr
