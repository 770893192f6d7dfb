"""The sentences about conversations and planning them; part of `messages.MESSAGES`."""

CONVERSATION_MESSAGES: dict[str, str] = {
    "conversation_unknown": "Dit gesprek is er niet.",
    "not_your_conversation": (
        "Alleen de gastheer of gastvrouw, de begeleider en de reporter kunnen dit gesprek veranderen. "
        "Er is niets veranderd."
    ),
    "names_somebody": (
        "Hierin staat misschien wie iemand is. Schrijf het zonder, of vink hieronder aan dat het zo mag."
    ),
    "conversation_moved_on": (
        "Iemand heeft dit gesprek intussen veranderd; er is niets overschreven. Hieronder staat wat jij "
        "typte, en hier wat er nu anders is. Verstuur opnieuw als het moet worden zoals jij het typte."
    ),
    "conversation_planned": "Je gesprek staat gepland. Vraag nu een begeleider en verstuur de uitnodiging.",
    "conversation_changed": "De wijziging is bewaard.",
    "follows_itself": "Een gesprek volgt nooit op zichzelf of op wat eruit voortkwam. Kies een ander nummer.",
    "hour_skipped": "In deze nacht begint de zomertijd: dit uur wordt overgeslagen. Kies een andere tijd.",
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
    "conversation_step_not_possible": (
        "Dit kan nu niet: het gesprek is {status}. Misschien was iemand je voor. Kijk hoe het nu staat."
    ),
    "conversation_to_come": (
        "Dit gesprek is nog niet geweest. Vanaf de dag zelf kun je zeggen dat het is gevoerd."
    ),
    "nothing_handed_in": (
        "Er is nog geen bouwsteen van dit gesprek aangeleverd. Werk eerst de oogst uit en lever die aan."
    ),
    "participants_out_of_range": "Schrijf op met hoeveel jullie waren: van {fewest} tot en met {most}.",
    "unknown_choice:deelnemers": "Schrijf een getal, bijvoorbeeld 8.",
    "conversation_held": "Mooi, het gesprek is gevoerd. Lever nu de bouwstenen aan.",
    "conversation_harvested": "De oogst staat. Laat de deelnemers nu weten wat eruit kwam.",
    "conversation_reported": "Het gesprek is klaar. Wie zich had aangemeld, is nergens meer bewaard.",
    "conversation_cancelled": "Het gesprek is afgezegd. Wie zich had aangemeld, is nergens meer bewaard.",
    "conversation_resumed": "Het gesprek gaat weer door.",
    "conversation_step_undone": "Je bent een stap terug. Er is niets weggegooid.",
    "code_renewed": "Er is een nieuwe code. De oude werkt niet meer.",
    "code_renewed_before": "De code was net al vernieuwd. Hieronder staat de nieuwe.",
    "ends_before_it_begins": "De laatste dag ligt voor de eerste. Kijk de dagen na.",
    "period_too_long": "Kies ten hoogste een jaar. Je kunt het later verlengen.",
    "too_many_periods": "Je hebt al {limit} periodes opgegeven. Haal er eerst een weg.",
    "too_many_members": "Er zijn al {limit} mensen gevraagd. Haal er eerst een weg.",
    "not_free_that_day": (
        "Deze collega kan volgens de pool niet op deze dag. Kies iemand anders, of een andere dag."
    ),
    "asked_for_part_before": "Deze collega is hiervoor al gevraagd of doet het al.",
    "part_answered_before": "Op deze vraag was al geantwoord. Er is niets veranderd.",
    "part_unknown": "Deze vraag is er niet (meer). Er is niets veranderd.",
    "last_host": "Een gesprek heeft een gastheer of gastvrouw nodig. Vraag eerst iemand anders.",
    "part_asked": "Je vraag staat klaar. Je collega ziet hem bij Gesprekken en op de voorpagina.",
    "part_accepted": "Fijn, je doet mee. Je kunt dit gesprek nu ook bewerken.",
    "part_declined": "Je hebt laten weten dat je niet kunt.",
    "part_taken_away": "Deze collega is van de lijst.",
    "availability_kept": "Je staat in de pool. Collega's kunnen je nu vragen.",
    "availability_gone": "Deze periode is weg.",
    "required:wie": "Schrijf de naam of het e-mailadres van je collega.",
    "required:van": "Kies de eerste dag.",
    "required:tot": "Kies de laatste dag.",
    "format_moved_on": (
        "Iemand maakte net een andere versie. Er is niets overschreven; wat je typte staat er nog. Lees "
        "die versie eerst, en verstuur opnieuw als de jouwe erna moet komen."
    ),
    "format_improved": "De nieuwe versie geldt voor elk gesprek dat vanaf nu gepland wordt.",
    "suggestion_missing": "Schrijf eerst wat je wilt zeggen.",
    "suggestion_sent": "Dank je. De redactie leest je suggestie en antwoordt hier.",
    "suggestion_answered": "Je antwoord staat erbij.",
    "suggestion_unknown": "Deze suggestie is er niet. Er is niets veranderd.",
    "suggestion_answered_before": "Een andere redacteur heeft hierop al geantwoord. Er is niets veranderd.",
    "required:inleiding": "Schrijf in een paar zinnen waar deze vorm over gaat.",
}
