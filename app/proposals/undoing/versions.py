"""Reading the versions that somebody wants to undo or to put back."""

from app.core.errors import NotFound
from app.pages.comparing import Comparison, DifferenceView, Side, compare_sides
from app.pages.preparation import renderings_to_show
from app.pages.texts import RevisionText, numbered_texts
from app.proposals.undoing.rules import Undone, without_change


def readable_version(page_id: int, number: int) -> RevisionText:
    """A version of a page whose words can be read."""
    found = numbered_texts(page_id, [number]).get(number) if number > 0 else None
    if found is None:
        raise NotFound("page_unknown")
    if found.hidden:
        raise NotFound("version_hidden")
    return found


def undone_on(current: RevisionText, number: int) -> Undone:
    """The present text of a page without what this version of it changed."""
    before, changed = (readable_version(current.page_id, which) for which in (number - 1, number))
    return without_change(current.content, before=before.content, changed=changed.content)


def what_restoring_changes(page_id: int, number: int, *, newest: int) -> Comparison | None:
    """From the page as it is now to an old version; None when they are the same."""
    current, earlier = readable_version(page_id, newest), readable_version(page_id, number)
    if current.content == earlier.content:
        return None
    shown = renderings_to_show([current, earlier])
    now = Side("Zo staat het nu", current.content, shown[current.id].segments)
    then = Side("Zo wordt het", earlier.content, shown[earlier.id].segments)
    return compare_sides(now, then, DifferenceView.INLINE)
