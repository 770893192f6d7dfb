"""Publishing at once, in an emergency or on trust, and what a second redacteur makes of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update

from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.errors import Conflict, Forbidden, Invalid
from app.core.permissions import Actor
from app.core.submissions import new_key
from app.pages.checking.kinds import CheckCause, CheckVerdict
from app.pages.checking.models import AfterCheck
from app.pages.checking.rules import CHECK_WITHIN
from app.pages.history_queries import one_revision
from app.pages.kinds import RevisionOrigin
from app.pages.queries import read_page
from app.proposals import publishing
from app.proposals.checking import service
from app.proposals.checking.queries import open_checks, redactie_counts
from app.proposals.detail_queries import timeline
from app.proposals.kinds import ProposalStep
from app.proposals.preparing_pages import prepare_rename
from tests.builders import BODY, BuiltPage, make_page, revise_page
from tests.proposal_builders import (
    People,
    accept,
    make_people,
    move,
    send_changes,
    send_edit,
    take,
    text_of,
)
from tests.proposal_site import APART, BETTER, OTHER, Site, hidden, html, went_to

EMERGENCY = ProposalStep.EMERGENCY


def publish_at_once(actor: Actor, proposal: int) -> None:
    step = move(proposal, "Er staat een fout in die schade doet.")
    plan = publishing.plan_acceptance(actor, step, EMERGENCY)
    accepted = publishing.prepare_publication(plan, {})
    with unit_of_work():
        publishing.accept(actor, step, accepted, key=new_key(), step=EMERGENCY)


def undo(actor: Actor, proposal: int) -> None:
    step = move(proposal, "Dit klopt toch niet.")
    undoings = service.prepare_undoing(actor, step)
    with unit_of_work():
        service.undo(actor, step, undoings, key=new_key())


def check(actor: Actor, proposal: int) -> None:
    with unit_of_work():
        service.approve_afterwards(actor, move(proposal, ""), key=new_key())


def emergency(people: People, page: BuiltPage, body: str = BETTER) -> int:
    proposal = send_edit(people.redacteur, page, body)
    publish_at_once(people.redacteur, proposal)
    return proposal


@pytest.mark.usefixtures("context")
def test_an_emergency_is_published_by_one_and_marked_until_another_has_looked() -> None:
    people, page = make_people(), make_page()
    proposal = emergency(people, page)
    read = read_page(page.slug, names=True)
    assert read is not None
    assert (read.unchecked, read.approver) == (CheckCause.EMERGENCY, None)
    assert [row.proposal_id for row in open_checks(5)] == [proposal]
    check(people.second, proposal)
    checked = one_revision(page.id, 2, names=True)
    assert checked is not None
    assert checked.origin is RevisionOrigin.EMERGENCY
    assert checked.check is not None
    assert (checked.check.verdict, checked.check.who) == (CheckVerdict.KEPT, "Joris Redactie")
    assert redactie_counts(0).lists["checks"] == 0


@pytest.mark.usefixtures("context")
def test_nobody_checks_what_she_wrote_or_published_herself() -> None:
    people, page = make_people(), make_page()
    own = emergency(people, page)
    of_a_colleague = send_edit(people.writer, make_page("Een andere"), BETTER)
    publish_at_once(people.redacteur, of_a_colleague)
    for proposal in (own, of_a_colleague):
        with pytest.raises(Forbidden, match="own_publication"):
            check(people.redacteur, proposal)


@pytest.mark.usefixtures("context")
def test_a_colleague_publishes_nothing_in_an_emergency() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    with pytest.raises(Forbidden, match="only_for_redactie"):
        publish_at_once(people.writer, proposal)


@pytest.mark.usefixtures("context")
def test_what_cannot_be_undone_in_one_step_is_not_published_at_once() -> None:
    people, page = make_people(), make_page()
    proposal = send_changes(people.redacteur, prepare_rename("Nieuwe naam", text_of(page)))
    with pytest.raises(Invalid, match="not_at_once"):
        publish_at_once(people.redacteur, proposal)


@pytest.mark.usefixtures("context")
def test_one_step_undoes_it_and_keeps_what_came_after() -> None:
    people, page = make_people(), make_page()
    proposal = emergency(people, page)
    revise_page(page, text_of(page).content.body.replace("nog een zin", "nog een langere zin"))
    undo(people.second, proposal)
    assert text_of(page).content.body == APART
    assert timeline(proposal)[-1].step is ProposalStep.UNDO
    undone = one_revision(page.id, 2, names=True)
    assert undone is not None
    assert undone.check is not None
    assert undone.check.verdict is CheckVerdict.UNDONE


@pytest.mark.usefixtures("context")
def test_what_later_changes_stand_on_is_not_undone() -> None:
    people, page = make_people(), make_page()
    proposal = emergency(people, page)
    revise_page(page, OTHER)
    with pytest.raises(Conflict, match="cannot_undo"):
        undo(people.second, proposal)
    assert text_of(page).content.body == OTHER


@pytest.mark.usefixtures("context")
def test_a_publication_is_checked_once() -> None:
    people, page = make_people(), make_page()
    proposal = emergency(people, page)
    undo(people.second, proposal)
    with pytest.raises(Forbidden, match="nothing_to_check"):
        check(people.second, proposal)


def trusting_site(app: Flask, *, taken_over: int = 1) -> Site:
    """A page, and a colleague of whom so many proposals were taken over."""
    with app.app_context():
        people, page = make_people(), make_page()
        for number in range(taken_over):
            proposal = send_edit(people.writer, make_page(f"Eerder {number}"), BETTER)
            take(people.redacteur, proposal)
            accept(people.redacteur, proposal)
        return Site(app, people, page)


def send_small(site: Site, body: str = BETTER, minor: str = "1") -> int:
    visitor = site.visit(site.people.writer)
    form = html(visitor.get(f"{site.page.url}/voorstel"))
    typed = {
        "titel": site.page.title,
        "samenvatting": "Een zin die zegt waar deze pagina over gaat.",
        "tekst": body,
        "reden": "Een tikfout.",
        "klein": minor,
        "basis": hidden(form, "basis"),
        "sleutel": hidden(form, "sleutel"),
    }
    return went_to(visitor.post(f"{site.page.url}/voorstel", typed))


def test_a_small_change_of_a_trusted_colleague_is_in_the_guide_at_once(
    other_app: Callable[..., Flask],
) -> None:
    site = trusting_site(other_app(trust_after=1))
    number = send_small(site)
    with site.app.app_context():
        assert text_of(site.page).content.body == BETTER
        assert [row.cause for row in open_checks(5)] == [CheckCause.TRUSTED]
        check(site.people.redacteur, number)


@pytest.mark.parametrize(
    ("trust_after", "body", "minor"),
    [(0, BETTER, "1"), (2, BETTER, "1"), (1, BETTER, ""), (1, f"{BODY}\nNog een alinea.\n", "1")],
    ids=["off", "not-earned", "not-small-she-says", "not-small-it-is"],
)
def test_everything_else_waits_for_the_redactie(
    other_app: Callable[..., Flask], trust_after: int, body: str, minor: str
) -> None:
    site = trusting_site(other_app(trust_after=trust_after))
    send_small(site, body, minor)
    with site.app.app_context():
        assert text_of(site.page).number == 1


def test_the_screens_of_an_emergency_lead_from_one_redacteur_to_the_other(app: Flask) -> None:
    with app.app_context():
        site = Site(app, make_people(), make_page())
    number = site.proposal(writer=site.people.redacteur)
    address = f"/voorstellen/{number}"
    first = site.visit(site.people.redacteur)
    form = html(first.get(address))
    typed = {"gezien": hidden(form, "gezien"), "sleutel": hidden(form, "sleutel"), "besluit": "emergency"}
    assert "Schrijf op waarom" in html(first.post(f"{address}/besluit", {**typed, "reden": ""}), 422)
    assert went_to(first.post(f"{address}/besluit", {**typed, "reden": "Er is haast."})) == number
    assert "Nog niet door een tweede redacteur nagekeken" in html(first.get(site.page.url))
    second = site.visit(site.people.second)
    assert address in html(second.get("/redactie/achteraf"))
    form = html(second.get(address))
    step = {"gezien": hidden(form, "gezien"), "sleutel": hidden(form, "sleutel")}
    assert went_to(second.post(f"{address}/nagekeken", step)) == number
    assert "Nog niet door" not in html(second.get(site.page.url))


def test_the_redactie_is_reminded_more_pressingly_as_days_go_by(app: Flask) -> None:
    with app.app_context():
        people, page = make_people(), make_page()
        emergency(people, page)
    site = Site(app, people, page)
    second = site.visit(people.second)
    steps = {
        2: "1 publicatie achteraf nakijken",
        4: "1 publicatie wacht te lang op nakijken",
        7: "1 publicatie wacht veel te lang op nakijken",
    }
    for days, sentence in steps.items():
        with app.app_context(), unit_of_work():
            db.session.execute(update(AfterCheck).values(due_at=now() + CHECK_WITHIN - timedelta(days=days)))
        for address in ("/", "/redactie/wachtrij"):
            shown = html(second.get(address))
            assert sentence in shown
            assert ("1 te laat" in shown) is (days > CHECK_WITHIN.days)
    assert "nakijken" not in html(site.visit(people.writer).get("/"))
