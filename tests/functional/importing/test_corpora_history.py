"""The histories of two real documentations: every version, and of every sentence the first that says it."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.core.db import db
from app.core.outbox import run_due
from app.importing.history.run import import_history
from app.importing.models import ImportItem, ImportSource
from app.importing.run import outside_the_guide
from app.pages.models import Page, Revision
from app.pages.provenance.models import SentenceProvenance
from app.pages.provenance.reading import traced_text
from app.pages.texts import current_text, texts_after
from app.text.tracing.sentences import trace
from tests.browsing import Visitor
from tests.imported_folder import WITHOUT_INDEX, row_counts

# The larger of the two only up to here: the whole takes long for a test.
COMMITS = {"nerds-docs": 1000, "kennisbank-docs": 25}
GIT = ("git", "-c", "advice.detachedHead=false")


def git(folder: Path, *arguments: str) -> list[str]:
    done = subprocess.run([*GIT, "-C", str(folder), *arguments], check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def guide(
    open_app: Callable[[], Flask], corpus_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Flask, list[Path]]]:
    """Both histories in one guide, and their repositories."""
    app, clones = open_app(), []
    for name, commits in COMMITS.items():
        clone = tmp_path_factory.mktemp("history") / name
        git(corpus_dir, "clone", "--quiet", "--bare", str(corpus_dir / f"{name}.bundle"), str(clone))
        chain = git(clone, "rev-list", "--first-parent", "--reverse", "HEAD")
        git(clone, "update-ref", "HEAD", chain[min(commits, len(chain)) - 1])
        clones.append(clone)
    with app.app_context():
        for clone in clones:
            import_history(clone, outside_the_guide(clone.name))
        while run_due(WITHOUT_INDEX):
            pass
    yield app, clones


def test_every_commit_that_touched_a_page_is_a_version_of_it(guide: tuple[Flask, list[Path]]) -> None:
    app, clones = guide
    with app.app_context():
        for clone in clones:
            for path in git(clone, "ls-tree", "-r", "--name-only", "HEAD", "--", "docs"):
                if path.endswith(".md"):
                    assert commits_of(clone.name, path) == touched(clone, path), path


def touched(clone: Path, path: str) -> list[str]:
    """What git itself tells of a file, oldest first, back to where it was copied from another one."""
    how = ("--first-parent", "--diff-merges=first-parent", "--follow", "--name-status", "--format=commit %H")
    found: list[str] = []
    for line in git(clone, "log", *how, "HEAD", "--", path):
        if line.startswith("C"):
            break
        found += [line.split()[1]] if line.startswith("commit ") else []
    return found[::-1]


def commits_of(source: str, path: str) -> list[str]:
    """The commits of a page, in the order of its versions; `path` is where its file is now."""
    page = select(ImportItem.page_id).join(ImportSource, ImportSource.id == ImportItem.source_id)
    page = page.where(ImportSource.name == source, ImportItem.path == path)
    page = page.order_by(ImportItem.id.desc()).limit(1)
    items = select(ImportItem.commit_id).join(Revision, Revision.id == ImportItem.revision_id)
    of_page = items.where(ImportItem.page_id == page.scalar_subquery())
    return list(db.session.scalars(of_page.order_by(Revision.number)))


def test_the_herkomst_of_each_sentence_is_the_first_version_that_says_it(
    guide: tuple[Flask, list[Path]],
) -> None:
    with guide[0].app_context():
        for page_id in db.session.scalars(select(Page.id)).all():
            first: dict[str, int] = {}
            for text in texts_after(page_id, 0):
                for sentence in (*trace(text.content.lead), *trace(text.content.body)):
                    first.setdefault(sentence.key, text.id)
            first.pop("", None)
            kept = select(SentenceProvenance.sentence_key, SentenceProvenance.revision_id)
            rows = db.session.execute(kept.where(SentenceProvenance.page_id == page_id))
            assert {row.sentence_key: row.revision_id for row in rows} == first


def test_every_sentence_on_a_page_has_a_herkomst(guide: tuple[Flask, list[Path]]) -> None:
    with guide[0].app_context():
        for page_id in db.session.scalars(select(Page.id).limit(30)).all():
            text = current_text(page_id)
            assert text
            traced = traced_text(text)
            said = "".join(sentence.text for sentence in (*traced.lead, *traced.body))
            assert not text.content.body.strip() or said
            assert "".join(part.text for part in traced.body)


def test_a_second_import_changes_no_row(guide: tuple[Flask, list[Path]]) -> None:
    app, clones = guide
    with app.app_context():
        before = row_counts()
        for clone in clones:
            import_history(clone, outside_the_guide(clone.name))
        assert row_counts() == before
        assert (db.session.scalar(select(func.count()).select_from(Revision)) or 0) > 300


def test_old_versions_and_their_differences_can_be_read(guide: tuple[Flask, list[Path]]) -> None:
    visitor = Visitor(guide[0])
    page = "/pagina/4-gebruik-open-standaarden"
    for address in (f"{page}/versies/3", f"{page}/vergelijk?van=3&tot=9", f"{page}/herkomst"):
        assert visitor.get(address).status_code == 200
