"""Steps that no button offers: forged, repeated, too late, or taken by somebody who may not."""

import pytest
from sqlalchemy import delete
from werkzeug.test import TestResponse

from app.accounts.models import AccountRole
from app.core.db import db, unit_of_work
from app.core.permissions import Role
from app.core.submissions import new_key
from app.proposals import service
from app.proposals.detail_queries import timeline
from app.proposals.kinds import ProposalStep
from tests.browsing import Visitor
from tests.builders import make_page, revise_page
from tests.proposal_builders import accept, make_actor, move, take
from tests.proposal_site import BETTER, OTHER, Site, went_to

REASON = "Hier is over nagedacht, echt waar."
TAKE, RELEASE, WITHDRAW, ADJUST = "behandelen", "terugleggen", "intrekken", "aanpassen"
DECIDE = ("besluit accept", "besluit reject", "besluit ask_adjustment")
EVERY_STEP = (TAKE, RELEASE, WITHDRAW, ADJUST, *DECIDE)


def send(visitor: Visitor, number: int, step: str, **fields: str) -> TestResponse:
    """A step with every field right; what may be wrong is who sends it, and when."""
    path, _, decision = step.partition(" ")
    form = {
        "besluit": decision,
        "reden": REASON,
        "gezien": "2",
        "tekst": OTHER,
        "titel": "Titel",
        "basis": "1",
    }
    return visitor.post(f"/voorstellen/{number}/{path}", {**form, **fields})


def steps_of(site: Site, number: int) -> list[ProposalStep]:
    with site.app.app_context():
        return [row.step for row in timeline(number)]


def test_nobody_takes_a_step_that_is_somebody_elses(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        lezer, beheerder = make_actor("Lena Lezer", Role.READER), make_actor("Bo Beheer", Role.ADMIN)
    people = site.people
    refused = {
        Visitor(site.app): (401, EVERY_STEP),
        site.visit(lezer): (403, EVERY_STEP),
        site.visit(people.colleague): (403, EVERY_STEP),
        site.visit(beheerder): (403, EVERY_STEP),
        site.visit(people.second): (403, (RELEASE, WITHDRAW, ADJUST)),
        site.visit(people.redacteur): (403, (WITHDRAW, ADJUST)),
        site.visit(people.writer): (403, (TAKE, RELEASE, *DECIDE)),
    }
    for visitor, (status, steps) in refused.items():
        for step in steps:
            answer = send(visitor, number, step)
            assert (answer.status_code, REASON in answer.text) == (status, True), step
    assert steps_of(site, number) == [ProposalStep.SEND, ProposalStep.TAKE]


@pytest.mark.parametrize("ending", ["withdraw", "reject", "accept", "ask_adjustment"])
def test_a_step_that_comes_too_late_changes_nothing_and_keeps_the_words(site: Site, ending: str) -> None:
    number, people = site.proposal(taken=True), site.people
    with site.app.app_context():
        if ending == "accept":
            accept(people.redacteur, number)
        else:
            who = people.writer if ending == "withdraw" else people.redacteur
            with unit_of_work():
                getattr(service, ending)(who, move(number), key=new_key())
    before = steps_of(site, number)
    for seen in ("2", "3"):
        for step in (*DECIDE, RELEASE):
            answer = send(site.visit(people.redacteur), number, step, gezien=seen)
            assert (answer.status_code, REASON in answer.text) == (409, True), (step, seen)
    if ending != "ask_adjustment":
        assert send(site.visit(people.writer), number, ADJUST, gezien="3").status_code == 409
    assert steps_of(site, number) == before


def test_going_back_after_a_decision_and_pressing_another_button_is_no_second_decision(site: Site) -> None:
    number, redacteur = site.proposal(taken=True), site.visit(site.people.redacteur)
    assert went_to(send(redacteur, number, "besluit reject", sleutel="zelfde")) == number
    redacteur.get("/voorstellen")
    for step in ("besluit ask_adjustment", "besluit accept"):
        answer = send(redacteur, number, step, sleutel="zelfde", reden="Mijn tweede gedachte.")
        assert answer.status_code == 409
        assert "Mijn tweede gedachte." in answer.text
        assert "is verstuurd" not in answer.text and "is overgenomen" not in answer.text
    assert steps_of(site, number)[-1] is ProposalStep.REJECT


def test_the_key_of_another_step_stops_nothing(site: Site) -> None:
    first, second = site.proposal(), site.proposal(writer=site.people.colleague)
    redacteur = site.visit(site.people.redacteur)
    for number in (first, second):
        assert went_to(send(redacteur, number, TAKE, gezien="1", sleutel="zelfde")) == number
        assert steps_of(site, number)[-1] is ProposalStep.TAKE


def test_own_words_for_an_overlap_survive_a_decision_that_comes_too_late(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        revise_page(site.page, OTHER)
        with unit_of_work():
            service.withdraw(site.people.writer, move(number), key=new_key())
    settled = {"plek-1": "a-b", "keuze-1": "own", "eigen-1": "Mijn zin die alles verzoent."}
    answer = send(site.visit(site.people.redacteur), number, "besluit accept", **settled)
    assert answer.status_code == 409
    assert "Mijn zin die alles verzoent." in answer.text


def test_a_change_is_made_on_a_revision_of_its_own_page(site: Site) -> None:
    with site.app.app_context():
        other = make_page("Een andere pagina")
        newer = revise_page(site.page, OTHER)
    writer = site.visit(site.people.writer)
    form = {"titel": site.page.title, "reden": REASON, "tekst": BETTER}
    address = f"{site.page.url}/voorstel"
    assert writer.post(address, {**form, "basis": str(other.revision_id)}).status_code == 404
    # An older one is right: the redactie merges it.
    assert newer.revision_id != site.page.revision_id
    went_to(writer.post(address, {**form, "basis": str(site.page.revision_id)}))


def test_somebody_who_lost_the_right_to_propose_cannot_go_on_with_an_own_proposal(site: Site) -> None:
    number, writer = site.proposal(), site.people.writer
    with site.app.app_context(), unit_of_work():
        db.session.execute(delete(AccountRole).where(AccountRole.account_id == writer.account_id))
    for step in (WITHDRAW, ADJUST):
        assert send(site.visit(writer), number, step, gezien="1").status_code == 403
    assert steps_of(site, number) == [ProposalStep.SEND]


def test_a_taken_proposal_is_given_back_by_who_has_it(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        take(site.people.second, number)
    assert send(site.visit(site.people.redacteur), number, RELEASE, gezien="3").status_code == 403
    assert went_to(send(site.visit(site.people.second), number, RELEASE, gezien="3")) == number
