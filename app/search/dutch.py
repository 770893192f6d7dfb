"""What search knows of Dutch beside the stemmer: words that say nothing, irregular forms, parts of compounds.

Each list is kept by hand and small on purpose. All words are written as `analysis.fold` leaves them: in lower
case, without accents.
"""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP_WORDS = _listed(
    """
    aan achter af al alle alleen alles als altijd ander andere anders ben bent bij bijvoorbeeld binnen
    boven buiten daar daarbij daardoor daarin daarmee daarna daarom daarop daarover daarvan daarvoor dan
    dat de deze die dit doch doe doen doet door dus een eens elk elke en enkele er eraan erbij erin erop
    erover ervan ervoor etc even geen geweest geworden haar had hadden hare heb hebben hebt heeft hem hen
    het hier hierbij hierin hierop hierover hiervan hiervoor hij hoe hoewel hun iemand iets ik immers in
    indien is ja je jij jou jouw jullie kan kon konden kun kunnen kunt maar mag maken me mee meer men met
    mij mijn moest moesten moet moeten mogen na naar naast nadat nee niemand niet niets nog nogal nooit
    nou nu of om omdat ondanks onder ons onze ook op over reeds samen sinds soms steeds te tegen tenzij
    terwijl tijdens toch toe toen tot totdat tussen u uit uw vaak van vanaf vanuit veel via volgens voor
    voordat waar waaraan waarbij waarbinnen waardoor waarin waarmee waarna waarom waarop waarover waarvan
    waarvoor wanneer want waren was wat we wel welk welke werd werden wie wij wil willen wilt word worden
    wordt zal ze zei zelf zelfs zich zij zijn zo zoals zodat zonder zou zouden zul zullen zult
    """
)

# A form that the stemmer handles, then the forms that it leaves apart. After "=" the form is kept as it is:
# the stemmer would make "over" of "overheid" and "open" of "openbaar".
IRREGULAR_FORMS = (
    "=overheid overheden",
    "=openbaar openbare openbaarheid",
    "=vrijheid vrijheden",
    "=eenheid eenheden",
    "stad steden",
    "lid leden",
    "kind kinderen",
    "schip schepen",
    "ei eieren",
    "goed goederen",
    "lied liederen",
    "mogelijkheid mogelijkheden",
    "bestuurder bestuurders",
    "museum musea",
    "centrum centra",
    "politicus politici",
    "criterium criteria",
    "medium media",
    "notaris notarissen",
    "bewijs bewijzen",
    "besluit besloot besloten",
    "advies adviseren adviseert adviseerde geadviseerd",
    "werken werk werkt werkte werkten gewerkt werkend",
    "spreken spreek spreekt sprak spraken gesproken",
    "schrijven schrijf schrijft schreef schreven geschreven",
    "lezen lees leest las lazen gelezen",
    "geven geef geeft gaf gaven gegeven",
    "nemen neem neemt nam namen genomen",
    "vinden vind vindt vond vonden gevonden",
    "denken denk denkt dacht dachten gedacht",
    "weten weet wist wisten geweten",
    "komen kom komt kwam kwamen gekomen",
    "gaan ga gaat ging gingen gegaan",
    "staan sta staat stond stonden gestaan",
    "zien zie ziet zag zagen gezien",
    "zeggen zeg zegt zeiden gezegd",
    "vragen vraag vraagt vroeg vroegen gevraagd",
    "helpen help helpt hielp hielpen geholpen",
    "houden houd houdt hield hielden gehouden",
    "laten laat liet lieten gelaten",
    "lopen loop loopt liep liepen gelopen",
    "blijven blijf blijft bleef bleven gebleven",
    "beslissen beslis beslist besliste beslisten",
    "kiezen kies kiest koos kozen gekozen",
    "leren leer leert leerde leerden geleerd",
    "delen deel deelt deelde deelden gedeeld",
    "stellen stel stelt stelde stelden gesteld",
    "maakt maak maakte maakten gemaakt",
    "luisteren luister luistert luisterde luisterden geluisterd",
    "falen faal faalt faalde faalden gefaald",
    "dienen dien dient diende dienden gediend",
    "vertrouwen vertrouw vertrouwt vertrouwde vertrouwden vertrouwd",
    "samenwerken samenwerk samenwerkt samenwerkte samengewerkt samenwerking",
    "organiseren organiseer organiseert organiseerde georganiseerd organisatie organisaties",
    "voeren voer voert voerde voerden gevoerd",
    "oogsten oogst oogstte geoogst",
    "luidt luiden luidde",
    "zoeken zoek zoekt zocht zochten gezocht",
    "brengen breng brengt bracht gebracht",
    "betekenen beteken betekent betekende",
    "gebruiken gebruik gebruikt gebruikte gebruikten",
    "toetsen toets toetst toetste getoetst",
    "melden meld meldt meldde gemeld",
    "wijzigen wijzig wijzigt wijzigde",
    "integriteit integer integere",
    "politiek politieke",
    "onafhankelijk onafhankelijkheid onafhankelijke",
    "neutraal neutrale neutraliteit",
    "transparant transparante transparantie",
    "ethiek ethisch ethische",
)

# A long word is taken apart only when every part is in this list, so that "overheid" stays whole.
COMPOUND_PARTS = _listed(
    """
    advies afdeling agenda ambtenaar antwoord apparaat argument avond baan beeld begeleider begroting
    belang beleid beoordeling beraad bericht beroep besluit bestuur bewijs bewindspersoon bijeenkomst boek
    bouwsteen brief bron bureau burger campagne casus coach college commissie communicatie controle
    conversatie crisis cultuur deel departement dialoog dienst digitaal dilemma directeur directie
    document doel doelgroep dossier eed eenheid ervaring ethiek evaluatie expert fase feit fout functie
    gang gedrag geheim geld gemeente geschiedenis gesprek gids groep handel handeling hoofd houding huis
    inspectie inspraak instelling integriteit jaar journalist kabinet kader kamer kans kant kennis keten
    keuze klacht klimaat klokkenluider kracht kring kritiek kunde kunst kwaliteit leer leider leiding lijn
    maat maatregel maatschappij macht manager markt media melding mens methode middag middel minister
    ministerie model moment moraal netwerk nieuws norm omgeving onderwijs onderzoek ontwerp opbrengst
    opdracht opdrachtgever opgave opleiding orgaan organisatie overheid overleg paragraaf partij partner
    pers persoon plan politiek positie praktijk probleem proces proef programma project publiek raad
    rapport recht reflectie regel regeling regering relatie risico rol ruimte samenwerking sector situatie
    spraak staat stad staf steun structuur systeem taak taal team tegenspraak tekst termijn thema toets
    toezicht traject uitvoering vak vakmanschap veiligheid verandering verantwoordelijkheid verantwoording
    vergadering verhaal verslag vertrouwen visie voorbeeld voorlichting voorstel vorm vraag waarde
    waarheid week werk werkgever werknemer werkvorm wet wetgeving wijk wijziging zaak zin zorg
    """
)
COMPOUND_LINKS = ("", "s", "e", "en", "n")
