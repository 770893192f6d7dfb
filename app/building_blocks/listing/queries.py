"""Reading the chosen bouwstenen, the newest first."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, func, select, true

from app.building_blocks.kinds import BuildingBlockStatus
from app.building_blocks.listing.rules import UNUSED, BlockChoice
from app.building_blocks.models import (
    BuildingBlock,
    BuildingBlockRevision,
    BuildingBlockTopic,
    BuildingBlockWord,
)
from app.building_blocks.queries import ShownBlock, block_rows, with_topics
from app.conversations.kinds import PartAnswer
from app.conversations.models import Conversation, ConversationMember
from app.core.db import db
from app.core.permissions import Actor, Permission
from app.pages.published import AnySelect
from app.text.key_words import key_stems
from app.topics.models import Topic

INSIDE = frozenset({BuildingBlockStatus.NOTED, BuildingBlockStatus.WITHDRAWN})
"""Whose words are for who edits the conversation, and for the redactie."""


@dataclass(frozen=True, slots=True)
class BlockList:
    """The bouwstenen that answer to a choice; nothing is read before it is asked for."""

    statement: AnySelect

    def count(self) -> int:
        """How many there are."""
        numbers = self.statement.with_only_columns(BuildingBlock.id).subquery()
        return db.session.scalar(select(func.count()).select_from(numbers)) or 0

    def rows(self, *, limit: int, offset: int = 0, oldest_first: bool = False) -> list[ShownBlock]:
        """A piece of the list."""
        order = BuildingBlock.id if oldest_first else BuildingBlock.id.desc()
        return with_topics(
            db.session.execute(self.statement.order_by(order).limit(limit).offset(offset)).all()
        )


def chosen_blocks(choice: BlockChoice, actor: Actor) -> BlockList:
    """What answers to somebody's choice.

    What was only noted and what was withdrawn is listed when asked for, of the conversations that she edits.
    """
    wants_notes = choice.status is BuildingBlockStatus.NOTED
    conditions = [] if choice.status else [BuildingBlock.status != BuildingBlockStatus.WITHDRAWN]
    if choice.status in INSIDE:
        conditions.append(_is_insider(actor))
    if choice.status:
        conditions.append(BuildingBlock.status == choice.status)
    if choice.unused:
        conditions.append(BuildingBlock.status.in_(UNUSED))
    if choice.kind:
        conditions.append(BuildingBlockRevision.kind == choice.kind)
    if choice.model_part:
        conditions.append(BuildingBlockRevision.model_part == choice.model_part)
    if choice.conversation is not None:
        conditions.append(BuildingBlock.conversation_id == choice.conversation)
    if choice.topic:
        conditions.append(_is_about(choice.topic))
    if choice.words:
        conditions.extend(_says(choice))
    return BlockList(block_rows(with_notes=wants_notes).where(*conditions))


def conversation_title(number: int | None) -> str | None:
    """What a conversation is called; None for one that is not there."""
    if number is None:
        return None
    return db.session.scalar(select(Conversation.title).where(Conversation.id == number))


def _is_insider(actor: Actor) -> ColumnElement[bool]:
    """Whether this person edits the conversation that it came from, or is of the redactie."""
    if actor.may(Permission.CURATE):
        return true()
    mine = select(ConversationMember.conversation_id).where(
        ConversationMember.account_id == actor.account_id, ConversationMember.answer == PartAnswer.ACCEPTED
    )
    return BuildingBlock.conversation_id.in_(mine)


def _is_about(slug: str) -> ColumnElement[bool]:
    return exists().where(
        BuildingBlockTopic.block_id == BuildingBlock.id,
        Topic.id == BuildingBlockTopic.topic_id,
        Topic.slug == slug,
    )


def _says(choice: BlockChoice) -> list[ColumnElement[bool]]:
    """The number, or all of the words: each in its text or in the name of one of its themes."""
    if choice.number is not None:
        return [BuildingBlock.id == choice.number]
    return [_has_word(word) | _has_theme(word.rstrip("*")) for word in choice.words.split()]


def _has_theme(word: str) -> ColumnElement[bool]:
    """A theme with a word in its name that begins so."""
    begins = Topic.name.istartswith(word, autoescape=True) | Topic.name.icontains(f" {word}", autoescape=True)
    about = select(BuildingBlockTopic.block_id).join(Topic, Topic.id == BuildingBlockTopic.topic_id)
    return BuildingBlock.id.in_(about.where(begins))


def _has_word(word: str) -> ColumnElement[bool]:
    """A form of the word, or with a star its beginning; what every text has is looked for as it stands."""
    stems = key_stems(word)
    if word.endswith("*"):
        fits = BuildingBlockWord.word.startswith(word.rstrip("*").lower(), autoescape=True)
    elif stems:
        fits = BuildingBlockWord.word.in_(stems)
    else:
        return BuildingBlockRevision.text.icontains(word, autoescape=True)
    return BuildingBlock.id.in_(select(BuildingBlockWord.block_id).where(fits))
