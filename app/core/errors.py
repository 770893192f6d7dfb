"""Refusals of the domain: a code for the screen to translate, never a Dutch sentence."""


class DomainError(Exception):
    """A rule said no.

    `code` names the rule and is looked up in `web.messages`; `facts` fill in the sentence there.
    """

    status = 400

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Invalid(DomainError):
    """Something typed cannot be accepted as it is; `field` says where."""

    status = 422

    def __init__(self, code: str, *, field: str, **facts: object) -> None:
        super().__init__(code, **facts)
        self.field = field


class Forbidden(DomainError):
    """The actor lacks the permission or the distance (four eyes) this step needs."""

    status = 403


class NotFound(DomainError):
    """There is nothing here that the actor may see."""

    status = 404


class Conflict(DomainError):
    """Somebody else was first; nothing of the attempt was carried out."""

    status = 409
