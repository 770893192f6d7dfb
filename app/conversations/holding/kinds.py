"""The enumerations of holding a conversation."""

from enum import StrEnum


class ClockStep(StrEnum):
    """What somebody does with the clock; the values are those of the form."""

    NEXT = "volgende"
    BACK = "terug"
    AGAIN = "opnieuw"
