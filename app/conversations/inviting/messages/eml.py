"""A message as a file that a mail program opens, ready to be addressed and sent."""

from email.contentmanager import raw_data_manager
from email.header import Header
from email.message import EmailMessage
from email.policy import compat32

from app.conversations.inviting.messages.texts import MessageText

MEDIA_TYPE = "message/rfc822"
# The newer policies read a subject as if it came by mail: an encoded word in it (=?utf-8?q?a=0D=0ABcc:…?=) is
# decoded, and the line break in that begins a header of its own.
AS_WRITTEN = compat32.clone(linesep="\r\n")


def as_eml(text: MessageText) -> bytes:
    """The message without sender and receivers; those are for whoever sends it.

    A subject is one line, whatever was in it: a line break there could begin a header of its own.
    """
    mail = EmailMessage(policy=AS_WRITTEN)
    mail["Subject"] = Header(" ".join(text.subject.split()), "utf-8", header_name="Subject")
    mail["X-Unsent"] = "1"  # Outlook opens it to write in, instead of to read
    mail.set_content(text.body, cte="quoted-printable", content_manager=raw_data_manager)
    return mail.as_bytes()
