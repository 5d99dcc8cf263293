"""What a letter of ours can be."""

from __future__ import annotations

ROUNDS = (
    "request", "correction", "clarification given", "reminder", "review asked", "regulator asked", "reply asked",
)  # fmt: skip
"""Each but the first goes out in the thread of the request."""
