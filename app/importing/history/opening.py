"""Opening a git history: a bundle, or a folder with a repository in it."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.importing.history.git import Git, NoHistory
from app.importing.history.reading import History
from app.importing.kinds import Trouble

LARGEST_BUNDLE = 1024**3
MOST_COMMITS = 20_000
_BUNDLE = re.compile(rb"# v[23] git bundle\n")
_ID = re.compile(r"[0-9a-f]{40}")
_REF = re.compile(r"ref: (refs/\S+)\s*")
_HEADS = ("HEAD", "refs/heads/main", "refs/heads/master")


@contextmanager
def open_history(source: Path) -> Iterator[History]:
    """The history up to the head of a bundle or a repository; its own files are only read.

    Raises NoHistory when there is none, or when it is too large.
    """
    with tempfile.TemporaryDirectory(prefix="history-") as folder:
        git = Git(Path(folder) / "repository")
        head = _from_folder(git, source) if source.is_dir() else _from_bundle(git, source)
        count = int(git.run("rev-list", "--count", f"--max-count={MOST_COMMITS + 1}", head, "--"))
        if count > MOST_COMMITS:
            raise NoHistory(Trouble.TOO_MANY_COMMITS, str(MOST_COMMITS))
        with git.asking("cat-file", "--batch") as (questions, answers):
            yield History(git, head, questions, answers)


def _from_bundle(git: Git, bundle: Path) -> str:
    try:
        with bundle.open("rb") as opened:
            begin = opened.read(32)
        size = bundle.stat().st_size
    except OSError as error:
        raise NoHistory(Trouble.NOT_A_HISTORY) from error
    if not _BUNDLE.match(begin):
        raise NoHistory(Trouble.NOT_A_HISTORY)
    if size > LARGEST_BUNDLE:
        raise NoHistory(Trouble.TOO_LARGE)
    listed = git.run("bundle", "unbundle", str(bundle.resolve())).decode("utf-8", "replace").splitlines()
    heads = {name: commit for commit, _, name in (line.partition(" ") for line in listed)}
    named = [heads[name] for name in _HEADS if name in heads]
    only = list(set(heads.values())) if len(set(heads.values())) == 1 else []
    return _commit(next(iter([*named, *only]), ""))


def _from_folder(git: Git, folder: Path) -> str:
    """The repository lends its objects; what it says of itself is not read, but for where its head is."""
    place = _repository(folder.resolve())
    common = place
    if (place / "commondir").is_file():
        common = (place / _line(place / "commondir")).resolve()
    objects = common / "objects"
    if not objects.is_dir() or "\n" in str(objects):
        raise NoHistory(Trouble.NOT_A_HISTORY)
    (git.folder / "objects" / "info").mkdir(exist_ok=True)
    (git.folder / "objects" / "info" / "alternates").write_text(f"{objects}\n", encoding="utf-8")
    if (common / "shallow").is_file():
        shutil.copyfile(common / "shallow", git.folder / "shallow")
    return _commit(_head(place, common))


def _repository(folder: Path) -> Path:
    """Where the repository itself is: the folder, its `.git`, or the place that a `.git` file names."""
    inside = folder / ".git"
    if inside.is_file():
        return (folder / _line(inside).removeprefix("gitdir: ")).resolve()
    return inside if inside.is_dir() else folder


def _head(place: Path, common: Path) -> str:
    """The commit that the head of a repository stands on."""
    head = _line(place / "HEAD")
    ref = _REF.fullmatch(head)
    if ref is None:
        return head
    if ".." in ref[1]:
        return ""
    if (common / ref[1]).is_file():
        return _line(common / ref[1])
    packed = common / "packed-refs"
    lines = packed.read_text(encoding="utf-8", errors="replace").splitlines() if packed.is_file() else []
    return next((line.split()[0] for line in lines if line.endswith(f" {ref[1]}")), "")


def _line(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError as error:
        raise NoHistory(Trouble.NOT_A_HISTORY) from error


def _commit(name: str) -> str:
    """Only an id is ever handed to git."""
    if not _ID.fullmatch(name):
        raise NoHistory(Trouble.NO_HEAD)
    return name
