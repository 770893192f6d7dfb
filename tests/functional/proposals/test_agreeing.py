"""Where one redacteur is not enough: approving, waiting for another, and what makes an approval lapse."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import select

from app.core.db import db, unit_of_work
from app.core.errors import Conflict, Forbidden, Invalid
from app.core.permissions import Actor
from app.core.submissions import new_key
from app.pages.care.kinds import DecisionRule, ProposerGroup
from app.pages.care.protecting import protect
from app.pages.care.rules import ProtectionWish
from app.pages.kinds import AuthorPart
from app.pages.models import Revision, RevisionAuthor
from app.proposals import service
from app.proposals.detail_queries import proposal_head, timeline, versions
from app.proposals.kinds import Choice, ProposalState, ProposalStep
from app.proposals.merging.following import rebase_proposal
from app.proposals.plans import plan_version
from app.proposals.preparing import prepare_edit
from app.proposals.rebasing import Settlement, Settlements
from app.proposals.reviewing.kinds import LapseCause, ReviewVerdict
from app.proposals.reviewing.queries import reviews_of
from tests.browsing import Visitor
from tests.builders import BODY, BuiltPage, make_page, revise_page
from tests.care_builders import care_for
from tests.proposal_builders import (
    REDACTEUR,
    People,
    accept,
    make_actor,
    make_people,
    move,
    resend,
    send_changes,
    send_edit,
    take,
    take_part,
    text_of,
)
from tests.proposal_site import APART, BETTER, OTHER, Site, html

LONGER = "Onder de kop staat nog een langere zin."
BOTH = BETTER.replace("Onder de kop staat nog een zin.", LONGER)
OWN = "Dit is ons voorbeeld."


def guard(people: People, page: BuiltPage, rule: DecisionRule, decider: Actor | None = None) -> None:
    """Protect the page with this rule."""
    decider_id = decider.account_id if decider else None
    wish = ProtectionWish(proposers=ProposerGroup.EVERYBODY, decision_rule=rule, decider_id=decider_id)
    care_for(page, lambda step: protect(people.redacteur, step, wish))


def guarded(body: str = BETTER, rule: DecisionRule = DecisionRule.TWO) -> tuple[People, BuiltPage, int]:
    """A page with this rule, and a proposal for it that is looked at."""
    people, page = make_people(), make_page()
    guard(people, page, rule)
    number = send_edit(people.writer, page, body)
    take(people.redacteur, number)
    return people, page, number


def state(number: int) -> ProposalState:
    head = proposal_head(number)
    assert head is not None
    return head.state


def approvals(number: int) -> list[LapseCause | None]:
    """For each approval why it lapsed."""
    given = [review for review in reviews_of(number) if review.verdict is ReviewVerdict.APPROVE]
    return [review.lapsed_because for review in given]


def own_words(number: int) -> Settlements:
    """The one overlap, settled with words of one's own."""
    head = proposal_head(number)
    assert head is not None
    (overlap,) = plan_version(head.version_id).overlaps
    return {overlap.key: Settlement(Choice.OWN, OWN)}


def ask_adjustment(actor: Actor, number: int) -> None:
    with unit_of_work():
        service.ask_adjustment(actor, move(number, "Kan het korter?"), key=new_key())


def test_the_first_of_two_approves_and_the_second_publishes(context: Flask) -> None:
    people, page, number = guarded()
    accept(people.redacteur, number)
    head = proposal_head(number)
    assert head is not None
    assert (head.state, head.assignee, text_of(page).content.body) == (ProposalState.IN_REVIEW, None, BODY)
    with pytest.raises(Conflict, match="approved_already"):
        accept(people.redacteur, number)
    accept(people.second, number)
    assert (state(number), text_of(page).content.body) == (ProposalState.ACCEPTED, BETTER)
    steps = [row.step for row in timeline(number)][-2:]
    assert steps == [ProposalStep.APPROVE, ProposalStep.ACCEPT]
    revision = db.session.get_one(Revision, text_of(page).id)
    assert revision.approver_id == people.second.account_id


