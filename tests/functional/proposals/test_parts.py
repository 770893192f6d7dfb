"""Taking over a part of a proposal, against a real database."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.core.db import db
from app.core.errors import Conflict, Forbidden, Invalid, NotFound
from app.pages.kinds import AuthorPart
from app.pages.models import Revision, RevisionAuthor
from app.proposals.detail_queries import proposal_head
from app.proposals.kinds import PartKind, ProposalState
from app.proposals.parts.plans import PartWish, cut_proposal, plan_part
from app.proposals.parts.queries import choices_of
from app.proposals.parts.rest import left_over
from app.proposals.preparing import prepare_edit
from app.proposals.preparing_pages import prepare_rename
from tests.builders import BODY, BuiltPage, make_page, make_topic, revise_page
from tests.proposal_builders import (
    WHY,
    People,
    make_people,
    move,
    send_changes,
    send_edit,
    take,
    take_part,
    text_of,
)

pytestmark = pytest.mark.usefixtures("context")

BETTER = "Dit is een beter voorbeeld."
LONGER = "Onder de kop staat nog een langere zin."
BOTH = BODY.replace("Dit is een voorbeeld.", BETTER).replace("Onder de kop staat nog een zin.", LONGER)
FIRST = f"{BETTER} Het staat er om te lezen."
OTHER_LEAD = "Een betere zin."


def both(people: People, page: BuiltPage) -> int:
    """A proposal of two changes, taken on."""
    number = send_edit(people.writer, page, BOTH)
    take(people.redacteur, number)
    return number


def choices(number: int) -> list[tuple[bool, PartKind, str, str, str]]:
    found = [choice for choices in choices_of(number).values() for choice in choices]
    return [(one.taken, one.kind, one.old, one.new, one.reason) for one in found]


def test_what_is_ticked_is_published_and_the_rest_is_kept_with_the_reason() -> None:
    people, page = make_people(), make_page()
    number = both(people, page)
    take_part(people.redacteur, number, left=[LONGER], reason="Deze zin was al lang genoeg.")
    assert text_of(page).content.body == BODY.replace("Dit is een voorbeeld.", BETTER)
    head = proposal_head(number)
    assert head is not None
    assert head.state is ProposalState.PARTLY_ACCEPTED
    old = "Dit is een voorbeeld. Het staat er om te lezen."
    assert choices(number) == [
        (True, PartKind.TEXT, old, FIRST, ""),
        (False, PartKind.TEXT, "Onder de kop staat nog een zin.", LONGER, "Deze zin was al lang genoeg."),
    ]


def test_the_proposer_is_the_author_and_the_redacteur_approves() -> None:
    people, page = make_people(), make_page()
    take_part(people.redacteur, both(people, page), left=[LONGER])
    newest = db.session.scalars(select(Revision).order_by(Revision.number.desc())).first()
    assert newest is not None
    assert (newest.approver_id, newest.reason) == (people.redacteur.account_id, WHY.reason)
    parts = select(RevisionAuthor.account_id, RevisionAuthor.part)
    rows = db.session.execute(parts.where(RevisionAuthor.revision_id == newest.id)).all()
    assert rows == [(people.writer.account_id, AuthorPart.AUTHOR)]


def test_without_a_reason_of_its_own_a_part_is_left_for_the_reason_of_the_decision() -> None:
    people, page = make_people(), make_page()
    number = both(people, page)
    take_part(people.redacteur, number, left=[LONGER])
    assert choices(number)[1][-1] == "Helder, dank je wel."


def test_the_part_is_merged_with_a_page_that_moved_on() -> None:
    people, page = make_people(), make_page()
    number = both(people, page)
    revise_page(page, BODY.replace("Een kop", "Een betere kop"))
    take_part(people.redacteur, number, left=[LONGER])
    expected = BODY.replace("Een kop", "Een betere kop").replace("Dit is een voorbeeld.", BETTER)
    assert text_of(page).content.body == expected


def test_what_is_left_does_not_overlap_with_the_page_any_more() -> None:
    people, page = make_people(), make_page()
    number = both(people, page)
    revise_page(page, BODY.replace("nog een zin", "nog een ander verhaal"))
    take_part(people.redacteur, number, left=[LONGER])
    assert "nog een ander verhaal" in text_of(page).content.body


def test_title_lead_and_themes_are_taken_over_apart() -> None:
    people, page, topic = make_people(), make_page(), make_topic("Openheid")
    number = send_edit(people.writer, page, title="Anders", lead=OTHER_LEAD, topic_ids=frozenset({topic}))
    take(people.redacteur, number)
    take_part(people.redacteur, number, left=["Anders"])
    content = text_of(page).content
    assert (content.title, content.lead, content.topic_ids) == (page.title, OTHER_LEAD, frozenset({topic}))


def test_of_several_pages_one_can_be_left_as_it_is() -> None:
    people, one, other = make_people(), make_page("Een"), make_page("Twee")
    text = text_of(one)
    edit = prepare_edit(replace(text.content, body=BOTH), text)
    number = send_changes(people.writer, edit, prepare_rename("Drie", text_of(other)))
    take(people.redacteur, number)
    take_part(people.redacteur, number, left=["Drie", LONGER])
    assert (text_of(one).number, text_of(other).number) == (2, 1)
    left = [one for choices in choices_of(number).values() for one in choices if not one.taken]
    assert [(part.page, part.kind) for part in left] == [(1, PartKind.TEXT), (2, PartKind.TITLE)]


def test_nothing_ticked_is_not_a_decision() -> None:
    people, page = make_people(), make_page()
    cuts = cut_proposal(people.redacteur, move(both(people, page)))
    with pytest.raises(Invalid, match="nothing_ticked"):
        plan_part(cuts, PartWish(frozenset()), {})


def test_nobody_takes_over_a_part_of_her_own_proposal() -> None:
    people, page = make_people(), make_page()
    number = send_edit(people.redacteur, page, BOTH)
    take(people.second, number)
    with pytest.raises(Forbidden, match="own_proposal"):
        cut_proposal(people.redacteur, move(number))


def test_a_part_that_was_decided_on_stays_decided() -> None:
    people, page = make_people(), make_page()
    number = both(people, page)
    take_part(people.redacteur, number, left=[LONGER])
    with pytest.raises(Conflict, match="step_not_possible"):
        take_part(people.second, number, left=[FIRST])


def rest(number: int, page: int = 1) -> str:
    head = proposal_head(number)
    assert head is not None
    return left_over(number, head.version_id, page).typed.content.body


def test_the_rest_is_the_page_as_it_is_now_with_what_was_left() -> None:
    people, page = make_people(), make_page()
    number = both(people, page)
    take_part(people.redacteur, number, left=[LONGER])
    assert rest(number) == BOTH
    revise_page(page, text_of(page).content.body.replace("Een kop", "Een betere kop"))
    assert rest(number) == BOTH.replace("Een kop", "Een betere kop")


def test_where_the_page_changed_too_the_rest_has_the_words_that_were_left() -> None:
    people, page = make_people(), make_page()
    number = both(people, page)
    take_part(people.redacteur, number, left=[LONGER])
    revise_page(page, text_of(page).content.body.replace("nog een zin", "nog een ander verhaal"))
    assert rest(number) == BOTH


def test_there_is_no_rest_of_a_proposal_that_was_taken_over_whole() -> None:
    people, page = make_people(), make_page()
    number = both(people, page)
    with pytest.raises(NotFound, match="nothing_left_over"):
        rest(number)
