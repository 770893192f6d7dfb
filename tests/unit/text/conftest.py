"""Real texts, with every state they ever had."""

import subprocess
from pathlib import Path

import pytest


def _git(*arguments: str | Path, given: bytes = b"") -> bytes:
    return subprocess.run(["git", *arguments], input=given, capture_output=True, check=True).stdout  # noqa: S607


@pytest.fixture(scope="session")
def histories(corpus_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The git histories of the corpora."""
    folder = tmp_path_factory.mktemp("corpus")
    found = []
    for bundle in sorted(corpus_dir.glob("*.bundle")):
        _git("clone", "--quiet", "--bare", bundle, folder / bundle.stem)
        found.append(folder / bundle.stem)
    return found


@pytest.fixture(scope="session")
def every_revision(histories: list[Path]) -> list[str]:
    """Each text that any commit of the corpora ever held."""
    texts = []
    for history in histories:
        listed = _git(
            "-C", history, "log", "--all", "-m", "--raw", "--no-abbrev", "--no-renames", "--format="
        )
        rows = (line.split("\t") for line in listed.decode().splitlines())
        blobs = {row[0].split()[3] for row in rows if row[-1].endswith((".md", ".mdx"))}
        texts += [_git("-C", history, "cat-file", "-p", blob).decode() for blob in sorted(blobs - {"0" * 40})]
    return texts


@pytest.fixture(scope="session")
def present_texts(histories: list[Path]) -> list[str]:
    """The texts of the corpora as they are now."""
    texts = []
    for history in histories:
        names = _git("-C", history, "ls-tree", "-r", "-z", "--name-only", "HEAD").decode().split("\0")
        pages = [name for name in names if name.endswith((".md", ".mdx"))]
        texts += [_git("-C", history, "show", f"HEAD:{name}").decode() for name in pages]
    return texts
