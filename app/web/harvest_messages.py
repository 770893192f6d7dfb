"""What is said while a conversation is held and harvested."""

HARVEST_MESSAGES: dict[str, str] = {
    "line_noted": "Genoteerd.",
    "line_already_noted": (
        "Met dit formulier was al een andere regel genoteerd. Deze staat nog in het veld: noteer hem nu."
    ),
    "nothing_to_split": "Zet elk deel op een eigen regel. Druk dan op Splits.",
    "too_few_to_join": "Kies ten minste twee bouwstenen om samen te voegen.",
    "blocks_joined": "Samengevoegd. Kijk na of het één goede zin is.",
    "block_kept": "Bewaard.",
    "block_saved_elsewhere": (
        "Deze bouwsteen is net ergens anders veranderd, misschien door jezelf in een ander venster. "
        "Nu staat er: “{text}” Wat jij typte, staat hieronder."
    ),
    "block_split": "Gesplitst.",
    "block_thrown_away": "Weggegooid. Onderaan kun je hem terugzetten.",
    "block_brought_back": "Teruggezet.",
    "entries_taken_over": "Van {count} regels zijn bouwstenen gemaakt.",
    "entries_gone": "Deze regels staan er niet meer: iemand haalde ze weg. Kies andere regels.",
    "nothing_chosen": "Kies eerst een of meer regels.",
    "harvest_handed_in": "Aangeleverd: {count}. De redactie kijkt ernaar.",
    "harvest_held_back": "Nog niet aangeleverd: {count}. Bij elke bouwsteen staat waarom.",
    "nothing_to_hand_in": "Er was niets om aan te leveren.",
    "closing_word_kept": "Dank je wel. Geef het scherm door aan de volgende.",
    "required:hoe": "Kies hoe het was.",
    "entry_incomplete": "Kies een deel en schrijf een zin van hoogstens 300 tekens. Er is niets bewaard.",
    "groups_joined": "De groepen staan nu bij elkaar.",
    "entry_noted": "Het staat in het model.",
}
