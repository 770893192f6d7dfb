"""What is marked in a line while typing: "d: Ik moest kiezen #tegenspraak @buik" says kind, theme and part.

The marks are read on the server, so that they work without a script and for a line that arrives late.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.building_blocks.kinds import BuildingBlockKind
from app.conversations.kinds import ModelPart
from app.text.slugs import slugify

KIND_MARKS: Mapping[str, BuildingBlockKind] = {
    "i": BuildingBlockKind.INSIGHT,
    "v": BuildingBlockKind.EXAMPLE,
    "d": BuildingBlockKind.DILEMMA,
    "c": BuildingBlockKind.QUOTE,
    "t": BuildingBlockKind.TIP,
    "?": BuildingBlockKind.QUESTION,
}
PART_MARKS: Mapping[str, ModelPart] = {
    "hoofd": ModelPart.HEAD,
    "hart": ModelPart.HEART,
    "handen": ModelPart.HANDS,
    "buik": ModelPart.BELLY,
    "voeten": ModelPart.FEET,
}
_KIND = re.compile(r"\s*([ivdct?]):\s+", re.IGNORECASE)
_MARK = re.compile(r"(?<!\S)([#@])([^\W_][\w-]{1,60})(?!\S)")


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line without its marks, and what they said."""

    text: str
    kind: BuildingBlockKind | None
    model_part: ModelPart | None
    topic_ids: frozenset[int]


def read_marks(line: str, topics: Iterable[tuple[int, str]]) -> MarkedLine:
    """Take the marks out of a line; what is no mark, or could mean two things, stays in the text."""
    slugs = {slug: topic_id for topic_id, slug in topics}
    parts: list[ModelPart] = []
    topic_ids: list[int] = []

    def take(match: re.Match[str]) -> str:
        names: Mapping[str, object] = slugs if match[1] == "#" else PART_MARKS
        name = _meant(slugify(match[2]), names)
        if name is None:
            return match[0]
        if match[1] == "#":
            topic_ids.append(slugs[name])
        else:
            parts.append(PART_MARKS[name])
        return ""

    begin = _KIND.match(line)
    rest = _MARK.sub(take, line[begin.end() :] if begin else line)
    kind = KIND_MARKS[begin[1].lower()] if begin else None
    return MarkedLine(" ".join(rest.split()), kind, parts[-1] if parts else None, frozenset(topic_ids))


def left_marks(text: str) -> tuple[str, ...]:
    """What looks like a mark in a text from which the known ones were taken; a number (#12) is none."""
    return tuple(match[0] for match in _MARK.finditer(text) if match[2][0].isalpha())


def _meant(written: str, names: Iterable[str]) -> str | None:
    """The name that begins like this, if only one does; a whole name is itself."""
    begun = [name for name in names if name.startswith(written)]
    if written in begun:
        return written
    return begun[0] if written and len(begun) == 1 else None
