"""How a line opens a container: a quote, list item, definition, footnote or admonition."""

from app.text.cutting import starts as signs
from app.text.cutting.drafts import Draft, Frame, Line, Outline
from app.text.cutting.model import BlockKind, Container, ContainerKind

DEEPEST = 12
_BODY_NEED = 2
_BODY_STRIP = 4
_FOLDS = {
    "!!!": ContainerKind.ADMONITION,
    "???": ContainerKind.FOLDED,
    "???+": ContainerKind.UNFOLDED,
}


def open_container(outline: Outline, line: Line, closing: list[Frame], *, text_open: bool) -> bool:
    """Open the container the line starts with, if any, and move past its marker.

    `closing` are the containers this line leaves: a next item joins the list of the first of them.
    """
    if len(outline.frames) >= DEEPEST:
        return False
    loose = outline.innermost is ContainerKind.ITEM
    if line.indent >= (8 if loose else 4):
        return False
    return (
        _open_quote(outline, line)
        or _open_item(outline, line, closing, text_open=text_open)
        or _open_footnote(outline, line)
        or _open_definition(outline, line, closing)
    )


def _open_quote(outline: Outline, line: Line) -> bool:
    match = signs.QUOTE.match(line.source, line.position, line.end)
    if match is None:
        return False
    outline.frames.append(Frame((outline.container(ContainerKind.QUOTE),)))
    line.position = match.end()
    return True


def _open_item(outline: Outline, line: Line, closing: list[Frame], *, text_open: bool) -> bool:
    source = line.source
    bullet = signs.BULLET.match(source, line.position, line.end)
    number = None if bullet else signs.NUMBER.match(source, line.position, line.end)
    match = bullet or number
    if match is None or signs.RULE.match(source, line.position, line.end):
        return False
    kind = ContainerKind.BULLETS if bullet else ContainerKind.NUMBERS
    sibling = closing[0].containers[0] if closing and closing[0].kind is ContainerKind.ITEM else None
    if sibling is not None and sibling.kind is not kind:
        sibling = None
    is_empty = signs.skip_space(source, match.end(), line.end) == line.end
    if text_open and sibling is None and (is_empty or (number and int(number.group(2)) != 1)):
        return False
    indent, width = line.indent, match.end() - match.end(1)
    gap = signs.indent_of(source, match.end(), line.end)
    gap = 1 if is_empty or gap > _BODY_STRIP else gap
    info = str(int(number.group(2))) if number else ""
    holder = sibling or outline.container(kind, info)
    item = outline.container(ContainerKind.ITEM)
    outline.frames.append(Frame((holder, item), need=indent + 2, strip=indent + width + gap))
    line.position = signs.skip_columns(source, match.end(), line.end, gap)
    return True


def _open_footnote(outline: Outline, line: Line) -> bool:
    match = signs.FOOTNOTE.match(line.source, line.position, line.end)
    if match is None:
        return False
    container = outline.container(ContainerKind.FOOTNOTE, match.group(1))
    outline.frames.append(Frame((container,), _BODY_NEED, _BODY_STRIP))
    line.position = match.end()
    return True


def _open_definition(outline: Outline, line: Line, closing: list[Frame]) -> bool:
    match = signs.DEFINITION.match(line.source, line.position, line.end)
    if match is None:
        return False
    if closing and closing[0].kind is ContainerKind.DEFINITION:
        holder = closing[0].containers[0]
    elif outline.drafts and _is_term(outline.drafts[-1], outline):
        holder = _turn_into_terms(outline)
    else:
        return False
    container = outline.container(ContainerKind.DEFINITION)
    outline.frames.append(Frame((holder, container), _BODY_NEED, _BODY_STRIP))
    line.position = match.end()
    return True


def _is_term(draft: Draft, outline: Outline) -> bool:
    return draft.kind is BlockKind.PARAGRAPH and draft.containers == outline.path


def _turn_into_terms(outline: Outline) -> Container:
    """Make each line of the last paragraph a term, in the list of definitions just before it if any."""
    paragraph = outline.drafts.pop()
    depth = len(paragraph.containers)
    before = outline.drafts[-1].containers if outline.drafts else ()
    if (
        before[:depth] == paragraph.containers
        and before[depth : depth + 1]
        and (before[depth].kind is ContainerKind.DEFINITIONS)
    ):
        holder = before[depth]
    else:
        holder = outline.container(ContainerKind.DEFINITIONS)
    containers = (*paragraph.containers, holder)
    ends = [*paragraph.starts[1:], paragraph.text_end]
    for span, start, end in zip(paragraph.lines, paragraph.starts, ends, strict=True):
        outline.drafts.append(Draft(BlockKind.DEFINITION_TERM, start, end, containers, [span], [start]))
    outline.drafts[-len(paragraph.lines)].start = paragraph.start
    return holder


def open_admonition(outline: Outline, line: Line) -> bool:
    """Open `!!! type "title"`, or one that folds (`???`, `???+` when open at first): block and container."""
    match = signs.ADMONITION.match(line.source, line.position, line.end)
    if match is None or len(outline.frames) >= DEEPEST:
        return False
    kind = match.group(2).lower()
    container = outline.container(_FOLDS[match.group(1)], kind)
    outline.frames.append(Frame((container,), _BODY_NEED, _BODY_STRIP))
    draft = outline.begin_closed(line, BlockKind.ADMONITION, info=kind)
    if match.group(3):
        draft.lines.append(match.span(3))
    return True
