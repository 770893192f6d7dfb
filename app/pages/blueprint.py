"""Everything that reads the guide answers under one name."""

from flask import Blueprint, abort, redirect, request, url_for

from app.core.permissions import Permission
from app.pages.queries import PageHead, page_head
from app.web.guards import current_actor

bp = Blueprint("pages", __name__)


def names_shown() -> bool:
    """Whether this reader sees who wrote and approved."""
    return current_actor().may(Permission.READ_NAMES)


def may_read_conversations() -> bool:
    """Whether this reader may know from which conversations the bouwstenen of a page came."""
    return current_actor().may(Permission.READ_CONVERSATIONS)


def page_at(slug: str, *, even_archived: bool = False) -> PageHead:
    """The page that a view is about; a former address leads to the same view at the present one."""
    head = page_head(slug, even_archived=even_archived)
    if head is None:
        abort(404)
    if head.slug != slug:
        abort(redirect(moved_to(head.slug), 301))
    return head


def moved_to(slug: str) -> str:
    """What was asked for, at another address of the page."""
    arguments = {**(request.view_args or {}), "slug": slug}
    query = request.query_string.decode("ascii", "ignore")
    return url_for(request.endpoint or "", **arguments) + (f"?{query}" if query else "")
