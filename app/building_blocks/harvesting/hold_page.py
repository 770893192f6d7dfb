"""The screen on which a conversation is held: agenda and questions to share, and the harvest beside it."""

from typing import Any

from flask import Response, render_template, request

from app.accounts.name_queries import known_names
from app.building_blocks.harvesting.choices import PARTS, harvest_choices
from app.building_blocks.harvesting.forms import TypedLine
from app.building_blocks.harvesting.line_marks import KIND_MARKS, PART_MARKS
from app.building_blocks.harvesting.queries import HarvestedBlock, noted_in, with_findings
from app.building_blocks.queries import ShownBlock
from app.conversations.holding.queries import ModelLine, begun_parts, model_lines
from app.conversations.holding.rules import MOST_GROUPS, clock_place, kept_address, timetable
from app.conversations.kinds import ConversationFormat
from app.conversations.queries import ShownConversation
from app.core.clock import now
from app.core.submissions import new_key
from app.topics.queries import all_topics
from app.web.form_page import form_page

SHOWN_LINES = 30
GROUPS = tuple((number, f"groep {number}") for number in range(1, MOST_GROUPS + 1))


def hold_page(
    conversation: ShownConversation,
    typed: TypedLine,
    errors: dict[str, str] | None = None,
    *,
    refused: str | None = None,
) -> Response:
    """The screen; with what was typed and what is wrong with it, when a line was not noted."""
    noted = noted_in(conversation.number)
    return form_page(
        "harvesting/hold.html",
        errors,
        conversation=conversation,
        told=kept_address(request.args),
        question=_chosen_question(conversation),
        noted=_newest(noted),
        noted_count=len(noted),
        choices=harvest_choices(all_topics()),
        kind_marks=KIND_MARKS,
        part_marks=PART_MARKS,
        part_names=dict(PARTS),
        model=_model(conversation),
        model_key=new_key(),
        groups=GROUPS,
        typed=typed,
        refused=refused,
        **_clock(conversation),
    )


def state_piece(conversation: ShownConversation) -> str:
    """The part of the screen that other people change meanwhile."""
    noted = noted_in(conversation.number)
    return render_template(
        "harvesting/_state.html",
        noted=_newest(noted),
        model=_model(conversation),
        **_clock(conversation),
    )


def _clock(conversation: ShownConversation) -> dict[str, Any]:
    """Where the conversation is, its timetable, and the moment at which that is so."""
    begun, at = begun_parts(conversation.number), now()
    minutes = [part.minutes for part in conversation.agenda]
    place = clock_place(begun, len(minutes), at)
    shown = timetable(minutes, conversation.starts_at, begun, at if place.running else None)
    return {"clock": place, "shown": shown, "at": at}


def _newest(noted: list[ShownBlock]) -> tuple[HarvestedBlock, ...]:
    return with_findings(noted[::-1][:SHOWN_LINES], known_names())


def _model(conversation: ShownConversation) -> tuple[ModelLine, ...]:
    return model_lines(conversation.number) if conversation.format is ConversationFormat.MODEL else ()


def _chosen_question(conversation: ShownConversation) -> int | None:
    asked = request.args.get("vraag", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0
    return number if 0 < number <= len(conversation.questions) else None
