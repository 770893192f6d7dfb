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


class Urgency(StrEnum):
    """How pressing it is that somebody looks; ever more so as days go by."""

    CALM = "calm"
    LATE = "late"
    PRESSING = "pressing"
