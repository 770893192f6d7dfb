"""Discussions on proposals for tests, made by the real services; each needs an application context."""

from dataclasses import replace

from app.core.db import unit_of_work
from app.core.permissions import Actor
from app.core.submissions import new_key
from app.discussions.kinds import DiscussionStep, TextSide
from app.discussions.places import Place
from app.discussions.queries import DiscussionRow, discussion
from app.discussions.service import Turn, open_discussion, respond
from app.discussions.spots import Spot, spot_at
from app.proposals.detail_queries import proposal_head
from app.proposals.texts import change_text


def line(proposal_id: int, block: int, side: TextSide = TextSide.NEW) -> Place:
    """A block of the newest version of a proposal."""
    head = proposal_head(proposal_id)
    assert head is not None
    return Place(change_text(head.version_id).id, side, block)


def begin_discussion(
    actor: Actor, proposal_id: int, words: str = "Klopt dit?", place: Place | Spot | None = None
) -> int:
    """A discussion about a place, or about the whole proposal."""
    spot = place if isinstance(place, Spot) else spot_at(proposal_id, place or Place())
    with unit_of_work():
        url = open_discussion(actor, proposal_id, spot, words, key=new_key())
    return int(url.rpartition("-")[2])


def take_turn(actor: Actor, discussion_id: int, step: DiscussionStep, words: str = "") -> None:
    """A turn by somebody who has seen everything up to now."""
    turn = Turn(discussion_id=discussion_id, step=step, body=words)
    with unit_of_work():
        respond(actor, replace(turn, seen=read_discussion(discussion_id).newest), key=new_key())


def read_discussion(discussion_id: int) -> DiscussionRow:
    """A discussion as it is now."""
    found = discussion(discussion_id)
    assert found is not None
    return found
