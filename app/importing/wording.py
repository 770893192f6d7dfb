"""The Dutch sentences of an import: what the history keeps, and what the person who imports reads."""

from collections.abc import Iterator

from app.importing.kinds import Outcome, Refusal, Remark, Trouble
from app.importing.publishing import Notes
from app.importing.report import FileReport, Report

NOTES = Notes(
    changed="Het bestand is gewijzigd.",
    merged="De wijziging van het bestand is samengevoegd met de tekst op de pagina.",
    clash_reason=(
        "Het bestand waar deze pagina uit komt, is gewijzigd op een plek die op de pagina ook is gewijzigd."
        " Kies per plek welke tekst blijft staan."
    ),
)

REFUSED_TEXTS = {
    "text_too_long": Refusal.TEXT_TOO_LONG,
    "text_too_heavy": Refusal.TEXT_TOO_HEAVY,
}
"""What the rules of pages call these, and what an import does."""

UNKNOWN_AUTHOR = "Onbekende schrijver"

OUTCOMES = {
    Outcome.CREATED: "nieuwe pagina {address}",
    Outcome.REVISED: "nieuwe versie van {address}",
    Outcome.MERGED: "samengevoegd met {address}, waar collega's ook aan werkten",
    Outcome.PROPOSED: "botst met wat op de pagina is gewijzigd; de redactie kiest in {address}",
    Outcome.ARCHIVED: "weggehaald; {address} staat in het archief",
    Outcome.PRESENT: "{address} had deze tekst al",
    Outcome.UNCHANGED: "niet gewijzigd, blijft {address}",
    Outcome.REFUSED: "NIET ingelezen: {reason}",
}

REFUSALS = {
    Refusal.NOT_UTF8: "regel {fact} is geen UTF-8. Sla het bestand op als UTF-8.",
    Refusal.HOLDS_NUL: "er staan NUL-tekens in; dit is geen tekstbestand.",
    Refusal.TOO_LARGE: "het bestand is {fact} MB; meer dan 1 MB tekst lezen we niet.",
    Refusal.UNREADABLE: "het bestand kan niet worden geopend. Controleer de rechten.",
    Refusal.LEAVES_FOLDER: "het is een koppeling naar een plek buiten de map.",
    Refusal.FRONT_MATTER_BROKEN: "de kop tussen de streepjes is geen goede YAML{line}.",
    Refusal.FRONT_MATTER_OPEN: "de kop begint met --- maar er staat geen --- onder.",
    Refusal.FRONT_MATTER_TOO_LARGE: "de kop is langer dan {fact} tekens.",
    Refusal.TEXT_TOO_LONG: "de tekst is langer dan 200.000 tekens. Knip het bestand in delen.",
    Refusal.TEXT_TOO_HEAVY: "de tekst kan niet op tijd worden opgemaakt. Maak de opmaak eenvoudiger.",
    Refusal.MOVED_ON: "de pagina werd net gewijzigd. Lees de map nog een keer in.",
}

