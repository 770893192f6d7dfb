"""Chapters, pages, their immutable revisions, and what is rendered from them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, enum_type
from app.pages.kinds import AuthorPart, PageEventKind, RevisionOrigin


class Chapter(Base):
    """A part of the guide; pages stand in it in order."""

    __tablename__ = "chapter"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    position: Mapped[int]


class Page(Base):
    """A place in the guide (or outside it: `chapter_id` None) that points at its published revision.

    `title_key` is the slug of the current title, so that `[[Titel]]` finds a page whose slug differs.
    `review_on` is the day by which the owner looks whether the text still holds; `outdated_since` is the mark
    that readers see.
    """

    __tablename__ = "page"
    __table_args__ = (
        ForeignKeyConstraint(
            ["current_revision_id", "id"],
            ["revision.id", "revision.page_id"],
            name="fk_page_current_revision",
            use_alter=True,
        ),
        Index("ix_page_guide", "chapter_id", "position"),
    )

    # Said aloud: the id is also part of a foreign key, and then SQLAlchemy expects the program to give it.
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    current_revision_id: Mapped[int | None]
    title_key: Mapped[str] = mapped_column(index=True)
    chapter_id: Mapped[int | None] = mapped_column(ForeignKey("chapter.id"))
    position: Mapped[int] = mapped_column(default=0)
    describes_topic_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id"), unique=True)
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]
    replacement_id: Mapped[int | None] = mapped_column(ForeignKey("page.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    review_on: Mapped[date | None] = mapped_column(index=True)
    verified_at: Mapped[datetime | None]
    outdated_since: Mapped[datetime | None]


class PageSlug(Base):
    """An address of a page; one is current, the former ones are its redirects."""

    __tablename__ = "page_slug"
    __table_args__ = (
        Index(
            "uq_page_slug_current",
            "page_id",
            unique=True,
            sqlite_where=text("current = 1"),
            postgresql_where=text("current"),
        ),
    )

    slug: Mapped[str] = mapped_column(primary_key=True)
    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"), index=True)
    current: Mapped[bool]


class Revision(Base):
    """The text of a page as it was published once; never changed afterwards.

    `sha256` is over title, lead and body. `authored_at` may lie before `published_at`.
    """

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("page_id", "number"),
        UniqueConstraint("id", "page_id"),
        UniqueConstraint("page_id", "parent_id"),
        ForeignKeyConstraint(
            ["parent_id", "page_id"], ["revision.id", "revision.page_id"], name="fk_revision_parent"
        ),
        Index(
            "uq_revision_root",
            "page_id",
            unique=True,
            sqlite_where=text("parent_id IS NULL"),
            postgresql_where=text("parent_id IS NULL"),
        ),
        Index("ix_revision_published_at", "published_at"),
        CheckConstraint("origin <> 'proposal' OR approver_id IS NOT NULL", name="proposal_has_approver"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"))
    number: Mapped[int]
    parent_id: Mapped[int | None]
    title: Mapped[str]
    lead: Mapped[str]
    body: Mapped[str]
    change_note: Mapped[str]
    reason: Mapped[str]
    minor: Mapped[bool]
    origin: Mapped[RevisionOrigin] = mapped_column(enum_type(RevisionOrigin))
    approver_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    authored_at: Mapped[datetime]
    published_at: Mapped[datetime]
    sha256: Mapped[str]


class RevisionAuthor(Base):
    """Whose words a revision holds; `hidden_at` takes the name out of sight."""

    __tablename__ = "revision_author"

    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True, index=True)
    part: Mapped[AuthorPart] = mapped_column(enum_type(AuthorPart), primary_key=True)
    hidden_at: Mapped[datetime | None]


class RevisionTopic(Base):
    """The themes of a revision: a change of theme is a change that the history shows."""

    __tablename__ = "revision_topic"

    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), primary_key=True)
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), primary_key=True, index=True)


class RenderedColumns:
    """What `app.text.rendering` makes of a source, kept beside it; may be thrown away and made again."""

    renderer_version: Mapped[int]
    html: Mapped[str]
    text: Mapped[str]
    headings: Mapped[list[Any]] = mapped_column(JSON)
    segments: Mapped[list[Any]] = mapped_column(JSON)
    change_size: Mapped[dict[str, int]] = mapped_column(JSON)


class Rendering(RenderedColumns, Base):
    """The rendering of a revision; `change_size` counts what changed since its parent."""

    __tablename__ = "rendering"

    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), primary_key=True)


class PageLink(Base):
    """A link in the current revision; `target_page_id` is None while the page it wants does not exist.

    `target_key` is the key of `app.text.links`; `heading` is empty for a link to the page itself.
    """

    __tablename__ = "page_link"

    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"), primary_key=True)
    target_key: Mapped[str] = mapped_column(primary_key=True, index=True)
    heading: Mapped[str] = mapped_column(primary_key=True, default="")
    target_page_id: Mapped[int | None] = mapped_column(ForeignKey("page.id"), index=True)


class PageEvent(Base):
    """Append-only: what happened to a page beside its text, by whom and why."""

    __tablename__ = "page_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"), index=True)
    kind: Mapped[PageEventKind] = mapped_column(enum_type(PageEventKind))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime]
    reason: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
