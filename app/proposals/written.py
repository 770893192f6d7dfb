"""What somebody wants of one page, as far as it was written: held by a form and by a draft, sent in later."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.core.errors import Conflict, NotFound
from app.pages.lifecycle import NOWHERE, GuidePlace
from app.pages.rules import PageContent
from app.pages.texts import RevisionText, revision_text
from app.proposals.kinds import ChangeKind
from app.proposals.mark_check import check_marks
from app.proposals.preparing import PreparedChange, prepare_edit, prepare_new_page
from app.proposals.preparing_pages import (
    prepare_archive,
    prepare_move,
    prepare_rename,
    prepare_restore,
    prepare_topics,
)
from app.text.sections import edited_section, replace_section


@dataclass(frozen=True, slots=True)
class WrittenChange:
    """A change that nobody has checked yet. `content` is always whole; `base` is None for a new page.

    `section` is the heading under which it was written, when that was done apart.
    """

    kind: ChangeKind
    content: PageContent
    base: RevisionText | None
    section: str = ""
    place: GuidePlace = NOWHERE
    restored_revision_id: int | None = None
    replacement_page_id: int | None = None

    @property
    def section_body(self) -> str | None:
        """The text under its heading; None when it is not about one, or when the rest changed as well."""
        if not self.section or self.base is None:
            return None
        return edited_section(self.base.content.body, self.content.body, self.section)


NEW_PAGE = WrittenChange(ChangeKind.CREATE, PageContent("", "", ""), None)
"""A page that is to be made, of which nothing is written yet."""


def written_edit(content: PageContent, base: RevisionText, section: str = "") -> WrittenChange:
    """A change of the text of a page; with a section (its anchor) the body given is that section alone."""
    if section:
        content = replace(base.content, body=replace_section(base.content.body, section, content.body))
    return WrittenChange(ChangeKind.EDIT, content, base, section)


def prepare_written(change: WrittenChange) -> PreparedChange:
    """Check, render and measure it, to be sent in; called before any transaction begins.

    Raises `Invalid` on the field that stands in the way.
    """
    base = change.base
    if base is None:
        check_marks(change.content.body)
        return prepare_new_page(change.content, change.place)
    if base.hidden:
        raise Conflict("base_hidden")
    by_kind: dict[ChangeKind, Callable[[], PreparedChange]] = {
        ChangeKind.RENAME: lambda: prepare_rename(change.content.title, base),
        ChangeKind.TOPICS: lambda: prepare_topics(change.content.topic_ids, base),
        ChangeKind.MOVE: lambda: prepare_move(change.place, base),
        ChangeKind.ARCHIVE: lambda: prepare_archive(base, change.replacement_page_id),
        ChangeKind.RESTORE: lambda: prepare_restore(_restored(change), base),
    }
    if change.kind in by_kind:
        return by_kind[change.kind]()
    check_marks(change.content.body, base.content.body)
    return replace(prepare_edit(change.content, base), section_anchor=change.section)


def _restored(change: WrittenChange) -> RevisionText:
    earlier = revision_text(change.restored_revision_id) if change.restored_revision_id else None
    if earlier is None:
        raise NotFound("page_unknown")
    return earlier
