"""The enumerations of discussions."""

from enum import StrEnum


class DiscussionStep(StrEnum):
    """What somebody does in a discussion that was opened; the values are those of the form."""

    REPLY = "antwoord"
    SETTLE = "afhandelen"
    REOPEN = "heropenen"


class TextSide(StrEnum):
    """Which of the two compared texts a block is in; the values are those of an address."""

    NEW = "n"
    OLD = "o"
