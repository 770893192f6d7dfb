"""The enumerations of harvesting."""

from enum import StrEnum


class HeldBack(StrEnum):
    """Why a noted bouwsteen stays in its conversation when the harvest is handed in."""

    PERSONAL_DATA = "personal_data"
    CHANGED = "changed"


class HarvestStep(StrEnum):
    """What a person does with one noted bouwsteen; the values are those of the form."""

    KEEP = "bewaren"
    SPLIT = "splitsen"
    THROW_AWAY = "weggooien"
    BRING_BACK = "terugzetten"
