"""The enumerations of checking afterwards."""

from enum import StrEnum


class CheckCause(StrEnum):
    """Why a revision was published before a second person had looked."""

    EMERGENCY = "emergency"
    TRUSTED = "trusted"


class CheckVerdict(StrEnum):
    """What the second person made of it."""

    KEPT = "kept"
    UNDONE = "undone"
