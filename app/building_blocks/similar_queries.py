"""Finding likely duplicates among all bouwstenen: the database narrows them by their words."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from app.building_blocks.kinds import BuildingBlockStatus
from app.building_blocks.models import BuildingBlock, BuildingBlockWord
from app.building_blocks.queries import ShownBlock, block_rows
from app.building_blocks.similar import Likeness, most_alike, readable, telling_words, weights
from app.core.db import db
from app.text.key_words import key_stems

CANDIDATES = 20
COMPARED = (BuildingBlockStatus.SUBMITTED, BuildingBlockStatus.ACCEPTED, BuildingBlockStatus.USED)


@dataclass(frozen=True, slots=True)
class SimilarBlock:
    """A bouwsteen that is like a text, and the words of that text that it has too."""

    block: ShownBlock
    score: float
    words: tuple[str, ...]
    is_duplicate: bool


def similar_blocks(
    texts: Mapping[int, str], *, limit: int = 5, conversation_id: int | None = None
) -> dict[int, list[SimilarBlock]]:
    """For each of these texts the bouwstenen that are most like it, without their themes.

    It takes four statements, however many texts there are.
    The key of a text is the number of its bouwsteen, which is not like itself; a negative one for a text
    that is none yet. With a conversation its notes are compared too, which only who edits it may see.
    """
    said = {number: key_stems(text) for number, text in texts.items()}
    found = _likenesses(said, limit, conversation_id)
    numbers = {one.number for alike in found.values() for one in alike}
    blocks = _blocks(numbers, with_notes=conversation_id is not None)
    return {
        number: [
            SimilarBlock(blocks[one.number], one.score, readable(one.stems, texts[number]), one.is_duplicate)
            for one in alike
            if one.number in blocks
        ]
        for number, alike in found.items()
    }


def _likenesses(
    said: Mapping[int, tuple[str, ...]], limit: int, conversation_id: int | None
) -> dict[int, list[Likeness]]:
    counts, total = _counts({word for words in said.values() for word in words})
    asked = {number: telling_words(words, counts, total) for number, words in said.items()}
    having = _having({word for words in asked.values() for word in words}, conversation_id)
    chosen = {number: _most_shared(words, having, number) for number, words in asked.items()}
    words_of = _words_of({one for candidates in chosen.values() for one in candidates})
    return {
        number: most_alike(
            weights(said[number], counts, total), {one: words_of[one] for one in candidates}, limit=limit
        )
        for number, candidates in chosen.items()
    }


def _blocks(numbers: Collection[int], *, with_notes: bool) -> dict[int, ShownBlock]:
    if not numbers:
        return {}
    rows = block_rows(with_notes=with_notes).where(BuildingBlock.id.in_(sorted(numbers)))
    return {row.id: ShownBlock(*(*row, ())) for row in db.session.execute(rows)}


def _counts(words: Collection[str]) -> tuple[dict[str, int], int]:
    """How many bouwstenen have each of these words, and how many bouwstenen there are."""
    everything = select(func.count()).select_from(BuildingBlock).scalar_subquery()
    counts = select(BuildingBlockWord.word, func.count(), everything).group_by(BuildingBlockWord.word)
    rows = db.session.execute(counts.where(BuildingBlockWord.word.in_(sorted(words)))).all()
    return {word: count for word, count, _ in rows}, rows[0][2] if rows else 0


def _having(words: Collection[str], conversation_id: int | None) -> Mapping[str, list[int]]:
    """The bouwstenen with each of these words that may be compared with."""
    rows = (
        select(BuildingBlockWord.word, BuildingBlockWord.block_id)
        .join(BuildingBlock, BuildingBlock.id == BuildingBlockWord.block_id)
        .where(BuildingBlockWord.word.in_(sorted(words)))
    )
    noted = (BuildingBlock.status == BuildingBlockStatus.NOTED) & (
        BuildingBlock.conversation_id == conversation_id
    )
    found: dict[str, list[int]] = defaultdict(list)
    for word, number in db.session.execute(rows.where(BuildingBlock.status.in_(COMPARED) | noted)):
        found[word].append(number)
    return found


def _most_shared(words: Collection[str], having: Mapping[str, list[int]], own: int) -> list[int]:
    """The candidates: who have most of these words, and the rarest of them."""
    shared: dict[int, float] = defaultdict(float)
    for word in words:
        for number in having.get(word, ()):
            shared[number] += 1 + 1 / len(having[word])
    shared.pop(own, None)
    return sorted(shared, key=lambda number: (-shared[number], number))[:CANDIDATES]


def _words_of(numbers: Collection[int]) -> Mapping[int, set[str]]:
    words = select(BuildingBlockWord.block_id, BuildingBlockWord.word)
    found: dict[int, set[str]] = defaultdict(set)
    for number, word in db.session.execute(words.where(BuildingBlockWord.block_id.in_(sorted(numbers)))):
        found[number].add(word)
    return found
