"""Noise of real letters goes by name; for each kind, figures that look like it stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.words.ignored import BODY_NAME, ignored, ignored_as
from foidesk.words.numbers import numbers

NOISE = {
    "telephone": [
        "Contact us on 01632 960123 (ext. 5077).", "F: 01632 960 456", "Tel: 01632 960123, extension 2210",
        "Ext: 5077", "Telephone:\n101 Ext 60025", "Phone (612) 555-0143", "Fax 612-555-0199, 612.555.0187",
        "Telefon 030 9020-1234",
        "Durchwahl 4711", "dial 101", "please call 999", "report it via 101", "the 101 number is",
        "612-555-0143 x 221",
    ],
    "postcode": [
        "Cheshire SK9\n5AF", "Exampleton EX1\u00a02AB.", "Los Angeles, CA 90012", "Exampleville, MN 55415-1383",
    ],
    "address": [
        "200 N Spring Street, Los Angeles, CA 90012", "Musterstraße 12, 10117 Musterstadt", "Postfach 12 34 56",
        "Ward 12A of the infirmary", "Wards 3 and 4 of the Infirmary",
        "Town Hall, Room 395, High Street", "Zimmer 215, Telefon",
    ],
    "section of an Act": [
        "Regulation 5(3)", "s.40(2)(a)(i)", "Section 4. Misconduct", "Section 4.", "nach § 4 Abs. 1 IFG",
        "§ 3 Nr. 4 UIG",
        "under 5 U.S.C. § 552(b)(6)", "Minn. Stat. § 13.43", "FREEDOM OF INFORMATION ACT 2000",
        "the Public Records Act, 1967", "under FOI(S)A 2002", "fair (DPA 2018 35(1))", "the 2008 Regulations",
        "Art. 6 Abs. 1 DSGVO",
    ],
    "reference": [
        "Our ref: 186.2013-14", "Reference number 2207_14", "Your ref: FOI (2014020001883)",
        "Reference: RF05/0385/14",
        "Our reference: 01.FOI.22.026596", "Your ref: DPA/FOI 001094/14",
        "Our ref: FOI 17551\n\n25 September 2017",
        "Freedom of Information Request 4732233\n\nThank you", "Public Records Request #21-1234",
        "Case No. 2:14-cv-01234", "17-CV-1234", "Docket No. 17-1234", "Aktenzeichen: 12-34.56/2020",
        "Ihr Zeichen 4711/21",
    ],
    "file name": ["see list2013.xlsx", "attachment-12.pdf", "on Sheet1"],
    "registration": [
        "a registered data controller, number Z0000000", "ICO registration ZA123456 of the data controller",
        "Registered charity in England and Wales no. 1122334", "a company limited by guarantee no. 07654321",
        "USt-IdNr. DE123456789", "HRB 12345", "EIN 12-3456789", "ISO 27001", "VAT No 123 4567 89",
    ],
    "page number": ["Page 2 of 5\n\n3 March", "Page 2/5", "Seite 2 von 5"],
    "question number": [
        "see answer to question one above", "We hold nothing about questions 4 and 5.", "See 1 above.",
        "2 - We consider that", "complete Form 7B", "see Form 7.", "included in line 92 should",
    ],
    "footnote mark": ["published data [1]here", "and [2]www.example.org"],
    "software": ["on Microsoft Office 2013", "uses Dynamics 365", "laptops run Windows 10"],
    "time": ["Office hours: 9.00-17.00", "8-16 Uhr"],
    "year": [
        "Guidance on social media (2013)", "College of Example guidelines (2013)", "in 16/17", "2018/19-2022/23",
    ],
    "quarter": ["as well as for Q4 2009;", "after Quarter 2 and 4.", "at the end of quarter 3"],
    "stretch of time": ["in the last 12 months", "over the past five years"],
    "time limit": [
        "You should hear from us within 20 working days.", "you have two calendar months to ask for a review",
        "within 40 days of this letter", "respond in 20 working days",
    ],
    "age": ["under the age of 18", "the over-65s", "16 years of age"],
    "grade": [
        "at pay band 8+", "a band 8a nurse", "at grade 7", "Agenda for Change band 6", "a Level 3 incident",
        "at stage 2",
    ],
    "ordinal": ["the 21st century", "the 2nd defendant"],
    "date": ["your request of 2 September", "by 18 March 2014", "Sent: 12 March 2014", "vom 3. Mai 2021"],
    "file size": ["(24 KB)", "1.2Mb"],
    "turn of phrase": [
        "The Act gives you two rights of access", "for two reasons", "in one of two ways", "each is one case",
        "one line for each record", "a record can appear in more than one category", "3 questions to ask",
        "one by one", "split into two separate tables", "24 hours a day, 365 days a year", "a 24-hour helpline",
        "two-factor", "24/7",
    ],
}  # fmt: skip
FIGURES = {
    "telephone": [
        ("Single storey extension 120", "120"), ("Householder 120 Extension 45", "45"),
        ("999 calls were received", "999"),
        ("We received 999 calls", "999"), ("101 staff", "101"), ("using 101 officers", "101"),
        ("the 101 service users", "101"), ("Telefon 1200 1300", "1200"), ("calls to extension 12 in all", "12"),
    ],
    "postcode": [
        ("S1\n2 officers", "2"), ("Band B1\n2 PCs", "2"), ("Sites in CA 12345", "12345"),
        ("Los Angeles, CA 90012 15", "90012"), ("Total, PA 12345 officers", "12345"),
    ],
    "address": [
        ("12 arrests in Main Street", "12"), ("Ward 12", "12"), ("Falls on ward 12", "12"),
        ("Wards 3 and 4 falls", "3"),
        ("Room 12", "12"), ("Theatre, Suite 12, Ward 5", "12"), ("Zimmer 12", "12"),
    ],
    "section of an Act": [
        ("Modern Art. 5 exhibits", "5"), ("the 2008 officers", "2008"), ("Acts of violence 12", "12"),
        ("section 40: 12", "12"),
    ],
    "reference": [
        ("Our reference to 12 officers", "12"), ("Your ref 12%", "12%"), ("FOI (345)", "345"),
        ("FOI requests 12345", "12345"),
        ("FOI request 12345 15000", "12345"), ("Requests: 12-15 officers", "12-15"), ("request # 12", "12"),
    ],
    "file name": [("Sheet 12", "12"), ("12 files", "12")],
    "registration": [
        ("Registered charities 12", "12"), ("registered nurses number 12345", "12345"),
        ("Company vehicles number 12345", "12345"), ("The data controller recorded 12 breaches", "12"),
        ("BS 12345", "12345"), ("Steuernummer: 12 Fälle", "12"),
    ],
    "page number": [("page 2 of 5 officers", "5"), ("Seite 12 15", "12"), ("Total pages 45", "45")],
    "question number": [
        ("2 - Dismissed", "2"), ("2 - No further action", "2"), ("Application form 12", "12"), ("Form 12", "12"),
        ("see 3 cases above", "3"), ("Railway line 12", "12"), ("a total of\n2. Of these", "2"),
        ("1. There were\n2. Of these, 3", "2"), ("answer to question one officers", "one"),
        ("no Case to Answer 14", "14"), ("Anlagen 12", "12"), ("Punkte 3", "3"), ("Abschnitt 12 Fälle", "12"),
    ],
    "footnote mark": [("officers [12]", "12"), ("cases [3] Resigned", "3")],
    "software": [
        ("Broken Windows 10", "10"), ("Windows 10", "10"), ("Post Office 365", "365"),
        ("Head Office 365", "365"),
    ],
    "time": [("9.00-17.00", "9.00-17.00"), ("Uhr 12", "12")],
    "year": [("Complaints (2013)", "2013"), ("Written reports (2013)", "2013"), ("in 16/18 cases", "16/18")],
    "quarter": [("Quarter 2 15", "15"), ("during quarter 2 12 cases", "12")],
    "stretch of time": [
        ("the last 12 officers", "12"), ("the past 5 complaints", "5"), ("suspended for three years", "three"),
        ("lasted 12 months", "12"),
    ],
    "time limit": [("resigned within 3 months", "3"), ("an average of 20 working days lost", "20")],
    "age": [("Under 18: 12", "12"), ("age group 18 45", "45"), ("3 were over the limit", "3")],
    "grade": [
        ("Grade 12", "12"), ("Pay band 12 officers", "12"), ("Change of pay band 12", "12"), ("stage 2", "2"),
    ],
    "ordinal": [("2nd", "2nd"), ("1st offence 12", "12")],
    "date": [("12 may be dismissed", "12"), ("Feb 12 Mar 5", "12 Mar")],
    "file size": [("24 KBs and 3 others", "3"), ("24 officers", "24")],
    "turn of phrase": [
        ("two rights of way were closed", "two"), ("two reasons were recorded", "two"),
        ("each received one warning", "one"),
        ("there is one officer for each station", "one"), ("More than one officer was dismissed", "More than one"),
        ("3 questions were asked", "3"), ("in two parts of the force", "two"), ("24 hours of overtime", "24"),
        ("365 days lost", "365"), ("one case was recorded", "one"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in NOISE.items() for text in texts])
def test_noise_goes_by_name(name: str, text: str) -> None:
    seen = numbers(text)
    said = ignored_as(text, seen)
    assert name in said, dict(zip([number.text for number in seen], said, strict=True))
    assert all(said), dict(zip([number.text for number in seen], said, strict=True))


@pytest.mark.parametrize(("text", "data"), [pair for pairs in FIGURES.values() for pair in pairs])
def test_figures_that_look_like_it_stay(text: str, data: str) -> None:
    seen = [number for number in numbers(text) if data == number.text or data in number.text.split()]
    assert seen
    assert ignored(text, seen[0]) == ""


def test_each_kind_of_noise_has_figures_that_look_like_it() -> None:
    assert set(NOISE) == set(FIGURES)
    assert all(len(pairs) >= 2 for pairs in FIGURES.values())


def test_items_of_a_list_go_with_their_series() -> None:
    text = "You asked:\n1. By the nature of each offence\n2. Whether it was closed\n3. The name of the hospital"
    assert ignored_as(text, numbers(text)) == ("question number",) * 3


NAMES = ("Rehearsal Force 07", "Engine Company 12", "District 9", "Three Rivers Exampleton", "12")


@pytest.mark.parametrize(
    "text", ["Rehearsal\nForce 07 replied", "engine company 12", "(District 9)", "Three Rivers Exampleton"]
)
def test_the_number_in_a_name_goes(text: str) -> None:
    assert ignored_as(text, numbers(text), NAMES) == (BODY_NAME,)


@pytest.mark.parametrize(
    ("text", "data"),
    [("12 officers", "12"), ("District 95", "95"), ("District 9 12", "12"), ("Company 12", "12"),
     ("Force 07", "07"), ("District 9.5", "9.5"), ("Three Rivers", "Three")],
)  # fmt: skip
def test_a_number_outside_the_name_stays(text: str, data: str) -> None:
    seen = [number for number in numbers(text) if number.text == data]
    assert [ignored(text, number, NAMES) for number in seen] == [""]


@given(st.integers(min_value=0, max_value=999), st.sampled_from(NAMES[:3]), st.sampled_from(["officers", "cases"]))
def test_a_count_beside_a_name_stays(value: int, name: str, noun: str) -> None:
    text = f"{name}: {value} {noun}."
    assert ignored_as(text, numbers(text), NAMES)[-1] == ""


KNOWN_NOISE = st.sampled_from([text for texts in NOISE.values() for text in texts])
COUNTED = st.sampled_from(["officers were dismissed", "cases", "complaints were upheld", "staff resigned"])


@given(KNOWN_NOISE, st.integers(min_value=0, max_value=1899), COUNTED)
def test_a_count_after_noise_is_never_ignored(noise: str, value: int, noun: str) -> None:
    text = f"{noise}.\n\nThere were {value} {noun}."
    asked = [number for number in numbers(text) if number.start >= len(noise) + 3]
    assert [ignored(text, number) for number in asked] == [""]
