"""Fly-tipping prosecutions: replies of twelve invented English councils."""

import datetime as dt
from pathlib import Path

from files import Block, Grid, Mail, Row, csv_file, docx, eml, pdf, xls, xlsx

YEARS = ("2022/23", "2023/24", "2024/25")
REVIEW = (
    "If you are dissatisfied with the handling of your request you may ask for an internal review within 40 "
    "working days of this letter. If you remain dissatisfied you may apply to the Information Commissioner, "
    "Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF, telephone 0303 123 1113, under section 50 of the "
    "Act."
)
ASKED = (
    "You asked: 1. How many prosecutions for fly-tipping did the council bring between 1 April 2022 and 31 March "
    "2025, by financial year? 2. What was the outcome of each? 3. What kind of waste was involved?"
)


def exampleton(replies: Path) -> None:
    table = Grid(
        [
            ("Outcome", *YEARS, "Total"),
            ("Fined", 9, 12, 7, 28),
            ("Conditional discharge", 2, 1, 3, 6),
            ("Community order", 1, 0, 2, 3),
            ("Suspended sentence", 0, 1, 1, 2),
            ("Case withdrawn", 1, 2, 0, 3),
            ("Total", 13, 16, 13, 42),
        ]
    )
    blocks: list[Block] = [
        "Borough of Exampleton\nTown Hall, 12-18 Market Place, Exampleton, EX99 1AA\nTel: 01632 960417",
        "Our ref: FOI-7731\n3 February 2026",
        "Freedom of Information Act 2000: fly-tipping prosecutions",
        ASKED,
        "# Questions 1 and 2",
        "The table gives the number of prosecutions by outcome and financial year.",
        table,
        "# Question 3",
        (
            "Of the 42 prosecutions, 19 concerned household waste, 14 builders' waste, 6 commercial waste and 3 "
            "tyres."
        ),
        (
            "The average fine over the three years was £412 and costs of £11,806.50 were awarded to the "
            "Council. For context, the Council also issued 643 fixed penalty notices (£400 each) in the "
            "same period, which are not prosecutions and are not included above."
        ),
        REVIEW,
    ]
    docx(replies / "Borough of Exampleton" / "FOI-7731 response.docx", blocks)


SAMPLEFORD = """2022/23|14/06/2022|Household waste|Fined|400|185
2022/23|02/08/2022|Household waste|Fined|250|185
2022/23|20/09/2022|Builders waste|Fined|1200|310
2022/23|11/01/2023|Garden waste|Conditional discharge||120
2022/23|07/03/2023|Tyres|Fined|800|240
2023/24|16/05/2023|Household waste|Fined|333|185
2023/24|16/05/2023|Mattress and furniture|Fined|500|185
2023/24|12/09/2023|Builders waste|Fined|2000|450
2023/24|24/10/2023|Household waste|Found not guilty||
2023/24|05/12/2023|Trade waste|Fined|1500|390
2023/24|20/02/2024|Builders waste|Community order||310
2024/25|09/04/2024|Household waste|Fined|420|200
2024/25|18/06/2024|Mattress and furniture|Conditional discharge||150
2024/25|30/07/2024|Trade waste|Fined|1750|410
2024/25|15/10/2024|Household waste|||
2024/25|03/12/2024|Tyres|Fined|960|260
2024/25|25/03/2025|Fridge-freezers|Fined|640|220"""


def sampleford(replies: Path) -> None:
    rows: list[Row] = [("No.", "Financial year", "Hearing", "Waste type", "Result", "Fine (£)", "Costs (£)")]
    for number, line in enumerate(SAMPLEFORD.splitlines(), 1):
        year, day, waste, result, fine, costs = line.split("|")
        rows.append(
            (
                number,
                year,
                dt.datetime.strptime(day, "%d/%m/%Y").date(),
                waste,
                result,
                int(fine or 0) or None,
                int(costs or 0) or None,
            )
        )
    rows.append(("Total", "17 cases", None, None, None, 10753, 3800))
    working: list[Row] = [
        ("Officer working - do not release", None),
        ("Live investigations", 23),
        ("Fined 2021/22", 8),
        ("Total since 2015", 96),
    ]
    path = replies / "sampleford" / "EIR_FOI 2026-0112 cases.xlsx"
    xlsx(
        path,
        {"Prosecutions": rows, "Sheet3": working},
        hidden=("Sheet3",),
        looks={"C": "dd/mm/yyyy", "F": "£#,##0"},
    )


