"""Hiding a text or a name: two redacteuren, and then it is nowhere to be read."""

from typing import Any

import pytest
from flask import Flask

from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.errors import Conflict, Forbidden, Invalid
from app.core.permissions import Actor
from app.core.submissions import new_key
from app.discussions.kinds import DiscussionStep, TextSide
from app.pages.hiding import service
from app.pages.hiding.queries import people_in, waiting_requests
from app.pages.hiding.service import HidingWish
from app.pages.kinds import PageEventKind
from app.pages.models import PageEvent, Rendering
from app.pages.texts import revision_text, text_to_merge
from app.proposals.detail_queries import proposal_head
from app.proposals.plans import plan_version
from app.proposals.rules import proposal_path
from tests.browsing import Visitor
from tests.builders import BODY, make_page, revise_page
from tests.discussion_builders import begin_discussion, line, read_discussion, take_turn
from tests.proposal_builders import WHY, accept, make_people, move, send_edit, take
from tests.proposal_site import BETTER, Site, hidden, html

SECRET = "Kwibus"
TOLD = BODY.replace("een voorbeeld", f"het verhaal van {SECRET}")
REASON = "Hierin staat iemand herkenbaar."


@pytest.fixture
def site(app: Flask) -> Site:
    """A page whose second version tells too much, and whose third one is better."""
    with app.app_context():
        site = Site(app, make_people(), make_page())
        author, approver = site.people.writer.account_id, site.people.second.account_id
        for body in (TOLD, BETTER):
            revise_page(site.page, body, author_ids=(author,), approver_id=approver)
        return site


@pytest.fixture
def proposed(app: Flask) -> Site:
    """The same, by two proposals; of both a line that tells too much is talked about."""
    with app.app_context():
        site = Site(app, make_people(), make_page())
        for body, side in ((TOLD, TextSide.NEW), (BETTER, TextSide.OLD)):
            number = send_edit(site.people.writer, site.page, body)
            begin_discussion(site.people.redacteur, number, "Klopt dit?", line(number, 0, side))
            take(site.people.redacteur, number)
            accept(site.people.redacteur, number)
        return site


def second(site: Site) -> int:
    """The revision that tells too much."""
    row = text_to_merge(site.page.revision_id + 1)
    assert row is not None and SECRET in row.content.body
    return row.id


def ask(actor: Actor, revision_id: int, person: int | None = None, *, key: str = "") -> int:
    with unit_of_work():
        wish = HidingWish(revision_id=revision_id, account_id=person, reason=REASON)
        service.ask(actor, wish, key=key or new_key())
    return waiting_requests()[-1].id


def hide(site: Site, revision_id: int, person: int | None = None) -> None:
    request = ask(site.people.redacteur, revision_id, person)
    with unit_of_work():
        service.confirm(site.people.second, request)


def addresses(site: Site) -> list[str]:
    """Wherever words of the second version could be read."""
    page, views = site.page.url, ("doorlopend", "naast", "brontekst")
    return [
        page,
        f"{page}/versies",
        f"{page}/versies/2",
        f"{page}/beheer",
        f"{page}/herkomst?weergave=lijst",
        *(f"{page}/vergelijk?van=1&tot=2&weergave={view}" for view in views),
        f"{page}/vergelijk?van=2&tot=3",
        "/",
        "/wijzigingen",
        "/feed.xml",
        "/voorstellen?lijst=mijn",
        "/redactie/verbergen",
        *(f"/overleg/{number}" for number in (1, 2)),
        "/voorstellen/1/reageer?plek=1-n0",
        "/voorstellen/2/reageer?plek=2-o0",
        *(f"/voorstellen/{number}?weergave={view}" for number in (1, 2) for view in (*views, "hele-tekst")),
    ]


def reads(site: Site, visitor: Visitor, word: str) -> list[str]:
    """Where this visitor meets the word."""
    return [url for url in addresses(site) if word in visitor.get(url).get_data(as_text=True)]


def test_a_hidden_text_is_nowhere_to_be_read_from_that_moment(proposed: Site) -> None:
    stranger, writer = Visitor(proposed.app), proposed.visit(proposed.people.writer)
    old = f"{proposed.page.url}/versies/2"
    for visitor in (stranger, writer):
        assert SECRET in html(visitor.get(old))
    with proposed.app.app_context():
        anchor = read_discussion(2).anchor
        assert anchor is not None and SECRET in anchor.quote
        hide(proposed, second(proposed))
    for visitor in (stranger, writer):
        assert reads(proposed, visitor, SECRET) == []
    stub = "Deze versie is verborgen om iemands privacy te beschermen"
    assert stub in html(stranger.get(old))
    assert stub in html(stranger.get(f"{proposed.page.url}/versies"))
    assert "Dit voorstel is verborgen" in html(writer.get("/voorstellen/1"))
    assert "Deze tekst is verborgen" in html(writer.get("/voorstellen/2"))


