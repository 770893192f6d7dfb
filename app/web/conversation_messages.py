"""The sentences about planning a conversation; part of `messages.MESSAGES`."""

CONVERSATION_MESSAGES: dict[str, str] = {
    "conversation_unknown": "Dit gesprek is er niet.",
    "not_your_conversation": (
        "Alleen de gastheer of gastvrouw, de begeleider en de reporter kunnen dit gesprek veranderen. "
        "Er is niets veranderd."
    ),
    "conversation_moved_on": (
        "Iemand heeft dit gesprek intussen veranderd; er is niets overschreven. Hieronder staat wat jij "
        "typte, en hier wat er nu anders is. Verstuur opnieuw als het moet worden zoals jij het typte."
    ),
    "conversation_planned": "Je gesprek staat gepland. Vraag nu een begeleider en verstuur de uitnodiging.",
    "conversation_changed": "De wijziging is bewaard.",
    "follows_itself": "Een gesprek kan niet op zichzelf volgen. Kies een ander nummer of laat het leeg.",
    "location_missing": "Schrijf op waar jullie bij elkaar komen.",
    "not_a_time": "Dit is geen tijd. Schrijf een tijd als 14:30.",
    "required:dag": "Kies een dag.",
    "required:tijd": "Kies een tijd.",
    "required:stoelen": "Schrijf op hoeveel plaatsen er zijn.",
    "seats_out_of_range": "Kies een getal van {fewest} tot en met {most}.",
    "unit_twice": "Een onderdeel staat er twee keer. Laat het één keer staan.",
    "unknown_choice:stoelen": "Schrijf een getal, bijvoorbeeld 8.",
    "unknown_choice:volgt": "Er is geen gesprek met dit nummer. Kijk het nummer na of laat het leeg.",
    "agenda_missing": "Schrijf een agenda: een onderdeel per regel, met de minuten ervoor.",
    "agenda_line_unreadable": (
        "Regel {line} van de agenda kunnen we niet lezen. Begin met de minuten: 10 Kennismaken."
    ),
    "agenda_too_many_parts": "In een agenda passen {limit} onderdelen. Voeg er een paar samen.",
    "format_reason_missing": "Schrijf op waarom deze versie beter is. Wie de vorm kent, leest dat.",
    "too_many_questions": "Er passen {limit} vragen in een vorm. Kies de beste.",
}
