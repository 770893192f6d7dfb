"""The feed as a document."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from app.pages.feed import atom_feed
from app.pages.history_queries import RevisionRow
from app.pages.kinds import RevisionOrigin

NAMES = {"atom": "http://www.w3.org/2005/Atom"}


def change(number: int = 2, *, title: str = "Openheid", note: str = "", reason: str = "") -> RevisionRow:
    moment = datetime(2026, 11, number, 12, tzinfo=UTC)
    return RevisionRow(
        id=40 + number,
        slug="openheid",
        number=number,
        title=title,
        published_at=moment,
        authored_at=moment,
        reason=reason,
        change_note=note,
        minor=False,
        origin=RevisionOrigin.SEED,
        size={},
        authors=("Rosa Voorbeeld",),
        editors=(),
        approved=True,
        approver="Edo Voorbeeld",
    )


def texts(*changes: RevisionRow, path: str) -> list[str | None]:
    document = atom_feed(changes, site_name="Gids", base_url="https://gids.voorbeeld.test:8443")
    root = ElementTree.fromstring(document)  # noqa: S314 our own feed
    return [element.text for element in root.findall(path, NAMES)]


@pytest.mark.parametrize(
    "title",
    [
        "a\x00b\x08c\x1b",
        "<b>&amp;]]>",
        "half \ud83d paar",
        "\ufffe\uffff",
        "\"aan' haling",
        "😀 é\x85\x7f",
        "",
    ],
)
def test_it_is_well_formed_whatever_a_title_holds(title: str) -> None:
    shown = texts(change(title=title, note=title, reason=title), path="atom:entry/atom:title")
    assert len(shown) == 1


def test_the_summary_is_what_changed_and_why() -> None:
    summary = texts(change(note="Zin erbij.", reason="Een vraag."), path="atom:entry/atom:summary")
    assert summary == ["Zin erbij.\nEen vraag."]


def test_an_id_names_the_version_and_not_the_address_of_the_page() -> None:
    ids = texts(change(3), change(2), path="atom:entry/atom:id")
    assert ids == ["tag:gids.voorbeeld.test,2021:versie/43", "tag:gids.voorbeeld.test,2021:versie/42"]


def test_the_feed_is_as_new_as_its_newest_entry() -> None:
    assert texts(change(9), change(1), path="atom:updated") == ["2026-11-09T12:00:00+00:00"]


def test_nobody_is_named() -> None:
    document = atom_feed([change()], site_name="Gids", base_url="https://gids.voorbeeld.test")
    assert b"Voorbeeld" not in document


def test_a_guide_without_changes_has_a_feed() -> None:
    assert texts(path="atom:entry") == []
