"""The try-out as one process: load the program once, bring the data up to date, then become the server.

A fork prepares: it has the program without loading it again, and takes what it opened along when it ends.
"""

import fcntl
import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import IO, NoReturn

from flask import Flask
from gunicorn.app.wsgiapp import WSGIApplication

from app.web.settings import EXTENSION


def main(gunicorn_options: list[str]) -> None:
    """Prepare and serve, with these options for gunicorn; `gunicorn.conf.py` has the others."""
    signal.signal(signal.SIGTERM, _stop)  # gunicorn puts its own in place when it starts
    from wsgi import app  # only here: importing it reads the settings and makes the application

    try:
        with _alone(app.extensions[EXTENSION].data_dir):
            prepare_apart(app)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.argv = ["gunicorn", *gunicorn_options, "wsgi:app"]
    WSGIApplication("%(prog)s [OPTIONS] [APP_MODULE]").run()


def prepare_apart(app: Flask) -> None:
    """Prepare the data in a fork; silent when it goes well, everything that was said when it does not."""
    with tempfile.TemporaryFile() as said:
        child = multiprocessing.get_context("fork").Process(target=_prepare, args=(app, said), daemon=True)
        child.start()
        child.join()
        if child.exitcode:
            said.seek(0)
            sys.stderr.write(said.read().decode("utf-8", "replace"))
            sys.exit("Stopped: the data could not be prepared.")


def _prepare(app: Flask, said: IO[bytes]) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(said.fileno(), stream.fileno())
    from app.preparation import prepare_everything  # only here: the server needs nothing of it

    with app.app_context():
        prepare_everything()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two starts on one data folder prepare it one after the other."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _stop(signal_number: int, _frame: FrameType | None) -> NoReturn:
    # An exception, so that the fork is ended before we leave.
    sys.exit(128 + signal_number)


if __name__ == "__main__":
    main(sys.argv[1:])
