"""The signs by which a line opens a block or a container. Every pattern takes linear time on any line."""

import re

_FAR = 100
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?")
BULLET = re.compile(r"([ \t]*)([-*+])(?=[ \t]|$)")
NUMBER = re.compile(r"([ \t]*)(\d{1,9})[.)](?=[ \t]|$)")
TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
FENCE = re.compile(r"[ \t]*(?:(`{3,})([^`]*)|(~{3,})(.*))$")
HEADING = re.compile(r"[ \t]{0,3}(#{1,6})(?=[ \t]|$)")
RULE = re.compile(r"[ \t]{0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
UNDERLINE = re.compile(r"[ \t]{0,3}(={2,}|-{2,})[ \t]*$")
DELIMITER_ROW = re.compile(r"[ \t]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
ADMONITION = re.compile(
    r"[ \t]{0,3}(!!!|\?\?\?\+?)[ \t]*([A-Za-z][\w-]*)(?:[ \t]+[\w-]+)*(?:[ \t]+\"([^\"]*)\")?[ \t]*$"
)
FOOTNOTE = re.compile(r"[ \t]{0,3}\[\^([^\[\]\s]{1,80})\]:[ \t]*")
DEFINITION = re.compile(r"[ \t]{0,3}:[ \t]+(?=\S)")
REFERENCE = re.compile(
    r"[ \t]{0,3}\[([^\[\]]{1,200})\]:[ \t]*(<[^<>]*>|\S+)"
    r"(?:[ \t]+(?:\"([^\"]*)\"|'([^']*)'|\(([^()]*)\)))?[ \t]*$"
)
EMBED = re.compile(r"[ \t]{0,3}\{\{[ \t]*bouwsteen:(\d{1,9})[ \t]*\}\}[ \t]*$")
COMMENT = re.compile(r"[ \t]*<!--")
RAW_ELEMENT = re.compile(r"[ \t]{0,3}<(script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE)
RAW_ELEMENT_END = re.compile(r"</(?:script|pre|style|textarea)\s*>", re.IGNORECASE)
BLOCK_TAG = re.compile(
    r"[ \t]*(?:</?(?:address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir"
    r"|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li"
    r"|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th"
    r"|thead|title|tr|track|ul)(?=[\s/>]|$)|<\?|<!)",
    re.IGNORECASE,
)
TAG_AROUND_MARKDOWN = re.compile(r"[ \t]*<[A-Za-z][\w.-]*\s(?:[^<>]*\s)?markdown(?:=[^<>]*)?>[ \t]*$")
LONE_TAG = re.compile(r"[ \t]*(?:<[A-Za-z][\w.-]*(?:\s[^<>]*)?/?>|</[A-Za-z][\w.-]*\s*>)[ \t]*$")


def indent_of(source: str, start: int, end: int) -> int:
    """The columns of white space the line opens with, up to a hundred; a tab goes to a multiple of four."""
    columns = 0
    for position in range(start, min(end, start + _FAR)):
        if source[position] == " ":
            columns += 1
        elif source[position] == "\t":
            columns += 4 - columns % 4
        else:
            break
    return columns


def skip_columns(source: str, start: int, end: int, limit: int) -> int:
    """The position after at most `limit` columns of white space; a tab is never split."""
    columns, position = 0, start
    while position < end and columns < limit and source[position] in " \t":
        columns += 1 if source[position] == " " else 4 - columns % 4
        position += 1
    return position


def skip_space(source: str, start: int, end: int) -> int:
    """The position of the first character that is not a space or tab."""
    while start < end and source[start] in " \t":
        start += 1
    return start
