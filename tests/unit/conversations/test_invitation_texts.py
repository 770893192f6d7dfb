"""What the texts of a conversation say, and how they travel as mail and into a calendar."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversations.inviting.calendar import as_ics, escaped, event_uid, folded
from app.conversations.inviting.facts import ConversationFacts
from app.conversations.inviting.messages.eml import as_eml
from app.conversations.inviting.messages.queries import ChangedMessage
from app.conversations.inviting.messages.rules import BODY_LIMIT, SUBJECT_LIMIT, check_message, check_seen
from app.conversations.inviting.messages.shown import shown_message
from app.conversations.inviting.messages.texts import (
    MessageText,
    kinds_to_send,
    message_text,
    missing_moment,
    suggested_statement,
)
from app.conversations.kinds import ConversationFormat, ConversationStatus, MeetingPlace, MessageKind
from app.core.errors import Conflict, Invalid
from app.text.personal_data.names import KnownNames

START = datetime(2026, 11, 3, 13, 0, tzinfo=UTC)
SITE = "https://gids.voorbeeld"
FACTS = ConversationFacts(
    number=3,
    title="Tegenspraak, hoe dan?",
    format=ConversationFormat.QUESTIONS,
    starts_at=START,
    agenda_minutes=75,
    place=MeetingPlace.ONLINE,
    topic="Menselijke maat",
    host="Noor Voorbeeld",
    code="ABCDE12345",
    address=f"{SITE}/gesprekken/3",
    sign_up_address=f"{SITE}/gesprekken/3/aanmelden",
    follow_address=f"{SITE}/volg/ABCDE12345",
    follow_up_address=f"{SITE}/gesprekken/nieuw?vervolg=3",
    blocks=("Wie tegenspreekt, helpt.", "Bel eerst even."),
)
INVITING = (MessageKind.INTRANET, MessageKind.INVITATION)


def words(kind: MessageKind, **changes: object) -> str:
    text = message_text(kind, replace(FACTS, **changes))  # type: ignore[arg-type]  # names are checked when it runs
    return f"{text.subject}\n{text.body}"


def read(text: MessageText) -> EmailMessage:
    mail = message_from_bytes(as_eml(text), policy=policy.SMTP)
    assert isinstance(mail, EmailMessage)
    return mail


@pytest.mark.parametrize("kind", INVITING)
def test_an_invitation_says_when_where_with_whom_and_how_to_join(kind: MessageKind) -> None:
    said = words(kind)
    assert "Wanneer: dinsdag 3 november 2026 van 14.00 tot 15.30 uur" in said
    assert "Waar: online" in said
    assert "Met wie: Noor Voorbeeld en zeven collega’s" in said
    assert "Het thema is deze keer menselijke maat." in said
    assert FACTS.sign_up_address in said


@pytest.mark.parametrize("kind", INVITING)
def test_what_is_not_public_is_joined_by_asking_the_host(kind: MessageKind) -> None:
    said = words(kind, public=False)
    assert FACTS.sign_up_address not in said
    assert "Laat het weten aan Noor Voorbeeld" in said


def test_summer_time_and_a_longer_agenda_of_ones_own_are_told_as_the_clock_says() -> None:
    summer = datetime(2026, 7, 3, 7, 0, tzinfo=UTC)
    said = words(MessageKind.INVITATION, starts_at=summer, format=ConversationFormat.OWN, agenda_minutes=45)
    assert "vrijdag 3 juli 2026 van 09.00 tot 09.45 uur" in said


def test_stories_ask_to_bring_something() -> None:
    assert "Neem een foto, een voorwerp" in words(MessageKind.INVITATION, format=ConversationFormat.STORIES)


@pytest.mark.parametrize("kind", list(MessageKind))
def test_every_message_stays_whole_when_little_is_known(kind: MessageKind) -> None:
    said = words(kind, topic="", host="", blocks=(), place=MeetingPlace.ON_SITE, colleagues=1)
    assert "  " not in said
    assert "\n\n\n" not in said
    assert "None" not in said
    assert message_text(kind, FACTS).subject


def test_the_poll_has_the_statement_that_was_made_else_a_first_idea() -> None:
    assert "“Ik spreek tegen.”" in words(MessageKind.POLL, statement="Ik spreek tegen.")
    assert suggested_statement(FACTS) == "Over menselijke maat praten we in mijn team genoeg."
    assert (
        suggested_statement(replace(FACTS, topic="GOR Rijk"))
        == "Over GOR Rijk praten we in mijn team genoeg."
    )


def test_nobody_is_asked_to_join_what_was_held_but_the_next_one_can_be_planned() -> None:
    assert FACTS.sign_up_address in words(MessageKind.POLL, statement="Ik spreek tegen.")
    assert FACTS.sign_up_address not in words(MessageKind.POLL, statement="Ik spreek tegen.", to_come=False)
    assert f"Begin dan hier: {FACTS.follow_up_address}" in words(MessageKind.THANKS)


def test_a_poll_without_a_statement_is_of_no_use_yet() -> None:
    def lacks(facts: ConversationFacts) -> bool:
        return shown_message(MessageKind.POLL, facts, {}, KnownNames()).lacks_statement

    assert lacks(FACTS)
    assert not lacks(replace(FACTS, statement="Ik spreek tegen."))


@pytest.mark.parametrize("kind", [MessageKind.THANKS, MessageKind.REPORT])
def test_what_participants_get_afterwards_is_checked_for_persons_but_for_the_host(
    kind: MessageKind,
) -> None:
    def found(subject: str, body: str) -> list[str]:
        own = ChangedMessage(kind, subject, body, changed_by="Noor Voorbeeld", changed_at=START)
        shown = shown_message(kind, FACTS, {kind: own}, KnownNames.of_people(["Jip Testerink", FACTS.host]))
        return [finding.words for finding in shown.findings]

    assert found("Dank", f"Tot ziens, {FACTS.host}") == []
    assert found("Dank aan Jip Testerink", "Bel 06-12345678.") == ["Jip Testerink", "06-12345678"]


def test_what_comes_after_a_conversation_stands_first_once_it_was_held() -> None:
    assert kinds_to_send(ConversationStatus.PLANNED) == tuple(MessageKind)
    assert kinds_to_send(ConversationStatus.HELD) == (
        MessageKind.THANKS,
        MessageKind.REPORT,
        MessageKind.POLL,
    )


def test_the_report_tells_what_was_harvested_and_how_to_follow_it() -> None:
    said = words(MessageKind.REPORT)
    assert "2 bouwstenen op:" in said
    assert "- Wie tegenspreekt, helpt.\n- Bel eerst even." in said
    assert FACTS.follow_address in said
    assert FACTS.code in words(MessageKind.THANKS)


def test_a_changed_invitation_that_lost_its_day_is_noticed() -> None:
    assert not missing_moment(MessageKind.INVITATION, message_text(MessageKind.INVITATION, FACTS), FACTS)
    moved = replace(FACTS, starts_at=START + timedelta(days=1))
    assert missing_moment(MessageKind.INVITATION, message_text(MessageKind.INVITATION, FACTS), moved)
    assert not missing_moment(MessageKind.THANKS, MessageText("Dank", "je"), FACTS)


@given(st.text(max_size=200), st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_no_subject_adds_a_header_and_every_word_arrives(subject: str, body: str) -> None:
    subject = subject.encode(errors="ignore").decode()
    raw = as_eml(MessageText(f"Hallo {subject}\r\nBcc: iemand@voorbeeld.test", body))
    headers = raw.partition(b"\r\n\r\n")[0]
    assert b"\nBcc:" not in headers
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))


@pytest.mark.parametrize("subject", ["=?utf-8?q?a=0D=0ABcc:_x@voorbeeld.test?=", "Re: =?utf-8?q?=80?= 😀"])
def test_a_subject_that_looks_encoded_is_sent_as_it_was_typed(subject: str) -> None:
    mail = read(MessageText(subject, "Hallo"))
    assert mail["Subject"] == subject
    assert "Bcc" not in mail


def test_mail_keeps_dutch_signs_and_long_lines() -> None:
    text = MessageText("Eén gesprek – “tegenspraak”", f"Beste Zoë,\n\n{'lang ' * 400}\n€ 1\n")
    mail = read(text)
    assert mail["Subject"] == text.subject
    assert mail.get_content().replace("\r\n", "\n") == text.body
    assert mail["X-Unsent"] == "1"
    assert mail["To"] is None


def ics(facts: ConversationFacts = FACTS, *, version: int = 4, cancelled: bool = False) -> str:
    raw = as_ics(facts, version=version, created_at=START, cancelled=cancelled, at=START)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    return raw.decode().replace("\r\n ", "")


def test_a_calendar_gets_the_moment_in_utc_the_version_and_the_place() -> None:
    event = ics(replace(FACTS, place=MeetingPlace.ON_SITE, location="Zaal 4; Den Haag"))
    for line in (
        "METHOD:PUBLISH",
        "UID:" + event_uid(3, START),
        "SEQUENCE:4",
        "DTSTART:20261103T130000Z",
        "DTEND:20261103T143000Z",
        "SUMMARY:Tegenspraak\\, hoe dan?",
        "LOCATION:Zaal 4\\; Den Haag",
        "STATUS:CONFIRMED",
    ):
        assert f"\r\n{line}\r\n" in event
    assert event.endswith("END:VCALENDAR\r\n")


def test_a_conversation_that_is_off_leaves_the_calendar_and_keeps_its_name_there() -> None:
    assert "STATUS:CANCELLED" in ics(cancelled=True)
    moved = ics(replace(FACTS, starts_at=START + timedelta(days=7)), version=5)
    assert event_uid(3, START) in moved


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_text_ends_a_line_of_the_calendar_or_is_cut_within_a_sign(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    assert "\n" not in line
    assert "\r" not in line
    pieces = folded(line).removesuffix(b"\r\n").split(b"\r\n ")
    assert all(piece.decode() or not line for piece in pieces)
    assert b"".join(pieces).decode() == line
    assert max(map(len, folded(line).split(b"\r\n"))) <= 75


def test_a_message_says_something_and_is_not_written_over_unseen() -> None:
    check_message("Onderwerp", "Tekst")
    for subject, body in (
        ("", "x"),
        ("x", " \n"),
        ("x" * (SUBJECT_LIMIT + 1), "x"),
        ("x", "x" * (BODY_LIMIT + 1)),
    ):
        with pytest.raises(Invalid):
            check_message(subject, body)
    check_seen("a", "a")
    with pytest.raises(Conflict, match="message_moved_on"):
        check_seen("", "a")
