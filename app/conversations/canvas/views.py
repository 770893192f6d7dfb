"""The canvas and the model of a conversation: to read, to fill in, and as a picture."""

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from app.conversations.blueprint import bp
from app.conversations.canvas import print_views, screens
from app.conversations.canvas.picture import canvas_drawing, model_drawing
from app.conversations.canvas.queries import words_of
from app.conversations.canvas.sheets import CANVAS, MODEL, Sheet, Target
from app.conversations.canvas.wrapping import wrap
from app.core.permissions import Permission
from app.web.guards import requires
from app.web.labels import label

__all__ = ["print_views"]

SVG = "image/svg+xml"
HEADING_WIDTH = 14


@bp.get("/gesprekken/<int:number>/canvas")
@requires(Permission.READ_CONVERSATIONS)
def canvas(number: int) -> ResponseReturnValue:
    """The canvas with its keywords and the free notes."""
    return screens.show(CANVAS, number)


@bp.post("/gesprekken/<int:number>/canvas")
@requires(Permission.CONVERSE, restores=True)
def save_canvas(number: int) -> ResponseReturnValue:
    """Keep the canvas."""
    return screens.answer(CANVAS, number)


@bp.post("/gesprekken/<int:number>/canvas/bewaren")
@requires(Permission.CONVERSE)
def keep_canvas(number: int) -> ResponseReturnValue:
    """Keep the canvas while somebody types."""
    return screens.answer_script(CANVAS, number)


@bp.get("/gesprekken/<int:number>/canvas.svg")
@requires(Permission.READ_CONVERSATIONS)
def canvas_file(number: int) -> Response:
    """The filled canvas as a picture to take along."""
    checked = screens.to_take_along(CANVAS, number)
    texts = words_of(checked.entries)
    picture = render_template(
        "conversations/canvas/canvas.svg",
        conversation=checked.conversation,
        texts=_in_order(CANVAS, texts),
        drawing=canvas_drawing(texts),
        headings={field: wrap(label(field), HEADING_WIDTH) for field in CANVAS.targets},
    )
    return Response(picture, mimetype=SVG)


@bp.get("/gesprekken/<int:number>/model")
@requires(Permission.READ_CONVERSATIONS)
def model(number: int) -> ResponseReturnValue:
    """The model of 'the' civil servant, as a picture and as text."""
    return screens.show(MODEL, number)


@bp.post("/gesprekken/<int:number>/model")
@requires(Permission.CONVERSE, restores=True)
def save_model(number: int) -> ResponseReturnValue:
    """Keep the model."""
    return screens.answer(MODEL, number)


@bp.post("/gesprekken/<int:number>/model/bewaren")
@requires(Permission.CONVERSE)
def keep_model(number: int) -> ResponseReturnValue:
    """Keep the model while somebody types."""
    return screens.answer_script(MODEL, number)


@bp.get("/gesprekken/<int:number>/model.svg")
@requires(Permission.READ_CONVERSATIONS)
def model_file(number: int) -> Response:
    """The filled model as a picture to take along."""
    checked = screens.to_take_along(MODEL, number)
    texts = words_of(checked.entries)
    picture = render_template(
        "conversations/canvas/model.svg",
        conversation=checked.conversation,
        texts=_in_order(MODEL, texts),
        drawing=model_drawing(texts),
    )
    return Response(picture, mimetype=SVG)


def _in_order(sheet: Sheet, texts: dict[Target, list[str]]) -> dict[Target, list[str]]:
    return {target: texts.get(target, []) for target in sheet.targets}
