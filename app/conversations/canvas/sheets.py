"""The two sheets on which the outcome of a conversation is written down: the canvas, and the model."""

from dataclasses import dataclass

from app.conversations.kinds import CanvasField, ModelPart

Target = CanvasField | ModelPart
"""A place on a sheet where lines are written."""
Place = Target | None
"""A place on a sheet, or else the free notes below the canvas."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its fields in order; `name` is in its address, `title` on the screen."""

    name: str
    title: str
    targets: tuple[Target, ...]


CANVAS = Sheet("canvas", "Canvas", tuple(CanvasField))
MODEL = Sheet("model", "Model van ‘de’ ambtenaar", tuple(ModelPart))

FIELD_NAMES: dict[Target, str] = {
    CanvasField.MUST_BE_IN: "moet-erin",
    CanvasField.MUST_NOT_BE_IN: "niet-erin",
    CanvasField.STANDS_OUT: "valt-op",
    CanvasField.FOR_WRITERS: "voor-schrijvers",
    CanvasField.FOR_COLLEAGUES: "voor-collegas",
    ModelPart.HEAD: "hoofd",
    ModelPart.HEART: "hart",
    ModelPart.HANDS: "handen",
    ModelPart.BELLY: "buik",
    ModelPart.FEET: "voeten",
}
"""What a field is called in a form."""
