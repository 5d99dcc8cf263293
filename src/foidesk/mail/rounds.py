"""What a letter of ours can be."""

from __future__ import annotations

ROUNDS = (
    "request", "correction", "clarification given", "fee paid", "reminder", "review asked", "regulator asked",
    "reply asked",
)  # fmt: skip
"""Each but the first goes out in the thread of the request."""
