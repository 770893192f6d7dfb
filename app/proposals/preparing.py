"""Making a change of a text ready to be sent in: put together, checked, rendered and measured beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.errors import Conflict, Invalid, NotFound
from app.pages.lifecycle import NOWHERE, GuidePlace
from app.pages.links import resolve
from app.pages.preparation import PreparedText, prepare_text
from app.pages.rules import PageContent
from app.pages.texts import RevisionText, revision_text
from app.proposals.kinds import ChangeKind
from app.proposals.mark_check import check_marks
from app.proposals.texts import ChangeText
from app.text.links import references
from app.text.render_worker import render_bounded
from app.text.sections import replace_section
from app.text.slugs import slugify
from app.topics.queries import all_topics


@dataclass(frozen=True, slots=True)
class PreparedChange:
    """A change that was rendered and measured against the text it was made on; `base` None is a new page.

    What is not named by `kind` is as in `proposal_change`: the wanted address of a page that is new or gets
    another title, its place in the guide, the version that is restored, the page that replaces it.
    """

    base: RevisionText | None
    prepared: PreparedText
    section_anchor: str = ""
    kind: ChangeKind = ChangeKind.EDIT
    slug: str = ""
    place: GuidePlace = NOWHERE
    restored_revision_id: int | None = None
    replacement_page_id: int | None = None


def base_text(page_id: int, base_revision_id: int | None) -> RevisionText:
    """The revision that a change is made on; it must be one of this page."""
    base = revision_text(base_revision_id) if base_revision_id else None
    if base is None or base.page_id != page_id:
        raise NotFound("page_unknown")
    if base.hidden:
        raise Conflict("base_hidden")
    return base


def prepare_edit(content: PageContent, base: RevisionText, *, section: str = "") -> PreparedChange:
    """Check, render and measure a change of a page; called before any transaction begins.

    With a section (its anchor) the body is that section alone, and the rest stays as it is in the base.
    Raises `Invalid` when nothing is changed, when it is too long, or when it cannot be rendered in time.
    """
    if section:
        content = replace(base.content, body=replace_section(base.content.body, section, content.body))
    check_differs(content, base.content)
    check_topics(content)
    return PreparedChange(base, prepare_text(content, base), section)


def prepare_new_page(content: PageContent, place: GuidePlace = NOWHERE) -> PreparedChange:
    """Check and render a page that does not exist yet; called before any transaction begins."""
    if not content.body.strip():
        raise Invalid("body_missing", field="body")
    check_topics(content)
    prepared = prepare_text(content, None)
    return PreparedChange(None, prepared, kind=ChangeKind.CREATE, slug=slugify(content.title), place=place)


def prepare_again(change: ChangeText, content: PageContent, base: RevisionText | None) -> PreparedChange:
    """The same wish with other words, or made on a later text of its page."""
    renamed = change.kind is ChangeKind.RENAME and content.title != change.content.title
    return PreparedChange(
        base,
        prepare_text(content, base),
        kind=change.kind,
        slug=slugify(content.title) if renamed else change.slug,
        place=change.place,
        restored_revision_id=change.restored_revision_id,
        replacement_page_id=change.replacement_page_id,
    )


def prepare_adjusted(
    earlier: Sequence[ChangeText], content: PageContent, base: RevisionText | None
) -> list[PreparedChange]:
    """The changes of a next version: the first with these words, what is asked of other pages as it was.

    Raises as `prepare_edit` does.
    """
    first, *others = earlier
    check_marks(content.body, base.content.body if base else "")
    if base is None:
        adjusted = prepare_new_page(content, first.place)
    else:
        check_differs(content, base.content)
        check_topics(content)
        adjusted = prepare_again(first, content, base)
    return [adjusted, *(prepare_unchanged(change) for change in others)]


def prepare_unchanged(change: ChangeText) -> PreparedChange:
    """What an earlier version asked, once more."""
    base = revision_text(change.base_revision_id) if change.base_revision_id else None
    return prepare_again(change, change.content, base)


def preview(body: str) -> str:
    """What a text would look like; bounded in time, and `Invalid` on its field when that is not enough."""
    links = resolve(references(body))
    return render_bounded(body, links.targets).html


def check_topics(content: PageContent) -> None:
    """Refuse a theme that does not exist."""
    known = {topic.id for topic in all_topics()}
    if not content.topic_ids <= known:
        raise Invalid("unknown_choice", field="topics")


def check_differs(content: PageContent, base: PageContent) -> None:
    """Refuse what changes nothing. White space at the end of the text does not count: forms lose it."""
    alike = (content.title, content.lead, content.body.rstrip(), content.topic_ids) == (
        base.title,
        base.lead,
        base.body.rstrip(),
        base.topic_ids,
    )
    if alike:
        raise Invalid("nothing_changed", field="body")
