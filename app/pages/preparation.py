"""Making a text ready to be published: rendered and measured before any transaction begins.

Rendering can take long on a hostile text, and the write lock is held for milliseconds only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import select

from app.core.db import db
from app.core.errors import Invalid
from app.pages.links import ResolvedLinks, resolve
from app.pages.models import Rendering
from app.pages.rules import PageContent, check_content
from app.pages.texts import RevisionText
from app.text.change_size import ChangeSize, change_size
from app.text.links import Reference, references
from app.text.render_worker import render_bounded
from app.text.rendered import RENDERER_VERSION, Rendered, Segment


@dataclass(frozen=True, slots=True)
class PreparedText:
    """A content with everything that is made from it."""

    content: PageContent
    rendered: Rendered
    references: tuple[Reference, ...]
    links: ResolvedLinks
    change_size: dict[str, int]

    def rendering_values(self) -> dict[str, Any]:
        """The columns of a stored rendering."""
        return {**rendered_columns(self.rendered), "change_size": self.change_size}


def prepare_text(content: PageContent, parent: RevisionText | None) -> PreparedText:
    """Check, render and measure a content against the text it follows.

    Raises `Invalid` on its field when it is too long, misses a title, or cannot be rendered in time.
    """
    if parent is None:
        return _prepare(content, None, ())
    return _prepare(content, parent.content, stored_segments(parent.id))


def prepare_after(content: PageContent, before: PageContent) -> PreparedText:
    """The same for a text that follows one of which only the words are known."""
    try:
        segments = render_bounded(before.body, resolve(references(before.body)).targets).segments
    except Invalid:
        segments = ()  # then all of it counts as new
    return _prepare(content, before, segments)


def _prepare(content: PageContent, before: PageContent | None, segments: Sequence[Segment]) -> PreparedText:
    check_content(content)
    found = references(content.body)
    links = resolve(found)
    rendered = render_bounded(content.body, links.targets)
    size = _measure(content, before, change_size(segments, rendered.segments))
    return PreparedText(content, rendered, found, links, size)


def rendered_columns(rendered: Rendered) -> dict[str, Any]:
    """What the database keeps of a rendering, without its size of change."""
    stored = rendered.to_dict()
    return {
        "renderer_version": RENDERER_VERSION,
        "html": rendered.html,
        "text": rendered.text,
        "headings": stored["headings"],
        "segments": stored["segments"],
    }


def stored_rendering(revision_id: int) -> Rendered | None:
    """What was stored beside a revision; None when there is nothing or another renderer made it."""
    wanted = select(Rendering.html, Rendering.text, Rendering.headings, Rendering.segments)
    wanted = wanted.where(Rendering.revision_id == revision_id)
    row = db.session.execute(wanted.where(Rendering.renderer_version == RENDERER_VERSION)).mappings().first()
    return Rendered.from_dict(dict(row)) if row else None


def rendering_to_show(text: RevisionText) -> Rendered:
    """The stored rendering of a revision; when that is missing or outdated a fresh one, not stored."""
    stored = stored_rendering(text.id)
    if stored:
        return stored
    body = text.content.body
    return render_bounded(body, resolve(references(body)).targets)


def renderings_to_show(texts: Iterable[RevisionText]) -> dict[int, Rendered]:
    """The stored renderings of these revisions by id; a missing or outdated one is made, and not stored."""
    wanted = {text.id: text for text in texts}
    columns = (Rendering.html, Rendering.text, Rendering.headings, Rendering.segments)
    stored = select(Rendering.revision_id, *columns).where(
        Rendering.revision_id.in_(list(wanted)), Rendering.renderer_version == RENDERER_VERSION
    )
    found = {row.revision_id: Rendered.from_dict(dict(row._mapping)) for row in db.session.execute(stored)}
    return {id_: found.get(id_) or rendering_to_show(text) for id_, text in wanted.items()}


def stored_segments(revision_id: int) -> tuple[Segment, ...]:
    """The rendered blocks of a revision, as they were stored."""
    stored = stored_rendering(revision_id)
    return stored.segments if stored else ()


def _measure(content: PageContent, old: PageContent | None, within: ChangeSize) -> dict[str, int]:
    size = {name: count for name, count in asdict(within).items() if count}
    if old:
        size |= {
            name: 1
            for name, changed in (
                ("title", old.title != content.title),
                ("lead", old.lead != content.lead),
                ("topics", old.topic_ids != content.topic_ids),
            )
            if changed
        }
    return size
