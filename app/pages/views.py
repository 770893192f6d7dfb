"""The front page, a page of the guide, and the pictures in it."""

from flask import Response, abort, redirect, render_template
from flask.typing import ResponseReturnValue

from app.attachments.queries import stored_file
from app.building_blocks.tracing.queries import sources_of
from app.conversations.facilitating.queries import parts_asked_of
from app.conversations.gallery.queries import may_open_file
from app.conversations.inviting.signing_up.queries import NextConversation, next_conversations
from app.core.clock import now, today
from app.core.permissions import Actor, Permission
from app.core.waiting import Waiting
from app.pages import history_views, list_views
from app.pages.blueprint import bp, may_read_conversations, moved_to, names_shown
from app.pages.care import views as care_views
from app.pages.care.list_queries import own_pages_to_review
from app.pages.care.queries import page_care
from app.pages.checking.queries import CheckCounts
from app.pages.guide_queries import surroundings
from app.pages.hiding import views as hiding_views
from app.pages.history_queries import recent_changes
from app.pages.list_queries import chapters_with_pages
from app.pages.provenance import views as provenance_views
from app.pages.queries import ReadPage, missing_page, read_page
from app.pages.reading import pieces, with_text
from app.proposals.alongside.queries import work_on_page
from app.proposals.alongside.rules import PageWork
from app.proposals.joining.queries import asked_of
from app.proposals.queries import NextMoves, next_moves, open_count
from app.threads.picture.queries import topics_and_picture
from app.topics.queries import all_topics
from app.web.guards import current_actor, requires
from app.web.navigation import REDACTIE, waiting_at
from app.web.settings import current_settings

# The others put their views on the same blueprint when they are imported.
__all__ = ["bp", "care_views", "hiding_views", "history_views", "list_views", "provenance_views"]

CHANGES_ON_FRONT = 6
CONVERSATIONS_ON_FRONT = 3
PROPOSALS_ON_FRONT = 3


@bp.get("/")
@requires(Permission.READ)
def front() -> ResponseReturnValue:
    """What the guide is, what is in it, what changed, and what waits for this person."""
    actor = current_actor()
    colleague = actor.may(Permission.READ_CONVERSATIONS)
    waiting = waiting_at(REDACTIE) if actor.may(Permission.DECIDE) else Waiting()
    topics, plaat = topics_and_picture() if colleague else (all_topics(), None)
    return render_template(
        "pages/front.html",
        chapters=chapters_with_pages(),
        topics=topics,
        plaat=plaat,
        changes=recent_changes(names=names_shown(), limit=CHANGES_ON_FRONT, all_kinds=False),
        next_conversations=_next_conversations(actor),
        moves=_next_moves(actor),
        waiting=waiting,
        checks=CheckCounts.of(waiting),
        to_verify=own_pages_to_review(actor.account_id, today()) if actor.account_id else [],
        asked_of_me=asked_of(actor.account_id) if actor.account_id else (),
        asked_parts=parts_asked_of(actor.account_id) if actor.account_id else (),
    )


@bp.get("/pagina/<slug>")
@requires(Permission.READ)
def page(slug: str) -> ResponseReturnValue:
    """One page of the guide; where there is none, what is known of it and how to begin it."""
    found = read_page(slug, names=names_shown())
    if found is None:
        missing = missing_page(slug)
        return render_template("pages/missing.html", slug=slug, missing=missing), missing.status
    if found.slug != slug:
        return redirect(moved_to(found.slug), 301)
    shown, work = with_text(found), _work_on(found)
    return render_template(
        "pages/page.html",
        page=shown,
        pieces=pieces(shown.html or "", shown.headings, work.segments),
        work=work,
        around=surroundings(found),
        care=page_care(found.id),
        sources=sources_of(shown.html or "", conversations=may_read_conversations()),
        open_proposals=work.open_proposals if current_actor().signed_in else open_count(found.id),
    )


def _next_conversations(actor: Actor) -> tuple[NextConversation, ...]:
    """What a colleague can join soon."""
    if actor.account_id is None or not actor.may(Permission.CONVERSE):
        return ()
    return next_conversations(actor.account_id, now(), limit=CONVERSATIONS_ON_FRONT)


def _next_moves(actor: Actor) -> NextMoves | None:
    """The proposals that wait for this person."""
    untaken = PROPOSALS_ON_FRONT if actor.may(Permission.DECIDE) else 0
    return next_moves(actor.account_id, untaken=untaken) if actor.account_id else None


def _work_on(found: ReadPage) -> PageWork:
    """What colleagues do on the page, for those who may know."""
    account_id = current_actor().account_id
    if account_id is None:
        return PageWork()
    return work_on_page(found.id, found.revision_id, account_id, presence=current_settings().presence)


@bp.get("/bijlage/<sha256>/<name>")
@requires(Permission.READ, stored=False)
def attachment(sha256: str, name: str) -> Response:  # noqa: ARG001 the name is for people who save the file
    """A picture, as the type its content says; that of a conversation for colleagues only."""
    colleague = current_actor().may(Permission.READ_CONVERSATIONS)
    file = stored_file(sha256)
    if file is None or not may_open_file(sha256, colleague=colleague):
        abort(404)
    return Response(file.path.read_bytes(), mimetype=file.media_type)
