"""The forms of proposals that ask something else of a page than other words, and of several pages at once."""

import re
from dataclasses import replace

import pytest
from flask import Flask

from app.core.db import unit_of_work
from app.core.submissions import new_key
from app.pages.lifecycle import GuidePlace
from app.proposals import service
from app.proposals.detail_queries import proposal_head
from app.proposals.kinds import ChangeKind
from app.proposals.preparing import prepare_edit
from app.proposals.preparing_pages import prepare_rename
from app.proposals.texts import ChangeText, change_texts
from tests.browsing import Visitor
from tests.builders import BODY, BuiltPage, make_chapter, make_page, make_topic, revise_page
from tests.proposal_builders import keep_draft, move, send_changes, take, text_of
from tests.proposal_site import APART, BETTER, OTHER, Site, hidden, html, went_to

WHY = {"reden": "Dit past beter."}
DRAFT = "/mijn/concepten/1"


def asked(app: Flask, number: int) -> tuple[ChangeText, ...]:
    """What the newest version of a proposal asks."""
    with app.app_context():
        head = proposal_head(number)
        assert head is not None
        return change_texts(head.version_id)


def build(site: Site, title: str = "Een andere pagina", chapter_id: int | None = None) -> BuiltPage:
    with site.app.app_context():
        return make_page(title, BODY, chapter_id=chapter_id)


def form(page: BuiltPage, kind: str, **fields: str) -> dict[str, str]:
    return {"soort": kind, "basis": str(page.revision_id), "sleutel": kind, **WHY, **fields}


def chosen(page: str) -> list[str]:
    return re.findall(r'<option value="([^"]*)" selected>', page)


def test_a_page_gets_another_title(site: Site) -> None:
    visitor, address = site.visit(site.people.writer), f"{site.page.url}/voorstel"
    assert "Nieuwe titel" in html(visitor.get(f"{address}?soort=hernoemen"))
    same = visitor.post(address, form(site.page, "hernoemen", titel=site.page.title))
    assert "Je hebt nog niets veranderd" in html(same, 422)
    (change,) = asked(
        site.app, went_to(visitor.post(address, form(site.page, "hernoemen", titel="Nee zeggen")))
    )
    assert (change.kind, change.content.title, change.content.body) == (ChangeKind.RENAME, "Nee zeggen", BODY)


def test_a_page_gets_other_themes(site: Site) -> None:
    with site.app.app_context():
        topic = make_topic("Openheid")
    visitor, address = site.visit(site.people.writer), f"{site.page.url}/voorstel"
    assert "Openheid" in html(visitor.get(f"{address}?soort=themas"))
    (change,) = asked(site.app, went_to(visitor.post(address, form(site.page, "themas", themas=str(topic)))))
    assert (change.kind, change.content.topic_ids) == (ChangeKind.TOPICS, frozenset({topic}))


def test_a_page_gets_another_place_in_the_guide(site: Site) -> None:
    with site.app.app_context():
        chapter = make_chapter("Begin")
    first, second = (build(site, title, chapter_id=chapter) for title in ("Eerst", "Daarna"))
    visitor, address = site.visit(site.people.writer), f"{second.url}/voorstel"
    page = html(visitor.get(f"{address}?soort=verplaatsen"))
    assert chosen(page) == [f"{chapter}-2"] and f"na “{first.title}”" in page
    stays = visitor.post(address, form(second, "verplaatsen", plaats=f"{chapter}-2"))
    assert "De pagina staat daar al." in html(stays, 422)
    moved = visitor.post(address, form(second, "verplaatsen", plaats=f"{chapter}-1"))
    (change,) = asked(site.app, went_to(moved))
    assert (change.kind, change.place) == (ChangeKind.MOVE, GuidePlace(chapter, 1))


@pytest.mark.parametrize("place", ["99-1", "x-1", "1-", "1-999999999999"])
def test_a_place_that_is_not_there_is_refused(site: Site, place: str) -> None:
    visitor = site.visit(site.people.writer)
    answer = visitor.post(f"{site.page.url}/voorstel", form(site.page, "verplaatsen", plaats=place))
    assert "Deze keuze bestaat niet" in html(answer, 422) and WHY["reden"] in answer.text


def test_a_page_is_archived_with_the_page_that_replaces_it(site: Site) -> None:
    other = build(site, "Wat ervoor komt")
    visitor, address = site.visit(site.people.writer), f"{site.page.url}/voorstel"
    found = html(visitor.post(address, form(site.page, "archiveren", actie="zoeken", zoek="ERVOOR")))
    assert f'value="{other.id}"' in found and WHY["reden"] in found
    itself = visitor.post(address, form(site.page, "archiveren", vervanging=str(site.page.id)))
    assert "Deze keuze bestaat niet" in html(itself, 422)
    sent = visitor.post(address, form(site.page, "archiveren", vervanging=str(other.id)))
    (change,) = asked(site.app, went_to(sent))
    assert (change.kind, change.replacement_page_id) == (ChangeKind.ARCHIVE, other.id)


def test_a_new_page_has_a_wished_place(site: Site) -> None:
    with site.app.app_context():
        chapter = make_chapter("Begin")
    visitor = site.visit(site.people.writer)
    fields = {**WHY, "titel": "Nieuw", "tekst": "Tekst.", "plaats": f"{chapter}-1", "sleutel": "n"}
    kept = visitor.post("/voorstellen/nieuw", fields | {"actie": "bewaren"}).location or ""
    assert chosen(html(visitor.get(kept))) == [f"{chapter}-1"]
    (change,) = asked(site.app, went_to(visitor.post("/voorstellen/nieuw", fields)))
    assert (change.kind, change.place) == (ChangeKind.CREATE, GuidePlace(chapter, 1))


