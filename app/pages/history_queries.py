"""Reading how pages came to be what they are: per page, and of the whole guide."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from app.accounts.models import Account
from app.core.db import db
from app.pages.checking.kinds import CheckVerdict
from app.pages.checking.models import AfterCheck
from app.pages.hiding.queries import IS_HIDDEN, name_unless_hidden
from app.pages.kinds import AuthorPart, RevisionOrigin
from app.pages.models import Page, PageSlug, Rendering, Revision, RevisionAuthor
from app.pages.published import IS_PUBLISHED, AnySelect
from app.pages.rules import page_path
from app.pages.version_choice import VersionChoice


@dataclass(frozen=True, slots=True)
class CheckState:
    """What became of a version that was published before a second redacteur had looked."""

    verdict: CheckVerdict | None
    who: str | None


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One published change.

    Of a `hidden` one there are no words. A person is None when the name is hidden or not for this reader;
    nobody is an empty tuple. `size` counts what changed since the version before, by the names of
    `app.text.change_size`; it is None when that was not counted.
    """

    id: int
    slug: str
    number: int
    title: str
    published_at: datetime
    authored_at: datetime
    reason: str
    change_note: str
    minor: bool
    origin: RevisionOrigin
    size: dict[str, int] | None
    authors: tuple[str | None, ...]
    editors: tuple[str | None, ...]
    approved: bool
    approver: str | None
    check: CheckState | None = None
    hidden: bool = False

    @property
    def page_url(self) -> str:
        """Where the page is read as it is now."""
        return page_path(self.slug)

    @property
    def url(self) -> str:
        """Where this version is read."""
        return f"{self.page_url}/versies/{self.number}"

    @property
    def compare_url(self) -> str | None:
        """What this change did; None for the first version."""
        return (
            f"{self.page_url}/vergelijk?van={self.number - 1}&tot={self.number}" if self.number > 1 else None
        )


_checker = aliased(Account)
_REVISIONS = (
    select(
        Revision.id,
        PageSlug.slug,
        Revision.number,
        Revision.title,
        Revision.published_at,
        Revision.authored_at,
        Revision.reason,
        Revision.change_note,
        Revision.minor,
        Revision.origin,
        Rendering.change_size,
        Revision.approver_id,
        AfterCheck.cause,
        AfterCheck.verdict,
        name_unless_hidden(_checker).label("checker"),
        name_unless_hidden(Account).label("approver"),
        IS_HIDDEN.label("hidden"),
    )
    .select_from(Revision)
    .join(PageSlug, (PageSlug.page_id == Revision.page_id) & PageSlug.current)
    .outerjoin(Rendering, Rendering.revision_id == Revision.id)
    .outerjoin(Account, Account.id == Revision.approver_id)
    .outerjoin(AfterCheck, AfterCheck.revision_id == Revision.id)
    .outerjoin(_checker, _checker.id == AfterCheck.checked_by_id)
)
_TOLD = (*IS_PUBLISHED, ~IS_HIDDEN)
_CHANGES = _REVISIONS.join(Page, Page.id == Revision.page_id).where(*_TOLD)


def page_revisions(page_id: int, *, names: bool, limit: int, offset: int = 0) -> list[RevisionRow]:
    """The versions of a page, newest first, in two statements."""
    versions = _REVISIONS.where(Revision.page_id == page_id).order_by(Revision.number.desc())
    return _read(versions.limit(limit).offset(offset), names)


def revisions_between(page_id: int, choice: VersionChoice, *, names: bool, limit: int) -> list[RevisionRow]:
    """The changes that lead from one version to another, newest first."""
    between = (Revision.number > choice.old, Revision.number <= choice.new)
    wanted = _REVISIONS.where(Revision.page_id == page_id, *between)
    return _read(wanted.order_by(Revision.number.desc()).limit(limit), names)


def one_revision(page_id: int, number: int, *, names: bool) -> RevisionRow | None:
    """One version of a page."""
    wanted = _REVISIONS.where(Revision.page_id == page_id, Revision.number == number)
    return next(iter(_read(wanted, names)), None)


def chosen_revisions(revision_ids: Collection[int], *, names: bool) -> dict[int, RevisionRow]:
    """These versions, by id."""
    return {row.id: row for row in _read(_REVISIONS.where(Revision.id.in_(revision_ids)), names)}


def recent_changes(*, names: bool, limit: int, offset: int = 0, all_kinds: bool = True) -> list[RevisionRow]:
    """What changed, newest first; without `all_kinds` not the small changes, nor how the guide began."""
    changes = _CHANGES.order_by(Revision.published_at.desc(), Revision.id.desc())
    if not all_kinds:
        beginning = (Revision.origin == RevisionOrigin.SEED) & (Revision.number == 1)
        changes = changes.where(Revision.minor.is_(False), ~beginning)
    return _read(changes.limit(limit).offset(offset), names)


def count_changes() -> int:
    """How many changes `/wijzigingen` holds."""
    changes = select(func.count()).select_from(Revision).join(Page, Page.id == Revision.page_id)
    return db.session.scalar(changes.where(*_TOLD)) or 0


def _read(revisions: AnySelect, names: bool) -> list[RevisionRow]:
    rows = db.session.execute(revisions).all()
    people = _people([row.id for row in rows], names)
    return [
        RevisionRow(
            id=row.id,
            slug=row.slug,
            number=row.number,
            title="" if row.hidden else row.title,
            published_at=row.published_at,
            authored_at=row.authored_at,
            reason="" if row.hidden else row.reason,
            change_note="" if row.hidden else row.change_note,
            minor=row.minor,
            origin=row.origin,
            size=row.change_size,
            authors=people[row.id, AuthorPart.AUTHOR],
            editors=people[row.id, AuthorPart.EDITOR],
            approved=row.approver_id is not None,
            approver=row.approver if names else None,
            check=CheckState(row.verdict, row.checker if names else None) if row.cause else None,
            hidden=row.hidden,
        )
        for row in rows
    ]


def _people(revision_ids: Sequence[int], names: bool) -> dict[tuple[int, AuthorPart], tuple[str | None, ...]]:
    """Who wrote each revision; a reader who sees no names does not learn how many there were either."""
    found: dict[tuple[int, AuthorPart], list[str | None]] = defaultdict(list)
    rows = (
        select(RevisionAuthor.revision_id, RevisionAuthor.part, Account.name, RevisionAuthor.hidden_at)
        .join(Account, Account.id == RevisionAuthor.account_id)
        .where(RevisionAuthor.revision_id.in_(revision_ids))
        .order_by(RevisionAuthor.revision_id, Account.name)
    )
    for revision_id, part, name, hidden_at in db.session.execute(rows):
        found[revision_id, part].append(name if names and hidden_at is None else None)
    return defaultdict(tuple, {key: _once(people) for key, people in found.items()})


def _once(people: Iterable[str | None]) -> tuple[str | None, ...]:
    return tuple(dict.fromkeys(people))
