"""A first survey out of replies alone: what their own tables name, count and pay, for a person to edit."""

from .draft import Draft, draft

__all__ = ["Draft", "draft"]
