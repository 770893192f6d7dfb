"""The redactie hides a version or a name in it: one asks, another confirms."""

from dataclasses import dataclass, field
from typing import Any

from flask import Response, abort, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.core.submissions import new_key
from app.pages.blueprint import bp, page_at
from app.pages.hiding import service
from app.pages.hiding.queries import answered_requests, people_in, waiting_requests
from app.pages.hiding.service import HidingWish
from app.pages.queries import PageHead
from app.pages.rules import REASON_LIMIT
from app.pages.texts import RevisionText, numbered_texts
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message

TEXT = "tekst"
FIELDS = {"reason": "reden", "what": "wat"}


@dataclass(frozen=True, slots=True)
class TypedWish:
    """The form, as it was typed; `what` is the text, or the number of somebody's account."""

    what: str = ""
    reason: str = ""
    key: str = field(default_factory=new_key)


@bp.get("/pagina/<slug>/versies/<int:number>/verbergen")
@requires(Permission.HIDE)
def hide(slug: str, number: int) -> ResponseReturnValue:
    """The form with which a redacteur asks to hide something of a version."""
    page = page_at(slug, even_archived=True)
    return _form(page, _version(page, number), TypedWish())


@bp.post("/pagina/<slug>/versies/<int:number>/verbergen")
@requires(Permission.HIDE, restores=True)
def send_hide(slug: str, number: int) -> ResponseReturnValue:
    """Ask a colleague to confirm."""
    page = page_at(slug, even_archived=True)
    version, reader = _version(page, number), FormReader(request.form)
    typed = TypedWish(
        reader.line("wat", required=True),
        reader.text("reden", limit=REASON_LIMIT, required=True),
        reader.line("sleutel") or new_key(),
    )
    person = None if typed.what == TEXT else reader.identifier("wat")
    if reader.ok:
        try:
            with unit_of_work():
                wish = HidingWish(revision_id=version.id, account_id=person, reason=typed.reason)
                service.ask(current_actor(), wish, key=typed.key)
            return _done("hiding_asked")
        except Invalid as error:
            reader.fail(FIELDS.get(error.field, error.field), error.code, **error.facts)
        except Conflict as error:
            return _form(page, version, typed, refused=message(error.code))
    return _form(page, version, typed, errors=reader.errors)


@bp.get("/redactie/verbergen", endpoint="hiding")
@requires(Permission.HIDE)
def requests() -> ResponseReturnValue:
    """What waits for a second redacteur, and what was answered last."""
    return render_template(
        "pages/hiding/requests.html", waiting=waiting_requests(), answered=answered_requests()
    )


@bp.post("/redactie/verbergen/<int:request_id>")
@requires(Permission.HIDE)
def answer_hiding(request_id: int) -> ResponseReturnValue:
    """Confirm a request, or leave it as it is: whichever button was pressed."""
    confirms = request.form.get("antwoord") == "verberg"
    verb = service.confirm if confirms else service.dismiss
    with unit_of_work():
        verb(current_actor(), request_id)
    return _done("hidden_now" if confirms else "hiding_dismissed")


def _version(page: PageHead, number: int) -> RevisionText:
    found = numbered_texts(page.id, [number]).get(number)
    if found is None:
        abort(404)
    return found


def _form(page: PageHead, version: RevisionText, typed: TypedWish, **facts: Any) -> Response:
    return form_page(
        "pages/hiding/ask.html",
        facts.pop("errors", None),
        page=page,
        version=version,
        people=people_in(version.id),
        typed=typed,
        **facts,
    )


def _done(code: str) -> Response:
    flash(message(code), "ok")
    return make_response(redirect(url_for("pages.hiding"), 303))
