"""How pages came to be what they are: versions, old versions, comparisons, recent changes and their feed."""

from itertools import groupby

from flask import Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.building_blocks.tracing.queries import sources_of
from app.core.clock import local
from app.core.permissions import Permission
from app.pages.blueprint import bp, may_read_conversations, names_shown, page_at
from app.pages.comparing import DifferenceView, compare_versions
from app.pages.feed import MEDIA_TYPE, atom_feed
from app.pages.history_queries import (
    count_changes,
    one_revision,
    page_revisions,
    recent_changes,
    revisions_between,
)
from app.pages.preparation import rendering_to_show
from app.pages.texts import numbered_texts
from app.pages.version_choice import chosen_versions
from app.topics.queries import all_topics
from app.web.guards import requires
from app.web.paging import paging
from app.web.settings import current_settings, site_address

VERSIONS_AT_ONCE = 50
CHANGES_AT_ONCE = 50
REASONS_SHOWN = 10


@bp.get("/pagina/<slug>/versies")
@requires(Permission.READ)
def history(slug: str) -> ResponseReturnValue:
    """Every version of a page, newest first."""
    head = page_at(slug, even_archived=True)
    place = paging(head.number, VERSIONS_AT_ONCE)
    versions = page_revisions(head.id, names=names_shown(), limit=place.limit, offset=place.offset)
    return render_template("pages/history.html", page=head, versions=versions, paging=place)


@bp.get("/pagina/<slug>/versies/<int:number>")
@requires(Permission.READ)
def old_version(slug: str, number: int) -> ResponseReturnValue:
    """One version as it was, clearly marked when it is not the present one."""
    head = page_at(slug, even_archived=True)
    text = numbered_texts(head.id, [number]).get(number)
    version = one_revision(head.id, number, names=names_shown()) if text else None
    if text is None or version is None:
        abort(404)
    rendered = None if text.hidden else rendering_to_show(text)
    return render_template(
        "pages/old_version.html",
        page=head,
        version=version,
        text=text.content,
        rendered=rendered,
        sources=sources_of(rendered.html if rendered else "", conversations=may_read_conversations()),
    )


@bp.get("/pagina/<slug>/vergelijk")
@requires(Permission.READ)
def comparison(slug: str) -> ResponseReturnValue:
    """What differs between two versions, and why it was changed."""
    head = page_at(slug, even_archived=True)
    choice = chosen_versions(request.args, head.number)
    if choice.problem:
        return render_template("pages/no_comparison.html", page=head, choice=choice), 404
    view = DifferenceView.asked(request.args.get("weergave", ""))
    return render_template(
        "pages/comparison.html",
        page=head,
        choice=choice,
        view=view,
        changes=revisions_between(head.id, choice, names=names_shown(), limit=REASONS_SHOWN),
        differences=compare_versions(head.id, choice, view),
        topics=all_topics(),
    )


@bp.get("/wijzigingen")
@requires(Permission.READ)
def changes() -> ResponseReturnValue:
    """What changed in the whole guide, by day."""
    place = paging(count_changes(), CHANGES_AT_ONCE)
    rows = recent_changes(names=names_shown(), limit=place.limit, offset=place.offset)
    by_day = groupby(rows, key=lambda row: local(row.published_at).date())
    days = [(day, list(changed)) for day, changed in by_day]
    return render_template("pages/changes.html", days=days, paging=place)


@bp.get("/feed.xml")
@requires(Permission.READ)
def feed() -> Response:
    """The same for programs that follow the guide; without names, whoever asks."""
    rows = recent_changes(names=False, limit=CHANGES_AT_ONCE)
    body = atom_feed(rows, site_name=current_settings().site_name, base_url=site_address())
    return Response(body, mimetype=MEDIA_TYPE)
