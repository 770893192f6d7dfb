"""Writes differences as an edited manuscript that reads without colour and by a screen reader.

Every text goes through `escape`; the only tags are those written here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from markupsafe import Markup, escape

from app.text.blocks import BlockKind
from app.text.comparing.layout import Fold, Layout, Place, lay_out
from app.text.comparing.words import PARAGRAPH_END, WordOp, WordRun
from app.text.differences import BlockChange, ChangeKind

_LABELS = {
    BlockKind.HEADING: "Kop",
    BlockKind.LIST_ITEM: "Punt van een lijst",
    BlockKind.TABLE_HEAD: "Bovenste rij van een tabel",
    BlockKind.TABLE_ROW: "Rij van een tabel",
    BlockKind.ADMONITION: "Kader",
    BlockKind.CODE: "Code",
    BlockKind.HTML: "HTML",
    BlockKind.RULE: "Streep",
    BlockKind.DEFINITION_TERM: "Begrip",
    BlockKind.DEFINITION: "Uitleg bij een begrip",
    BlockKind.FOOTNOTE: "Voetnoot",
    BlockKind.EMBED: "Bouwsteen",
}
_CLASSES = {
    ChangeKind.SAME: "diff-block diff-block--same",
    ChangeKind.CHANGED: "diff-block diff-block--changed",
    ChangeKind.INSERTED: "diff-block diff-block--inserted",
    ChangeKind.REMOVED: "diff-block diff-block--removed",
    ChangeKind.MOVED: "diff-block diff-block--moved",
    ChangeKind.MOVED_AWAY: "diff-block diff-block--moved",
    ChangeKind.SPLIT: "diff-block diff-block--changed",
    ChangeKind.JOINED: "diff-block diff-block--changed",
}
_WITHOUT_WORDS = {
    ChangeKind.INSERTED: "onderdeel zonder tekst ingevoegd",
    ChangeKind.REMOVED: "onderdeel zonder tekst verwijderd",
}
_NO_DIFFERENCES = '<p class="diff-note">Geen verschillen.</p>'
_INSERTED = ('<ins class="diff-ins">', "ingevoegd: ", " einde invoeging", "</ins>")
_REMOVED = ('<del class="diff-del">', "verwijderd: ", " einde verwijdering", "</del>")


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands under each block; one for which `holds` is true is kept in sight."""

    write: Callable[[BlockChange], Markup]
    holds: Callable[[BlockChange], bool]


@dataclass(frozen=True, slots=True)
class _Look:
    """How blocks are written; `lines` says that they are lines of source text."""

    lines: bool = False
    margin: Margin | None = None

    def layout(self, changes: Sequence[BlockChange], context: int) -> Layout:
        return lay_out(changes, context=context, keep=self.margin.holds if self.margin else None)


def inline_html(
    changes: Sequence[BlockChange], *, lines: bool = False, context: int = 2, margin: Margin | None = None
) -> Markup:
    """The differences as one text, with what went and what came in place.

    What is further than `context` blocks from a change is folded. `lines` is for the
    differences of source texts: their blocks are lines.
    """
    look = _Look(lines, margin)
    parts = (
        _fold(entry, look) if isinstance(entry, Fold) else _block(entry, look)
        for entry in look.layout(changes, context)
    )
    body = (
        "".join(parts) if any(change.kind is not ChangeKind.SAME for change in changes) else _NO_DIFFERENCES
    )
    return Markup(f'<div class="diff">{body}</div>')  # noqa: S704 - every text in it is escaped


