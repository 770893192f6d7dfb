"""What is said about the canvas, the model and the beeldverslag of a conversation."""

CANVAS_MESSAGES: dict[str, str] = {
    "too_many_entries": "In dit vak passen {limit} regels. Voeg er een paar samen; ze staan er nog.",
    "entry_too_long": (
        "Een regel is langer dan {limit} tekens. Op het canvas staan steekwoorden: knip hem in tweeën. Wat "
        "je typte staat er nog."
    ),
    "notes_moved_on": (
        "Iemand anders veranderde dezelfde zin in de aantekeningen. Er is niets bewaard; wat je typte staat "
        "er nog. Voeg de twee samen en bewaar opnieuw."
    ),
    "core_moved_on": (
        "Iemand anders vulde intussen in waar het vakmanschap vooral zit. Er is niets bewaard; wat je typte "
        "staat er nog. Kijk wat er nu geldt en bewaar opnieuw."
    ),
    "canvas_clash": "Iemand anders veranderde ook de regel “{was}”. Beide teksten staan er nu.",
    "canvas_saved": "Het canvas is bewaard.",
    "model_saved": "Het model is bewaard.",
}
