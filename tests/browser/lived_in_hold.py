"""Conversations that are being held in a guide that is in use, with a harvest that has something to mend."""

from app.conversations.kinds import ConversationFormat, ModelPart
from tests.block_builders import note_block
from tests.browser.steps import example
from tests.conversation_builders import make_conversation


def held() -> dict[str, str]:
    """One with questions and notes, and one on the model."""
    host = example("Medewerker").account_id or 0
    number = make_conversation(host, title="Gesprek over de brief")
    note_block("De brief kwam te laat.", number, model_part=ModelPart.BELLY)
    note_block("Bel mij op 06-12345678, dan leg ik het uit.", number)
    model = make_conversation(host, title="Het model van de ambtenaar", format=ConversationFormat.MODEL)
    return {"held": f"/gesprekken/{number}", "held_model": f"/gesprekken/{model}"}
