"""Invented sentences as they come out of conversations: no sentence of a real person, the same each time."""

import random

WHO = (
    "Een burger", "De minister", "Een adviseur", "De inspecteur", "Een collega van de uitvoering",
    "De directeur", "Wie aan het loket staat", "Een jurist", "De beleidsmaker", "Een nieuwe collega",
    "De projectleider", "Een medewerker van de meldkamer", "De controleur", "Wie nachtdienst heeft",
)  # fmt: skip
DOES = (
    "vraagt om een brief in gewone taal", "biedt op tijd tegenspraak", "durft een fout te melden",
    "zoekt de ruimte in de regel", "legt een besluit uit aan de gemeente",
    "belt eerst voordat de brief vertrekt", "houdt de menselijke maat voor ogen",
    "deelt een dossier met een ander ministerie", "schrijft een advies dat niet welkom is",
    "bewaart de afstand tot een belanghebbende", "vertelt openlijk wat er misging",
    "vraagt de uitvoering mee aan tafel", "weegt de belangen van de buurt",
    "zegt nee tegen een onhaalbare termijn", "leest de wet samen met de burger",
)  # fmt: skip
WHEN = (
    "als de tijd dringt", "ook wanneer de pers belt", "voordat de Kamer erom vraagt",
    "zonder dat iemand het vraagt", "omdat vertrouwen anders verdwijnt",
    "terwijl het systeem dat niet toelaat", "en schrijft op waarom", "samen met een collega",
    "al kost dat een week extra", "ook als het de leiding niet uitkomt", "want daar begint vakmanschap",
    "in het gesprek aan het begin", "tijdens een dienst in de nacht",
)  # fmt: skip
TITLES = (
    "Gesprek over", "Samen nadenken over", "Een uur voor", "Verhalen over", "Wat vinden wij van",
    "Dilemma's bij",
)  # fmt: skip
UNITS = (
    "Directie Voorbeeld", "Dienst Proefneming", "Inspectie Verzonnen", "Afdeling Oefening",
    "Bureau Denkbeeld", "Loket Overdag", "Meldkamer Nacht", "Team Wetgeving", "Regio Westen",
    "Regio Oosten", "Dienst Vergunningen", "Staf Openbaar", "Directie Financiën", "Dienst Toeslag",
    "Agentschap Water", "Inspectie Veilig",
)  # fmt: skip


def sentence(chance: random.Random) -> str:
    """One outcome of a conversation; about one in twenty thousand is like another."""
    first = f"{chance.choice(WHO)} {chance.choice(DOES)} {chance.choice(WHEN)}"
    if chance.random() < 0.6:
        return f"{first}, en {_inner(chance.choice(WHO))} {chance.choice(DOES)}."
    return f"{first}."


def title(chance: random.Random, about: str) -> str:
    """What a conversation about this theme is called."""
    return f"{chance.choice(TITLES)} {about.lower()}"


def _inner(who: str) -> str:
    return who[0].lower() + who[1:]
