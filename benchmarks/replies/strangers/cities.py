"""Settlements of suits: replies of eight invented cities in California's manner."""

import datetime as dt
from pathlib import Path

from files import Block, Grid, Mail, Row, csv_file, docx, eml, pdf, scan, xls, xlsx

NOTICE = (
    "This concludes the City's response under the California Public Records Act (Government Code section "
    "7920.000 et seq.). Records were produced at $0.10 per page where copies were asked for."
)

SAMPLEVILLE = """L-20-0117|03/11/2020|Vehicle collision|12500
L-19-0882|06/02/2020|Trip and fall|38000
L-18-0456|10/19/2020|Excessive force|185000
C-20-0031|12/01/2020|Sewer backup|7250
L-20-0764|02/08/2021|Vehicle collision|4800
L-19-0215|05/27/2021|Employment discrimination|95000
L-20-0990|09/14/2021|Trip and fall|21500
L-20-0118|11/30/2021|Vehicle collision|63000
L-18-0457|01/20/2022|Excessive force|340000
C-21-0202|04/05/2022|Tree damage|9100
L-21-0333|08/16/2022|Trip and fall|27750
L-20-0671|03/03/2023|Wrongful termination|120000
L-22-0409|07/25/2023|Vehicle collision|15400
C-23-0015|10/12/2023|Sewer backup|11200"""


def sampleville(replies: Path) -> None:
    rows: list[Row] = [
        ("City of Sampleville - Office of the City Attorney",),
        ("PRR 2025-1180: lawsuits and claims settled, calendar years 2020-2023",),
        (),
        ("Claim No.", "Claimant", "Date Paid", "Type of Claim", "Amount Paid"),
    ]
    for line in SAMPLEVILLE.splitlines():
        number, day, kind, paid = line.split("|")
        rows.append((number, "REDACTED", dt.datetime.strptime(day, "%m/%d/%Y").date(), kind, int(paid)))
    rows.append(("TOTAL", None, None, None, 950500))
    xlsx(
        replies / "City of Sampleville" / "PRR 2025-1180.xlsx",
        {"Settlements": rows},
        looks={"C": "mm/dd/yyyy", "E": '"$"#,##0.00'},
    )


def mockton(replies: Path) -> None:
    years: list[Row] = [
        ("Year", "Number of settlements", "Amount paid"),
        ("2020", 9, "$412,300"),
        ("2021", 6, "$187,950"),
        ("2022", 11, "$1,046,200"),
        ("2023", 7, "$298,400"),
        ("Total", 33, "$1,944,850"),
    ]
    kinds: list[Row] = [
        ("Kind of claim", "Number of settlements", "Amount paid"),
        ("Auto", 12, "$310,450"),
        ("Sidewalk", 10, "$402,900"),
        ("Police misconduct", 4, "$931,500"),
        ("Employment", 5, "$265,000"),
        ("Miscellaneous", 2, "$35,000"),
        ("Total", 33, "$1,944,850"),
    ]
    blocks: list[Block] = [
        "CITY OF MOCKTON\nRisk Management Division\n500 Civic Plaza, Suite 210, Mockton\n(555) 555-0142",
        "October 14, 2025",
        "Re: Public Records Act request of September 30, 2025, No. 25-3391",
        (
            "The City is self-insured to $750,000 per occurrence. Payments below are those made by the "
            "City itself; defense costs of $618,204 are not included."
        ),
        "Settlements paid by calendar year",
        Grid(years, ruled=False, widths=(150, 140, 110)),
        "Settlements paid by kind of claim, 2020 to 2023",
        Grid(kinds, ruled=False, widths=(150, 140, 110)),
        NOTICE,
    ]
    pdf(replies / "mockton" / "25-3391 final.pdf", blocks)


FABULON = """480-639|Vehicle - rear end|10/7/2018|1/22/2020|8,450.00
436-254|Trip & Fall - Sidewalk|12/15/2017|12/30/2019|5,000.00
C18-04338|Trip & Fall - Sidewalk|9/16/2018|4/14/2020|17,500.00
C17-2941|Civil Rights - Police|6/6/2017|8/3/2020|250,000.00
484-637|Vehicle - rear end|2/3/2020|2/17/2021|3,275.00
476-339|Employment - Retaliation|6/13/2018|6/30/2021|75,000.00
C19-1045|Trip & Fall - Curb|3/10/2019|12/9/2021|12,000.00
C18-5585|Civil Rights - Jail|12/15/2018|3/1/2022|1,400,000.00
CSM 833925|Vehicle - intersection|5/27/2021|5/12/2022|22,300.00
CGC-20-496657|Flood - Water main|2/12/2020|11/2/2022|41,975.00
CGC-21-447342|Vehicle - intersection|12/5/2021|4/18/2023|6,500.00
C20-05608|Employment - Retaliation|4/27/2020|9/27/2023|110,000.00"""


def fabulon(replies: Path) -> None:
    rows: list[Row] = [("Court#", "Alleged Cause", "Filed Date", "Payment\nDate", "Settlement/\nJudgment Paid")]
    for line in FABULON.splitlines():
        *fields, paid = line.split("|")
        rows.append((*fields, f"${paid}"))
    csv_file(replies / "City and County of Fabulon" / "Rq20251002b.csv", rows, encoding="cp1252")


