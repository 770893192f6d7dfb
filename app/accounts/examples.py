"""The invented people of a try-out: one click signs in as one of them, and only there do they exist."""

from dataclasses import dataclass

from app.core.permissions import Role


@dataclass(frozen=True, slots=True)
class ExamplePerson:
    """Somebody to be in a try-out; `key` is what the button sends."""

    key: str
    description: str
    name: str
    role: Role

    @property
    def email(self) -> str:
        """An address that can never receive mail."""
        return f"{self.key}@voorbeeld.invalid"


EXAMPLE_PEOPLE = (
    ExamplePerson("lezer", "Lezer", "Lotte Lezer (voorbeeld)", Role.READER),
    ExamplePerson("medewerker", "Medewerker", "Mees Medewerker (voorbeeld)", Role.MEMBER),
    ExamplePerson("tweede-medewerker", "Tweede medewerker", "Maryam Medewerker (voorbeeld)", Role.MEMBER),
    ExamplePerson("redacteur", "Redacteur", "Roos Redacteur (voorbeeld)", Role.EDITOR),
    ExamplePerson("tweede-redacteur", "Tweede redacteur", "Rachid Redacteur (voorbeeld)", Role.EDITOR),
    ExamplePerson("beheerder", "Beheerder", "Bo Beheerder (voorbeeld)", Role.ADMIN),
)


def example_person(key: str) -> ExamplePerson | None:
    """The example person behind a button."""
    return next((person for person in EXAMPLE_PEOPLE if person.key == key), None)
