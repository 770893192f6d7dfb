"""Real texts, with every state they ever had."""

import subprocess
from pathlib import Path

import pytest


def _git(*arguments: str | Path, given: bytes = b"") -> bytes:
    return subprocess.run(["git", *arguments], input=given, capture_output=True, check=True).stdout  # noqa: S607 - the git of whoever runs the tests


@pytest.fixture(scope="session")
def histories(corpus_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The git histories of the corpora."""
    folder = tmp_path_factory.mktemp("corpus")
    found = []
    for bundle in sorted(corpus_dir.glob("*.bundle")):
        _git("clone", "--quiet", "--bare", bundle, folder / bundle.stem)
        found.append(folder / bundle.stem)
    return found


def _blobs(history: Path, names: list[str]) -> list[str]:
    """The texts that git keeps under these names, in one go."""
    answer, position, texts = (
        _git("-C", history, "cat-file", "--batch", given="\n".join(names).encode()),
        0,
        [],
    )
    while position < len(answer):
        body = answer.index(b"\n", position) + 1
        size = int(answer[position:body].split()[2])
        texts.append(answer[body : body + size].decode())
        position = body + size + 1
    return texts


@pytest.fixture(scope="session")
def every_revision(histories: list[Path]) -> list[str]:
    """Each text that any commit of the corpora ever held."""
    texts = []
    for history in histories:
        listed = _git(
            "-C", history, "log", "--all", "-m", "--raw", "--no-abbrev", "--no-renames", "--format="
        )
        rows = (line.split("\t") for line in listed.decode().splitlines())
        names = {row[0].split()[3] for row in rows if row[-1].endswith((".md", ".mdx"))}
        texts += _blobs(history, sorted(names - {"0" * 40}))
    return texts


@pytest.fixture(scope="session")
def present_texts(histories: list[Path]) -> list[str]:
    """The texts of the corpora as they are now."""
    texts = []
    for history in histories:
        names = _git("-C", history, "ls-tree", "-r", "-z", "--name-only", "HEAD").decode().split("\0")
        texts += _blobs(history, [f"HEAD:{name}" for name in names if name.endswith((".md", ".mdx"))])
    return texts
