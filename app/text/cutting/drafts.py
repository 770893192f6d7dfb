"""The blocks and containers of a text while it is being read."""

from dataclasses import dataclass, field

from app.text.cutting.model import Block, BlockKind, Container, ContainerKind
from app.text.cutting.starts import indent_of, skip_space

_FIRST_TEXT = {
    ContainerKind.ITEM: BlockKind.LIST_ITEM,
    ContainerKind.DEFINITION: BlockKind.DEFINITION,
    ContainerKind.FOOTNOTE: BlockKind.FOOTNOTE,
}


@dataclass(slots=True)
class Line:
    """One source line; `position` moves over the markers, `opened` tells that a container began on it."""

    source: str
    start: int
    end: int
    after: int
    position: int
    opened: bool = False

    @property
    def text(self) -> str:
        return self.source[self.position : self.end]

    @property
    def is_blank(self) -> bool:
        return skip_space(self.source, self.position, self.end) == self.end

    @property
    def indent(self) -> int:
        return indent_of(self.source, self.position, self.end)


@dataclass(slots=True)
class Draft:
    """A block that may still grow."""

    kind: BlockKind
    start: int
    text_end: int
    containers: tuple[Container, ...]
    lines: list[tuple[int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    level: int = 0
    info: str = ""

    def add(self, line: Line, start: int | None = None) -> None:
        """Let the line belong to this block, with its content from `start` on."""
        self.lines.append((line.position if start is None else start, line.end))
        self.starts.append(line.start)
        self.text_end = line.after

    def finish(self, end: int) -> Block:
        """The block as it stands, ending where the next one begins."""
        return Block(
            self.kind,
            self.start,
            end,
            self.text_end,
            tuple(self.lines),
            self.containers,
            self.level,
            self.info,
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """An open container; an item or definition counts together with its list.

    A line stays inside when it is indented `need` columns; at most `strip` of them are taken off.
    """

    containers: tuple[Container, ...]
    need: int = 0
    strip: int = 0

    @property
    def kind(self) -> ContainerKind:
        return self.containers[-1].kind


class Outline:
    """What has been read so far: finished and growing blocks, and the containers that are open."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.frames: list[Frame] = []
        self.leaf: Draft | None = None
        self._containers = 0

    @property
    def path(self) -> tuple[Container, ...]:
        """The containers a block would stand in now."""
        return tuple(container for frame in self.frames for container in frame.containers)

    @property
    def innermost(self) -> ContainerKind | None:
        """The kind of the innermost open container."""
        return self.frames[-1].kind if self.frames else None

    def container(self, kind: ContainerKind, info: str = "") -> Container:
        """A new container, numbered apart from all others."""
        self._containers += 1
        return Container(kind, self._containers, info)

    def begin(self, line: Line, kind: BlockKind, *, info: str = "", level: int = 0) -> Draft:
        """Open a block of this kind on the line, without content yet, as the one that may grow."""
        draft = Draft(kind, line.start, line.after, self.path, info=info, level=level)
        self.drafts.append(draft)
        self.leaf = draft
        return draft

    def begin_closed(self, line: Line, kind: BlockKind, *, info: str = "", level: int = 0) -> Draft:
        """Open a block that ends with its line."""
        draft = self.begin(line, kind, info=info, level=level)
        self.leaf = None
        return draft

    def text_kind(self, line: Line) -> BlockKind:
        """What a text that begins on this line is: the first of an item, definition or footnote is that."""
        if line.opened and self.innermost is not None:
            return _FIRST_TEXT.get(self.innermost, BlockKind.PARAGRAPH)
        return BlockKind.PARAGRAPH
