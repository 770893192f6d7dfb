"""Texts to try the dialect on: pieces that hypothesis puts together, and a parser that judges HTML."""

import re
from html.parser import HTMLParser

from hypothesis import strategies as st

_PIECES = [
    "- ", "* ", "1. ", "7) ", "> ", "    ", "  ", "\t", " ", "\n", "\n\n", "\r\n", "\r", "\u000b", "\u2028",
    "\u0000", "woord", "Een zin. ", "\u00e9", "\ud83d\ude00", "|", "| a | b |", "\n|---|:-:|\n", "---",
    "===", "***", "```", "~~~js", "~~", '!!! note "Titel"\n', "??? tip\n", "???+ x\n", ": ", "[^1]",
    "[^1]: ", "[a]: /pagina/b\n", "[a]", "<!--", "-->", "<div>", "</div>", "<script>", "</script>", "<b>",
    "# ", "### ", "[ ] ", "[x] ", "{{bouwsteen:1}}", "[[", "]]", "[[Pagina#Kop|tekst]]", "[[bouwsteen:12]]",
    "![x](", "[x](", ")", "`", "\\", "*", "**", "_", "&amp;", "&", "<", "https://voorbeeld.nl", "{:.x}",
    "javascript:alert(1)",
]  # fmt: skip
SOURCES = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join) | st.text(max_size=80)

HOSTILE = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg><a><set attributeName=href to=javascript:alert(1)>x</a></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--><img src=1 onerror=alert(1)>\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "[x](java&#115;cript:alert(1))",
    "[x](java\tscript:alert(1)) [y](\x01javascript:alert(1)) [z](vbscript:x)",
    "<javascript:alert(1)> [x]: javascript:alert(1)",
    "![x](data:text/html;base64,PHNjcmlwdD4=)",
    "# kop {onmouseover=alert(1) #csrf_token .btn hx-post=/beheer}",
    "<a href='javascript:alert(1)' style='position:fixed' class='own-btn' id='q'>x</a>",
    "<form action=https://evil.example><input name=x></form><base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe><object data=x></object><embed src=x>",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 \u0338 onmouseover=alert(1)",
    '``` "><img src=x onerror=alert(1)>\ncode\n```',
    "<![CDATA[<script>alert(1)</script>]]> <![x <!\x00> <?php echo 1 ?>",
    "<elementname@ onclick=alert(1)> <img/src=x/onerror=alert(1)>",
]  # fmt: skip

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_OUR_ID = re.compile(r"(?:kop|fn|fnref|zin|bouwsteen)-[a-z0-9-]+")
_OUR_CLASS = re.compile(r"[a-z]+(?:-[a-z]+)*(?:(?:__|--)[a-z]+)?")
_ACTIVE = frozenset(
    {
        "base",
        "button",
        "embed",
        "form",
        "frame",
        "iframe",
        "input",
        "link",
        "math",
        "meta",
        "noscript",
        "object",
    }
    | {"script", "select", "style", "svg", "template", "textarea", "title", "video", "audio"}
)
_ATTRIBUTES = frozenset(
    {"alt", "aria-label", "class", "colspan", "href", "id", "open", "rel", "role", "rowspan", "scope", "src"}
    | {"start", "tabindex", "title"}
)


class _Judge(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if _is_mark(tag, dict(attrs)):
            return
        if tag in _ACTIVE:
            self.faults.append(f"element {tag}")
        for name, value in attrs:
            if name not in _ATTRIBUTES or not _is_inert(name, value or ""):
                self.faults.append(f"{name}={value!r}")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"comment {data!r}")


def _is_mark(tag: str, values: dict[str, str | None]) -> bool:
    """The one button that a text may hold: it opens a bouwsteen below the text, and does nothing else."""
    opens = values.pop("popovertarget", None) or ""
    anchor = values.pop("id", None) or "bouwsteen-0"
    ours = re.fullmatch(r"bron-\d+", opens) and re.fullmatch(r"bouwsteen-\d+(?:-\d+)?", anchor)
    return tag == "button" and bool(ours) and values == {"class": "source-mark", "type": "button"}


def _is_inert(name: str, value: str) -> bool:
    address = re.sub(r"[\x00-\x20\x7f-\xa0]", "", value).lower()
    if name == "href":
        scheme = _SCHEME.match(address)
        return scheme is None or scheme.group(1) in ("http", "https", "mailto")
    if name == "src":
        return address.startswith("/") and not address.startswith(("//", "/\\"))
    if name == "id":
        return _OUR_ID.fullmatch(value) is not None
    return name != "class" or all(_OUR_CLASS.fullmatch(part) for part in value.split())


def faults(markup: str) -> list[str]:
    """What a browser would run, load or mistake for ours in this HTML, judged by another parser than ours."""
    judge = _Judge()
    judge.feed(markup)
    judge.close()
    return judge.faults
