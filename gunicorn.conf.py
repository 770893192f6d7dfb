"""How gunicorn serves the guide, as a try-out and in production: `gunicorn wsgi:app` finds this file."""

import ctypes
import gc
import importlib
import logging
import os
import sys
from pathlib import Path
from typing import Any

# The settings are beside this file, wherever gunicorn was started.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from config import LOOPBACK, ConfigurationError, Settings

try:
    SETTINGS = Settings.from_environment(os.environ)
except ConfigurationError as error:
    # Without this, each worker would show a traceback before the server gives up.
    sys.exit(str(error))

# gunicorn has loggers of its own; this is for ours.
logging.basicConfig(
    level=SETTINGS.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s"
)

bind = f"{SETTINGS.host}:{SETTINGS.port}"
workers = SETTINGS.web_concurrency
worker_class = "gthread"
threads = SETTINGS.threads
loglevel = SETTINGS.log_level
# The program is loaded once and shared by the workers: less memory, and the first answer comes sooner.
preload_app = True
timeout = 30
graceful_timeout = 20
keepalive = 5
# No files outside DATA_DIR: no control socket, and the workers' sign of life in memory where there is one.
control_socket_disable = True
MEMORY = "/dev/shm"  # noqa: S108 - gunicorn removes the file's name at once
worker_tmp_dir = MEMORY if os.access(MEMORY, os.W_OK) else None

# glibc would give each thread a heap of its own, which only costs memory: Python runs one thread at a time.
# The workers inherit it; another C library has no such setting.
M_ARENA_MAX = -8  # from malloc.h
if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "mallopt"):
    libc.mallopt(M_ARENA_MAX, 1)


def when_ready(server: Any) -> None:
    """Refuse what would fail at the first visitor; then load once what all workers use."""
    hosts = {listener.getsockname()[0] for listener in server.LISTENERS}
    if SETTINGS.tryout and not hosts <= set(LOOPBACK):
        sys.exit("A try-out may only listen on 127.0.0.1.")  # whatever `--bind` said
    check_database(server.app.wsgi())
    importlib.import_module("app.outbox_thread")
    gc.collect()
    gc.freeze()


def check_database(app: Any) -> None:
    """A database without its tables is said once, with what to do, instead of at every page."""
    from app.core.db import db  # only here: see post_fork
    from app.migrating import schema_is_current

    with app.app_context():
        current = schema_is_current()
        db.engine.dispose()
    if not current:
        sys.exit("The database cannot be read or is not up to date. Run: .venv/bin/flask --app wsgi prepare")


def post_fork(server: Any, worker: Any) -> None:
    """Connections may not be shared with the parent process: each worker opens its own."""
    from app.core.db import db  # only here: this file is read before the program is loaded

    app = worker.app.wsgi()
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose(close=False)


def post_worker_init(worker: Any) -> None:
    """Start the worker's share of the follow-up work, and say once where the try-out is."""
    from app.outbox_thread import start_outbox_thread  # only here: see post_fork

    start_outbox_thread(worker.app.wsgi())
    if SETTINGS.tryout and worker.age == 1:
        host, port = worker.sockets[0].getsockname()[:2]
        print(f"Open http://{host}:{port}/ in a browser; Ctrl-C stops it.", flush=True)