def test_a_writer_with_the_role_is_not_the_second(context: Flask) -> None:
    people, page = make_people(), make_page()
    guard(people, page, DecisionRule.TWO)
    number = send_edit(people.second, page, BETTER)
    take(people.redacteur, number)
    accept(people.redacteur, number)
    with pytest.raises(Forbidden, match="own_proposal"):
        accept(people.second, number)


def test_an_approval_lapses_when_another_text_is_sent_in(context: Flask) -> None:
    people, page, number = guarded()
    accept(people.redacteur, number)
    ask_adjustment(people.second, number)
    resend(people.writer, number, page, OTHER)
    assert approvals(number) == [LapseCause.NEW_VERSION]
    accept(people.second, number)
    assert state(number) is ProposalState.IN_REVIEW
    accept(people.redacteur, number)
    assert text_of(page).content.body == OTHER


@pytest.mark.parametrize(("asked", "lapsed"), [(BETTER, None), (BOTH, LapseCause.REBASED)])
def test_an_approval_stands_while_the_proposal_asks_for_the_same(
    context: Flask, asked: str, lapsed: LapseCause | None
) -> None:
    people, page, number = guarded(asked)
    accept(people.redacteur, number)
    revise_page(page, APART)
    rebase_proposal({"proposal": number})
    assert approvals(number) == [lapsed]
    accept(people.second, number)
    assert (state(number) is ProposalState.ACCEPTED) == (lapsed is None)


def test_others_hear_who_decides_and_she_does(context: Flask) -> None:
    people, page, number = guarded(rule=DecisionRule.TWO)
    guard(people, page, DecisionRule.NAMED, people.second)
    for refused in (accept, reject):
        with pytest.raises(Forbidden, match="only_named_decides") as told:
            refused(people.redacteur, number)
        assert told.value.facts == {"who": "Joris Redactie"}
    accept(people.second, number)
    assert text_of(page).content.body == BETTER


def reject(actor: Actor, number: int) -> None:
    with unit_of_work():
        service.reject(actor, move(number), key=new_key())


def test_where_the_named_one_wrote_it_another_decides(context: Flask) -> None:
    people, page = make_people(), make_page()
    guard(people, page, DecisionRule.NAMED, people.second)
    number = send_edit(people.second, page, BETTER)
    take(people.redacteur, number)
    accept(people.redacteur, number)
    assert text_of(page).content.body == BETTER


def test_of_several_pages_the_strictest_rule_counts(context: Flask) -> None:
    people, free, strict = make_people(), make_page("Vrij"), make_page("Streng")
    guard(people, strict, DecisionRule.TWO)
    changes = [
        prepare_edit(content, text)
        for text in (text_of(free), text_of(strict))
        for content in [type(text.content)(text.title, "Anders.", BETTER)]
    ]
    number = send_changes(people.writer, *changes)
    take(people.redacteur, number)
    accept(people.redacteur, number)
    assert state(number) is ProposalState.IN_REVIEW
    accept(people.second, number)
    assert (text_of(free).content.body, text_of(strict).content.body) == (BETTER, BETTER)


def test_who_wrote_in_it_while_deciding_is_editor_and_the_second_is_another(context: Flask) -> None:
    people, page, number = guarded()
    revise_page(page, OTHER)
    accept(people.redacteur, number, own_words(number))
    assert (state(number), len(versions(number))) == (ProposalState.IN_REVIEW, 2)
    for step in (accept, reject):
        with pytest.raises(Forbidden, match="own_proposal"):
            step(people.redacteur, number)
    accept(people.second, number)
    assert OWN in text_of(page).content.body
    rows = select(RevisionAuthor.account_id, RevisionAuthor.part)
    wrote = dict(db.session.execute(rows.where(RevisionAuthor.revision_id == text_of(page).id)).all())
    assert wrote == {
        people.writer.account_id: AuthorPart.AUTHOR,
        people.redacteur.account_id: AuthorPart.EDITOR,
    }


