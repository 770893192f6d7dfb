"""The enumerations of proposals."""

from enum import StrEnum


class ProposalState(StrEnum):
    """Where a sent proposal stands; a concept is a draft and has no state."""

    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    ADJUSTMENT_REQUESTED = "adjustment_requested"
    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partly_accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class ProposalStep(StrEnum):
    """What somebody did; each step is one row of the timeline."""

    SEND = "send"
    TAKE = "take"
    RELEASE = "release"
    ASK_ADJUSTMENT = "ask_adjustment"
    RESEND = "resend"
    APPROVE = "approve"
    ACCEPT = "accept"
    ACCEPT_PART = "accept_part"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    REBASE = "rebase"
    CLASH = "clash"
    SETTLE = "settle"
    JOIN = "join"
    EMERGENCY = "emergency"
    TRUSTED = "trusted"
    CHECK = "check"
    UNDO = "undo"


class ChangeKind(StrEnum):
    """What a change does to a page."""

    EDIT = "edit"
    CREATE = "create"
    RENAME = "rename"
    ARCHIVE = "archive"
    TOPICS = "topics"
    RESTORE = "restore"
    MOVE = "move"


class PartKind(StrEnum):
    """What one part of a change is about; a part is taken over whole or left.

    `TEXT` is one change in the text, `BODY` the whole text where it has too many changes to choose from, and
    `PAGE` all of what is asked of a page.
    """

    TITLE = "title"
    LEAD = "lead"
    TOPIC = "topic"
    TEXT = "text"
    MOVED = "moved"
    BODY = "body"
    PAGE = "page"


class Choice(StrEnum):
    """Which text stands where the page and a proposal overlap; the values are those of the form."""

    BASE = "oud"
    CURRENT = "huidig"
    PROPOSED = "voorstel"
    BOTH = "beide"
    OWN = "eigen"
