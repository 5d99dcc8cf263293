"""Pieces of patterns that several entries of `ignored` share."""

from __future__ import annotations

ACT = r"(?:Act|Regulations|Order|Rules|Directive|Code|FOIA|FOISA|EIRs?|DPA|GDPR|PACE)"
RULE = (
    r"(?:section|sec\.|subsection|sub-section|paragraph|para\.?|schedule|regulation|reg\.|"
    r"article|chapter|clause|exemption)"
)
RULES = r"(?:sections|subsections|paragraphs|paras|schedules|regulations|articles|clauses|exemptions)"
BRACKETS = r"(?:\s?\((?:\d+[A-Za-z]{0,2}|[a-z]{1,4})\))"
NUMBER = rf"\d+[A-Z]{{0,2}}(?![A-Za-z,.]?\d){BRACKETS}*"
NEXT = r"\s*(?:,|;|and|or|&|to|/|[-–])\s*(?:and\s+|or\s+)?"
LEAD = (
    r"(?:^[ \t]*|[.:;,(\[“\"/][ \t]*|\b(?:at|in|to|of|see|for|your|the|this|that|and|or|under|on|about|"
    r"from|with|per|answer|"
    r"response|regarding|by|both|virtue|via|using|appl(?:y|ied|ies|ying)|engag(?:e|ed|es|ing)|cit(?:e|ed|ing)|"
    r"exempt(?:ion)?|pursuant|within|is|as|are|our|act|foia|because)\s+)"
)
NO_ROW = r"(?!\s+\d|\s?%|[,.]\d|\w)"  # a further number beside it: a row of a table, not a mention
COUNTED = r"(?!\s+(?:officers?|cases?|staff|people|individuals|complaints|allegations|incidents)\b)"
WORKING = r"(?:working|calendar|business|clear|school)"
SPELT = r"(?:one|two|three|four|five|six|ten|twenty|twenty-eight|thirty|forty|sixty|ninety)"
SPAN = rf"(?:\d{{1,3}}|{SPELT})(?:\s*\(\s*\d{{1,3}}\s*\))?"
CLOCK = (
    r"review|complain|appeal|dissatisf|respond|response|repl(?:y|ies)|receipt|receiv|\bact\b|"
    r"statutory|commissioner|"
    r"deadline|extension|extend|time limit|timescale|your request|this letter|of the date|acknowledg"
)
DURATION = (
    r"resign|retire|dismiss|suspend|salary|\bpay\b|fined|sentence|warning|sick|absen|\btook\b|\btaken\b|average|"
    r"median|\bmean\b|longest|shortest"
)
COSTS = (
    r"£ ?450|£ ?600|appropriate limit|cost limit|retriev|locat(?:e|ing)|extract|section 12|s\.? ?12\b|manual|"
    r"to comply|compliance|(?:each|per) (?:file|record)|fees regulations"
)
WORK = r"overtime|worked|\bwait|ambulance|patient|custody|detain|\blost\b|flying|training|sick|absen"
PAID = r"settle|compensat|damages|award|salary|fine[ds]?\b|spent|paid"
ITEM = (
    r"(?:point|item|part|request|query|bullet(?: point)?|attachment|enclosure|chart|sheet|tab|"
    r"footnote|note|row|column)"
)
TITLED = r"(?:annex|appendix|table|question|qn)"
ITEMS = r"(?:questions|points|items|parts|requests|queries|bullets|annexes|appendices|tables|attachments|notes)"
LETTERED = r"\d{1,2}[a-z]?"
ROW_ENDS = r"(?![ \t]+\d|\s?%|[,.]\d|\w)"  # as NO_ROW, but a number on the next line is no part of the row
STATES = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|PR|RI|S[CD]|T[NX]|UT|"
    r"V[AT]|W[AIVY])"
)
POSTAL_AREAS = (
    r"(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|"
    r"L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|"
    r"YO|ZE)"
)
ASKED = r"(?:\b(?:[Rr]ef(?:erence)?|REF|FOIA?|EIR|[Rr]equest|[Cc]yf)\b\.?:?|#)(?:\s+(?:no|No)\b\.?)?[\s(:#]*"
"""What leads the reference of a request."""
SOME = r"(?:one|two|three|four|five|six|[1-6])"
