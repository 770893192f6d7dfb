"""Real documentation of two other programs, imported whole: nothing lost or broken, nothing that runs."""

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.core.db import db
from app.core.outbox import run_due
from app.importing.kinds import Outcome, Remark
from app.importing.report import FileReport
from app.importing.run import import_folder, outside_the_guide
from app.pages.models import Page, PageSlug, Rendering
from tests.imported_folder import WITHOUT_INDEX, row_counts

FENCED = re.compile(r"^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1[ \t]*$", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->|<script.*?</script>", re.DOTALL)
CODE = re.compile(r"`[^`\n]+`")
ADDRESS = re.compile(r"(?<!!)\[[^\[\]]*\]\(([^()\s]+)\)|\bhref=\"([^\"]+)\"")
SITE = "/kennisbank"
RUNS = {
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "form",
    "svg",
    "math",
    "link",
    "meta",
    "base",
    "button",
}


@dataclass
class Shown(HTMLParser):
    """What a browser would find in a page."""

    html: str
    tags: set[str] = field(default_factory=set)
    attributes: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def values(self, name: str) -> set[str]:
        return {value for found, value in self.attributes if found == name}


@dataclass
class Imported:
    """One corpus: its folder, and what became of each file."""

    root: Path
    files: dict[str, FileReport]
    app: Flask

    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def guide(
    open_app: Callable[[], Flask], corpus_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[Imported]:
    """Both corpora in one guide."""
    app, done = open_app(), []
    for bundle in sorted(corpus_dir.glob("*.bundle")):
        root = tmp_path_factory.mktemp("corpus") / bundle.stem
        subprocess.run(["git", "clone", "--quiet", bundle, root], check=True)  # noqa: S607 - the tester's git
        with app.app_context():
            report = import_folder(root, outside_the_guide(bundle.stem))
        done.append(Imported(root, {file.path: file for file in report.files}, app))
    with app.app_context():
        while run_due(WITHOUT_INDEX):
            pass
    return done


@pytest.fixture
def pages(guide: list[Imported]) -> Iterator[dict[str, Shown]]:
    """Every page as it is shown, by its address."""
    with guide[0].app.app_context():
        shown = (
            select(PageSlug.slug, Rendering.html)
            .join(Page, Page.id == PageSlug.page_id)
            .join(Rendering, Rendering.revision_id == Page.current_revision_id)
        )
        yield {f"/pagina/{slug}": Shown(html) for slug, html in db.session.execute(shown)}


def test_every_file_becomes_a_page(guide: list[Imported], pages: dict[str, Shown]) -> None:
    reports = [file for corpus in guide for file in corpus.files.values()]
    assert {file.outcome for file in reports} == {Outcome.CREATED}
    assert len({file.address for file in reports}) == len(reports) == len(pages) >= 143


def test_no_link_that_was_whole_is_broken(guide: list[Imported], pages: dict[str, Shown]) -> None:
    checked, broken = 0, []
    for corpus in guide:
        for path, file in corpus.files.items():
            for address, target, fragment in whole_links(corpus, path):
                checked += 1
                wanted = corpus.files[target].address
                if not leads_to(pages, file.address, wanted, heading=fragment):
                    broken.append(f"{path}: {address}")
    assert broken == []
    assert checked >= 150


def test_every_link_in_the_guide_leads_somewhere(pages: dict[str, Shown]) -> None:
    for address, page in pages.items():
        for href in page.values("href"):
            place, _, fragment = href.partition("#")
            if href.startswith(("http://", "https://", "mailto:")):
                continue
            assert (place or address) in pages, href
            assert not fragment or fragment in pages[place or address].values("id"), (address, href)


def test_nothing_is_left_that_could_run(pages: dict[str, Shown]) -> None:
    for address, page in pages.items():
        assert not page.tags & RUNS, address
        assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"], address
        assert all(source.startswith("/bijlage/") for source in page.values("src")), address


def test_no_sign_of_the_other_programs_is_left(pages: dict[str, Shown]) -> None:
    for page in pages.values():
        text = re.sub(r"<(pre|code)\b.*?</\1>", "", page.html, flags=re.DOTALL)
        assert not re.search(r":::|&lt;/?(?:Tab|Link|Card|Alert|Icon|Author|DocCard)|@theme|^import ", text)


def test_equal_titles_have_addresses_of_their_own_and_are_told(guide: list[Imported]) -> None:
    shared = [
        file.path
        for corpus in guide
        for file in corpus.files.values()
        if Remark.TITLE_SHARED in {finding.remark for finding in file.findings}
    ]
    assert len(shared) >= 8


def test_a_second_import_of_everything_changes_no_row(guide: list[Imported]) -> None:
    with guide[0].app.app_context():
        before = row_counts()
        for corpus in guide:
            report = import_folder(corpus.root, outside_the_guide(corpus.root.name))
            assert report.counts == {Outcome.UNCHANGED: len(corpus.files)}
        assert row_counts() == before
        assert db.session.scalar(select(func.count()).select_from(Page)) == sum(len(c.files) for c in guide)


def whole_links(corpus: Imported, path: str) -> Iterator[tuple[str, str, str]]:
    """Each link of the source to a file that is there, and to a heading of it that is there."""
    text = CODE.sub("", COMMENT.sub("", FENCED.sub("", corpus.text(path))))
    for match in ADDRESS.finditer(text):
        address = unescape(match.group(1) or match.group(2))
        if re.match(r"[a-z]+:", address):
            continue
        place, _, fragment = address.partition("#")
        target = existing(corpus, path, place.partition("?")[0])
        if target and (not fragment or fragment.casefold() in headings(corpus.text(target))):
            yield address, target, fragment


def existing(corpus: Imported, path: str, place: str) -> str | None:
    """The file that an address means: itself, with `.md`, or the index of the folder."""
    if not place:
        return path
    if place.startswith("/"):
        wanted = corpus.root / "docs" / place.removeprefix(SITE).strip("/")
    else:
        wanted = corpus.root / PurePosixPath(path).parent / place
    for candidate in (wanted, wanted.with_name(wanted.name + ".md"), wanted / "index.md"):
        if candidate.is_file() and candidate.suffix == ".md":
            return candidate.resolve().relative_to(corpus.root.resolve()).as_posix()
    return None


def headings(text: str) -> set[str]:
    """The anchors that both programs give plain headings."""
    titles = re.findall(r"^#{1,6}[ \t]+(.+?)[ \t#]*$", FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.casefold()).replace(" ", "-") for title in titles}


def leads_to(pages: dict[str, Shown], here: str, wanted: str, *, heading: str) -> bool:
    """Whether the page has a link to the wanted one; to a heading in it that is there, when one was named."""
    places = [href.partition("#") for href in pages[here].values("href")]
    anchors = {anchor for place, _, anchor in places if (place or here) == wanted}
    return bool(anchors & pages[wanted].values("id")) if heading else "" in anchors
