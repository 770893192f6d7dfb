"""What a file says of bouwstenen, before anything of it is judged."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.building_blocks.kinds import FilePlace

TEXT, KIND, TOPICS, PART, FIELD = "tekst", "soort", "themas", "deel", "veld"
CONVERSATION = "gesprek"
NAMES: Mapping[str, str] = {
    "tekst": TEXT,
    "bouwsteen": TEXT,
    "soort": KIND,
    "thema": TOPICS,
    "themas": TOPICS,
    "thema-s": TOPICS,
    "deel": PART,
    "veld": FIELD,
    "gesprek": CONVERSATION,
}
"""What a column, a key or a note may be called, as `slugify` writes it."""
LONGEST_FILE = 500_000
MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Row:
    """One bouwsteen as it stands in a file; `place` is its line there, or its place in a list."""

    place: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a row, by its place and the name of the field."""

    place: int
    field: str
    code: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FileRows:
    """Everything read from a file; `conversation` is what it names for every row that names none itself."""

    rows: tuple[Row, ...]
    counted: FilePlace
    conversation: str = ""
    troubles: tuple[Trouble, ...] = ()


def number_in(written: object) -> int | None:
    """The number of a conversation as somebody wrote it; None for anything else."""
    digits = str(written).strip().removeprefix("#")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
