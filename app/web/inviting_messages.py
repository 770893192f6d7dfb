"""What is said while inviting: about seats, messages and statements."""

INVITING_MESSAGES: dict[str, str] = {
    "seat_taken": "Je doet mee. Zet het gesprek in je agenda.",
    "on_waiting_list": "Alle plekken zijn bezet. Je staat op de wachtlijst en schuift vanzelf door.",
    "withdrawn": "Je bent afgemeld.",
    "takes_part_already": "Je bereidt dit gesprek mee voor. Aanmelden hoeft niet.",
    "sign_up_closed": "Je kunt je niet meer aanmelden: het gesprek is begonnen, afgezegd of niet openbaar.",
    "waiting_list_full": "De wachtlijst is vol. Kies een ander gesprek, of plan er zelf een.",
    "message_kept": "Het bericht is bewaard.",
    "message_begun_again": "Het bericht is opnieuw gemaakt.",
    "message_moved_on": (
        "Een collega veranderde dit bericht net. Wat jij typte, is niet bewaard, maar staat er nog. "
        "Kijk naar de andere tekst en bewaar daarna die van jou, als die beter is."
    ),
    "required:onderwerp": "Vul een onderwerp in.",
    "statement_missing": "Schrijf een stelling waar je het mee eens of oneens kunt zijn.",
    "statement_closed": "Deze stelling is gesloten. Antwoorden kan niet meer.",
    "statement_unknown": "Deze stelling is er niet.",
    "statement_made": "De stelling staat klaar. Deel het adres van deze bladzijde met je collega's.",
    "answer_given": "Je antwoord is bewaard. Je kunt het veranderen zolang de stelling open is.",
    "statement_is_closed": "De stelling is gesloten.",
    "not_your_statement": "Alleen wie de stelling maakte en de redactie kunnen hem sluiten.",
    "required:mening": "Kies wat je vindt.",
    "required:werk": "Kies wat voor werk je doet. Past niets? Kies ‘ander werk’.",
}
