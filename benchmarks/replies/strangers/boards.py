"""Patient falls: replies of ten invented Scottish health boards."""

from pathlib import Path

from files import Block, Grid, Mail, Row, csv_text, docx, eml, pdf, xlsx

YEARS = ("2022", "2023", "2024")
REVIEW = (
    "If you are unhappy with this response you have 40 working days to ask for a review (section 20). You may "
    "then apply to the Scottish Information Commissioner, Kinburn Castle, Doubledykes Road, St Andrews, Fife "
    "KY16 9DS, within 6 months, under section 47(1) of the Freedom of Information (Scotland) Act 2002."
)


def rehearsal_valley(replies: Path) -> None:
    rows: list[Row] = [
        ("Degree of harm", *YEARS, "Total"),
        ("No harm", "1,204", "1,188", "1,251", "3,643"),
        ("Low harm", 640, 655, 702, "1,997"),
        ("Moderate", 88, 94, 79, 261),
        ("Severe", 21, 17, 25, 63),
        ("Death", 2, 0, 1, 3),
        ("Total", "1,955", "1,954", "2,058", "5,967"),
    ]
    blocks: list[Block] = [
        "NHS Rehearsal Valley\nSummerfield House, 2 Trial Road, RV99 1AB\nSwitchboard 0131 496 0411",
        "Date: 13 November 2025\nOur Ref: IGT-2025-1187",
        "Freedom of Information: patient falls",
        "# Request 1",
        "Number of patient falls reported on the incident system in 2022, 2023 and 2024, by severity.",
        "# Response 1",
        Grid(rows),
        "# Request 2",
        "The place of each fall.",
        "# Response 2",
        (
            "The place is free text in the system and is not held in a form that can be reported. In "
            "terms of section 17 of FOISA the Board does not hold this information. Reading 5,967 "
            "records at 2 minutes each would take 199 hours."
        ),
        REVIEW,
    ]
    docx(replies / "NHS Rehearsal Valley" / "IGT-2025-1187.docx", blocks)


def mock_isles(replies: Path) -> None:
    dates = ("03/02/22", "19/08/22", "11/11/22", "07/03/23", "22/09/23", "15/01/24", "30/06/24")
    places = ("Ward", "Ward", "Outpatient\nclinic", "Ward", "Car park", "Ward", "Patient's\nhome")
    harms = ("No injury", "Minor", "No injury", "Moderate", "Minor", "Minor", "n/k")
    rows: list[Row] = [
        ("Fall", 1, 2, 3, 4, 5, 6, 7),
        ("Date", *dates),
        ("Where", *places),
        ("Severity", *harms),
    ]
    blocks: list[Block] = [
        "NHS Mock Isles\nThe Old Pier, Mock Isles, MI99 2ZE",
        "FOI 25-88    4 November 2025",
        "There were seven patient falls in the calendar years 2022 to 2024. Each is a column of the table.",
        Grid(rows, widths=(52, 58, 52, 62, 58, 58, 58, 62)),
        "n/k: not known. The Board serves 11 islands with 3 sites and 46 beds.",
        REVIEW,
    ]
    pdf(replies / "mock-isles" / "FOI 25-88.pdf", blocks)


def fabletown(replies: Path) -> None:
    severity: list[Row] = [
        ("NHS Fabletown and Coast",),
        ("FOI 8842 - patient falls by severity, calendar year",),
        (),
        ("Severity", 2022, 2023, 2024, "Total"),
        ("Negligible", 310, 295, 331, 936),
        ("Minor", 122, 140, 118, 380),
        ("Moderate", 33, 29, 41, 103),
        ("Major", 8, 6, 9, 23),
        ("Extreme", 0, 1, 0, 1),
        ("Total", 473, 471, 499, 1443),
    ]
    place: list[Row] = [
        ("FOI 8842 - the same falls by location",),
        (),
        ("Location", 2022, 2023, 2024, "Total"),
        ("Ward", 402, 398, 420, 1220),
        ("A&E", 28, 31, 36, 95),
        ("Outpatients", 14, 12, 10, 36),
        ("Grounds and corridors", 17, 21, 24, 62),
        ("Not recorded", 12, 9, 9, 30),
        ("Total", 473, 471, 499, 1443),
    ]
    notes: list[Row] = [
        ("Notes",),
        ("1. Extracted 3 November 2025; the system is live and figures may change.",),
        ("2. Falls per 1,000 occupied bed days in 2024: 6.6 (75,606 bed days).",),
    ]
    sheets = {"Severity": severity, "Location": place, "Notes": notes}
    xlsx(replies / "fabletown" / "8842 falls.xlsx", sheets)


