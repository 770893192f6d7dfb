"""An agenda as people type it, and what a version of a format must hold."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.conversations.kinds import ConversationFormat
from app.core.errors import Invalid

SLUGS = {
    ConversationFormat.QUESTIONS: "vragen-ter-inspiratie",
    ConversationFormat.STORIES: "verhalen-en-beelden",
    ConversationFormat.MODEL: "model-van-de-ambtenaar",
    ConversationFormat.OWN: "eigen-opzet",
}
"""Where each format is shown."""
MOST_PARTS = 20
MOST_QUESTIONS = 100
LONGEST_PART = 240
LINE_LIMIT = 300
INTRO_LIMIT = 2_000
REASON_LIMIT = 1_000
SUGGESTION_LIMIT = 2_000
HINT_SIGN = "|"
HEADING_SIGN = "#"
_LINE = re.compile(r"(\d{1,3})\s*(?:min(?:uten|\.)?|m|')?\s*[-–:.]?\s+(\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """A part of the agenda; `hint` says how to do it."""

    title: str
    minutes: int
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FormatQuestion:
    """A question to pick from; `group` is a heading, or a `ModelPart` in the format of the model."""

    group: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatText:
    """What the redactie wants a format to be from now on, and why."""

    intro: str
    agenda: tuple[AgendaPart, ...]
    questions: tuple[FormatQuestion, ...]
    reason: str


def format_with_slug(slug: str) -> ConversationFormat | None:
    """The format that is shown at this address."""
    return next((kind for kind, own in SLUGS.items() if own == slug), None)


def read_agenda(text: str) -> tuple[AgendaPart, ...]:
    """An agenda of one part a line: "10 Kennismaken", and behind a | how to do it.

    Raises `Invalid` with the number of the first line that cannot be read.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), start=1)]
    parts = tuple(_agenda_part(number, line) for number, line in lines if line)
    if len(parts) > MOST_PARTS:
        raise Invalid("agenda_too_many_parts", field="agenda", limit=MOST_PARTS)
    return parts


def written_agenda(parts: Iterable[AgendaPart]) -> str:
    """The same agenda as lines to type over."""
    return "\n".join(
        f"{part.minutes} {part.title}" + (f" {HINT_SIGN} {part.hint}" if part.hint else "") for part in parts
    )


def kept_agenda(rows: Iterable[dict[str, Any]]) -> tuple[AgendaPart, ...]:
    """An agenda as the database keeps it."""
    return tuple(AgendaPart(row["title"], row["minutes"], row.get("hint", "")) for row in rows)


def kept_questions(rows: Iterable[dict[str, Any]]) -> tuple[FormatQuestion, ...]:
    """Questions as the database keeps them."""
    return tuple(FormatQuestion(row.get("group", ""), row["text"]) for row in rows)


def to_keep(parts: Iterable[AgendaPart] | Iterable[FormatQuestion]) -> list[dict[str, Any]]:
    """An agenda or questions, for the database to keep."""
    return [asdict(part) for part in parts]


def check_format(text: FormatText) -> None:
    """Refuse a version without an agenda or a reason, or with more questions than one can choose from."""
    if not text.agenda:
        raise Invalid("agenda_missing", field="agenda")
    if not text.reason.strip():
        raise Invalid("format_reason_missing", field="reason")
    if len(text.questions) > MOST_QUESTIONS:
        raise Invalid("too_many_questions", field="questions", limit=MOST_QUESTIONS)


def _agenda_part(number: int, line: str) -> AgendaPart:
    found = _LINE.fullmatch(line)
    minutes = int(found[1]) if found else 0
    if found is None or not 0 < minutes <= LONGEST_PART:
        raise Invalid("agenda_line_unreadable", field="agenda", line=number)
    title, _, hint = found[2].partition(HINT_SIGN)
    if not title.strip() or len(line) > LINE_LIMIT:
        raise Invalid("agenda_line_unreadable", field="agenda", line=number)
    return AgendaPart(title.strip(), minutes, hint.strip())


def read_questions(text: str, groups: Mapping[str, str]) -> tuple[FormatQuestion, ...]:
    """Questions of one a line, under headings that begin with #.

    `groups` gives the word under which a known heading is kept (casefolded heading → word), as the parts of
    the model have; any other heading is kept as it is.
    """
    group, found = "", []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        if line.startswith(HEADING_SIGN):
            heading = line.lstrip(HEADING_SIGN).strip()
            group = groups.get(heading.casefold(), heading)
        else:
            found.append(FormatQuestion(group, line.removeprefix("- ")))
    return tuple(found)


def written_questions(questions: Iterable[FormatQuestion], names: Mapping[str, str]) -> str:
    """The same questions as lines to type over; `names` gives the heading of a group where that differs."""
    lines: list[str] = []
    for group, text in grouped(questions):
        lines += ["", f"{HEADING_SIGN} {names.get(group, group)}", *text]
    return "\n".join(lines).strip()


def grouped(questions: Iterable[FormatQuestion]) -> list[tuple[str, list[str]]]:
    """Questions by group, both in the order in which they stand."""
    found: list[tuple[str, list[str]]] = []
    for question in questions:
        if not found or found[-1][0] != question.group:
            found.append((question.group, []))
        found[-1][1].append(question.text)
    return found


def check_suggestion(text: str) -> None:
    """Refuse a suggestion, or an answer to one, without words."""
    if not text.strip():
        raise Invalid("suggestion_missing", field="text")
    if len(text) > SUGGESTION_LIMIT:
        raise Invalid("text_too_long", field="text", limit=SUGGESTION_LIMIT)
