"""Reading what became of the bouwstenen of one conversation, for who has its code and no account."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from app.building_blocks.chains import final_numbers
from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus, BuildingBlockStep
from app.building_blocks.models import BuildingBlock, BuildingBlockEvent
from app.building_blocks.queries import ShownBlock, blocks_by_id, blocks_of
from app.building_blocks.use_queries import BlockUse, uses_of
from app.conversations.models import Conversation
from app.core.db import db


@dataclass(frozen=True, slots=True)
class FollowedConversation:
    """What a code stands for."""

    number: int
    title: str
    starts_at: datetime
    is_example: bool


@dataclass(frozen=True, slots=True)
class FollowedBlock:
    """What became of one bouwsteen.

    `status` is that of the one which speaks for it now, `merged` whether that is another; `into` is its
    number when it is of the same conversation. The text of one that was withdrawn is not told.
    """

    number: int
    kind: BuildingBlockKind
    text: str
    status: BuildingBlockStatus
    merged: bool
    into: int | None
    reason: str
    since: datetime
    uses: tuple[BlockUse, ...]


def conversation_with_code(code: str) -> FollowedConversation | None:
    """The conversation of which participants took this code along."""
    row = db.session.execute(
        select(Conversation.id, Conversation.title, Conversation.starts_at, Conversation.is_example).where(
            Conversation.code == code
        )
    ).first()
    return FollowedConversation(*row) if row else None


def followed_blocks(conversation_id: int) -> list[FollowedBlock]:
    """What was handed in of a conversation, in the order of the conversation."""
    own = {block.number: block for block in blocks_of(conversation_id)}
    ends = final_numbers(own)
    others = blocks_by_id(set(ends.values()) - own.keys())
    uses = uses_of(set(ends.values()))
    steps = _newest_steps(set(ends.values()))
    return [
        _followed(block, (own | others)[end], ends_here=end in own, uses=uses.get(end, []), said=steps[end])
        for number, block in own.items()
        for end in [ends[number]]
    ]


def noted_count(conversation_id: int) -> int:
    """How many bouwstenen were written down and not handed in yet."""
    noted = select(func.count()).where(
        BuildingBlock.conversation_id == conversation_id, BuildingBlock.status == BuildingBlockStatus.NOTED
    )
    return db.session.scalar(noted) or 0


def _followed(
    block: ShownBlock,
    end: ShownBlock,
    *,
    ends_here: bool,
    uses: list[BlockUse],
    said: tuple[str, datetime],
) -> FollowedBlock:
    merged = end.number != block.number
    withdrawn = end.status is BuildingBlockStatus.WITHDRAWN
    return FollowedBlock(
        number=block.number,
        kind=block.kind,
        text="" if withdrawn else block.text,
        status=end.status,
        merged=merged,
        into=end.number if merged and ends_here else None,
        # Why another conversation's was put aside, is told to that one.
        reason=said[0] if ends_here else "",
        since=said[1],
        uses=() if withdrawn else tuple(uses),
    )


def _newest_steps(numbers: Collection[int]) -> dict[int, tuple[str, datetime]]:
    """The reason and the moment of the last step that changed where each of these stands."""
    newest = (
        select(BuildingBlockEvent.block_id, func.max(BuildingBlockEvent.seq).label("seq"))
        .where(
            BuildingBlockEvent.block_id.in_(list(numbers)),
            BuildingBlockEvent.step != BuildingBlockStep.ADJUST,
        )
        .group_by(BuildingBlockEvent.block_id)
        .subquery()
    )
    rows = select(BuildingBlockEvent.block_id, BuildingBlockEvent.reason, BuildingBlockEvent.at).join(
        newest,
        (newest.c.block_id == BuildingBlockEvent.block_id) & (newest.c.seq == BuildingBlockEvent.seq),
    )
    return {number: (reason, at) for number, reason, at in db.session.execute(rows)}
