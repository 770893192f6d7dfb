"""Making a beeldverslag: pictures, their words and their order; and reacting to the shared one."""

from dataclasses import dataclass

from sqlalchemy import select

from app.attachments.metadata import Malformed, without_metadata
from app.attachments.rules import media_type_of
from app.attachments.service import store
from app.conversations.gallery import rules
from app.conversations.gallery.rules import PictureWords
from app.conversations.models import Conversation, GalleryFile, GalleryPicture, GalleryReaction
from app.conversations.queries import check_may_edit
from app.conversations.rules import conversation_path
from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, Forbidden, Invalid, NotFound
from app.core.permissions import Actor, Permission, account_with
from app.core.submissions import answer as remember
from app.core.submissions import claim, worded
from app.core.upsert import insert_unless_there

SHARED = "/beeldverslag"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it came in."""

    data: bytes
    name: str


def add_picture(
    actor: Actor, number: int | None, file: SentFile | None, words: PictureWords, *, key: str
) -> str:
    """Put a picture, or an object that was told about, in a beeldverslag; returns where it stands.

    `number` is the conversation, None for the shared one. Raises `Invalid` for a file that is no picture and
    for a picture without words.
    """
    account_id = _may_add(actor, number)
    rules.check_words(words, has_picture=file is not None)
    key = worded(key, words, file and file.name)
    if earlier := claim(key, account_id):
        return earlier
    order = _order(number)
    if number is not None:
        rules.check_room(len(order))
    sha256 = _keep_for_colleagues(file) if file else None
    picture = _picture(number, sha256, words, account_id)
    picture.position = _next(order)
    return _answered(key, account_id, number)


def change_words(actor: Actor, picture_id: int, words: PictureWords, *, seen: str) -> str:
    """Put other words with a picture; `seen` is the fingerprint of those that the form showed."""
    picture = _own(actor, picture_id)
    rules.check_words(words, has_picture=picture.sha256 is not None)
    current = PictureWords(
        picture.alt, bool(picture.sha256) and not picture.alt, picture.caption, picture.story
    )
    if seen != current.fingerprint:
        raise Conflict("picture_moved_on")
    picture.alt, picture.caption, picture.story = (
        words.alt.strip(),
        words.caption.strip(),
        words.story.strip(),
    )
    return gallery_path(picture.conversation_id)


def move(actor: Actor, picture_id: int, *, up: bool) -> str:
    """Move a picture one place; in the shared beeldverslag the redactie decides about the order."""
    picture = _own(actor, picture_id)
    if picture.conversation_id is None and not actor.may(Permission.CURATE):
        raise Forbidden("not_allowed")
    order = _order(picture.conversation_id)
    by_id = {one.id: one for one in order}
    for position, moved_id in enumerate(rules.moved(list(by_id), picture_id, up=up), 1):
        by_id[moved_id].position = position
    return gallery_path(picture.conversation_id)


def remove(actor: Actor, picture_id: int) -> str:
    """Take a picture out; nobody can open its file any more, unless another report or a page shows it."""
    picture = _own(actor, picture_id)
    address = gallery_path(picture.conversation_id)
    db.session.delete(picture)
    return address


def share(actor: Actor, picture_id: int) -> str:
    """Show a picture of a conversation in the shared beeldverslag as well, once."""
    picture = _own(actor, picture_id)
    account_id = _may_add(actor, None)
    order = _order(None)
    if any((one.sha256, one.caption) == (picture.sha256, picture.caption) for one in order):
        raise Conflict("picture_shared_already")
    words = PictureWords(picture.alt, not picture.alt, picture.caption, picture.story)
    copy = _picture(None, picture.sha256, words, account_id)
    copy.position = _next(order)
    return SHARED


def react(actor: Actor, text: str, *, key: str) -> str:
    """Say what is missing in the shared beeldverslag."""
    account_id = _may_add(actor, None)
    rules.check_reaction(text)
    key = worded(key, text)
    if earlier := claim(key, account_id):
        return earlier
    db.session.add(GalleryReaction(author_id=account_id, text=text.strip(), at=now()))
    return _answered(key, account_id, None)


def answer_reaction(actor: Actor, reaction_id: int, text: str) -> str:
    """Answer, as the redactie, what somebody misses; a first answer is not written over."""
    if not actor.may(Permission.CURATE):
        raise Forbidden("not_allowed")
    rules.check_reaction(text)
    reaction = db.session.get(GalleryReaction, reaction_id, with_for_update=True, populate_existing=True)
    if reaction is None:
        raise NotFound("reaction_unknown")
    if reaction.answered_at is not None:
        raise Conflict("reaction_answered")
    reaction.answer, reaction.answered_at = text.strip(), now()
    return SHARED


def gallery_path(number: int | None) -> str:
    """Where a beeldverslag is found."""
    return SHARED if number is None else f"{conversation_path(number)}/beeldverslag"


def _may_add(actor: Actor, number: int | None) -> int:
    account_id = account_with(actor, Permission.CONVERSE)
    if number is not None:
        check_may_edit(number, actor)
    return account_id


def _own(actor: Actor, picture_id: int) -> GalleryPicture:
    """A picture that this person may change, locked."""
    picture = db.session.get(GalleryPicture, picture_id, with_for_update=True, populate_existing=True)
    if picture is None:
        raise NotFound("picture_unknown")
    if picture.conversation_id is not None:
        check_may_edit(picture.conversation_id, actor)
    elif not rules.may_change_shared(actor, picture.added_by_id):
        raise Forbidden("not_allowed")
    return picture


def _order(number: int | None) -> list[GalleryPicture]:
    """The pictures in their order; who adds to one conversation at the same time waits."""
    if number is not None:
        db.session.get(Conversation, number, with_for_update=True)
    rows = select(GalleryPicture).where(GalleryPicture.conversation_id.is_not_distinct_from(number))
    return list(db.session.scalars(rows.order_by(GalleryPicture.position, GalleryPicture.id)))


def _next(order: list[GalleryPicture]) -> int:
    return order[-1].position + 1 if order else 1


def _picture(number: int | None, sha256: str | None, words: PictureWords, account_id: int) -> GalleryPicture:
    picture = GalleryPicture(
        conversation_id=number,
        sha256=sha256,
        alt=words.alt.strip(),
        caption=words.caption.strip(),
        story=words.story.strip(),
        added_by_id=account_id,
        added_at=now(),
    )
    db.session.add(picture)
    return picture


def _keep_for_colleagues(file: SentFile) -> str:
    """Keep the picture alone: not where, when and with what it was taken."""
    try:
        data = without_metadata(file.data, media_type_of(file.data))
    except Malformed as error:
        raise Invalid("file_kind_refused", field="file") from error
    sha256 = store(data, file.name)
    insert_unless_there(GalleryFile, {"sha256": sha256}, unique=("sha256",))
    return sha256


def _answered(key: str, account_id: int, number: int | None) -> str:
    address = gallery_path(number)
    remember(key, account_id, address)
    return address
