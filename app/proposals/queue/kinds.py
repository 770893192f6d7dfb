"""The enumerations of the queue."""

from enum import StrEnum


class QueueSize(StrEnum):
    """How much work a proposal is to judge; the values are those of the filter."""

    SMALL = "klein"
    MEDIUM = "middel"
    LARGE = "groot"
