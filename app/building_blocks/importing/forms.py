"""The form with which bouwstenen come from a file, or from what somebody pasted."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Request

from app.building_blocks.importing.rows import LONGEST_FILE, Trouble
from app.web.forms import FormReader
from app.web.messages import message


@dataclass(frozen=True, slots=True)
class TypedImport:
    """What was chosen and pasted; a file itself cannot be shown again."""

    conversation: int | None = None
    content: str = ""


def read_import(request: Request) -> tuple[FormReader, TypedImport, str]:
    """The form, and the content to read: of the file when there is one, else what was pasted."""
    reader = FormReader(request.form)
    typed = TypedImport(reader.identifier("gesprek"), reader.text("inhoud", limit=LONGEST_FILE))
    sent = request.files.get("bestand")
    content = decoded(sent.stream.read(4 * LONGEST_FILE + 1)) if sent and sent.filename else typed.content
    if reader.ok and not content.strip():
        reader.fail("inhoud", "required")
    return reader, typed, content


def sentences(troubles: Iterable[Trouble]) -> list[tuple[int, str, str]]:
    """What is wrong with which row, as people read it."""
    return [(one.place, one.field, message(one.code, **one.facts)) for one in troubles]


def decoded(content: bytes) -> str:
    """The text of a file. Spreadsheets on older machines still write Windows' own signs."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