def mockbury(replies: Path) -> None:
    pairs = ("Fined", "Withdrawn")
    rows: list[Row] = [
        ("Type of waste", "2022/23", "", "2023/24", "", "2024/25", "", "Total"),
        ("", *pairs, *pairs, *pairs, ""),
        ("Household waste", 6, 1, 8, 0, 5, 2, 22),
        ("Construction & demolition", 3, 0, 4, 1, 6, 0, 14),
        ("Green waste", 1, 0, 0, 0, 2, 1, 4),
        ("Vehicle parts", 0, 0, 2, 0, 1, 0, 3),
        ("Total", 10, 1, 14, 1, 14, 3, 43),
    ]
    merges = [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4), (0, 5, 0, 6), (0, 7, 1, 7)]
    blocks: list[Block] = [
        "MOCKBURY CITY COUNCIL\nLegal and Governance, Civic Centre, Mockbury MK99 3ZZ",
        "Reference: 10045583    Date: 27/01/2026",
        "Dear requester",
        (
            "Thank you for your request, received on 5 January 2026 and answered within the 20 working days "
            "allowed. The Council holds the information and it is set out below. All prosecutions were brought "
            "under section 33 or 34 of the Environmental Protection Act 1990."
        ),
        ASKED,
        Grid(rows, merges=merges),
        "The maximum fixed penalty in this authority rose from £400 to £1,000 on 31 July 2023.",
        REVIEW,
        "Yours faithfully\nInformation Governance Team\nPhone 01632 960 882, option 2",
    ]
    pdf(replies / "mockbury" / "Response 10045583.pdf", blocks)


def dummyshire(replies: Path) -> None:
    body = """Dear Sir or Madam,

Our reference: DCC/26/0087

Under section 1(1)(a) of the Freedom of Information Act 2000 I can confirm that Dummyshire County Council does
not hold the information that you have requested. In two-tier areas fly-tipping is enforced by the district
councils; the County Council is the waste disposal authority only and has no power under section 33 that it uses.

For assistance (section 16): the seven districts together reported 4,310 incidents in 2023/24 to the national
database. Any prosecutions would be held by them.

Information Access Team
County Hall, Dummyshire, DM99 0QQ | 01632 960200 | Mon-Fri 9-5
"""
    mail = Mail(
        "FOI Dummyshire <foi@dummyshire.example>",
        "FOI DCC/26/0087 - Response",
        "Thu, 22 Jan 2026 10:14:00 +0000",
        body,
    )
    eml(replies / "Dummyshire County Council" / "response.eml", mail)


def placeholder(replies: Path) -> None:
    body = """Dear requester,

RE: Case 20591877

Between 1 April 2022 and 31 March 2025 the Council brought thirty-one prosecutions for fly-tipping. Eleven of
them were in 2022/23. There were 8 in 2023/24. There were 12 in 2024/25.

Twenty-four ended in a fine. Three ended in a conditional discharge. Two were dismissed by the court. The
remaining 2 are still before the court.

Eighteen of the cases were about household waste. The Council did not record the kind of waste in the other 13.

By way of background the Council received 3,902 reports of fly-tipping in 2024/25 and cleared 96% of them within
2 working days.

Regards,
Senior Information Officer
London Borough of Placeholder, 1 Pretend Street, London N99 9ZZ
020 7946 0321

You can ask for a review within 2 months. The ICO can be reached on 0303 123 1113.

> On 5 Jan 2026, at 09:02, survey@newsdesk.example wrote:
> 1. How many prosecutions for fly-tipping did you bring in 2022/23, 2023/24 and 2024/25?
> 2. How did each end?  3. What kind of waste was it?
"""
    mail = Mail(
        "noreply@lbplaceholder.example",
        "Case 20591877 Freedom of Information response",
        "Tue, 03 Feb 2026 16:40:00 +0000",
        body,
    )
    eml(replies / "20591877.eml", mail)


