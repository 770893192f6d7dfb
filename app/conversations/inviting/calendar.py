"""A conversation as a calendar keeps it: an iCalendar file (RFC 5545)."""

from datetime import UTC, datetime

from app.conversations.inviting.facts import ConversationFacts
from app.conversations.inviting.messages.wording import HOW, where

MEDIA_TYPE = "text/calendar"
LINE_OCTETS = 75


def as_ics(
    facts: ConversationFacts, *, version: int, created_at: datetime, cancelled: bool, at: datetime
) -> bytes:
    """The event as it is `at` this moment; a calendar that has it replaces it when `version` is higher."""
    description = f"{HOW[facts.format]}\n\n{facts.address}"
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Samen werken aan ambtelijk vakmanschap//Gesprekken//NL",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{event_uid(facts.number, created_at)}",
        f"SEQUENCE:{version}",
        f"DTSTAMP:{_moment(at)}",
        f"DTSTART:{_moment(facts.starts_at)}",
        f"DTEND:{_moment(facts.ends_at)}",
        f"SUMMARY:{escaped(facts.title)}",
        f"LOCATION:{escaped(where(facts))}",
        f"DESCRIPTION:{escaped(description)}",
        f"URL:{facts.address}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return b"".join(folded(line) for line in lines)


def event_uid(number: int, created_at: datetime) -> str:
    """What stays the same for a conversation, also when the site gets another address."""
    return f"gesprek-{number}-{_moment(created_at)}@samen-werken-aan-ambtelijk-vakmanschap"


def escaped(text: str) -> str:
    """A text in which nothing can end the line or begin another value (RFC 5545, 3.3.11)."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = "\\n".join(" ".join(line.split()) for line in text.splitlines())
    return "".join(sign for sign in lines if sign.isprintable())


def folded(line: str) -> bytes:
    """A line as it is sent: in pieces of 75 octets at most, none of which ends within a sign (3.1)."""
    pieces: list[bytes] = []
    rest = line.encode()
    while rest:
        length = LINE_OCTETS if not pieces else LINE_OCTETS - 1  # the space in front counts too
        while length < len(rest) and rest[length] & 0xC0 == 0x80:
            length -= 1
        pieces.append(rest[:length])
        rest = rest[length:]
    return b"\r\n ".join(pieces) + b"\r\n"


def _moment(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"
