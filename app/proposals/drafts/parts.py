"""The pages that a draft is about: writing, copying and deleting their rows."""

from typing import Any

from sqlalchemy import delete, func, insert, select, update

from app.core.db import db
from app.core.errors import NotFound
from app.proposals.drafts import settled
from app.proposals.drafts.models import Draft, DraftChange, DraftChangeTopic, DraftConflict
from app.proposals.written import WrittenChange


def write(draft_id: int, change_id: int | None, change: WrittenChange) -> int:
    """Put one page's part in a draft: where the one with this id is, else the first, else as a new one.

    Returns its id.
    """
    rows = select(DraftChange).where(DraftChange.draft_id == draft_id).order_by(DraftChange.position)
    if change_id is not None:
        rows = rows.where(DraftChange.id == change_id)
    row = db.session.scalars(rows.limit(1)).one_or_none()
    if row is None:
        return add(draft_id, change)
    for name, value in _columns(change).items():
        setattr(row, name, value)
    db.session.execute(delete(DraftChangeTopic).where(DraftChangeTopic.change_id == row.id))
    _add_topics(row.id, change.content.topic_ids)
    return row.id


def add(draft_id: int, change: WrittenChange) -> int:
    """Put one more page behind those of a draft; returns the id of its part."""
    last = select(func.max(DraftChange.position)).where(DraftChange.draft_id == draft_id)
    position = (db.session.scalar(last) or 0) + 1
    row = DraftChange(draft_id=draft_id, position=position, **_columns(change))
    db.session.add(row)
    db.session.flush()  # its themes need its id
    _add_topics(row.id, change.content.topic_ids)
    return row.id


def page_ids(draft_id: int) -> list[int | None]:
    """The pages that a draft is about, in order; None for one that is to be made."""
    rows = select(DraftChange.page_id).where(DraftChange.draft_id == draft_id)
    return list(db.session.scalars(rows.order_by(DraftChange.position)))


def move_out(draft_id: int, change_id: int, target_id: int) -> None:
    """Put one page of a draft in another one that is empty; those behind it close the gap."""
    row = db.session.get(DraftChange, change_id)
    if row is None or row.draft_id != draft_id:
        raise NotFound("draft_unknown")
    position = row.position
    row.draft_id, row.position = target_id, 1
    behind = select(DraftChange).where(DraftChange.draft_id == draft_id, DraftChange.position > position)
    for other in db.session.scalars(behind):
        other.position -= 1


def move_all(draft_id: int, target_id: int) -> None:
    """Put every page of a draft in another one that is empty."""
    pages = update(DraftChange).where(DraftChange.draft_id == draft_id)
    db.session.execute(pages.values(draft_id=target_id))


def copy_all(draft_id: int, target_id: int) -> dict[int, int]:
    """Put every page of a draft in another one that is empty; returns the new id of each part."""
    rows = select(DraftChange).where(DraftChange.draft_id == draft_id).order_by(DraftChange.position)
    return {row.id: _copy(row, target_id) for row in db.session.scalars(rows).all()}


def delete_draft(draft_id: int) -> None:
    """Delete a draft with everything in it."""
    changes = select(DraftChange.id).where(DraftChange.draft_id == draft_id)
    _delete(list(db.session.scalars(changes)))
    db.session.execute(delete(Draft).where(Draft.id == draft_id))


def _columns(change: WrittenChange) -> dict[str, Any]:
    content, base = change.content, change.base
    return {
        "kind": change.kind,
        "page_id": base.page_id if base else None,
        "base_revision_id": base.id if base else None,
        "title": content.title,
        "lead": content.lead,
        "body": content.body,
        "slug": "",
        "chapter_id": change.place.chapter_id,
        "guide_position": change.place.position,
        "section_anchor": change.section,
        "restored_revision_id": change.restored_revision_id,
        "replacement_page_id": change.replacement_page_id,
    }


def _add_topics(change_id: int, topic_ids: frozenset[int]) -> None:
    rows = [{"change_id": change_id, "topic_id": topic_id} for topic_id in sorted(topic_ids)]
    if rows:
        db.session.execute(insert(DraftChangeTopic), rows)


def _copy(row: DraftChange, target_id: int) -> int:
    left_out = {"id", "draft_id"}
    columns = {c.key: getattr(row, c.key) for c in DraftChange.__table__.columns if c.key not in left_out}
    copy = DraftChange(draft_id=target_id, **columns)
    db.session.add(copy)
    db.session.flush()  # its themes need its id
    topics = select(DraftChangeTopic.topic_id).where(DraftChangeTopic.change_id == row.id)
    _add_topics(copy.id, frozenset(db.session.scalars(topics)))
    settled.copy(row.id, copy.id)
    return copy.id


def _delete(change_ids: list[int]) -> None:
    db.session.execute(delete(DraftConflict).where(DraftConflict.change_id.in_(change_ids)))
    db.session.execute(delete(DraftChangeTopic).where(DraftChangeTopic.change_id.in_(change_ids)))
    db.session.execute(delete(DraftChange).where(DraftChange.id.in_(change_ids)))