def fictionby(replies: Path) -> None:
    blocks: list[Block] = [
        "Fictionby Metropolitan Borough Council\nPO Box 614, Fictionby, FY99 7TT",
        "FOI 2026/0031    19 January 2026",
        "REFUSAL NOTICE",
        (
            "The Council holds information about prosecutions, but it estimates that compliance would exceed the "
            "appropriate limit of £450, which is 18 hours at £25 an hour. The legal case system does not separate "
            "fly-tipping from other environmental matters. There are 1,340 enforcement files for the three years; "
            "at 5 minutes each the work would take about 112 hours, at a cost of £2,792."
        ),
        (
            "Section 12(1) of the Freedom of Information Act 2000 therefore applies and this letter is a refusal "
            "notice under section 17(5). You could narrow your request to 1 year, although even 2024/25 alone has "
            "451 files."
        ),
        REVIEW,
    ]
    pdf(replies / "fictionby" / "s12 refusal.pdf", blocks)


def testwick(replies: Path) -> None:
    rows: list[Row] = [
        ("Testwick District Council", None, None, None),
        ("FOI request 2025/0448 - prosecutions under s.33 EPA 1990", None, None, None),
        ("Data extracted 16/01/2026", None, None, None),
        (None, None, None, None),
        ("Outcome", *YEARS),
        ("Fined", 11, 9, 14),
        ("Community order", "<5", 0, "<5"),
        ("Custodial sentence", 0, "<5", 0),
        ("Withdrawn", 6, "<5", 5),
        ("All prosecutions", 19, 13, 22),
        (None, None, None, None),
        ("Note 1: <5 means one to four cases; exact numbers are withheld under section 40(2).", None, None, None),
        ("Note 2: the kind of waste is withheld under section 40(2) as well.", None, None, None),
        ("Note 3: 127 fixed penalty notices in 2024/25 are not included.", None, None, None),
    ]
    csv_file(replies / "testwick" / "2025-0448.csv", rows)


def pretendham(replies: Path) -> None:
    body = """Dear requester

Reference PBC-0294. This is an INTERIM reply: our legal team is still checking 2024/25. On the figures to hand the
Council brought 11 prosecutions in the three years, of which 9 ended in a fine and 2 are pending. A final reply
will follow by 17 February 2026 and will replace these figures.

Corporate Information, Pretendham Borough Council, 01632 960555
"""
    mail = Mail(
        "Corporate Information <foi@pretendham.example>",
        "PBC-0294 interim reply",
        "Fri, 30 Jan 2026 11:05:00 +0000",
        body,
    )
    eml(replies / "pretendham" / "1 interim.eml", mail)
    rows: list[Row] = [
        ("PBC-0294 FINAL RESPONSE (replaces our interim reply of 30 January 2026)",),
        ("Fly-tipping prosecutions, 1 April 2022 to 31 March 2025",),
        (),
        ("Outcome", "Number", "%"),
        ("Fined", 10, 0.714),
        ("Unpaid work", 1, 0.071),
        ("Absolute discharge", 1, 0.071),
        ("Proceedings discontinued", 2, 0.143),
        ("Total", 14, 1),
        (),
        ("Waste", "Number", "%"),
        ("Domestic bags", 8, 0.571),
        ("Rubble", 4, 0.286),
        ("Asbestos", 2, 0.143),
        ("Total", 14, 1),
        (),
        ("Financial year", "Number"),
        ("2022/23", 3),
        ("2023/24", 6),
        ("2024/25", 5),
        ("Total", 14),
    ]
    xlsx(replies / "pretendham" / "2 final PBC-0294.xlsx", {"Response": rows}, looks={"C": "0.0%"})


