"""The small numbers and places in an order that patterns look for, in words; and what a body calls itself."""

from __future__ import annotations

from .terms import terms

FEW = terms("one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve")
FEW_GERMAN = terms("eins | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf")
PLACES = terms("first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth")
BODY_KINDS = terms("""
    council | trust | force | constabulary | police | authority | board | department | service | agency | office
    | university | college | city | county | district
""")


def few(first: int = 1, last: int = 10, german: bool = False) -> str:
    """The words from one number to another as alternatives of a pattern: "two|three|four"."""
    return "|".join((FEW_GERMAN if german else FEW)[first - 1 : last])
