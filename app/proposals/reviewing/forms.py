"""The form in which a colleague says what she thinks of a proposal."""

from dataclasses import dataclass, field

from app.core.submissions import new_key
from app.proposals.reviewing.kinds import ReviewVerdict
from app.proposals.reviewing.rules import WORDS_LIMIT
from app.proposals.reviewing.service import Advice
from app.web.forms import FormReader

FIELDS = {"verdict": "oordeel", "words": "woorden"}
"""What the service calls a field, and its name in the page."""


@dataclass(frozen=True, slots=True)
class TypedAdvice:
    """Everything in the form, as it was typed; `version_id` is the version that was on the screen."""

    version_id: int
    verdict: ReviewVerdict | None = None
    words: str = ""
    key: str = field(default_factory=new_key)

    def advice(self, proposal_id: int, verdict: ReviewVerdict) -> Advice:
        """What the service asks for."""
        return Advice(proposal_id=proposal_id, version_id=self.version_id, verdict=verdict, words=self.words)


def read_advice(reader: FormReader) -> TypedAdvice:
    """The form as it was sent."""
    return TypedAdvice(
        version_id=reader.identifier("basis") or 0,
        verdict=reader.choice("oordeel", ReviewVerdict),
        words=reader.text("woorden", limit=WORDS_LIMIT),
        key=reader.line("sleutel") or new_key(),
    )
