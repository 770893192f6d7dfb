"""What a source text is made of: blocks, and the containers they stand in."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What one block is; the kind decides how it is shown, compared and merged."""

    BLANK = "blank"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_HEAD = "table_head"
    TABLE_ROW = "table_row"
    ADMONITION = "admonition"
    CODE = "code"
    HTML = "html"
    COMMENT = "comment"
    RULE = "rule"
    DEFINITION_TERM = "definition_term"
    DEFINITION = "definition"
    FOOTNOTE = "footnote"
    REFERENCE = "reference"
    EMBED = "embed"


class ContainerKind(StrEnum):
    """What can hold blocks."""

    QUOTE = "quote"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    ITEM = "item"
    TABLE = "table"
    ADMONITION = "admonition"
    FOLDED = "folded"
    UNFOLDED = "unfolded"
    DEFINITIONS = "definitions"
    DEFINITION = "definition"
    FOOTNOTE = "footnote"


PROSE = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.DEFINITION,
        BlockKind.FOOTNOTE,
    }
)


@dataclass(frozen=True, slots=True)
class Container:
    """One list, item, quote … of a text; `number` tells two neighbours of the same kind apart.

    `info` is the first number of NUMBERS, the type of an ADMONITION, FOLDED or UNFOLDED, the label of a
    FOOTNOTE, and empty for the rest.
    """

    kind: ContainerKind
    number: int
    info: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a source text.

    `source[start:end]` is everything the block owns: markers, line ends and the blank lines after it;
    `text_end` is where those blank lines begin. `lines` are the spans of its content, one per source line,
    without markers, indentation and line ends: `content(source)` joins them.
    `containers` is the path from the outside in. `level` is that of a heading (1–6), else 0. `info` is the
    language of CODE, "todo" or "done" of a task, the type of an ADMONITION, else empty.
    """

    kind: BlockKind
    start: int
    end: int
    text_end: int
    lines: tuple[tuple[int, int], ...]
    containers: tuple[Container, ...] = ()
    level: int = 0
    info: str = ""

    @property
    def is_prose(self) -> bool:
        """Whether the content is running text, which is cut into sentences."""
        return self.kind in PROSE

    @property
    def path(self) -> tuple[ContainerKind, ...]:
        """The kinds of the containers: equal for blocks that stand in the same sort of place."""
        return tuple(container.kind for container in self.containers)

    def source(self, source: str) -> str:
        """The block exactly as typed, blank lines after it included."""
        return source[self.start : self.end]

    def content(self, source: str) -> str:
        """The text of the block without markers and indentation, lines joined by a line feed."""
        return "\n".join(source[start:end] for start, end in self.lines)
