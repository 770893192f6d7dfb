"""The forms of the steps that people take with a bouwsteen."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStep
from app.building_blocks.queries import ShownBlock
from app.building_blocks.rules import REASON_LIMIT, TEXT_LIMIT
from app.building_blocks.texts import BlockText
from app.conversations.kinds import ModelPart
from app.web.addresses import local_path
from app.web.forms import FormReader
from app.web.naming import CONFIRMED

STEPS: Mapping[str, BuildingBlockStep] = {
    "opnemen": BuildingBlockStep.ACCEPT,
    "aanpassen": BuildingBlockStep.ADJUST,
    "samenvoegen": BuildingBlockStep.MERGE,
    "parkeren": BuildingBlockStep.PARK,
    "intrekken": BuildingBlockStep.WITHDRAW,
    "heropenen": BuildingBlockStep.REOPEN,
}
"""How each step is called in an address."""
FIELDS = {"text": "tekst", "topics": "themas", "reason": "reden", "target": "nummer"}
"""What the service calls a field, and its name in the page."""


@dataclass(frozen=True, slots=True)
class TypedStep:
    """Everything in the form of a step, as it was typed; each step has only some of it."""

    text: str = ""
    kind: BuildingBlockKind | None = None
    model_part: ModelPart | None = None
    topic_ids: tuple[int, ...] = ()
    hides: bool = False
    target: int | None = None
    reason: str = ""
    confirmed: bool = False
    seen_event: int = 0
    back: str = ""

    @property
    def said(self) -> BlockText:
        """The text that an adjustment writes."""
        return BlockText(
            text=self.text,
            kind=self.kind or BuildingBlockKind.INSIGHT,
            model_part=self.model_part,
            topic_ids=frozenset(self.topic_ids),
        )

    @property
    def texts(self) -> dict[str, str]:
        """What colleagues will read, by the name of its field in the page."""
        return {"tekst": self.text, "reden": self.reason}


def first_form(block: ShownBlock, back: str) -> TypedStep:
    """The form before anything was typed: the bouwsteen as it is."""
    return TypedStep(
        text=block.text,
        kind=block.kind,
        model_part=block.model_part,
        topic_ids=tuple(topic.id for topic in block.topics),
        seen_event=block.last_event,
        back=_place(back),
    )


def read_step(reader: FormReader, step: BuildingBlockStep) -> TypedStep:
    """The form of this step as it was sent."""
    adjusts, merges = step is BuildingBlockStep.ADJUST, step is BuildingBlockStep.MERGE
    return TypedStep(
        text=reader.line("tekst", limit=TEXT_LIMIT) if adjusts else "",
        kind=reader.choice("soort", BuildingBlockKind) if adjusts else None,
        model_part=reader.choice("deel", ModelPart, required=False) if adjusts else None,
        topic_ids=reader.identifiers("themas") if adjusts else (),
        hides=reader.flag("verberg") if adjusts else False,
        target=_target(reader) if merges else None,
        reason=reader.text("reden", limit=REASON_LIMIT),
        confirmed=reader.flag(CONFIRMED),
        seen_event=reader.identifier("gezien") or 0,
        back=_place(reader.line("terug", limit=1_000)),
    )


def _target(reader: FormReader) -> int | None:
    """The number that was typed, else the suggestion that was chosen."""
    target = reader.identifier("nummer") or reader.identifier("met")
    if target is None:
        reader.fail("nummer", "required")
    return target


def _place(address: str) -> str:
    """Where to go on; nowhere when that is not within the site."""
    return local_path(address) if address else ""
