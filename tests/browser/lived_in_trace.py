"""A page that rests on bouwstenen: marks in a list and a table, cards and stubs, and a proposal for it."""

from app.building_blocks import service
from app.building_blocks.kinds import BuildingBlockKind
from app.core.clock import now
from app.core.db import unit_of_work
from tests.block_builders import move
from tests.browser.steps import example
from tests.builders import make_page
from tests.conversation_builders import make_building_block, make_conversation
from tests.proposal_builders import send_edit


def rested() -> dict[str, str]:
    """The page, and a proposal that drops one bouwsteen and names another."""
    host = example("Medewerker").account_id or 0
    conversation = make_conversation(host, title="Gesprek over stilte", held_at=now(), names_units=True)
    said = make_building_block(
        "Ik wist het al maanden.", conversation_id=conversation, kind=BuildingBlockKind.QUOTE
    )
    gone, new = make_building_block("Toch niet."), make_building_block("Wie vraagt, hoort meer.")
    with unit_of_work():
        service.withdraw(example("Redacteur"), move(gone, "Op verzoek."))
    body = (
        f"Niemand vroeg het. [[bouwsteen:{said}]] [[bouwsteen:{gone}]] En dan dit.\n\n"
        f"- Vraag het. [[bouwsteen:{said}]]\n\n"
        "| Wat | Waarom |\n|---|---|\n| Vragen | Horen [[bouwsteen:99999]] |\n\n"
        f"{{{{bouwsteen:{said}}}}}\n\n{{{{bouwsteen:{gone}}}}}\n"
    )
    page = make_page("Wat stilte zegt", body)
    number = send_edit(
        example("Medewerker"), page, body.replace(f" [[bouwsteen:{gone}]]", f" [[bouwsteen:{new}]]")
    )
    return {"resting": page.url, "naming": f"/voorstellen/{number}"}
