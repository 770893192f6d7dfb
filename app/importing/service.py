"""Making pages, revisions and proposals of imported texts, and remembering what became of each file."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select, update

from app.accounts.kinds import AccountKind
from app.accounts.models import Account
from app.attachments.models import AttachmentUse
from app.core.clock import now
from app.core.db import db
from app.core.permissions import Actor, Permission
from app.core.submissions import new_key
from app.importing.models import ImportItem, ImportSource
from app.importing.report import Picture
from app.proposals.preparing import PreparedChange
from app.proposals.rules import proposal_number
from app.proposals.sending import Motivation, send

IMPORTER = "Import"


@dataclass(frozen=True, slots=True)
class FileState:
    """One state of one file of a source; `commit` is empty for a plain folder."""

    source_id: int
    path: str
    sha256: str
    commit: str = ""


def open_source(name: str) -> int:
    """The source of this name, made when it is new."""
    source_id = db.session.scalar(select(ImportSource.id).where(ImportSource.name == name))
    if source_id is not None:
        return source_id
    source = ImportSource(name=name, created_at=now())
    db.session.add(source)
    db.session.flush()
    return source.id


def remember_state(source_id: int, state: str) -> None:
    """Remember the whole state of a source, so that the same again needs no look."""
    db.session.execute(update(ImportSource).where(ImportSource.id == source_id).values(state_sha=state))


def remember_file(
    state: FileState,
    page_id: int,
    *,
    revision_id: int | None = None,
    proposal_id: int | None = None,
    exact: bool = False,
) -> None:
    """Remember what became of a file. A state that comes back is the newest one again."""
    key = {
        "source_id": state.source_id,
        "path": state.path,
        "commit_id": state.commit,
        "content_sha": state.sha256,
    }
    item = db.session.scalar(select(ImportItem).filter_by(**key)) or ImportItem(**key)
    item.page_id = page_id
    item.revision_id = revision_id
    item.proposal_id = proposal_id
    item.exact = exact
    item.imported_at = now()
    db.session.add(item)


def show_pictures(page_id: int, pictures: Iterable[Picture]) -> None:
    """Remember which pictures a page shows; those of earlier revisions stay."""
    for picture in pictures:
        db.session.merge(AttachmentUse(page_id=page_id, sha256=picture.sha256, alt=picture.alt))


def propose(change: PreparedChange, reason: str) -> tuple[str, int]:
    """Send in what clashes with the page as a proposal for the redactie; its address and its number."""
    url = send(_importer(), [change], Motivation(reason=reason), key=new_key())
    return url, proposal_number(url)


def imported_accounts(names: Iterable[str]) -> dict[str, int]:
    """An account by each of these names, with which nobody can sign in; made when there is none."""
    return {name: _imported_account(name) for name in sorted(names)}


def _importer() -> Actor:
    """The account in whose name clashing texts are sent in."""
    return Actor(_imported_account(IMPORTER), IMPORTER, frozenset({Permission.PROPOSE}))


def _imported_account(name: str) -> int:
    imported = select(Account.id).where(Account.kind == AccountKind.IMPORTED, Account.name == name)
    account_id = db.session.scalar(imported.where(Account.email_key.is_(None)).order_by(Account.id))
    if account_id is None:
        account = Account(name=name, kind=AccountKind.IMPORTED, active=False, created_at=now())
        db.session.add(account)
        db.session.flush()
        account_id = account.id
    return account_id
