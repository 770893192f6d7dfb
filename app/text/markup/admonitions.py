"""The kinds of admonition: how they look and what they are called when the author gives no title."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AdmonitionLook:
    """The full class name (the stylesheet is built from the names it finds here) and the title."""

    cls: str
    title: str


_NOTE = AdmonitionLook("admonition--note", "Opmerking")
_TIP = AdmonitionLook("admonition--tip", "Tip")
_INFO = AdmonitionLook("admonition--info", "Informatie")
_ATTENTION = AdmonitionLook("admonition--warning", "Let op")
_WARNING = AdmonitionLook("admonition--warning", "Waarschuwing")
_DANGER = AdmonitionLook("admonition--danger", "Gevaar")
_EXAMPLE = AdmonitionLook("admonition--example", "Voorbeeld")
_QUESTION = AdmonitionLook("admonition--question", "Vraag")
_QUOTE = AdmonitionLook("admonition--quote", "Citaat")
_SUCCESS = AdmonitionLook("admonition--success", "Gelukt")
_SUMMARY = AdmonitionLook("admonition--info", "Samenvatting")

_LOOKS = {
    "note": _NOTE,
    "opmerking": _NOTE,
    "seealso": AdmonitionLook("admonition--note", "Zie ook"),
    "tip": _TIP,
    "hint": _TIP,
    "info": _INFO,
    "informatie": _INFO,
    "todo": AdmonitionLook("admonition--info", "Nog te doen"),
    "abstract": _SUMMARY,
    "summary": _SUMMARY,
    "samenvatting": _SUMMARY,
    "important": AdmonitionLook("admonition--warning", "Belangrijk"),
    "belangrijk": AdmonitionLook("admonition--warning", "Belangrijk"),
    "attention": _ATTENTION,
    "caution": _ATTENTION,
    "let-op": _ATTENTION,
    "warning": _WARNING,
    "waarschuwing": _WARNING,
    "danger": _DANGER,
    "error": _DANGER,
    "gevaar": _DANGER,
    "example": _EXAMPLE,
    "voorbeeld": _EXAMPLE,
    "dilemma": AdmonitionLook("admonition--question", "Dilemma"),
    "question": _QUESTION,
    "help": _QUESTION,
    "faq": _QUESTION,
    "vraag": _QUESTION,
    "quote": _QUOTE,
    "cite": _QUOTE,
    "citaat": _QUOTE,
    "success": _SUCCESS,
    "check": _SUCCESS,
}


def admonition_look(name: str) -> AdmonitionLook:
    """How an admonition of this type looks; one we do not know looks like a note and bears its own name."""
    return _LOOKS.get(name) or AdmonitionLook(
        _NOTE.cls, name.replace("-", " ").replace("_", " ").capitalize()
    )
