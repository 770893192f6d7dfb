"""What is said about rode draden, the plaat and dilemmas."""

THREAD_MESSAGES: dict[str, str] = {
    "thread_unknown": "Deze rode draad is er niet. Er is niets veranderd.",
    "thread_title_missing": "Geef de rode draad een naam.",
    "thread_moved_on": (
        "Een collega veranderde deze rode draad net. Er is niets veranderd. Wat je typte, staat er nog. "
        "Kijk of het nog klopt en verstuur het dan opnieuw."
    ),
    "thread_archived": "Deze rode draad ligt in het archief. Haal hem terug om hem te veranderen.",
    "block_not_for_thread": "Bouwsteen {number} is er niet, of is nog niet opgenomen. Kies een andere.",
    "not_numbers": "Vul nummers van bouwstenen in, bijvoorbeeld: 12, 15.",
    "thread_named": "De rode draad ligt er.",
    "thread_changed": "De rode draad is veranderd.",
    "blocks_put_on": "Dit staat nu op de rode draad.",
    "blocks_taken_off": "Dit staat niet op de rode draad, en wordt er niet meer voor voorgesteld.",
    "thread_put_away": "De rode draad ligt in het archief.",
    "thread_back": "De rode draad is terug uit het archief.",
    "picture_seen": "Je bent bij. Wat er vanaf nu bij komt, zie je de volgende keer gemerkt.",
    "suggestion_dismissed": "Deze rode draad wordt niet meer voorgesteld.",
    "no_dilemma": "Alleen een dilemma dat is opgenomen, kan open. Er is niets veranderd.",
    "dilemma_unknown": "Dit dilemma is er niet. Er is niets veranderd.",
    "dilemma_open_already": "Een collega opende dit dilemma al. Wat jij typte, staat er nog.",
    "dilemma_closed": "Dit dilemma is intussen gesloten. Je keuze is niet vastgelegd.",
    "way_out_missing": "Noem hier een uitweg.",
    "ways_out_equal": "Dit is dezelfde uitweg. Noem een andere.",
    "required:keuze": "Kies wat jij zou doen.",
    "required:eerste": "Noem een uitweg.",
    "required:tweede": "Noem een tweede uitweg.",
    "dilemma_chosen": "Je keuze is vastgelegd, zonder je naam.",
    "dilemma_opened": "Het dilemma is open. Iedereen kan kiezen.",
    "dilemma_ended": "Het dilemma is gesloten. De keuzes blijven te zien.",
    "dilemma_reopened": "Het dilemma is weer open.",
}
