"""Reading one bouwsteen: its timeline with the text at each step, and what was merged into it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import not_, select

from app.accounts.models import Account
from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus, BuildingBlockStep
from app.building_blocks.models import BuildingBlockEvent, BuildingBlockRevision
from app.core.db import db
from app.pages.hiding.queries import IS_HIDDEN
from app.pages.models import PageSlug, Revision
from app.pages.rules import page_path

TEXT_STEPS = (BuildingBlockStep.NOTE, BuildingBlockStep.ADJUST)


@dataclass(frozen=True, slots=True)
class TextThen:
    """What a bouwsteen said from some step on."""

    kind: BuildingBlockKind
    text: str


@dataclass(frozen=True, slots=True)
class PageThen:
    """The version of a page that began or ceased to rest on a bouwsteen."""

    title: str
    slug: str
    number: int

    @property
    def url(self) -> str:
        """Where that version is read."""
        return f"{page_path(self.slug)}/versies/{self.number}"


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A row of a timeline; `text` is what was written then, `into` what it was merged into.

    `page` is what brought it about, unless that is hidden.
    """

    step: BuildingBlockStep
    status: BuildingBlockStatus
    at: datetime
    who: str | None
    reason: str
    text: TextThen | None = None
    into: int | None = None
    page: PageThen | None = None
    hides: bool = False


def timeline_of(number: int, *, insider: bool) -> list[ShownStep]:
    """Everything that happened to a bouwsteen, oldest first; two statements.

    What it said before it was handed in, or before an adjustment that hides that, is for insiders: who edits
    its conversation, and the redactie. So is all that it said, once it is withdrawn.
    """
    caused_by = Revision.id == BuildingBlockEvent.data["revision"].as_integer()
    events = (
        select(BuildingBlockEvent, Account.name, Revision.title, PageSlug.slug, Revision.number)
        .outerjoin(Account, Account.id == BuildingBlockEvent.actor_id)
        .outerjoin(Revision, caused_by & not_(IS_HIDDEN))
        .outerjoin(PageSlug, (PageSlug.page_id == Revision.page_id) & PageSlug.current)
        .where(BuildingBlockEvent.block_id == number)
        .order_by(BuildingBlockEvent.seq)
    )
    texts = (
        select(BuildingBlockRevision.kind, BuildingBlockRevision.text)
        .where(BuildingBlockRevision.block_id == number)
        .order_by(BuildingBlockRevision.number)
    )
    written = iter([TextThen(*row) for row in db.session.execute(texts)])
    steps = [
        _shown(event, name, written, PageThen(title, slug, number) if title else None)
        for event, name, title, slug, number in db.session.execute(events)
    ]
    return steps if insider else for_outsiders(steps)


def for_outsiders(steps: list[ShownStep]) -> list[ShownStep]:
    """The same timeline with only the texts that everybody may read."""
    opening = [place for place, one in enumerate(steps) if one.hides or one.step is BuildingBlockStep.SUBMIT]
    if not opening or steps[-1].status is BuildingBlockStatus.WITHDRAWN:
        return [replace(one, text=None) for one in steps]
    first = opening[-1]
    said = [one.text for one in steps[: first + 1] if one.text]
    before = [replace(one, text=None, reason="") for one in steps[:first]]
    return [*before, replace(steps[first], text=said[-1]), *steps[first + 1 :]]


def _shown(
    event: BuildingBlockEvent, name: str | None, written: Iterator[TextThen], page: PageThen | None
) -> ShownStep:
    """Every note and every adjustment has written one text, in this order."""
    return ShownStep(
        step=event.step,
        status=event.status_after,
        at=event.at,
        who=name,
        reason=event.reason,
        text=next(written, None) if event.step in TEXT_STEPS else None,
        into=event.data.get("into"),
        page=page,
        hides="hides" in event.data,
    )
