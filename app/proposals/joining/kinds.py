"""The enumerations of writing along."""

from enum import StrEnum


class JoinAnswer(StrEnum):
    """What a writer says to a colleague who wants to write along; the values are those of the form."""

    YES = "ja"
    NO = "nee"
