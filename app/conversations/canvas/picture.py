"""Where everything stands in the picture of the model of 'the' civil servant, and in that of a canvas."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.conversations.canvas.wrapping import wrap
from app.conversations.kinds import CanvasField, ModelPart

TEXT, LINE = 15, 20
"""The size of the letters and the height of a line, in units of a picture that is 360 wide on a telephone."""
MOST_LINES = 14
"""In one part of a picture; what is more is told in words, and stands in the text beside it."""
FIGURE_HEIGHT = 452
MODEL_WIDTH, MODEL_LEFT = 360, 142
ANCHORS = {
    ModelPart.HEAD: (94, 50),
    ModelPart.HEART: (80, 146),
    ModelPart.HANDS: (121, 213),
    ModelPart.BELLY: (86, 240),
    ModelPart.FEET: (114, 423),
}
"""Where each part of the figure is pointed at."""
CANVAS_COLUMNS, CANVAS_COLUMN, CANVAS_GAP = 3, 260, 16
CANVAS_ROWS = (
    (CanvasField.MUST_BE_IN, CanvasField.MUST_NOT_BE_IN, CanvasField.STANDS_OUT),
    (CanvasField.FOR_WRITERS, CanvasField.FOR_COLLEAGUES),
)


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line of text at its height; the first of an entry has a dot before it."""

    text: str
    y: int
    begins: bool


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """A part or field with its entries, from `top` down; `more` entries did not fit."""

    part: ModelPart | CanvasField
    x: int
    top: int
    height: int
    lines: tuple[DrawnLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture and what is in it; `shift` is how far down the figure of the model stands."""

    width: int
    height: int
    parts: tuple[DrawnPart, ...]
    shift: int = 0

    def line_to(self, part: DrawnPart) -> str:
        """The line from a part of the figure to its words."""
        x, y = ANCHORS[ModelPart(part.part)]
        begin, end = y + self.shift, part.top + TEXT // 2
        return f"M{x} {begin}C{x + 22} {begin} {MODEL_LEFT - 34} {end} {MODEL_LEFT - 10} {end}"


def model_drawing(entries: Mapping[CanvasField | ModelPart, Sequence[str]]) -> Drawing:
    """The figure on the left, the five parts with their words on the right, one under the other."""
    parts, top = [], 16
    for part in ModelPart:
        lines, more = _lines(entries.get(part, ()), (MODEL_WIDTH - MODEL_LEFT - 14) / TEXT, top + LINE + 16)
        height = _height(lines, more, top)
        parts.append(DrawnPart(part, MODEL_LEFT, top, height, lines, more))
        top += max(height + 20, 84)
    height = max(top, FIGURE_HEIGHT)
    return Drawing(MODEL_WIDTH, height, tuple(parts), (height - FIGURE_HEIGHT) // 2)


def canvas_drawing(entries: Mapping[CanvasField | ModelPart, Sequence[str]]) -> Drawing:
    """The five fields as on the sheet: three above, two below."""
    parts: list[DrawnPart] = []
    top = CANVAS_GAP
    for row in CANVAS_ROWS:
        drawn = [_field(field, entries.get(field, ()), column, top) for column, field in enumerate(row)]
        parts += drawn
        top += max(part.height for part in drawn) + CANVAS_GAP
    width = CANVAS_COLUMNS * (CANVAS_COLUMN + CANVAS_GAP) + CANVAS_GAP
    return Drawing(width, top, tuple(_of_one_height(parts)))


def _field(field: CanvasField, texts: Sequence[str], column: int, top: int) -> DrawnPart:
    lines, more = _lines(texts, (CANVAS_COLUMN - 40) / TEXT, top + 3 * LINE + 10)
    height = max(_height(lines, more, top) + 16, 220)
    return DrawnPart(field, CANVAS_GAP + column * (CANVAS_COLUMN + CANVAS_GAP), top, height, lines, more)


def _of_one_height(parts: Iterable[DrawnPart]) -> Iterable[DrawnPart]:
    """Fields beside each other end at the same height."""
    parts = list(parts)
    heights = {part.top: max(p.height for p in parts if p.top == part.top) for part in parts}
    for part in parts:
        yield DrawnPart(part.part, part.x, part.top, heights[part.top], part.lines, part.more)


def _lines(texts: Sequence[str], width: float, y: int) -> tuple[tuple[DrawnLine, ...], int]:
    """The entries that fit, broken into lines from `y` down, and how many do not fit."""
    drawn: list[DrawnLine] = []
    for number, text in enumerate(texts):
        broken = wrap(text, width)
        if len(drawn) + len(broken) > MOST_LINES:
            return tuple(drawn), len(texts) - number
        drawn += [DrawnLine(line, y + LINE * (len(drawn) + at), at == 0) for at, line in enumerate(broken)]
    return tuple(drawn), 0


def _height(lines: Sequence[DrawnLine], more: int, top: int) -> int:
    last = lines[-1].y if lines else top + LINE
    return last + (LINE if more else 0) + TEXT - top
