"""Git histories for tests, written commit by commit."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.imported_folder import write_files

NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PATH": os.environ["PATH"]}


@dataclass
class Repository:
    """A repository in a folder; each commit is a day after the one before it."""

    folder: Path
    day: int = 0

    def __post_init__(self) -> None:
        self.folder.mkdir(exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, author: str = "Noor Voorbeeld") -> str:
        """Run git as this author, and what it answers."""
        self.day += 1
        made_at = f"2024-01-{self.day:02} 12:00:00 +0000"
        facts = {"NAME": author, "EMAIL": "noor@voorbeeld.test", "DATE": made_at}
        people = {f"GIT_{who}_{what}": facts[what] for who in ("AUTHOR", "COMMITTER") for what in facts}
        done = subprocess.run(
            ["git", "-C", str(self.folder), *arguments],  # noqa: S607 - the git of whoever runs the tests
            env={**NOBODY, **people},
            capture_output=True,
            check=True,
        )
        return done.stdout.decode()

    def commit(self, message: str, files: Mapping[str, str | bytes] | None = None, **author: str) -> str:
        """Commit what is in the folder, with these files written first; the commit's id."""
        write_files(self.folder, dict(files or {}))
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message, **author)
        return self.git("rev-parse", "HEAD").strip()

    def bundle(self, to: Path) -> Path:
        """The whole history as one file."""
        self.git("bundle", "create", "--quiet", str(to), "HEAD", "--all")
        return to
