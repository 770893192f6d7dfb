"""The Dutch sentences of an import: what the history keeps, and what the person who imports reads."""

from app.importing.publishing import Notes

NOTES = Notes(
    created="Ingelezen uit een bestand.",
    changed="Het bestand is gewijzigd.",
    merged="De wijziging van het bestand is samengevoegd met de tekst op de pagina.",
    clash_reason=(
        "Het bestand waar deze pagina uit komt, is gewijzigd op een plek die op de pagina ook is gewijzigd."
        " Kies per plek welke tekst blijft staan."
    ),
)
