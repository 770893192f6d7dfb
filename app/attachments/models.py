"""Files and pictures, kept by the hash of their content."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base


class Attachment(Base):
    """One file; equal content is kept once. `size` is in bytes."""

    __tablename__ = "attachment"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    media_type: Mapped[str]
    file_name: Mapped[str]
    size: Mapped[int]
    created_at: Mapped[datetime]


class AttachmentUse(Base):
    """A page shows a file; `alt` is what a reader hears instead of seeing it."""

    __tablename__ = "attachment_use"

    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"), primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("attachment.sha256"), primary_key=True)
    alt: Mapped[str]
