"""Making anew what the program proposes: after bouwstenen or lines changed, never in a request.

The comparing is done before the transaction. A proposal that comes out as it was keeps its number, so that a
screen that is open stays true.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from app.building_blocks.models import BuildingBlock, BuildingBlockRevision, BuildingBlockTopic
from app.building_blocks.rules import TAKEN_IN
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.threads.clusters import Cluster, Corpus, Text, propose_additions, propose_clusters
from app.threads.models import Thread, ThreadBlock, ThreadSuggestion
from app.threads.placing import placed_blocks
from app.threads.rules import is_like
from app.topics.models import Topic

Proposed = tuple[int | None, Cluster]


@dataclass(frozen=True, slots=True)
class _Line:
    """What is on a line now, and what somebody ever put on it or took off."""

    placed: list[int]
    known: set[int]


def suggest_threads(_payload: Mapping[str, int]) -> None:
    """Propose new lines through what is on none, and for each line what would fit it."""
    corpus, lines = Corpus(_texts()), _lines()
    taken = {block_id for line in lines.values() for block_id in line.placed}
    proposed: list[Proposed] = [(None, cluster) for cluster in _new_lines(corpus, taken)]
    for thread_id, line in lines.items():
        if addition := propose_additions(corpus, line.placed, line.known | set(line.placed)):
            proposed.append((thread_id, addition))
    with unit_of_work():
        _keep(proposed)


def _new_lines(corpus: Corpus, taken: set[int]) -> list[Cluster]:
    """All but those that are like what the redactie dismissed."""
    dismissed = list(
        db.session.scalars(
            select(ThreadSuggestion.block_ids).where(ThreadSuggestion.dismissed_at.is_not(None))
        )
    )
    return [
        cluster
        for cluster in propose_clusters(corpus, taken)
        if not any(is_like(cluster.block_ids, earlier) for earlier in dismissed)
    ]


def _texts() -> list[Text]:
    """Every bouwsteen that may be on a line."""
    topics: dict[int, list[str]] = defaultdict(list)
    names = select(BuildingBlockTopic.block_id, Topic.name).join(
        Topic, Topic.id == BuildingBlockTopic.topic_id
    )
    for block_id, name in db.session.execute(names.order_by(Topic.position, Topic.id)):
        topics[block_id].append(name)
    rows = (
        select(BuildingBlock.id, BuildingBlockRevision.text, BuildingBlock.conversation_id)
        .join(
            BuildingBlockRevision,
            (BuildingBlockRevision.block_id == BuildingBlock.id)
            & (BuildingBlockRevision.number == BuildingBlock.version),
        )
        .where(BuildingBlock.status.in_(TAKEN_IN))
    )
    return [Text(id_, words, tuple(topics[id_]), where) for id_, words, where in db.session.execute(rows)]


def _lines() -> dict[int, _Line]:
    """Every line that is not in the archive."""
    open_lines = select(Thread.id).where(Thread.archived_at.is_(None)).order_by(Thread.id)
    lines = {thread_id: _Line([], set()) for thread_id in db.session.scalars(open_lines)}
    placed = placed_blocks()
    for thread_id, block_id in db.session.execute(select(placed.c.thread_id, placed.c.block_id)):
        if thread_id in lines:
            lines[thread_id].placed.append(block_id)
    for thread_id, block_id in db.session.execute(select(ThreadBlock.thread_id, ThreadBlock.block_id)):
        if thread_id in lines:
            lines[thread_id].known.add(block_id)
    return lines


def _keep(proposed: list[Proposed]) -> None:
    standing = list(
        db.session.scalars(select(ThreadSuggestion).where(ThreadSuggestion.dismissed_at.is_(None)))
    )
    fresh = {(thread_id, cluster.words, cluster.block_ids): None for thread_id, cluster in proposed}
    for row in standing:
        same = (row.thread_id, tuple(row.words), tuple(row.block_ids))
        if same in fresh:
            del fresh[same]
        else:
            db.session.delete(row)
    for thread_id, words, block_ids in fresh:
        db.session.add(
            ThreadSuggestion(thread_id=thread_id, words=list(words), block_ids=list(block_ids), made_at=now())
        )
