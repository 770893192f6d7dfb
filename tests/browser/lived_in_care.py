"""The care of pages in a guide that is in use."""

from datetime import date

from app.core.db import unit_of_work
from app.core.submissions import new_key
from app.pages.care import service
from app.pages.care.kinds import DecisionRule, ProposerGroup
from app.pages.care.protecting import protect
from app.pages.care.rules import ProtectionWish, Upkeep
from app.pages.hiding import service as hiding
from app.pages.hiding.service import HidingWish
from app.pages.lifecycle import By, archive_page
from app.pages.texts import numbered_texts
from tests.browser.steps import BETTER, BODY, SECOND, example
from tests.builders import make_page, revise_page
from tests.care_builders import care_for


def cared_for() -> dict[str, str]:
    """A page that is protected and marked as out of date, and one that should be looked at."""
    protected, overdue = make_page("Een beschermde pagina", BODY), make_page("Lang niet bekeken", BODY)
    redacteur = example("Redacteur")
    upkeep = Upkeep(owner=example("Medewerker").name, review_on=date(2026, 1, 1))
    wish = ProtectionWish(proposers=ProposerGroup.REDACTIE, decision_rule=DecisionRule.TWO)
    care_for(protected, lambda step: protect(redacteur, step, wish))
    care_for(protected, lambda step: service.mark_outdated(redacteur, step))
    care_for(overdue, lambda step: service.arrange(redacteur, step, upkeep))
    archived = make_page("Een gearchiveerde pagina", BODY)
    with unit_of_work():
        archive_page(archived.id, overdue.id, By(None, "Staat nu elders."))
    undone = make_page("Twee keer veranderd", BODY)
    for words in (BETTER, "De tweede zin is weer anders."):
        revise_page(undone, BODY.replace(SECOND, words))
    places = {"cared": protected, "archived": archived, "undone": undone}
    return {**{name: page.url for name, page in places.items()}, "secret": _hidden()}


def _hidden() -> str:
    """A page with a hidden version, and two requests that wait."""
    page = make_page("Een pagina met een geheim", BODY)
    revise_page(revise_page(page, "Iemands verhaal.\n"), BODY, author_ids=(example("Medewerker").account_id,))
    texts = numbered_texts(page.id, (1, 2, 3))
    asked = [
        HidingWish(revision_id=texts[2].id, reason="Iemand is herkenbaar."),
        HidingWish(revision_id=texts[1].id, reason="Iemand is herkenbaar."),
        HidingWish(
            revision_id=texts[3].id, reason="Op verzoek.", account_id=example("Medewerker").account_id
        ),
    ]
    for wish in asked:
        with unit_of_work():
            hiding.ask(example("Redacteur"), wish, key=new_key())
    with unit_of_work():
        hiding.confirm(example("Tweede redacteur"), 1)
    return page.url
