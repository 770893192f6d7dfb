"""Where the index lives: folders beside each other, a file that names the one in use, and the locks."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

# A new number makes every index in another shape unusable, so that it is built again.
FORMAT = "2"
POINTER = "in-use"
BUILDING = "building"
PREFIX = "index-"

State = tuple[int, ...]


class IndexFolder:
    """The folder with everything that search keeps."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._pointer = root / POINTER

    def in_use(self) -> Path:
        """The index to read and change; raises FileNotFoundError when there is none of this format."""
        words = self._pointer.read_text(encoding="ascii").split()
        if len(words) != 2 or words[0] != FORMAT or not words[1].startswith(PREFIX) or "/" in words[1]:
            raise FileNotFoundError(f"{self._pointer} names no index of format {FORMAT}")
        return self.root / words[1]

    def state(self, index: Path | None) -> State:
        """Numbers that differ after every change of the index, however it came about; costs two calls."""
        pointer = self._pointer.stat()
        state = (pointer.st_ino, pointer.st_mtime_ns)
        return (*state, index.stat().st_mtime_ns) if index else state

    def use(self, index: Path) -> None:
        """Have every process read this index, or read it again when it is in use already."""
        fresh = self.root / f".{POINTER}-{token_hex(8)}"
        fresh.write_text(f"{FORMAT} {index.name}\n", encoding="ascii")
        fresh.replace(self._pointer)

    def make(self) -> Path:
        """A new empty folder for an index."""
        index = self.root / f"{PREFIX}{token_hex(8)}"
        index.mkdir(parents=True)
        return index

    def clear(self) -> None:
        """Remove every index that is not in use; whoever still has one open keeps reading it."""
        used = None
        with suppress(OSError, ValueError):
            used = self.in_use()
        for index in self.root.glob(f"{PREFIX}*"):
            if index != used:
                shutil.rmtree(index, ignore_errors=True)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Wait until no other process or thread changes the index in use."""
        with self._locked("changing.lock", wait=True):
            yield

    @contextmanager
    def building(self) -> Iterator[bool]:
        """True when no other process builds a new index; then none will, until the block ends."""
        with self._locked("building.lock", wait=False) as alone:
            yield alone

    @contextmanager
    def _locked(self, name: str, *, wait: bool) -> Iterator[bool]:
        # The kernel frees the lock when the process ends, however it ends.
        self.root.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.root / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            yield False
            return
        try:
            yield True
        finally:
            os.close(handle)
