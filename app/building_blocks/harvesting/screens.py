"""What the screens of holding and harvesting have in common."""

from app.conversations.holding.screens import edited_conversation

__all__ = ["edited_conversation"]
