"""What can be chosen in the form of a change: themes, places in the guide, pages."""

from dataclasses import dataclass

from app.pages.choosing_queries import (
    ChapterPlaces,
    PageChoice,
    guide_places,
    page_choice,
    pages_called,
)
from app.pages.lifecycle import NOWHERE, GuidePlace, place_of
from app.proposals.kinds import ChangeKind
from app.proposals.typed import FormAction, TypedChange
from app.topics.queries import TopicRow, all_topics

WITH_TOPICS = {ChangeKind.EDIT, ChangeKind.CREATE, ChangeKind.TOPICS}
WITH_PLACE = {ChangeKind.CREATE, ChangeKind.MOVE}


@dataclass(frozen=True, slots=True)
class FormChoices:
    """The choices of one form, empty where it does not ask; `found` is None until pages were looked for."""

    topics: tuple[TopicRow, ...] = ()
    chapters: tuple[ChapterPlaces, ...] = ()
    place: GuidePlace = NOWHERE
    replacement: PageChoice | None = None
    found: tuple[PageChoice, ...] | None = None


def form_choices(typed: TypedChange, page_id: int | None) -> FormChoices:
    """What this form asks to choose, with what was chosen."""
    asks_place = typed.kind in WITH_PLACE and not typed.why_alone
    now = place_of(page_id) if asks_place and page_id else NOWHERE
    is_sought = typed.action is FormAction.FIND and typed.kind is ChangeKind.ARCHIVE
    found = pages_called(typed.words) if is_sought else None
    return FormChoices(
        topics=tuple(all_topics()) if typed.kind in WITH_TOPICS and not typed.section else (),
        chapters=tuple(guide_places(page_id)) if asks_place else (),
        place=now if typed.place is None else typed.place,
        replacement=page_choice(typed.replacement_id) if typed.kind is ChangeKind.ARCHIVE else None,
        found=None if found is None else tuple(page for page in found if page.id != page_id),
    )
