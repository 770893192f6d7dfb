"""Commits and what they changed, as git writes them down."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath

from app.core.clock import now
from app.importing.folder import MARKDOWN
from app.importing.front_matter import plain_words

FORMAT = "%H%x00%P%x00%an%x00%at%x00%ct%x00%B"
NAME_LIMIT = 100
_FIELDS = 6
_REGULAR = frozenset({"100644", "100755"})
_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit; `author` is empty when it names nobody, `parents` are ids."""

    id: str
    parents: tuple[str, ...]
    author: str
    authored_at: datetime
    committed_at: datetime
    message: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit did to one page since its first parent.

    `blob` is the new text, empty when the file went away; `old_path` is where the file was, empty when it is
    new.
    """

    path: str
    old_path: str
    blob: str


def read_commits(listed: bytes) -> list[Commit]:
    """The commits that `git log -z` with `FORMAT` lists."""
    fields = [field.decode("utf-8", "replace") for field in listed.split(b"\0")]
    return [
        Commit(
            id=commit,
            parents=tuple(parents.split()),
            author=plain_words(author)[:NAME_LIMIT].strip(),
            authored_at=_moment(authored),
            committed_at=_moment(committed),
            message=message.strip(),
        )
        for commit, parents, author, authored, committed, message in (
            fields[start : start + _FIELDS] for start in range(0, len(fields) - _FIELDS + 1, _FIELDS)
        )
    ]


def read_changes(listed: bytes) -> dict[str, list[Change]]:
    """The changes of pages that `git diff-tree --stdin -z -r -M` lists, by commit."""
    changes: dict[str, list[Change]] = defaultdict(list)
    commit = ""
    tokens = iter(listed.split(b"\0"))
    for token in tokens:
        if not token.startswith(b":"):
            commit = token.decode("ascii", "replace")
            continue
        _, mode, _, blob, status = token.decode("ascii", "replace").split()
        old = new = next(tokens)
        if status[0] in "RC":
            new = next(tokens)
        if change := _change((_path(old), _path(new)), mode, status, blob):
            changes[commit].append(change)
    return dict(changes)


def _change(paths: tuple[str, str], mode: str, status: str, blob: str) -> Change | None:
    """None for what is no page before nor after."""
    old, new = paths
    was = status[0] not in "AC" and is_page(old)
    if status[0] != "D" and mode in _REGULAR and is_page(new):
        return Change(new, old if was else "", blob)
    return Change(old, old, "") if was else None


def is_page(path: str) -> bool:
    """Whether a file is Markdown, and not in a hidden place."""
    place = PurePosixPath(path)
    return place.suffix.lower() in MARKDOWN and not any(part.startswith(".") for part in place.parts)


def _path(name: bytes) -> str:
    """A name that is no UTF-8 is written so that it can be shown and kept."""
    return name.decode("utf-8", "backslashreplace")


def _moment(seconds: str) -> datetime:
    """When a commit says it was made; never in the future, never before there were such clocks."""
    try:
        moment = datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return _EARLIEST
    return min(max(moment, _EARLIEST), now())


def listed_files(listed: bytes) -> Iterator[tuple[str, str]]:
    """The path and the blob of every plain file that `git ls-tree -r -z` lists."""
    for line in filter(None, listed.split(b"\0")):
        facts, _, name = line.partition(b"\t")
        mode, _, blob = facts.decode("ascii", "replace").split()
        if mode in _REGULAR:
            yield _path(name), blob
