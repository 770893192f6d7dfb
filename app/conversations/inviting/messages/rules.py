"""What a changed message must keep to."""

from datetime import UTC, datetime

from app.core.errors import Conflict, Invalid

SUBJECT_LIMIT = 150
BODY_LIMIT = 10_000


def check_message(subject: str, body: str) -> None:
    """Refuse a message that says nothing, and one beyond the limits."""
    for field, text, limit in (("subject", subject, SUBJECT_LIMIT), ("body", body, BODY_LIMIT)):
        if not text.strip():
            raise Invalid("required", field=field)
        if len(text) > limit:
            raise Invalid("text_too_long", field=field, limit=limit)


def check_seen(seen: str, newest: str) -> None:
    """Refuse to write over a text that somebody else changed after it was opened."""
    if seen != newest:
        raise Conflict("message_moved_on")


def mark_of(changed_at: datetime | None) -> str:
    """What tells one text of a message from the next; nothing while it is as it was made."""
    return changed_at.astimezone(UTC).isoformat() if changed_at else ""
