"""The screen on which a harvest is brought into shape and handed in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from flask import Response

from app.accounts.name_queries import known_names
from app.building_blocks.harvesting.choices import harvest_choices
from app.building_blocks.harvesting.forms import TypedBlock
from app.building_blocks.harvesting.queries import (
    checked_entries,
    harvest_of,
    open_entries,
    with_findings,
)
from app.building_blocks.harvesting.suggestions import SuggestedTopic, suggested_topics
from app.building_blocks.queries import ShownBlock
from app.building_blocks.similar_queries import similar_blocks
from app.conversations.queries import ShownConversation
from app.topics.queries import TopicRow, topics_with_words
from app.web.form_page import form_page

TopicsWithWords = Sequence[tuple[TopicRow, tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What came back: typed texts by bouwsteen, errors by field, what was refused, what may stay as it is."""

    typed: Mapping[int, TypedBlock] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    refused: str | None = None


def harvest_page(conversation: ShownConversation, shown: Shown) -> Response:
    """Everything that was noted, with what the program noticed about it."""
    whole, topics = harvest_of(conversation.number), topics_with_words()
    blocks = whole.noted
    names = known_names()
    return form_page(
        "harvesting/harvest.html",
        shown.errors,
        conversation=conversation,
        rows=with_findings(blocks, names),
        typed={
            **{block.number: TypedBlock.of(block) for block in blocks},
            **_typed_now(shown, blocks),
        },
        suggested=suggestions_of(blocks, topics),
        similar=similar_blocks(
            {block.number: block.text for block in blocks}, limit=2, conversation_id=conversation.number
        ),
        entries=checked_entries(open_entries(conversation.number), names),
        thrown_away=whole.thrown_away,
        handed_in=whole.handed_in,
        choices=harvest_choices(topic for topic, _ in topics),
        refused=shown.refused,
    )


def _typed_now(shown: Shown, blocks: list[ShownBlock]) -> Mapping[int, TypedBlock]:
    """After a refusal what stands there now is shown beside what was typed: from then on it was seen."""
    if not shown.refused:
        return shown.typed
    events = {block.number: block.last_event for block in blocks}
    return {
        number: replace(one, seen_event=events.get(number, one.seen_event))
        for number, one in shown.typed.items()
    }


def suggestions_of(
    blocks: Iterable[ShownBlock], topics: TopicsWithWords | None = None
) -> dict[int, tuple[SuggestedTopic, ...]]:
    """The themes that each of these suggests and does not have; `topics` where they were read already."""
    topics = topics_with_words() if topics is None else topics
    names = {topic.id: topic.name for topic, _ in topics}
    synonyms = [(topic.id, word) for topic, words in topics for word in words]
    return {
        block.number: suggested_topics(block.text, names, synonyms, has=[topic.id for topic in block.topics])
        for block in blocks
    }
