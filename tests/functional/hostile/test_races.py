"""Many at the same moment, against the real databases: one effect, and a sentence for the others."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

from sqlalchemy import func, select

from app.core.db import Base, db, unit_of_work
from app.core.errors import Conflict
from app.core.permissions import Actor
from app.core.submissions import new_key
from app.pages.models import Page, Revision
from app.proposals import service
from app.proposals.detail_queries import timeline
from app.proposals.drafts.models import Draft
from app.proposals.kinds import ProposalStep
from app.proposals.merging.following import rebase_proposal
from app.proposals.models import Proposal, ProposalVersion
from tests.builders import revise_page
from tests.proposal_builders import move, send_new_page, take
from tests.proposal_site import APART, BETTER, OTHER, Site, hidden

REASON = "Hier is over nagedacht, echt waar."


def at_once(work: list[Callable[[], int]]) -> list[int]:
    """Do all of these in threads that begin together."""
    barrier = Barrier(len(work))

    def one(task: Callable[[], int]) -> int:
        barrier.wait()
        return task()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(one, work))


def count(site: Site, model: type[Base]) -> int:
    with site.app.app_context():
        return db.session.scalar(select(func.count()).select_from(model)) or 0


def sender(site: Site, actor: Actor, url: str, **form: str) -> Callable[[], int]:
    """Somebody with a browser of her own, about to send a form."""
    visitor = site.visit(actor)
    return lambda: visitor.post(url, form).status_code


def test_one_form_sent_twenty_times_at_once_is_one_proposal(site: Site) -> None:
    page = site.visit(site.people.writer).get(f"{site.page.url}/voorstel").text
    form = {"titel": site.page.title, "tekst": BETTER, "reden": REASON, "basis": hidden(page, "basis")}
    key = hidden(page, "sleutel")
    work = [
        sender(site, site.people.writer, f"{site.page.url}/voorstel", **form, sleutel=key) for _ in range(20)
    ]
    assert at_once(work) == [303] * 20
    assert count(site, Proposal) == count(site, ProposalVersion) == 1


def test_a_form_that_saves_itself_while_it_is_sent_leaves_no_draft_behind(site: Site) -> None:
    writer, form = site.people.writer, {"titel": site.page.title, "tekst": BETTER, "sleutel": "zelfde"}
    form |= {"reden": REASON, "basis": str(site.page.revision_id), "formulier": "f"}
    saves = [sender(site, writer, "/mijn/concepten/bewaren", **form, beurt=str(n)) for n in range(1, 9)]
    assert at_once(saves) == [200] * 8
    assert count(site, Draft) == 1
    again = [sender(site, writer, "/mijn/concepten/bewaren", **form, beurt=str(n)) for n in range(9, 13)]
    answers = at_once([*again, sender(site, writer, f"{site.page.url}/voorstel", **form)])
    assert answers[-1] == 303 and set(answers[:-1]) <= {200, 409}
    assert (count(site, Draft), count(site, Proposal)) == (0, 1)


def test_of_withdrawing_and_every_decision_at_once_exactly_one_happens(site: Site) -> None:
    number, people = site.proposal(taken=True), site.people
    url = f"/voorstellen/{number}"
    work = [sender(site, people.writer, f"{url}/intrekken", gezien="2", reden=REASON)]
    for actor in (people.redacteur, people.second):
        for decision in ("accept", "reject", "ask_adjustment"):
            form = {"gezien": "2", "reden": REASON, "besluit": decision}
            work.append(sender(site, actor, f"{url}/besluit", **form))
    assert sorted(at_once(work)) == [303] + [409] * 6
    with site.app.app_context():
        steps = [row.step for row in timeline(number)]
    assert len(steps) == 3
    assert count(site, Revision) == (2 if steps[-1] is ProposalStep.ACCEPT else 1)


def test_twenty_approvals_at_once_are_one_revision(site: Site) -> None:
    number, people = site.proposal(taken=True), site.people
    form = {"gezien": "2", "reden": REASON, "besluit": "accept"}
    work = [
        sender(site, actor, f"/voorstellen/{number}/besluit", **form)
        for actor in (people.redacteur, people.second) * 10
    ]
    codes = at_once(work)
    # The same words by the same person are the same decision, sent twice.
    assert codes.count(303) == 10
    assert codes.count(409) == 10
    assert count(site, Revision) == 2


def test_a_page_that_moves_on_while_somebody_decides_ends_in_one_legal_state(site: Site) -> None:
    number, people = site.proposal(taken=True), site.people
    with site.app.app_context():
        revise_page(site.page, APART)

    def follow() -> int:
        with site.app.app_context(), suppress(Conflict):
            rebase_proposal({"proposal": number})
        return 303

    form = {"gezien": "2", "reden": REASON, "besluit": "accept"}
    deciding = [sender(site, people.redacteur, f"/voorstellen/{number}/besluit", **form) for _ in range(3)]
    withdrawing = sender(site, people.writer, f"/voorstellen/{number}/intrekken", gezien="2", reden=REASON)
    at_once([follow, *deciding, withdrawing])
    with site.app.app_context():
        steps = [row.step for row in timeline(number)]
    assert steps[:2] == [ProposalStep.SEND, ProposalStep.TAKE]
    ends = [step for step in steps[2:] if step is not ProposalStep.REBASE]
    assert ends in ([ProposalStep.WITHDRAW], [ProposalStep.ACCEPT])
    assert count(site, Revision) == (3 if ends == [ProposalStep.ACCEPT] else 2)


def test_a_text_sent_in_again_while_somebody_decides_is_never_published_unseen(site: Site) -> None:
    number, people = site.proposal(taken=True), site.people
    with site.app.app_context(), unit_of_work():
        service.ask_adjustment(people.redacteur, move(number), key=new_key())
    url = f"/voorstellen/{number}"
    adjusted = {"titel": site.page.title, "tekst": OTHER, "reden": REASON, "basis": "1", "gezien": "3"}
    work = [sender(site, people.writer, f"{url}/aanpassen", **adjusted)]
    for actor in (people.redacteur, people.second) * 3:
        form = {"gezien": "3", "reden": REASON, "besluit": "accept"}
        work.append(sender(site, actor, f"{url}/besluit", **form))
    assert sorted(at_once(work)) == [303] + [409] * 6
    assert count(site, Revision) == 1


def test_two_new_pages_of_one_title_taken_over_at_once_get_an_address_each(site: Site) -> None:
    people = site.people
    with site.app.app_context():
        numbers = [send_new_page(people.writer, "Samen beslissen", f"Tekst {n}.\n") for n in range(6)]
        for number in numbers:
            take(people.redacteur, number)
    form = {"gezien": "2", "reden": REASON, "besluit": "accept"}
    work = [sender(site, people.redacteur, f"/voorstellen/{number}/besluit", **form) for number in numbers]
    codes = at_once(work)
    assert set(codes) <= {303, 409}
    # Who was too late for the address presses the button again.
    assert {task() for task in work} == {303}
    assert count(site, Page) == 7
