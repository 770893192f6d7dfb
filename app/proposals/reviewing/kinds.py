"""The enumerations of reviews."""

from enum import StrEnum


class ReviewVerdict(StrEnum):
    """What somebody thinks of a proposal; `APPROVE` is a redacteur's, where two of them are needed."""

    AGREE = "agree"
    DISAGREE = "disagree"
    QUESTION = "question"
    APPROVE = "approve"


class LapseCause(StrEnum):
    """Why a review no longer applies."""

    NEW_VERSION = "new_version"
    REBASED = "rebased"
    REPLACED = "replaced"
    JOINED = "joined"
