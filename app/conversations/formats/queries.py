"""Reading the versions of the formats."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import aliased

from app.accounts.models import Account
from app.conversations.formats.rules import (
    SLUGS,
    AgendaPart,
    FormatQuestion,
    kept_agenda,
    kept_questions,
)
from app.conversations.kinds import ConversationFormat
from app.conversations.models import FormatSuggestion, FormatVersion
from app.core.db import db


@dataclass(frozen=True, slots=True)
class ShownFormat:
    """One version of a format; `made_by` is None for the one that came with the program."""

    id: int
    format: ConversationFormat
    number: int
    intro: str
    agenda: tuple[AgendaPart, ...]
    questions: tuple[FormatQuestion, ...]
    reason: str
    made_by: str | None
    made_at: datetime

    @property
    def url(self) -> str:
        """Where it is shown."""
        return f"/gespreksvormen/{SLUGS[self.format]}"

    @property
    def minutes(self) -> int:
        """How long its agenda takes."""
        return sum(part.minutes for part in self.agenda)


@dataclass(frozen=True, slots=True)
class ShownSuggestion:
    """What somebody learned from using a format, and what the redactie did with it."""

    id: int
    who: str
    text: str
    at: datetime
    answer: str
    answered_at: datetime | None


MOST_SUGGESTIONS = 50
_newer = aliased(FormatVersion)
_VERSIONS: Any = select(FormatVersion, Account.name).outerjoin(
    Account, Account.id == FormatVersion.made_by_id
)


def current_formats() -> dict[ConversationFormat, ShownFormat]:
    """The newest version of each format, in the order of the start kit."""
    superseded = exists().where(_newer.format == FormatVersion.format, _newer.number > FormatVersion.number)
    found = {shown.format: shown for shown in _read(_VERSIONS.where(~superseded))}
    return {kind: found[kind] for kind in ConversationFormat if kind in found}


def versions_of(kind: ConversationFormat) -> tuple[ShownFormat, ...]:
    """Every version of a format, newest first."""
    return _read(_VERSIONS.where(FormatVersion.format == kind).order_by(FormatVersion.number.desc()))


def suggestions_for(kind: ConversationFormat) -> tuple[ShownSuggestion, ...]:
    """What was suggested for a format: first what waits for an answer, then the newest."""
    rows = (
        select(
            FormatSuggestion.id,
            Account.name,
            FormatSuggestion.text,
            FormatSuggestion.at,
            FormatSuggestion.answer,
            FormatSuggestion.answered_at,
        )
        .join(Account, Account.id == FormatSuggestion.author_id)
        .where(FormatSuggestion.format == kind)
        .order_by(FormatSuggestion.answered_at.is_not(None), FormatSuggestion.id.desc())
        .limit(MOST_SUGGESTIONS)
    )
    return tuple(ShownSuggestion(*row) for row in db.session.execute(rows))


def format_awaiting(suggestion_id: int) -> ConversationFormat | None:
    """The format of a suggestion that the redactie can still answer."""
    found = select(FormatSuggestion.format).where(FormatSuggestion.id == suggestion_id)
    return db.session.scalar(found.where(FormatSuggestion.answered_at.is_(None)))


def waiting_suggestions() -> dict[ConversationFormat, int]:
    """How many suggestions wait for an answer, by format."""
    rows = select(FormatSuggestion.format, func.count()).where(FormatSuggestion.answered_at.is_(None))
    return dict(db.session.execute(rows.group_by(FormatSuggestion.format)).all())


def _read(wanted: Any) -> tuple[ShownFormat, ...]:
    return tuple(
        ShownFormat(
            id=row.id,
            format=row.format,
            number=row.number,
            intro=row.intro,
            agenda=kept_agenda(row.agenda),
            questions=kept_questions(row.questions),
            reason=row.reason,
            made_by=made_by,
            made_at=row.made_at,
        )
        for row, made_by in db.session.execute(wanted)
    )
