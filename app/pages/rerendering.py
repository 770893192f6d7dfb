"""Rendering stored texts again when the renderer or a target of their links changed."""

from collections.abc import Mapping

from sqlalchemy import or_, select

from app.core.db import db, unit_of_work
from app.core.outbox import FollowUp, enqueue
from app.core.site_state import bump_public_version
from app.pages.links import referrer_ids, resolve, store_links
from app.pages.models import Page, Rendering
from app.pages.preparation import rendered_columns
from app.pages.texts import current_text
from app.text.links import references
from app.text.render_worker import render_bounded
from app.text.rendered import RENDERER_VERSION


def rerender_page(payload: Mapping[str, int]) -> None:
    """Render the published text of a page again; the revision itself stays as it is."""
    page_id = payload["page"]
    published = current_text(page_id)
    if published is None:
        return
    found = references(published.content.body)
    links = resolve(found)
    columns = rendered_columns(render_bounded(published.content.body, links.targets))
    with unit_of_work():
        page = db.session.get_one(Page, page_id, with_for_update=True, populate_existing=True)
        if page.current_revision_id != published.id:
            return  # a newer text was rendered when it was published
        rendering = db.session.get(Rendering, published.id) or Rendering(
            revision_id=published.id, change_size={}
        )
        text_changed = rendering.text != columns["text"]
        for name, value in columns.items():
            setattr(rendering, name, value)
        db.session.add(rendering)
        store_links(page_id, found, links)
        if text_changed:
            enqueue(FollowUp.INDEX_PAGE, page=page_id)
        bump_public_version()


def rerender_referrers(payload: Mapping[str, int]) -> None:
    """Have every page that links to this one rendered again, each as a follow-up of its own."""
    with unit_of_work():
        for page_id in referrer_ids(payload["page"]):
            enqueue(FollowUp.RENDER_PAGE, page=page_id)


def promise_outdated_renderings() -> int:
    """Promise a fresh rendering of every published text made by another renderer; returns how many."""
    outdated = (
        select(Page.id)
        .outerjoin(Rendering, Rendering.revision_id == Page.current_revision_id)
        .where(Page.current_revision_id.is_not(None))
        .where(or_(Rendering.renderer_version.is_(None), Rendering.renderer_version != RENDERER_VERSION))
    )
    page_ids = list(db.session.scalars(outdated))
    if page_ids:
        with unit_of_work():
            for page_id in page_ids:
                enqueue(FollowUp.RENDER_PAGE, page=page_id)
    return len(page_ids)
