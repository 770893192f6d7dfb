"""What is said about bouwstenen: what is missing, what cannot be done now, and what was done."""

BLOCK_MESSAGES: dict[str, str] = {
    "block_unknown": "Deze bouwsteen is er niet. Er is niets veranderd.",
    "block_text_missing": "Schrijf op wat er gezegd werd. Eén zin is genoeg.",
    "block_topics_too_many": "Kies hooguit {limit} thema's.",
    "not_your_block": "Dit is aan de redactie, of aan wie het gesprek bewerkt. Er is niets veranderd.",
    "block_step_not_possible": "Dit kan nu niet: de bouwsteen is {status}. Er is niets veranderd.",
    "block_moved_on": (
        "Een collega, of jijzelf in een ander venster, was je net voor: {step}. Er is niets veranderd. "
        "Wat je typte, staat er nog. Kijk of het nog klopt en verstuur het dan opnieuw."
    ),
    "park_reason_missing": "Schrijf op waarom je deze bouwsteen parkeert. De deelnemers lezen dat terug.",
    "withdraw_reason_missing": "Schrijf op waarom je deze bouwsteen intrekt. De deelnemers lezen dat terug.",
    "required:nummer": "Kies een bouwsteen uit de lijst, of vul een nummer in.",
    "merge_into_itself": "Dit is dezelfde bouwsteen. Kies het nummer van een andere.",
    "merge_target_unknown": "Er is geen bouwsteen met dit nummer. Kies een ander nummer.",
    "merge_target_unfit": "Deze bouwsteen is {status}. Kies er een die nog meedoet.",
    "too_many_codes": (
        "Deze code klopt niet, en er is te vaak een verkeerde ingevuld. Kijk de code na; "
        "de goede werkt meteen. Een andere proberen kan weer om {until}."
    ),
    "required:inhoud": "Kies een bestand, of plak de inhoud hieronder.",
    "required:gesprek": "Vul het nummer van het gesprek in waar deze bouwstenen uit komen.",
    "import_without_text_column": (
        "In de eerste rij staat geen kolom “tekst”. Zet in de eerste rij hoe de kolommen heten."
    ),
    "import_without_conversation": "Het bestand noemt geen gesprek. Geef het nummer erbij.",
    "import_row_without_conversation": "Hier staat geen gesprek. Zet het nummer in de rij of hieronder.",
    "import_other_conversation": (
        "Hier staat gesprek {number}, en je koos gesprek {chosen}. "
        "Laat het nummer hieronder leeg, of pas de rij aan."
    ),
    "import_unknown_conversation": "Gesprek {number} is er niet.",
    "import_not_your_conversation": "Aan gesprek {number} mag jij niets toevoegen. Vraag het wie het leidt.",
    "marks_unreadable": (
        "Hier staat geen nummer van een bouwsteen: {words}. Schrijf het zo: [[bouwsteen:12]], of haal "
        "het weg."
    ),
    "marks_unfit": (
        "Deze bouwstenen kunnen geen bron zijn: {numbers}. Ze bestaan niet, zijn nog niet aangeleverd "
        "of zijn ingetrokken. Haal ze weg of kies andere."
    ),
    "import_no_number": "In “{word}” lezen we geen nummer van een gesprek.",
    "import_loose_words": "Deze tekst staat niet achter een streepje. Zet er een streepje voor.",
    "import_unreadable": "Dit bestand kunnen we niet lezen. Kijk hieronder welke vormen er zijn.",
    "import_too_large": "Dit bestand is te groot. Deel het op in kleinere.",
    "import_too_many": "Dit zijn te veel bouwstenen in één keer: er passen er {limit}. Deel het op.",
    "import_empty": "In dit bestand staan geen bouwstenen.",
    "import_not_words": "Dit is geen tekst.",
    "import_unknown_word": "We kennen “{word}” niet.",
    "import_unknown_heading": "Het kopje “{heading}” is geen veld van het canvas en geen deel van het model.",
    "block_accepted": "Bouwsteen {number} is opgenomen.",
    "block_adjusted": "De nieuwe tekst van bouwsteen {number} staat er.",
    "block_merged": "Bouwsteen {number} is samengevoegd.",
    "block_parked": "Bouwsteen {number} is geparkeerd.",
    "block_withdrawn": "Bouwsteen {number} is ingetrokken. Je kunt dat op deze bladzijde terugdraaien.",
    "block_reopened": "Bouwsteen {number} doet weer mee.",
}
