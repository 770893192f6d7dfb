"""The words of the plaat."""

from enum import StrEnum


class PlaceKind(StrEnum):
    """What a place on the plaat stands for."""

    TOPIC = "topic"
    THREAD = "thread"


class VisitStep(StrEnum):
    """What a reader tells of her visit to the plaat; the values are those of the form."""

    LOOKED = "gekeken"
    SEEN = "gezien"
