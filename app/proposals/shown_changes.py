"""The changes of a proposal as the screen shows them, page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from app.pages.comparing import Comparison, DifferenceView, Side, compare_sides
from app.pages.link_check import BrokenLink, LinkedText, broken_links_of
from app.pages.preparation import renderings_to_show
from app.pages.texts import RevisionText, revision_texts
from app.proposals.change_queries import PageNow, ProposedRendering, pages_now, proposed_renderings
from app.proposals.rules import WORDLESS
from app.proposals.texts import ChangeText
from app.text.comparing.words import WordOp, WordRun
from app.text.differences import BlockChange, ChangeKind
from app.text.differences_html import Margin
from app.text.rendered import Rendered, Segment

WHOLE = "hele-tekst"
NOTHING = Rendered("", "", (), ())


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One page's part in a proposal.

    `base` is the text it was made on and `page` the page as it is now: both None for a new page; `old` and
    `new` are the rendered texts. Without `comparison` the whole text is shown, or none when it is `wordless`.
    `has_margin` says that what is said about a block stands under it.
    """

    change: ChangeText
    base: RevisionText | None
    page: PageNow | None
    replacement: PageNow | None
    restored: RevisionText | None
    old: Rendered
    new: Rendered
    change_size: Mapping[str, int]
    comparison: Comparison | None = None
    whole: Markup | None = None
    has_margin: bool = False

    @property
    def title(self) -> str:
        """What the page is called now, or would be called."""
        return self.page.title if self.page else self.change.content.title

    @property
    def moved_on(self) -> bool:
        """Whether the page has another text than the one the change was made on."""
        return self.page is not None and self.base is not None and self.page.revision_id != self.base.id

    @property
    def hidden(self) -> bool:
        """Whether the redactie hid the text."""
        return self.change.hidden

    @property
    def wordless(self) -> bool:
        """Whether there is no text to show: the page keeps its own, or it is hidden."""
        return self.hidden or self.change.kind in WORDLESS


def read_changes(changes: Sequence[ChangeText]) -> tuple[ShownChange, ...]:
    """Everything to show of these changes, in a number of statements that does not grow with them."""
    shown = [change for change in changes if not change.hidden]
    earlier = revision_texts(
        revision_id
        for change in shown
        for revision_id in (change.base_revision_id, change.restored_revision_id)
    )
    before = renderings_to_show(
        earlier[change.base_revision_id] for change in shown if change.base_revision_id
    )
    proposed = proposed_renderings(change.id for change in shown)
    pages = pages_now(
        page_id for change in changes for page_id in (change.page_id, change.replacement_page_id)
    )
    nothing = ProposedRendering(NOTHING, {})
    return tuple(
        ShownChange(
            change=change,
            base=earlier.get(change.base_revision_id or 0),
            page=pages.get(change.page_id or 0),
            replacement=pages.get(change.replacement_page_id or 0),
            restored=earlier.get(change.restored_revision_id or 0),
            old=before.get(change.base_revision_id or 0, NOTHING),
            new=proposed.get(change.id, nothing).rendered,
            change_size=proposed.get(change.id, nothing).change_size,
        )
        for change in changes
    )


def write_change(shown: ShownChange, view: str, margin: Margin) -> ShownChange:
    """The change with its text written in this view; a new page has nothing to compare with."""
    if shown.wordless:
        return shown
    if shown.base is None:
        return replace(shown, whole=_blocks(shown.new.segments, margin), has_margin=True)
    if view == WHOLE:
        # Made by the renderer, whose last step is the sanitiser.
        return replace(shown, whole=Markup(shown.new.html))  # noqa: S704
    asked = DifferenceView(view)
    old = Side(f"Versie {shown.base.number}", shown.base.content, shown.old.segments)
    new = Side("Het voorstel", shown.change.content, shown.new.segments)
    comparison = compare_sides(old, new, asked, margin=margin)
    return replace(shown, comparison=comparison, has_margin=asked is not DifferenceView.SOURCE)


def links_to_mend(changes: Sequence[ShownChange]) -> tuple[BrokenLink, ...]:
    """The links in these texts, and those of other pages to them, that would lead nowhere."""
    asked = [change.change for change in changes if not change.wordless]
    texts = [LinkedText(change.content.body, change.content.title, change.page_id) for change in asked]
    return tuple(link for links in broken_links_of(texts) for link in links) if texts else ()


def _blocks(segments: Sequence[Segment], margin: Margin) -> Markup:
    """A text block by block, each with its margin."""
    block = Markup('<div class="proposed__block">{}{}</div>')
    return Markup("").join(
        # Made by the renderer, whose last step is the sanitiser.
        block.format(Markup(segment.html), margin.write(_as_it_is(index, segment)))  # noqa: S704
        for index, segment in enumerate(segments)
        if segment.html
    )


def _as_it_is(index: int, segment: Segment) -> BlockChange:
    words = (WordRun(WordOp.SAME, "", segment.text),)
    return BlockChange(ChangeKind.SAME, segment.kind, (), (index,), words)
