"""Opening what may be a history: a repository lends its objects and is otherwise not listened to."""

from pathlib import Path

import pytest

from app.importing.history.git import NoHistory
from app.importing.history.opening import open_history
from app.importing.kinds import Trouble
from tests.git_history import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "geschiedenis")
    made.commit("Begin", {"a.md": "# Een\n"})
    return made


def texts(source: Path) -> dict[str, bytes]:
    with open_history(source) as history:
        return {path: history.blob(blob, 100)[0] for path, blob in history.files.items()}


def test_a_bundle_a_folder_and_a_bare_or_second_worktree_give_the_same(
    repository: Repository, tmp_path: Path
) -> None:
    repository.git("worktree", "add", "--quiet", str(tmp_path / "tweede"))
    repository.git("pack-refs", "--all")
    repository.git("clone", "--quiet", "--bare", str(repository.folder), str(tmp_path / "kaal"))
    bundle = repository.bundle(tmp_path / "a.bundle")
    for source in (repository.folder, tmp_path / "tweede", tmp_path / "kaal", bundle):
        assert texts(source) == {"a.md": b"# Een\n"}, source


def test_a_file_is_read_up_to_the_limit(repository: Repository) -> None:
    with open_history(repository.folder) as history:
        blob = history.files["a.md"]
        assert history.blob(blob, 3) == (b"# Ee", 6)
        assert history.blob(blob, 6) == (b"# Een\n", 6)


@pytest.mark.parametrize(
    ("head", "trouble"),
    [
        ("ref: refs/heads/--upload-pack=x", Trouble.NO_HEAD),
        ("ref: refs/../../../etc/passwd", Trouble.NO_HEAD),
        ("--all", Trouble.NO_HEAD),
        ("0" * 40, Trouble.NOT_A_HISTORY),
    ],
)
def test_a_head_that_names_no_commit_is_told(repository: Repository, head: str, trouble: Trouble) -> None:
    (repository.folder / ".git" / "HEAD").write_text(head)
    with pytest.raises(NoHistory) as told:
        texts(repository.folder)
    assert told.value.trouble is trouble


@pytest.mark.parametrize("content", ["", "niets", "# v2 git bundle\n", "# v2 git bundle\n-x\n\nPACK"])
def test_what_is_no_bundle_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "geen.bundle").write_text(content)
    with pytest.raises(NoHistory):
        texts(tmp_path / "geen.bundle")
