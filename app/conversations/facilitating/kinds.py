"""What somebody answers who was asked for a part; the values are those of the form."""

from enum import StrEnum


class AskedAnswer(StrEnum):
    """Yes or no."""

    YES = "ja"
    NO = "nee"
