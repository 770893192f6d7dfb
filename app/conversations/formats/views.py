"""The formats of conversations: reading them, suggesting, and the next version by the redactie."""

from dataclasses import replace
from typing import Any

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.conversations.blueprint import bp
from app.conversations.formats import forms, service
from app.conversations.formats.forms import NO_REPLY, TypedFormat, TypedReply
from app.conversations.formats.queries import (
    ShownFormat,
    current_formats,
    format_awaiting,
    suggestions_for,
    versions_of,
    waiting_suggestions,
)
from app.conversations.formats.rules import SLUGS, SUGGESTION_LIMIT, format_with_slug, grouped
from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.core.submissions import new_key
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.naming import CONFIRMED, check_names, findings_in


@bp.get("/gespreksvormen")
@requires(Permission.READ_CONVERSATIONS)
def formats() -> ResponseReturnValue:
    """Every format, and for the redactie how many suggestions wait."""
    waiting = waiting_suggestions() if current_actor().may(Permission.CURATE) else {}
    return render_template("conversations/formats.html", formats=current_formats(), waiting=waiting)


@bp.get("/gespreksvormen/<vorm>")
@requires(Permission.READ_CONVERSATIONS)
def show_format(vorm: str) -> ResponseReturnValue:
    """A format as it is now, or as an earlier version had it."""
    return _format_page(vorm)


@bp.post("/gespreksvormen/<vorm>/suggesties")
@requires(Permission.CONVERSE, restores=True)
def suggest(vorm: str) -> ResponseReturnValue:
    """Suggest something from experience."""
    versions, reader = _versions(vorm), FormReader(request.form)
    words = reader.text("woorden", limit=SUGGESTION_LIMIT)
    check_names(reader, {"woorden": words}, confirmed=reader.flag(CONFIRMED))
    key = reader.line("sleutel") or new_key()
    try:
        if reader.ok:
            with unit_of_work():
                service.suggest(current_actor(), versions[0].format, words, key=key)
            return _done(vorm, "suggestion_sent")
    except Invalid as error:
        forms.refuse(reader, error)
    return _format_page(vorm, reader.errors, words=words)


@bp.post("/gespreksvormen/suggesties/<int:suggestion_id>")
@requires(Permission.CURATE)
def answer_suggestion(suggestion_id: int) -> ResponseReturnValue:
    """Say what became of a suggestion."""
    reader, awaiting = FormReader(request.form), format_awaiting(suggestion_id)
    typed = forms.read_reply(reader, suggestion_id)
    if awaiting is None:  # no form is left to come back in: the refusal shows what was typed
        return _answer(typed)
    check_names(reader, {typed.place: typed.text}, confirmed=typed.confirmed)
    try:
        if reader.ok:
            return _answer(typed)
    except Invalid as error:
        reader.fail(typed.place, error.code, **error.facts)
    return _format_page(SLUGS[awaiting], reader.errors, reply=typed)


def _answer(typed: TypedReply) -> ResponseReturnValue:
    with unit_of_work():
        kind = service.answer_suggestion(current_actor(), typed.suggestion_id, typed.text)
    return _done(SLUGS[kind], "suggestion_answered")


@bp.get("/gespreksvormen/<vorm>/verbeteren")
@requires(Permission.CURATE)
def improve(vorm: str) -> ResponseReturnValue:
    """The form of the next version."""
    newest = _versions(vorm)[0]
    return _form(newest, forms.filled_from(newest))


@bp.post("/gespreksvormen/<vorm>/verbeteren")
@requires(Permission.CURATE, restores=True)
def send_improvement(vorm: str) -> ResponseReturnValue:
    """Make the next version."""
    newest, reader = _versions(vorm)[0], FormReader(request.form)
    typed = forms.read_format(reader)
    check_names(reader, typed.words, confirmed=typed.confirmed)
    try:
        if reader.ok:
            text = typed.text(newest.format)
            with unit_of_work():
                service.improve(current_actor(), newest.format, text, base=typed.base, key=typed.key)
            return _done(vorm, "format_improved")
    except Invalid as error:
        forms.refuse(reader, error)
    except Conflict as error:
        again = replace(typed, base=newest.number, key=new_key())
        return _form(newest, again, refused=message(error.code))
    return _form(newest, typed, reader.errors)


def _versions(slug: str) -> tuple[ShownFormat, ...]:
    kind = format_with_slug(slug)
    versions = versions_of(kind) if kind else ()
    if not versions:
        abort(404)
    return versions


def _format_page(
    slug: str,
    errors: dict[str, str] | None = None,
    words: str = "",
    reply: TypedReply = NO_REPLY,
) -> Response:
    versions = _versions(slug)
    asked = request.args.get("versie", "")
    shown = next((one for one in versions if str(one.number) == asked), versions[0])
    names = forms.group_names(shown.format)
    return form_page(
        "conversations/format.html",
        errors,
        shown=shown,
        groups=[(names.get(group, group), texts) for group, texts in grouped(shown.questions)],
        versions=versions,
        slug=slug,
        suggestions=suggestions_for(shown.format),
        words=words,
        findings=findings_in([words]) if errors else (),
        reply=reply,
        reply_findings=findings_in([reply.text]) if reply.text else (),
        key=new_key(),
    )


def _form(
    newest: ShownFormat, typed: TypedFormat, errors: dict[str, str] | None = None, **facts: Any
) -> Response:
    return form_page(
        "conversations/format_form.html",
        errors,
        newest=newest,
        slug=SLUGS[newest.format],
        typed=typed,
        findings=findings_in(typed.words.values()) if errors else (),
        **facts,
    )


def _done(slug: str, code: str) -> ResponseReturnValue:
    flash(message(code), "ok")
    return redirect(url_for("conversations.show_format", vorm=slug), 303)
