"""What a form of the canvas says that it knew."""

from werkzeug.datastructures import MultiDict

from app.conversations.canvas.forms import read_sheet
from app.conversations.canvas.rules import KnownLine
from app.conversations.canvas.sheets import CANVAS, FIELD_NAMES
from app.web.forms import FormReader


def test_a_line_that_a_form_knew_can_be_shown_whatever_was_sent() -> None:
    first = CANVAS.targets[0]
    sent = MultiDict({f"gezien-{FIELD_NAMES[first]}": r'[[7, "moed\ud800\uffff"]]'})
    assert read_sheet(FormReader(sent), CANVAS).fields[first].seen == (KnownLine(7, "moed"),)
