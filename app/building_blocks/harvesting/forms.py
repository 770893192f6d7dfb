"""The forms of harvesting: one line while people talk, and everything that was noted afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.building_blocks.harvesting.line_marks import read_marks
from app.building_blocks.kinds import BuildingBlockKind
from app.building_blocks.rules import TEXT_LIMIT
from app.building_blocks.texts import BlockText
from app.conversations.kinds import ModelPart
from app.core.submissions import new_key
from app.topics.queries import TopicRow
from app.web.forms import FormReader

FIELDS = {"text": "tekst", "topics": "thema"}
"""What the service calls a field, and its name in the page."""
# Room for the marks around the longest text.
LINE_LIMIT = TEXT_LIMIT + 200


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
