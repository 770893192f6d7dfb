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
    # Beeldverslag
    "alt_missing": (
        "Beschrijf wat er te zien is, voor wie de afbeelding niet ziet. Is ze alleen versiering? Vink dat "
        "aan. Kies het bestand daarna opnieuw."
    ),
    "alt_of_decoration": "Een versiering heeft geen beschrijving. Haal de beschrijving weg, of het vinkje.",
    "caption_missing": "Schrijf een bijschrift: een paar woorden die zeggen wat dit is.",
    "story_missing": "Kies een afbeelding, of schrijf het verhaal bij het voorwerp op.",
    "gallery_full": "In dit beeldverslag passen {limit} beelden. Haal er eerst een weg.",
    "picture_unknown": "Dit beeld staat niet (meer) in een beeldverslag.",
    "picture_moved_on": (
        "Iemand anders veranderde de woorden bij dit beeld. Er is niets bewaard; wat je typte staat er nog. "
        "Kijk wat er nu staat en bewaar opnieuw."
    ),
    "picture_shared_already": "Dit beeld staat al in het gezamenlijke beeldverslag. Er is niets veranderd.",
    "picture_added": "Het beeld staat in het verslag.",
    "picture_changed": "De woorden bij het beeld zijn bewaard.",
    "picture_removed": "Het beeld is uit dit verslag gehaald.",
    "picture_shared": "Het beeld staat nu ook in het gezamenlijke beeldverslag.",
    "reaction_missing": "Schrijf eerst iets op.",
    "reaction_unknown": "Deze reactie is er niet.",
    "reaction_answered": "Een collega was je net voor: op deze reactie is al geantwoord.",
    "reaction_sent": "Je reactie is verstuurd. De redactie antwoordt hier.",
    "reaction_is_answered": "Je antwoord staat erbij.",
}
