"""Asking what a bouwsteen shows, for texts that have one on a line of its own.

Pages stand before bouwstenen and do not know them: `app/answers.py` says who answers.
"""

from collections.abc import Callable, Collection, Mapping

from app.text.links import LinkTarget

CardLookup = Callable[[Collection[int]], Mapping[int, LinkTarget]]

_answers: list[CardLookup] = []


def answer_with(lookup: CardLookup) -> None:
    """From now on this says what bouwstenen show; called once, when the program is put together."""
    _answers[:] = [lookup]


def cards_of(numbers: Collection[int]) -> Mapping[int, LinkTarget]:
    """What there is to show of these bouwstenen, by number; those that do not exist are left out."""
    return _answers[0](numbers) if numbers and _answers else {}
