"""The guide that comes with the program: whole, of a readable length, and every link leads somewhere."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from flask import Flask
from sqlalchemy import func, select

from app.core.db import db
from app.core.outbox import run_due
from app.importing.documents import read_document
from app.importing.folder import SourceFile, folder_state, read_folder
from app.importing.front_matter import split_front_matter
from app.importing.queries import state_of_source
from app.importing.seed import SOURCE, load_guide
from app.pages.kinds import RevisionOrigin
from app.pages.models import Chapter, Page, PageLink, PageSlug, Rendering, Revision, RevisionTopic
from app.preparation import CONTENT
from app.topics.models import Topic, TopicSynonym
from tests.builders import BuiltPage, revise_page
from tests.imported_folder import WITHOUT_INDEX, row_counts, write_files

FILES = read_folder(CONTENT).files
REQUIRED = {"title", "slug", "chapter", "order", "themes", "lead"}
each_page = pytest.mark.parametrize("file", FILES, ids=[file.path for file in FILES])
each_theme = pytest.mark.parametrize(
    "file", [file for file in FILES if file.path.startswith("themas/")], ids=lambda file: file.path
)


def words(body: str) -> list[str]:
    """The words a reader sees, without the signs of Markdown."""
    shown = re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]", r"\1", body)
    return re.findall(r"\w[\w'’-]*", shown)


def load(content: Path = CONTENT) -> None:
    load_guide(content)
    while run_due(WITHOUT_INDEX):
        pass


def test_there_are_enough_pages() -> None:
    assert len(FILES) >= 22


@each_page
def test_a_page_has_its_front_matter_and_a_readable_length(file: SourceFile) -> None:
    front = split_front_matter(file.text)
    assert front.values.keys() >= REQUIRED
    assert all(front.words(name) for name in ("title", "slug", "chapter", "order", "lead"))
    assert 250 <= len(words(front.body)) <= 700


@each_page
def test_a_page_of_ours_is_taken_over_to_the_letter(file: SourceFile) -> None:
    document = read_document(file)
    assert document.findings == ()
    assert document.body == split_front_matter(file.text).body


@each_theme
def test_a_theme_page_defines_shows_asks_and_leads_on(file: SourceFile) -> None:
    body = split_front_matter(file.text).body
    definition, *examples = body.split("!!! voorbeeld")
    assert Path(file.path).stem == split_front_matter(file.text).words("slug")
    assert len(words(definition)) >= 60
    assert len(examples) >= 2
    assert len(re.findall(r"^(?:[-*]|\d+\.) .*\?$", body, re.MULTILINE)) >= 3
    assert body.rpartition("\n## ")[2].count("[[") >= 2


@pytest.fixture(scope="module")
def loaded(open_app: Callable[[], Flask]) -> Flask:
    """The guide in a database that is new."""
    app = open_app()
    with app.app_context():
        load()
    return app


@pytest.fixture
def guide(loaded: Flask) -> Iterator[Flask]:
    with loaded.app_context():
        yield loaded


def test_the_guide_stands_in_its_chapters_and_every_link_leads_somewhere(guide: Flask) -> None:
    chapters = [entry["slug"] for entry in yaml.safe_load((CONTENT / "chapters.yml").read_text())]
    assert list(db.session.scalars(select(Chapter.slug).order_by(Chapter.position))) == chapters
    assert db.session.scalar(select(func.count()).select_from(Page)) == len(FILES)
    assert db.session.scalars(select(Page.id).where(Page.chapter_id.is_(None))).all() == []
    wanted = select(PageLink.target_key).where(PageLink.target_page_id.is_(None))
    assert [key for key in db.session.scalars(wanted) if not key.startswith(("thema:", "bouwsteen:"))] == []
    broken = select(Rendering.revision_id).where(Rendering.html.contains("missing-"))
    assert db.session.scalars(broken).all() == []
    assert set(db.session.scalars(select(Revision.origin))) == {RevisionOrigin.SEED}


def test_every_bouwsteen_that_a_page_names_is_among_the_examples() -> None:
    examples = yaml.safe_load((CONTENT / "voorbeelden" / "bouwstenen.yml").read_text(encoding="utf-8"))
    named = {int(number) for file in FILES for number in re.findall(r"bouwsteen:(\d+)", file.text)}
    assert named
    assert max(named) <= len(examples)


def test_every_theme_is_described_and_has_its_other_words(guide: Flask) -> None:
    described = select(Topic.slug).join(Page, Page.describes_topic_id == Topic.id)
    entries = yaml.safe_load((CONTENT / "topics.yml").read_text())
    assert set(db.session.scalars(described)) == {entry["slug"] for entry in entries}
    assert db.session.scalar(select(func.count()).select_from(TopicSynonym)) == sum(
        len(entry["synonyms"]) for entry in entries
    )
    assert len(db.session.scalars(select(RevisionTopic.topic_id)).all()) > len(entries)


def test_loading_again_changes_nothing_and_needs_one_look(guide: Flask) -> None:
    before = row_counts()
    load()
    assert row_counts() == before
    assert state_of_source(SOURCE) == folder_state(CONTENT)


def test_a_newer_guide_does_not_overwrite_what_people_approved(context: Flask, tmp_path: Path) -> None:
    lists = {"chapters.yml": "- {slug: a, title: A}\n", "topics.yml": "- {slug: t, name: T}\n"}
    page = "---\ntitle: Een\nslug: een\nchapter: a\norder: 1\n---\nDe ene zin. De andere zin.\n"
    load(write_files(tmp_path, {**lists, "een.md": page}))
    page_id = db.session.scalars(select(PageSlug.page_id)).one()
    revise_page(BuiltPage(page_id, "een", "Een", 1), "De ene zin. Onze zin.\n")
    load(write_files(tmp_path, {"een.md": page.replace("De andere zin", "Een nieuwe zin")}))
    current = select(Revision.body).join(Page, Page.current_revision_id == Revision.id)
    assert db.session.scalars(current).one() == "De ene zin. Onze zin.\n"
    load(write_files(tmp_path, {"een.md": page.replace("De ene zin", "De eerste zin")}))
    assert db.session.scalars(current).one() == "De eerste zin. Onze zin.\n"


def test_a_page_that_could_not_be_loaded_is_tried_at_the_next_start(context: Flask, tmp_path: Path) -> None:
    lists = {"chapters.yml": "- {slug: a, title: A}\n", "topics.yml": "- {slug: t, name: T}\n"}
    load(write_files(tmp_path, {**lists, "een.md": "# Een\n", "twee.md": b"\xff"}))
    assert state_of_source(SOURCE) == ""
    load(write_files(tmp_path, {"twee.md": "# Twee\n"}))
    assert state_of_source(SOURCE) == folder_state(tmp_path)
    assert db.session.scalar(select(func.count()).select_from(Page)) == 2
