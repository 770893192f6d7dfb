"""What is said about drafts, and about how many of them and of proposals one may have."""

DRAFT_MESSAGES: dict[str, str] = {
    "too_many_proposals": (
        "Je hebt al {limit} voorstellen die op een besluit wachten. Meer kan niet. Bewaar dit als concept, "
        "of trek een ander voorstel in."
    ),
    "draft_saved": "Je concept is bewaard. Alleen jij kunt het zien.",
    "draft_apart": (
        "Dit concept ging ook in een ander tabblad verder. Daar is niets overschreven: je tekst van hier "
        "staat nu in een eigen concept."
    ),
    "draft_gone": "Dit concept was intussen weggegooid. Je tekst van hier staat nu in een nieuw concept.",
    "draft_in_bin": "Dit concept heb je weggegooid. Hieronder kun je het terughalen.",
    "draft_sent": "Dit concept is al ingestuurd.",
    "draft_left": (
        "Je concept bleef staan: het ging in een ander tabblad verder. Kijk of je dat nog wilt insturen."
    ),
    "draft_thrown_away": "Je concept is weggegooid. Je kunt het hieronder nog 30 dagen terughalen.",
    "draft_brought_back": "Je concept is er weer. Ga verder waar je was.",
    "page_taken_out": (
        "De pagina is uit dit concept gehaald. Bij Mijn concepten kun je de tekst nog 30 dagen terughalen."
    ),
    "draft_unknown": "Dit concept is er niet (meer).",
    "draft_moved_on": "Dit concept is net in een ander tabblad veranderd. Er is niets bijgewerkt.",
    "draft_changed_elsewhere": (
        "Dit concept is in een ander tabblad veranderd. Er is niets verstuurd. Kijk de pagina's hieronder na "
        "en stuur dan in."
    ),
    "draft_needs_a_page": "Dit is de enige pagina in je concept. Je kunt wel het hele concept weggooien.",
    "required:pagina": "Kies een pagina.",
    "required:soort": "Kies wat je met die pagina wilt.",
    "draft_caught_up": "Je concept is bijgewerkt. Het staat nu op de nieuwste versie van de pagina.",
    "too_many_drafts": "Je hebt al {limit} concepten. Meer kan niet. Gooi eerst een ander concept weg.",
}
