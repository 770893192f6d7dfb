"""The forms with which the redactie lays rode draden. Field names are Dutch."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from app.core.submissions import new_key
from app.threads.rules import SUMMARY_LIMIT, TITLE_LIMIT
from app.threads.service import SeenThread, ThreadText
from app.web.forms import FormReader, row_number
from app.web.naming import CONFIRMED

FIELDS = {"title": "titel", "summary": "samenvatting", "blocks": "nummers"}
"""What the service calls a field, and its name in the page."""
_BETWEEN = re.compile(r"(?:[\s,;]|\ben\b)+")


class PlacingStep(StrEnum):
    """Whether bouwstenen go on a line or off it; the values are those of the form."""

    ON = "erop"
    OFF = "eraf"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedThread:
    """A line as it was typed; `numbers` are bouwstenen as somebody wrote them, `block_ids` were ticked."""

    title: str = ""
    summary: str = ""
    numbers: str = ""
    block_ids: tuple[int, ...] = ()
    typed_ids: tuple[int, ...] = ()
    suggestion_id: int | None = None
    confirmed: bool = False
    version: int = 0
    key: str = field(default_factory=new_key)

    @property
    def words(self) -> dict[str, str]:
        """What colleagues will read, by the field in which it was typed."""
        return {"titel": self.title, "samenvatting": self.summary}

    @property
    def text(self) -> ThreadText:
        """What the line is called and what goes through it."""
        return ThreadText(title=self.title, summary=self.summary)

    @property
    def chosen(self) -> tuple[int, ...]:
        """Every bouwsteen that was ticked or typed."""
        return tuple(dict.fromkeys((*self.block_ids, *self.typed_ids)))

    def seen(self, thread_id: int) -> SeenThread:
        """The line as this form was opened on it."""
        return SeenThread(id=thread_id, version=self.version, key=self.key)


def read_thread(reader: FormReader) -> TypedThread:
    """The form of a line: a new one, or one that gets another name."""
    numbers, typed_ids = _numbers(reader)
    return TypedThread(
        title=reader.line("titel", limit=TITLE_LIMIT, required=True),
        summary=reader.text("samenvatting", limit=SUMMARY_LIMIT),
        numbers=numbers,
        block_ids=reader.identifiers("bouwsteen"),
        typed_ids=typed_ids,
        suggestion_id=reader.identifier("voorstel"),
        confirmed=reader.flag(CONFIRMED),
        version=reader.identifier("basis") or 0,
        key=reader.line("sleutel") or new_key(),
    )


def read_placing(reader: FormReader) -> tuple[TypedThread, PlacingStep]:
    """The form that puts bouwstenen on a line, or takes them off."""
    numbers, typed_ids = _numbers(reader)
    step = reader.choice("stap", PlacingStep) or PlacingStep.ON
    typed = TypedThread(
        numbers=numbers,
        block_ids=reader.identifiers("bouwsteen"),
        typed_ids=typed_ids,
        version=reader.identifier("basis") or 0,
        key=reader.line("sleutel") or new_key(),
    )
    if not typed.chosen:
        reader.fail("nummers", "not_numbers")
    return typed, step


def _numbers(reader: FormReader) -> tuple[str, tuple[int, ...]]:
    """Numbers as people write them: "12, 15 en 20"."""
    line = reader.line("nummers")
    words = [word for word in _BETWEEN.split(line) if word]
    numbers = [number for word in words if (number := row_number(word)) is not None]
    if len(numbers) < len(words):
        reader.fail("nummers", "not_numbers")
        return line, ()
    return line, tuple(dict.fromkeys(numbers))