def test_who_edited_does_not_own_the_proposal(context: Flask) -> None:
    people, page, number = guarded()
    revise_page(page, OTHER)
    accept(people.redacteur, number, own_words(number))
    with pytest.raises(Forbidden, match="only_for_writers"), unit_of_work():
        service.withdraw(people.redacteur, move(number), key=new_key())


def test_words_of_the_second_are_seen_by_another_before_they_are_published(context: Flask) -> None:
    people, page, number = guarded()
    accept(people.redacteur, number)
    revise_page(page, OTHER)
    accept(people.second, number, own_words(number))
    assert approvals(number) == [LapseCause.NEW_VERSION, None]
    assert text_of(page).content.body == OTHER
    accept(people.redacteur, number)
    assert OWN in text_of(page).content.body


def test_a_part_is_chosen_by_the_last_who_agrees(context: Flask) -> None:
    people, page, number = guarded(BOTH)
    with pytest.raises(Invalid, match="part_before_last"):
        take_part(people.redacteur, number, [LONGER])
    accept(people.redacteur, number)
    take_part(people.second, number, [LONGER])
    assert (state(number), text_of(page).content.body) == (ProposalState.PARTLY_ACCEPTED, BETTER)


def test_the_page_says_what_is_still_needed(site: Site) -> None:
    with site.app.app_context():
        guard(site.people, site.page, DecisionRule.TWO)
    number = site.proposal(taken=True)
    address = f"/voorstellen/{number}"
    reader = site.visit(site.people.colleague)
    assert "Twee redacteuren moeten dit goedkeuren." in html(reader.get(address))
    visitor = site.visit(site.people.redacteur)
    assert "Keur goed" in html(visitor.get(address))
    form = {"besluit": "accept", "reden": "Helder.", "gezien": "2", "sleutel": "b"}
    for _ in range(2):
        assert visitor.post(f"{address}/besluit", form).status_code == 303
    page = html(visitor.get(address))
    assert "Je akkoord staat erbij." in page
    assert "Jij keurde dit al goed" in page
    assert "Neem over" not in page
    said = " ".join(html(reader.get(address)).split())
    assert "Nog één redacteur moet dit goedkeuren. Fenna Redactie deed dat al." in said
    assert "akkoord als redacteur" in said
    again = html(visitor.post(f"{address}/besluit", {**form, "gezien": "3", "sleutel": "c"}), 409)
    assert "Jij keurde dit al goed." in again


def test_the_page_says_who_decides(site: Site) -> None:
    with site.app.app_context():
        guard(site.people, site.page, DecisionRule.NAMED, site.people.second)
    number = site.proposal(taken=True)
    page = " ".join(html(site.visit(site.people.redacteur).get(f"/voorstellen/{number}")).split())
    assert "Alleen Joris Redactie beslist hierover." in page
    assert "Neem over" not in page
    form = {"besluit": "accept", "reden": "Mijn lange uitleg.", "gezien": "2", "sleutel": "b"}
    answer = site.visit(site.people.redacteur).post(f"/voorstellen/{number}/besluit", form)
    assert "beslist alleen Joris Redactie" in html(answer, 403)
    assert "Mijn lange uitleg." in answer.text


def test_of_three_who_agree_at_once_one_approves_and_nothing_is_published(site: Site) -> None:
    with site.app.app_context():
        guard(site.people, site.page, DecisionRule.TWO)
        third = make_actor("Karin Redactie", *REDACTEUR)
    number = site.proposal(taken=True)
    visitors = [site.visit(actor) for actor in (site.people.redacteur, site.people.second, third)]
    barrier = Barrier(len(visitors))

    def press(visitor: Visitor) -> int:
        barrier.wait()
        form = {"besluit": "accept", "reden": "Helder.", "gezien": "2", "sleutel": "b"}
        return visitor.post(f"/voorstellen/{number}/besluit", form).status_code

    with ThreadPoolExecutor(len(visitors)) as threads:
        assert sorted(threads.map(press, visitors)) == [303, 409, 409]
    with site.app.app_context():
        assert (state(number), approvals(number)) == (ProposalState.IN_REVIEW, [None])
        assert text_of(site.page).content.body == BODY
