"""The care of pages in a guide that is in use."""

from datetime import date

from app.pages.care import service
from app.pages.care.kinds import DecisionRule, ProposerGroup
from app.pages.care.protecting import protect
from app.pages.care.rules import ProtectionWish, Upkeep
from tests.browser.steps import BODY, example
from tests.builders import make_page
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
    return {"cared": protected.url}
