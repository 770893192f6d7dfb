"""Running git on a history from outside: nothing in it is run, obeyed, or fetched from elsewhere.

Its objects are looked at from a repository of our own, so no setting, hook or name of a branch in it counts.
Every argument is a word of ours, a commit's id, or an absolute path.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from app.importing.kinds import Trouble

SECONDS = 300.0
# Files above this are never held in git's memory as a whole; no text or picture that we keep is as large.
_BOUNDED = ("-c", "core.bigFileThreshold=8m")


class NoHistory(Exception):
    """What was given cannot be read as a history."""

    def __init__(self, trouble: Trouble, fact: str = "") -> None:
        super().__init__(trouble, fact)
        self.trouble = trouble
        self.fact = fact


class Git:
    """Runs git in one bare repository, which it makes."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("git")
        if program is None:
            raise NoHistory(Trouble.NO_GIT)
        self._program = program
        self.folder = folder
        self._run(["init", "--bare", "--quiet", "--template=", str(folder)])

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git answers. Raises NoHistory when it fails or takes too long."""
        return self._run([*_BOUNDED, f"--git-dir={self.folder}", *arguments], given)

    @contextmanager
    def asking(self, *arguments: str) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
        """A git that answers as long as it is asked: where to write, and where to read."""
        process = subprocess.Popen(
            [self._program, *_BOUNDED, f"--git-dir={self.folder}", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        with process:
            try:
                yield cast(IO[bytes], process.stdin), cast(IO[bytes], process.stdout)
            finally:
                process.kill()

    def _run(self, arguments: list[str], given: bytes = b"") -> bytes:
        try:
            done = subprocess.run(
                [self._program, *arguments],
                input=given,
                capture_output=True,
                check=True,
                timeout=SECONDS,
                env=_environment(),
            )
        except subprocess.CalledProcessError as error:
            raise NoHistory(Trouble.NOT_A_HISTORY) from error
        except subprocess.TimeoutExpired as error:
            raise NoHistory(Trouble.TOO_SLOW) from error
        return done.stdout


def _environment() -> dict[str, str]:
    """Nothing of the machine's or the caller's git, and no way to reach anything outside."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LC_ALL": "C",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_ALLOW_PROTOCOL": "",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_TERMINAL_PROMPT": "0",
    }
