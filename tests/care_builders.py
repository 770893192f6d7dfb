"""Steps in the care of a page for tests, taken by somebody who has seen everything; each is a transaction."""

from collections.abc import Callable
from typing import Any

from app.core.db import unit_of_work
from app.core.permissions import Actor
from app.core.submissions import new_key
from app.pages.care.kinds import DecisionRule, ProposerGroup
from app.pages.care.protecting import protect
from app.pages.care.queries import newest_event
from app.pages.care.recording import CareStep
from app.pages.care.rules import ProtectionWish
from tests.builders import BuiltPage


def care_step(page: BuiltPage, **fields: Any) -> CareStep:
    """A step with a reason; fields that are named are as they are named."""
    seen = {"page_id": page.id, "seen_event": newest_event(page.id), "key": new_key()}
    return CareStep(**{**seen, "reason": "Er wordt aan geknoeid.", **fields})


def care_for(page: BuiltPage, verb: Callable[[CareStep], None], **fields: Any) -> None:
    """Take a step: `care_for(page, lambda step: lift(redacteur, step))`."""
    with unit_of_work():
        verb(care_step(page, **fields))


def ask_for_two(actor: Actor, page: BuiltPage) -> None:
    """Protect a page so that two redacteuren decide."""
    wish = ProtectionWish(proposers=ProposerGroup.EVERYBODY, decision_rule=DecisionRule.TWO)
    care_for(page, lambda step: protect(actor, step, wish))
