"""Starting and stopping the servers that are measured, and weighing their memory."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.client import Connection, get

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_SECONDS = 30
GUIDE = ("--config", "gunicorn.conf.py")
# The same configuration for an application that has no database and no outbox.
FLOOR = (
    *("--config", "python:benchmarks.floor", "--workers", "2", "--threads", "4", "--worker-class", "gthread"),
    *("--preload", "--keep-alive", "5", "--log-level", "warning", "--no-control-socket"),
)


@contextmanager
def serving(target: str, environ: dict[str, str], options: tuple[str, ...]) -> Iterator["Server"]:
    """A gunicorn with 2 workers on a free port, gone when the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", *options, "--bind", f"127.0.0.1:{port}", target]
    settings = {**os.environ, **environ, "PORT": str(port), "WEB_CONCURRENCY": "2"}
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=settings, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        server = Server(process, port)
        server.wait_until_it_answers()
        server.start_seconds = time.perf_counter() - began
        yield server
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=PATIENCE_SECONDS)


class Server:
    """A server that runs."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.port = port
        self.start_seconds = 0.0

    def wait_until_it_answers(self) -> None:
        """Ask for the front page until there is an answer."""
        deadline = time.perf_counter() + PATIENCE_SECONDS
        while time.perf_counter() < deadline and self.process.poll() is None:
            try:
                connection = Connection(("127.0.0.1", self.port))
            except ConnectionRefusedError:
                time.sleep(0.01)
                continue
            request = get("/")
            connection.send(request)
            while connection.receive(request) is None:
                pass
            return
        raise RuntimeError("the server does not answer")

    def memory(self) -> float:
        """The proportional set size of the server with all its processes, in MB."""
        return sum(_proportional_kilobytes(pid) for pid in _family(self.process.pid)) / 1024


def _family(pid: int) -> list[int]:
    found = [pid]
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            found += _family(int(child))
    return found


def _proportional_kilobytes(pid: int) -> int:
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    return int(found[1]) if found else 0
