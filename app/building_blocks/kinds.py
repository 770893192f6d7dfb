"""The words in which bouwstenen are described."""

from enum import StrEnum


class BuildingBlockKind(StrEnum):
    """What sort of outcome a bouwsteen is."""

    INSIGHT = "insight"
    EXAMPLE = "example"
    DILEMMA = "dilemma"
    QUOTE = "quote"
    TIP = "tip"
    QUESTION = "question"


class BuildingBlockStatus(StrEnum):
    """How far a bouwsteen has come.

    `NOTED` is written down in a conversation and seen by nobody else yet; `SUBMITTED` waits for the redactie.
    """

    NOTED = "noted"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    USED = "used"
    PARKED = "parked"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


class BuildingBlockStep(StrEnum):
    """What happened to a bouwsteen: a row in its timeline."""

    NOTE = "note"
    SUBMIT = "submit"
    ACCEPT = "accept"
    ADJUST = "adjust"
    PARK = "park"
    MERGE = "merge"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    USE = "use"
    UNUSE = "unuse"


class FilePlace(StrEnum):
    """What the places in an imported file count."""

    ROW = "row"
    LINE = "line"
    ITEM = "item"
