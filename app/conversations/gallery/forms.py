"""The forms of a beeldverslag: a picture with its words, and what somebody misses."""

from dataclasses import dataclass, field

from flask import Request

from app.conversations.gallery import rules
from app.conversations.gallery.queries import ShownPicture
from app.conversations.gallery.rules import PictureWords
from app.conversations.gallery.service import SentFile
from app.core.submissions import new_key
from app.web.forms import FormReader
from app.web.naming import CONFIRMED

FIELDS = {
    "file": "bestand",
    "alt": "beschrijving",
    "caption": "bijschrift",
    "story": "verhaal",
    "text": "reactie",
}
"""What the rules call a field, and its name in the page."""
NO_WORDS = PictureWords("", decorative=False, caption="", story="")


@dataclass(frozen=True, slots=True)
class TypedPicture:
    """Everything in the form of a picture, as it was typed; `seen` are the words that it showed."""

    words: PictureWords = NO_WORDS
    seen: str = ""
    confirmed: bool = False
    key: str = field(default_factory=new_key)

    @property
    def texts(self) -> dict[str, str]:
        """What colleagues will read, by the name of its field in the page."""
        words = self.words
        return {"beschrijving": words.alt, "bijschrift": words.caption, "verhaal": words.story}


@dataclass(frozen=True, slots=True)
class TypedReaction:
    """A reaction or an answer to one, as it was typed."""

    text: str = ""
    confirmed: bool = False
    key: str = field(default_factory=new_key)


def read_picture(reader: FormReader) -> TypedPicture:
    """The words with a picture."""
    words = PictureWords(
        reader.text("beschrijving", limit=rules.ALT_LIMIT),
        reader.flag("decoratief"),
        reader.line("bijschrift", limit=rules.CAPTION_LIMIT),
        reader.text("verhaal", limit=rules.STORY_LIMIT),
    )
    key = reader.line("sleutel") or new_key()
    return TypedPicture(words, reader.line("gezien"), reader.flag(CONFIRMED), key)


def picture_as_it_is(picture: ShownPicture) -> TypedPicture:
    """The form with the words of now."""
    return TypedPicture(picture.words, picture.words.fingerprint)


def read_file(request: Request) -> SentFile | None:
    """The chosen file, if any; an empty one is a file too, and is refused as such."""
    sent = request.files.get("bestand")
    return SentFile(sent.read(), sent.filename) if sent and sent.filename else None


def read_reaction(reader: FormReader) -> TypedReaction:
    """What somebody misses, or the answer."""
    text = reader.text("reactie", limit=rules.REACTION_LIMIT)
    return TypedReaction(text, reader.flag(CONFIRMED), reader.line("sleutel") or new_key())
