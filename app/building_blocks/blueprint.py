"""Everything about bouwstenen answers under one name."""

from flask import Blueprint

bp = Blueprint("building_blocks", __name__)
