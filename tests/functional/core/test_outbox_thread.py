"""The thread that does the follow-up work, when there is nothing to read it from."""

import threading
from collections.abc import Callable
from pathlib import Path

from flask import Flask

from app.outbox_thread import LONGEST_WAIT_SECONDS, start_outbox_thread


class TenRounds(threading.Event):
    """Does not wait, but notes for how long it should have; set after ten times."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    def wait(self, timeout: float | None = None) -> bool:
        """Note it, and go on."""
        self.waits.append(timeout or 0)
        if len(self.waits) == 10:
            self.set()
        return True


def test_a_database_that_stays_away_is_asked_less_and_less(
    other_app: Callable[..., Flask], tmp_path: Path
) -> None:
    stop = TenRounds()
    nowhere = other_app(database_url=f"sqlite:///{tmp_path}/without-tables.sqlite3")
    start_outbox_thread(nowhere, stop).join()
    assert stop.waits == sorted(stop.waits)
    assert stop.waits[0] < 1
    assert stop.waits[-1] == LONGEST_WAIT_SECONDS
