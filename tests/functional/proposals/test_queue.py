"""The queue of the redactie, chosen from, and the public figures."""

from collections.abc import Callable
from datetime import timedelta

from flask import Flask
from sqlalchemy import update

from app.core.clock import now, today
from app.core.db import db, unit_of_work
from app.core.submissions import new_key
from app.proposals import service
from app.proposals.figures.queries import decisions_by_month, waiting_now
from app.proposals.figures.rules import last_months
from app.proposals.kinds import ChangeKind, ProposalState
from app.proposals.models import Proposal, ProposalEvent
from app.proposals.presence.models import Presence
from app.proposals.queue.kinds import QueueSize
from app.proposals.queue.queries import chosen_queue, written_by
from app.proposals.queue.rules import QueueChoice
from tests.browsing import Visitor
from tests.builders import make_page, make_topic
from tests.proposal_builders import accept, make_people, move, send_edit, send_new_page, take
from tests.proposal_site import BETTER, OTHER, Site, html

LONG = "\n\n".join(f"Dit is nieuwe alinea nummer {number}." for number in range(12))


def sent_days_ago(proposal: int, days: int) -> None:
    with unit_of_work():
        moment = now() - timedelta(days=days)
        db.session.execute(update(Proposal).where(Proposal.id == proposal).values(created_at=moment))


def test_the_queue_can_be_chosen_from(context: Flask) -> None:
    people = make_people()
    page = make_page(topic_ids=[make_topic("Openheid")])
    small, large = send_edit(people.writer, page, BETTER), send_edit(people.writer, page, OTHER + LONG)
    new = send_new_page(people.writer)
    take(people.redacteur, small)

    def chosen(**choice: object) -> set[int]:
        rows = chosen_queue(QueueChoice(**choice), people.redacteur.account_id or 0, now())  # type: ignore[arg-type]  # each test names its own
        return {row.id for row in rows.rows(limit=10)}

    assert chosen() == {small, large, new}
    assert chosen(topic="openheid") == {small, large}
    assert (chosen(size=QueueSize.SMALL), chosen(size=QueueSize.LARGE)) == ({small, new}, {large})
    assert chosen(size=QueueSize.MEDIUM) == set()
    assert chosen(kind=ChangeKind.CREATE) == {new}
    assert chosen(mine=True) == {small}
    assert chosen(topic="openheid", mine=True, size=QueueSize.LARGE) == set()


def test_nobody_follows_what_only_its_writer_looks_at(context: Flask) -> None:
    people, page = make_people(), make_page()
    released, looked_at, alone = (send_edit(people.writer, page, BETTER) for _ in range(3))
    take(people.redacteur, released)
    with unit_of_work():
        service.release(people.redacteur, move(released), key=new_key())
        for person, number in ((people.colleague, looked_at), (people.writer, alone)):
            db.session.add(
                Presence(account_id=person.account_id, subject=f"proposal:{number}", place="", seen_at=now())
            )

    def unfollowed(at: timedelta) -> list[int]:
        rows = chosen_queue(QueueChoice(unfollowed=True), 0, now() + at)
        return [row.id for row in rows.rows(limit=10)]

    assert unfollowed(timedelta()) == [alone]
    assert unfollowed(timedelta(minutes=2)) == [looked_at, alone]


def test_what_waits_too_long_stands_apart_and_is_counted(site: Site, other_app: Callable[..., Flask]) -> None:
    old, young = site.proposal(), site.proposal(body=OTHER)
    with site.app.app_context():
        sent_days_ago(old, 15)
        sent_days_ago(young, 13)
    visitor = site.visit(site.people.redacteur)
    late, _, timely = html(visitor.get("/redactie/wachtrij")).partition('id="wacht"')
    assert 'Wacht te lang <span class="count">1</span>' in late
    assert f'href="/voorstellen/{old}"' in late
    assert f'href="/voorstellen/{young}"' in timely
    patient = other_app(escalation_days=30)
    assert "Wacht te lang" not in html(
        Visitor(patient).sign_in(site.people.redacteur.account_id or 0).get("/redactie/wachtrij")
    )


def test_a_redacteur_takes_on_from_the_list_but_not_what_is_hers(site: Site) -> None:
    hers, other = site.proposal(writer=site.people.redacteur), site.proposal(body=OTHER)
    with site.app.app_context():
        assert written_by(site.people.redacteur.account_id or 0, [hers, other]) == {hers}
    listed = html(site.visit(site.people.redacteur).get("/redactie/wachtrij"))
    assert f'action="/voorstellen/{other}/behandelen"' in listed
    assert f'action="/voorstellen/{hers}/behandelen"' not in listed


def test_the_figures_count_what_waits_and_what_was_decided(context: Flask) -> None:
    people = make_people()
    assert waiting_now(now()).count == 0
    for days in (2, 4, 9):
        sent_days_ago(send_new_page(people.writer), days)
    waiting = waiting_now(now())
    assert (waiting.count, waiting.median_days, waiting.longest_days) == (3, 4, 9)
    decided = send_new_page(people.writer)
    take(people.redacteur, decided)
    accept(people.redacteur, decided)
    months = decisions_by_month(last_months(today()))
    assert [month.total for month in months] == [0] * 11 + [1]
    assert months[-1].counts[ProposalState.ACCEPTED] == 1
    with unit_of_work():
        db.session.execute(update(ProposalEvent).values(at=months[0].month.start - timedelta(seconds=1)))
    assert not any(month.total for month in decisions_by_month(last_months(today())))


def test_everybody_may_see_the_figures_without_a_name(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        accept(site.people.redacteur, number)
    answer = Visitor(site.app).get("/voorstellen/cijfers")
    assert "100% overgenomen" in html(answer)
    assert "Set-Cookie" not in answer.headers
    assert not {"Noor", "Fenna"} & set(answer.text.split())