def test_its_words_are_kept_for_merging_alone(site: Site) -> None:
    with site.app.app_context():
        hide(site, second(site))
        shown, kept = revision_text(second(site)), text_to_merge(second(site))
        assert shown is not None and kept is not None
        assert (shown.hidden, shown.content.body, shown.title) == (True, "", "")
        assert (kept.hidden, kept.content.body) == (True, TOLD)
        assert db.session.get(Rendering, second(site)) is None


def test_whoever_asked_cannot_confirm_also_not_with_a_crafted_form(site: Site) -> None:
    with site.app.app_context():
        request = ask(site.people.redacteur, second(site))
    first = site.visit(site.people.redacteur)
    page = html(first.get("/redactie/verbergen"))
    assert "Een andere redacteur bevestigt het." in page
    assert "Verberg dit" not in page
    assert first.post(f"/redactie/verbergen/{request}", {"antwoord": "verberg"}).status_code == 403
    colleague = site.visit(site.people.writer)
    assert colleague.post(f"/redactie/verbergen/{request}", {"antwoord": "verberg"}).status_code == 403
    assert SECRET in html(first.get(f"{site.page.url}/versies/2"))


def test_asking_and_confirming_on_the_screen(site: Site) -> None:
    first, other = site.visit(site.people.redacteur), site.visit(site.people.second)
    url = f"{site.page.url}/versies/2/verbergen"
    assert "Vul dit in." in html(first.post(url, {"reden": REASON}), 422)
    form = {"wat": "tekst", "reden": REASON, "sleutel": hidden(html(first.get(url)), "sleutel")}
    for _ in range(2):
        assert first.post(url, form).status_code == 303
    assert "Dit is al gevraagd" in html(first.post(url, {**form, "reden": "Nog eens.", "sleutel": "x"}), 409)
    with site.app.app_context():
        assert len(waiting_requests()) == 1
    link = "1 verzoek om iets te verbergen"
    assert (link in html(other.get("/")), link in html(first.get("/"))) == (True, False)
    assert REASON in html(other.get("/redactie/verbergen"))
    for _ in range(2):
        answer = other.post("/redactie/verbergen/1", {"antwoord": "verberg"}, follow_redirects=True)
        assert "Niemand kan het nog lezen." in html(answer)
    assert "al beantwoord" in html(first.post("/redactie/verbergen/1", {"antwoord": "laat"}), 409)
    assert REASON not in html(other.get(f"{site.page.url}/beheer"))


def test_the_text_that_readers_see_now_cannot_be_hidden(site: Site) -> None:
    with site.app.app_context():
        with pytest.raises(Conflict, match="hides_current_text"):
            ask(site.people.redacteur, second(site) + 1)
        again = ask(site.people.redacteur, site.page.revision_id)
        with unit_of_work():
            service.dismiss(site.people.second, again)
        assert waiting_requests() == []
    page = html(site.visit(site.people.redacteur).get(f"{site.page.url}/versies/3/verbergen"))
    assert "Publiceer eerst een betere tekst." in page
    assert "De naam van Noor Voorbeeld bij deze versie" in page


def test_a_hidden_name_is_gone_with_the_version_and_with_its_proposal(proposed: Site) -> None:
    visitor, writer = proposed.visit(proposed.people.second), proposed.people.writer
    with proposed.app.app_context():
        take_turn(writer, 1, DiscussionStep.SETTLE, "Ja, dat klopt.")
        happened(proposed.page.id, writer, PageEventKind.OWNER, owner=writer.account_id, review_on=None)
        assert writer.account_id in people_in(second(proposed))
        hide(proposed, second(proposed), writer.account_id)
        assert writer.account_id not in people_in(second(proposed))
    page = proposed.page.url
    for url in (f"{page}/versies/2", "/voorstellen/1", "/overleg/1", f"{page}/beheer"):
        shown = html(visitor.get(url))
        assert "een medewerker" in shown
        assert writer.name not in shown, url


