"""What the plaat and the tables of coverage read, and what is new to whom."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from flask import Flask

from app.building_blocks.kinds import BuildingBlockStatus
from app.conversations.kinds import ConversationStatus, ModelPart, WorkKind
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.permissions import Role
from app.threads.coverage.queries import blocks_by_part, conversations_by_work
from app.threads.models import PictureVisit
from app.threads.picture.queries import held_conversations, read_grid, topics_and_picture
from tests.browsing import Visitor
from tests.builders import make_topic
from tests.conversation_builders import make_building_block, make_conversation
from tests.proposal_builders import make_actor
from tests.statements import counted_statements
from tests.thread_builders import lay_thread

LONG_AGO = date(2000, 1, 1)
SEPTEMBER = datetime(2026, 9, 30, 23, 30, tzinfo=UTC)  # in the Netherlands it is October already


def held(host_id: int, **columns: Any) -> int:
    return make_conversation(host_id, status=ConversationStatus.HELD, starts_at=SEPTEMBER, **columns)


def test_the_plaat_counts_what_was_handed_in_of_conversations_that_were_held(context: Flask) -> None:
    redacteur, topic = make_actor("redacteur voorbeeld", Role.EDITOR), make_topic("Openheid")
    conversation = held(redacteur.account_id or 0)
    first = make_building_block(conversation_id=conversation, topic_ids=[topic])
    make_building_block(conversation_id=conversation, topic_ids=[topic], status=BuildingBlockStatus.PARKED)
    lay_thread(redacteur, block_ids=[first])
    (origin,) = held_conversations()
    assert f"{origin.month:%Y-%m}" == "2026-10"
    grid = read_grid([origin], now() - timedelta(days=1))
    (openheid,), (line,) = grid.topics, grid.threads
    assert (openheid.total.number, openheid.total.new) == (1, 1)
    assert [cell.number for cell in line.cells] == [1]
    assert read_grid([origin], None).new == 0
    make_building_block(topic_ids=[topic])  # of no conversation, written today
    totals = [read_grid([origin], None, until).topics[0].total.number for until in (LONG_AGO, None)]
    assert totals == [0, 2]
    (theme,), small = topics_and_picture()
    assert (theme.slug, [disc.size for disc in small.discs], small.threads) == ("openheid", [5], 1)


def test_a_part_and_a_kind_of_work_are_counted_once_per_bouwsteen_and_conversation(context: Flask) -> None:
    host, topic = make_actor("medewerker voorbeeld", Role.MEMBER).account_id or 0, make_topic("Openheid")
    two_units = held(host, units=[("Een", WorkKind.POLICY), ("Twee", WorkKind.POLICY)])
    for conversation in (two_units, two_units, held(host, units=[("Drie", WorkKind.EXECUTION)])):
        make_building_block(conversation_id=conversation, topic_ids=[topic], model_part=ModelPart.HEART)
    make_building_block(topic_ids=[topic])
    assert blocks_by_part() == {(topic, ModelPart.HEART): 3}
    assert conversations_by_work() == {(topic, WorkKind.POLICY): 1, (topic, WorkKind.EXECUTION): 1}


def test_a_visit_is_kept_only_when_it_is_told_and_the_plaat_asks_little(app: Flask) -> None:
    with app.app_context():
        lezer = make_actor("lezer voorbeeld", Role.READER).account_id or 0
        held(lezer)
    visitor = Visitor(app).sign_in(lezer)
    with counted_statements(app) as statements:
        assert visitor.get("/plaat").status_code == 200
    assert len(statements) <= 12
    assert visitor.post("/plaat", {"stap": "gekeken"}).status_code == 204
    assert visitor.post("/plaat", {"stap": "gezien"}).status_code == 303
    assert visitor.post("/plaat", {"stap": "iets anders"}).status_code == 400
    with app.app_context(), unit_of_work():
        visit = db.session.get_one(PictureVisit, lezer)
        assert visit.previous_at == visit.seen_at
