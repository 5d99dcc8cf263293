"""The desk: the survey in the browser. A door like the command line, and no logic: each page asks the survey."""

from .running import Running, run

__all__ = ["Running", "run"]
