"""Every refusal in a Dutch sentence: what happened, what is kept, what to do.

`code:field` says it better for one field than `code` alone. Facts of an error stand between braces.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from app.web.block_messages import BLOCK_MESSAGES
from app.web.canvas_messages import CANVAS_MESSAGES
from app.web.conversation_messages import CONVERSATION_MESSAGES
from app.web.dates import clock_time
from app.web.draft_messages import DRAFT_MESSAGES
from app.web.harvest_messages import HARVEST_MESSAGES
from app.web.inviting_messages import INVITING_MESSAGES
from app.web.labels import label
from app.web.numbers import number_nl
from app.web.thread_messages import THREAD_MESSAGES

MESSAGES: dict[str, str] = {
    **DRAFT_MESSAGES,
    **HARVEST_MESSAGES,
    **CANVAS_MESSAGES,
    **BLOCK_MESSAGES,
    **CONVERSATION_MESSAGES,
    **INVITING_MESSAGES,
    **THREAD_MESSAGES,
    # Any form
    "required": "Vul dit in.",
    "required:titel": "Vul een titel in.",
    "required:email": "Vul je e-mailadres in.",
    "required:wachtwoord": "Vul je wachtwoord in.",
    "too_long": "Dit is te lang: {length} tekens, er passen er {limit}. Maak het korter; het staat er nog.",
    "unknown_choice": "Deze keuze bestaat niet (meer). Kies opnieuw.",
    "resumed": "Er is nog niets verstuurd. Wat je had getypt, staat hieronder. Kijk het na en verstuur.",
    # Permissions, tokens and going on
    "not_allowed": "Je account heeft hier geen rechten voor. Er is niets veranderd.",
    "form_expired": "We konden niet nagaan of dit formulier van jou kwam. Er is niets verstuurd.",
    "session_expired": "Er is nog niets verstuurd. Meld je aan, dan kun je verder.",
    "not_sent": "Je bent aangemeld. Wat je net deed, is nog niet verstuurd. Doe het nog een keer.",
    "kept_here": "Je bent aangemeld. Wat je had getypt, is nog niet verstuurd. Kopieer het hieronder.",
    "signed_out": "Je bent afgemeld.",
    # Failures
    "failure": "Dit ligt niet aan jou. We hebben het opgeschreven onder nummer {reference}.",
    "unreachable": "De gids kan even niets opslaan. Er is niets veranderd. Probeer het over een minuut.",
    # Signing in
    "wrong_password": "Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze na en probeer opnieuw.",
    "too_many_attempts": "Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het weer om {until}.",
    # Texts
    "title_missing": "Vul een titel in.",
    "text_too_long": "Dit is te lang: er passen {limit} tekens. Maak het korter; wat je typte staat er nog.",
    "body_missing": "Er staat nog geen tekst. Schrijf wat er op de pagina moet komen.",
    "page_unknown": "Deze pagina of deze versie ervan is er niet. Er is niets verstuurd.",
    "slug_taken": (
        "Op hetzelfde moment kwam er een pagina met deze titel bij. Er is niets gepubliceerd. "
        "Beslis nog een keer: de pagina krijgt dan een eigen adres."
    ),
    "text_too_heavy": (
        "Deze tekst is te ingewikkeld om op te maken. Alles staat er nog. Haal er haken, tabellen "
        "of lijsten uit."
    ),
    "section_missing": "Dit kopje staat niet (meer) op de pagina. Hieronder staat de hele pagina.",
    # Files
    "file_empty": "Dit bestand is leeg. Kies een ander bestand.",
    "file_too_large": "Dit bestand is te groot. Maak het kleiner dan {limit} MB.",
    "file_kind_refused": "Dit soort bestand kan hier niet. Kies een afbeelding: png, jpeg, gif of webp.",
    # Sending in proposals
    "required:tekst": "Er staat nog geen tekst. Schrijf wat er op de pagina moet komen.",
    "required:reden": "Schrijf op waarom. Anderen lezen dat terug in de geschiedenis.",
    "proposal_reason_missing": "Schrijf op waarom dit beter is. De redactie leest dat als eerste.",
    "nothing_changed": "Je hebt nog niets veranderd aan de tekst. Pas iets aan en stuur het dan in.",
    "same_place": "De pagina staat daar al. Kies een andere plaats.",
    "page_named_twice": "Een pagina kan maar één keer in een voorstel staan. Voeg de twee samen.",
    "too_many_changes": "Een voorstel kan over {limit} pagina's gaan. Stuur de rest apart in.",
    "no_changes": "Dit voorstel verandert nog niets. Voeg een wijziging toe.",
    "page_moved_on_while_typing": (
        "De pagina is veranderd terwijl je schreef. Dat geeft niet: de redactie voegt jouw "
        "voorstel ermee samen."
    ),
    "undone_already": "Deze wijziging staat al niet meer op de pagina. Er valt niets ongedaan te maken.",
    "proposal_sent": "Je voorstel is verstuurd. Je ziet hier wat ermee gebeurt.",
    "proposal_sent_days": "Je voorstel is verstuurd. De redactie beslist meestal binnen {days}.",
    "only_redactie_proposes": (
        "Deze pagina is beschermd: alleen de redactie stelt hier wijzigingen voor. Er is niets verstuurd."
    ),
    # What is done with proposals
    "already_sent": "Dit formulier was al verstuurd, met andere tekst. Wat je nu stuurde, staat hieronder.",
    "proposal_unknown": "Dit voorstel is er niet.",
    "only_for_redactie": "Alleen de redactie beslist over voorstellen. Er is niets veranderd.",
    "only_for_writers": "Alleen wie dit voorstel schreef, kan dit doen. Er is niets veranderd.",
    "only_for_assignee": "Alleen wie dit voorstel behandelt, kan het terugleggen. Er is niets veranderd.",
    "nothing_to_check": "Dit is al nagekeken, of het hoeft niet. Er is niets veranderd.",
    "own_publication": (
        "Je hebt dit zelf geschreven of gepubliceerd. Een ander van de redactie kijkt het na. Er is niets "
        "veranderd."
    ),
    "not_at_once": (
        "Met spoed kan alleen een andere tekst. Een nieuwe pagina, een andere naam, een andere plaats of het "
        "archief wacht op een tweede redacteur."
    ),
    "cannot_undo": (
        "De pagina is daarna zo veranderd dat dit niet meer in één stap ongedaan kan. Stel zelf een "
        "wijziging voor. Er is niets veranderd."
    ),
    "published_at_once": "Het staat nu in de gids. Een tweede redacteur kijkt het na.",
    "small_change_published": "Je kleine wijziging staat al in de gids. De redactie kijkt die achteraf na.",
    "publication_checked": "Dank je wel. Dit is nu nagekeken.",
    "publication_undone": "De wijziging is ongedaan gemaakt. De tekst van daarvoor staat er weer.",
    "own_proposal": (
        "Je schreef hier zelf aan mee. Een ander van de redactie beslist erover. Er is niets veranderd."
    ),
    "approved_already": "Jij keurde dit al goed. Nu is een andere redacteur aan zet. Er is niets veranderd.",
    "only_named_decides": "Over deze pagina beslist alleen {who}. Er is niets veranderd.",
    "part_before_last": (
        "Hier beslissen twee redacteuren. Wie als laatste beslist, kan een deel overnemen. Keur het hele "
        "voorstel goed, of vraag om een aanpassing."
    ),
    "part_rewritten": (
        "Je collega heeft deze woorden niet gezien. Neem het deel over zonder de tekst te veranderen, of "
        "vraag om een aanpassing."
    ),
    "approval_given": "Je akkoord staat erbij. Nu moet nog een ander van de redactie dit goedkeuren.",
    "step_not_possible": "Dit kan nu niet meer: het voorstel is {state}. Er is niets veranderd.",
    "proposal_moved_on": (
        "Iemand was je net voor: dit voorstel is intussen {step}. Wat je deed, is niet verwerkt."
    ),
    "page_moved_on_meanwhile": (
        "De pagina is intussen veranderd, en het voorstel is daarop bijgewerkt. Wat je deed, is nog niet "
        "verwerkt. Kijk het na en doe het nog een keer."
    ),
    "clash_settled": "De botsing is opgelost. Je voorstel past weer op de pagina.",
    "decision_reason_missing": "Schrijf op waarom. Een besluit heeft altijd een reden.",
    "page_moved_on": (
        "De pagina is net weer veranderd. We hebben het voorstel opnieuw samengevoegd; kijk het na."
    ),
    "overlap_not_settled": "Kies op elke plek welke zin er moet komen.",
    "own_words_missing": (
        "Je koos voor je eigen woorden, maar het veld is leeg. Schrijf de zin of kies een andere."
    ),
    "nothing_left": (
        "Met deze keuzes verandert er niets aan de pagina: er valt niets te publiceren. Kies "
        "anders, of wijs het "
        "voorstel af."
    ),
    "nothing_ticked": (
        "Je hebt niets aangevinkt. Neem je niets over? Ga dan terug naar het voorstel en gebruik “Wijs af”."
    ),
    "proposal_partly_accepted": (
        "Wat je aanvinkte is overgenomen en staat nu in de gids. De indiener leest wat je wegliet en waarom."
    ),
    "nothing_left_over": "Van dit voorstel is niets meer over om opnieuw in te sturen.",
    "rest_filled_in": (
        "Hieronder staat de tekst van nu, met daarin wat niet is overgenomen. Pas aan wat je wilt en stuur "
        "het in."
    ),
    "proposal_taken": "Jij behandelt dit voorstel nu. De indiener ziet dat.",
    "proposal_released": "Het voorstel ligt weer in de wachtrij.",
    "adjustment_asked": "Je vraag is verstuurd. Het voorstel komt terug als het is aangepast.",
    "proposal_accepted": "Het voorstel is overgenomen en staat nu in de gids.",
    "proposal_rejected": "Het voorstel is niet overgenomen. De indiener leest je reden.",
    "proposal_withdrawn": "Je hebt je voorstel ingetrokken. Je tekst blijft hier staan.",
    # Taking care of pages
    "care_reason_missing": "Schrijf op waarom. Anderen lezen dat terug bij deze pagina.",
    "page_care_moved_on": (
        "Iemand was je net voor: er is intussen iets veranderd in het beheer van deze pagina. Wat je deed, "
        "is niet verwerkt. Kijk eerst wat er nu geldt."
    ),
    "not_protected": "Deze pagina is niet (meer) beschermd. Er is niets veranderd.",
    "page_protected": "De bescherming geldt vanaf nu.",
    "protection_lifted": "De bescherming is opgeheven. Nu gelden weer de gewone regels.",
    "upkeep_arranged": "Vastgelegd wie deze pagina bijhoudt en wanneer iemand hem nakijkt.",
    "page_verified": "Vastgelegd: deze pagina klopt nog. Over een jaar kijkt iemand er weer naar.",
    "page_outdated": "Lezers zien vanaf nu dat deze pagina verouderd is.",
    "mark_removed": "Het merk is weg. Lezers zien niet meer dat de pagina verouderd is.",
    "only_for_owner": "Alleen de eigenaar van deze pagina en de redactie zeggen dit. Er is niets veranderd.",
    "still_outdated": (
        "Deze pagina is als verouderd gemerkt, dus hij klopt niet. Is de tekst beter geworden? Haal dan "
        "eerst het merk weg."
    ),
    "not_outdated": "Deze pagina is niet (meer) als verouderd gemerkt. Er is niets veranderd.",
    "person_unknown": (
        "Er is niemand met deze naam of dit adres die wijzigingen mag voorstellen. Kijk of je het goed hebt "
        "geschreven."
    ),
    "person_meant": "Schrijf de hele naam. Misschien bedoel je een van deze mensen: {names}.",
    "person_ambiguous": "Er zijn meer mensen met deze naam. Vul het e-mailadres in.",
    "protects_nothing": "Zo verandert er niets: dit geldt voor elke pagina. Kies wat hier anders moet zijn.",
    "decider_missing": "Kies welke redacteur over deze pagina beslist.",
    "decider_not_redacteur": "Kies iemand die nu redacteur is.",
    "day_has_passed": "Deze dag is al voorbij. Kies een dag die nog komt, of laat het veld leeg.",
    "not_a_day": "Dit is geen dag. Schrijf een dag als 3-11-2026.",
    # What colleagues think of a proposal
    "required:oordeel": "Kies wat je ervan vindt.",
    "advice_words_missing": "Schrijf op wat je bedoelt. Zonder woorden helpt het de schrijver niet verder.",
    "advice_on_own_proposal": "Dit is je eigen voorstel. Hier geven anderen advies. Er is niets veranderd.",
    "advice_given": "Je beoordeling staat erbij. De schrijver en de redactie lezen het.",
    "proposal_adjusted": (
        "Het voorstel is aangepast terwijl je schreef. Er is niets verstuurd en je woorden staan er nog. "
        "Kijk eerst wat er anders is."
    ),
    # Hiding for privacy
    "hiding_reason_missing": "Schrijf op waarom. De collega die moet bevestigen, leest dat.",
    "hiding_unknown": "Dit verzoek is er niet.",
    "own_hiding_request": "Je vroeg dit zelf. Een andere redacteur bevestigt het. Er is niets veranderd.",
    "hides_current_text": (
        "Deze versie staat nu in de gids. Publiceer eerst een betere tekst, dan kun je deze verbergen."
    ),
    "hiding_asked_already": "Dit is al gevraagd, of het is al verborgen. Er is niets veranderd.",
    "hiding_answered": "Een collega was je net voor: dit verzoek is al beantwoord. Er is niets veranderd.",
    "hiding_asked": "Je verzoek is verstuurd. Een andere redacteur bevestigt het.",
    "hidden_now": "Het is verborgen. Niemand kan het nog lezen.",
    "hiding_dismissed": "Het verzoek is van de lijst. Er is niets verborgen.",
    "version_hidden": (
        "Deze versie is verborgen om iemands privacy te beschermen. Je kunt die niet terugzetten of "
        "ongedaan maken."
    ),
    "text_hidden": (
        "De tekst waar dit voorstel op rust, is verborgen om iemands privacy te beschermen. Overnemen kan "
        "niet meer. Vraag om een aanpassing of wijs het af."
    ),
    "base_hidden": (
        "De versie waarop je schreef, is intussen verborgen om iemands privacy te beschermen. Open de pagina "
        "opnieuw en zet je wijziging daarin."
    ),
    "text_hidden_start_again": (
        "Je eerdere tekst is verborgen om iemands privacy te beschermen. Hieronder staat de pagina zoals "
        "die nu is."
    ),
    # Talking about a proposal
    "required:reactie": "Schrijf eerst een reactie.",
    "comment_missing": "Schrijf eerst een reactie.",
    "too_many_discussions": (
        "Er zijn al {limit} overleggen over dit voorstel. Antwoord in een ervan; wat je typte staat er nog."
    ),
    "too_many_comments": (
        "In dit overleg passen {limit} reacties. Begin een nieuw overleg; wat je typte staat er nog."
    ),
    "place_unknown": "Deze plek in het voorstel is er niet. Er is niets verstuurd.",
    "discussion_unknown": "Dit overleg is er niet.",
    "discussion_settled": "Iemand was je net voor: dit overleg is al afgehandeld.",
    "discussion_open": "Iemand was je net voor: dit overleg is alweer open.",
    "discussion_moved_on": "Er kwam net een reactie bij. Lees die eerst; het overleg staat nog open.",
    "comment_placed": "Je reactie staat erbij.",
    "discussion_is_settled": "Het overleg is afgehandeld. Je kunt het altijd weer openen.",
    "discussion_is_reopened": "Het overleg is weer open.",
    # Writing along
    "join_words_missing": "Schrijf op wat je wilt toevoegen. Dan weet de schrijver waar die ja op zegt.",
    "join_refusal_words_missing": "Schrijf op waarom niet. Je collega leest dat.",
    "join_asked": "Je vraag is verstuurd. De schrijver ziet hem op de voorpagina.",
    "join_allowed": "Jullie schrijven nu samen.",
    "join_refused": "Je antwoord is verstuurd.",
    "join_answered": "Een andere schrijver was je voor: op deze vraag is al geantwoord.",
    "join_request_unknown": "Deze vraag is er niet. Er is niets veranderd.",
    "writes_already": "Je schrijft al mee aan dit voorstel.",
    "asked_to_join_before": "Je hebt dit al gevraagd. Het antwoord staat bij het voorstel.",
    "assignee_cannot_join": (
        "Jij behandelt dit voorstel. Leg het eerst terug in de wachtrij, dan kun je meeschrijven."
    ),
    "asker_handles_it": (
        "Deze collega behandelt het voorstel nu zelf en kan dus niet meeschrijven. Er is niets veranderd."
    ),
    # Accounts
    "settings_kept": "Je instellingen zijn bewaard.",
    "name_missing": "Vul een naam in: zo zien collega's wie dit schreef.",
    "unusable_email": "Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.nl.",
    "email_taken": "Er is al een account met dit e-mailadres.",
    "password_too_short": "Dit wachtwoord is te kort. Kies er een van ten minste {minimum} tekens.",
    "password_too_long": "Dit wachtwoord is te lang. Kies er een van ten hoogste {maximum} tekens.",
    "account_unknown": "Dit account is er niet.",
}


def message(code: str, **facts: object) -> str:
    """The sentence for a code."""
    return MESSAGES[code].format(**{name: _in_words(fact) for name, fact in facts.items()})


def field_message(field: str, code: str, **facts: object) -> str:
    """The sentence for a code at a field: the field's own when there is one."""
    own = f"{code}:{field}"
    return message(own if own in MESSAGES else code, **facts)


def _in_words(fact: object) -> object:
    """A moment is one to wait for: the minute after it. A member of an enumeration has its own word."""
    if isinstance(fact, datetime):
        return f"{clock_time(fact + timedelta(minutes=1))} uur"
    if isinstance(fact, StrEnum):
        return label(fact)
    return number_nl(fact) if type(fact) is int else fact
