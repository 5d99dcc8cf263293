"""A sentence cut into stretches, and which of them can restrict a figure.

`cutter` cuts it by its clauses; `apart`, `lateral`, `supplements` and `asides` tell, each by a rule of position,
which stretches say nothing of what a figure counts.
"""
