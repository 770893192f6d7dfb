"""Blocks whose lines are kept as they are: code, HTML and comments."""

from app.text.cutting import starts as signs
from app.text.cutting.drafts import Draft, Line, Outline
from app.text.cutting.model import BlockKind, ContainerKind

VERBATIM = frozenset({BlockKind.CODE, BlockKind.HTML, BlockKind.COMMENT})
_CODE_INDENT = 4
_CODE_INDENT_IN_ITEM = 8


class Verbatim:
    """Opens and continues verbatim blocks of one outline."""

    def __init__(self, outline: Outline, source: str) -> None:
        self._outline = outline
        self._source = source
        self._fence = ""
        self._fence_indent = 0
        self._raw_element = False
        self._gap: list[Line] = []
        self._next_comment_end = -1

    def opens(self, line: Line, *, text_open: bool) -> bool:
        """Open a verbatim block when the line starts one; `text_open` is a paragraph it would interrupt."""
        if self._opens_fence(line):
            return True
        if line.indent >= _CODE_INDENT:
            return not text_open and self._opens_indented(line)
        if signs.COMMENT.match(self._source, line.position, line.end):
            return self._opens_comment(line)
        return self._opens_html(line, text_open=text_open)

    def goes_on(self, line: Line, leaf: Draft) -> bool:
        """Give the line to the open verbatim block, unless it has ended."""
        if leaf.kind is BlockKind.CODE:
            return self._goes_on_fence(line, leaf) if self._fence else self._goes_on_indented(line, leaf)
        if leaf.kind is BlockKind.HTML and not self._raw_element and self._opens_fence(line):
            return True
        leaf.add(line)
        if leaf.kind is BlockKind.COMMENT:
            closing = self._source.find("-->", line.position, line.end)
            if closing >= 0:
                self._outline.leaf = None
                if self._source[closing + 3 : line.end].strip():
                    leaf.kind = BlockKind.HTML
        elif self._raw_element and signs.RAW_ELEMENT_END.search(self._source, line.position, line.end):
            self._outline.leaf = None
        return True

    def blank(self, line: Line, leaf: Draft) -> None:
        """A blank line inside the open verbatim block: part of it, or its end."""
        if leaf.kind is BlockKind.HTML and not self._raw_element:
            self._outline.leaf = None
        elif leaf.kind is BlockKind.CODE and not self._fence:
            self._gap.append(line)
        else:
            leaf.add(line)

    def _opens_fence(self, line: Line) -> bool:
        limit = _CODE_INDENT_IN_ITEM if self._outline.innermost is ContainerKind.ITEM else _CODE_INDENT
        if line.indent >= limit:
            return False
        match = signs.FENCE.match(self._source, line.position, line.end)
        if match is None:
            return False
        self._fence = match.group(1) or match.group(3)
        self._fence_indent = line.indent
        words = (match.group(2) or match.group(4) or "").split(maxsplit=1)
        self._outline.begin(line, BlockKind.CODE, info=words[0] if words else "")
        return True

    def _goes_on_fence(self, line: Line, leaf: Draft) -> bool:
        text = line.text.strip()
        if len(text) >= len(self._fence) and text == self._fence[0] * len(text):
            leaf.text_end = line.after
            self._outline.leaf = None
        else:
            leaf.add(line, signs.skip_columns(self._source, line.position, line.end, self._fence_indent))
        return True

    def _opens_indented(self, line: Line) -> bool:
        last = self._outline.drafts[-1] if self._outline.drafts else None
        after_html = (
            last is not None and last.kind is BlockKind.HTML and last.containers == self._outline.path
        )
        if after_html and signs.BLOCK_TAG.match(self._source, line.position, line.end):
            # Editors indent HTML and leave blank lines in it; the rest of it is not code.
            self._raw_element = False
            self._outline.begin(line, BlockKind.HTML).add(line)
            return True
        self._fence, self._gap = "", []
        draft = self._outline.begin(line, BlockKind.CODE)
        draft.add(line, signs.skip_columns(self._source, line.position, line.end, _CODE_INDENT))
        return True

    def _goes_on_indented(self, line: Line, leaf: Draft) -> bool:
        if line.indent < _CODE_INDENT:
            self._outline.leaf = None
            return False
        for blank in [*self._gap, line]:
            start = signs.skip_columns(self._source, blank.position, blank.end, _CODE_INDENT)
            leaf.add(blank, start)
        self._gap = []
        return True

    def _opens_comment(self, line: Line) -> bool:
        """A comment that is never closed, or that text follows, is text: nothing may vanish by a slip."""
        opening = self._source.index("<!--", line.position)
        if self._next_comment_end < opening + 4:
            found = self._source.find("-->", opening + 4)
            self._next_comment_end = len(self._source) if found < 0 else found
        closing = self._next_comment_end
        if closing == len(self._source) or (
            closing < line.end and self._source[closing + 3 : line.end].strip()
        ):
            return False
        self._outline.begin(line, BlockKind.COMMENT).add(line)
        if closing < line.end:
            self._outline.leaf = None
        return True

    def _opens_html(self, line: Line, *, text_open: bool) -> bool:
        source, position, end = self._source, line.position, line.end
        raw = signs.RAW_ELEMENT.match(source, position, end)
        lone = not text_open and signs.LONE_TAG.match(source, position, end)
        if not raw and not lone and not signs.BLOCK_TAG.match(source, position, end):
            return False
        self._raw_element = raw is not None
        self._outline.begin(line, BlockKind.HTML).add(line)
        ends = signs.RAW_ELEMENT_END.search(source, raw.end(), end) if raw else None
        if ends or signs.TAG_AROUND_MARKDOWN.match(source, position, end):
            self._outline.leaf = None
        return True
