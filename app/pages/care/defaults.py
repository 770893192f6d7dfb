"""What holds for a page that nothing else was decided about."""

from app.pages.care.kinds import DecisionRule
from app.web.settings import current_settings


def usual_decision_rule() -> DecisionRule:
    """The rule of the whole guide, as the settings have it."""
    return DecisionRule(current_settings().decision_rule)
