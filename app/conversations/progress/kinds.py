"""The steps by which a conversation goes on."""

from enum import StrEnum


class ConversationStep(StrEnum):
    """What is said about a conversation; the values are those of the form."""

    HOLD = "gevoerd"
    HARVEST = "geoogst"
    REPORT = "teruggekoppeld"
    CANCEL = "afzeggen"
    RESUME = "toch-doorgaan"
    UNDO = "stap-terug"
