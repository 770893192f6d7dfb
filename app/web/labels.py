"""The Dutch word for each member of each enumeration.

Looked up by the names of class and member, because the web layer knows no feature above accounts; a test
compares this table with every enumeration of the program.
"""

from enum import StrEnum

from app.web.conversation_labels import CONVERSATION_LABELS

LABELS: dict[str, dict[str, str]] = {
    "Role": {
        "READER": "lezer",
        "MEMBER": "medewerker",
        "EDITOR": "redacteur",
        "ADMIN": "beheerder",
    },
    "Permission": {
        "SIGN_IN": "aanmelden",
        "READ": "de gids lezen",
        "READ_NAMES": "namen van collega's zien",
        "PROPOSE": "wijzigingen voorstellen",
        "COMMENT": "meepraten over voorstellen",
        "DECIDE": "besluiten over voorstellen",
        "PROTECT": "pagina's beschermen",
        "MAINTAIN": "pagina's onderhouden",
        "HIDE": "versies en namen verbergen",
        "READ_CONVERSATIONS": "gesprekken en bouwstenen lezen",
        "CONVERSE": "gesprekken houden en bouwstenen aanleveren",
        "CURATE": "bouwstenen opnemen en rode draden leggen",
    },
    "AccountKind": {
        "LOCAL": "eigen account",
        "IMPORTED": "naam uit een overgenomen geschiedenis",
        "OIDC": "account van de organisatie",
    },
    **CONVERSATION_LABELS,
    "FilePlace": {
        "ROW": "rij",
        "LINE": "regel",
        "ITEM": "bouwsteen",
    },
    "BuildingBlockKind": {
        "INSIGHT": "inzicht",
        "EXAMPLE": "voorbeeld",
        "DILEMMA": "dilemma",
        "QUOTE": "citaat",
        "TIP": "tip",
        "QUESTION": "vraag",
    },
    "BuildingBlockStatus": {
        "NOTED": "genoteerd",
        "SUBMITTED": "aangeleverd",
        "ACCEPTED": "opgenomen",
        "USED": "verwerkt",
        "PARKED": "geparkeerd",
        "MERGED": "samengevoegd",
        "WITHDRAWN": "ingetrokken",
    },
    "BuildingBlockStep": {
        "NOTE": "genoteerd",
        "SUBMIT": "aangeleverd",
        "ACCEPT": "opgenomen",
        "ADJUST": "aangepast",
        "PARK": "geparkeerd",
        "MERGE": "samengevoegd met een andere bouwsteen",
        "REOPEN": "opnieuw bekeken",
        "WITHDRAW": "ingetrokken",
        "USE": "verwerkt in een pagina",
        "UNUSE": "niet meer gebruikt in een pagina",
    },
    "PlaceKind": {
        "TOPIC": "thema",
        "THREAD": "rode draad",
    },
    "VisitStep": {
        "LOOKED": "gekeken",
        "SEEN": "gezien",
    },
    "DilemmaSide": {
        "FIRST": "de eerste uitweg",
        "SECOND": "de tweede uitweg",
        "NEITHER": "geen van beide",
    },
    "RevisionOrigin": {
        "PROPOSAL": "voorstel",
        "IMPORT": "overgenomen uit een bestand",
        "SEED": "begin van de gids",
        "RESTORE": "eerdere versie teruggezet",
        "EMERGENCY": "met spoed gepubliceerd",
        "TRUSTED": "kleine wijziging, meteen gepubliceerd",
    },
    "AuthorPart": {
        "AUTHOR": "schrijver",
        "EDITOR": "bewerker",
    },
    "BrokenLinkKind": {
        "PAGE": "deze pagina is er nog niet",
        "ARCHIVED": "deze pagina is gearchiveerd",
        "HEADING": "dit kopje staat er niet",
        "TOPIC": "dit thema is er niet",
        "REFERRER": "verwijst naar een kopje dat dan weg is",
    },
    "PageEventKind": {
        "RENAMED": "hernoemd",
        "MOVED": "verplaatst",
        "ARCHIVED": "gearchiveerd",
        "UNARCHIVED": "teruggehaald uit het archief",
        "PROTECTED": "beschermd",
        "UNPROTECTED": "bescherming opgeheven",
        "OWNER": "eigenaar en nakijkdag bepaald",
        "VERIFIED": "nagekeken",
        "OUTDATED": "als verouderd gemerkt",
        "UP_TO_DATE": "niet meer verouderd",
        "HIDDEN": "verborgen",
    },
    "ProposalState": {
        "SUBMITTED": "ingediend",
        "IN_REVIEW": "in behandeling",
        "ADJUSTMENT_REQUESTED": "aanpassing gevraagd",
        "ACCEPTED": "overgenomen",
        "PARTLY_ACCEPTED": "deels overgenomen",
        "REJECTED": "niet overgenomen",
        "WITHDRAWN": "ingetrokken",
    },
    "ProposalStep": {
        "SEND": "ingediend",
        "TAKE": "in behandeling genomen",
        "RELEASE": "teruggelegd in de wachtrij",
        "ASK_ADJUSTMENT": "aanpassing gevraagd",
        "RESEND": "aangepast en opnieuw ingediend",
        "APPROVE": "goedgekeurd, nog niet door iedereen",
        "ACCEPT": "overgenomen",
        "ACCEPT_PART": "deels overgenomen",
        "REJECT": "niet overgenomen",
        "WITHDRAW": "ingetrokken",
        "REBASE": "bijgewerkt naar de nieuwe tekst van de pagina",
        "CLASH": "botst met de nieuwe tekst van de pagina",
        "SETTLE": "botsing opgelost",
        "JOIN": "een collega schrijft mee",
        "EMERGENCY": "met spoed gepubliceerd",
        "TRUSTED": "meteen gepubliceerd, want het is een kleine wijziging",
        "CHECK": "nagekeken en goed",
        "UNDO": "ongedaan gemaakt",
    },
    "ChangeKind": {
        "EDIT": "wijziging",
        "CREATE": "nieuwe pagina",
        "RENAME": "andere titel",
        "ARCHIVE": "archiveren",
        "TOPICS": "andere thema's",
        "RESTORE": "eerdere versie terugzetten",
        "MOVE": "andere plaats in de gids",
    },
    "ProposerGroup": {
        "EVERYBODY": "iedereen die mag voorstellen",
        "REDACTIE": "alleen de redactie",
    },
    "DecisionRule": {
        "ONE": "één redacteur beslist",
        "TWO": "twee redacteuren beslissen",
        "NAMED": "een vaste redacteur beslist",
    },
    "CheckCause": {
        "EMERGENCY": "met spoed gepubliceerd",
        "TRUSTED": "kleine wijziging, meteen gepubliceerd",
    },
    "CheckVerdict": {
        "KEPT": "nagekeken en goed",
        "UNDONE": "ongedaan gemaakt",
    },
    "Urgency": {
        "CALM": "er is nog tijd",
        "LATE": "wacht te lang",
        "PRESSING": "wacht veel te lang",
    },
    "ReviewVerdict": {
        "AGREE": "eens",
        "DISAGREE": "oneens",
        "QUESTION": "vraag",
        "APPROVE": "akkoord als redacteur",
    },
    "LapseCause": {
        "NEW_VERSION": "het voorstel is aangepast",
        "REBASED": "de pagina is veranderd",
        "REPLACED": "er kwam een nieuwe beoordeling",
        "JOINED": "wie dit vond, schrijft nu zelf mee",
    },
    "JoinAnswer": {
        "YES": "ja, schrijf mee",
        "NO": "nee, liever niet",
    },
    "QueueSize": {
        "SMALL": "klein",
        "MEDIUM": "middel",
        "LARGE": "groot",
    },
    "PartKind": {
        "TITLE": "titel",
        "LEAD": "samenvatting",
        "TOPIC": "thema",
        "TEXT": "tekst",
        "MOVED": "verplaatst",
        "BODY": "de hele tekst",
        "PAGE": "de hele pagina",
    },
    "DiscussionStep": {
        "REPLY": "antwoord",
        "SETTLE": "afgehandeld",
        "REOPEN": "weer geopend",
    },
    "TextSide": {
        "NEW": "de voorgestelde tekst",
        "OLD": "de tekst zoals die was",
    },
    "Choice": {
        "BASE": "zo stond het",
        "CURRENT": "zo staat het nu",
        "PROPOSED": "het voorstel",
        "BOTH": "allebei",
        "OWN": "eigen woorden",
    },
    "HeldBack": {
        "PERSONAL_DATA": "er staan misschien persoonsgegevens in",
        "CHANGED": "de tekst is veranderd nadat je keek",
    },
    "HarvestStep": {
        "KEEP": "bewaar",
        "SPLIT": "splits",
        "THROW_AWAY": "gooi weg",
        "BRING_BACK": "zet terug",
    },
    "PersonalDataKind": {
        "NAME": "een naam",
        "EMAIL": "een e-mailadres",
        "PHONE": "een telefoonnummer",
        "CITIZEN_NUMBER": "een burgerservicenummer",
        "LICENCE_PLATE": "een kenteken",
    },
}


def label(member: StrEnum) -> str:
    """What a member is called on the screen."""
    return LABELS[type(member).__name__][member.name]
