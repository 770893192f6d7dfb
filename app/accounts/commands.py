"""Accounts from the command line: the way to make the first one."""

import sys

import click
from flask.cli import AppGroup

from app.accounts.queries import all_accounts
from app.accounts.service import add_account, deactivate_account, stored_password
from app.core.db import unit_of_work
from app.core.errors import DomainError
from app.core.permissions import Role

accounts = AppGroup("accounts", help="Accounts: add, list, deactivate.")

REFUSALS = {
    "name_missing": "The name is empty.",
    "unusable_email": "That is not an e-mail address.",
    "email_taken": "There is an account with that e-mail address.",
    "password_too_short": "The password is too short: at least {minimum} characters.",
    "password_too_long": "The password is too long: at most {maximum} characters.",
    "account_unknown": "There is no account with that e-mail address.",
}


@accounts.command("add")
@click.option("--name", required=True, help="The name that colleagues see.")
@click.option("--email", required=True, help="The address to sign in with.")
@click.option(
    "--role", "roles", multiple=True, required=True, type=click.Choice([role.value for role in Role]),
    help="May be given more than once.",
)  # fmt: skip
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
def add(name: str, email: str, roles: tuple[str, ...], password_stdin: bool) -> None:
    """Make an account; asks for the password."""
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        stored = stored_password(password)
        with unit_of_work():
            add_account(name, email, {Role(role) for role in roles}, password_hash=stored)
    except DomainError as error:
        raise _refusal(error) from error
    click.echo(f"Made an account for {email}.")


@accounts.command("list")
def list_accounts() -> None:
    """Show every account with its roles."""
    for account in all_accounts():
        roles = ", ".join(sorted(account.person.roles)) or "no role"
        state = "" if account.active else " (not active)"
        click.echo(f"{account.email or 'no address'}\t{account.person.name}\t{roles}{state}")


@accounts.command("deactivate")
@click.option("--email", required=True)
def deactivate(email: str) -> None:
    """Close an account and end its sessions; what it wrote stays."""
    try:
        with unit_of_work():
            deactivate_account(email)
    except DomainError as error:
        raise _refusal(error) from error
    click.echo(f"Closed the account of {email}.")


def _refusal(error: DomainError) -> click.ClickException:
    return click.ClickException(REFUSALS[error.code].format(**error.facts))
