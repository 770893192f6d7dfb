"""Bouwstenen in a CSV file: a row each, under a header that names the columns."""

import csv
from io import StringIO

from app.building_blocks.importing.rows import NAMES, TEXT, FileRows, Row
from app.building_blocks.kinds import FilePlace
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
        columns = [NAMES.get(slugify(name), "") for name in next(lines, [])]
        if TEXT not in columns:
            raise Invalid("import_without_text_column", field="inhoud")
        rows = [
            Row(lines.line_num, dict(zip(columns, cells, strict=False)))
            for cells in lines
            if any(cell.strip() for cell in cells)
        ]
    except csv.Error as error:
        raise Invalid("import_unreadable", field="inhoud") from error
    return FileRows(tuple(rows), FilePlace.ROW)
