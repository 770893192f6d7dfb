"""Bouwstenen over HTTP."""

from app.building_blocks.blueprint import bp

__all__ = ["bp"]
