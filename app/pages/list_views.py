"""Lists: the themes, everything on one theme, and all pages."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from app.core.permissions import Permission
from app.pages.blueprint import bp
from app.pages.list_queries import (
    count_on_topic,
    describing_page,
    letters,
    orphan_pages,
    pages_by_title,
    pages_on_topic,
    topic_leads,
    topics_with_counts,
    wanted_pages,
)
from app.topics.queries import synonyms_of, topic_by_slug
from app.web.guards import requires
from app.web.paging import paging

PAGES_AT_ONCE = 100
WANTED_SHOWN = 20
ORPHANS_SHOWN = 20


@bp.get("/themas")
@requires(Permission.READ)
def topics() -> ResponseReturnValue:
    """Every theme with its definition and how much there is on it."""
    return render_template("topics/index.html", topics=topics_with_counts(), leads=topic_leads())


@bp.get("/themas/<slug>")
@requires(Permission.READ)
def topic(slug: str) -> ResponseReturnValue:
    """What a theme is, and everything on it."""
    found = topic_by_slug(slug)
    if found is None:
        abort(404)
    place = paging(count_on_topic(found.id), PAGES_AT_ONCE)
    return render_template(
        "topics/topic.html",
        topic=found,
        synonyms=synonyms_of(found.id),
        description=describing_page(found.id),
        pages=pages_on_topic(found.id, limit=place.limit, offset=place.offset),
        paging=place,
    )


@bp.get("/paginas")
@requires(Permission.READ)
def all_pages() -> ResponseReturnValue:
    """Every page by title, and those that are wanted."""
    counts = letters()
    letter = request.args.get("letter", "")
    letter = letter if letter in counts else ""
    place = paging(counts[letter] if letter else sum(counts.values()), PAGES_AT_ONCE)
    return render_template(
        "pages/all_pages.html",
        letters=counts,
        letter=letter,
        pages=pages_by_title(letter, limit=place.limit, offset=place.offset),
        wanted=wanted_pages(WANTED_SHOWN),
        orphans=orphan_pages(ORPHANS_SHOWN),
        paging=place,
    )
