"""What is done with bouwstenen, on a real database."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier

import pytest
from flask import Flask, current_app
from sqlalchemy import select

from app.building_blocks import service
from app.building_blocks.chains import final_numbers, numbers_ending_in
from app.building_blocks.kinds import BuildingBlockStatus as Status
from app.building_blocks.kinds import BuildingBlockStep as Step
from app.building_blocks.models import BuildingBlockEvent, BuildingBlockRevision
from app.building_blocks.queries import blocks_by_id, blocks_of
from app.building_blocks.service import NewBuildingBlock
from app.building_blocks.texts import BlockText
from app.building_blocks.timeline import Move
from app.core.db import db, unit_of_work
from app.core.errors import Conflict, Forbidden, Invalid
from app.core.permissions import Actor, Role
from tests.block_builders import hand_in, move, note_block, rest_on, status_of
from tests.builders import make_page, make_topic, revise_page
from tests.conversation_builders import make_conversation
from tests.proposal_builders import make_actor


@dataclass(frozen=True, slots=True)
class Table:
    """A conversation with its host, a colleague of another one and a redacteur."""

    host: Actor
    colleague: Actor
    redacteur: Actor
    conversation: int


@pytest.fixture
def table(context: Flask) -> Table:
    host = make_actor("Noor Voorbeeld", Role.MEMBER)
    colleague = make_actor("Sam Voorbeeld", Role.MEMBER)
    redacteur = make_actor("Fenna Redactie", Role.EDITOR)
    return Table(host, colleague, redacteur, make_conversation(host.account_id or 0))


def test_what_is_noted_twice_is_one_bouwsteen(table: Table) -> None:
    said = BlockText(text="  Wie   vraagt,\nleert. ", topic_ids=frozenset({make_topic()}))
    new = NewBuildingBlock(said=said, origin_key="telefoon:1", conversation_id=table.conversation)
    with unit_of_work():
        numbers = {service.note(new, table.host.account_id) for _ in range(2)}
    block = blocks_by_id(numbers, with_notes=True)[numbers.pop()]
    assert (block.text, block.status, block.last_event) == ("Wie vraagt, leert.", Status.NOTED, 1)
    assert [topic.name for topic in block.topics] == ["Tegenspraak"]


def test_a_harvest_is_seen_by_others_once_its_host_hands_it_in(table: Table) -> None:
    note_block("Een inzicht.", table.conversation)
    assert blocks_of(table.conversation) == []
    with pytest.raises(Forbidden), unit_of_work():
        service.submit_harvest(table.colleague, table.conversation)
    hand_in(table.host, table.conversation)
    assert [block.status for block in blocks_of(table.conversation)] == [Status.SUBMITTED]
    with unit_of_work():
        assert service.submit_harvest(table.host, table.conversation) == 0


def test_every_step_is_a_row_and_a_form_that_was_sent_twice_makes_one(table: Table) -> None:
    number = note_block("Een inzicht.", table.conversation)
    hand_in(table.host, table.conversation)
    seen = move(number, "Dit gaat over iets anders.")
    for _ in range(2):
        with unit_of_work():
            service.park(table.redacteur, seen)
    steps = select(BuildingBlockEvent.step).order_by(BuildingBlockEvent.seq)
    assert list(db.session.scalars(steps)) == [Step.NOTE, Step.SUBMIT, Step.PARK]
    second = make_actor("Joris Redactie", Role.EDITOR)
    with pytest.raises(Conflict, match="block_moved_on"), unit_of_work():
        service.accept(second, Move(number=number, seen_event=2))


def test_an_adjustment_is_a_next_text_and_the_former_ones_stay(table: Table) -> None:
    number = note_block("Een inzigt.", table.conversation)
    page = make_page()
    rest_on(page, number)
    with unit_of_work():
        service.adjust(table.host, move(number), BlockText(text="Een inzicht."))
    texts = select(BuildingBlockRevision.text).order_by(BuildingBlockRevision.number)
    assert list(db.session.scalars(texts)) == ["Een inzigt.", "Een inzicht."]
    with pytest.raises(Forbidden), unit_of_work():
        service.adjust(table.colleague, move(number), BlockText(text="Iets anders."))


def test_another_text_on_what_one_saw_before_is_told_and_not_dropped(table: Table) -> None:
    number = note_block("Een inzigt.", table.conversation)
    hand_in(table.host, table.conversation)
    seen = move(number)
    for _ in range(2):
        with unit_of_work():
            service.adjust(table.redacteur, seen, BlockText(text="Een inzicht."))
    with pytest.raises(Conflict, match="block_moved_on"), unit_of_work():
        service.adjust(table.redacteur, seen, BlockText(text="Een ander inzicht."))


def test_a_chain_is_followed_to_its_end_and_cannot_be_closed(table: Table) -> None:
    first, second, third = (note_block(f"Inzicht {place}.", table.conversation) for place in "abc")
    hand_in(table.host, table.conversation)
    for number, target in ((first, second), (second, third)):
        with unit_of_work():
            service.merge(table.redacteur, move(number), target)
    assert final_numbers([first, second, third]) == {first: third, second: third, third: third}
    assert numbers_ending_in(third) == {first, second}
    with pytest.raises(Invalid, match="merge_into_itself"), unit_of_work():
        service.merge(table.redacteur, move(third), first)


def test_a_page_that_rests_on_a_merged_bouwsteen_uses_the_one_that_speaks_for_it(table: Table) -> None:
    first, second = (note_block(f"Inzicht {place}.", table.conversation) for place in "ab")
    hand_in(table.host, table.conversation)
    page = make_page()
    rest_on(page, first)
    with unit_of_work():
        service.set_used([first])
    assert status_of(first) is Status.USED
    with unit_of_work():
        service.merge(table.redacteur, move(first), second)
    assert (status_of(first), status_of(second)) == (Status.MERGED, Status.USED)
    revise_page(page, body="Een tekst zonder bouwsteen.\n")
    with unit_of_work():
        service.set_unused([first])
    assert status_of(second) is Status.ACCEPTED


def test_reopening_brings_back_what_pages_rest_on(table: Table) -> None:
    first, second = (note_block(f"Inzicht {place}.", table.conversation) for place in "ab")
    hand_in(table.host, table.conversation)
    rest_on(make_page(), first)
    with unit_of_work():
        service.merge(table.redacteur, move(first), second)
    with unit_of_work():
        service.reopen(table.redacteur, move(first))
    assert (status_of(first), status_of(second)) == (Status.USED, Status.ACCEPTED)
    assert final_numbers([first]) == {first: first}


def test_of_two_redacteuren_at_once_one_decides_and_the_other_is_told(table: Table) -> None:
    number = note_block("Een inzicht.", table.conversation)
    hand_in(table.host, table.conversation)
    second, seen = make_actor("Joris Redactie", Role.EDITOR), move(number, "Dit past hier niet.")
    app, ready = current_app._get_current_object(), Barrier(2)  # type: ignore[attr-defined]  # a proxy

    def decide(actor: Actor, verb: Callable[[Actor, Move], None]) -> str:
        with app.app_context():
            ready.wait()
            try:
                with unit_of_work():
                    verb(actor, seen)
            except Conflict as refused:
                return refused.code
            return "done"

    db.session.rollback()
    with ThreadPoolExecutor(2) as pool:
        both = pool.map(decide, (table.redacteur, second), (service.accept, service.park))
        assert sorted(both) == ["block_moved_on", "done"]
