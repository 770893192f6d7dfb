"""What a changed message must keep to."""

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
