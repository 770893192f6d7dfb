"""What the kinds of changes do to their pages when they are taken over, and several at once."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.core.db import db
from app.core.errors import Conflict, Invalid
from app.core.outbox import FollowUp, OutboxItem
from app.pages.kinds import PageEventKind, RevisionOrigin
from app.pages.lifecycle import GuidePlace, place_of
from app.pages.models import Page, PageEvent, Revision
from app.pages.queries import page_head
from app.pages.texts import revision_text
from app.proposals.preparing import PreparedChange, prepare_edit, prepare_new_page
from app.proposals.preparing_pages import (
    prepare_archive,
    prepare_move,
    prepare_rename,
    prepare_restore,
    prepare_topics,
)
from tests.builders import BODY, make_chapter, make_page, make_topic, revise_page
from tests.proposal_builders import People, accept, make_people, send_changes, take, text_of

pytestmark = pytest.mark.usefixtures("context")


def publish(*changes: PreparedChange, people: People | None = None) -> int:
    people = people or make_people()
    proposal = send_changes(people.writer, *changes)
    take(people.redacteur, proposal)
    accept(people.redacteur, proposal)
    return proposal


def events(page_id: int) -> list[PageEventKind]:
    return list(db.session.scalars(select(PageEvent.kind).where(PageEvent.page_id == page_id)))


def test_a_renamed_page_is_found_at_both_addresses() -> None:
    page = make_page("Oude naam")
    publish(prepare_rename("Nieuwe naam", text_of(page)))
    heads = [page_head("oude-naam"), page_head("nieuwe-naam")]
    assert [(head.id, head.slug) for head in heads if head] == [(page.id, "nieuwe-naam")] * 2
    assert text_of(page).title == "Nieuwe naam"
    assert events(page.id) == [PageEventKind.RENAMED]


def test_a_page_can_get_its_former_name_back() -> None:
    page = make_page("Oude naam")
    publish(prepare_rename("Nieuwe naam", text_of(page)), people=(people := make_people()))
    publish(prepare_rename("Oude naam", text_of(page)), people=people)
    head = page_head("nieuwe-naam")
    assert head is not None
    assert head.slug == "oude-naam"


def test_a_new_name_that_another_page_has_gets_a_number() -> None:
    make_page("Bezet")
    page = make_page("Vrij")
    publish(prepare_rename("Bezet", text_of(page)))
    head = page_head("vrij")
    assert head is not None
    assert head.slug == "bezet-2"


def test_links_to_a_renamed_page_are_written_anew_when_their_page_is_next_published() -> None:
    page = make_page("Oude naam")
    linking = make_page("Andere pagina", "Zie [[Oude naam]] en [[oude-naam|deze pagina]]. Zin.\n")
    people = make_people()
    publish(prepare_rename("Nieuwe naam", text_of(page)), people=people)
    promised = select(OutboxItem.payload).where(OutboxItem.kind == FollowUp.RENDER_REFERRERS)
    assert {"page": page.id} in list(db.session.scalars(promised))
    base = text_of(linking)
    body = base.content.body.replace("Zin.", "Nog een zin.")
    publish(prepare_edit(replace(base.content, body=body), base), people=people)
    assert text_of(linking).content.body == (
        "Zie [[Nieuwe naam]] en [[Nieuwe naam|deze pagina]]. Nog een zin.\n"
    )


def test_an_archived_page_leaves_the_guide_and_names_its_successor() -> None:
    page, successor = make_page("Verouderd"), make_page("Opvolger")
    publish(prepare_archive(text_of(page), successor.id))
    row = db.session.get_one(Page, page.id)
    assert row.archived_at is not None
    assert row.replacement_id == successor.id
    assert page_head("verouderd") is None
    assert len(list(db.session.scalars(select(Revision).where(Revision.page_id == page.id)))) == 1


def test_a_page_cannot_be_replaced_by_itself_or_by_nothing_that_is_there() -> None:
    page = make_page()
    for other in (page.id, 999):
        with pytest.raises(Invalid, match="unknown_choice"):
            prepare_archive(text_of(page), other)


def test_other_themes_are_a_new_version_with_the_same_words() -> None:
    first, second = make_topic("Openheid"), make_topic("Ethiek")
    page = make_page(topic_ids=[first])
    publish(prepare_topics(frozenset({second}), text_of(page)))
    text = text_of(page)
    assert (text.number, text.content.body, text.content.topic_ids) == (2, BODY, frozenset({second}))


def test_an_earlier_version_comes_back_as_the_newest() -> None:
    page = make_page()
    earlier = text_of(page)
    revise_page(page, "Heel iets anders.\n")
    publish(prepare_restore(earlier, text_of(page)))
    text = text_of(page)
    assert (text.number, text.content) == (3, earlier.content)
    newest = db.session.get_one(Revision, text.id)
    assert newest.origin is RevisionOrigin.RESTORE
    assert newest.approver_id is not None


def test_a_version_of_another_page_cannot_be_restored() -> None:
    page, other = make_page("Een"), make_page("Twee", "Andere tekst.\n")
    with pytest.raises(Invalid, match="page_unknown"):
        prepare_restore(text_of(other), text_of(page))


def test_a_page_moves_to_its_place_and_the_others_make_room() -> None:
    chapter = make_chapter()
    first, second, third = (make_page(title, chapter_id=chapter) for title in ("Een", "Twee", "Drie"))
    publish(prepare_move(GuidePlace(chapter, 1), text_of(third)))
    places = [place_of(page.id).position for page in (first, second, third)]
    assert places == [2, 3, 1]
    assert text_of(third).number == 1


def test_a_page_can_leave_the_guide() -> None:
    page = make_page(chapter_id=make_chapter())
    publish(prepare_move(GuidePlace(), text_of(page)))
    assert place_of(page.id) == GuidePlace()
    with pytest.raises(Invalid, match="same_place"):
        prepare_move(GuidePlace(), text_of(page))


def test_a_new_page_comes_at_the_place_that_was_asked_for() -> None:
    chapter = make_chapter()
    make_page("Eerste", chapter_id=chapter)
    content = replace(text_of(make_page("Model")).content, title="Nieuw")
    publish(prepare_new_page(content, GuidePlace(chapter, 1)))
    head = page_head("nieuw")
    assert head is not None
    assert place_of(head.id) == GuidePlace(chapter, 1)


def test_a_proposal_over_several_pages_is_published_as_one() -> None:
    one, two = make_page("Een"), make_page("Twee")
    bases = [text_of(page) for page in (one, two)]
    changes = [prepare_edit(replace(base.content, lead="Een andere zin."), base) for base in bases]
    publish(*changes, prepare_new_page(replace(bases[0].content, title="Drie")))
    assert [text_of(page).content.lead for page in (one, two)] == ["Een andere zin."] * 2
    assert page_head("drie") is not None


def test_when_one_page_moved_on_none_of_the_pages_is_published() -> None:
    one, two = make_page("Een"), make_page("Twee")
    people = make_people()
    bases = [text_of(page) for page in (one, two)]
    changes = [prepare_edit(replace(base.content, lead="Een andere zin."), base) for base in bases]
    proposal = send_changes(people.writer, *changes)
    take(people.redacteur, proposal)
    revise_page(two, lead="Intussen iets anders.")
    with pytest.raises((Conflict, Invalid)):
        accept(people.redacteur, proposal)
    assert text_of(one).number == 1


def test_a_page_cannot_stand_in_one_proposal_twice() -> None:
    base = text_of(make_page())
    change = prepare_edit(replace(base.content, lead="Een andere zin."), base)
    with pytest.raises(Invalid, match="page_named_twice"):
        send_changes(make_people().writer, change, change)


def test_a_restored_revision_is_read_with_the_change() -> None:
    page = make_page()
    earlier = text_of(page)
    revise_page(page, "Heel iets anders.\n")
    change = prepare_restore(earlier, text_of(page))
    assert change.restored_revision_id == earlier.id
    assert revision_text(earlier.id) == earlier
