"""The form of a change, read as it was typed. Field names are Dutch."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.core.submissions import new_key
from app.pages.lifecycle import GuidePlace
from app.pages.rules import BODY_LIMIT, LEAD_LIMIT, NOTE_LIMIT, REASON_LIMIT, TITLE_LIMIT, PageContent
from app.proposals.drafts.rules import FormStamp, Ticket
from app.proposals.kinds import ChangeKind
from app.proposals.sending import Motivation
from app.text.adding_marks import add_mark
from app.web.forms import FormReader

KIND_WORDS = {
    "hernoemen": ChangeKind.RENAME,
    "themas": ChangeKind.TOPICS,
    "verplaatsen": ChangeKind.MOVE,
    "archiveren": ChangeKind.ARCHIVE,
}
"""The kinds that have a form of their own, by their word in addresses and forms."""
ADDS_BLOCK = "bouwsteen"
"""The name of the buttons that put the bouwsteen of their value in the text, for who has no script."""
WITH_TITLE = {ChangeKind.EDIT, ChangeKind.CREATE, ChangeKind.RENAME}
WITH_TEXT = {ChangeKind.EDIT, ChangeKind.CREATE}


class FormAction(StrEnum):
    """What the pressed button asks; the values are those of the form."""

    SEND = "insturen"
    PREVIEW = "voorbeeld"
    KEEP = "bewaren"
    FIND = "zoeken"
    ADD_PAGE = "erbij"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDraft:
    """What a form knows of its draft: which, the version it has seen, and the save of this form.

    `change_id` is set in the form of one of several pages; `cursor` is a character offset in the text.
    """

    id: int | None = None
    version: int = 0
    stamp: FormStamp | None = None
    change_id: int | None = None
    cursor: int | None = None
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TypedChange:
    """Everything in the form of a proposal, as it was typed. With a section, `body` is that section alone.

    `place` is None when none was chosen. `proposal_id` is the proposal that the form adjusts;
    `mark_after` is the sentence that a bouwsteen is put after. The form of a
    draft over several pages is about their reasons alone: `why_alone`.
    """

    content: PageContent
    change_note: str = ""
    reason: str = ""
    minor: bool = False
    base_id: int | None = None
    section: str = ""
    kind: ChangeKind = ChangeKind.EDIT
    place: GuidePlace | None = None
    replacement_id: int | None = None
    words: str = ""
    mark_after: str = ""
    seen_event: int = 0
    proposal_id: int | None = None
    why_alone: bool = False
    action: FormAction = FormAction.SEND
    key: str = field(default_factory=new_key)
    draft: TypedDraft = TypedDraft()

    @property
    def ticket(self) -> Ticket:
        """The form and its draft, as saving asks for them.

        A form without a script has no stamp of its own: then its words are the stamp, so that sending it
        twice makes one draft, and going back and sending it with other words makes two.
        """
        return Ticket(
            stamp=self.draft.stamp or FormStamp(f"{self.key}-{self._digest()}", 1),
            send_key=self.key,
            draft_id=self.draft.id,
            seen_version=self.draft.version,
            change_id=self.draft.change_id,
        )

    @property
    def motivation(self) -> Motivation:
        """What changes and why."""
        return Motivation(change_note=self.change_note, reason=self.reason, minor=self.minor)

    def _digest(self) -> str:
        words = f"{self.content.sha256} {sorted(self.content.topic_ids)} {self.motivation}"
        rest = f"{self.kind} {self.place} {self.replacement_id}"
        return hashlib.sha256(f"{words} {rest}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def read_change(reader: FormReader, *, saves_itself: bool = False) -> TypedChange:
    """The form of a proposal. What is half written may be looked at and kept, but not sent in."""
    action = reader.choice("actie", FormAction, required=False) or FormAction.SEND
    block, after = reader.identifier(ADDS_BLOCK), reader.line("zin")
    if block:
        action = FormAction.FIND
    sent = not saves_itself and action is FormAction.SEND
    draft, base_id = _read_draft(reader), reader.identifier("basis")
    kind = KIND_WORDS.get(reader.line("soort"), ChangeKind.EDIT if base_id else ChangeKind.CREATE)
    section, why_alone = reader.line("sectie"), reader.flag("motivering")
    whole = sent and not section and not why_alone
    body = reader.text("tekst", limit=BODY_LIMIT, required=whole and kind in WITH_TEXT)
    content = PageContent(
        title=reader.line("titel", limit=TITLE_LIMIT, required=whole and kind in WITH_TITLE),
        lead=reader.line("samenvatting", limit=LEAD_LIMIT),
        body=add_mark(body, block, after) if block else body,
        topic_ids=frozenset(reader.identifiers("themas")),
    )
    return TypedChange(
        content=content,
        change_note=reader.line("wijziging", limit=NOTE_LIMIT),
        reason=reader.text("reden", limit=REASON_LIMIT, required=sent and draft.change_id is None),
        minor=reader.flag("klein"),
        base_id=base_id,
        section=section,
        kind=kind,
        place=_read_place(reader),
        replacement_id=reader.identifier("vervanging"),
        words=reader.line("zoek"),
        mark_after=after,
        seen_event=reader.identifier("gezien") or 0,
        proposal_id=reader.identifier("voorstel"),
        why_alone=why_alone,
        action=action,
        key=reader.line("sleutel") or new_key(),
        draft=draft,
    )


def _read_draft(reader: FormReader) -> TypedDraft:
    form = reader.line("formulier")
    return TypedDraft(
        id=reader.identifier("concept"),
        version=reader.identifier("versie") or 0,
        stamp=FormStamp(form, reader.identifier("beurt") or 0) if form else None,
        change_id=reader.identifier("deel"),
        cursor=reader.identifier("cursor"),
    )


def _read_place(reader: FormReader) -> GuidePlace | None:
    """`3-2` is the second place in the chapter with number 3, `buiten` outside the guide."""
    word = reader.line("plaats")
    if word == "buiten":
        return GuidePlace()
    chapter, mark, position = word.partition("-")
    if mark and all(part.isascii() and part.isdigit() and len(part) < 9 for part in (chapter, position)):
        return GuidePlace(int(chapter), max(1, int(position)))
    if word:
        reader.fail("plaats", "unknown_choice")
    return None
