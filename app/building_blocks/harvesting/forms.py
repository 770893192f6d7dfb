"""The forms of harvesting: one line while people talk, and everything that was noted afterwards."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

from app.building_blocks.harvesting.handing_in import Reading
from app.building_blocks.harvesting.line_marks import read_marks
from app.building_blocks.kinds import BuildingBlockKind
from app.building_blocks.queries import ShownBlock
from app.building_blocks.rules import TEXT_LIMIT
from app.building_blocks.texts import BlockText
from app.building_blocks.timeline import Move
from app.conversations.kinds import ModelPart
from app.core.submissions import new_key
from app.topics.queries import TopicRow
from app.web.forms import FormReader

FIELDS = {"text": "tekst", "topics": "thema"}
"""What the service calls a field, and its name in the page."""
# Room for the marks around the longest text.
LINE_LIMIT = TEXT_LIMIT + 200
# What is to be split may be several texts long.
SPLIT_LIMIT = 6_000
MOST_EARLIER = 5
SEEN = re.compile(r"(\d{1,9}):(\d{1,9})", re.ASCII)
NUMBER = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLine:
    """One line as it was typed, and what was chosen beside it; marks in the line say it over the choices."""

    line: str = ""
    kind: BuildingBlockKind | None = None
    model_part: ModelPart | None = None
    topic_ids: tuple[int, ...] = ()
    key: str = field(default_factory=new_key)

    def said(self, topics: Sequence[TopicRow]) -> BlockText:
        """What is meant."""
        marked = read_marks(self.line, [(topic.id, topic.slug) for topic in topics])
        known = {topic.id for topic in topics}
        return BlockText(
            text=marked.text,
            kind=marked.kind or self.kind or BuildingBlockKind.INSIGHT,
            model_part=marked.model_part or self.model_part,
            topic_ids=marked.topic_ids or frozenset(self.topic_ids) & known,
        )


def read_line(reader: FormReader) -> TypedLine:
    """The form with one line."""
    return TypedLine(
        line=reader.line("tekst", limit=LINE_LIMIT),
        kind=reader.choice("soort", BuildingBlockKind, required=False),
        model_part=reader.choice("deel", ModelPart, required=False),
        topic_ids=reader.identifiers("thema"),
        key=reader.line("sleutel") or new_key(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedBlock:
    """What stands in the form of one noted bouwsteen; `seen_event` is the newest that was known of it.

    `earlier` are the texts that a script sent from this form without hearing that they were kept.
    """

    text: str = ""
    kind: BuildingBlockKind | None = None
    model_part: ModelPart | None = None
    topic_ids: tuple[int, ...] = ()
    seen_event: int = 0
    earlier: tuple[str, ...] = ()

    @classmethod
    def of(cls, block: ShownBlock) -> "TypedBlock":
        """The form as it opens."""
        return cls(
            text=block.text,
            kind=block.kind,
            model_part=block.model_part,
            topic_ids=tuple(topic.id for topic in block.topics),
            seen_event=block.last_event,
        )

    def said(self) -> BlockText:
        """What is meant, on one line."""
        return self._said(self.text)

    def said_before(self) -> tuple[str, ...]:
        """The earlier texts, each on one line."""
        return tuple(self._said(text).text for text in self.earlier)

    def pieces(self) -> list[BlockText]:
        """One bouwsteen for each line that says something."""
        return [self._said(line) for line in self.text.split("\n") if line.strip()]

    def _said(self, text: str) -> BlockText:
        return BlockText(
            text=text,
            kind=self.kind or BuildingBlockKind.INSIGHT,
            model_part=self.model_part,
            topic_ids=frozenset(self.topic_ids),
        )


def read_block(reader: FormReader, topics: Sequence[TopicRow], number: int) -> TypedBlock:
    """The form of one noted bouwsteen; a suggested theme may have been pressed."""
    known = {topic.id for topic in topics}
    added = reader.identifier("erbij")
    wanted = (*reader.identifiers("thema"), *((added,) if added else ()))
    return TypedBlock(
        text=reader.text("tekst", limit=SPLIT_LIMIT).strip(),
        kind=reader.choice("soort", BuildingBlockKind, required=False),
        model_part=reader.choice("deel", ModelPart, required=False),
        topic_ids=tuple(dict.fromkeys(topic for topic in wanted if topic in known)),
        seen_event=read_seen(reader.line("gezien")).get(number, 0),
        earlier=reader.all_of("eerder")[-MOST_EARLIER:],
    )


def read_seen(*written: str) -> dict[int, int]:
    """Bouwstenen with the newest that was known of each: "12:3" is number 12, seen up to 3."""
    found = (SEEN.fullmatch(one) for one in written)
    return {int(match[1]): int(match[2]) for match in found if match}


def read_moves(values: Iterable[str]) -> list[Move]:
    """The bouwstenen that were ticked, each as it was seen."""
    return [Move(number=number, seen_event=seen) for number, seen in read_seen(*values).items()]


def read_reading(data: MultiDict[str, str]) -> Reading:
    """What was on the screen when the harvest was handed in, and what may stay as it is."""
    confirmed = frozenset(int(one) for one in data.getlist("akkoord") if NUMBER.fullmatch(one))
    return Reading(seen=read_seen(*data.getlist("gezien")), confirmed=confirmed)
