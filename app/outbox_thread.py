"""The thread of each web worker that does what must follow a change.

Started by `gunicorn.conf.py` after a worker has begun, never by `wsgi.py`: every command imports that.
"""

import logging
import threading

from flask import Flask

from app.core.outbox import run_due
from app.subscribers import HANDLERS

IDLE_SECONDS = 0.1
LONGEST_WAIT_SECONDS = 30.0

log = logging.getLogger(__name__)


def start_outbox_thread(app: Flask, stop: threading.Event | None = None) -> threading.Thread:
    """Start the thread; it ends when `stop` is set, or with its process."""
    thread = threading.Thread(target=_work, args=(app, stop or threading.Event()), name="outbox", daemon=True)
    thread.start()
    return thread


def _work(app: Flask, stop: threading.Event) -> None:
    wait = IDLE_SECONDS
    while not stop.is_set():
        done = _one_round(app)
        # A database that stays away would otherwise fill the log, and with it the disk.
        wait = min(wait * 2, LONGEST_WAIT_SECONDS) if done is None else IDLE_SECONDS
        if not done:
            stop.wait(wait)


def _one_round(app: Flask) -> int | None:
    """How much was done. A failing database must not end the thread: it is logged, and the answer is None."""
    with app.app_context():
        try:
            return run_due(HANDLERS)
        except Exception:
            log.exception("the outbox could not be read")
            return None
