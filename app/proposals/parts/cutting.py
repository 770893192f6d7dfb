"""A proposed change in parts, which the redactie takes over or leaves one by one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from app.pages.rules import PageContent
from app.proposals.kinds import ChangeKind, PartKind
from app.proposals.rebasing import digest
from app.proposals.rules import WORDLESS
from app.proposals.texts import ChangeText
from app.text.blocks import BlockKind
from app.text.changes import CutChanges, TextChange, cut_changes
from app.text.differences import BlockChange, compare
from app.text.differences import ChangeKind as Difference
from app.text.rendered import Segment

MOST_PARTS = 200
"""A text with more changes than these is taken over whole, or edited."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a change asks for; `position` counts within the change.

    `key` is made of its words, so that a tick stays with them when the text is cut again. `number` is the
    position within the text, or the theme.
    """

    key: str
    position: int
    kind: PartKind
    old: str
    new: str
    number: int = 0
    shown: tuple[BlockChange, ...] = ()


@dataclass(frozen=True, slots=True)
class CutChange:
    """One change in parts; `base` is the content it was made on, None when it can only be taken whole."""

    change: ChangeText
    base: PageContent | None
    text: CutChanges | None
    parts: tuple[Part, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(part.key for part in self.parts)

    def take(self, keys: AbstractSet[str]) -> ChangeText | None:
        """The change with these parts alone; None when it has none of them. Keys of other changes may be
        among them."""
        taken = [part for part in self.parts if part.key in keys]
        if not taken or self.base is None or self.text is None:
            return self.change if taken else None
        kinds = {part.kind for part in taken}
        renames = self.change.kind is ChangeKind.RENAME and PartKind.TITLE in kinds
        keeps_kind = renames or self.change.kind is not ChangeKind.RENAME
        content = PageContent(
            self.change.content.title if PartKind.TITLE in kinds else self.base.title,
            self.change.content.lead if PartKind.LEAD in kinds else self.base.lead,
            _text(self.text, taken),
            self.base.topic_ids ^ {part.number for part in taken if part.kind is PartKind.TOPIC},
        )
        return replace(self.change, content=content, kind=self.change.kind if keeps_kind else ChangeKind.EDIT)


def cut_change(change: ChangeText, base: PageContent | None, topic_names: Mapping[int, str]) -> CutChange:
    """The parts of a change, made on `base`. What does not change a text, or makes a page, is one part."""
    if base is None or change.kind in WORDLESS:
        page = (PartKind.PAGE, "", change.content.title)
        return CutChange(change, None, None, tuple(_named(change, [_Found(*page)])))
    text = cut_changes(base.body, change.content.body)
    found = [*_about_page(base, change.content, topic_names), *_in_text(text, base.body, change.content.body)]
    return CutChange(change, base, text, tuple(_named(change, found)))


@dataclass(frozen=True, slots=True)
class _Found:
    """A part without a name."""

    kind: PartKind
    old: str
    new: str
    number: int = 0
    shown: tuple[BlockChange, ...] = ()


def _about_page(old: PageContent, new: PageContent, topic_names: Mapping[int, str]) -> Iterator[_Found]:
    for kind, before, after in (
        (PartKind.TITLE, old.title, new.title),
        (PartKind.LEAD, old.lead, new.lead),
    ):
        if before != after:
            yield _Found(kind, before, after, shown=compare_lines(before, after))
    for topic_id in sorted(old.topic_ids ^ new.topic_ids, key=lambda topic_id: topic_names[topic_id]):
        name = topic_names[topic_id]
        before, after = (name, "") if topic_id in old.topic_ids else ("", name)
        yield _Found(PartKind.TOPIC, before, after, topic_id, compare_lines(before, after))


def _in_text(text: CutChanges, old: str, new: str) -> Iterator[_Found]:
    if len(text) > MOST_PARTS:
        yield _Found(PartKind.BODY, old, new)
        return
    for change in text.changes:
        kind = PartKind.MOVED if _is_moved(change) else PartKind.TEXT
        yield _Found(kind, change.old, change.new, change.position, change.parts)


def compare_lines(old: str, new: str) -> tuple[BlockChange, ...]:
    """The differences between two texts without blocks."""
    before, after = ([Segment(BlockKind.PARAGRAPH, text, text)] if text else [] for text in (old, new))
    return compare(before, after)


def _is_moved(change: TextChange) -> bool:
    return any(part.kind is Difference.MOVED for part in change.parts)


def _text(text: CutChanges, taken: list[Part]) -> str:
    if any(part.kind is PartKind.BODY for part in taken):
        return text.take(set(range(1, len(text) + 1)))
    return text.take({part.number for part in taken if part.kind in (PartKind.TEXT, PartKind.MOVED)})


def _named(change: ChangeText, found: list[_Found]) -> Iterator[Part]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for position, one in enumerate(found, start=1):
        words = (one.kind.value, one.old, one.new)
        seen[words] += 1
        key = digest(str(change.position), *words, str(seen[words]))
        yield Part(key, position, one.kind, one.old, one.new, one.number, one.shown)
