"""Numbers that are no data go by name; numbers that may be data never go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.words.ignored import IGNORED, ignored, ignored_as
from foidesk.words.numbers import numbers


def by_text(text: str) -> dict[str, str]:
    seen = numbers(text)
    return {number.text: name for number, name in zip(seen, ignored_as(text, seen), strict=True)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("telephone 0161 496 0000", "telephone"),
        ("Tel: 01632 960123 ext 45", "telephone"),
        ("T 020 7946 0000", "telephone"),
        ("+44 161 496 0000", "telephone"),
        ("please call 101 or 999", "telephone"),
        ("write to foi12@example.org", "web address"),
        ("see https://example.org/foi/123", "web address"),
        ("www.exampleton2.gov.uk", "web address"),
        ("Exampleton EX1 2AB", "postcode"),
        ("PO Box 12, Exampleton", "address"),
        ("2nd Floor, Town Hall", "address"),
        ("section 40(2)", "section of an Act"),
        ("s.12(1)", "section of an Act"),
        ("s40(2)(3A)(a)", "section of an Act"),
        ("S.31(1)(g) by virtue of (2)(b)", "section of an Act"),
        ("sections 30, 31 and 40 of the Act", "section of an Act"),
        ("Section 17(1) and 17(5) of the Act", "section of an Act"),
        ("Regulation 5(3) of the Police Regulations", "section of an Act"),
        ("paragraph 12 of the guidance", "section of an Act"),
        ("Freedom of Information Act 2000", "section of an Act"),
        ("Freedom of Information (Scotland) Act 2002", "section of an Act"),
        ("Environmental Information Regulations 2004", "section of an Act"),
        ("the DPA 1998", "section of an Act"),
        ("FOI 2014/173", "reference"),
        ("01.FOI.22.026596", "reference"),
        ("FOI-2024-03673", "reference"),
        ("FOI/14502", "reference"),
        ("request 1362A/21", "reference"),
        ("Our ref: 170/14", "reference"),
        ("Our reference 4896_14", "reference"),
        ("FOI request 170/14", "reference"),
        ("Ref: 12345", "reference"),
        ("FOI request number 21354", "reference"),
        ("on 17 February 2014", "date"),
        ("dated 17/02/2014", "date"),
        ("between 1 January 2009 and 17 February 2014", "date"),
        ("by 12 May", "date"),
        ("Jan-13", "date"),
        ("(helpline 0303\u00a0123\u00a01113)", "telephone"),
        ("call 0303 123\n1113", "telephone"),
        ("FOI (2207_14)", "reference"),
        ("reference 186.2013-14.", "reference"),
        ("request 2014-127. The original", "reference"),
        ("Rehearsal Force | Ref 2014-127", "reference"),
        ("FOI (DJ 76/14)", "reference"),
        ("Reference GSA 0412/14", "reference"),
        ("reference F-2014-00318.", "reference"),
        ("Our ref: RhG 2026-61", "reference"),
        ("FOI 5381\nThank you", "reference"),
        ("Response to request SFR 2291", "reference"),
        ("IR4471 - Freedom of Information", "reference"),
        ("Az. 30-IFG-51-B", "reference"),
        ("Town Hall\n25-031\n", "reference"),
        ("(IR4471 data.csv)", "file name"),
        ("It answers questions 1 and 2; the sheet", "question number"),
        ("covers all 5 of your questions", "question number"),
        ("Zu Frage 4 liegen keine Zahlen vor", "question number"),
        ("(Fragen 1 bis 4)", "question number"),
        ("open all 643 files at about 15 minutes each, some 160 hours of work", "cost estimate"),
        ("To read 438 logs would take some 73 hours and so exceed the cost limit", "cost estimate"),
        ("£675, which is over the limit of £450", "cost estimate"),
        ("under the Open Government Licence 3.0", "version"),
        ("We answered. 2014 is a part year.", "year"),
        ("Zahlen seit 2021 vor", "year"),
        ("one officer to a case", "turn of phrase"),
        ("one incident may involve more than one member of staff", "turn of phrase"),
        ("a case may have more than one breach", "turn of phrase"),
        ("limit your request to one department and 2 years", "turn of phrase"),
        ("Stadtverwaltung · Rathausplatz 1 · Musterau", "address"),
        ("at 10.30am", "time"),
        ("sent at 10:30", "time"),
        ("since 2010", "year"),
        ("in 2013", "year"),
        ("between 2009 and 2013,", "year"),
        ("in the financial year 2012/13", "year"),
        ("during 2013", "year"),
        ("Q1 2012", "quarter"),
        ("at £25 per hour", "cost estimate"),
        ("the appropriate limit of £450", "cost estimate"),
        ("the cost limit of £600", "cost estimate"),
        ("this would exceed 18 hours", "cost estimate"),
        ("it would take over 60 hours to locate the files", "cost estimate"),
        ("at 10 minutes per file it exceeds the limit", "cost estimate"),
        ("over 900 files would have to be manually searched", "cost estimate"),
        ("we must respond within 20 working days", "time limit"),
        ("within 20 working days", "time limit"),
        ("complain within two months of the date of this letter", "time limit"),
        ("40 working days for an internal review", "time limit"),
        ("the twentieth: twenty (20) working days after receipt", "time limit"),
        ("certified to ISO 9001", "registration"),
        ("ISO/IEC 27001:2013", "registration"),
        ("VAT No 123 4567 89", "registration"),
        ("Charity number 123456", "registration"),
        ("Company Registration No: 1234567", "registration"),
        ("Page 2 of 5", "page number"),
        ("pp. 3-4", "page number"),
        ("Q3", "question number"),
        ("Question 4", "question number"),
        ("questions 1, 2 and 3", "question number"),
        ("see point 6", "question number"),
        ("In answer to question 1a", "question number"),
        ("Questions 1c and 1d.", "question number"),
        ("points 6-7", "question number"),
        ("Table 2", "question number"),
        ("Appendix 3", "question number"),
        ("1. How many officers were dismissed", "question number"),
        ("Thank you.\n2) The policy is attached", "question number"),
        ("recorded cases[1]", "footnote mark"),
        ("[2] Includes special constables", "footnote mark"),
        ("a 25-year-old", "age"),
        ("aged 25", "age"),
        ("the file is 1.2MB", "file size"),
        ("URN 12345", "record"),
        ("collar number 1234", "record"),
        ("Officer 1: PC\nOfficer 2: PS", "record"),
        ("version 2.1", "version"),
        ("© Crown copyright 2014", "copyright"),
        ("one or more officers", "turn of phrase"),
        ("open 24/7", "turn of phrase"),
        ("two duties", "turn of phrase"),
    ],
)
def test_ignored_by_name(text: str, name: str) -> None:
    seen = by_text(text)
    assert seen
    assert name in seen.values()
    assert all(seen.values()), seen


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("12 officers", "12"),
        ("3 cases", "3"),
        ("£225,000 settled the claim", "£225,000"),
        ("£450 was paid to the complainant", "£450"),
        ("£600 compensation", "£600"),
        ("18 hours of overtime were claimed", "18"),
        ("Dismissed 12", "12"),
        ("Dismissed: 3", "3"),
        ("There were a total of\n12. Of these, 3 resigned", "12"),
        ("There were a total of\n12. Of these, 3 resigned", "3"),
        ("Answer: 3", "3"),
        ("3", "3"),
        ("3.", "3"),
        ("1) 3", "3"),
        ("1. 12 officers", "12"),
        ("1. 12 officers", "1"),
        ("Police officer 12\nPolice staff 3", "12"),
        ("Special constable 2: 3", "2"),
        ("Officer 3", "3"),
        ("Jan-12, Feb-8", "8"),
        ("Jan-12, Feb-8", "Jan-12"),
        ("Jan 3 Feb 12 Mar 5", "12 Mar"),
        ("There were 2014 cases", "2014"),
        ("in 2014 cases the officer was named", "2014"),
        ("2014", "2014"),
        ("Total 2014", "2014"),
        ("exempt under section 40, 12 officers were dismissed", "12"),
        ("12 cases; section 40 applies to 3 of them", "12"),
        ("12 cases; section 40 applies to 3 of them", "3"),
        ("under section 40 and 12 officers", "12"),
        ("section 40: 12", "12"),
        ("PC 12 Sergeant 3", "12"),
        ("12 Crown Court hearings", "12"),
        ("3 Drink Drive offences", "3"),
        ("FOI 12 officers", "12"),
        ("ref 12 officers", "12"),
        ("Table 1 shows 12 officers", "12"),
        ("Part 1: 3 officers", "3"),
        ("Q1: 12 officers", "12"),
        ("Q2 5", "5"),
        ("Question 3: 14", "14"),
        ("page 2 12 officers", "12"),
        ("the total was 20 in 2013", "20"),
        ("number of files 12", "12"),
        ("25 officers were spoken to within 20 working days", "25"),
        ("We received 30 complaints, of which 2 were upheld", "30"),
        ("We received 30 complaints, of which 2 were upheld", "2"),
        ("2 officers resigned within 3 months", "2"),
        ("2 officers resigned within 3 months", "3"),
        ("suspended for 28 days", "28"),
        ("the average reply took 25 working days", "25"),
        ("warned 3 officers under Regulation 5(3)", "3"),
        ("Twitter 12", "12"),
        ("Facebook - 7", "7"),
        ("Grade 5: 12 staff", "12"),
        ("A total of 41 allegations", "41"),
        ("120 officers on 101 occasions", "101"),
        ("120 officers on 101 occasions", "120"),
        ("case 12", "12"),
        ("40(2)", "40(2)"),
        ("170/14", "170/14"),
        ("a ratio of 1:20", "1:20"),
        ("12 pages were withheld", "12"),
        ("9 per cent of officers", "9 per cent"),
        ("between 10 and 15 cases", "between 10 and 15"),
        ("fewer than five officers", "fewer than five"),
        ("two officers and one PCSO", "two"),
        ("two officers and one PCSO", "one"),
        ("one was dismissed", "one"),
        ("20 were dismissed and 40 resigned in 2012", "20"),
        ("20 were dismissed and 40 resigned in 2012", "40"),
        ("25 people aged 18 to 24", "25"),
        ("12 calls to 101 officers", "12"),
        ("Sgt 4 Insp 1", "4"),
        ("17 FTE", "17"),
        ("3 were aged over 50", "3"),
        ("5 resigned, 18 in 2012", "18"),
        ("4 officers under section 40", "4"),
        ("item: 5 laptops", "5"),
        ("version control: 3 officers", "3"),
        ("450 complaints exceeding last year", "450"),
        ("600 officers", "600"),
        ("Possession of an article with blade or point 3 6 4 2 15", "3"),
        ("Possession of bladed article 12", "12"),
        ("Theft of mobile phone 12 15 20", "12"),
        ("Mobile phone 45", "45"),
        ("Elective caesarean section 120", "120"),
        ("Single storey extension 45", "45"),
        ("Requests 12", "12"),
        ("Total pages 45", "45"),
        ("Parliamentary questions 12", "12"),
        ("FOI 345 320 300", "345"),
        ("Q1 - 12", "12"),
        ("Q1, 12.", "12"),
        ("Question 3 - 14", "14"),
        ("Question 3, 14.", "14"),
        ("Terms of reference 12 15", "12"),
        ("Case/s 12", "12"),
        ("Officer(s) 12", "12"),
        ("Post Office 12", "12"),
        ("Broken windows 45", "45"),
        ("Staff number 45", "45"),
        ("A total of 1987 were dismissed", "1987"),
        ("increased to 2014 in all", "2014"),
        ("1,250 hours of overtime at a cost of £30,000", "1,250"),
        ("1,250 hours of overtime at a cost of £30,000", "£30,000"),
        ("12 hours of overtime were worked, at a cost of £450", "12"),
        ("Notes 3", "3"),
        ("Table 4 8", "4"),
        ("FOI 1345\nEIR 220\nTotal 1565", "1345"),
        ("Requests received: FOI 1345.", "1345"),
        ("FOI (120)", "120"),
        ("40 working days were lost", "40"),
        ("18 hours of overtime", "18"),
        ("20 minutes per visit, by our records", "20"),
        ("the fund paid £675 in compensation, over the limit of £450", "£675"),
        ("reference 12 complaints", "12"),
        ("2014 is the number of cases", "2014"),
        ("Unfälle am Marktplatz 4, Bahnhofstraße 12", "4"),
        ("Fachbereich 32 14", "14"),
        ("im Jahr 2022 Fälle", "2022"),
        ("number 12/14", "12/14"),
        ("we read 438 books", "438"),
        ("Monday to Friday 3 to 7 incidents", "3 to 7"),
        ("in answer 12 complaints", "12"),
        ("the last two cases", "two"),
        ("exemptions 12", "12"),
    ],
)
def test_what_may_be_data_is_never_ignored(text: str, data: str) -> None:
    seen = by_text(text)
    said = [name for words, name in seen.items() if words == data or data in words.split()]
    assert said, seen
    assert said[0] == "", seen


NOUNS = st.sampled_from(["officers", "cases", "police staff", "PCSOs", "allegations", "complaints", "patients"])
VERBS = st.sampled_from(["were dismissed", "resigned", "received a written warning", "are ongoing", "left"])
LETTER = st.sampled_from(
    [
        "",
        "Under section 40(2) of the Act the names are withheld. ",
        "Question 3. ",
        "Our ref: 170/14. ",
        "Between 1 January 2009 and 17 February 2014 ",
        "Freedom of Information Act 2000. ",
        "Page 2 of 5\n\n",
        "Tel: 0161 496 0000. ",
        "We reply within 20 working days. ",
        "In 2013 ",
        "The cost limit of £450 was not reached. ",
    ]
)


@given(st.integers(min_value=0, max_value=1899), NOUNS, VERBS, LETTER)
def test_a_count_in_a_letter_is_never_ignored(value: int, noun: str, verb: str, letter: str) -> None:
    text = f"{letter}{value} {noun} {verb}."
    counts = [number for number in numbers(text) if number.start == len(letter)]
    assert len(counts) == 1
    assert ignored(text, counts[0]) == ""


@given(st.integers(min_value=100, max_value=99_999_999))
def test_a_payment_is_never_ignored(pounds: int) -> None:
    text = f"The claim was settled for £{pounds:,} in damages."
    assert [ignored(text, number) for number in numbers(text)] == [""]


@given(st.text(max_size=80))
def test_every_answer_is_an_entry(text: str) -> None:
    names = {entry.name for entry in IGNORED} | {""}
    assert all(ignored(text, number) in names for number in numbers(text))


def test_entries_say_what_they_cover() -> None:
    assert len({entry.name for entry in IGNORED}) == len(IGNORED)
    assert all(entry.doc.endswith(".") for entry in IGNORED)
