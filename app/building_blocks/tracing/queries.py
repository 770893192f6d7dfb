"""Reading what stands behind the marks in a text: bouwstenen, and the conversations they came from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select

from app.building_blocks.kinds import BuildingBlockKind
from app.building_blocks.models import BuildingBlock, BuildingBlockRevision
from app.building_blocks.rules import block_path
from app.building_blocks.tracing.rules import state_of
from app.conversations.models import Conversation, ConversationUnit
from app.conversations.rules import conversation_path
from app.core.db import db
from app.pages.published import AnySelect
from app.text.block_cards import CardState
from app.text.source_marks import MOST_NAMED, numbers_marked


@dataclass(frozen=True, slots=True)
class SourceConversation:
    """Where a bouwsteen came from; `units` are the parts of the organisation that it may be told to be of.

    For who may not read conversations, `title` is empty and `url` None.
    """

    number: int
    title: str
    held_at: datetime
    units: tuple[str, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True)
class NamedBlock:
    """A bouwsteen that a text names by `named`; `number` is another when it was merged.

    It has a kind and a text only when its state is `SHOWN`.
    """

    named: int
    number: int
    state: CardState
    kind: BuildingBlockKind | None = None
    text: str = ""
    conversation: SourceConversation | None = None

    @property
    def url(self) -> str:
        """Where everything about it is told."""
        return block_path(self.number)


@dataclass(frozen=True, slots=True)
class Sources:
    """What a text rests on: every bouwsteen that it names, in the order in which it does.

    `may_open`: whether this reader may go and see more of each.
    """

    blocks: tuple[NamedBlock, ...] = ()
    may_open: bool = False

    @property
    def named(self) -> dict[int, NamedBlock]:
        """All of them by the number in the text."""
        return {block.named: block for block in self.blocks}

    @property
    def shown(self) -> dict[int, NamedBlock]:
        """Those whose words can be read, once each, by their present number."""
        return {block.number: block for block in self.blocks if block.state is CardState.SHOWN}

    @property
    def by_conversation(self) -> dict[SourceConversation | None, list[NamedBlock]]:
        """The same by the conversation they came from; those from none come last."""
        found: dict[SourceConversation | None, list[NamedBlock]] = {}
        for block in sorted(self.shown.values(), key=lambda block: block.conversation is None):
            found.setdefault(block.conversation, []).append(block)
        return found

    @property
    def conversation_count(self) -> int:
        """From how many conversations they came."""
        return len(self.by_conversation.keys() - {None})


def _named_blocks() -> AnySelect:
    """What became of each bouwsteen that is asked for; a row per part of the organisation that it is of."""
    asked = select(
        BuildingBlock.id.label("named"), BuildingBlock.id, BuildingBlock.merged_into_id.label("next")
    ).where(BuildingBlock.id.in_(bindparam("numbers", expanding=True)))
    chain = asked.cte("chain", recursive=True)
    chain = chain.union(
        select(chain.c.named, BuildingBlock.id, BuildingBlock.merged_into_id).join(
            chain, BuildingBlock.id == chain.c.next
        )
    )
    statement: AnySelect = (
        select(
            chain.c.named,
            BuildingBlock.id,
            BuildingBlock.status,
            BuildingBlockRevision.kind,
            BuildingBlockRevision.text,
            BuildingBlock.conversation_id,
            Conversation.title,
            Conversation.held_at,
            Conversation.starts_at,
            ConversationUnit.name.label("unit"),
        )
        .join(chain, (chain.c.id == BuildingBlock.id) & chain.c.next.is_(None))
        .join(
            BuildingBlockRevision,
            (BuildingBlockRevision.block_id == BuildingBlock.id)
            & (BuildingBlockRevision.number == BuildingBlock.version),
        )
        .outerjoin(Conversation, Conversation.id == BuildingBlock.conversation_id)
        .outerjoin(
            ConversationUnit,
            (ConversationUnit.conversation_id == Conversation.id) & Conversation.names_units,
        )
        .order_by(chain.c.named, ConversationUnit.name)
    )
    return statement


_NAMED_BLOCKS = _named_blocks()


def named_blocks_by_number(numbers: Collection[int]) -> dict[int, NamedBlock]:
    """These bouwstenen by the number that was asked, in one statement, without those that do not exist."""
    if not numbers:
        return {}
    found: dict[int, NamedBlock] = {}
    for row in db.session.execute(_NAMED_BLOCKS, {"numbers": sorted(set(numbers))}):
        block = found.get(row.named)
        found[row.named] = _with_unit(block, row.unit) if block else _named_block(row)
    return found


def sources_of(html: str, *, conversations: bool) -> Sources:
    """What the marks in rendered text stand for, in one statement; in none when it has no marks.

    `conversations`: whether this reader may know of conversations more than that they were held.
    """
    return sources_named(numbers_marked(html), conversations=conversations)


def sources_named(named: Sequence[int], *, conversations: bool) -> Sources:
    """The same of bouwstenen that are named some other way, as far as a page can open them."""
    numbers = named[:MOST_NAMED]
    found = named_blocks_by_number(numbers)
    blocks = (found.get(number) or NamedBlock(number, number, CardState.UNKNOWN) for number in numbers)
    told = tuple(block if conversations else _for_everybody(block) for block in blocks)
    return Sources(told, may_open=conversations)


def _named_block(row: Row[Any]) -> NamedBlock:
    state = state_of(row.status)
    if state is not CardState.SHOWN:
        return NamedBlock(row.named, row.id, state)
    conversation = None
    if row.conversation_id is not None:
        units = (row.unit,) if row.unit else ()
        held_at = row.held_at or row.starts_at
        url = conversation_path(row.conversation_id)
        conversation = SourceConversation(row.conversation_id, row.title, held_at, units, url)
    return NamedBlock(row.named, row.id, state, row.kind, row.text, conversation)


def _with_unit(block: NamedBlock, unit: str) -> NamedBlock:
    if block.conversation is None:
        return block
    units = (*block.conversation.units, unit)
    return replace(block, conversation=replace(block.conversation, units=units))


def _for_everybody(block: NamedBlock) -> NamedBlock:
    if block.conversation is None:
        return block
    return replace(block, conversation=replace(block.conversation, title="", url=None))
