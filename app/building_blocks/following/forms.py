"""The code of a conversation, as somebody typed it over or opened it from a picture."""

from werkzeug.datastructures import MultiDict

from app.conversations.codes import read_code

CODE = "code"


def typed_code(args: MultiDict[str, str]) -> tuple[str, str | None]:
    """What was typed, and the code that it means."""
    typed = args.get(CODE, "")[:40].strip()
    return typed, read_code(typed)


def meant_code(written: str) -> str | None:
    """The code in an address, in whatever spelling; None when it cannot be one."""
    return read_code(written)
