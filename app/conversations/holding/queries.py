"""Reading how conversations were, without telling who said what, and what stands in a model so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from app.conversations.holding.rules import may_show_answers
from app.conversations.kinds import ConversationPart, ModelPart, Mood, PartAnswer
from app.conversations.models import BegunPart, CanvasEntry, ClosingWord, ConversationMember
from app.core.db import db
from app.core.voting import FEWEST_SHOWN


@dataclass(frozen=True, slots=True)
class ClosingRound:
    """How many found it how; empty, with only `total`, as long as too few answered to stay unrecognised."""

    total: int
    counts: Mapping[Mood, int]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelLine:
    """A line in a part of the model, and the group that wrote it."""

    id: int
    part: ModelPart
    text: str
    group_number: int | None


def closing_round(number: int) -> ClosingRound:
    """How one conversation was; the words stand in the order of the alphabet, not of the table."""
    shown = _round(ClosingWord.conversation_id == number)
    if not shown.counts:
        return shown
    lines = select(ClosingWord.line).where(ClosingWord.conversation_id == number, ClosingWord.line != "")
    return ClosingRound(shown.total, shown.counts, tuple(sorted(db.session.scalars(lines), key=str.casefold)))


def closing_rounds_of(account_id: int) -> ClosingRound:
    """How all conversations together were that this person hosted.

    One with too few answers does not count: the difference would tell them.
    """
    hosted = select(ConversationMember.conversation_id).where(
        ConversationMember.account_id == account_id,
        ConversationMember.part == ConversationPart.HOST,
        ConversationMember.answer == PartAnswer.ACCEPTED,
    )
    enough = (
        select(ClosingWord.conversation_id)
        .where(ClosingWord.conversation_id.in_(hosted))
        .group_by(ClosingWord.conversation_id)
        .having(func.count() >= FEWEST_SHOWN)
    )
    return _round(ClosingWord.conversation_id.in_(enough))


def begun_parts(conversation_id: int) -> dict[int, datetime]:
    """When each part of the agenda began, by its place."""
    rows = select(BegunPart.position, BegunPart.at).where(BegunPart.conversation_id == conversation_id)
    return dict(db.session.execute(rows).all())


def model_lines(conversation_id: int) -> tuple[ModelLine, ...]:
    """What stands in the model of a conversation, newest first."""
    rows = (
        select(CanvasEntry.id, CanvasEntry.model_part, CanvasEntry.text, CanvasEntry.group_number)
        .where(CanvasEntry.conversation_id == conversation_id, CanvasEntry.model_part.is_not(None))
        .order_by(CanvasEntry.id.desc())
    )
    found = db.session.execute(rows)
    return tuple(ModelLine(number, part, text, group) for number, part, text, group in found if part)


def _round(answers: ColumnElement[bool]) -> ClosingRound:
    wanted = select(ClosingWord.mood, func.count()).where(answers).group_by(ClosingWord.mood)
    found = dict(db.session.execute(wanted).all())
    counts = {mood: found.get(mood, 0) for mood in Mood}
    return ClosingRound(sum(counts.values()), counts if may_show_answers(counts) else {})
