"""The enumerations of pages."""

from enum import StrEnum


class RevisionOrigin(StrEnum):
    """Where a revision came from."""

    PROPOSAL = "proposal"
    IMPORT = "import"
    SEED = "seed"
    RESTORE = "restore"
    EMERGENCY = "emergency"
    TRUSTED = "trusted"


class AuthorPart(StrEnum):
    """What a person did for a revision: wrote it, or edited it while deciding."""

    AUTHOR = "author"
    EDITOR = "editor"


class BrokenLinkKind(StrEnum):
    """What is wrong with a link."""

    PAGE = "page"
    ARCHIVED = "archived"
    HEADING = "heading"
    TOPIC = "topic"
    REFERRER = "referrer"


class PageEventKind(StrEnum):
    """What happened to a page beside its text."""

    RENAMED = "renamed"
    MOVED = "moved"
    ARCHIVED = "archived"
    UNARCHIVED = "unarchived"
    PROTECTED = "protected"
    UNPROTECTED = "unprotected"
    OWNER = "owner"
    VERIFIED = "verified"
    OUTDATED = "outdated"
    UP_TO_DATE = "up_to_date"
    HIDDEN = "hidden"
