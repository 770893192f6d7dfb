"""The words in which a conversation is described."""

from enum import StrEnum


class ConversationFormat(StrEnum):
    """The start kit's three ways to hold a conversation, and one's own."""

    QUESTIONS = "questions"
    STORIES = "stories"
    MODEL = "model"
    OWN = "own"


class ConversationStatus(StrEnum):
    """How far a conversation has come; each state but the last two leads to the next."""

    PLANNED = "planned"
    HELD = "held"
    HARVESTED = "harvested"
    REPORTED = "reported"
    CANCELLED = "cancelled"


class MeetingPlace(StrEnum):
    """How people meet."""

    ONLINE = "online"
    HYBRID = "hybrid"
    ON_SITE = "on_site"


class ConversationPart(StrEnum):
    """What a person does in one conversation; no role in the guide follows from it."""

    HOST = "host"
    FACILITATOR = "facilitator"
    REPORTER = "reporter"


class PartAnswer(StrEnum):
    """What a person answered who was asked for a part."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class WorkKind(StrEnum):
    """Kinds of work that a conversation can bring together (start kit, step 1: participants)."""

    POLICY = "policy"
    EXECUTION = "execution"
    SUPERVISION = "supervision"
    SUPPORT = "support"
    OTHER = "other"


class ModelPart(StrEnum):
    """The five parts of the model of 'the' civil servant (start kit, option 3)."""

    HEAD = "head"
    HEART = "heart"
    HANDS = "hands"
    BELLY = "belly"
    FEET = "feet"


class CanvasField(StrEnum):
    """The fields of the response canvas."""

    MUST_BE_IN = "must_be_in"
    MUST_NOT_BE_IN = "must_not_be_in"
    STANDS_OUT = "stands_out"
    FOR_WRITERS = "for_writers"
    FOR_COLLEAGUES = "for_colleagues"


class PlanningStep(StrEnum):
    """The tasks of the start kit's planning, weeks 1 to 6."""

    CHOOSE_FORMAT = "choose_format"
    ASK_FACILITATOR = "ask_facilitator"
    CHOOSE_PARTICIPANTS = "choose_participants"
    SEND_INVITATION = "send_invitation"
    HOLD = "hold"
    REPORT_BACK = "report_back"
    SUBMIT_BLOCKS = "submit_blocks"


class MessageKind(StrEnum):
    """The texts that come with a conversation, made for it and then one's own to change."""

    INTRANET = "intranet"
    INVITATION = "invitation"
    POLL = "poll"
    THANKS = "thanks"
    REPORT = "report"


class SignUpState(StrEnum):
    """Whether there is a seat for somebody who signed up."""

    SEATED = "seated"
    WAITING = "waiting"


class Opinion(StrEnum):
    """An answer to a statement."""

    AGREE = "agree"
    NEUTRAL = "neutral"
    DISAGREE = "disagree"


class Mood(StrEnum):
    """How it was, in one tap."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
