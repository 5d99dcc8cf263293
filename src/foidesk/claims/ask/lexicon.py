"""A survey's own words: its bodies, what they are called together, its measures and categories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from foidesk.model import Category, Measure, SurveyDefinition, Variable
from foidesk.words.bodies import GENERIC

from . import everyday
from .lexicon_words import ALSO_PARTS, DEMONYMS, EMPTY, GENERAL_BODY_NOUNS
from .reading import kind_of
from .seen import BodySeen, CategorySeen, without_noun
from .stems import STOP, Token, stems, tokens
from .thesaurus import further

_OF_THEM = re.compile(r"(\w+) (?:about|against|over|concerning|of) ")
_OTHER_PLACE = re.compile(
    r"\b(?:(?:Great(?:er)?|Little|New|Old|Upper|Lower|Inner|Outer|Mid|Central|North|South|East|West)(?: |-))$"
)
"""In front of a name, what makes it that of another place."""
_NAME_GOES_ON = re.compile(r" ([A-Z][a-z]+)\b")


_AS_NAME = re.compile(r"(?:\b[Tt]he|,|[a-z]\sand|\bor)\s$")
"""In front of a name, or of the next of a list of names."""
_DESCRIBES = re.compile(
    r"\s(?:areas?|regions?|lines?|railways?|elites?|life|living|cent(?:re|er)s?|count(?:y|ies)|boroughs?|districts?|"
    r"authorit(?:y|ies)|councils?|cit(?:y|ies)|towns?|population|residents)\b",
    re.IGNORECASE,
)
_NO_THINGS = re.compile(r"no\s(\w+s)", re.IGNORECASE)


@dataclass
class Lexicon:
    """What the words of a sentence can mean in the terms of one survey."""

    definition: SurveyDefinition

    # --- bodies ---

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        """Every name, alias and core of a name, with the bodies that bear it."""
        found: dict[str, list[str]] = {}
        for body in self.definition.bodies:
            cores = {" ".join(_core(name)) for name in body.names}
            spelt = {*body.names, *(core for core in cores if len(core) > 3)}
            spelt |= self._bare.get(body.id, frozenset())
            for name in spelt | {name.upper() for name in spelt if len(name) > 4}:
                if re.search(r"[A-Za-z]", name):
                    found.setdefault(name, []).append(body.id)
        return {name: tuple(dict.fromkeys(ids)) for name, ids in found.items()}

    @cached_property
    def _bare(self) -> dict[str, frozenset[str]]:
        """What is left of a name all of whose words are general, without those that say what it is.

        "Metropolitan" of the Metropolitan Police; only where it stands as a name does.
        """
        found = {}
        for body in self.definition.bodies:
            names = frozenset(_bare(name) for name in body.names if not _core(name))
            found[body.id] = frozenset(name for name in names if len(name) > 3) - {*body.names}
        return found

    def _stands_as_name(self, text: str, start: int, end: int, body: str) -> bool:
        """True save for a bare name without "the" and beside no other name, or ahead of what it describes."""
        if text[start:end] not in self._bare.get(body, ()):
            return True
        return bool(_AS_NAME.search(text, max(0, start - 6), start)) and not _DESCRIBES.match(text, end)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self._names, key=len, reverse=True)
        return (
            re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(name) for name in names)})(?![\w]|-\w)")
            if names
            else re.compile("(?!)")
        )

    def bodies(self, text: str) -> tuple[BodySeen, ...]:
        """The bodies named in the text, in order; a name that several bear names none of them."""
        found = [*self._coordinated(text)]
        for match in self._pattern.finditer(text):
            ids = self._names[match[0]]
            if len(ids) == 1 and (
                self._is_stranger(text, match.end(), ids[0])
                or not self._stands_as_name(text, *match.span(), ids[0])
                or _OTHER_PLACE.search(text, max(0, match.start() - 10), match.start())
            ):
                continue
            if len(ids) == 1 and not any(match.start() < one.end and one.start < match.end() for one in found):
                found.append(BodySeen(match.start(), self._name_ends(text, match.end(), ids[0]), ids[0]))
        return tuple(sorted(found, key=lambda one: one.start))

    def _is_stranger(self, text: str, end: int, body: str) -> bool:
        """ "Exampleton *Hospital*" where the survey asked Exampleton Council, and no hospital."""
        word = _NAME_GOES_ON.match(text, end)
        if word is None or word[1] in {part for name in self.definition.body(body).names for part in name.split()}:
            return False
        noun = word[1].lower()
        return (noun in GENERIC or noun in GENERAL_BODY_NOUNS) and not {noun, f"{noun}s"} & self._told

    @cached_property
    def _told(self) -> frozenset[str]:
        """The words of the names and kinds of the bodies, in lower case."""
        texts = (f"{one.kind} {' '.join(one.names)}" for one in self.definition.bodies)
        return frozenset(word.lower() for text in texts for word in re.findall(r"\w+", text))

    def _name_ends(self, text: str, end: int, body: str) -> int:
        """Where a short form of the name ends: "Exampleton *Hospitals*" of "Exampleton Hospitals NHS Trust"."""
        own = {word for name in self.definition.body(body).names for word in name.split()}
        while (word := _NAME_GOES_ON.match(text, end)) and word[1] in own:
            end = word.end()
        return end

    def _coordinated(self, text: str) -> Iterator[BodySeen]:
        """ "North, West and South Yorkshire" names three."""
        heads = r"(?:North|South|East|West|Mid|Greater|Upper|Lower|Central)"
        for match in re.finditer(rf"\b({heads}(?:, {heads})*,? and {heads}) ([A-Z][a-z]+)", text):
            for head in re.finditer(heads, match[1]):
                ids = self._names.get(f"{head[0]} {match[2]}", ())
                if len(ids) == 1:
                    start = match.start() + head.start()
                    is_last = head.end() == len(match[1])
                    yield BodySeen(start, match.end() if is_last else start + len(head[0]), ids[0])

    @cached_property
    def body_nouns(self) -> re.Pattern[str]:
        """What the bodies are called together: "forces", "county councils", "cities"."""
        return re.compile(rf"\b(?:{'|'.join(sorted(self._nouns, key=len, reverse=True))})\b", re.IGNORECASE)

    @cached_property
    def _nouns(self) -> dict[str, frozenset[str]]:
        """Each noun in singular and plural with the ids of the bodies it can mean."""
        every = frozenset(body.id for body in self.definition.bodies)
        found: dict[str, set[str]] = {}
        told = {
            word.lower()
            for one in self.definition.bodies
            for word in re.findall(r"\w+", f"{one.kind} {one.names}")
        }
        for noun in GENERAL_BODY_NOUNS:
            if noun in ALSO_PARTS and not {noun, f"{noun}s"} & told:
                continue
            for form in _forms(noun):
                found.setdefault(form, set()).update(every)
        kinds: dict[str, set[str]] = {}
        for body in self.definition.bodies:
            words = body.kind.replace("-", " ").lower().split()
            for start in range(len(words)):
                kinds.setdefault(" ".join(words[start:]), set()).add(body.id)
            if len(words) > 1:
                kinds.setdefault(words[0], set()).add(body.id)
        heads = {body.kind.replace("-", " ").lower().split()[-1] for body in self.definition.bodies if body.kind}
        for noun, ids in kinds.items():
            if noun in GENERAL_BODY_NOUNS and heads == {noun.split()[-1]}:
                continue  # beside others of the same noun, "police forces" are whoever was asked
            for form in _forms(noun):
                if (
                    noun.split()[-1] in GENERAL_BODY_NOUNS
                    or len(noun.split()) > 1
                    or noun in ("city", "county", "borough", "district")
                ) and (" " in form or form not in found):
                    found[form] = ids
        return {noun: frozenset(ids) for noun, ids in found.items()}

    @cached_property
    def _shared_words(self) -> dict[str, frozenset[str]]:
        """Words that the names of several bodies share, but not of all, with these bodies."""
        found: dict[str, set[str]] = {}
        for body in self.definition.bodies:
            for word in {word.lower() for name in body.names for word in re.findall(r"[A-Za-z]{4,}", name)}:
                if word not in GENERIC and word not in self._nouns:
                    found.setdefault(word, set()).add(body.id)
        return {word: frozenset(ids) for word, ids in found.items() if 1 < len(ids) < len(self.definition.bodies)}

    def bodies_with(self, word: str) -> frozenset[str]:
        """The bodies whose names have a word in common: "the Yorkshire forces"."""
        return self._shared_words.get(word.lower(), frozenset())

    def is_where_bodies_are(self, words: str) -> bool:
        """ "In Scotland", "across the country": the place that the survey asks in, by its own words."""
        if re.search(r"\b(?:land|country|nation|kingdom|UK|Britain)\b", words):
            return True
        texts = (self.definition.title, self.definition.summary, self.definition.law.replace("-", " "))
        known = {word[:5].lower() for text in texts for word in re.findall(r"\w+", text)}
        names = re.findall(r"[A-Z]\w+", words)
        pairs = [pair for text in texts for pair in re.findall(r"([A-Z]\w+) and ([A-Z]\w+)", text)]
        if any((one in names) != (other in names) for one, other in pairs):
            return False
        return bool(names) and all(name[:5].lower() in known for name in names)

    def is_of_where_bodies_are(self, word: str) -> bool:
        """ "English", "Scotland's": said of the bodies, and they all are from there."""
        bare = re.sub(r"['’]s$", "", word)
        return word[:1].isupper() and self.is_where_bodies_are(DEMONYMS.get(bare, bare if bare != word else "?"))

    def bodies_called(self, noun: str) -> frozenset[str]:
        """The bodies of the survey that the noun can mean."""
        return self._nouns.get(" ".join(noun.lower().split()), frozenset())

    # --- measures ---

    @cached_property
    def measure_phrases(self) -> dict[str, tuple[frozenset[str], ...]]:
        """The sets of stems that name each measure."""
        own: dict[str, tuple[frozenset[str], ...]] = {}
        named = {one.id: (*one.nouns, one.label) for one in self.definition.codebook.measures}
        for id, words in named.items():
            phrases = [frozenset(stems(one)) - EMPTY for one in words]
            own[id] = tuple(dict.fromkeys(phrase for phrase in phrases if phrase))
        kinds = (words for one in self._coded for category in one.categories for words in _phrases(category))
        more = everyday.phrases(named, own, frozenset(word for words in kinds for word in stems(words)))
        return {id: tuple(dict.fromkeys((*phrases, *more[id]))) for id, phrases in own.items()}

    @cached_property
    def measure_terms(self) -> dict[str, tuple[str, ...]]:
        """The words of each measure as they are written, one by one and as phrases: for nearness in meaning."""
        found = {}
        for one in self.definition.codebook.measures:
            phrases = [words.lower() for words in (*one.nouns, one.label)]
            single = [word for words in phrases for word in words.split() if len(word) > 3]
            found[one.id] = tuple(dict.fromkeys((*phrases, *single)))
        return found

    @cached_property
    def weight(self) -> dict[str, float]:
        """A stem that many measures share tells little."""
        counts: dict[str, int] = {}
        for phrases in self.measure_phrases.values():
            for one in frozenset[str]().union(*phrases) if phrases else frozenset():
                counts[one] = counts.get(one, 0) + 1
        return {one: 1 / count for one, count in counts.items()}

    def measure(self, id: str) -> Measure:
        return self.definition.codebook.measure(id)

    def kind(self, id: str) -> str:
        """The type of the measure's values; a share where they are in per cent."""
        return kind_of(self.measure(id))

    def measures_of(self, variable: str) -> tuple[str, ...]:
        """The measures that the replies break down by the variable: those of the questions that list it."""
        asked = [q for q in self.definition.questions if variable in q.variables]
        return tuple(dict.fromkeys(m for q in asked for m in q.measures)) or tuple(
            one.id for one in self.definition.codebook.measures
        )

    def is_in_name(self, measure: str, variable: str, ids: tuple[str, ...]) -> bool:
        """ "Complaints about *clerks*": a kind in the measure's own name or question, and no breakdown of it."""
        return self._kinds_in_names.get((measure, variable)) == frozenset(ids)

    def names_a_measure(self, seen: CategorySeen) -> bool:
        """True if some measure has the kind in its very name."""
        return any(self.is_in_name(id, seen.variable, seen.categories) for id in self.measure_phrases)

    def is_what_is_counted(self, text: str, start: int, seen: CategorySeen) -> bool:
        """ "217 *warning notices*" are counted, though a kind of case is named with them ("took down a notice").

        Not where the kind is called by that word alone, nor where the sentence has more of its name.
        """
        counted = frozenset(stems(text[start : seen.end]))
        names = [frozenset(stems(words)) for words in self._names_of(seen)]
        own = {id for id, many in self.measure_phrases.items() if counted in map(frozenset, many)}
        if not own or own & set(self.measures_of(seen.variable)) or frozenset(stems(seen.text)) in names:
            return False
        rest = (
            frozenset[str]()
            .union(*names)
            .difference(*(phrase for id in own for phrase in self.measure_phrases[id]))
        )
        return not rest & frozenset(stems(text))

    def _names_of(self, seen: CategorySeen) -> tuple[str, ...]:
        """All that the kinds are called in the codebook."""
        kinds = (self.variable(seen.variable).category(id) for id in seen.categories)
        return tuple(words for kind in kinds for words in (kind.label, *kind.synonyms))

    @cached_property
    def told_of(self) -> re.Pattern[str]:
        """The nouns of measures that are of somebody by their names: "*complaints* about clerks"."""
        names = (words for one in self.definition.codebook.measures for words in (one.label, *one.nouns))
        heads = {found[1].lower().rstrip("s") for words in names if (found := _OF_THEM.search(words))}
        return re.compile(
            rf"\b(?:{'|'.join(map(re.escape, sorted(heads)))})s?\b" if heads else "(?!)", re.IGNORECASE
        )

    @cached_property
    def _kinds_in_names(self) -> dict[tuple[str, str], frozenset[str]]:
        """The kinds that the name and the question of a measure name, of variables that divide it in nothing."""
        found: dict[tuple[str, str], set[str]] = {}
        for one in self.definition.codebook.measures:
            asked = [question for question in self.definition.questions if one.id in question.measures]
            divided = {name for question in asked for name in question.variables}
            for text in (one.label, *one.nouns, *(question.text for question in asked)):
                for seen in self.categories(text):
                    if asked and seen.variable not in divided and one.id not in self.measures_of(seen.variable):
                        found.setdefault((one.id, seen.variable), set()).update(seen.categories)
        return {key: frozenset(ids) for key, ids in found.items()}

    def whole_of(self, measure: str) -> str:
        """The measure that a part-measure is a part of: the first of the same type in its question."""
        for question in self.definition.questions:
            if measure in question.measures:
                kind = self.kind(measure)
                same = [one for one in question.measures if self.kind(one) == kind]
                return same[0] if same else measure
        return measure

    # --- categories ---

    @cached_property
    def _categories(self) -> dict[tuple[str, ...], dict[str, set[str]]]:
        """Stems of every phrase, with variable and categories."""
        found: dict[tuple[str, ...], dict[str, set[str]]] = {}
        for variable in self._coded:
            for category in variable.categories:
                if category.missing:
                    continue
                for phrase in _phrases(category):
                    if (key := stems(phrase)) and not self._names_measure(key, phrase):
                        found.setdefault(key, {}).setdefault(variable.id, set()).add(category.id)
        for variable in self._coded:
            for key, ids in self._further(variable).items():
                if len(ids) == 1 and not found.get(key) and not (len(key) == 1 and key[0] in self._called):
                    found[key] = {variable.id: ids}
        return found

    @cached_property
    def _called(self) -> frozenset[str]:
        """The words of the title and of what the bodies are called: "*fire* crews" were not fired."""
        names = (word for one in self.definition.bodies for word in (one.kind.replace("-", " "), one.name))
        return frozenset(word for text in (self.definition.title, *names) for word in stems(text))

    def _further(self, variable: Variable) -> dict[tuple[str, ...], set[str]]:
        """The newspaper's phrases for the categories of a variable, with those that each can mean."""
        found: dict[tuple[str, ...], set[str]] = {}
        elsewhere = [one for other in self._coded if other is not variable for one in other.categories]
        for category in variable.categories:
            others = [one for one in variable.categories if one is not category]
            for phrase in further(category, others, elsewhere):
                if (key := stems(phrase)) and not self._names_measure(key, phrase):
                    found.setdefault(key, set()).add(category.id)
        return found

    @cached_property
    def category_words(self) -> frozenset[str]:
        """The words that mean a category all by themselves: "officer", "dismissed"."""
        return frozenset(key[0] for key in self._categories if len(key) == 1)

    @cached_property
    def kind_words(self) -> frozenset[str]:
        """The words of all that categories are called: "foot" of "on foot"."""
        phrases = (words for one in self._coded for category in one.categories for words in _phrases(category))
        return frozenset(word for words in phrases for word in stems(words))

    def has_word(self, word: str) -> bool:
        """True if a category is called by the very word, and not only by another form of it."""
        every = (phrase for variable in self._coded for one in variable.categories for phrase in _phrases(one))
        return any(word in phrase.lower().split() for phrase in every)

    @property
    def _coded(self) -> tuple[Variable, ...]:
        """The variables whose categories have words of their own; yes and no have none."""
        return tuple(one for one in self.definition.codebook.variables if one.id not in self.yes_no)

    def _names_measure(self, key: tuple[str, ...], phrase: str) -> bool:
        """ "being investigated" comes down to the word that the survey counts; it means no category by itself."""
        return len(phrase.split()) > len(key) and any(
            frozenset(key) == one for many in self.measure_phrases.values() for one in many
        )

    def categories(self, text: str) -> tuple[CategorySeen, ...]:
        """The longest phrases that mean categories, in order; one phrase can mean some of several variables."""
        row = [token for token in tokens(text) if token.word not in STOP]
        spans = sorted(self._spans(row), key=lambda span: (span[0] - span[1], span[0]))
        taken: list[tuple[int, int]] = []
        found: list[CategorySeen] = []
        for first, last in spans:
            if all(last <= start or end <= first for start, end in taken):
                taken.append((first, last))
                found += self._seen(text, row[first:last])
        return tuple(sorted(without_noun(text, found), key=lambda one: (one.start, one.variable)))

    def _spans(self, row: list[Token]) -> Iterator[tuple[int, int]]:
        for first in range(len(row)):
            for last in range(first + 1, min(first + 11, len(row)) + 1):
                if tuple(token.stem for token in row[first:last]) in self._categories:
                    yield first, last

    def _seen(self, text: str, words: list[Token]) -> Iterator[CategorySeen]:
        start, end = words[0].start, words[-1].end
        if self._is_none_of_them(text[start:end]):
            return
        for variable, ids in self._categories[tuple(token.stem for token in words)].items():
            yield CategorySeen(start, end, variable, tuple(sorted(ids)), text[start:end])

    def _is_none_of_them(self, words: str) -> bool:
        """ "*No cases* at all": none of what is counted, and not how one ended ("no case to answer")."""
        found = _NO_THINGS.fullmatch(words)
        thing = frozenset(stems(found[1])) if found else frozenset[str]()
        return bool(thing) and any(thing in phrases for phrases in self.measure_phrases.values())

    @cached_property
    def _subject(self) -> dict[str, frozenset[str]]:
        """The categories that the title and the questions name: whom and what the survey is about."""
        found: dict[str, set[str]] = {}
        texts = [self.definition.title, *(question.text for question in self.definition.questions)]
        for text in texts:
            for seen in self.categories(text):
                found.setdefault(seen.variable, set()).update(seen.categories)
        return {name: frozenset(ids) for name, ids in found.items()}

    @cached_property
    def subject_words(self) -> frozenset[str]:
        """The words of the title and the questions: they restrict nothing, all figures are about that."""
        texts = (self.definition.title, self.definition.summary, *(one.text for one in self.definition.questions))
        return frozenset(word for text in texts for word in stems(text) if word.isalpha())

    def is_everybody(self, variable: str, ids: tuple[str, ...]) -> bool:
        """ "Officers and staff", "Facebook, Twitter and other sites": all that the survey is about."""
        if len(ids) < 2:
            return False
        other = any(
            id.startswith("other") or self.variable(variable).category(id).label.lower().startswith("other")
            for id in ids
        )
        return (other and len(ids) > 2) or frozenset(ids) == self._subject.get(variable)

    def variable_named(self, words: str) -> str:
        """The variable that the words name by its label or a heading; "" if none."""
        said = frozenset(stems(words))
        for variable in self.definition.codebook.variables:
            for name in (variable.label, variable.id, *variable.names):
                key = frozenset(stems(name))
                if key and key <= said:
                    return variable.id
        return ""

    def variable(self, id: str) -> Variable:
        return self.definition.codebook.variable(id)

    @cached_property
    def yes_no(self) -> dict[str, tuple[str, str]]:
        """Variables that are answered yes or no, with the two categories."""
        found = {}
        for variable in self.definition.codebook.variables:
            ids = {category.id.lower(): category.id for category in variable.categories}
            labels = {category.label.lower(): category.id for category in variable.categories}
            both = labels | ids
            if "yes" in both and "no" in both:
                found[variable.id] = (both["yes"], both["no"])
        return found


def _core(name: str) -> list[str]:
    return [word for word in name.split() if word.lower().strip("'’.,") not in GENERIC]


_WHAT_IT_IS = frozenset(
    "police constabulary force service services council trust hospital hospitals university college school "
    "academy department authority agency commission board nhs foundation".split()
)


def _bare(name: str) -> str:
    """The name without the words behind it that say what it is."""
    words = name.split()
    while words and words[-1].lower().strip(".,") in _WHAT_IT_IS:
        words.pop()
    return " ".join(words)


def _forms(noun: str) -> tuple[str, str]:
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return noun, plural


def _phrases(category: Category) -> tuple[str, ...]:
    return (category.label, *category.synonyms, category.id.replace("-", " "))
