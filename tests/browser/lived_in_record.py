"""What came out of a conversation, in a guide that is in use."""

from app.conversations.canvas.service import write_down
from app.conversations.canvas.sheets import CANVAS, MODEL
from app.conversations.canvas.written import TypedField, Written
from app.conversations.gallery.rules import PictureWords
from app.conversations.kinds import ConversationFormat, ModelPart
from app.core.db import unit_of_work
from tests.browser.steps import example
from tests.conversation_builders import make_conversation
from tests.gallery_builders import WORDS, add_picture, add_reaction

DECORATION = PictureWords("", decorative=True, caption="Een rand", story="")
LONG_WORD = "aansprakelijkheidswaardevaststellingsveranderingen"
LINES = ("Neem de tijd om te luisteren naar wie het werk doet", LONG_WORD, "Durf")


def recorded() -> dict[str, str]:
    """A conversation with something in every field, the longest word too."""
    host = example("Medewerker")
    number = make_conversation(
        host.account_id or 0,
        title="Gesprek over handen en voeten",
        format=ConversationFormat.MODEL,
        core_part=ModelPart.HANDS,
        core_reason="Daar zie je het.",
        notes="Een vrije aantekening.",
    )
    fields = {target: TypedField((), LINES) for target in (*CANVAS.targets, *MODEL.targets)}
    with unit_of_work():
        write_down(host, number, Written(form="voorbeeld", fields=fields))
    for words in (WORDS, DECORATION):
        add_picture(host, number, words=words)
        add_picture(host, words=words)
    add_reaction(host)
    return {"recorded": f"/gesprekken/{number}"}