def specimen(replies: Path) -> None:
    body = """Dear requester

NHS Specimen - FOI/2025/0731

Please note that the figures are for people, not incidents: a patient who fell more than once is counted once. The
number of falls themselves is not available.

Patients who fell
  Year      Patients
  2022           231
  2023           219
  2024           238
  Total          688

By the most serious harm
  No harm        401
  Low harm       214
  Moderate        59
  Severe          14

We hold no breakdown by place.

Corporate Affairs, NHS Specimen, 0141 496 0999
You may ask for a review within 40 working days (s.20 FOISA).
"""
    mail = Mail(
        "FOI <foi@nhsspecimen.example>",
        "FOI/2025/0731 - patient falls - response",
        "Mon, 10 Nov 2025 12:00:00 +0000",
        body,
    )
    eml(replies / "specimen" / "FOI-2025-0731.eml", mail)


def dummy_borders(replies: Path) -> None:
    blocks: list[Block] = [
        "NHS Dummy Borders\nFOI Officer, 0131 496 0222\n6 November 2025, reference 25/1904",
        "Notice of refusal under section 16(4)",
        (
            "Section 12(1) of the Freedom of Information (Scotland) Act 2002 provides that an authority need not "
            "comply where the cost would exceed £600. Falls are kept on paper in the 14 hospitals; 2,900 forms "
            "would have to be read. At 3 minutes a form and £15 an hour this is 145 hours or £2,175."
        ),
        "Under section 15 we suggest that you ask for 1 hospital and 1 month.",
        REVIEW,
    ]
    pdf(replies / "dummy-borders" / "25-1904 refusal.pdf", blocks)


def pretend_highland(replies: Path) -> None:
    rows: list[Row] = [
        ("", "Wards", "Emergency Dept", "Day units", "Community", "Total"),
        ("Negligible", 218, 12, 9, 31, 270),
        ("Minor", 97, 4, 6, 18, 125),
        ("Moderate", 22, 3, 0, 7, 32),
        ("Major", 6, 1, 0, 2, 9),
        ("Total", 343, 20, 15, 58, 436),
    ]
    blocks: list[Block] = [
        "NHS Pretend Highland\nRehearsal House, 40 Practice Park, PH99 3ZZ",
        "FOI 2025-611    30 October 2025",
        (
            "Thank you for your request of 6 October 2025. You asked for the number of falls of patients in each "
            "of the 3 years, the severity of each and the place. We answer both of your 2 questions together."
        ),
        "Table 1: falls by severity and place, 1 January 2022 to 31 December 2024",
        Grid(rows, ruled=False, widths=(90, 60, 90, 70, 75, 60)),
        "1 The figures cannot be split by year. 2 Source: incident system, 28 October 2025.",
        "The Board serves 240,000 people over 25,000 square kilometres.",
        REVIEW,
    ]
    pdf(replies / "NHS Pretend Highland" / "2025-611.pdf", blocks)


CENTRAL = """04-Jan-22|Ward|Negligible
21-Feb-22|Ward|Minor
08-Apr-22|Emergency Department|Negligible
30-May-22|Ward|Negligible
17-Jun-22|Physio gym|Minor
02-Sep-22|Ward|Moderate
14-Oct-22|Ward|Negligible
29-Dec-22|Car park|Minor
11-Jan-23|Ward|Negligible
23-Jan-23|Ward|Minor
06-Mar-23|Emergency Department|Negligible
19-Apr-23|Ward|Major
25-Jul-23|Ward|Negligible
31-Aug-23|Outpatients|Minor
12-Oct-23|Ward|
09-Jan-24|Ward|Negligible
14-Feb-24|Ward|Minor
14-Feb-24|Ward|Minor
27-Mar-24|Physio gym|Negligible
05-May-24|Emergency Department|Moderate
18-Jul-24|Ward|Negligible
02-Aug-24|Car park|Negligible
20-Sep-24|Ward|Negligible
11-Nov-24|Ward|Trivial
24-Dec-24||Minor"""


