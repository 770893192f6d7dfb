"""The enumerations of what the redactie takes care of for a page."""

from enum import StrEnum


class ProposerGroup(StrEnum):
    """Who may propose changes of a page."""

    EVERYBODY = "everybody"
    REDACTIE = "redactie"


class DecisionRule(StrEnum):
    """Who must agree before a change of a page is published."""

    ONE = "one"
    TWO = "two"
    NAMED = "named"
