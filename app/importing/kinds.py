"""What can become of a file that is imported, and what can be said about it."""

from enum import StrEnum


class Outcome(StrEnum):
    """What an import did with one file."""

    CREATED = "created"
    REVISED = "revised"
    MERGED = "merged"
    PROPOSED = "proposed"
    ARCHIVED = "archived"
    PRESENT = "present"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class Refusal(StrEnum):
    """Why a file was not imported."""

    NOT_UTF8 = "not_utf8"
    HOLDS_NUL = "holds_nul"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    LEAVES_FOLDER = "leaves_folder"
    FRONT_MATTER_BROKEN = "front_matter_broken"
    FRONT_MATTER_OPEN = "front_matter_open"
    FRONT_MATTER_TOO_LARGE = "front_matter_too_large"
    TEXT_TOO_LONG = "text_too_long"
    TEXT_TOO_HEAVY = "text_too_heavy"
    MOVED_ON = "moved_on"


class Remark(StrEnum):
    """What could not be taken over as it was, or was decided on the way."""

    TITLE_SHARED = "title_shared"
    TITLE_CUT = "title_cut"
    LEAD_CUT = "lead_cut"
    TOPIC_UNKNOWN = "topic_unknown"
    CHAPTER_UNKNOWN = "chapter_unknown"
    SCRIPT_LEFT_OUT = "script_left_out"
    MODULE_LINES_LEFT_OUT = "module_lines_left_out"
    COMPONENT_LEFT_OUT = "component_left_out"
    ADMONITION_NOT_CLOSED = "admonition_not_closed"
    LINK_MISSING = "link_missing"
    LINK_LEAVES_FOLDER = "link_leaves_folder"
    LINK_UNSAFE = "link_unsafe"
    LINK_TO_FILE = "link_to_file"
    HEADING_MISSING = "heading_missing"
    PICTURE_MISSING = "picture_missing"
    PICTURE_REFUSED = "picture_refused"
    PICTURE_ELSEWHERE = "picture_elsewhere"
    PICTURE_WITHOUT_ALT = "picture_without_alt"
    VERSIONS = "versions"
    STEP_UNREADABLE = "step_unreadable"
    FRONT_MATTER_PASSED_OVER = "front_matter_passed_over"


class Trouble(StrEnum):
    """Why a git history cannot be read."""

    NO_GIT = "no_git"
    NOT_A_HISTORY = "not_a_history"
    NO_HEAD = "no_head"
    TOO_LARGE = "too_large"
    TOO_MANY_COMMITS = "too_many_commits"
    TOO_SLOW = "too_slow"
