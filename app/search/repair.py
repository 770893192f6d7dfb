"""An index that cannot be used is built again by itself: a small one at once, a large one by another process.

In the process of the site a large rebuild would make every reader wait.
"""

import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import cast

from flask import current_app

from app.search.engine import current_engine
from app.search.queries import published_count
from app.search.rebuild import rebuild
from app.web.settings import current_settings
from config import Settings

ROOT = Path(__file__).resolve().parents[2]
EXTENSION = "search_repairs"
SMALL = 100
SECONDS_BETWEEN_FAILURES = 30.0

log = logging.getLogger(__name__)


class Repairs:
    """What this process does about an unusable index; its threads ask at the same time."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._not_before = 0.0
        self._child: threading.Thread | None = None

    def may_begin(self) -> bool:
        """False while a process of ours is at it, and for a while after a failure."""
        at_work = self._child is not None and self._child.is_alive()
        return not at_work and time.monotonic() >= self._not_before

    def failed(self) -> None:
        """Do not try again at every request."""
        self._not_before = time.monotonic() + SECONDS_BETWEEN_FAILURES

    def follow(self, child: "subprocess.Popen[bytes]") -> threading.Thread:
        """Wait for the process in a thread, so that it is reaped and its failure is logged."""
        self._child = threading.Thread(target=self._wait, args=(child,), name="search-rebuild", daemon=True)
        self._child.start()
        return self._child

    def _wait(self, child: "subprocess.Popen[bytes]") -> None:
        _, said = child.communicate()
        if child.returncode:
            self.failed()
            log.error("the search index could not be rebuilt: %s", said.decode("utf-8", "replace")[-2000:])


def repair(*, small: int = SMALL) -> bool:
    """Do what can be done about an unusable index; True when it can be used again right now."""
    repairs = _repairs()
    identity = current_engine().identity()  # before waiting: by then another thread may have done the work
    with repairs.lock:
        if current_engine().identity() != identity:
            return True
        if not repairs.may_begin():
            return False
        if identity:
            log.warning("the search index %s cannot be used and is built again", identity)
        try:
            if published_count() > small:
                repairs.follow(start_rebuild(current_settings(), instead_of=identity))
                return False
            rebuild(current_engine(), instead_of=identity)
        except Exception:
            repairs.failed()
            log.exception("the search index could not be rebuilt")
            return False
        return current_engine().identity() != identity


def start_rebuild(settings: Settings, *, instead_of: str) -> "subprocess.Popen[bytes]":
    """Rebuild in a process of its own, with the settings of this one."""
    rebuilding = ("search", "rebuild", "--instead-of", instead_of)
    command = [sys.executable, "-m", "flask", "--app", "wsgi", *rebuilding]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment_of(settings),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def environment_of(settings: Settings) -> dict[str, str]:
    """The environment in which another process has the same data."""
    return {
        **os.environ,
        "MODE": settings.mode.value,
        "SECRET_KEY": settings.secret_key,
        "DATA_DIR": str(settings.data_dir),
        "DATABASE_URL": settings.database_url,
    }


def _repairs() -> Repairs:
    return cast(Repairs, current_app.extensions.setdefault(EXTENSION, Repairs()))
