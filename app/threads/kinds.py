"""The words of dilemmas."""

from enum import StrEnum


class DilemmaSide(StrEnum):
    """The two ways out of a dilemma, and neither."""

    FIRST = "first"
    SECOND = "second"
    NEITHER = "neither"
