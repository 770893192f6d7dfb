"""Following each page through a history, along the first parents: what changed it, and who did."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.importing.history.commits import Change, Commit

Changes = Mapping[str, Sequence[Change]]


@dataclass(frozen=True, slots=True)
class Step:
    """A commit that gave a page a text; `authors` are those of what it merged, if it did."""

    commit: Commit
    path: str
    blob: str
    authors: tuple[str, ...]


@dataclass(slots=True)
class Trail:
    """One page through time, whatever its file was called; `deleted` is the commit that took it away."""

    steps: list[Step] = field(default_factory=list)
    deleted: Commit | None = None

    @property
    def path(self) -> str:
        """Where its file is now, or was at last."""
        return self.steps[-1].path

    @property
    def paths(self) -> list[str]:
        """Every place where its file was, the last one last."""
        return list(dict.fromkeys(step.path for step in self.steps))


def follow(commits: Sequence[Commit], changes: Changes, head: str) -> list[Trail]:
    """The trails of all pages, in the order in which they began.

    A page that comes back at the place where it was taken away goes on where it stopped.
    """
    trails: list[Trail] = []
    here: dict[str, Trail] = {}
    for commit, merged in _along_first_parents(commits, head):
        done = changes.get(commit.id, ())
        left = {change.old_path: here.get(change.old_path) for change in done if change.old_path}
        for change in done:
            if change.old_path not in ("", change.path):
                here.pop(change.old_path, None)  # another page may come to stand there
        for change in done:
            trail = left.get(change.old_path) or here.get(change.path)
            if trail is None:
                trail = Trail()
                trails.append(trail)
            if not change.blob:
                trail.deleted = commit
                continue
            here[change.path] = trail
            trail.deleted = None
            authors = _authors(change, merged, changes) or (commit.author,)
            trail.steps.append(Step(commit, change.path, change.blob, authors))
    return [trail for trail in trails if trail.steps]


def _along_first_parents(commits: Sequence[Commit], head: str) -> Iterator[tuple[Commit, list[Commit]]]:
    """Each commit from the first on, with what it merged: the commits that came in with it, in order."""
    by_id = {commit.id: commit for commit in commits}
    chain = []
    at: Commit | None = by_id.get(head)
    while at:
        chain.append(at)
        at = by_id.get(at.parents[0]) if at.parents else None
    seen: set[str] = set()
    place = {commit.id: number for number, commit in enumerate(commits)}
    for commit in reversed(chain):
        new = _not_seen(commit.parents[1:], by_id, seen)
        seen.add(commit.id)
        yield commit, sorted(new, key=lambda one: place[one.id])


def _not_seen(begin: Sequence[str], by_id: Mapping[str, Commit], seen: set[str]) -> list[Commit]:
    """What can be reached and was not before; it counts as seen from now on."""
    found: list[Commit] = []
    waiting = list(begin)
    while waiting:
        commit = by_id.get(waiting.pop())
        if commit and commit.id not in seen:
            seen.add(commit.id)
            found.append(commit)
            waiting += commit.parents
    return found


def _authors(change: Change, merged: Sequence[Commit], changes: Changes) -> tuple[str, ...]:
    """Who changed the page in what was merged, followed back through renames there."""
    names = {change.path, change.old_path}
    found: list[str] = []
    for commit in reversed(merged):
        if len(commit.parents) > 1:
            continue  # what a merge brings along was written by others
        for theirs in changes.get(commit.id, ()):
            if theirs.path in names:
                names.add(theirs.old_path)
                found.append(commit.author)
    return tuple(dict.fromkeys(reversed(found)))
