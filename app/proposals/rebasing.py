"""Bringing a proposed text up to the page as it is now; where the two overlap, people settle it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.pages.rules import PageContent
from app.proposals.kinds import Choice
from app.text.comparing.words import WordRun, compare_words
from app.text.merge import Clash, MergeResult, merge, merge_set, merge_value
from app.text.units import cut_units

KEY_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Overlap:
    """One stretch that was changed both on the page and in the proposal.

    `key` names the three texts; `place` the two that stay the same when the page moves on again.
    """

    number: int
    place: str
    key: str
    part: str
    base: str
    current: str
    proposed: str

    @property
    def words(self) -> tuple[WordRun, ...]:
        """The runs of words in which what stands there and what was proposed differ."""
        return compare_words(self.current, self.proposed)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What somebody chose for an overlap, and the words of her own that she typed there."""

    choice: Choice | None = None
    own: str = ""

    def text(self, overlap: Overlap) -> str | None:
        """The chosen text; None while nothing is chosen."""
        if self.choice is Choice.OWN:
            return self.own.strip() or None
        texts = {
            Choice.BASE: overlap.base,
            Choice.CURRENT: overlap.current,
            Choice.PROPOSED: overlap.proposed,
            Choice.BOTH: _both(overlap),
        }
        return texts.get(self.choice) if self.choice else None


Settlements = Mapping[str, Settlement]


@dataclass(frozen=True, slots=True)
class Rebase:
    """A proposed content merged with the page as it is now, part by part.

    `scope` keeps the places of one page apart from those of another in the same proposal.
    """

    title: MergeResult
    lead: MergeResult
    body: MergeResult
    topic_ids: frozenset[int]
    scope: str = ""

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """What people have to settle, in the order of the page."""
        clashes = [
            (part, clash)
            for part, result in (("title", self.title), ("lead", self.lead), ("body", self.body))
            for clash in result.clashes
        ]
        return tuple(_numbered(clashes, self.scope))

    def content(self, texts: Sequence[str]) -> PageContent:
        """The merged content, with one text for each overlap in order."""
        chosen = iter(texts)
        title, lead, body = (
            result.settle([next(chosen) for _ in result.clashes])
            for result in (self.title, self.lead, self.body)
        )
        return PageContent(_one_line(title), _one_line(lead), body, self.topic_ids)


def rebase(base: PageContent, current: PageContent, proposed: PageContent, *, scope: str = "") -> Rebase:
    """Merge what was proposed on `base` with the page that became `current` meanwhile."""
    return Rebase(
        title=merge_value(base.title, current.title, proposed.title),
        lead=merge_value(base.lead, current.lead, proposed.lead),
        body=merge(base.body, current.body, proposed.body),
        topic_ids=merge_set(base.topic_ids, current.topic_ids, proposed.topic_ids),
        scope=scope,
    )


def settlements_for(overlaps: Iterable[Overlap], typed: Settlements) -> dict[str, Settlement]:
    """What was typed for each of these overlaps, by key.

    When only the page's side changed since, the words typed there are kept, but the choice is asked again.
    """
    by_place = {key.partition("-")[0]: settlement for key, settlement in typed.items()}
    return {
        overlap.key: typed.get(overlap.key) or Settlement(own=by_place.get(overlap.place, Settlement()).own)
        for overlap in overlaps
    }


def chosen_texts(overlaps: Sequence[Overlap], settled: Settlements) -> list[str] | None:
    """One text for each overlap; None while one of them is not settled."""
    texts = [settled.get(overlap.key, Settlement()).text(overlap) for overlap in overlaps]
    chosen = [text for text in texts if text is not None]
    return chosen if len(chosen) == len(texts) else None


def words_without_place(overlaps: Iterable[Overlap], typed: Settlements) -> tuple[str, ...]:
    """Own words typed for overlaps that are no longer there: to be shown, so that they are not lost."""
    places = {overlap.place for overlap in overlaps}
    return tuple(
        settlement.own
        for key, settlement in typed.items()
        if settlement.own.strip() and key.partition("-")[0] not in places
    )


def uses_own_words(overlaps: Iterable[Overlap], settled: Settlements) -> bool:
    """Whether the person who settled wrote part of the text herself."""
    return any(settled[overlap.key].choice is Choice.OWN for overlap in overlaps)


def asks_the_same(before: tuple[PageContent, PageContent], after: tuple[PageContent, PageContent]) -> bool:
    """Whether two pairs of (what there is, what is proposed) differ in the same sentences and themes."""
    return _wishes(*before) == _wishes(*after)


def _wishes(base: PageContent, proposed: PageContent) -> tuple[object, ...]:
    old, new = Counter(_sentences(base)), Counter(_sentences(proposed))
    return new - old, old - new, proposed.topic_ids - base.topic_ids, base.topic_ids - proposed.topic_ids


def _sentences(content: PageContent) -> Iterator[tuple[str, str]]:
    yield "title", content.title
    yield "lead", content.lead
    yield from (("body", unit.text) for unit in cut_units(content.body))


def _numbered(clashes: Iterable[tuple[str, Clash]], scope: str) -> Iterator[Overlap]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for number, (part, clash) in enumerate(clashes, start=1):
        alike = (part, clash.base, clash.proposed)
        seen[alike] += 1
        place = digest(scope, *alike, str(seen[alike]))
        key = f"{place}-{digest(clash.current)}"
        yield Overlap(number, place, key, part, *clash.texts)


def digest(*texts: str) -> str:
    """A short name for these texts, the same wherever they stand."""
    return hashlib.sha256("\0".join(texts).encode("utf-8")).hexdigest()[:KEY_LENGTH]


def _both(overlap: Overlap) -> str:
    """First what stands there, then what was proposed: in one line where both are sentences."""
    lines = "\n" in overlap.current + overlap.proposed
    return ("\n\n" if lines else " ").join(text for text in (overlap.current, overlap.proposed) if text)


def _one_line(text: str) -> str:
    return " ".join(text.split())
