"""Words between a number and its noun: those that say nothing, and those that make it another count."""

from __future__ import annotations

import re

from foidesk.words.normal import normalise

_ENGLISH = """
        the a an of in on at by to for were was are is be been being have has had who which that these those all
        such received given issued resulted ended led with recorded reported investigated found made paid different
        separate relevant individual total new and their them it they cases investigations matters instances people
        occasions during between under into from subsequently later then only just further action outcome result
        i we you your our can confirm there number figure answer response question following year period time
        calendar financial month force constabulary police council authority service department board trust body
        held information data show as follow follows below above please see note records this within over also
        carried out conducted logged dealt concluded completed commenced opened against relating regarding about
        respect relation regard inclusive each every me us so any up end date still not yet dear sir madam
        asked requested specified answered concerned concerning involved involving kind kinds sort type describe
        described such mention mentioned took amounted amounting totalled totaled totalling
        came occurred occurring happened arose place saw accounted responsive brought showed shows
"""
_GERMAN = """
        der die das den dem des ein eine einer eines einem einen und in im an am auf bei bis für mit nach von
        vom zu zum zur wegen gegen aus es ist sind war waren wird wurde wurden werden worden hat haben hatte gab
        erlassen ergangen verhängt festgesetzt eingeleitet erfasst registriert gemeldet verzeichnet gezählt
        festgestellt geführt ausgesprochen eingelegt insgesamt zusammen gesamt davon hiervon darunter nämlich
        endgültig dabei jeweils jahr jahre jahren kalenderjahr fall fälle fällen verfahren vorgang vorgänge
        verstoß verstöße verstößen anzahl zahl summe höhe wir ich unser unsere stadt gemeinde kreis landkreis
        amt behörde polizei nennen folgende folgt wie je sich auf dies diese dieser dieses folgenden also dort
        hier betraf betrafen entfielen entfallen entfiel belief beliefen beläuft beträgt betrug betrugen lag lagen
        eingegangen eingegangene eingegangenen gestellt gestellte gestellten erzielt bearbeitet
        erhoben zeitraum zeitraums erfolgt erfolgte erfolgten verfügt ereignet ereigneten angeordnet vorgenommen
        kam kamen alle allen aller sämtliche beide beiden
"""
PLAIN = frozenset(normalise(_ENGLISH + _GERMAN).split())
NOT_OURS = re.compile(
    r"\b(?:would (?:take|need|require|have)|estimat\w+|minutes?|hours?|manual\w*|search(?:es|ing)?|retriev\w+|"
    r"nationa(?:l|lly)|workforce|headcount|establishment|employs?|employed|strength|population|"
    r"(?-i:may)|might|could|should|equivalent|shared|split|trained|supported|team|"
    r"each (?:file|record|year|month|quarter)|(?:each|every one|both) of the|every (?:year|month)|a year|yearly|"
    r"annual(?:ly)?|exclu\w+|except(?:ing)?|not (?:including|counting)|other than|apart from|leaving out|"
    r"ohne|außer|abgesehen von|jeweils|counted twice|double[- ]counted|(?:under|in) the wrong|in error|"
    r"by mistake|transposed|"
    r"doppelt gezählt|irrtümlich\w*|versehentlich\w*|"
    r"further(?! action)|additional|average|per|"
    r"previous\w*|"
    # one of many, or a measure of all of them: "the highest single payment was $350"
    r"(?:high|low|larg|small|bigg|great|short)est|maximum|minimum|median|mean|typical(?:ly)?|"
    r"schätz\w*|geschätzt\w*|bundesweit\w*|landesweit\w*|minuten|stunden|beschäftig\w+|einwohner\w*|"
    r"durchschnitt\w*|pro|jährlich\w*|weitere\w*|zusätzlich\w*|vorjahr\w*|"
    r"vorherige\w*|frühere\w*|höchste\w*|niedrigste\w*|größte\w*|kleinste\w*|geringste\w*|könnte\w*|würde\w*|"
    r"dürfte\w*|müsste\w*|vorläufig\w*)\b",
    re.IGNORECASE,
)
"""Words of a sentence whose number is no answer by itself."""
OF_THE_REST = re.compile(
    r"\b(?:(?!(?<=the )other \d)others?|remaining|remainder|rest|übrige[nr]?|restliche\w*|andere\w*)\b",
    re.IGNORECASE,
)
"""Words that make the number in their part of a sentence one of what others are left out of."""
