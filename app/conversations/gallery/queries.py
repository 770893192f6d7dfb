"""Reading beeldverslagen: of one conversation and the shared one, and who may open which file."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, func, literal, select

from app.accounts.models import Account
from app.attachments.models import Attachment, AttachmentUse
from app.attachments.rules import attachment_path
from app.conversations.gallery.rules import PictureWords
from app.conversations.models import Conversation, GalleryFile, GalleryPicture, GalleryReaction
from app.core.db import db
from app.core.errors import NotFound

MOST_REACTIONS = 50
MOST_CONVERSATIONS = 50


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture with its words; without a file it is an object that somebody told about."""

    id: int
    number: int | None
    sha256: str | None
    file_name: str | None
    alt: str
    caption: str
    story: str
    added_by_id: int
    added_by: str
    added_at: datetime

    @property
    def address(self) -> str | None:
        """Where its file is."""
        return attachment_path(self.sha256, self.file_name or "") if self.sha256 else None

    @property
    def words(self) -> PictureWords:
        """What is told with it."""
        return PictureWords(self.alt, bool(self.sha256) and not self.alt, self.caption, self.story)


@dataclass(frozen=True, slots=True)
class ShownReaction:
    """What somebody misses in the shared beeldverslag, and what the redactie answered."""

    id: int
    who: str
    text: str
    at: datetime
    answer: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class ConversationGallery:
    """A conversation with a beeldverslag of its own."""

    number: int
    title: str
    pictures: int


def pictures_of(number: int | None, *, limit: int = 100, offset: int = 0) -> tuple[ShownPicture, ...]:
    """The pictures of a conversation, or of the shared beeldverslag, in their order."""
    rows = _pictures().where(GalleryPicture.conversation_id.is_not_distinct_from(number))
    rows = rows.order_by(GalleryPicture.position, GalleryPicture.id).limit(limit).offset(offset)
    return tuple(ShownPicture(*row) for row in db.session.execute(rows))


def shared_among(pictures: Collection[ShownPicture]) -> frozenset[int]:
    """Which of these stand in the shared beeldverslag too: the same file under the same caption."""
    there = select(GalleryPicture.sha256, GalleryPicture.caption).where(
        GalleryPicture.conversation_id.is_(None),
        GalleryPicture.caption.in_([picture.caption for picture in pictures]),
    )
    shared = {(sha256, caption) for sha256, caption in db.session.execute(there)}
    return frozenset(one.id for one in pictures if (one.sha256, one.caption) in shared)


def count_pictures(number: int | None) -> int:
    """How many pictures there are."""
    there = GalleryPicture.conversation_id.is_not_distinct_from(number)
    return db.session.scalar(select(func.count(GalleryPicture.id)).where(there)) or 0


def picture_at(picture_id: int) -> ShownPicture:
    """One picture. Raises `NotFound`."""
    row = db.session.execute(_pictures().where(GalleryPicture.id == picture_id)).first()
    if row is None:
        raise NotFound("picture_unknown")
    return ShownPicture(*row)


def reactions() -> tuple[ShownReaction, ...]:
    """What is missing, newest first; what waits for an answer stands on top."""
    rows = (
        select(
            GalleryReaction.id,
            Account.name,
            GalleryReaction.text,
            GalleryReaction.at,
            GalleryReaction.answer,
            GalleryReaction.answered_at,
        )
        .join(Account, Account.id == GalleryReaction.author_id)
        .order_by(GalleryReaction.answered_at.is_not(None), GalleryReaction.id.desc())
        .limit(MOST_REACTIONS)
    )
    return tuple(ShownReaction(*row) for row in db.session.execute(rows))


def awaits_answer(reaction_id: int) -> bool:
    """Whether the redactie can still answer this reaction."""
    open_one = GalleryReaction.id == reaction_id, GalleryReaction.answered_at.is_(None)
    return bool(db.session.scalar(select(exists(select(literal(1)).where(*open_one)))))


def galleries() -> Sequence[ConversationGallery]:
    """The conversations with a beeldverslag, the newest first."""
    rows = (
        select(Conversation.id, Conversation.title, func.count(GalleryPicture.id))
        .join(GalleryPicture, GalleryPicture.conversation_id == Conversation.id)
        .group_by(Conversation.id, Conversation.title)
        .order_by(Conversation.id.desc())
        .limit(MOST_CONVERSATIONS)
    )
    return [ConversationGallery(*row) for row in db.session.execute(rows)]


def may_open_file(sha256: str, *, colleague: bool) -> bool:
    """Whether a file may be opened by its address: of a page by everybody, of a beeldverslag by colleagues.

    What was taken out of every beeldverslag is opened by nobody.
    """
    facts = select(
        exists(select(literal(1)).where(AttachmentUse.sha256 == sha256)),
        exists(select(literal(1)).where(GalleryFile.sha256 == sha256)),
        exists(select(literal(1)).where(GalleryPicture.sha256 == sha256)),
    )
    on_page, came_for_gallery, in_gallery = db.session.execute(facts).one()
    return on_page or not came_for_gallery or (colleague and in_gallery)


def _pictures() -> Select[*tuple[Any, ...]]:
    return (
        select(
            GalleryPicture.id,
            GalleryPicture.conversation_id,
            GalleryPicture.sha256,
            Attachment.file_name,
            GalleryPicture.alt,
            GalleryPicture.caption,
            GalleryPicture.story,
            GalleryPicture.added_by_id,
            Account.name,
            GalleryPicture.added_at,
        )
        .join(Account, Account.id == GalleryPicture.added_by_id)
        .outerjoin(Attachment, Attachment.sha256 == GalleryPicture.sha256)
    )
