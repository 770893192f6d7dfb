"""What becomes of a field of the canvas when several people type in it: no line is lost."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from rapidfuzz.distance import Indel

from app.core.errors import Invalid
from app.text.merge import merge
from app.text.signs import one_line

ENTRY_LIMIT = 300
MOST_ENTRIES = 100
NOTES_LIMIT = 20_000
REASON_LIMIT = 500
ALIKE = 0.5
"""From here on two lines are the same entry in other words; below it they are two entries."""


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A line and the entry that holds it."""

    entry_id: int
    text: str


@dataclass(slots=True)
class Line:
    """A line as it has to stand; without an entry it is new, and who writes it down gives it one."""

    entry_id: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A line that two people changed: as it was, and as each has it now. An empty text means: taken away."""

    was: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The lines of a field in their order; `mine` has one for each typed line, for the next time."""

    lines: list[Line] = field(default_factory=list)
    mine: list[Line] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)


def lines_of(text: str) -> list[str]:
    """What was typed in a field: one entry per line, without empty lines."""
    return [line for line in map(one_line, text.split("\n")) if line]


def check_lines(lines: Sequence[str], name: str) -> None:
    """Refuse what are no keywords any more, or more than one sheet holds."""
    if len(lines) > MOST_ENTRIES:
        raise Invalid("too_many_entries", field=name, limit=MOST_ENTRIES)
    if any(len(line) > ENTRY_LIMIT for line in lines):
        raise Invalid("entry_too_long", field=name, limit=ENTRY_LIMIT)


def check_notes(text: str) -> None:
    """Refuse notes that are longer than a sheet holds."""
    if len(text) > NOTES_LIMIT:
        raise Invalid("text_too_long", field="aantekeningen", limit=NOTES_LIMIT)


def merge_lines(seen: Sequence[KnownLine], current: Sequence[KnownLine], typed: Sequence[str]) -> Merged:
    """Put what somebody typed, having seen `seen`, together with what stands there now.

    An entry that only one of the two changed is as that one has it. When both changed it, both texts stay:
    theirs in its place, mine as an entry of its own below it. What somebody took away comes back when the
    other changed it.
    """
    now = {line.entry_id: line for line in current}
    strangers = [line for line in current if line.entry_id not in {known.entry_id for known in seen}]
    merged, matched = Merged(), _matches(seen, typed)
    for text, place in zip(typed, matched, strict=True):
        known = None if place is None else seen[place]
        if known is None:
            _keep(merged, Line(_adopted(strangers, text), text))
        else:
            _settle(merged, known, now.get(known.entry_id), text, strangers=strangers)
    for place, known in enumerate(seen):
        theirs = now.get(known.entry_id)
        if place not in matched and theirs and theirs.text != known.text:
            merged.clashes.append(Clash(known.text, "", theirs.text))
            strangers.append(theirs)
    _put_between(merged.lines, current, strangers)
    return merged


def merge_text(seen: str, current: str, typed: str) -> str | None:
    """A text of sentences, merged; None when two people changed the same sentence.

    Who goes on writing behind everything that stands there now has seen it, or wrote it.
    """
    if typed.startswith(current):
        return typed
    result = merge(seen, current, typed)
    return result.text if result.is_clean else None


def _settle(
    merged: Merged, known: KnownLine, theirs: KnownLine | None, text: str, *, strangers: list[KnownLine]
) -> None:
    """One line that was seen and is still there in what was typed."""
    if theirs is None and text == known.text:
        merged.mine.append(Line(known.entry_id, text))
    elif theirs and (text == known.text or theirs.text in {known.text, text}):
        standing = theirs.text if text == known.text else text
        _keep(merged, Line(known.entry_id, standing))
    else:
        merged.clashes.append(Clash(known.text, text, theirs.text if theirs else ""))
        if theirs:
            merged.lines.append(Line(theirs.entry_id, theirs.text))
        _keep(merged, Line(_adopted(strangers, text), text))


def _keep(merged: Merged, line: Line) -> None:
    merged.lines.append(line)
    merged.mine.append(line)


def _adopted(strangers: list[KnownLine], text: str) -> int | None:
    """The entry with this very text that came in meanwhile: somebody else's, or this form's, sent twice."""
    for line in strangers:
        if line.text == text:
            strangers.remove(line)
            return line.entry_id
    return None


def _put_between(lines: list[Line], current: Sequence[KnownLine], strangers: Sequence[KnownLine]) -> None:
    """Put what others wrote behind the line that it stands behind now."""
    left = {line.entry_id for line in strangers}
    before: int | None = None
    for line in current:
        if line.entry_id in left:
            places = [at for at, there in enumerate(lines) if before and there.entry_id == before]
            lines.insert(places[0] + 1 if places else 0, Line(line.entry_id, line.text))
        before = line.entry_id


def _matches(seen: Sequence[KnownLine], typed: Sequence[str]) -> list[int | None]:
    """For each typed line the seen one that it is: the same words, moved or not, else much the same."""
    found: list[int | None] = [None] * len(typed)
    texts = [line.text for line in seen]
    for block in SequenceMatcher(None, texts, typed, autojunk=False).get_matching_blocks():
        found[block.b : block.b + block.size] = range(block.a, block.a + block.size)
    for same in (True, False):
        for at, text in enumerate(typed):
            if found[at] is None:
                free = [place for place in range(len(seen)) if place not in found]
                found[at] = _nearest(texts, free, text, same=same)
    return found


def _nearest(texts: Sequence[str], free: Sequence[int], text: str, *, same: bool) -> int | None:
    if same:
        return next((place for place in free if texts[place] == text), None)
    scored = [(_likeness(texts[place], text), -place) for place in free]
    likeness, place = max(scored, default=(0.0, 0))
    return -place if likeness >= ALIKE else None


def _likeness(one: str, other: str) -> float:
    """Somebody who is still typing goes on with a line: then the one begins the other."""
    if one.startswith(other) or other.startswith(one):
        return 1.0
    return Indel.normalized_similarity(one, other, score_cutoff=ALIKE)
