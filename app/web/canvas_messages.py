"""What is said about the canvas, the model and the beeldverslag of a conversation."""

CANVAS_MESSAGES: dict[str, str] = {
    "too_many_entries": "In dit vak passen {limit} regels. Voeg er een paar samen; ze staan er nog.",
    "entry_too_long": (
        "Een regel is langer dan {limit} tekens. Op het canvas staan steekwoorden: knip hem in tweeën. Wat "
        "je typte staat er nog."
    ),
}
