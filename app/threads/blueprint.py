"""Everything about rode draden, the plaat and dilemmas answers under one name."""

from flask import Blueprint

bp = Blueprint("threads", __name__)
