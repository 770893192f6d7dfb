"""The rows of the table of routes about conversations, bouwstenen and rode draden."""

from tests.invariants.gates import READERS, REDACTIE, SIGNED_IN, WRITERS

INVITING = {
    "GET /gesprekken/<int:number>/aanmelden": WRITERS,
    "POST /gesprekken/<int:number>/aanmelden": WRITERS,
    "GET /gesprekken/<int:number>/agenda.ics": SIGNED_IN,
    "GET /gesprekken/<int:number>/berichten": WRITERS,
    "GET /gesprekken/<int:number>/berichten/<word>.eml": WRITERS,
    "GET /gesprekken/<int:number>/berichten/aanpassen": WRITERS,
    "POST /gesprekken/<int:number>/berichten/aanpassen": WRITERS,
    "GET /stellingen": SIGNED_IN,
    "GET /stellingen/nieuw": WRITERS,
    "POST /stellingen/nieuw": WRITERS,
    "GET /stellingen/<int:number>": SIGNED_IN,
    "POST /stellingen/<int:number>": WRITERS,
    "POST /stellingen/<int:number>/sluiten": WRITERS,
}
CONVERSATIONS = {
    "GET /gesprekken": SIGNED_IN,
    "GET /gesprekken/<int:number>": SIGNED_IN,
    "GET /gesprekken/<int:number>/bewerken": WRITERS,
    "POST /gesprekken/<int:number>/bewerken": WRITERS,
    "POST /gesprekken/<int:number>/taken": WRITERS,
    "POST /gesprekken/<int:number>/stap": WRITERS,
    "POST /gesprekken/<int:number>/code": WRITERS,
    "GET /gesprekken/<int:number>/vervolg": SIGNED_IN,
    "GET /gesprekken/<int:number>/wie": WRITERS,
    "POST /gesprekken/<int:number>/wie": WRITERS,
    "POST /gesprekken/<int:number>/wie/antwoord": WRITERS,
    "POST /gesprekken/<int:number>/wie/weg": WRITERS,
    "GET /begeleiders": SIGNED_IN,
    "POST /begeleiders": WRITERS,
    "POST /begeleiders/<int:availability_id>/weg": WRITERS,
    "GET /gespreksvormen": SIGNED_IN,
    "GET /gespreksvormen/<vorm>": SIGNED_IN,
    "GET /gespreksvormen/<vorm>/verbeteren": REDACTIE,
    "POST /gespreksvormen/<vorm>/verbeteren": REDACTIE,
    "POST /gespreksvormen/<vorm>/suggesties": WRITERS,
    "POST /gespreksvormen/suggesties/<int:suggestion_id>": REDACTIE,
    "GET /kettingreactie": SIGNED_IN,
    "GET /gesprekken/nieuw": WRITERS,
    "POST /gesprekken/nieuw": WRITERS,
}
SHEETS = {
    f"{method} /gesprekken/<int:number>/{sheet}{rest}": who
    for sheet in ("canvas", "model")
    for method, rest, who in (
        ("GET", "", SIGNED_IN),
        ("GET", ".svg", SIGNED_IN),
        ("GET", "/afdruk", SIGNED_IN),
        ("POST", "", WRITERS),
        ("POST", "/bewaren", WRITERS),
    )
}
GALLERY = {
    "GET /beeldverslag": SIGNED_IN,
    "POST /beeldverslag": WRITERS,
    "GET /beeldverslag/<int:picture_id>": WRITERS,
    "POST /beeldverslag/<int:picture_id>": WRITERS,
    "POST /beeldverslag/<int:picture_id>/delen": WRITERS,
    "POST /beeldverslag/<int:picture_id>/verplaatsen": WRITERS,
    "POST /beeldverslag/<int:picture_id>/weghalen": WRITERS,
    "POST /beeldverslag/reacties": WRITERS,
    "POST /beeldverslag/reacties/<int:reaction_id>": REDACTIE,
    "GET /gesprekken/<int:number>/beeldverslag": SIGNED_IN,
    "POST /gesprekken/<int:number>/beeldverslag": WRITERS,
}
BLOCK_STEPS = ("aanpassen", "heropenen", "intrekken", "opnemen", "parkeren", "samenvoegen")
BLOCKS = {
    "GET /bouwstenen": SIGNED_IN,
    "GET /bouwstenen/<int:number>": SIGNED_IN,
    "GET /bouwstenen/importeren": WRITERS,
    "GET /bouwstenen/kiezen": WRITERS,
    "POST /bouwstenen/importeren": WRITERS,
    "GET /redactie/bouwstenen": REDACTIE,
    "GET /volg": READERS,
    "GET /volg/<code>": READERS,
    **{
        f"{method} /bouwstenen/<int:number>/{step}": WRITERS
        for method in ("GET", "POST")
        for step in BLOCK_STEPS
    },
}
HOLDING = {
    "GET /gesprekken/<int:number>/rondje": WRITERS,
    "POST /gesprekken/<int:number>/rondje": WRITERS,
    "GET /gesprekken/<int:number>/rondje/uitslag": WRITERS,
    "GET /gesprekken/<int:number>/voeren": WRITERS,
    "GET /gesprekken/<int:number>/voeren/stand": WRITERS,
    "POST /gesprekken/<int:number>/voeren/klok": WRITERS,
    "POST /gesprekken/<int:number>/voeren/groepen": WRITERS,
    "POST /gesprekken/<int:number>/voeren/model": WRITERS,
    "GET /gesprekken/<int:number>/oogst": WRITERS,
    "POST /gesprekken/<int:number>/oogst/<int:block_number>": WRITERS,
    "POST /gesprekken/<int:number>/oogst/aanleveren": WRITERS,
    "POST /gesprekken/<int:number>/oogst/noteer": WRITERS,
    "POST /gesprekken/<int:number>/oogst/overnemen": WRITERS,
    "POST /gesprekken/<int:number>/oogst/samenvoegen": WRITERS,
}
THREADS = {
    "GET /dekking": SIGNED_IN,
    "GET /dilemmas": SIGNED_IN,
    "GET /dilemmas/<int:number>": SIGNED_IN,
    "POST /dilemmas/<int:number>": WRITERS,
    "GET /dilemmas/<int:number>/openen": REDACTIE,
    "POST /dilemmas/<int:number>/openen": REDACTIE,
    "POST /dilemmas/<int:number>/sluiten": REDACTIE,
    "GET /plaat": SIGNED_IN,
    "POST /plaat": SIGNED_IN,
    "GET /rode-draden": SIGNED_IN,
    "GET /rode-draden/<slug>": SIGNED_IN,
    "POST /rode-draden/<slug>/archief": REDACTIE,
    "GET /rode-draden/<slug>/bewerken": REDACTIE,
    "POST /rode-draden/<slug>/bewerken": REDACTIE,
    "POST /rode-draden/<slug>/bouwstenen": REDACTIE,
    "GET /rode-draden/nieuw": REDACTIE,
    "POST /rode-draden/nieuw": REDACTIE,
    "POST /rode-draden/voorstellen/<int:number>/weg": REDACTIE,
}
CONVERSING = {
    **INVITING,
    **CONVERSATIONS,
    **SHEETS,
    **GALLERY,
    **BLOCKS,
    **HOLDING,
    **THREADS,
}
