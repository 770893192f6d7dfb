"""Reads a source text line by line, keeps the open containers, and decides where each block begins."""

from app.text.cutting import starts as signs
from app.text.cutting.containers import open_admonition, open_container
from app.text.cutting.drafts import Draft, Frame, Line, Outline
from app.text.cutting.inline_scan import split_row
from app.text.cutting.model import Block, BlockKind, ContainerKind
from app.text.cutting.verbatim import VERBATIM, Verbatim

_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.DEFINITION, BlockKind.FOOTNOTE})
_TABLE = frozenset({BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW})
_FOLDS = frozenset({ContainerKind.ADMONITION, ContainerKind.FOLDED, ContainerKind.UNFOLDED})


class Cutter:
    """One pass over one source text; `cut` gives its blocks."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._outline = Outline()
        self._verbatim = Verbatim(self._outline, source)

    def cut(self) -> tuple[Block, ...]:
        """The blocks of the source, in order; their spans join up to the whole of it."""
        for match in signs.LINE.finditer(self._source):
            start, after = match.span()
            end = start + len(match.group().rstrip("\r\n"))
            self._read(Line(self._source, start, end, after, start))
        drafts = self._outline.drafts
        ends = [*(draft.start for draft in drafts[1:]), len(self._source)]
        return tuple(draft.finish(end) for draft, end in zip(drafts, ends, strict=bool(drafts)))

    def _read(self, line: Line) -> None:
        """First the containers the line stays in, then what it goes on with, then what it opens."""
        outline, leaf = self._outline, self._outline.leaf
        matched = self._match_frames(line)
        closing, outline.frames = outline.frames[matched:], outline.frames[:matched]
        if line.is_blank:
            self._read_blank(line, closing)
            return
        text_open = leaf is not None and leaf.kind in _TEXT
        if leaf is not None and not closing and self._goes_on(line, leaf):
            return
        if self._opens(line, closing, text_open=text_open):
            return
        if leaf is not None and not line.opened:
            if text_open and not any(frame.kind in _FOLDS for frame in closing):
                outline.frames += closing
                leaf.add(line, signs.skip_space(self._source, line.position, line.end))
                return
            if leaf.kind in _TABLE and not closing and "|" in line.text:
                self._add_row(line, leaf)
                return
        self._open_text(line)

    def _match_frames(self, line: Line) -> int:
        """How many of the open containers the line stays in; moves past their markers and indentation."""
        for index, frame in enumerate(self._outline.frames):
            if frame.kind is ContainerKind.QUOTE:
                match = signs.QUOTE.match(self._source, line.position, line.end)
                if match is None:
                    return index
                line.position = match.end()
            elif not line.is_blank:
                if line.indent < frame.need:
                    return index
                line.position = signs.skip_columns(self._source, line.position, line.end, frame.strip)
        return len(self._outline.frames)

    def _read_blank(self, line: Line, closing: list[Frame]) -> None:
        outline = self._outline
        if not outline.drafts:
            outline.begin_closed(line, BlockKind.BLANK)
        elif outline.leaf is not None and outline.leaf.kind in VERBATIM and not closing:
            self._verbatim.blank(line, outline.leaf)
        else:
            outline.leaf = None

    def _goes_on(self, line: Line, leaf: Draft) -> bool:
        """Whether the line belongs to the open block for certain, whatever it looks like."""
        if leaf.kind in VERBATIM:
            return self._verbatim.goes_on(line, leaf)
        if leaf.kind is not BlockKind.PARAGRAPH:
            return False
        return self._turns_into_table(line, leaf) or self._turns_into_heading(line, leaf)

    def _turns_into_heading(self, line: Line, leaf: Draft) -> bool:
        match = signs.UNDERLINE.match(self._source, line.position, line.end)
        if match is None:
            return False
        leaf.kind = BlockKind.HEADING
        leaf.level = 1 if match.group(1)[0] == "=" else 2
        leaf.text_end = line.after
        self._outline.leaf = None
        return True

    def _turns_into_table(self, line: Line, leaf: Draft) -> bool:
        """A row of dashes makes the line above it the head of a table."""
        if "|" not in line.text or not signs.DELIMITER_ROW.match(self._source, line.position, line.end):
            return False
        start, end = leaf.lines[-1]
        head = self._source[start:end]
        if "|" not in head or len(split_row(head)) != len(split_row(line.text)):
            return False
        if len(leaf.lines) > 1:
            leaf.lines.pop()
            leaf.text_end = leaf.starts[-1]
            leaf = Draft(BlockKind.TABLE_HEAD, leaf.starts.pop(), line.after, leaf.containers, [(start, end)])
            self._outline.drafts.append(leaf)
        leaf.kind = BlockKind.TABLE_HEAD
        leaf.containers = (*leaf.containers, self._outline.container(ContainerKind.TABLE))
        leaf.add(line, signs.skip_space(self._source, line.position, line.end))
        self._outline.leaf = leaf
        return True

    def _add_row(self, line: Line, leaf: Draft) -> None:
        row = self._outline.begin(line, BlockKind.TABLE_ROW)
        row.containers = leaf.containers
        row.add(line, signs.skip_space(self._source, line.position, line.end))

    def _opens(self, line: Line, closing: list[Frame], *, text_open: bool) -> bool:
        """Open the containers and the block the line starts with; false when what is left is plain text."""
        outline = self._outline
        while not line.is_blank and open_container(outline, line, closing, text_open=text_open):
            line.opened, closing, text_open = True, [], False
        if line.is_blank:
            kind = outline.text_kind(line)
            outline.begin_closed(line, BlockKind.BLANK if kind is BlockKind.PARAGRAPH else kind)
            return True
        return (
            self._verbatim.opens(line, text_open=text_open)
            or open_admonition(outline, line)
            or self._opens_line(line)
        )

    def _opens_line(self, line: Line) -> bool:
        """Open a block of exactly one line: a heading, a rule, the address of a link, an embedded block."""
        source, outline = self._source, self._outline
        if heading := signs.HEADING.match(source, line.position, line.end):
            draft = outline.begin_closed(line, BlockKind.HEADING, level=len(heading.group(1)))
            draft.lines.append(_heading_text(source, heading.end(), line.end))
        elif signs.RULE.match(source, line.position, line.end):
            outline.begin_closed(line, BlockKind.RULE)
        elif signs.REFERENCE.match(source, line.position, line.end):
            outline.begin_closed(line, BlockKind.REFERENCE).add(line)
        elif signs.EMBED.match(source, line.position, line.end):
            outline.begin_closed(line, BlockKind.EMBED).add(line)
        else:
            return False
        return True

    def _open_text(self, line: Line) -> None:
        kind = self._outline.text_kind(line)
        draft = self._outline.begin(line, kind)
        start = signs.skip_space(self._source, line.position, line.end)
        if kind is BlockKind.LIST_ITEM and (task := signs.TASK.match(self._source, start, line.end)):
            draft.info = "todo" if task.group(1) == " " else "done"
            start = task.end()
        draft.add(line, start)


def _heading_text(source: str, start: int, end: int) -> tuple[int, int]:
    """The span of a heading's words, without the signs that may close it."""
    text = source[start:end].rstrip()
    closed = text.rstrip("#")
    if closed != text and (not closed or closed[-1] in " \t"):
        text = closed.rstrip()
    start_of_text = signs.skip_space(source, start, end)
    return start_of_text, max(start_of_text, start + len(text))
