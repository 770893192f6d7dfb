"""What a change does to every part of a page, written as an edited manuscript."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from app.pages.rules import PageContent
from app.text.block_model import BlockKind
from app.text.differences import BlockChange, compare, source_differences
from app.text.differences_html import inline_html, side_by_side_html
from app.text.rendered import Segment

INLINE = "doorlopend"
BESIDE = "naast"
SOURCE = "brontekst"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two contents, with the rendered blocks of its text."""

    label: str
    content: PageContent
    segments: Sequence[Segment]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences by part; `title` and `lead` are None when equal, themes are given by id."""

    title: Markup | None
    lead: Markup | None
    topics_added: frozenset[int]
    topics_removed: frozenset[int]
    body: Markup | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs that is shown."""
        parts = (self.title, self.lead, self.body, self.topics_added, self.topics_removed)
        return not any(parts)


def compare_sides(old: Side, new: Side, how: str = INLINE) -> Comparison:
    """In the way that was asked: inline, side by side, or as it was typed with every Markdown sign."""
    before, after = old.content, new.content
    body = before.body != after.body
    return Comparison(
        title=_line(before.title, after.title),
        lead=_line(before.lead, after.lead),
        topics_added=after.topic_ids - before.topic_ids,
        topics_removed=before.topic_ids - after.topic_ids,
        body=_body(old, new, how) if body else None,
    )


def _body(old: Side, new: Side, how: str) -> Markup:
    if how == SOURCE:
        return inline_html(source_differences(old.content.body, new.content.body), lines=True)
    changes = compare(old.segments, new.segments)
    if how == BESIDE:
        return side_by_side_html(changes, old_label=old.label, new_label=new.label)
    return inline_html(changes)


def _line(old: str, new: str) -> Markup | None:
    return inline_html(_line_changes(old, new)) if old != new else None


def _line_changes(old: str, new: str) -> tuple[BlockChange, ...]:
    before, after = ([Segment(BlockKind.PARAGRAPH, text, text)] if text else [] for text in (old, new))
    return compare(before, after)
