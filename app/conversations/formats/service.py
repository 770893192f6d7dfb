"""Improving the formats from experience: suggestions of everybody, new versions by the redactie."""

from sqlalchemy import func, select

from app.conversations.formats import rules
from app.conversations.formats.rules import FormatText, to_keep
from app.conversations.kinds import ConversationFormat
from app.conversations.models import FormatSuggestion, FormatVersion
from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, NotFound
from app.core.permissions import Actor, Permission, account_with
from app.core.submissions import answer, claim, worded


def format_path(kind: ConversationFormat) -> str:
    """Where a format is shown."""
    return f"/gespreksvormen/{rules.SLUGS[kind]}"


def improve(actor: Actor, kind: ConversationFormat, text: FormatText, *, base: int, key: str) -> str:
    """Make the next version of a format; returns its address.

    Conversations that were planned keep the version they have. Raises `Conflict` when somebody made a
    version since `base`.
    """
    account_id = account_with(actor, Permission.CURATE)
    rules.check_format(text)
    key = worded(key, text)
    if earlier := claim(key, account_id):
        return earlier
    newest = select(func.max(FormatVersion.number)).where(FormatVersion.format == kind)
    if db.session.scalar(newest) != base:
        raise Conflict("format_moved_on")
    version = FormatVersion(
        format=kind,
        number=base + 1,
        intro=text.intro.strip(),
        agenda=to_keep(text.agenda),
        questions=to_keep(text.questions),
        reason=text.reason.strip(),
        made_by_id=account_id,
        made_at=now(),
    )
    db.session.add(version)
    answer(key, account_id, format_path(kind))
    return format_path(kind)


def suggest(actor: Actor, kind: ConversationFormat, text: str, *, key: str) -> None:
    """Tell the redactie what one learned from using a format."""
    account_id = account_with(actor, Permission.CONVERSE)
    rules.check_suggestion(text)
    key = worded(key, text)
    if claim(key, account_id):
        return
    suggestion = FormatSuggestion(format=kind, author_id=account_id, text=text.strip(), at=now())
    db.session.add(suggestion)
    answer(key, account_id, format_path(kind))


def answer_suggestion(actor: Actor, suggestion_id: int, words: str) -> ConversationFormat:
    """Say what became of a suggestion; returns the format it is about.

    Raises `Conflict` when another redacteur answered it.
    """
    account_with(actor, Permission.CURATE)
    suggestion = db.session.get(FormatSuggestion, suggestion_id, with_for_update=True, populate_existing=True)
    if suggestion is None:
        raise NotFound("suggestion_unknown")
    rules.check_suggestion(words)
    if suggestion.answered_at is not None and suggestion.answer != words.strip():
        raise Conflict("suggestion_answered_before")
    suggestion.answer, suggestion.answered_at = words.strip(), suggestion.answered_at or now()
    return suggestion.format
