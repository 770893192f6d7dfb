"""What a change does to every part of a page: title, lead and themes beside the text itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.pages.rules import PageContent
from app.text.differences import BlockChange, compare, source_differences
from app.text.rendered import Segment
from app.text.word_differences import WordRun, compare_words

Runs = tuple[WordRun, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences between two contents, ready to be written; `title` and `lead` are empty when equal."""

    title: Runs
    lead: Runs
    topics_added: frozenset[int]
    topics_removed: frozenset[int]
    blocks: tuple[BlockChange, ...]


def compare_contents(
    old: PageContent, new: PageContent, old_segments: Sequence[Segment], new_segments: Sequence[Segment]
) -> Comparison:
    """As people see it: by rendered blocks, then by words."""
    return _comparison(old, new, compare(old_segments, new_segments))


def compare_sources(old: PageContent, new: PageContent) -> Comparison:
    """As it was typed: by lines, with every Markdown sign."""
    return _comparison(old, new, source_differences(old.body, new.body))


def _comparison(old: PageContent, new: PageContent, blocks: tuple[BlockChange, ...]) -> Comparison:
    return Comparison(
        title=_runs(old.title, new.title),
        lead=_runs(old.lead, new.lead),
        topics_added=new.topic_ids - old.topic_ids,
        topics_removed=old.topic_ids - new.topic_ids,
        blocks=blocks,
    )


def _runs(old: str, new: str) -> Runs:
    return compare_words(old, new) if old != new else ()
