"""What the form of a sheet holds, and what it is told once that was kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.conversations.canvas.rules import Clash, KnownLine
from app.conversations.canvas.sheets import Target
from app.conversations.kinds import ModelPart


@dataclass(frozen=True, slots=True)
class TypedField:
    """What a form holds of one field, and what it knew of it."""

    seen: tuple[KnownLine, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypedNotes:
    """The free notes as somebody typed them, and as they were then."""

    seen: str
    text: str


@dataclass(frozen=True, slots=True)
class TypedCore:
    """Which part of the model holds most of the craft, and why; and what the form knew of that."""

    seen_part: ModelPart | None
    part: ModelPart | None
    seen_reason: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a form holds. `form` names this opening of it: entries that it made are known to it."""

    form: str
    fields: Mapping[Target, TypedField]
    notes: TypedNotes | None = None
    core: TypedCore | None = None
    put_back: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """What the form knows from now on, and where two people changed the same line."""

    seen: dict[Target, tuple[KnownLine, ...]] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()
