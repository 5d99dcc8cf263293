"""What a letter says of its wishes and its papers counts nothing; what looks like it and may count stays."""

from __future__ import annotations

import pytest

from foidesk.words.ignored import ignored, ignored_as
from foidesk.words.numbers import numbers
from foidesk.words.totals import zeros

REMARKS = {
    "what a body would rather do": [
        "We would rather cancel ten fair notices than uphold one that is unfair.",
        "The council would sooner lose two appeals than fight one that is hopeless.",
        "Every lifeguard knows each pool by name, and we would rather put up a notice too many than one too few.",
    ],
    "how small numbers are shown": [
        "Where a number is fewer than five we write <5, which may be any number from 0 to 4.",
        "Where a figure is below five we have written <5, so that nobody can be recognised.",
        "Where a number is fewer than five and might identify somebody we write <5.",
        "One figure, where a debtor could be recognised, is shown as <5.",
        "One figure is shown as <5, because of its size.",
        "One to four persons are therefore shown by an asterisk.",
        "A 0 is a true zero.",
    ],
    "what a mark means": [
        '"x 3" means that three notices were issued to drivers of that kind.',
        "“*” denotes one to four.",
        "Note 1: <5 means one to four cases.",
        "(x2) is two allegations.",
    ],
    "what a row stands for": [
        "Where one inmate handed in several grievances at once on the same matter, they share a line.",
        "Where neighbours claimed for the same thing they were given one line.",
        "There is one driver to a line.",
        "Most lines are one crash.",
        "Table C. Complaints by disposition (one disposition for the complaint as a whole)",
        "One driver is counted once for each crash that led to discipline.",
    ],
    "tables and files sent": [
        "Please find our answer in the three tables attached.",
        "We enclose the three tables that you asked for.",
        "It produces them in the form of one Excel file.",
    ],
    "where records are kept": [
        "Our system has one code for dogs and alarms and they cannot be told apart.",
        "It was however recorded in three systems.",
        "The share is not held, because two systems are in use.",
        "The results are kept on paper at six depots.",
    ],
    "question number": ["Our answers to all four questions are in the tables attached."],
    "fee for a review": [
        "You may ask for an internal review. The fee for a review is €30.",
        "Apply for an internal review within four weeks. A fee of €30 applies.",
        "You can request an internal review. A fee of €30 must be paid.",
    ],
    "year": [
        "The case of 2024 is still open.",
        "The closures of 2024 came about because leases ran out.",
        "The parking attendant of 2023 was cleared.",
        "Most of the rise in 2025 came after we began to record more.",
    ],
}
STAYS = [
    "Where a number is below five we write <5, and 12 officers were dismissed.",
    "“*” means fewer than five, and 12 officers were dismissed.",
    "“*” means fewer than five and 12 officers were dismissed.",
    "Most of the lines are one crash of the twelve.",
    "All rows are wrong in one case.",
    "One outcome was reversed.",
    "One driver is counted twice by mistake.",
    "One disposition for 2023 is missing.",
    "One result is still open.",
    "Fewer than 5 means were found.",
    "Two such files were lost in four cases.",
    "Every entry is one of three that were upheld.",
    "One driver is counted in the table and two are not.",
    # a wish that says a number, or another sentence joined to it
    "We would rather give you a figure of ten than leave the question open.",
    "We would rather say ten than nine.",
    "We would rather have cancelled ten notices than the seven that we did.",
    "We cancelled ten notices rather than go to court.",
    "We would rather settle ten than fight, and settled ten.",
    "We would rather publish ten than none.",
    "We would rather you used ten than the nine in our table.",
    "We would rather cancel notices than fight. Ten were cancelled.",
    "Ten drivers would rather pay than appeal.",
    "We would rather take the ten of our register than the nine of the table.",
    "We would like to correct ten of the rows.",
    "We would have cancelled ten more than that.",
    # small numbers that are counted
    "Fewer than five notices were cancelled.",
    "Where one figure is given it counts five notices.",
    "Between one and four officers were dismissed.",
    "One to four persons were therefore dismissed.",
    "One figure was wrong and should read 15.",
    "Where a figure is below five it was a mistake, and is now seven.",
    "Where a number is fewer than five there were four.",
    "A 0 was entered for three notices by mistake.",
    # marks, rows, papers, records
    "“Appeals” were fifteen in 2023.",
    "“Closed” includes 12 cases that are open.",
    "That means that three were dismissed.",
    "Where one inmate handed in several grievances they were upheld.",
    "Where one driver was hurt, two were fined.",
    "One line of the table is wrong.",
    "There was one driver to blame.",
    "They shared one line of the table with 12 others.",
    "Three tables were lost.",
    "We lost three files.",
    "We enclose three claims that you asked for.",
    "Two systems were hacked.",
    "Our system has ten notices for dogs.",
    "Our system has one case for both.",
    "Papers were kept in six depots.",
    "Records of six depots are not in the table.",
    "Two further codes were paid.",
    "It was recorded in three cases.",
    "Three records are kept on paper and are not in the table.",
    # fees, years
    "The fee for the notice is €30.",
    "Fees of €30 were collected.",
    "The fee is €2,000 and an internal review found it right.",
    "The fee is €35; you may ask for an internal review.",
    "A total of 2024 was cleared.",
    "The number of 2024 is still open.",
    "The rise in 2025 cases was sharp.",
    "The total of 2024 was dismissed.",
    "The closures of 2024 people were late.",
    "The sum of 2024 was paid.",
]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in REMARKS.items() for text in texts])
def test_every_number_of_a_remark_is_ignored_by_its_name(name: str, text: str) -> None:
    seen = numbers(text)
    names = ignored_as(text, seen)
    assert seen and name in names
    assert all(names), dict(zip([one.text for one in seen], names, strict=True))


@pytest.mark.parametrize("text", STAYS)
def test_a_number_that_may_count_stays(text: str) -> None:
    assert any(not ignored(text, one) for one in numbers(text))


@pytest.mark.parametrize(
    "text",
    [
        "We make no apology for defending the public purse.",
        "We have no plans to close any.",
        "Nobody should have to hunt for change while a relative is on the ward.",
        "No one ought to be left waiting.",
        "The council makes no secret of its aims.",
        "Blank cells mean that there were no incidents.",
        "We take no pleasure in it, and have no wish to fine anybody.",
    ],
)
def test_a_no_that_is_a_turn_of_phrase_is_none_of_anything(text: str) -> None:
    assert not zeros(text)


@pytest.mark.parametrize(
    "text",
    [
        "No apology was made in 2023.",
        "No apologies were given.",
        "We made no apology in 2023.",
        "No plans were approved.",
        "We have no plans.",
        "Nobody was dismissed.",
        "Nobody should have been dismissed, and no officer was.",
        "No one was fined.",
        "No excuses were accepted in 2022.",
        "No claim is open.",
        "No promises were broken.",
        "We make no apology for this; no officer was dismissed.",
    ],
)
def test_a_no_that_may_count_is_still_seen(text: str) -> None:
    assert zeros(text)
