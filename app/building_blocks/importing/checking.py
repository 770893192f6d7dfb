"""Which rows of a file are bouwstenen, and what is wrong with the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.building_blocks.importing.canvas_json import read_canvas_json
from app.building_blocks.importing.canvas_markdown import read_canvas_markdown
from app.building_blocks.importing.rows import (
    CONVERSATION,
    FIELD,
    KIND,
    LONGEST_FILE,
    MOST_ROWS,
    PART,
    TEXT,
    TOPICS,
    FileRows,
    Row,
    Trouble,
    number_in,
)
from app.building_blocks.importing.table import read_table
from app.building_blocks.kinds import BuildingBlockKind, FilePlace
from app.building_blocks.rules import check_text
from app.building_blocks.texts import BlockText
from app.building_blocks.words import FIELDS, KINDS, PARTS
from app.conversations.kinds import CanvasField
from app.core.errors import Invalid
from app.text.signs import clean, one_line
from app.text.slugs import slugify

Word = TypeVar("Word")
FIELD_OF = {"text": TEXT, "topics": TOPICS}


@dataclass(frozen=True, slots=True)
class Found:
    """One good row; `conversation` is None when neither it nor the file names one."""

    place: int
    said: BlockText
    field: CanvasField | None
    conversation: int | None


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file holds: the good rows, what is wrong with the others, and what their places count."""

    found: tuple[Found, ...]
    troubles: tuple[Trouble, ...]
    counted: FilePlace


def read_file(content: str, topics: Mapping[str, int]) -> Checked:
    """Judge every row by itself; `topics` are the themes by every name in the form of `slugify`.

    Raises `Invalid` when the whole cannot be read: too large, or in none of the three forms.
    """
    if len(content) > LONGEST_FILE:
        raise Invalid("import_too_large", field="inhoud")
    read = _read(clean(content))
    if not read.rows and not read.troubles:
        raise Invalid("import_empty", field="inhoud")
    if len(read.rows) > MOST_ROWS:
        raise Invalid("import_too_many", field="inhoud", limit=MOST_ROWS)
    found, troubles = [], list(read.troubles)
    for row in read.rows:
        wrong: list[Trouble] = []
        good = _check(_cleaned(row), one_line(read.conversation), topics, wrong)
        troubles.extend(wrong)
        if not wrong:
            found.append(good)
    return Checked(tuple(found), tuple(sorted(troubles, key=lambda one: one.place)), read.counted)


def _read(content: str) -> FileRows:
    """By what it looks like: the name of a file says less."""
    begins = content.lstrip("\ufeff \n\t")
    if begins.startswith(("{", "[")):
        return read_canvas_json(begins)
    if begins.startswith(("#", "-", "*", "+")) or begins.lower().startswith("gesprek:"):
        return read_canvas_markdown(content.lstrip("\ufeff"))
    return read_table(content.lstrip("\ufeff"))


def _cleaned(row: Row) -> Row:
    """JSON may write any sign as a number (\\u0000), which is read after the file itself was cleaned."""
    return Row(row.place, {name: one_line(words) for name, words in row.cells.items()})


def _check(row: Row, conversation: str, topics: Mapping[str, int], wrong: list[Trouble]) -> Found:
    cells = row.cells
    said = BlockText(
        text=cells.get(TEXT, ""),
        kind=_known(row, KIND, KINDS, wrong) or BuildingBlockKind.INSIGHT,
        model_part=_known(row, PART, PARTS, wrong),
        topic_ids=_topics(row.place, cells.get(TOPICS, ""), topics, wrong),
    )
    try:
        check_text(said.text, len(said.topic_ids))
    except Invalid as error:
        wrong.append(Trouble(row.place, FIELD_OF[error.field], error.code, error.facts))
    written = cells.get(CONVERSATION) or conversation
    number = number_in(written)
    if written and number is None:
        wrong.append(Trouble(row.place, CONVERSATION, "import_no_number", {"word": written}))
    return Found(row.place, said, _known(row, FIELD, FIELDS, wrong), number)


def _known(row: Row, name: str, words: Mapping[str, Word], wrong: list[Trouble]) -> Word | None:
    """The word that a cell means; none when it is empty, a trouble when it means nothing."""
    written = row.cells.get(name, "").strip()
    found = words.get(slugify(written)) if written else None
    if written and found is None:
        wrong.append(Trouble(row.place, name, "import_unknown_word", {"word": written}))
    return found


def _topics(place: int, written: str, topics: Mapping[str, int], wrong: list[Trouble]) -> frozenset[int]:
    names: Sequence[str] = [name for name in written.replace("|", ",").split(",") if name.strip()]
    for name in names:
        if slugify(name) not in topics:
            wrong.append(Trouble(place, TOPICS, "import_unknown_word", {"word": name.strip()}))
    return frozenset(topics[slugify(name)] for name in names if slugify(name) in topics)
