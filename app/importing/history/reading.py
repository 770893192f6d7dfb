"""Reading a history that was opened: its commits, their changes, and the texts."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import IO

from app.importing.history.commits import FORMAT, Change, Commit, listed_files, read_changes, read_commits
from app.importing.history.git import Git, NoHistory
from app.importing.kinds import Trouble

_PAGES = tuple(f":(icase,glob)**/*{ending}" for ending in (".md", ".mdx", ".markdown"))


@dataclass
class History:
    """Everything up to one commit."""

    git: Git
    head: str
    questions: IO[bytes] = field(repr=False)
    answers: IO[bytes] = field(repr=False)

    def commits(self) -> list[Commit]:
        """Every commit, parents before children."""
        order = ("--topo-order", "--reverse", "--encoding=UTF-8", "--no-show-signature")
        return read_commits(self.git.run("log", "-z", f"--format={FORMAT}", *order, self.head, "--"))

    def changes(self, commits: list[Commit]) -> dict[str, list[Change]]:
        """What each commit did to pages since its first parent, by commit; renames are recognised."""
        asked = "".join(f"{' '.join((commit.id, *commit.parents[:1]))}\n" for commit in commits)
        how = ("--stdin", "-z", "-r", "--root", "--find-renames", "-l1000", "--no-ext-diff", "--")
        return read_changes(self.git.run("diff-tree", *how, *_PAGES, given=asked.encode()))

    @cached_property
    def files(self) -> dict[str, str]:
        """The blob of every file that is there at the end, by path."""
        return dict(listed_files(self.git.run("ls-tree", "-r", "-z", "--full-tree", self.head)))

    def blob(self, blob: str, limit: int) -> tuple[bytes, int]:
        """A file's bytes, at most `limit` and one of them, and its size."""
        self.questions.write(f"{blob}\n".encode())
        self.questions.flush()
        told = self.answers.readline().split()
        if len(told) != 3:
            raise NoHistory(Trouble.NOT_A_HISTORY)
        size = int(told[2])
        data = self.answers.read(min(size, limit + 1))
        rest = size - len(data)
        while rest > 0 and (passed := len(self.answers.read(min(rest, 1 << 20)))):
            rest -= passed
        self.answers.read(1)  # the line feed after it
        return data, size

    def read_other(self, path: str, limit: int) -> bytes | None:
        """The bytes of a picture, one more than `limit` at most; None when it is not there."""
        return self.blob(self.files[path], limit)[0] if path in self.files else None
