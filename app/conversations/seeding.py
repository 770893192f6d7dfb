"""Loading the invented conversations that come with the program: once, and never over what people did."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.accounts.examples import EXAMPLE_PEOPLE
from app.accounts.models import Account
from app.conversations.codes import new_code
from app.conversations.formats.rules import AgendaPart, to_keep
from app.conversations.kinds import (
    CanvasField,
    ConversationFormat,
    ConversationPart,
    ConversationStatus,
    MeetingPlace,
    ModelPart,
    Mood,
    PartAnswer,
    PlanningStep,
    WorkKind,
)
from app.conversations.models import (
    CanvasEntry,
    ClosingWord,
    Conversation,
    ConversationMember,
    ConversationUnit,
    FormatVersion,
    PlannedTask,
)
from app.conversations.planning.rules import due_days
from app.core.clock import AMSTERDAM, local, now, today
from app.core.content_files import read_entries
from app.core.db import db, unit_of_work
from app.topics.models import Topic

FILE = Path("voorbeelden", "gesprekken.yml")
PLANNED_BEFORE = timedelta(days=21)
REACHED = (ConversationStatus.HELD, ConversationStatus.HARVESTED, ConversationStatus.REPORTED)
DAYS_AFTER = {"held_at": 0, "harvested_at": 5, "reported_at": 14}
"""How long after the conversation an example came so far."""
PARTS = {
    "gastheer": (ConversationPart.HOST, PartAnswer.ACCEPTED),
    "begeleider": (ConversationPart.FACILITATOR, PartAnswer.ACCEPTED),
    "gevraagd": (ConversationPart.FACILITATOR, PartAnswer.ASKED),
    "reporter": (ConversationPart.REPORTER, PartAnswer.ACCEPTED),
}
"""The words of the file for who has a part."""

Entry = Mapping[str, Any]
Belonging = PlannedTask | ConversationMember | ConversationUnit | CanvasEntry | ClosingWord


def load_example_conversations(content_dir: Path) -> None:
    """Load them when there is no conversation at all: then the first of the file gets number 1."""
    if db.session.scalar(select(Conversation.id).limit(1)) is not None:
        return
    entries: list[Entry] = read_entries(content_dir / FILE)
    with unit_of_work():
        numbers: list[int] = []
        for entry in entries:
            numbers.append(_load(entry, numbers))


def _load(entry: Entry, numbers: list[int]) -> int:
    conversation = _conversation(entry)
    conversation.follows_id = numbers[entry["volgt"] - 1] if "volgt" in entry else None
    db.session.add(conversation)
    db.session.flush()  # its number, for what belongs to it
    rows: Iterator[Belonging] = chain(
        _tasks(conversation), _members(entry), _units(entry), _lines(entry), _closing_words(entry)
    )
    for row in rows:
        row.conversation_id = conversation.id
        db.session.add(row)
    return conversation.id


def _conversation(entry: Entry) -> Conversation:
    day = today() + timedelta(days=entry["dagen"])
    starts_at = datetime.combine(day, time.fromisoformat(entry["tijd"]), AMSTERDAM)
    status = ConversationStatus(entry["status"])
    reached = REACHED.index(status) + 1 if status in REACHED else 0
    own = [AgendaPart(title, minutes, hint) for minutes, title, hint in entry.get("agenda", ())]
    moments = {
        name: min(starts_at + timedelta(days=days, hours=1.5), now())
        for name, days in list(DAYS_AFTER.items())[:reached]
    }
    return Conversation(
        title=entry["titel"],
        format_version_id=_format(ConversationFormat(entry["vorm"])),
        own_agenda=to_keep(own) if own else None,
        topic_id=db.session.scalar(select(Topic.id).where(Topic.slug == entry["thema"])),
        social_task=entry.get("opgave", ""),
        status=status,
        starts_at=starts_at,
        place=MeetingPlace(entry["plaats"]),
        location=entry.get("waar", ""),
        seats=entry["stoelen"],
        participants=entry.get("deelnemers"),
        public=entry["openbaar"],
        names_units=entry["noemt_onderdelen"],
        is_example=True,
        notes=entry.get("notities", ""),
        core_part=ModelPart(entry["kern"]) if "kern" in entry else None,
        core_reason=entry.get("kern_omdat", ""),
        code=new_code(),
        created_at=min(starts_at - PLANNED_BEFORE, now()),
        **moments,
    )


def _tasks(conversation: Conversation) -> Iterator[PlannedTask]:
    """The planning, with what was done ticked on the day for which it was planned."""
    done = _done(conversation.status)
    days = due_days(local(conversation.starts_at).date(), local(conversation.created_at).date())
    for step, day in days.items():
        on_time = datetime.combine(day, time(12), AMSTERDAM)
        yield PlannedTask(step=step, due_on=day, done_at=min(on_time, now()) if step in done else None)


def _done(status: ConversationStatus) -> tuple[PlanningStep, ...]:
    """The tasks of the planning that were done to come so far."""
    steps = tuple(PlanningStep)
    if status not in REACHED:
        return steps[:3] if status is ConversationStatus.PLANNED else ()
    submits = status is not ConversationStatus.HELD
    reports = status is ConversationStatus.REPORTED
    left_out = {PlanningStep.SUBMIT_BLOCKS: not submits, PlanningStep.REPORT_BACK: not reports}
    return tuple(step for step in steps if not left_out.get(step))


def _format(kind: ConversationFormat) -> int:
    versions = select(FormatVersion.id).where(FormatVersion.format == kind)
    return db.session.scalars(versions.order_by(FormatVersion.number).limit(1)).one()


def _members(entry: Entry) -> Iterator[ConversationMember]:
    """The example people are there in a try-out alone; elsewhere the redactie looks after the examples."""
    addresses = {person.key: person.email for person in EXAMPLE_PEOPLE}
    for word, (part, answer) in PARTS.items():
        wanted = select(Account.id).where(Account.email_key == addresses.get(entry.get(word, "")))
        account_id = db.session.scalar(wanted)
        if account_id is not None:
            yield ConversationMember(part=part, account_id=account_id, answer=answer, asked_at=now())


def _units(entry: Entry) -> Iterator[ConversationUnit]:
    for name, work_kind in entry["onderdelen"]:
        yield ConversationUnit(name=name, work_kind=WorkKind(work_kind))


def _lines(entry: Entry) -> Iterator[CanvasEntry]:
    fields = [(CanvasField(word), None, lines) for word, lines in entry.get("canvas", {}).items()]
    parts = [(None, ModelPart(word), lines) for word, lines in entry.get("model", {}).items()]
    for field, part, lines in (*fields, *parts):
        for position, text in enumerate(lines, start=1):
            key = f"voorbeeld:{entry['titel']}:{field or part}:{position}"
            yield CanvasEntry(
                field=field, model_part=part, text=text, position=position, client_key=key, created_at=now()
            )


def _closing_words(entry: Entry) -> Iterator[ClosingWord]:
    for place, (mood, line) in enumerate(entry.get("afsluiting", ()), start=1):
        key = f"voorbeeld:{entry['titel']}:{place}"
        yield ClosingWord(mood=Mood(mood), line=line, client_key=key, at=now())
