"""The pictures of canvas and model: everything fits, and the QR code holds the address."""

import re

import pytest
import segno

from app.conversations.canvas.picture import MOST_LINES, Drawing, canvas_drawing, model_drawing
from app.conversations.canvas.qr import EDGE, qr_picture
from app.conversations.canvas.wrapping import text_width, wrap
from app.conversations.kinds import CanvasField, ModelPart

ADDRESS = "https://gids.voorbeeld.nl/volg/ABCDEFGHJK"
LONG = "aansprakelijkheidswaardevaststellingsveranderingen"
SENTENCE = "Wie tegenspreekt, helpt de ander beter kiezen dan wie zwijgt en meegaat."


def black_squares(path: str) -> set[tuple[int, int]]:
    bars = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path)
    return {(int(x) + step, int(y)) for x, y, width in bars for step in range(int(width))}


def test_the_code_holds_the_address_with_a_white_edge_around_it() -> None:
    picture = qr_picture(ADDRESS)
    rows = segno.make_qr(ADDRESS, error="q").matrix
    wanted = {(x + EDGE, y + EDGE) for y, row in enumerate(rows) for x, black in enumerate(row) if black}
    assert black_squares(picture.path) == wanted
    assert picture.size == len(rows) + 2 * EDGE


@pytest.mark.parametrize("text", [SENTENCE, LONG, f"{LONG} en {LONG}", "", "kort", "M" * 80])
def test_no_line_is_wider_than_it_may_be_and_no_letter_is_lost(text: str) -> None:
    lines = wrap(text, 12)
    assert all(text_width(line) <= 12 for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace(" ", "")


def heights(drawing: Drawing) -> list[tuple[int, int]]:
    return [(part.top, part.top + part.height) for part in drawing.parts]


@pytest.mark.parametrize("number", [0, 1, 5, 30])
def test_the_parts_of_the_model_stand_under_each_other_within_the_picture(number: int) -> None:
    drawing = model_drawing({part: [SENTENCE] * number for part in ModelPart})
    assert [part.part for part in drawing.parts] == list(ModelPart)
    ends = [end for _, end in heights(drawing)]
    assert all(end <= begin for end, (begin, _) in zip(ends, heights(drawing)[1:], strict=False))
    assert ends[-1] <= drawing.height
    assert drawing.line_to(drawing.parts[0]).startswith("M94 ")


def test_what_does_not_fit_is_counted() -> None:
    part = model_drawing({ModelPart.HEART: ["kort"] * 20}).parts[1]
    assert (len(part.lines), part.more) == (MOST_LINES, 6)


def test_the_fields_of_a_row_of_the_canvas_end_at_one_height() -> None:
    drawing = canvas_drawing({CanvasField.STANDS_OUT: [SENTENCE] * 4})
    above, below = heights(drawing)[:3], heights(drawing)[3:]
    assert len(set(above)) == len(set(below)) == 1
    assert above[0][1] < below[0][0] and below[0][1] <= drawing.height
