"""A message as a file that a mail program opens, ready to be addressed and sent."""

from email.message import EmailMessage
from email.policy import SMTP

from app.conversations.inviting.messages.texts import MessageText

MEDIA_TYPE = "message/rfc822"


def as_eml(text: MessageText) -> bytes:
    """The message without sender and receivers; those are for whoever sends it.

    A subject is one line, whatever was in it: a line break there could begin a header of its own.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = " ".join(text.subject.split())
    mail["X-Unsent"] = "1"  # Outlook opens it to write in, instead of to read
    mail.set_content(text.body, cte="quoted-printable")
    return mail.as_bytes()
