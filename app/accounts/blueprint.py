"""Everything about accounts answers under one name."""

from flask import Blueprint

bp = Blueprint("accounts", __name__)