def port_pretend(replies: Path) -> None:
    body = """Good afternoon,

Request W004417-100125. The City of Port Pretend made 8 settlement payments from 2020 through 2023, for a total of
about $1.35m. In 2020 there were 2 settlements, $210k in all. In 2021 there was 1 settlement of $85k. In 2022 there
were 3 settlements for $0.9m. In 2023 there were 2 settlements for $155,000.

Five of the eight arose from collisions with City vehicles. Two were excessive force suits. The nature of the
remaining one is in a personnel file and is withheld under Government Code section 7927.700.

The City's retention is $500,000 a claim with its pool (policy 88-20417), so larger sums are paid by the pool.

City Clerk's Office
City of Port Pretend, 77 Harbor Way | (555) 555-0177 | Mon-Thu 7:30-5:30
"""
    mail = Mail(
        "Records <records@portpretend.example>",
        "[Records Center] Request W004417-100125",
        "Wed, 08 Oct 2025 15:31:00 -0700",
        body,
    )
    eml(replies / "W004417-100125.eml", mail)


def exemplar_springs(replies: Path) -> None:
    pair = ("No.", "Paid")
    rows: list[Row] = [
        ("Kind of suit", "2020", "", "2021", "", "2022", "", "2023", "", "All years", ""),
        ("", *pair, *pair, *pair, *pair, *pair),
        ("Vehicle accident", 3, "$21,400", 2, "$9,800", 4, "$56,250", 1, "$3,900", 10, "$91,350"),
        ("Slip and fall", 1, "$15,000", 0, "$0", 2, "$44,500", 2, "$31,000", 5, "$90,500"),
        ("Police", 0, "$0", 1, "$225,000", 0, "-", 1, "$480,000", 2, "$705,000"),
        ("Personnel", 1, "$60,000", 0, "-", 1, "$42,500", 0, "-", 2, "$102,500"),
        ("Total", 5, "$96,400", 3, "$234,800", 7, "$143,250", 4, "$514,900", 19, "$989,350"),
    ]
    merges = [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4), (0, 5, 0, 6), (0, 7, 0, 8), (0, 9, 0, 10)]
    blocks: list[Block] = [
        "City of Exemplar Springs, City Attorney's Office, 1 Spring Street, ZIP 00000",
        "November 3, 2025. File 25-PRA-0612.",
        (
            "You asked for: 1. the number of suits and claims settled by payment in 2020, 2021, 2022 and 2023; "
            "2. the amount paid in each year, by kind of claim; 3. the largest payment."
        ),
        "1. and 2. The number of settlements and the sum paid, by kind of suit and calendar year of payment:",
        Grid(rows, merges=merges),
        "3. The largest single payment was $480,000. 6 further claims were denied and 2 are on appeal.",
        NOTICE,
    ]
    docx(replies / "exemplar-springs" / "25-PRA-0612 letter.docx", blocks)


def dummy_falls(replies: Path) -> None:
    text = """CITY OF DUMMY FALLS
Office of the City Clerk
220 Cascade Avenue       (555) 555-0108

October 6, 2025                     Request 25-041

To the requester:

The City has searched its records for the years
2020, 2021, 2022 and 2023.

The City made no settlement payments in those
years. There are no responsive records.

Our liability coverage is through a joint powers
authority with a deductible of $25,000.

City Clerk"""
    scan(replies / "dummy-falls" / "Scan_20251006_0041.pdf", text)


def rehearsal_heights(replies: Path) -> None:
    blocks: list[Block] = [
        "City of Rehearsal Heights\nCity Attorney\nOctober 20, 2025",
        "Request 2025-PRA-771: DENIAL",
        (
            "The City has determined that the records you seek are exempt from disclosure. 57 claims are "
            "open or on appeal, and records of pending litigation are exempt under Government Code "
            "section 7927.200. Settlement amounts are further withheld under section 7922.000, the "
            "public interest in withholding clearly outweighing the public interest in disclosure."
        ),
        (
            "A compilation would need the extraction of data from 3 systems. The estimated cost of programming is "
            "$1,860 (20 hours at $93), which section 7922.575(b) would place upon you. The determination was made "
            "by the City Attorney within the 10 days, extended by 14 days, of section 7922.535."
        ),
    ]
    docx(replies / "rehearsal-heights" / "PRA-771 denial.docx", blocks)


def nonesuch(replies: Path) -> None:
    rows: list[Row] = [
        ("City of Nonesuch - Finance Dept. - Liability fund 0611",),
        ("Suits settled, by calendar year of payment", None, None, None),
        (),
        ("Kind / year", "Settlements", "Paid ($000)", "% of paid"),
        ("VEHICLE",),
        (2020, 4, 31.5),
        (2021, 3, 18.2),
        (2022, 5, 60.3),
        (2023, 2, 12.0),
        ("Subtotal vehicle", 14, 122.0, "18.9%"),
        ("PROPERTY DAMAGE",),
        (2020, 1, 5.0),
        (2021, 2, 14.5),
        (2022, 0, 0.0),
        (2023, 3, 27.5),
        ("Subtotal property damage", 6, 47.0, "7.3%"),
        ("CIVIL RIGHTS",),
        (2020, 0, 0.0),
        (2021, 1, 150.0),
        (2022, 1, 325.0),
        (2023, 0, 0.0),
        ("Subtotal civil rights", 2, 475.0, "73.8%"),
        ("GRAND TOTAL", 22, 644.0, "100.0%"),
        (),
        ("Amounts in thousands of dollars. Printed 10/02/2025 14:07.",),
    ]
    xls(replies / "nonesuch" / "fund0611.xls", "by kind", rows)


def write(replies: Path) -> None:
    """All replies of this survey."""
    for writer in (sampleville, mockton, fabulon, port_pretend):
        writer(replies)
    for writer in (exemplar_springs, dummy_falls, rehearsal_heights, nonesuch):
        writer(replies)
