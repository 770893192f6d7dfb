"""Conversations that are being held in a guide that is in use, with a harvest that has something to mend."""

from app.conversations.holding.clock import move_clock
from app.conversations.holding.kinds import ClockStep
from app.conversations.holding.service import NewEntry, say_how_it_was, write_in_model
from app.conversations.kinds import ConversationFormat, ModelPart, Mood
from app.core.db import unit_of_work
from app.core.submissions import new_key
from tests.block_builders import note_block
from tests.browser.steps import example
from tests.conversation_builders import make_conversation


def held() -> dict[str, str]:
    """One with questions and notes, and one on the model."""
    person = example("Medewerker")
    host = person.account_id or 0
    number = make_conversation(host, title="Gesprek over de brief")
    note_block("De brief kwam te laat.", number, model_part=ModelPart.BELLY)
    note_block("Bel mij op 06-12345678, dan leg ik het uit.", number)
    for seen in (-1, 0):
        with unit_of_work():
            move_clock(person, number, ClockStep.NEXT, seen)
    model = make_conversation(host, title="Het model van de ambtenaar", format=ConversationFormat.MODEL)
    with unit_of_work():
        line = NewEntry(part=ModelPart.HEART, text="Trots op het vak", group_number=2, key=new_key())
        write_in_model(person, model, line)
    for mood in (Mood.GOOD, Mood.GOOD, Mood.FAIR):
        with unit_of_work():
            say_how_it_was(person, number, mood, "Fijn om te doen.", key=new_key())
    return {"held": f"/gesprekken/{number}", "held_model": f"/gesprekken/{model}"}
