"""The bouwstenen that a text in the making rests on: in its form, and in the proposal that came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.building_blocks.queries import ShownBlock
from app.building_blocks.tracing.picking_queries import blocks_about, blocks_with_words
from app.building_blocks.tracing.queries import Sources, sources_named
from app.pages.texts import revision_text
from app.proposals.rules import WORDLESS
from app.proposals.shown_changes import ShownChange
from app.proposals.typed import FormAction, TypedChange
from app.text.adding_marks import MarkPlace, mark_places
from app.text.tracing.sources import named_blocks

OFFERED = 12
NO_SOURCES = Sources()


@dataclass(frozen=True, slots=True)
class FormBlocks:
    """What a form names, what it offers to name and where; `searched` when that answers to typed words."""

    named: Sources = NO_SOURCES
    offered: tuple[ShownBlock, ...] = ()
    searched: bool = False
    places: tuple[MarkPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedBlocks:
    """What the texts of a proposal rest on; which of it they begin to name, and which they name no more."""

    sources: Sources
    added: frozenset[int]
    dropped: frozenset[int]


def named_in(texts: Iterable[str]) -> Sources:
    """What these texts rest on, in one statement."""
    numbers = (number for text in texts for number in named_blocks(text))
    return sources_named(tuple(dict.fromkeys(numbers)), conversations=True)


def form_blocks(typed: TypedChange) -> FormBlocks:
    """What a text names, and what it can: bouwstenen with the words sought, else on the page's themes."""
    if typed.kind in WORDLESS or typed.why_alone:
        return FormBlocks()
    named = named_in([typed.content.body])
    searched = typed.action is FormAction.FIND and bool(typed.words)
    offered = (
        blocks_with_words(typed.words, limit=OFFERED)
        if searched
        else blocks_about(_topics(typed), limit=OFFERED)
    )
    places = mark_places(typed.content.body) if offered else ()
    return FormBlocks(named, tuple(offered), searched, places)


def proposed_blocks(changes: Sequence[ShownChange]) -> ProposedBlocks:
    """What these changes name now and before, in one statement."""
    now: dict[int, None] = {}
    before: dict[int, None] = {}
    for shown in changes:
        if not shown.wordless:
            now |= dict.fromkeys(named_blocks(shown.change.content.body))
            before |= dict.fromkeys(named_blocks(shown.base.content.body) if shown.base else ())
    sources = sources_named(tuple(now | before), conversations=True)
    return ProposedBlocks(sources, frozenset(now.keys() - before), frozenset(before.keys() - now))


def _topics(typed: TypedChange) -> frozenset[int]:
    """A form of one section does not ask for themes: then they are those of the page."""
    if typed.content.topic_ids or not typed.base_id:
        return typed.content.topic_ids
    base = revision_text(typed.base_id)
    return base.content.topic_ids if base else frozenset()
