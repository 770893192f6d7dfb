"""What in a text may point at a person: a warning for who wrote it, never a refusal."""

from itertools import chain

from app.text.personal_data.kinds import Finding
from app.text.personal_data.names import KnownNames, find_names
from app.text.personal_data.numbers import find_citizen_numbers, find_emails, find_phones
from app.text.personal_data.plates import find_plates

NOBODY = KnownNames()


def find_personal_data(text: str, known: KnownNames = NOBODY) -> tuple[Finding, ...]:
    """Everything that was found, in the order of the text; where two overlap the surest one stays."""
    by_certainty = chain(
        find_emails(text),
        find_phones(text),
        find_citizen_numbers(text),
        find_plates(text),
        find_names(text, known),
    )
    taken = bytearray(len(text))
    kept = []
    for finding in by_certainty:
        if not any(taken[finding.start : finding.end]):
            taken[finding.start : finding.end] = b"\1" * (finding.end - finding.start)
            kept.append(finding)
    return tuple(sorted(kept, key=lambda finding: finding.start))
