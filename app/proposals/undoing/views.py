"""Undoing one old change of a page, and putting an old version back: both are proposals."""

from dataclasses import dataclass, field
from typing import Any

from flask import Response, abort, flash, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.db import unit_of_work
from app.core.errors import Invalid
from app.core.permissions import Permission
from app.core.submissions import new_key
from app.pages.care.queries import protection_of
from app.pages.care.rules import check_may_propose
from app.pages.queries import PageHead, page_head
from app.pages.rules import REASON_LIMIT
from app.proposals import change_form, sending
from app.proposals.blueprint import bp, page_at
from app.proposals.forms import refuse
from app.proposals.preparing import base_text
from app.proposals.preparing_pages import prepare_restore
from app.proposals.sending import Motivation
from app.proposals.typed import TypedChange
from app.proposals.undoing.versions import readable_version, undone_on, what_restoring_changes
from app.topics.queries import all_topics
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message


@dataclass(frozen=True, slots=True)
class TypedRestore:
    """The form, as it was typed; `base_id` is the version that was on the page then."""

    base_id: int | None
    reason: str = ""
    key: str = field(default_factory=new_key)


@bp.get("/pagina/<slug>/versies/<int:number>/ongedaan")
@requires(Permission.PROPOSE)
def undo_change(slug: str, number: int) -> ResponseReturnValue:
    """The form of a proposal, filled with the present text without what this version changed."""
    page = page_at(slug)
    check_may_propose(current_actor(), protection_of(page.id))
    current = readable_version(page.id, page.number)
    undone = undone_on(current, number)
    if undone.content == current.content and not undone.left:
        flash(message("undone_already"), "info")
        return redirect(f"{page.url}/versies/{number}", 303)
    note = f"De wijziging van versie {number} ongedaan gemaakt"
    screen = change_form.Screen(
        heading="Maak een wijziging ongedaan",
        action=url_for("proposals.send_edit", slug=page.slug),
        back_label=page.title,
        back_url=page.url,
        page_title=page.title,
        page_id=page.id,
        undoes=number,
        left=undone.left,
    )
    return change_form.show(screen, TypedChange(undone.content, note, base_id=current.id))


@bp.get("/pagina/<slug>/versies/<int:number>/terugzetten")
@requires(Permission.PROPOSE)
def restore(slug: str, number: int) -> ResponseReturnValue:
    """What putting an old version back would change, and the form that asks for it."""
    page = _page(slug)
    check_may_propose(current_actor(), protection_of(page.id))
    return _restore_form(page, number, TypedRestore(page.revision_id))


@bp.post("/pagina/<slug>/versies/<int:number>/terugzetten")
@requires(Permission.PROPOSE, restores=True)
def send_restore(slug: str, number: int) -> ResponseReturnValue:
    """Send in the proposal; also for a page in the archive, which it brings back."""
    page, reader = _page(slug), FormReader(request.form)
    typed = TypedRestore(
        reader.identifier("basis"),
        reader.text("reden", limit=REASON_LIMIT, required=True),
        reader.line("sleutel") or new_key(),
    )
    earlier = readable_version(page.id, number)
    if reader.ok:
        try:
            change = prepare_restore(earlier, base_text(page.id, typed.base_id))
            why = Motivation(change_note=f"Versie {number} teruggezet", reason=typed.reason)
            with unit_of_work():
                url = sending.send(current_actor(), [change], why, key=typed.key)
            flash(message("proposal_sent"), "ok")
            return make_response(redirect(url, 303))
        except Invalid as error:
            refuse(reader, error)
    return _restore_form(page, number, typed, errors=reader.errors)


def _page(slug: str) -> PageHead:
    """The page, also in the archive."""
    head = page_head(slug, even_archived=True)
    if head is None:
        abort(404)
    return head


def _restore_form(page: PageHead, number: int, typed: TypedRestore, **facts: Any) -> Response:
    return form_page(
        "proposals/restore.html",
        facts.get("errors"),
        page=page,
        number=number,
        typed=typed,
        comparison=what_restoring_changes(page.id, number, newest=page.number),
        topic_names={topic.id: topic.name for topic in all_topics()},
    )
