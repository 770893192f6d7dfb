"""Every refusal in a Dutch sentence: what happened, what is kept, what to do.

`code:field` says it better for one field than `code` alone. Facts of an error stand between braces.
"""

from datetime import datetime, timedelta

from app.web.dates import clock_time
from app.web.numbers import number_nl

MESSAGES: dict[str, str] = {
    # Any form
    "required": "Vul dit in.",
    "required:titel": "Vul een titel in.",
    "required:email": "Vul je e-mailadres in.",
    "required:wachtwoord": "Vul je wachtwoord in.",
    "too_long": "Dit is te lang: {length} tekens, er passen er {limit}. Maak het korter; het staat er nog.",
    "unknown_choice": "Deze keuze bestaat niet (meer). Kies opnieuw.",
    "resumed": "Er is nog niets verstuurd. Wat je had getypt, staat hieronder. Kijk het na en verstuur.",
    # Permissions and tokens
    "not_allowed": "Je account heeft hier geen rechten voor. Er is niets veranderd.",
    "form_expired": "We konden niet nagaan of dit formulier van jou kwam. Er is niets verstuurd.",
    "session_expired": "Er is nog niets verstuurd. Meld je aan: wat je had getypt, gaat mee.",
    "not_sent": "Je bent aangemeld. Wat je net deed, is nog niet verstuurd. Doe het nog een keer.",
    "kept_here": "Je bent aangemeld. Wat je had getypt, is nog niet verstuurd. Kopieer het hieronder.",
    "signed_out": "Je bent afgemeld.",
    # Failures
    "failure": "Dit ligt niet aan jou. We hebben het opgeschreven onder nummer {reference}.",
    "unreachable": "De gids kan even niets opslaan. Er is niets veranderd. Probeer het over een minuut.",
    # Signing in
    "wrong_password": "Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze na en probeer opnieuw.",
    "too_many_attempts": "Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het weer om {until}.",
    # Accounts
    "unusable_email": "Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.nl.",
    "email_taken": "Er is al een account met dit e-mailadres.",
    "password_too_short": "Dit wachtwoord is te kort. Kies er een van ten minste {minimum} tekens.",
    "password_too_long": "Dit wachtwoord is te lang. Kies er een van ten hoogste {maximum} tekens.",
    "account_unknown": "Er is geen account met dit e-mailadres.",
}


def message(code: str, **facts: object) -> str:
    """The sentence for a code."""
    return MESSAGES[code].format(**{name: _in_words(fact) for name, fact in facts.items()})


def field_message(field: str, code: str, **facts: object) -> str:
    """The sentence for a code at a field: the field's own when there is one."""
    own = f"{code}:{field}"
    return message(own if own in MESSAGES else code, **facts)


def _in_words(fact: object) -> object:
    """A moment is one to wait for: the minute after it."""
    if isinstance(fact, datetime):
        return f"{clock_time(fact + timedelta(minutes=1))} uur"
    return number_nl(fact) if type(fact) is int else fact
