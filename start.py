"""Make the environment, prepare the data and serve a try-out of the guide; with --dev, the environment alone.

Needs nothing but Python's standard library: everything else comes from the locked requirements, by hash.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this file is the one place that an older Python may reach
    sys.exit("This needs Python 3.11 or newer. Name one with: make run PYTHON=python3.12")

import fcntl
import hashlib
import importlib.util
import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from config import MODE_FILE, ROOT, Mode, data_folder

ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
RUN_LOCK = "requirements.lock"
DEVELOPMENT_LOCK = "requirements-dev.lock"
LOOPBACK = "127.0.0.1"
FIRST_PORT = 8000
PORTS_TO_TRY = 100


def main(arguments: list[str]) -> None:
    """Do what the Makefile asks: serve (no argument), or make the environment for development (`--dev`)."""
    signal.signal(signal.SIGTERM, _stop)
    if arguments not in ([], ["--dev"]):
        sys.exit("Usage: start.py [--dev]")
    try:
        if arguments:
            make_environment(DEVELOPMENT_LOCK)
        else:
            run()
    except KeyboardInterrupt:
        sys.exit(130)


def run() -> NoReturn:
    """Serve the try-out; the process becomes the server, so that stopping it stops everything."""
    wanted = os.environ.get("PORT", "").strip()
    listen(wanted).close()  # a taken port is said now, not after a minute of installing
    make_environment(RUN_LOCK)
    data_dir = data_folder(os.environ)
    settings = {**os.environ, "MODE": Mode.TRYOUT, "DATA_DIR": str(data_dir), "HOST": LOOPBACK}
    data_dir.mkdir(parents=True, exist_ok=True)
    # Commands on this folder read the mode here: `flask --app wsgi …` then works without more settings.
    (data_dir / MODE_FILE).write_text(f"{Mode.TRYOUT}\n", encoding="utf-8")
    listener = listen(wanted)
    settings["PORT"] = str(listener.getsockname()[1])
    listener.set_inheritable(True)
    os.chdir(ROOT)
    command = [str(PYTHON), "-m", "app.tryout", "--bind", f"fd://{listener.fileno()}"]
    os.execve(command[0], command, settings)  # noqa: S606 - no shell is what we want


def listen(wanted: str) -> socket.socket:
    """A listening socket on the wanted port, or else the first free one; held, so that nobody takes it."""
    if wanted and not (wanted.isascii() and wanted.isdigit() and 0 < int(wanted) < 65536):
        sys.exit(f"PORT must be a number from 1 to 65535; it is {wanted!r}.")
    for port in [int(wanted)] if wanted else range(FIRST_PORT, FIRST_PORT + PORTS_TO_TRY):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((LOOPBACK, port))
            listener.listen(128)
        except OSError as error:
            listener.close()
            if wanted:
                sys.exit(f"Port {wanted} cannot be used ({error.strerror}). Try another: make run PORT=8123")
        else:
            return listener
    sys.exit(
        f"No free port from {FIRST_PORT} to {FIRST_PORT + PORTS_TO_TRY - 1}. Name one: make run PORT=9000"
    )


def make_environment(lock_name: str) -> None:
    """Install exactly what the lock file names into .venv, unless that was done already."""
    lock = ROOT / lock_name
    stamp = ENVIRONMENT / f"{lock_name}.installed"
    with locked(ROOT):
        if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == fingerprint(lock):
            return
        if sys.stderr.isatty():
            print("Installing what the program needs; this happens once …", file=sys.stderr)
        pip = make_virtual_environment()
        exactly = ["--quiet", "--require-hashes", "--only-binary", ":all:"]
        step([*pip, "install", *exactly, "--requirement", str(lock)], pip_settings())
        stamp.write_text(fingerprint(lock), encoding="utf-8")
        if lock_name == DEVELOPMENT_LOCK:
            # It holds everything that running needs, in the same versions.
            (ENVIRONMENT / f"{RUN_LOCK}.installed").write_text(fingerprint(ROOT / RUN_LOCK), encoding="utf-8")


def make_virtual_environment() -> list[str]:
    """Make .venv when there is none (or a broken one); gives the pip command that installs into it."""
    has_pip = importlib.util.find_spec("pip") is not None
    if importlib.util.find_spec("ensurepip") is None and not has_pip:
        sys.exit(
            "This Python has neither ensurepip nor pip. On Debian or Ubuntu: apt-get install python3-venv"
        )
    if not PYTHON.exists():
        # Debian's Python comes without ensurepip; the pip outside can then install into the environment.
        bare = ["--without-pip"] if has_pip else []
        step([sys.executable, "-m", "venv", "--clear", *bare, str(ENVIRONMENT)], dict(os.environ))
    if has_pip:
        return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    return [str(PYTHON), "-m", "pip"]


def pip_settings() -> dict[str, str]:
    """The caller's own package settings, without those that would keep pip from our environment."""
    ours = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    refused = {"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "PYTHONPATH", "PYTHONHOME"}
    return {name: value for name, value in os.environ.items() if name not in refused} | ours


def fingerprint(lock: Path) -> str:
    """What the environment was made from: these requirements, for this Python."""
    return (
        f"{sys.version_info.major}.{sys.version_info.minor} {hashlib.sha256(lock.read_bytes()).hexdigest()}\n"
    )


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep a second `make` from doing the same work in the same folder at the same time."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def step(command: list[str], environ: dict[str, str]) -> None:
    """Run one preparation; silent when it goes well, everything it said when it does not."""
    result = subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if result.returncode:
        sys.stderr.buffer.write(result.stdout)
        sys.stderr.flush()
        sys.exit(f"Stopped: {' '.join(command)} ended with {result.returncode}.")


def _stop(signal_number: int, _frame: FrameType | None) -> NoReturn:
    # An exception, so that subprocess.run ends its child before we leave.
    sys.exit(128 + signal_number)


if __name__ == "__main__":
    main(sys.argv[1:])
