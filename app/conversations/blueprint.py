"""Everything about conversations answers under one name."""

from flask import Blueprint

bp = Blueprint("conversations", __name__)
