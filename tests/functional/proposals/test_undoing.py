"""Undoing an old change and putting an old version back, on the screen."""

from app.core.db import unit_of_work
from app.pages.lifecycle import By, archive_page
from app.pages.queries import page_head
from app.proposals.kinds import ChangeKind
from app.proposals.texts import ChangeText, change_texts
from tests.builders import BODY, revise_page
from tests.proposal_builders import accept, take
from tests.proposal_site import BETTER, Site, hidden, html, went_to


def revised(site: Site, *bodies: str) -> None:
    with site.app.app_context():
        for body in bodies:
            revise_page(site.page, body)


def sent_in(site: Site, number: int) -> ChangeText:
    with site.app.app_context():
        return change_texts(number)[0]


def restore_form(site: Site, version: int) -> dict[str, str]:
    page = html(site.visit(site.people.writer).get(f"{site.page.url}/versies/{version}/terugzetten"))
    return {name: hidden(page, name) for name in ("basis", "sleutel")} | {"reden": "Dat was beter."}


def test_the_form_opens_with_the_present_text_without_the_change(site: Site) -> None:
    revised(site, BETTER, BETTER.replace("nog een zin", "nog een langere zin"))
    page = html(site.visit(site.people.writer).get(f"{site.page.url}/versies/2/ongedaan"))
    assert "Dit is een voorbeeld." in page
    assert "nog een langere zin" in page
    assert "De wijziging van versie 2 ongedaan gemaakt" in page
    assert "niet vanzelf" not in page


def test_where_a_later_change_stands_on_it_the_place_is_named(site: Site) -> None:
    revised(site, BETTER, BETTER.replace("beter", "veel beter"))
    page = html(site.visit(site.people.writer).get(f"{site.page.url}/versies/2/ongedaan"))
    assert "Op één plek kon het niet vanzelf" in page
    assert "Dit is een veel beter voorbeeld." in page
    assert "daarvoor stond er: “Dit is een voorbeeld.”" in page


def test_what_is_undone_already_needs_no_proposal(site: Site) -> None:
    revised(site, BETTER, BODY)
    answer = site.visit(site.people.writer).get(f"{site.page.url}/versies/2/ongedaan", follow_redirects=True)
    assert "Er valt niets ongedaan te maken." in html(answer)


def test_there_is_nothing_to_undo_or_restore_of_a_version_that_never_was(site: Site) -> None:
    visitor = site.visit(site.people.writer)
    for rest in ("1/ongedaan", "9/ongedaan", "9/terugzetten", "0/terugzetten", "99999999999/terugzetten"):
        assert visitor.get(f"{site.page.url}/versies/{rest}").status_code == 404, rest


def test_an_old_version_comes_back_by_a_proposal(site: Site) -> None:
    revised(site, BETTER)
    writer, url = site.visit(site.people.writer), f"{site.page.url}/versies/1/terugzetten"
    form = restore_form(site, 1)
    assert "Schrijf op waarom" in html(writer.post(url, {**form, "reden": ""}), 422)
    first, again = (went_to(writer.post(url, form)) for _ in range(2))
    assert first == again
    change = sent_in(site, first)
    assert (change.kind, change.content.body, change.change_note) == (
        ChangeKind.RESTORE, BODY, "Versie 1 teruggezet",
    )  # fmt: skip


def test_a_page_comes_back_from_the_archive_with_the_text_it_had(site: Site) -> None:
    with site.app.app_context(), unit_of_work():
        archive_page(site.page.id, None, By(None, "Voorbij."))
    writer = site.visit(site.people.writer)
    assert f"{site.page.url}/versies/1/terugzetten" in html(writer.get(site.page.url), 410)
    number = went_to(writer.post(f"{site.page.url}/versies/1/terugzetten", restore_form(site, 1)))
    with site.app.app_context():
        take(site.people.redacteur, number)
        accept(site.people.redacteur, number)
        head = page_head(site.page.slug)
        assert head is not None and head.number == 1


def test_the_version_that_is_there_now_is_not_put_back(site: Site) -> None:
    form = restore_form(site, 1)
    answer = site.visit(site.people.writer).post(f"{site.page.url}/versies/1/terugzetten", form)
    assert "Je hebt nog niets veranderd" in html(answer, 422)