REMARKS = {
    Remark.TITLE_SHARED: "de titel “{fact}” komt vaker voor; het adres volgt daarom de plek van het bestand",
    Remark.TITLE_CUT: "de titel is ingekort tot 150 tekens",
    Remark.LEAD_CUT: "de samenvatting is ingekort tot 400 tekens",
    Remark.TOPIC_UNKNOWN: "het thema “{fact}” bestaat niet en is weggelaten",
    Remark.CHAPTER_UNKNOWN: "het hoofdstuk “{fact}” bestaat niet; de pagina staat buiten de gids",
    Remark.SCRIPT_LEFT_OUT: "{fact} is weggelaten, met wat erin stond",
    Remark.MODULE_LINES_LEFT_OUT: "programmaregel weggelaten: {fact}",
    Remark.COMPONENT_LEFT_OUT: "onderdeel {fact} weggelaten; tekst die erin stond, bleef staan",
    Remark.ADMONITION_NOT_CLOSED: "het kader “{fact}” wordt nergens gesloten en bleef staan zoals het was",
    Remark.LINK_MISSING: "link naar {fact}: dat bestaat niet in deze map; alleen de woorden bleven staan",
    Remark.LINK_LEAVES_FOLDER: "link naar {fact}: dat ligt buiten de map; alleen de woorden bleven staan",
    Remark.LINK_UNSAFE: "link naar {fact}: zulke links staan we niet toe; alleen de woorden bleven staan",
    Remark.LINK_TO_FILE: "link naar {fact}: zo’n bestand bewaren we niet; alleen de woorden bleven staan",
    Remark.HEADING_MISSING: "link naar {fact}: die kop bestaat niet",
    Remark.PICTURE_MISSING: "afbeelding {fact} is er niet; de beschrijving staat er nu als tekst",
    Remark.PICTURE_REFUSED: (
        "afbeelding {fact} is geen PNG, JPEG, GIF of WebP van hoogstens 5 MB;"
        " de beschrijving staat er nu als tekst"
    ),
    Remark.PICTURE_ELSEWHERE: "afbeelding {fact} staat op een andere site en wordt een link",
    Remark.PICTURE_WITHOUT_ALT: "er is een afbeelding zonder beschrijving",
    Remark.VERSIONS: "versies overgenomen: {fact}",
    Remark.STEP_UNREADABLE: "de tekst van commit {fact} kan niet worden gelezen; die versie is overgeslagen",
    Remark.FRONT_MATTER_PASSED_OVER: (
        "de kop tussen de streepjes van commit {fact} is geen goede YAML en is overgeslagen"
    ),
}

COUNTED = {
    Outcome.CREATED: "{count} nieuw",
    Outcome.REVISED: "{count} nieuwe versie",
    Outcome.MERGED: "{count} samengevoegd",
    Outcome.PROPOSED: "{count} als voorstel naar de redactie",
    Outcome.ARCHIVED: "{count} in het archief",
    Outcome.PRESENT: "{count} stond er al",
    Outcome.UNCHANGED: "{count} niet gewijzigd",
    Outcome.REFUSED: "{count} niet ingelezen",
}
TROUBLES = {
    Trouble.NO_GIT: "Het programma git is niet gevonden. Installeer git.",
    Trouble.NOT_A_HISTORY: (
        "{source} is geen git-bundel en geen map met een git-geschiedenis, of er ontbreekt een deel."
    ),
    Trouble.NO_HEAD: "In {source} is niet te vinden welke versie de nieuwste is (HEAD).",
    Trouble.TOO_LARGE: "{source} is groter dan 1 GB.",
    Trouble.TOO_MANY_COMMITS: "In {source} staan meer dan {fact} commits; zo veel lezen we er niet.",
    Trouble.TOO_SLOW: "Het lezen van {source} duurt te lang.",
}
NO_PAGES = "In {source} staan geen Markdown-bestanden."
NO_FOLDER = "De map {folder} bestaat niet."
NO_FILES = "In de map {folder} staan geen Markdown-bestanden."
NOTHING_IMPORTED = "Geen enkel bestand kon worden ingelezen."


def lines(report: Report) -> Iterator[str]:
    """The whole report: a line per file, a line under it for each remark, and the counts."""
    for file in report.files:
        yield f"{printable(file.path)}: {_outcome(file)}"
        for finding in file.findings:
            yield f"  - {REMARKS[finding.remark].format(fact=printable(finding.fact))}"
    counts = report.counts
    parts = [COUNTED[outcome].format(count=counts[outcome]) for outcome in Outcome if counts[outcome]]
    yield f"Bestanden: {len(report.files)} ({', '.join(parts)})."


def printable(text: str) -> str:
    """A text from outside, without the signs that would steer a terminal."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def _outcome(file: FileReport) -> str:
    reason = ""
    if file.refusal:
        line = f" (regel {file.fact})" if file.fact else ""
        reason = REFUSALS[file.refusal].format(fact=file.fact, line=line)
    return OUTCOMES[file.outcome].format(address=file.address, reason=reason)
