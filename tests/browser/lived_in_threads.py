"""Rode draden and the plaat in a guide that is in use."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from app.building_blocks.kinds import BuildingBlockKind
from app.conversations.kinds import ConversationStatus, ModelPart, WorkKind
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.threads import service
from app.threads.dilemmas.rules import dilemma_path
from app.threads.dilemmas.service import choose, close_dilemma
from app.threads.kinds import DilemmaSide
from app.threads.models import PictureVisit
from app.threads.queries import suggestions
from app.topics.models import Topic
from tests.browser.steps import example
from tests.conversation_builders import make_building_block, make_conversation
from tests.thread_builders import SAID, lay_thread, open_as_dilemma, seen, suggest

LOOSE = (
    "Een adviseur biedt op tijd tegenspraak, ook aan de minister.",
    "Een minister heeft recht op tegenspraak van een adviseur.",
    "Wie tegenspraak organiseert, geeft een adviseur ruimte.",
    "Tegenspraak vraagt moed van een adviseur.",
)


def threads_laid() -> dict[str, str]:
    """Conversations with bouwstenen, two lines and one that is proposed; one reader saw the plaat before."""
    host, redacteur = example("Medewerker").account_id or 0, example("Redacteur")
    topic_ids = list(db.session.scalars(select(Topic.id).order_by(Topic.position).limit(3)))
    held = [
        make_conversation(
            host,
            status=ConversationStatus.REPORTED,
            starts_at=datetime(2026, 5 + n, 12, 10, tzinfo=UTC),
            units=[("Dienst Voorbeeld", WorkKind.EXECUTION)],
        )
        for n in range(4)
    ]
    numbers = [
        make_building_block(
            text, conversation_id=held[n % 4], topic_ids=topic_ids[: n % 3 + 1], model_part=ModelPart.HEART
        )
        for n, text in enumerate((*SAID, *LOOSE))
    ]
    thread = lay_thread(redacteur, "Schrijf zodat het begrepen wordt", numbers[:3])
    archived = lay_thread(redacteur, "Een lijn in het archief")
    with unit_of_work():
        service.archive(redacteur, seen(archived))
        account_id = example("Tweede redacteur").account_id or 0
        db.session.add(PictureVisit(account_id=account_id, seen_at=now() - timedelta(days=1)))
    suggest()
    open_, closed = _dilemmas(held[0])
    proposed = f"/rode-draden/nieuw?voorstel={suggestions(None)[0].id}"
    return {
        "thread": thread.url,
        "archived_thread": archived.url,
        "thread_proposed": proposed,
        "dilemma": open_,
        "closed_dilemma": closed,
    }


def _dilemmas(conversation_id: int) -> tuple[str, str]:
    """One about which three colleagues chose, and one that is closed before anybody did."""
    redacteur = example("Redacteur")
    numbers = [
        make_building_block(text, conversation_id=conversation_id, kind=BuildingBlockKind.DILEMMA)
        for text in ("Meld je een fout meteen, of zoek je eerst uit wat er misging?", "Bel je of schrijf je?")
    ]
    for number in numbers:
        open_as_dilemma(redacteur, number)
    for key, side in enumerate((DilemmaSide.FIRST, DilemmaSide.FIRST, DilemmaSide.NEITHER)):
        with unit_of_work():
            choose(redacteur, numbers[0], side, reason=f"Mijn reden, de {key + 1}e.", voter_key=str(key))
    with unit_of_work():
        close_dilemma(redacteur, numbers[1])
    return dilemma_path(numbers[0]), dilemma_path(numbers[1])