def example_central(replies: Path) -> None:
    rows: list[Row] = [("Reported", "Location", "Severity")]
    rows += [tuple(line.split("|")) for line in CENTRAL.splitlines()]
    body = """Good morning,

FOI-EC-0098. Please find attached a list of the 25 patient falls that were reported to NHS Example Central from
2022 to 2024. Two falls on 14 February 2024 were different patients. Blank cells were not completed by staff.

Kind regards
FOI Team | NHS Example Central | 01632 960 333 | 9 Sample Square EC99 4PT
"""
    mail = Mail(
        "FOI Team <foi.team@nhsexamplecentral.example>",
        "FOI-EC-0098",
        "Fri, 14 Nov 2025 08:47:00 +0000",
        body,
        attachment=("falls list.csv", csv_text(rows)),
    )
    eml(replies / "FOI-EC-0098.eml", mail)


def sampleshire(replies: Path) -> None:
    interim: list[Block] = [
        "NHS Sampleshire\n31 October 2025\nSS-FOI-442",
        "INTERIM RESPONSE",
        (
            "Pending checks, the Board recorded 512 patient falls in 2022 to 2024: 164 in 2022, 171 in "
            "2023 and 177 in 2024. A final response with severity and place will follow."
        ),
        REVIEW,
    ]
    pdf(replies / "sampleshire" / "2025-10-31 interim.pdf", interim)
    severity: list[Row] = [
        ("Severity", "Falls"),
        ("No harm", 341),
        ("Low harm", 139),
        ("Moderate", 37),
        ("Severe harm or death", 12),
        ("Total", 529),
    ]
    place: list[Row] = [
        ("Place", "Falls"),
        ("Ward", 455),
        ("Emergency Department", 31),
        ("Outpatients", 19),
        ("Elsewhere on site", 24),
        ("Total", 529),
    ]
    final: list[Block] = [
        "NHS Sampleshire\n21 November 2025\nSS-FOI-442",
        "FINAL RESPONSE. This replaces our interim response of 31 October 2025, which left out one hospital.",
        "The Board recorded 529 patient falls: 170 in 2022, 176 in 2023 and 183 in 2024.",
        Grid(severity),
        Grid(place, ruled=False),
        REVIEW,
    ]
    docx(replies / "sampleshire" / "2025-11-21 final.docx", final)


def imaginary_forth(replies: Path) -> None:
    severity: list[Row] = [
        ("Severity", "2022/23", "2023/24", "2024/25"),
        ("No harm", "71 (64.0%)", "80 (66.7%)", "66 (60.6%)"),
        ("Low harm", "31 (27.9%)", "30 (25.0%)", "34 (31.2%)"),
        ("Moderate", "9 (8.1%)", "10 (8.3%)", "9 (8.3%)"),
        ("Total", "111", "120", "109"),
    ]
    place: list[Row] = [
        ("Place", "April 2022 - March 2025"),
        ("Ward", 301),
        ("Emergency Department", 29),
        ("Outpatients", "*"),
        ("Hospital grounds", "*"),
        ("Total", 340),
    ]
    blocks: list[Block] = [
        "NHS Imaginary Forth\nFOI 0552-25\n17 November 2025",
        "We report by financial year (1 April to 31 March); calendar years are not available.",
        "Table A. Patient falls, with the share of the year in brackets",
        Grid(severity),
        "Table B. The same falls by place, all three years",
        Grid(place),
        "* fewer than 10; withheld under section 38(1)(b) to protect the identity of patients.",
        "Our Board has 3 acute sites and 858 beds. " + REVIEW,
    ]
    docx(replies / "NHS Imaginary Forth" / "0552-25 response.docx", blocks)


def write(replies: Path) -> None:
    """All replies of this survey; NHS Fiction and Galore sends none."""
    for writer in (rehearsal_valley, mock_isles, fabletown, specimen, dummy_borders):
        writer(replies)
    for writer in (pretend_highland, example_central, sampleshire, imaginary_forth):
        writer(replies)
