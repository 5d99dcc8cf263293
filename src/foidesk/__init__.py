"""Run a Freedom of Information survey, and show the page that every number came from."""

__version__ = "0.1.0"
