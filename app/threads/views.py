"""Rode draden: the list, one line, and how the redactie lays them."""

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.building_blocks.queries import blocks_by_id
from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.core.submissions import new_key
from app.threads import forms, service
from app.threads.blueprint import bp
from app.threads.coverage import views as coverage_views
from app.threads.dilemmas import views as dilemma_views
from app.threads.forms import FIELDS, PlacingStep, TypedThread
from app.threads.picture import views as picture_views
from app.threads.queries import ThreadRow, block_ids_on, suggestion, suggestions, thread_at, threads
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.naming import check_names, findings_in

# The others put their views on the same blueprint when they are imported.
__all__ = ["bp", "coverage_views", "dilemma_views", "picture_views"]

SHOWN_OF_SUGGESTION = 3


@bp.get("/rode-draden")
@requires(Permission.READ_CONVERSATIONS)
def index() -> ResponseReturnValue:
    """Every line; for the redactie also those that the program proposes."""
    curates = current_actor().may(Permission.CURATE)
    proposed = suggestions(None) if curates else []
    shown = [block_id for one in proposed for block_id in one.block_ids[:SHOWN_OF_SUGGESTION]]
    return render_template(
        "threads/index.html",
        threads=threads(),
        archived=threads(archived=True) if curates else [],
        proposed=proposed,
        blocks=blocks_by_id(shown) if shown else {},
        shown_of_suggestion=SHOWN_OF_SUGGESTION,
    )


@bp.get("/rode-draden/nieuw")
@requires(Permission.CURATE)
def begin() -> ResponseReturnValue:
    """The form of a new line, filled with a proposed one when that was chosen."""
    reader = FormReader(request.args)
    proposed = suggestion(reader.identifier("voorstel"))
    if proposed is None:
        return _form(None, TypedThread())
    return _form(None, TypedThread(suggestion_id=proposed.id, block_ids=proposed.block_ids))


@bp.post("/rode-draden/nieuw")
@requires(Permission.CURATE, restores=True)
def send_new() -> ResponseReturnValue:
    """Lay a new line."""
    reader = FormReader(request.form)
    typed = forms.read_thread(reader)
    check_names(reader, typed.words, confirmed=typed.confirmed)
    try:
        if reader.ok:
            with unit_of_work():
                url = service.name_thread(
                    current_actor(),
                    typed.text,
                    typed.chosen,
                    from_suggestion=typed.suggestion_id,
                    key=typed.key,
                )
            return _done(url, "thread_named")
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    return _form(None, typed, reader.errors)


@bp.get("/rode-draden/<slug>")
@requires(Permission.READ_CONVERSATIONS)
def show(slug: str) -> ResponseReturnValue:
    """One line with its bouwstenen; for the redactie also what would fit it."""
    thread = _thread_at(slug)
    proposed = suggestions(thread.id)[:1] if current_actor().may(Permission.CURATE) else []
    on_it = block_ids_on(thread.id)
    fitting = [block_id for one in proposed for block_id in one.block_ids if block_id not in on_it]
    blocks = blocks_by_id([*on_it, *fitting])
    return render_template(
        "threads/thread.html",
        thread=thread,
        blocks=[blocks[one] for one in on_it if one in blocks],
        fitting=[blocks[one] for one in fitting if one in blocks],
        words=proposed[0].words if proposed else (),
        key=new_key(),
    )


@bp.get("/rode-draden/<slug>/bewerken")
@requires(Permission.CURATE)
def edit(slug: str) -> ResponseReturnValue:
    """The form of a line that gets another name or summary."""
    thread = _thread_at(slug)
    typed = TypedThread(title=thread.title, summary=thread.summary, version=thread.version)
    return _form(thread, typed)


@bp.post("/rode-draden/<slug>/bewerken")
@requires(Permission.CURATE, restores=True)
def send_edit(slug: str) -> ResponseReturnValue:
    """Give a line another name or summary."""
    thread, reader = _thread_at(slug), FormReader(request.form)
    typed = forms.read_thread(reader)
    check_names(reader, typed.words, confirmed=typed.confirmed)
    try:
        if reader.ok:
            with unit_of_work():
                url = service.rewrite(current_actor(), typed.seen(thread.id), typed.text)
            return _done(url, "thread_changed")
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    except Conflict as error:
        return _form(_thread_at(slug), typed, refused=error)
    return _form(thread, typed, reader.errors)


@bp.post("/rode-draden/<slug>/bouwstenen")
@requires(Permission.CURATE)
def place(slug: str) -> ResponseReturnValue:
    """Put bouwstenen on a line, or take them off."""
    thread, reader = _thread_at(slug), FormReader(request.form)
    typed, step = forms.read_placing(reader)
    if not reader.ok:
        return _refused(thread, next(iter(reader.errors.values())))
    verb = service.put_on if step is PlacingStep.ON else service.take_off
    try:
        with unit_of_work():
            url = verb(current_actor(), typed.seen(thread.id), typed.chosen)
    except (Conflict, Invalid) as error:
        return _refused(thread, message(error.code, **error.facts))
    return _done(url, "blocks_put_on" if step is PlacingStep.ON else "blocks_taken_off")


@bp.post("/rode-draden/<slug>/archief")
@requires(Permission.CURATE)
def archive(slug: str) -> ResponseReturnValue:
    """Put a line in the archive, or fetch it back."""
    thread, reader = _thread_at(slug), FormReader(request.form)
    seen = TypedThread(version=reader.identifier("basis") or 0, key=reader.line("sleutel") or new_key())
    back = reader.flag("terug")
    try:
        with unit_of_work():
            url = service.archive(current_actor(), seen.seen(thread.id), back=back)
    except Conflict as error:
        return _refused(thread, message(error.code))
    return _done(url, "thread_back" if back else "thread_put_away")


@bp.post("/rode-draden/voorstellen/<int:number>/weg")
@requires(Permission.CURATE)
def dismiss(number: int) -> ResponseReturnValue:
    """Do not propose this line again."""
    with unit_of_work():
        service.dismiss(current_actor(), number)
    return _done(url_for("threads.index"), "suggestion_dismissed")


def _thread_at(slug: str) -> ThreadRow:
    thread = thread_at(slug)
    if thread is None:
        abort(404)
    return thread


def _done(url: str, code: str) -> ResponseReturnValue:
    flash(message(code), "ok")
    return redirect(url, 303)


def _refused(thread: ThreadRow, sentence: str) -> ResponseReturnValue:
    """Back to the line as it is now; nothing was typed that could be lost but a row of numbers."""
    flash(sentence, "error")
    return redirect(thread.url, 303)


def _form(
    thread: ThreadRow | None,
    typed: TypedThread,
    errors: dict[str, str] | None = None,
    *,
    refused: Conflict | None = None,
) -> Response:
    """The form of a line; without one it is of a new one."""
    return form_page(
        "threads/form.html",
        errors,
        thread=thread,
        typed=typed,
        findings=findings_in(typed.words.values()) if errors else (),
        refused=message(refused.code, **refused.facts) if refused else None,
        # What was typed stays; what it is about is the line as it is shown now.
        version=thread.version if thread and refused else typed.version,
        key=new_key() if refused else typed.key,
        blocks=blocks_by_id(typed.block_ids) if typed.block_ids else {},
    )