def add(visitor: Visitor, page: BuiltPage, kind: str) -> str:
    """Put one more page in the draft; the answer is the address of its form."""
    version = hidden(html(visitor.get(f"{DRAFT}/erbij")), "versie")
    fields = {"versie": version, "pagina": str(page.id), "soort": kind}
    return visitor.post(f"{DRAFT}/erbij", fields).location or ""


def written(visitor: Visitor, address: str, **fields: str) -> dict[str, str]:
    """The form at this address with these fields, ready to be kept."""
    page = html(visitor.get(address))
    names = ("basis", "sleutel", "concept", "versie", "deel")
    return {name: hidden(page, name) for name in names} | {"actie": "bewaren", **fields}


def test_one_proposal_goes_over_several_pages(site: Site) -> None:
    other, visitor = build(site), site.visit(site.people.writer)
    begun = form(site.page, "", tekst=BETTER, titel=site.page.title, actie="erbij")
    assert visitor.post(f"{site.page.url}/voorstel", begun).location == f"{DRAFT}/erbij"
    address = add(visitor, other, "hernoemen")
    assert "Eén voorstel over 2 pagina" in html(visitor.get(DRAFT))
    refused = add(visitor, other, "tekst")
    assert refused == ""
    overview = html(visitor.get(DRAFT))
    names = {name: hidden(overview, name) for name in ("sleutel", "concept", "versie")}
    whole = names | WHY | {"motivering": "1"}
    assert "“Een andere pagina”: Je hebt nog niets veranderd" in html(visitor.post(DRAFT, whole), 422)
    kept = visitor.post(DRAFT, written(visitor, address, soort="hernoemen", titel="Een betere naam"))
    assert kept.location == DRAFT
    assert "in een ander tabblad veranderd" in html(visitor.post(DRAFT, whole), 422)
    newest = whole | {"versie": hidden(html(visitor.get(DRAFT)), "versie")}
    edited, renamed = asked(site.app, went_to(visitor.post(DRAFT, newest)))
    assert (edited.kind, edited.content.body) == (ChangeKind.EDIT, BETTER)
    assert (renamed.kind, renamed.content.title) == (ChangeKind.RENAME, "Een betere naam")
    assert "Je hebt nu geen concepten" in html(visitor.get("/mijn/concepten"))


def test_a_page_is_taken_out_again_and_the_last_one_stays(site: Site) -> None:
    other, visitor = build(site), site.visit(site.people.writer)
    with site.app.app_context():
        keep_draft(site.people.writer, site.page, BETTER)
    address = add(visitor, other, "archiveren")
    part = address.rpartition("=")[2]
    version = hidden(html(visitor.get(DRAFT)), "versie")
    assert visitor.post(f"{DRAFT}/weghalen", {"deel": part, "versie": version}).location == DRAFT
    assert "beter voorbeeld" in html(visitor.get(DRAFT))
    assert (
        visitor.post(f"{DRAFT}/weghalen", {"deel": "1", "versie": str(int(version) + 1)}).status_code == 409
    )


def test_each_page_of_a_draft_is_brought_up_apart(site: Site) -> None:
    other, visitor = build(site), site.visit(site.people.writer)
    with site.app.app_context():
        keep_draft(site.people.writer, site.page, BETTER)
    address = add(visitor, other, "tekst")
    visitor.post(DRAFT, written(visitor, address, tekst=OTHER, titel=other.title))
    with site.app.app_context():
        revise_page(other, APART)
    assert html(visitor.get(DRAFT)).count("de pagina is veranderd") == 1
    catching_up = visitor.get(address).location or ""
    page = html(visitor.get(catching_up))
    fields = {name: hidden(page, name) for name in ("basis", "versie", "deel")}
    assert visitor.post(catching_up, fields).location == address
    merged = html(visitor.get(address))
    assert "ander voorbeeld" in merged and "langere zin" in merged


def test_a_whole_proposal_is_adjusted_in_a_draft(site: Site) -> None:
    other = build(site)
    with site.app.app_context():
        base = text_of(site.page)
        edit = prepare_edit(replace(base.content, body=BETTER), base)
        number = send_changes(site.people.writer, edit, prepare_rename("Een naam", text_of(other)))
        take(site.people.redacteur, number)
        with unit_of_work():
            service.ask_adjustment(site.people.redacteur, move(number, "Kan dat anders?"), key=new_key())
    visitor = site.visit(site.people.writer)
    assert "Je voorstel gaat over 2 pagina" in html(visitor.get(f"/voorstellen/{number}/aanpassen"))
    make = f"/mijn/concepten/van-voorstel/{number}"
    assert {visitor.post(make).location for _ in range(2)} == {DRAFT}
    assert site.visit(site.people.colleague).post(make).status_code == 404
    overview = html(visitor.get(DRAFT))
    assert "Kan dat anders?" in overview
    address = f"{DRAFT}?deel=2"
    visitor.post(DRAFT, written(visitor, address, soort="hernoemen", titel="Een andere naam"))
    overview = html(visitor.get(DRAFT))
    names = ("sleutel", "concept", "versie", "gezien", "voorstel")
    fields = {name: hidden(overview, name) for name in names} | WHY | {"motivering": "1"}
    assert went_to(visitor.post(DRAFT, fields)) == number
    assert [change.content.title for change in asked(site.app, number)] == [
        site.page.title,
        "Een andere naam",
    ]
