"""The words that a survey knows for what a sentence reads: its own, everyday ones, and those of other measures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .account_words import (
    NEVER,
    PEOPLE_STEMS,
    POINTING,
)
from .alike import sense
from .cut.supplements import CHANGES
from .everyday import everyday
from .harmless import NEGATIONS
from .lexicon import Lexicon
from .stems import STOP, stems
from .taken import Taken


@dataclass
class Vocabulary:
    """The words of a survey, seen from the measures that a sentence reads."""

    lexicon: Lexicon
    taken: Taken

    @cached_property
    def own(self) -> frozenset[str]:
        """The words of the measures that are read and of what was asked for them alone."""
        asked = [one for one in self.lexicon.definition.questions if self.taken.measures & set(one.measures)]
        return self.taken.words.union(*(stems(one.text) for one in asked)) - self.telling

    @cached_property
    def senses(self) -> frozenset[str]:
        """One word for each sense of the words that are read or that the survey is about: "kit" is equipment."""
        return frozenset(sense(word) for word in (*self.taken.words, *self.subject))

    @cached_property
    def telling(self) -> frozenset[str]:
        """Words of measures that are not read, by which these differ: never harmless here."""
        others = [many for id, many in self.lexicon.measure_phrases.items() if id not in self.taken.measures]
        words = frozenset[str]().union(*(phrase for many in others for phrase in many)) - self.paid_for
        measures = words - self.colloquial - self.asked_with - PEOPLE_STEMS - {"answer", "case"}
        return (measures | self.lexicon.category_words) - self.taken.words - POINTING

    @cached_property
    def colloquial(self) -> frozenset[str]:
        """Everyday words for what is read: "shut" of closures, though another measure has it in its name."""
        read = [self.lexicon.measure(id) for id in self.taken.measures]
        asked = [one.text for one in self.lexicon.definition.questions if self.taken.measures & set(one.measures)]
        named = [text for each in read for text in (each.label, *each.nouns)]
        words = (stems(one) for one in everyday((*named, *asked)))
        return frozenset(found[0] for found in words if len(found) == 1)

    @cached_property
    def paid_for(self) -> frozenset[str]:
        """The words of what was asked with the sums that are read: "£21,890 *to settle claims*" is all of it."""
        read = self.taken.measures
        if not read or any(self.lexicon.kind(id) != "money" for id in read):
            return frozenset()
        asked = [one for one in self.lexicon.definition.questions if read & set(one.measures)]
        beside = {id for one in asked for id in one.measures if self.lexicon.kind(id) != "money"}
        words = frozenset[str]().union(*(phrase for id in beside for phrase in self.lexicon.measure_phrases[id]))
        return words - NEVER - NEGATIONS - CHANGES

    @cached_property
    def topic(self) -> frozenset[str]:
        """The nouns of the title, which all of the survey is about, and the names of what it is broken down by."""
        variables = [stems(one.label) for one in self.lexicon.definition.codebook.variables]
        labels = frozenset(label[0] for label in variables if len(label) == 1)
        title = frozenset(stems(self.lexicon.definition.title))
        units = frozenset(word for one in self.lexicon.definition.codebook.measures for word in stems(one.unit))
        others = [many for id, many in self.lexicon.measure_phrases.items() if id not in self.taken.measures]
        counts = units.union(*(phrase for many in others for phrase in many if len(phrase) == 1))
        nouns = frozenset(word for word in title | labels if word.isalpha() and word not in STOP)
        return nouns - counts - NEVER - NEGATIONS - CHANGES

    @cached_property
    def asked_with(self) -> frozenset[str]:
        """The words of the questions that ask for the measures that are read."""
        read = self.taken.measures
        found: set[str] = set()
        for one in self.lexicon.definition.questions:
            if read & set(one.measures):
                words = {word for id in one.measures for word in self._only(id, one.measures)}
                found |= set(stems(one.text)) - words
        return frozenset(found)

    def _only(self, id: str, measures: tuple[str, ...]) -> frozenset[str]:
        """The words of a measure that no other of its question has."""
        own = frozenset[str]().union(*self.lexicon.measure_phrases[id])
        others = [phrase for other in measures if other != id for phrase in self.lexicon.measure_phrases[other]]
        own = frozenset(word for word in own if self.lexicon.weight.get(word, 1.0) == 1)
        return own.difference(*others) if id not in self.taken.measures and others else frozenset()

    @cached_property
    def subject(self) -> frozenset[str]:
        """What the survey is about by its title and questions, less what tells one thing of it from another."""
        return self.lexicon.subject_words - self.telling - NEVER
