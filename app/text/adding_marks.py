"""Naming a bouwsteen in a text after a sentence that its writer chose from a list, without a cursor."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.text.blocks import cut_blocks
from app.text.merging.source_marks import split_marks
from app.text.sentences import cut_sentences


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """A sentence that a mark can come after; its `id` outlives changes to others and to its marks."""

    id: str
    words: str
    end: int


def mark_places(source: str) -> tuple[MarkPlace, ...]:
    """The sentences of a text in their order. Of two with the same words each has an id of its own."""
    places: list[MarkPlace] = []
    earlier: Counter[str] = Counter()
    for words, end in _sentences(source):
        earlier[words] += 1
        digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        places.append(MarkPlace(f"{digest}-{earlier[words]}", words, end))
    return tuple(places)


def add_mark(source: str, number: int, after: str = "") -> str:
    """The text with the mark of a bouwsteen after the place with this id.

    Without such a place it comes after the last sentence, and without sentences in a paragraph of its own.
    """
    mark = f"[[bouwsteen:{number}]]"
    places = mark_places(source)
    if not places:
        return f"{source.rstrip()}\n\n{mark}\n".lstrip()
    place = next((one for one in places if one.id == after), places[-1])
    words = source[: place.end].rstrip()
    return f"{words} {mark}{source[len(words) :]}"


def _sentences(source: str) -> Iterator[tuple[str, int]]:
    """The words of each sentence, without marks, and where it ends."""
    for block in cut_blocks(source):
        if block.is_prose and block.lines:
            for sentence in cut_sentences(source, block.lines[0][0], block.lines[-1][1]):
                said, _ = split_marks(source[sentence.start : sentence.end])
                if words := " ".join(said.split()):
                    yield words, sentence.end
