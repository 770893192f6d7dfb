"""Where imported text came from, so that a second import changes nothing."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base


class ImportSource(Base):
    """A folder or history that pages are imported from, by the name the import was given.

    `state_sha` is over the whole folder at the last import that met no refusal: the same again needs no look.
    """

    __tablename__ = "import_source"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    state_sha: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]


class ImportItem(Base):
    """One state of one file, and what became of it: a revision, or a proposal when it clashed.

    `commit_id` is empty for a plain folder. `exact` says that the revision holds the file's own text; only
    from such a text may a later change of the file be merged.
    """

    __tablename__ = "import_item"
    __table_args__ = (
        UniqueConstraint("source_id", "path", "commit_id", "content_sha"),
        Index("ix_import_item_page", "page_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("import_source.id"))
    path: Mapped[str]
    commit_id: Mapped[str] = mapped_column(default="")
    content_sha: Mapped[str]
    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"))
    revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"))
    exact: Mapped[bool]
    imported_at: Mapped[datetime]
