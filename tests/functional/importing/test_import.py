"""Importing a folder: a page per file, links between them, and nothing twice."""

from pathlib import Path

from flask import Flask
from sqlalchemy import select

from app.attachments.models import AttachmentUse
from app.attachments.queries import stored_file
from app.core.db import db
from app.importing.kinds import Outcome, Remark
from app.importing.report import FileReport
from app.pages.kinds import RevisionOrigin
from app.pages.models import Page, PageSlug, Rendering, Revision
from tests.builders import make_page, make_topic
from tests.imported_folder import imported, row_counts

PNG = b"\x89PNG\r\n\x1a\n" + b"voorbeeld"


def revision_at(address: str) -> Revision:
    """The published revision at an address such as `/pagina/een`."""
    slug = address.removeprefix("/pagina/")
    page = select(PageSlug.page_id).where(PageSlug.slug == slug).scalar_subquery()
    current = select(Revision).join(Page, Page.current_revision_id == Revision.id)
    return db.session.scalars(current.where(Page.id == page)).one()


def html_of(file: FileReport) -> str:
    return db.session.get_one(Rendering, revision_at(file.address).id).html


def remarks(file: FileReport) -> set[Remark]:
    return {finding.remark for finding in file.findings}


def test_each_file_becomes_a_page_outside_the_guide(context: Flask, tmp_path: Path) -> None:
    make_topic("Openheid")
    front = "---\ntitle: Een titel\nlead: De kern.\nthemes: [openheid, onbekend]\n---\n"
    report = imported(tmp_path, {"map/een.md": front + "Tekst.\n", "twee.md": "# Twee\n\nTekst.\n"})
    een = revision_at("/pagina/een-titel")
    assert (een.title, een.lead, een.origin) == ("Een titel", "De kern.", RevisionOrigin.IMPORT)
    assert revision_at("/pagina/twee").body == "Tekst.\n"
    assert db.session.get_one(Page, een.page_id).chapter_id is None
    assert [file.outcome for file in report.values()] == [Outcome.CREATED] * 2
    assert remarks(report["map/een.md"]) == {Remark.TOPIC_UNKNOWN}


def test_a_file_without_title_or_heading_is_named_after_itself(context: Flask, tmp_path: Path) -> None:
    report = imported(tmp_path, {"een_mooie-naam.md": "Tekst.\n", "map/index.md": "Tekst.\n"})
    assert revision_at(report["een_mooie-naam.md"].address).title == "Een mooie naam"
    assert revision_at(report["map/index.md"].address).title == "Map"


def test_links_between_files_lead_to_pages_and_their_headings(context: Flask, tmp_path: Path) -> None:
    links = "[a](../b.md#Wie-is-dat) [b](/kennisbank/b) [c](../b/) [d](#de-kop)\n\n## De kop\n"
    report = imported(tmp_path, {"map/a.md": links, "b.md": "# B\n\nIntro.\n\n## Wie is dat?\n\nTekst.\n"})
    page = html_of(report["map/a.md"])
    assert page.count('href="/pagina/b"') == 2
    assert 'href="/pagina/b#kop-wie-is-dat"' in page
    assert 'href="#kop-de-kop"' in page
    assert "missing-link" not in page
    assert 'id="kop-wie-is-dat"' in html_of(report["b.md"])


def test_a_link_that_leads_nowhere_becomes_words_and_is_told(context: Flask, tmp_path: Path) -> None:
    text = "[weg](weg.md) [uit](../../geheim.md) [js](javascript:alert(1)) [blad](blad.ods) [op](b.md#x)\n"
    report = imported(tmp_path, {"a.md": text, "b.md": "Tekst.", "blad.ods": b"x"})
    assert revision_at(report["a.md"].address).body == "weg uit js blad [op](/pagina/b)\n"
    assert remarks(report["a.md"]) == {
        Remark.LINK_MISSING,
        Remark.LINK_LEAVES_FOLDER,
        Remark.LINK_UNSAFE,
        Remark.LINK_TO_FILE,
        Remark.HEADING_MISSING,
    }


def test_a_picture_is_kept_once_and_shown_with_its_description(context: Flask, tmp_path: Path) -> None:
    text = "![Een **mooi** beeld](img/a.png)\n\n![Weg](weg.png)\n\n![Tekening](t.svg)\n"
    report = imported(tmp_path, {"a.md": text, "img/a.png": PNG, "t.svg": b"<svg/>"})
    use = db.session.scalars(select(AttachmentUse)).one()
    assert use.alt == "Een mooi beeld"
    assert stored_file(use.sha256) is not None
    body = revision_at(report["a.md"].address).body
    assert body == f"![Een **mooi** beeld](/bijlage/{use.sha256}/a.png)\n\nWeg\n\nTekening\n"
    assert f'src="/bijlage/{use.sha256}/a.png"' in html_of(report["a.md"])
    assert remarks(report["a.md"]) == {Remark.PICTURE_MISSING, Remark.PICTURE_REFUSED}


def test_equal_titles_are_kept_apart_by_path_and_told(context: Flask, tmp_path: Path) -> None:
    make_page("Zelfde naam")
    files: dict[str, str | bytes] = {f"{name}/fases.md": "# Fases\n\nTekst.\n" for name in ("een", "twee")}
    report = imported(tmp_path, {**files, "drie.md": "# Zelfde naam\n\nTekst.\n"})
    addresses = [file.address for file in report.values()]
    assert addresses == ["/pagina/drie", "/pagina/een-fases", "/pagina/twee-fases"]
    assert all(remarks(file) == {Remark.TITLE_SHARED} for file in report.values())


def test_a_second_import_changes_nothing(context: Flask, tmp_path: Path) -> None:
    imported(tmp_path, {"a.md": "# A\n\n[b](b.md) ![beeld](a.png)\n", "b.md": "# B\n", "a.png": PNG})
    before = row_counts()
    report = imported(tmp_path)
    assert row_counts() == before
    assert [file.outcome for file in report.values()] == [Outcome.UNCHANGED] * 2


def test_a_file_that_comes_later_finds_the_pages_of_earlier_ones(context: Flask, tmp_path: Path) -> None:
    imported(tmp_path, {"a.md": "# A\n\nTekst.\n"})
    report = imported(tmp_path, {"b.md": "Zie [a](a.md).\n"})
    assert revision_at(report["b.md"].address).body == "Zie [a](/pagina/a).\n"
