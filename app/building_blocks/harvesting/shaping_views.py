"""Bringing a harvest into shape: one bouwsteen at a time, several into one, and handing it in."""

from collections.abc import Callable, Mapping

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.name_queries import known_names
from app.building_blocks.blueprint import bp
from app.building_blocks.harvesting import service
from app.building_blocks.harvesting.forms import TypedBlock, read_block, read_moves, read_reading
from app.building_blocks.harvesting.handing_in import HandedIn, hand_in
from app.building_blocks.harvesting.harvest_page import Shown, harvest_page, suggestions_of
from app.building_blocks.harvesting.kinds import HarvestStep
from app.building_blocks.harvesting.queries import is_noted, with_findings
from app.building_blocks.queries import blocks_by_id
from app.building_blocks.texts import text_of
from app.building_blocks.timeline import Move
from app.conversations.queries import ShownConversation, edited_conversation
from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid, NotFound
from app.core.permissions import Permission
from app.topics.queries import all_topics
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.queued import is_queued, queued_answer

DONE = {
    HarvestStep.KEEP: "block_kept",
    HarvestStep.SPLIT: "block_split",
    HarvestStep.THROW_AWAY: "block_thrown_away",
    HarvestStep.BRING_BACK: "block_brought_back",
}


@bp.get("/gesprekken/<int:number>/oogst")
@requires(Permission.CONVERSE)
def harvest(number: int) -> ResponseReturnValue:
    """What was noted and what the canvas holds, to be made into good bouwstenen."""
    return harvest_page(edited_conversation(number, current_actor()), Shown())


@bp.post("/gesprekken/<int:number>/oogst/<int:block_number>")
@requires(Permission.CONVERSE)
def shape(number: int, block_number: int) -> ResponseReturnValue:
    """Keep, split, throw away or bring back one bouwsteen; a form that saves itself gets its news."""
    conversation, reader = edited_conversation(number, current_actor()), FormReader(request.form)
    _check_noted_here(number, block_number)
    step = reader.choice("stap", HarvestStep, required=False) or HarvestStep.KEEP
    typed = read_block(reader, all_topics(), block_number)
    if is_queued():
        return queued_answer(reader, lambda: _saved(block_number, typed))
    try:
        if reader.ok:
            _take(step, block_number, typed)
            return _done(number, DONE[step], place=f"bouwsteen-{block_number}")
    except Invalid as error:
        reader.fail(f"tekst-{block_number}", error.code, **error.facts)
    except Conflict as error:
        if not is_noted(block_number):
            raise
        refused = message(error.code, **error.facts)
        return harvest_page(conversation, Shown(typed={block_number: typed}, refused=refused))
    return harvest_page(conversation, Shown(typed={block_number: typed}, errors=reader.errors))


@bp.post("/gesprekken/<int:number>/oogst/samenvoegen")
@requires(Permission.CONVERSE)
def join(number: int) -> ResponseReturnValue:
    """Make one bouwsteen of those that were ticked."""
    conversation = edited_conversation(number, current_actor())
    moves = read_moves(request.form.getlist("bouwsteen"))
    for move in moves:
        _check_noted_here(number, move.number)
    return _or_shown(conversation, lambda: service.join(current_actor(), moves), "blocks_joined", "samen")


@bp.post("/gesprekken/<int:number>/oogst/overnemen")
@requires(Permission.CONVERSE)
def take_over(number: int) -> ResponseReturnValue:
    """Make bouwstenen of lines of the canvas and the model."""
    conversation, reader = edited_conversation(number, current_actor()), FormReader(request.form)
    entry_ids = reader.identifiers("regel")
    if not entry_ids:
        return harvest_page(conversation, Shown(errors={"regel": message("nothing_chosen")}))
    act = lambda: service.take_over(current_actor(), number, entry_ids)  # noqa: E731 - one use, one line
    return _or_shown(conversation, act, "entries_taken_over", "regel")


@bp.post("/gesprekken/<int:number>/oogst/aanleveren")
@requires(Permission.CONVERSE)
def submit(number: int) -> ResponseReturnValue:
    """Hand the harvest in; what may point at a person stays until somebody says that it may go."""
    edited_conversation(number, current_actor())
    with unit_of_work():
        result = hand_in(current_actor(), number, read_reading(request.form))
    _tell(result)
    return redirect(f"{url_for('.harvest', number=number)}#aanleveren", 303)


def _take(step: HarvestStep, number: int, typed: TypedBlock) -> None:
    actor, move = current_actor(), Move(number=number, seen_event=typed.seen_event)
    with unit_of_work():
        if step is HarvestStep.SPLIT:
            service.split(actor, move, typed.pieces())
        elif step is HarvestStep.THROW_AWAY:
            service.throw_away(actor, move)
        elif step is HarvestStep.BRING_BACK:
            service.bring_back(actor, move)
        else:
            service.reword(actor, move, typed.said(), typed.said_before())


def _saved(number: int, typed: TypedBlock) -> str:
    try:
        _take(HarvestStep.KEEP, number, typed)
    except Conflict:
        standing = text_of(number)
        raise Conflict("block_saved_elsewhere", text=standing.text if standing else "") from None
    block = blocks_by_id([number], with_notes=True)[number]
    (row,) = with_findings([block], known_names())
    suggested = suggestions_of([block])[number]
    return render_template("harvesting/_block_news.html", row=row, suggested=suggested, similar=())


def _check_noted_here(number: int, block_number: int) -> None:
    block = blocks_by_id([block_number], with_notes=True).get(block_number)
    if block is None or block.conversation_number != number:
        raise NotFound("block_unknown")


def _or_shown(
    conversation: ShownConversation, act: Callable[[], int], code: str, field: str
) -> ResponseReturnValue:
    """Do it and go on; or the screen with why not."""
    try:
        with unit_of_work():
            count = act()
        return _done(conversation.number, code, count=count)
    except Invalid as error:
        errors: Mapping[str, str] = {field: message(error.code, **error.facts)}
        return harvest_page(conversation, Shown(errors=errors))
    except Conflict as error:
        return harvest_page(conversation, Shown(refused=message(error.code, **error.facts)))


def _tell(result: HandedIn) -> None:
    if result.count:
        flash(message("harvest_handed_in", count=result.count), "ok")
    if result.held_back:
        flash(message("harvest_held_back", count=len(result.held_back)), "warning")
    if not result.count and not result.held_back:
        flash(message("nothing_to_hand_in"), "info")


def _done(number: int, code: str, *, place: str = "genoteerd", count: int = 0) -> ResponseReturnValue:
    flash(message(code, count=count), "ok")
    return redirect(f"{url_for('.harvest', number=number)}#{place}", 303)
