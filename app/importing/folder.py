"""Reading a folder of Markdown without ever leaving it."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.importing.kinds import Refusal

TEXT_LIMIT = 1024 * 1024
MARKDOWN = (".md", ".mdx", ".markdown")
_READ_WHOLE = (*MARKDOWN, ".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One Markdown file: its place below the folder, its text, and the hash of its bytes."""

    path: str
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that cannot be imported; `fact` helps to find out why."""

    path: str
    refusal: Refusal
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """What was read: the files in order of their path, and those that were refused."""

    root: Path
    files: tuple[SourceFile, ...] = ()
    refused: tuple[RefusedFile, ...] = ()
    names: frozenset[str] = field(default_factory=frozenset)

    def read_other(self, path: str, limit: int) -> bytes | None:
        """The bytes of a file that is no text, one more than `limit` at most; None when it is not there."""
        if path not in self.names:
            return None
        try:
            with (self.root / path).open("rb") as opened:
                return opened.read(limit + 1)
        except OSError:
            return None


def read_folder(folder: Path) -> Folder:
    """Read every Markdown file in a folder and the folders in it; hidden ones are passed over."""
    root = folder.resolve()
    files: list[SourceFile] = []
    refused: list[RefusedFile] = []
    names: set[str] = set()
    for path, entry in _walk(root):
        if not _stays_inside(entry, root):
            refused.append(RefusedFile(path, Refusal.LEAVES_FOLDER))
        elif entry.suffix.lower() not in MARKDOWN:
            names.add(path)
        elif isinstance(read := _read(path, entry), SourceFile):
            files.append(read)
        else:
            refused.append(read)
    return Folder(root, tuple(files), tuple(refused), frozenset(names))


def folder_state(folder: Path) -> str:
    """A hash that changes with any text in the folder, and with the name or size of any other file."""
    root = folder.resolve()
    state = hashlib.sha256()
    for path, entry in _walk(root):
        if not _stays_inside(entry, root):
            continue
        size = entry.stat().st_size
        state.update(f"{path}\0{size}\0".encode())
        if entry.suffix.lower() in _READ_WHOLE and size <= TEXT_LIMIT:
            state.update(entry.read_bytes())
    return state.hexdigest()


def _walk(root: Path) -> Iterator[tuple[str, Path]]:
    """Every file, by path. A link to a folder is not followed: its files are read where they are."""
    waiting, found = [root], []
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue  # a folder that may not be read holds nothing for us
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif path.is_file() or (entry.is_symlink() and not _stays_inside(path, root)):
                found.append((_name(path, root), path))
    yield from sorted(found)


def _name(path: Path, root: Path) -> str:
    """The place below the folder; a name that is no UTF-8 is written so that it can be shown and kept."""
    relative = path.relative_to(root).as_posix()
    return os.fsencode(relative).decode("utf-8", "backslashreplace")


def _stays_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _read(path: str, file: Path) -> SourceFile | RefusedFile:
    try:
        with file.open("rb") as opened:
            data = opened.read(TEXT_LIMIT + 1)
            size = os.fstat(opened.fileno()).st_size
    except OSError:
        return RefusedFile(path, Refusal.UNREADABLE)
    return decoded(path, data, size)


def decoded(path: str, data: bytes, size: int) -> SourceFile | RefusedFile:
    """A file's text; `data` may be cut off behind the limit, `size` is how many bytes there are."""
    if len(data) > TEXT_LIMIT:
        return RefusedFile(path, Refusal.TOO_LARGE, f"{size / TEXT_LIMIT:.1f}".replace(".", ","))
    if b"\0" in data:
        return RefusedFile(path, Refusal.HOLDS_NUL)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return RefusedFile(path, Refusal.NOT_UTF8, str(data.count(b"\n", 0, error.start) + 1))
    return SourceFile(path, text, hashlib.sha256(data).hexdigest())
