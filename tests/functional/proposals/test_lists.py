"""The queue of the redactie and the other lists of proposals."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import update

from app.building_blocks.kinds import BuildingBlockStatus
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.submissions import new_key
from app.proposals import service
from app.proposals.checking.queries import redactie_counts
from app.proposals.detail_queries import usual_decision_days
from app.proposals.kinds import ProposalState
from app.proposals.models import Proposal
from app.proposals.queries import (
    all_open,
    mine,
    next_moves,
    open_count,
    queue,
)
from tests.builders import make_page, make_topic
from tests.conversation_builders import make_building_block
from tests.proposal_builders import (
    People,
    accept,
    make_people,
    move,
    send_edit,
    send_new_page,
    take,
)
from tests.proposal_site import APART, BETTER, OTHER, Site, html
from tests.statements import counted_statements


def ask_adjustment(people: People, proposal: int) -> None:
    take(people.redacteur, proposal)
    with unit_of_work():
        service.ask_adjustment(people.redacteur, move(proposal, "Kan het korter?"), key=new_key())


def sent_days_ago(proposal: int, days: int) -> None:
    with unit_of_work():
        moment = now() - timedelta(days=days)
        db.session.execute(update(Proposal).where(Proposal.id == proposal).values(created_at=moment))


def test_the_queue_is_oldest_first_and_tells_what_is_asked(context: Flask) -> None:
    people, topic = make_people(), make_topic("Openheid")
    page = make_page(topic_ids=[topic])
    young, old = send_edit(people.writer, page, BETTER), send_edit(people.colleague, page, OTHER)
    sent_days_ago(old, 20)
    take(people.redacteur, young)
    first, second = queue().rows(limit=10)
    assert (first.id, first.days_waiting, first.assignee) == (old, 20, None)
    assert (second.id, second.days_waiting, second.assignee) == (young, 0, "Fenna Redactie")
    assert (first.page_title, first.slug, first.authors) == (page.title, page.slug, ("Sam Voorbeeld",))
    assert first.topics == ("Openheid",)
    assert first.change_size == {"sentences_changed": 1}


def test_an_adjusted_proposal_keeps_its_place(context: Flask) -> None:
    people, page = make_people(), make_page()
    first, second = send_edit(people.writer, page, BETTER), send_edit(people.writer, page, OTHER)
    sent_days_ago(first, 2)
    ask_adjustment(people, first)
    assert [row.id for row in queue().rows(limit=10)] == [second]
    assert [row.id for row in next_moves(people.writer.account_id or 0).sent_back] == [first]
    take(people.redacteur, first)
    assert [row.id for row in queue().rows(limit=10)] == [first, second]


def test_what_is_decided_leaves_the_lists_but_stays_with_its_writer(context: Flask) -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    assert (open_count(page.id), redactie_counts(0).lists["queue"], all_open().count()) == (1, 1, 1)
    take(people.redacteur, proposal)
    assert next_moves(people.writer.account_id or 0, untaken=3).untaken == ()
    accept(people.redacteur, proposal)
    assert (open_count(page.id), redactie_counts(0).lists["queue"], all_open().count()) == (0, 0, 0)
    (row,) = mine(people.writer.account_id or 0).rows(limit=10)
    assert row.state is ProposalState.ACCEPTED


def test_how_long_the_redactie_needs_is_told_when_there_is_enough_to_tell(context: Flask) -> None:
    people = make_people()
    for days in (1, 3, 9):
        assert usual_decision_days() is None
        proposal = send_new_page(people.writer)
        sent_days_ago(proposal, days)
        take(people.redacteur, proposal)
        accept(people.redacteur, proposal)
    assert usual_decision_days() == 4


def test_the_queue_costs_the_same_however_long_it_is(site: Site) -> None:
    visitor = site.visit(site.people.redacteur)
    site.proposal()
    with counted_statements(site.app) as few:
        html(visitor.get("/redactie/wachtrij"))
    for body in (OTHER, APART, BETTER):
        site.proposal(body=body)
    with counted_statements(site.app) as many:
        html(visitor.get("/redactie/wachtrij"))
    assert len(few) == len(many)


def test_the_lists_show_who_waits_and_for_whom(site: Site) -> None:
    number = site.proposal()
    mine_page = html(site.visit(site.people.writer).get("/voorstellen"))
    assert f'href="/voorstellen/{number}"' in mine_page
    assert "nog niemand behandelt dit" in mine_page
    others = site.visit(site.people.colleague)
    assert f'href="/voorstellen/{number}"' not in html(others.get("/voorstellen"))
    assert f'href="/voorstellen/{number}"' in html(others.get("/voorstellen?lijst=open"))


def test_the_header_counts_what_waits_for_the_redactie_and_the_tabs_tell_it_apart(site: Site) -> None:
    site.proposal()
    with site.app.app_context():
        make_building_block(status=BuildingBlockStatus.SUBMITTED)
        make_building_block(status=BuildingBlockStatus.ACCEPTED)
    page = html(site.visit(site.people.redacteur).get("/redactie/wachtrij"))
    assert '<span class="places__count">2<' in page
    assert ">Wachtrij (1)<" in page
    assert ">Bouwstenen (1)<" in page


def test_every_view_of_the_differences_shows_the_change(site: Site) -> None:
    number = site.proposal()
    visitor = site.visit(site.people.redacteur)
    for view in ("doorlopend", "naast", "brontekst", "hele-tekst", "onbekend"):
        assert "beter" in html(visitor.get(f"/voorstellen/{number}?weergave={view}"))


def test_a_proposal_that_is_not_there_is_not_found(site: Site) -> None:
    visitor = site.visit(site.people.redacteur)
    for url in ("/voorstellen/999", "/voorstellen/999/aanpassen", "/voorstellen/999999999999999999999"):
        assert visitor.get(url).status_code in {403, 404}


def test_the_number_on_a_page_leads_to_its_open_proposals(site: Site) -> None:
    site.proposal()
    visitor = site.visit(site.people.colleague)
    assert f'href="/voorstellen?pagina={site.page.slug}"' in html(visitor.get(site.page.url))
    listed = html(visitor.get(f"/voorstellen?pagina={site.page.slug}"))
    assert f'Open voorstellen voor <a href="{site.page.url}">' in listed
    assert 'href="/voorstellen/1"' in listed
    with site.app.app_context():
        other = make_page("Openheid")
    assert "wacht nu geen voorstel" in html(visitor.get(f"/voorstellen?pagina={other.slug}"))


def test_the_first_page_and_the_form_of_a_page_ask_little_of_the_database(site: Site) -> None:
    site.proposal()
    redacteur = site.visit(site.people.redacteur)
    for address in ("/", f"/pagina/{site.page.slug}/voorstel"):
        with counted_statements(site.app) as statements:
            assert redacteur.get(address).status_code == 200
        assert len(statements) <= 12, address
