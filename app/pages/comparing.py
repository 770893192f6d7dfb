"""Two texts of a page beside each other: title, lead, themes and body, ready to be shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from app.pages.preparation import rendering_to_show
from app.pages.rules import PageContent
from app.pages.texts import RevisionText, numbered_texts
from app.pages.version_choice import VersionChoice
from app.text.blocks import BlockKind
from app.text.differences import BlockChange, compare, source_differences
from app.text.differences_html import Margin, inline_html, side_by_side_html
from app.text.rendered import Segment


class DifferenceView(StrEnum):
    """How differences are shown."""

    INLINE = "doorlopend"
    BESIDE = "naast"
    SOURCE = "brontekst"

    @classmethod
    def asked(cls, word: str) -> "DifferenceView":
        """The view with this name; running text for any other word."""
        return cls(word) if word in set(cls) else cls.INLINE


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two texts; `title` and `lead` are None when they are the same.

    `body` is written also when nothing in it differs: then `same_body` is true.
    """

    title: Markup | None
    lead: Markup | None
    body: Markup
    topics_added: frozenset[int]
    topics_removed: frozenset[int]
    same_body: bool = False

    @property
    def is_about_more(self) -> bool:
        """Whether something differs beside the text itself."""
        return bool(self.title or self.lead or self.topics_added or self.topics_removed)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts, with the rendered blocks of its body; `label` stands above its column."""

    label: str
    content: PageContent
    segments: Sequence[Segment]


def compare_versions(page_id: int, choice: VersionChoice, view: DifferenceView) -> Comparison | None:
    """The differences between two versions of a page, in one view; None when either is hidden."""
    texts = numbered_texts(page_id, [choice.old, choice.new])
    if any(text.hidden for text in texts.values()):
        return None
    old, new = (_side(texts[number]) for number in (choice.old, choice.new))
    return compare_sides(old, new, view)


def compare_sides(old: Side, new: Side, view: DifferenceView, *, margin: Margin | None = None) -> Comparison:
    """The differences between any two texts of a page, in one view; the margin is not for source texts."""
    before, after = old.content, new.content
    if view is DifferenceView.SOURCE:
        blocks = source_differences(before.body, after.body)
    else:
        blocks = compare(old.segments, new.segments)
    return Comparison(
        title=_line(before.title, after.title),
        lead=_line(before.lead, after.lead),
        body=_written(blocks, view, (old.label, new.label), margin),
        topics_added=after.topic_ids - before.topic_ids,
        topics_removed=before.topic_ids - after.topic_ids,
        same_body=before.body == after.body,
    )


def _side(text: RevisionText) -> Side:
    return Side(f"Versie {text.number}", text.content, rendering_to_show(text).segments)


def _line(old: str, new: str) -> Markup | None:
    """The differences within one line of plain text."""
    if old == new:
        return None
    before, after = (
        [Segment(BlockKind.PARAGRAPH, html=text, text=text)] if text else [] for text in (old, new)
    )
    return inline_html(compare(before, after))


def _written(
    blocks: tuple[BlockChange, ...], view: DifferenceView, labels: tuple[str, str], margin: Margin | None
) -> Markup:
    if view is DifferenceView.BESIDE:
        return side_by_side_html(blocks, old_label=labels[0], new_label=labels[1], margin=margin)
    if view is DifferenceView.SOURCE:
        return inline_html(blocks, lines=True)
    return inline_html(blocks, margin=margin)
