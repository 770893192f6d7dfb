"""Making a change ready to be sent in: put together, checked, rendered and measured beforehand."""

from dataclasses import dataclass, replace

from app.core.errors import Invalid, NotFound
from app.pages.links import resolve
from app.pages.preparation import PreparedText, prepare_text
from app.pages.rules import PageContent
from app.pages.texts import RevisionText, revision_text
from app.text.links import references
from app.text.render_worker import render_bounded
from app.text.sections import replace_section
from app.topics.queries import all_topics


@dataclass(frozen=True, slots=True)
class PreparedChange:
    """A change that was rendered and measured against the text it was made on; `base` None is a new page."""

    base: RevisionText | None
    prepared: PreparedText
    section_anchor: str = ""


def base_text(page_id: int, base_revision_id: int | None) -> RevisionText:
    """The revision that a change is made on; it must be one of this page."""
    base = revision_text(base_revision_id) if base_revision_id else None
    if base is None or base.page_id != page_id:
        raise NotFound("page_unknown")
    return base


def prepare_edit(content: PageContent, base: RevisionText, *, section: str = "") -> PreparedChange:
    """Check, render and measure a change of a page; called before any transaction begins.

    With a section (its anchor) the body is that section alone, and the rest stays as it is in the base.
    Raises `Invalid` when nothing is changed, when it is too long, or when it cannot be rendered in time.
    """
    if section:
        content = replace(base.content, body=replace_section(base.content.body, section, content.body))
    if _is_alike(content, base.content):
        raise Invalid("nothing_changed", field="body")
    _check_topics(content)
    return PreparedChange(base, prepare_text(content, base), section)


def prepare_new_page(content: PageContent) -> PreparedChange:
    """Check and render a page that does not exist yet; called before any transaction begins."""
    if not content.body.strip():
        raise Invalid("body_missing", field="body")
    _check_topics(content)
    return PreparedChange(None, prepare_text(content, None))


def preview(body: str) -> str:
    """What a text would look like; bounded in time, and `Invalid` on its field when that is not enough."""
    links = resolve(references(body))
    return render_bounded(body, links.targets).html


def _check_topics(content: PageContent) -> None:
    known = {topic.id for topic in all_topics()}
    if not content.topic_ids <= known:
        raise Invalid("unknown_choice", field="topics")


def _is_alike(content: PageContent, base: PageContent) -> bool:
    """White space at the end of the text is not a change: forms lose it."""
    return (content.title, content.lead, content.body.rstrip(), content.topic_ids) == (
        base.title,
        base.lead,
        base.body.rstrip(),
        base.topic_ids,
    )
