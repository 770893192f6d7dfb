"""The steps that people take with a bouwsteen: a form of its own for each, with what was typed kept."""

from flask import Response, flash, redirect, request
from flask.typing import ResponseReturnValue

from app.building_blocks import service
from app.building_blocks.blueprint import bp
from app.building_blocks.deciding.forms import FIELDS, STEPS, TypedStep, first_form, read_step
from app.building_blocks.harvesting.harvest_page import suggestions_of
from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStep
from app.building_blocks.queries import ShownBlock
from app.building_blocks.rules import check_actor
from app.building_blocks.screens import block_at
from app.building_blocks.similar_queries import similar_blocks
from app.building_blocks.timeline import Move, relation
from app.conversations.kinds import ModelPart
from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.topics.queries import all_topics
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.naming import check_names, findings_in

DONE = {
    BuildingBlockStep.ACCEPT: "block_accepted",
    BuildingBlockStep.ADJUST: "block_adjusted",
    BuildingBlockStep.MERGE: "block_merged",
    BuildingBlockStep.PARK: "block_parked",
    BuildingBlockStep.WITHDRAW: "block_withdrawn",
    BuildingBlockStep.REOPEN: "block_reopened",
}
VERBS = {
    BuildingBlockStep.ACCEPT: service.accept,
    BuildingBlockStep.PARK: service.park,
    BuildingBlockStep.WITHDRAW: service.withdraw,
    BuildingBlockStep.REOPEN: service.reopen,
}


@requires(Permission.CONVERSE)
def step_form(number: int, stap: str) -> ResponseReturnValue:
    """The form of one step."""
    block, step = block_at(number), STEPS[stap]
    who = relation(current_actor(), block.conversation_number)
    check_actor(block.status, step, who, block.handed_in)
    return _form(block, stap, first_form(block, request.args.get("terug", "")))


@requires(Permission.CONVERSE, restores=True)
def take_step(number: int, stap: str) -> ResponseReturnValue:
    """Take the step, or show its form again with what is wrong."""
    block, step, reader = block_at(number), STEPS[stap], FormReader(request.form)
    typed = read_step(reader, step)
    check_names(reader, typed.texts, confirmed=typed.confirmed)
    try:
        if reader.ok:
            with unit_of_work():
                _carry_out(step, Move(number=number, seen_event=typed.seen_event, reason=typed.reason), typed)
            flash(message(DONE[step], number=number), "ok")
            return redirect(typed.back or block.url, 303)
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    except Conflict as error:
        return _form(block_at(number), stap, typed, refused=error)
    return _form(block, stap, typed, reader.errors)


def _carry_out(step: BuildingBlockStep, move: Move, typed: TypedStep) -> None:
    actor = current_actor()
    if step is BuildingBlockStep.ADJUST:
        service.adjust(actor, move, typed.said, hides=typed.hides)
    elif step is BuildingBlockStep.MERGE:
        service.merge(actor, move, typed.target or 0)
    else:
        VERBS[step](actor, move)


def _form(
    block: ShownBlock,
    stap: str,
    typed: TypedStep,
    errors: dict[str, str] | None = None,
    *,
    refused: Conflict | None = None,
) -> Response:
    """The form as it was typed; after a refusal it goes on from the bouwsteen as it is now."""
    step = STEPS[stap]
    merges = step is BuildingBlockStep.MERGE
    return form_page(
        "building_blocks/step.html",
        errors,
        block=block,
        stap=stap,
        step=step,
        typed=typed,
        findings=findings_in(typed.texts.values()) if errors or refused else (),
        refused=message(refused.code, **refused.facts) if refused else None,
        seen_event=block.last_event if refused else typed.seen_event,
        similar=similar_blocks({block.number: block.text})[block.number] if merges else (),
        suggested=suggestions_of([block])[block.number] if step is BuildingBlockStep.ADJUST else (),
        options={"kinds": list(BuildingBlockKind), "parts": list(ModelPart), "topics": all_topics()},
    )


for stap in STEPS:
    address, fixed = f"/bouwstenen/<int:number>/{stap}", {"stap": stap}
    bp.add_url_rule(address, view_func=step_form, methods=["GET"], defaults=fixed)
    bp.add_url_rule(address, view_func=take_step, methods=["POST"], defaults=fixed)
