"""The sentences about planning a conversation; part of `messages.MESSAGES`."""

CONVERSATION_MESSAGES: dict[str, str] = {
    "conversation_unknown": "Dit gesprek is er niet.",
    "not_your_conversation": (
        "Alleen de gastheer of gastvrouw, de begeleider en de reporter kunnen dit gesprek veranderen. "
        "Er is niets veranderd."
    ),
}
