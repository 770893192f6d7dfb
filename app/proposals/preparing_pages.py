"""Making changes of whole pages ready: another title, themes, place, an earlier version, the archive."""

from dataclasses import replace

from app.core.errors import Invalid, NotFound
from app.pages.lifecycle import GuidePlace, page_exists, place_exists, place_of
from app.pages.preparation import prepare_text
from app.pages.texts import RevisionText
from app.proposals.kinds import ChangeKind
from app.proposals.preparing import PreparedChange, check_differs, check_topics
from app.text.slugs import slugify


def prepare_rename(title: str, base: RevisionText) -> PreparedChange:
    """Another title, and an address that follows it; the former address keeps leading to the page."""
    content = replace(base.content, title=title)
    check_differs(content, base.content)
    return PreparedChange(
        base, prepare_text(content, base), kind=ChangeKind.RENAME, slug=slugify(content.title)
    )


def prepare_topics(topic_ids: frozenset[int], base: RevisionText) -> PreparedChange:
    """Other themes for the same words."""
    content = replace(base.content, topic_ids=topic_ids)
    check_differs(content, base.content)
    check_topics(content)
    return PreparedChange(base, prepare_text(content, base), kind=ChangeKind.TOPICS)


def prepare_restore(earlier: RevisionText, base: RevisionText) -> PreparedChange:
    """The words and themes of an earlier version; a page in the archive comes back with them."""
    if earlier.page_id != base.page_id:
        raise Invalid("page_unknown", field="body")
    if earlier.hidden:
        raise NotFound("version_hidden")
    if page_exists(base.page_id):
        check_differs(earlier.content, base.content)
    return PreparedChange(
        base,
        prepare_text(earlier.content, base),
        kind=ChangeKind.RESTORE,
        restored_revision_id=earlier.id,
    )


def prepare_move(place: GuidePlace, base: RevisionText) -> PreparedChange:
    """Another place in the guide, or a place outside it."""
    if not place_exists(place):
        raise Invalid("unknown_choice", field="chapter")
    if place == place_of(base.page_id):
        raise Invalid("same_place", field="chapter")
    return PreparedChange(base, prepare_text(base.content, base), kind=ChangeKind.MOVE, place=place)


def prepare_archive(base: RevisionText, replacement_page_id: int | None = None) -> PreparedChange:
    """Take a page out of the guide, and say which page replaces it if there is one."""
    itself = replacement_page_id == base.page_id
    if replacement_page_id is not None and (itself or not page_exists(replacement_page_id)):
        raise Invalid("unknown_choice", field="replacement")
    return PreparedChange(
        base,
        prepare_text(base.content, base),
        kind=ChangeKind.ARCHIVE,
        replacement_page_id=replacement_page_id,
    )
