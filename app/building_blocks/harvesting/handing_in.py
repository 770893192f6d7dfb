"""Handing in the harvest of a conversation: what the redactie and all colleagues see from then on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.accounts.name_queries import known_names
from app.building_blocks import service as blocks
from app.building_blocks.harvesting import rules
from app.building_blocks.harvesting.kinds import HeldBack
from app.building_blocks.harvesting.queries import noted_in
from app.conversations.holding.service import mark_handed_in
from app.conversations.queries import check_may_edit
from app.core.permissions import Actor
from app.text.personal_data.finding import find_personal_data


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What somebody read before handing in: the newest row of each timeline, and what may stay as it is."""

    seen: Mapping[int, int]
    confirmed: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class HandedIn:
    """How many were handed in now, and which stayed and why."""

    count: int
    held_back: Mapping[int, HeldBack]


def hand_in(actor: Actor, conversation_id: int, reading: Reading) -> HandedIn:
    """Hand in every noted bouwsteen that was read, but none with personal data that nobody agreed to.

    The conversation was held then; when nothing stays behind, it is harvested.
    """
    check_may_edit(conversation_id, actor)
    noted, names = noted_in(conversation_id), known_names()
    found = {block.number for block in noted if find_personal_data(block.text, names)}
    standing = {block.number: block.last_event for block in noted}
    stay = rules.held_back(standing, reading.seen, found, reading.confirmed)
    count = blocks.submit_harvest(actor, conversation_id, standing.keys() - stay.keys())
    if count:
        mark_handed_in(conversation_id, whole=not stay)
    return HandedIn(count, stay)