def makebelieve(replies: Path) -> None:
    table = Grid(
        [
            ("Year", "Fine", "Discharge", "Not convicted", "Total"),
            ("2022/23", 5, 1, 0, 6),
            ("2023/24", 7, 2, 1, 10),
            ("2024/25", 4, 1, 1, 6),
            ("Total", 16, 4, 2, 23),
        ]
    )
    blocks: list[Block] = [
        "Makebelieve-on-Sea Borough Council",
        "Your ref: none. Our ref: ENV/FOI/118. 2nd February 2026",
        "1. We brought a total of 23 prosecutions in the period.",
        "2. The results are in the table:",
        table,
        "3. We do not hold information on the kind of waste without opening each file.",
        "We spent £18,240 on legal fees. " + REVIEW,
    ]
    docx(replies / "makebelieve" / "ENV FOI 118.docx", blocks)


def inventia(replies: Path) -> None:
    heads = ("Fined", "Community Order", "Suspended sentence", "Convictions (sub-total)", "Acquitted")
    rows: list[Row] = [
        ("Inventia Council: fly-tipping prosecutions, April 2022 to March 2025 inclusive (ref IC-26-019)",),
        (),
        ("Waste type", *heads, "Awaiting trial", "Grand total"),
        ("Black bags", 12, 1, 0, 13, 1, 0, 14),
        ("Garden waste", 3, 0, 0, 3, 0, 1, 4),
        ("Household sub-total", 15, 1, 0, 16, 1, 1, 18),
        ("Builders' waste", 9, 2, 1, 12, 2, 1, 15),
        ("Tyres", 2, 0, 1, 3, 0, 0, 3),
        ("Commercial waste", 5, 1, 0, 6, 1, 0, 7),
        ("Non-household sub-total", 16, 3, 2, 21, 3, 1, 25),
        ("Grand total", 31, 4, 2, 37, 4, 2, 43),
        (),
        ("Source: legal case system, run 14/01/2026, 1 page. Yearly figures are not held.",),
    ]
    xls(replies / "Inventia" / "IC-26-019.xls", "Sheet1", rows)


def nowherton(replies: Path) -> None:
    text = (
        "Dear requester,\n\nFOI 3320. Nowherton Council brought no fly-tipping prosecutions in 2022/23, 2023/24 "
        "or 2024/25. This is a nil return for all parts of your request.\n\nDemocratic Services, 4 Nowhere "
        "Lane, NW99 8AB"
    )
    html = f"<html><body><p>{text}</p><p>Tel 01632 960 990</p></body></html>".replace("\n\n", "</p><p>")
    mail = Mail("foi@nowherton.example", "FOI 3320", "Mon, 12 Jan 2026 14:20:00 +0000", text + "\n", html)
    eml(replies / "nowherton" / "FOI 3320.eml", mail)


def imaginham(replies: Path) -> None:
    body = """Thank you for contacting Imaginham District Council. Your request has been logged as FOI-IMG-26-0455.

We will respond within 20 working days, that is by 2 February 2026. There may be a charge if more than 18 hours
of work are needed. In 2024/25 we answered 1,112 requests, 91% of them on time.

Please do not reply to this automatic message.
"""
    mail = Mail(
        "customer.services@imaginham.example",
        "Acknowledgement FOI-IMG-26-0455",
        "Mon, 05 Jan 2026 09:03:00 +0000",
        body,
    )
    eml(replies / "imaginham" / "acknowledgement.eml", mail)


def write(replies: Path) -> None:
    """All replies of this survey."""
    for writer in (exampleton, sampleford, mockbury, dummyshire, placeholder, fictionby):
        writer(replies)
    for writer in (testwick, pretendham, makebelieve, inventia, nowherton, imaginham):
        writer(replies)
