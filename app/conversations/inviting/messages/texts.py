"""The texts that come with a conversation, made from what is known of it: a start, for the host to change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.conversations.inviting.facts import ConversationFacts
from app.conversations.inviting.messages.wording import (
    CRAFT,
    GUIDE,
    HOW,
    about,
    company,
    paragraphs,
    signed,
    when,
    where,
)
from app.conversations.kinds import ConversationFormat, ConversationStatus, MessageKind
from app.web.dates import date_nl
from app.web.numbers import count_nl


@dataclass(frozen=True, slots=True)
class MessageText:
    """What a message says."""

    subject: str
    body: str


def message_text(kind: MessageKind, facts: ConversationFacts) -> MessageText:
    """A message of this kind, as it is before anybody changes it."""
    return _WRITERS[kind](facts)


def kinds_to_send(status: ConversationStatus) -> tuple[MessageKind, ...]:
    """The kinds of message that one needs now or later: nobody is invited to what was held or is off."""
    if status is ConversationStatus.PLANNED:
        return tuple(MessageKind)
    if status is ConversationStatus.CANCELLED:
        return ()
    return (MessageKind.THANKS, MessageKind.REPORT, MessageKind.POLL)


def suggested_statement(facts: ConversationFacts) -> str:
    """The statement that people react to: the one that was made for this conversation, or a first idea."""
    return facts.statement or f"Over {about(facts)} praten we in mijn team genoeg."


def missing_moment(kind: MessageKind, text: MessageText, facts: ConversationFacts) -> bool:
    """Whether a changed invitation no longer says on which day the conversation is."""
    if kind not in {MessageKind.INTRANET, MessageKind.INVITATION}:
        return False
    return date_nl(facts.starts_at) not in f"{text.subject}\n{text.body}"


def _intranet(facts: ConversationFacts) -> MessageText:
    body = paragraphs(
        "Wanneer doe jij je werk als ambtenaar goed? En voor wie doe je het?",
        _sentences(
            "Daarover praten collega’s uit verschillende hoeken van de overheid met elkaar.", _subject(facts)
        ),
        _practical(facts),
        _join(facts),
        _outcome(),
    )
    return MessageText(f"Praat mee over {about(facts)}", body)


def _invitation(facts: ConversationFacts) -> MessageText:
    body = paragraphs(
        "Beste collega,",
        _sentences(
            f"Ik nodig je uit voor een gesprek over {CRAFT}.",
            _subject(facts),
            "Jouw ervaring telt: het gaat om wat jij in je werk meemaakt, en elk soort werk hoort erbij.",
        ),
        _practical(facts),
        _join(facts),
        _outcome(),
        signed(facts),
    )
    return MessageText(f"Doe je mee? Gesprek over {about(facts)} op {date_nl(facts.starts_at)}", body)


def _poll(facts: ConversationFacts) -> MessageText:
    where_to = facts.statement_address or facts.address
    body = paragraphs(
        f"“{suggested_statement(facts)}”",
        "Ben je het hiermee eens, oneens, of zit je ertussenin? Je antwoord staat er zonder je naam. Je mag "
        "erbij zetten waarom.",
        f"Geef je mening: {where_to}",
        _talk_about_it(facts) if facts.to_come else "",
    )
    return MessageText(f"Stelling: wat vind jij van {about(facts)}?", body)


def _talk_about_it(facts: ConversationFacts) -> str:
    return f"Wil je hier verder over praten? Op {when(facts)} is er een gesprek over. {_join(facts)}"


def _thanks(facts: ConversationFacts) -> MessageText:
    body = paragraphs(
        "Beste collega,",
        f"Dank je wel voor je verhalen en je vragen in ons gesprek van {date_nl(facts.starts_at)}.",
        "Wat we samen opschreven, maken we tot korte bouwstenen. Die gaan zonder namen naar de redactie van "
        f"{GUIDE}. Ik stuur je nog een bericht met wat eruit kwam.",
        _follow(facts),
        "Heb je nog iets bedacht, of een idee om het gesprek gaande te houden? Laat het me weten. En wil je "
        f"zelf een gesprek voeren met zeven andere collega’s? Begin dan hier: {facts.follow_up_address}",
        signed(facts),
    )
    return MessageText(f"Dank je wel voor het gesprek over {about(facts)}", body)


def _report(facts: ConversationFacts) -> MessageText:
    removed = "Na dit bericht wissen we de lijst met aanmeldingen van het gesprek." if facts.public else ""
    body = paragraphs(
        "Beste collega,",
        f"Op {date_nl(facts.starts_at)} praatten we over {about(facts)}. {_harvest(facts)}",
        "\n".join(f"- {block}" for block in facts.blocks),
        "De redactie bekijkt ze een voor een. Een bouwsteen kan een zin in de gids beter maken, of wachten "
        "op een beter moment. Bij elke beslissing staat waarom.",
        _follow(facts),
        removed,
        signed(facts),
    )
    return MessageText(f"Wat er uit ons gesprek van {date_nl(facts.starts_at)} kwam", body)


def _subject(facts: ConversationFacts) -> str:
    theme = f"Het thema is deze keer {about(facts)}." if facts.topic else ""
    task = (
        f"We kijken vooral naar deze opgave: {facts.social_task.rstrip('. ')}." if facts.social_task else ""
    )
    return _sentences(theme, task)


def _sentences(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _practical(facts: ConversationFacts) -> str:
    lines = (
        f"Wanneer: {when(facts)}",
        f"Waar: {where(facts)}",
        f"Met wie: {company(facts)}",
        f"Hoe: {HOW[facts.format]}",
    )
    return "\n".join(lines)


def _join(facts: ConversationFacts) -> str:
    if facts.public:
        return f"Meld je hier aan: {facts.sign_up_address}\nIs het vol? Dan kom je op de wachtlijst."
    return f"Wil je meedoen? Laat het weten aan {facts.host or 'wie dit gesprek organiseert'}."


def _outcome() -> str:
    return (
        "Van wat we bespreken, maken we korte bouwstenen, zonder namen. Daarmee wordt "
        f"{GUIDE} beter. Je kunt later zien wat er met jullie woorden is gebeurd."
    )


def _harvest(facts: ConversationFacts) -> str:
    if not facts.blocks:
        return "De bouwstenen uit het gesprek schrijven we nog op."
    count = count_nl(len(facts.blocks), "bouwsteen", "bouwstenen")
    together = " en een ingevuld model van ‘de’ ambtenaar" if facts.format is ConversationFormat.MODEL else ""
    return f"Het gesprek leverde {count} op{together}:"


def _follow(facts: ConversationFacts) -> str:
    return (
        f"Volg wat ermee gebeurt: {facts.follow_address}\n"
        f"Je hebt geen account nodig. De code van ons gesprek is {facts.code}."
    )


_WRITERS: Mapping[MessageKind, Callable[[ConversationFacts], MessageText]] = {
    MessageKind.INTRANET: _intranet,
    MessageKind.INVITATION: _invitation,
    MessageKind.POLL: _poll,
    MessageKind.THANKS: _thanks,
    MessageKind.REPORT: _report,
}