def test_the_reason_of_a_hidden_text_is_not_told_by_what_happened_to_its_page(proposed: Site) -> None:
    page, colleague = proposed.page, proposed.visit(proposed.people.colleague)
    with proposed.app.app_context():
        for reason in (WHY.reason, "Een andere reden."):
            happened(page.id, proposed.people.redacteur, PageEventKind.MOVED, reason, place=None)
        hide(proposed, second(proposed))
    shown = html(colleague.get(f"{page.url}/beheer"))
    assert (WHY.reason in shown, "Een andere reden." in shown) == (False, True)


def happened(page_id: int, actor: Actor, kind: PageEventKind, reason: str = "", **data: Any) -> None:
    event = PageEvent(
        page_id=page_id, kind=kind, actor_id=actor.account_id, at=now(), reason=reason, data=data
    )
    with unit_of_work():
        db.session.add(event)


def test_only_a_name_that_stands_there_can_be_hidden_and_only_by_the_redactie(site: Site) -> None:
    with site.app.app_context():
        with pytest.raises(Invalid, match="unknown_choice"):
            ask(site.people.redacteur, second(site), site.people.colleague.account_id)
        with pytest.raises(Forbidden):
            ask(site.people.writer, second(site))


def test_an_open_proposal_that_rests_on_a_hidden_text_shows_none_of_it(site: Site) -> None:
    people = site.people
    with site.app.app_context():
        page = make_page("Andere pagina", TOLD)
        late = send_edit(people.writer, page, TOLD.replace(SECRET, "mijn buurman"))
        take(people.redacteur, late)
        better = send_edit(people.colleague, page, BODY)
        take(people.redacteur, better)
        accept(people.redacteur, better)
        hide(site, page.revision_id)
        head = proposal_head(late)
        assert head is not None
        assert plan_version(head.version_id).overlaps
    redacteur = site.visit(people.redacteur)
    shown = html(redacteur.get(proposal_path(late)))
    assert "Deze tekst is verborgen" in shown
    assert "mijn buurman" not in shown
    with site.app.app_context():
        seen = str(move(late).seen_event)
    form = {"besluit": "accept", "reden": "Goed.", "gezien": seen}
    answer = redacteur.post(f"{proposal_path(late)}/besluit", form)
    assert "is verborgen om iemands privacy" in html(answer, 409)
    redacteur.post(f"{proposal_path(late)}/besluit", form | {"besluit": "ask_adjustment"})
    again = html(site.visit(people.writer).get(f"{proposal_path(late)}/aanpassen"))
    assert "Je eerdere tekst is verborgen" in again
    assert "mijn buurman" not in again
    assert "Dit is een voorbeeld." in again


def test_a_form_that_was_opened_on_a_hidden_text_is_refused_with_what_was_typed(site: Site) -> None:
    with site.app.app_context():
        hide(site, second(site))
        base = second(site)
    form = {"titel": "Titel", "tekst": "Mijn eigen zin.", "reden": "Beter.", "basis": str(base)}
    page = html(site.visit(site.people.writer).post(f"{site.page.url}/voorstel", form), 409)
    assert "Mijn eigen zin." in page
    assert "intussen verborgen" in page


def test_a_draft_that_was_begun_on_a_hidden_text_loses_nothing_but_what_is_hidden(site: Site) -> None:
    with site.app.app_context():
        base = second(site)
    visitor = site.visit(site.people.writer)
    section = {"tekst": "## Een kop\n\nMijn eigen zin.\n", "sectie": "kop-een-kop", "basis": str(base)}
    draft = visitor.post(f"{site.page.url}/voorstel", section | {"actie": "bewaren"}).location or ""
    with site.app.app_context():
        hide(site, base)
    saved = visitor.post("/mijn/concepten/bewaren", section | {"formulier": "f", "beurt": "1"})
    for address in (draft, saved.get_json()["adres"]):
        catching_up = visitor.get(f"{address}?verder=ja").location or ""
        shown = html(visitor.get(catching_up))
        assert (SECRET in shown, "Ga verder zonder bij te werken" in shown) == (False, False)
        form = {name: hidden(shown, name) for name in ("basis", "versie")}
        assert visitor.post(catching_up, form).status_code == 303
        after = html(visitor.get(address))
        assert (SECRET in after, "Mijn eigen zin." in after) == (False, True)
    assert BETTER.partition(".")[0] in html(visitor.get(f"{site.page.url}/voorstel"))
