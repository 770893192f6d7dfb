"""Bouwstenen in a guide that is in use: one that waits, a likely duplicate, one that was merged."""

from app.building_blocks import service
from app.building_blocks.kinds import BuildingBlockKind
from app.building_blocks.texts import BlockText
from app.conversations.kinds import ModelPart
from app.core.db import unit_of_work
from tests.block_builders import hand_in, move, note_block
from tests.browser.steps import example
from tests.conversation_builders import make_conversation

CODE = "7Z1KQ0X9WM"


def harvested() -> dict[str, str]:
    """A conversation whose harvest the redactie is working on."""
    host, redacteur = example("Medewerker"), example("Redacteur")
    conversation = make_conversation(host.account_id or 0, title="Gesprek over de spreekkamer", code=CODE)
    waiting = note_block(
        "Wie in de spreekkamer tegenspraak vraagt, hoort meer.",
        conversation,
        actor_id=host.account_id,
        kind=BuildingBlockKind.TIP,
        model_part=ModelPart.HEART,
    )
    alike = note_block("In de spreekkamer hoort wie tegenspraak vraagt veel meer.", conversation)
    merged = note_block("Vraag tegenspraak in de spreekkamer.", conversation)
    hand_in(host, conversation, waiting, alike, merged)
    with unit_of_work():
        service.adjust(redacteur, move(alike), BlockText(text="Vraag tegenspraak, dan hoor je meer."))
    with unit_of_work():
        service.merge(redacteur, move(merged, "Dit is al gezegd."), alike)
    withdrawn = note_block("Iemand van de balie zei dit.", conversation)
    hand_in(host, conversation, withdrawn)
    with unit_of_work():
        service.withdraw(redacteur, move(withdrawn, "Hier stond een naam in."))
    note_block("Dit staat nog in de oogst.", conversation)
    return {
        "block": f"/bouwstenen/{alike}",
        "withdrawn_block": f"/bouwstenen/{withdrawn}",
        "waiting_block": f"/bouwstenen/{waiting}",
        "follow": f"/volg/{CODE}",
        "merged_block": f"/bouwstenen/{merged}",
    }
