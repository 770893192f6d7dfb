"""Where each sentence of a page came from, derived from its revisions and kept."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base


class SentenceProvenance(Base):
    """The revision in which a sentence first stood on a page; `sentence_key` is a digest of its words."""

    __tablename__ = "sentence_provenance"

    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"), primary_key=True)
    sentence_key: Mapped[str] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)


class ProvenanceState(Base):
    """Up to which revision the sentences of a page are known."""

    __tablename__ = "provenance_state"

    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"), primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
