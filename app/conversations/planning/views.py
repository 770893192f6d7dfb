"""Planning a conversation, changing the plan, and ticking what was done of it."""

from dataclasses import replace
from typing import Any

from flask import Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.conversations import list_queries
from app.conversations.blueprint import bp
from app.conversations.facilitating.forms import wanted
from app.conversations.facilitating.queries import offered
from app.conversations.facilitating.service import ask_at_start
from app.conversations.formats.queries import current_formats
from app.conversations.formats.rules import written_agenda
from app.conversations.kinds import ConversationFormat, PlanningStep, WorkKind
from app.conversations.planning import forms, service
from app.conversations.planning.forms import TypedPlan
from app.conversations.planning.rules import usual_day
from app.conversations.queries import (
    conversation_at,
    edited_conversation,
    find_conversation,
    units_of,
)
from app.conversations.rules import number_in
from app.core.clock import today
from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.core.submissions import new_key
from app.topics.queries import all_topics, topic_by_slug
from app.web.form_page import form_page
from app.web.forms import FormReader, row_number
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.naming import check_names, findings_in

MOST_OFFERED = 50
MOST_FOLLOWABLE = 50


@bp.get("/gesprekken/nieuw")
@requires(Permission.CONVERSE)
def new() -> ResponseReturnValue:
    """The form of a plan; it can begin with a format, a theme or the conversation that it follows up on."""
    return _form(_begin())


@bp.post("/gesprekken/nieuw")
@requires(Permission.CONVERSE, restores=True)
def plan() -> ResponseReturnValue:
    """Plan the conversation."""
    reader = FormReader(request.form)
    typed = _read(reader)
    if reader.ok:
        try:
            with unit_of_work():
                url = service.plan(current_actor(), typed.plan(), key=typed.key)
                ask_at_start(current_actor(), number_in(url), wanted(typed.wishes))
            return _done(url, "conversation_planned")
        except Invalid as error:
            forms.refuse(reader, error)
    return _form(typed, reader.errors)


@bp.get("/gesprekken/<int:number>/bewerken")
@requires(Permission.CONVERSE)
def edit(number: int) -> ResponseReturnValue:
    """The form with the plan as it is."""
    found = edited_conversation(number, current_actor())
    return _form(forms.filled_from(found, units_of(number)), number=number)


@bp.post("/gesprekken/<int:number>/bewerken")
@requires(Permission.CONVERSE, restores=True)
def change(number: int) -> ResponseReturnValue:
    """Change the plan."""
    edited_conversation(number, current_actor())
    reader = FormReader(request.form)
    typed = _read(reader)
    if reader.ok:
        try:
            with unit_of_work():
                asked = service.Edit(number=number, base=typed.base, key=typed.key)
                url = service.change(current_actor(), asked, typed.plan())
            return _done(url, "conversation_changed")
        except Invalid as error:
            forms.refuse(reader, error)
        except Conflict as error:
            return _overtaken(number, typed, error)
    return _form(typed, reader.errors, number=number)


@bp.post("/gesprekken/<int:number>/taken")
@requires(Permission.CONVERSE)
def tick(number: int) -> ResponseReturnValue:
    """Tick a task of the planning, or take the tick away."""
    reader = FormReader(request.form)
    step, done = reader.choice("taak", PlanningStep), reader.flag("gedaan")
    if step is not None:
        with unit_of_work():
            service.tick(current_actor(), number, step, done=done)
    return redirect(url_for("conversations.show", number=number, _anchor="planning"), 303)


def _read(reader: FormReader) -> TypedPlan:
    typed = forms.read_plan(reader)
    check_names(reader, typed.words, confirmed=typed.confirmed)
    if typed.follows and find_conversation(typed.follows) is None:
        reader.fail("volgt", "unknown_choice")
    return typed


def _begin() -> TypedPlan:
    day = usual_day(today())
    number = row_number(request.args.get("vervolg", ""))
    if number is not None:
        return forms.following(conversation_at(number), units_of(number), day)
    topic = topic_by_slug(request.args.get("thema", ""))
    return forms.beginning(day, request.args, topic.id if topic else None)


def _overtaken(number: int, typed: TypedPlan, error: Conflict) -> Response:
    """What was typed, beside what somebody made of it meanwhile: whoever sends it again has seen that."""
    now_there = forms.filled_from(conversation_at(number), units_of(number))
    again = replace(typed, base=now_there.base, key=new_key())
    return _form(again, number=number, refused=message(error.code), there=now_there)


def _form(typed: TypedPlan, errors: dict[str, str] | None = None, **facts: Any) -> Response:
    """The form; 422 when something has to be mended first, 409 when somebody else was first."""
    formats = current_formats()
    own = formats.get(ConversationFormat.OWN)
    if own and not typed.agenda:
        typed = replace(typed, agenda=written_agenda(own.agenda))
    return form_page(
        "conversations/plan.html",
        errors,
        typed=typed,
        findings=findings_in(typed.words.values()) if errors else (),
        formats=formats,
        topics=[(topic.id, topic.name) for topic in all_topics()],
        work_kinds=list(WorkKind),
        followable=_followable(typed.follows),
        pool=() if "number" in facts else offered(today(), limit=MOST_OFFERED),
        **facts,
    )


def _followable(chosen: int | None) -> list[tuple[int, str]]:
    """The conversations that were held last, to follow up on, and the one that was chosen."""
    held = list_queries.listed(list_queries.held(), limit=MOST_FOLLOWABLE)
    choices = {one.number: f"{one.title} (gesprek {one.number})" for one in held}
    found = find_conversation(chosen) if chosen and chosen not in choices else None
    if found:
        choices[found.number] = f"{found.title} (gesprek {found.number})"
    return list(choices.items())


def _done(url: str, code: str) -> ResponseReturnValue:
    flash(message(code), "ok")
    return redirect(url, 303)
