"""The corridor: one short file per verb, each joining the rooms."""

from .survey import Survey

__all__ = ["Survey"]
