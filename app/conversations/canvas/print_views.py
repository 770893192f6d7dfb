"""Sheets to print, empty or filled, with the address at which participants follow their words."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.conversations.blueprint import bp
from app.conversations.canvas import screens
from app.conversations.canvas.qr import qr_picture
from app.conversations.canvas.queries import words_of
from app.conversations.canvas.sheets import CANVAS, MODEL, Sheet
from app.conversations.codes import shown_code
from app.conversations.queries import may_edit
from app.core.permissions import Permission
from app.web.guards import current_actor, requires
from app.web.settings import site_address

PAPER = {"a4": "A4", "a3": "A3"}
EMPTY, FILLED = "leeg", "ingevuld"


@bp.get("/gesprekken/<int:number>/canvas/afdruk")
@requires(Permission.READ_CONVERSATIONS)
def print_canvas(number: int) -> ResponseReturnValue:
    """The canvas on one sheet."""
    return _sheet(CANVAS, number)


@bp.get("/gesprekken/<int:number>/model/afdruk")
@requires(Permission.READ_CONVERSATIONS)
def print_model(number: int) -> ResponseReturnValue:
    """The model on one sheet."""
    return _sheet(MODEL, number)


def _sheet(sheet: Sheet, number: int) -> ResponseReturnValue:
    """Empty to write on, filled to hang up; what makes no sense gives the filled one on A4."""
    checked = screens.to_take_along(sheet, number)
    conversation = checked.conversation
    paper, filled = request.args.get("papier", ""), request.args.get("inhoud") != EMPTY
    texts = words_of(checked.entries) if filled else {}
    return render_template(
        f"conversations/canvas/print_{sheet.name}.html",
        conversation=conversation,
        sheet=sheet,
        paper=paper if paper in PAPER else "a4",
        filled=filled,
        texts=texts,
        withheld=checked.withheld if filled and may_edit(number, current_actor()) else 0,
        code=shown_code(conversation.code),
        qr=qr_picture(f"{site_address()}/volg/{conversation.code}"),
    )
