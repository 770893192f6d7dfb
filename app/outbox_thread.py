"""The thread of each web worker that does what must follow a change.

Started by `gunicorn.conf.py` after a worker has begun, never by `wsgi.py`: every command imports that.
"""

import logging
import threading

from flask import Flask

from app.core.outbox import run_due
from app.subscribers import HANDLERS

IDLE_SECONDS = 0.1

log = logging.getLogger(__name__)


def start_outbox_thread(app: Flask, stop: threading.Event | None = None) -> threading.Thread:
    """Start the thread; it ends when `stop` is set, or with its process."""
    thread = threading.Thread(target=_work, args=(app, stop or threading.Event()), name="outbox", daemon=True)
    thread.start()
    return thread


def _work(app: Flask, stop: threading.Event) -> None:
    while not stop.is_set():
        if not _one_round(app):
            stop.wait(IDLE_SECONDS)


def _one_round(app: Flask) -> int:
    """A failing database must not end the thread: log it and go on with the next round."""
    with app.app_context():
        try:
            return run_due(HANDLERS)
        except Exception:
            log.exception("the outbox could not be read")
            return 0