def side_by_side_html(
    changes: Sequence[BlockChange],
    *,
    old_label: str,
    new_label: str,
    context: int = 2,
    margin: Margin | None = None,
) -> Markup:
    """The differences as a table of two columns, the old text under `old_label`, the new under `new_label`.

    Each cell carries its column's label, so that the table can be read as one column on a narrow screen.
    """
    if all(change.kind is ChangeKind.SAME for change in changes):
        return inline_html(changes, margin=margin)
    labels = (str(escape(old_label)), str(escape(new_label)))
    head = "".join(f'<th scope="col" role="columnheader">{label}</th>' for label in labels)
    look = _Look(margin=margin)
    rows = "".join(_row(entry, labels, look) for entry in look.layout(changes, context))
    return Markup(  # noqa: S704 - every text in it is escaped
        '<table class="diff diff-side" role="table">'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _row(entry: Fold | Place, labels: tuple[str, str], look: _Look) -> str:
    if isinstance(entry, Fold):
        return f'<tr role="row"><td colspan="2" role="cell">{_fold(entry, look)}</td></tr>'
    kind = entry.change.kind
    has_old = bool(entry.change.old_indexes) and kind is not ChangeKind.MOVED
    has_new = bool(entry.change.new_indexes) and kind is not ChangeKind.MOVED_AWAY
    plain = _Look(look.lines)
    old = _side(entry, WordOp.REMOVED, plain if has_new else look) if has_old else ""
    new = _side(entry, WordOp.INSERTED, look) if has_new else ""
    cells = "".join(
        f'<td role="cell" data-label="{label}">{cell}</td>'
        for label, cell in zip(labels, (old, new), strict=True)
    )
    return f'<tr role="row">{cells}</tr>'


def _side(entry: Place, shown: WordOp, look: _Look) -> str:
    """One of the two texts of a block; the words that are not in the other one are marked."""
    old_side = shown is WordOp.REMOVED
    runs = [run._replace(new="") if old_side else run._replace(old="") for run in entry.change.words]
    return _in_block(entry, _words(runs), look)


def _block(entry: Place, look: _Look) -> str:
    if entry.change.kind is ChangeKind.MOVED_AWAY:
        return _in_block(entry, str(escape(_excerpt(entry.change.old_text))), _Look(look.lines))
    return _in_block(entry, _words(entry.change.words), look)


def _excerpt(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rsplit(' ', 1)[0]} …"


def _in_block(entry: Place, words: str, look: _Look) -> str:
    notes = _notes(entry, lines=look.lines)
    note = f'<p class="diff-note">{" · ".join(notes)}</p>' if notes else ""
    margin = look.margin.write(entry.change) if look.margin else ""
    element = _element(entry.change.block, words)
    return f'<div class="{_CLASSES[entry.change.kind]}">{note}{element}{margin}</div>'


def _element(kind: BlockKind, words: str) -> str:
    if not words:
        return ""
    if kind is BlockKind.HEADING:
        return f"<p><strong>{words}</strong></p>"
    if kind is BlockKind.LIST_ITEM:
        return f"<ul><li>{words}</li></ul>"
    if kind in (BlockKind.CODE, BlockKind.HTML):
        return f"<pre><code>{words}</code></pre>"
    return f"<p>{words}</p>"


def _notes(entry: Place, *, lines: bool) -> list[str]:
    change = entry.change
    notes = [_LABELS[change.block]] if change.block in _LABELS and not lines else []
    if change.kind is ChangeKind.MOVED:
        notes.append(f"verplaatst van {'verderop' if entry.is_upward else 'eerder'} in de tekst")
    elif change.kind is ChangeKind.MOVED_AWAY:
        notes.append(f"verplaatst naar {'eerder' if entry.is_upward else 'verderop'} in de tekst")
    elif change.kind is ChangeKind.SPLIT:
        notes.append(f"gesplitst in {len(change.new_indexes)}")
    elif change.kind is ChangeKind.JOINED:
        notes.append(f"samengevoegd uit {len(change.old_indexes)}")
    elif not change.words and change.kind in _WITHOUT_WORDS:
        notes.append(_WITHOUT_WORDS[change.kind])
    if change.formatting:
        notes.append("alleen spaties gewijzigd" if lines else "opmaak of koppeling gewijzigd")
    return notes


def _words(runs: Sequence[WordRun]) -> str:
    parts: list[str] = []
    for run, following in zip_longest(runs, runs[1:]):
        if run.op is WordOp.SAME:
            parts.append(_text(_kept(run, following)))
            continue
        parts += (_marked(run.old, _REMOVED), _marked(run.new, _INSERTED))
    return "".join(parts)


def _kept(run: WordRun, following: WordRun | None) -> str:
    """Words that stay, with the white space of the text after them; a column has but one text."""
    before_removal = following is not None and following.op is WordOp.REMOVED
    texts = (run.old, run.new) if before_removal else (run.new, run.old)
    return texts[0] or texts[1]


def _marked(text: str, marks: tuple[str, str, str, str]) -> str:
    """The words as removed or inserted; for the ear it says where that begins and ends."""
    words = text.rstrip(" ")
    if not words:
        return text
    begin, before, after, end = marks
    begin += f'<span class="visually-hidden">{before}</span>'
    end = f'<span class="visually-hidden">{after}</span>{end}'
    return f"{begin}{_text(words)}{end}{text[len(words) :]}"


def _text(text: str) -> str:
    return str(escape(text)).replace(PARAGRAPH_END, "¶<br>")


def _fold(fold: Fold, look: _Look) -> str:
    one, more = ("regel", "regels") if look.lines else ("alinea", "alinea's")
    count = len(fold.places)
    summary = f"1 ongewijzigde {one}" if count == 1 else f"{count} ongewijzigde {more}"
    body = "".join(_block(place, look) for place in fold.places)
    return f'<details class="diff-fold"><summary>{summary}</summary>{body}</details>'
