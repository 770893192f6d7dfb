"""Bouwstenen in a CSV file: a row each, under a header that names the columns."""

import csv
from io import StringIO

from app.building_blocks.importing.rows import NAMES, TEXT, FileRows, Row, number_in
from app.core.errors import Invalid
from app.text.slugs import slugify

DELIMITERS = ";,\t"


def read_table(text: str) -> FileRows:
    """Every row with words in it, by its line; a spreadsheet may part the cells by ; or , or a tab.

    Raises `Invalid` when no column holds the text.
    """
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = [slugify(name) for name in next(lines, [])]
        columns = [NAMES.get(name, "") for name in header]
        if TEXT not in columns:
            raise Invalid("import_without_text_column", field="inhoud")
        rows = [(lines.line_num, dict(zip(columns, cells, strict=False)), cells) for cells in lines]
    except csv.Error as error:
        raise Invalid("import_unreadable", field="inhoud") from error
    place = header.index("gesprek") if "gesprek" in header else None
    named = {number_in(cells[place]) for _, _, cells in rows if place is not None and place < len(cells)}
    return FileRows(
        tuple(Row(line, cells) for line, cells, raw in rows if any(cell.strip() for cell in raw)),
        named.pop() if len(named) == 1 else None,
    )
