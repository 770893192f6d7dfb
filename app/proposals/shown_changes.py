"""The changes of a proposal as the screen shows them, page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from app.pages.comparing import Comparison, DifferenceView, Side, compare_sides
from app.pages.link_check import BrokenLink, LinkedText, broken_links_of
from app.pages.preparation import renderings_to_show
from app.pages.texts import RevisionText, revision_texts
from app.proposals.change_queries import PageNow, ProposedRendering, pages_now, proposed_renderings
from app.proposals.rules import WORDLESS
from app.proposals.texts import ChangeText
from app.text.rendered import Rendered

WHOLE = "hele-tekst"


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One page's part in a proposal.

    `base` is the text it was made on and `page` the page as it is now: both None for a new page. Without
    `comparison` the whole text is shown, or, when `wordless`, no text at all.
    """

    change: ChangeText
    base: RevisionText | None
    page: PageNow | None
    replacement: PageNow | None
    restored: RevisionText | None
    comparison: Comparison | None
    whole: Markup
    change_size: Mapping[str, int]
    wordless: bool
    hidden: bool = False

    @property
    def title(self) -> str:
        """What the page is called now, or would be called."""
        return self.page.title if self.page else self.change.content.title

    @property
    def moved_on(self) -> bool:
        """Whether the page has another text than the one the change was made on."""
        return self.page is not None and self.base is not None and self.page.revision_id != self.base.id


def shown_changes(changes: Sequence[ChangeText], view: str) -> tuple[ShownChange, ...]:
    """Everything to show of these changes, in a number of statements that does not grow with them."""
    earlier = revision_texts(
        revision_id
        for change in changes
        for revision_id in (change.base_revision_id, change.restored_revision_id)
    )
    shown = [change for change in changes if not change.hidden]
    bases = [earlier[change.base_revision_id] for change in shown if change.base_revision_id]
    before = renderings_to_show(bases)
    proposed = proposed_renderings(change.id for change in shown)
    pages = pages_now(
        page_id for change in changes for page_id in (change.page_id, change.replacement_page_id)
    )
    return tuple(
        _hidden(change, pages)
        if change.hidden
        else _shown(change, proposed[change.id], view=view, earlier=earlier, before=before, pages=pages)
        for change in changes
    )


def links_to_mend(changes: Sequence[ShownChange]) -> tuple[BrokenLink, ...]:
    """The links in these texts, and those of other pages to them, that would lead nowhere."""
    asked = [change.change for change in changes if not change.wordless]
    texts = [LinkedText(change.content.body, change.content.title, change.page_id) for change in asked]
    return tuple(link for links in broken_links_of(texts) for link in links) if texts else ()


def _hidden(change: ChangeText, pages: Mapping[int, PageNow]) -> ShownChange:
    page = pages.get(change.page_id or 0)
    return ShownChange(change, None, page, None, None, None, Markup(), {}, wordless=True, hidden=True)


def _shown(
    change: ChangeText,
    proposed: ProposedRendering,
    *,
    view: str,
    earlier: Mapping[int, RevisionText],
    before: Mapping[int, Rendered],
    pages: Mapping[int, PageNow],
) -> ShownChange:
    base = earlier.get(change.base_revision_id or 0)
    wordless = change.kind in WORDLESS
    compared = base is not None and not wordless and view != WHOLE
    return ShownChange(
        change=change,
        base=base,
        page=pages.get(change.page_id or 0),
        replacement=pages.get(change.replacement_page_id or 0),
        restored=earlier.get(change.restored_revision_id or 0),
        comparison=_compare((base, before[base.id]), (change, proposed), view) if base and compared else None,
        # Made by the renderer, whose last step is the sanitiser.
        whole=Markup(proposed.rendered.html),  # noqa: S704
        change_size=proposed.change_size,
        wordless=wordless,
    )


def _compare(
    before: tuple[RevisionText, Rendered], after: tuple[ChangeText, ProposedRendering], view: str
) -> Comparison:
    base, rendered = before
    change, proposed = after
    old = Side(f"Versie {base.number}", base.content, rendered.segments)
    new = Side("Het voorstel", change.content, proposed.rendered.segments)
    return compare_sides(old, new, DifferenceView(view))
