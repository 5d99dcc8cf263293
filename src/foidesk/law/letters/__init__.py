"""What a letter from a body says happened to the request, in its own words: suggested, never decided.

seen = recognise(letter_text(mail, contents), law("uk-foia-2000"), questions)
seen.events, seen.outcomes
"""

from .folding import QuestionSeen
from .recognise import by_wording, recognise
from .seen import EVENTS, EventSeen, LetterSeen
from .text import LetterText, letter_text

__all__ = [
    "EVENTS",
    "EventSeen",
    "LetterSeen",
    "LetterText",
    "QuestionSeen",
    "by_wording",
    "letter_text",
    "recognise",
]
