"""Who can get in somewhere, as the rows of the table of routes name it."""

IN, SIGN_IN, NO = "in", "asked to sign in", "refused"

#                   anonymous  lezer  medewerker  redacteur  beheerder
EVERYBODY = (       IN,        IN,    IN,         IN,        IN)  # fmt: skip
READERS = EVERYBODY  # but asked to sign in where READ_ACCESS=signed_in
SIGNED_IN = (       SIGN_IN,   IN,    IN,         IN,        IN)  # fmt: skip
WRITERS = (         SIGN_IN,   NO,    IN,         IN,        IN)  # fmt: skip
REDACTIE = (        SIGN_IN,   NO,    NO,         IN,        NO)  # fmt: skip
