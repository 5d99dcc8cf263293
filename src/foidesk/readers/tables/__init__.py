"""The table finder: from the words and rules of a page to its tables, without a picture and without a model.

A staircase of small pure steps, each of which can be drawn (`steps.py`):
ink → lines → rules → lattice → ruled tables; what is left → blocks → columns → rows → unruled tables.
"""
