"""Letters in which a hasty reader gets an outcome wrong: what is sure is right. Each is a REHEARSAL."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterText, recognise

FOIA = law("uk-foia-2000")
QUESTIONS = (
    "How many buses does the council run?",
    "What did the buses cost in 2025?",
    "Please send the maintenance contract.",
    "How many drivers were dismissed in 2025?",
)
HELLO = "Thank you for your request under the Freedom of Information Act 2000. Our response is below."


def outcomes(*blocks: str) -> list[str]:
    """The outcome of each question; "ask" where a person is asked."""
    letter = LetterText("Response to your request", "foi@b.example", False, (HELLO, *blocks))
    return [one.outcome if one.sure else "ask" for one in recognise(letter, FOIA, QUESTIONS).outcomes]


HASTY = {
    "plain in order": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full", "full", "full"),
    ),
    "plain refused in order": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            (
                "We are withholding the maintenance contract under section 43(2) of the Act, as the public "
                "interest favours maintaining the exemption."
            ),
            "We do not hold the number of drivers dismissed.",
        ),
        ("full", "full", "refused", "not held"),
    ),
    "retracted refusal": (
        (
            "The council runs 14 buses.",
            (
                "We first refused the cost of the buses under section 43(2). On reflection that was wrong and the "
                "figure is £2,114,000."
            ),
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full", "full", "full"),
    ),
    "if held exempt": (
        (
            "The council runs 14 buses.",
            "The cost of the buses is not recorded. If it were held it would be exempt under section 43(2).",
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "not held", "full", "full"),
    ),
    "another requester": (
        (
            "The council runs 14 buses.",
            (
                "Another requester asked what the buses cost in 2024 and we refused under section 12. The buses "
                "cost £2,114,000 in 2025."
            ),
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full", "full", "full"),
    ),
    "hypothetical exemption": (
        (
            "The council runs 14 buses.",
            (
                "The cost of the buses might be exempt under section 43(2) in other circumstances. The buses cost "
                "£2,114,000 in 2025."
            ),
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full", "full", "full"),
    ),
    "not consider s12": (
        (
            "We do not consider that section 12 applies to the number of buses, which is 14.",
            "The buses cost £2,114,000 in 2025.",
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full", "full", "full"),
    ),
    "contract is held but": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            (
                "The maintenance contract is attached, save for the price schedule, which is withheld under "
                "section 43(2)."
            ),
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full", "partial", "full"),
    ),
    "contract to follow": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            "The maintenance contract will follow next week.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full", "none", "full"),
    ),
    "two together": (
        (
            (
                "The council runs 14 buses and the number of drivers dismissed and the cost are withheld under "
                "under section 40(2)."
            ),
            "The maintenance contract is attached.",
        ),
        ("full", "refused", "full", "refused"),
    ),
    "cost of drivers": (
        (
            "The council runs 14 buses.",
            "In 2024 the buses cost £1,900,000. We have no figure for 2025.",
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "not held|partial", "full", "full"),
    ),
    "neighbour's figure": (
        (
            "The council runs 14 buses.",
            (
                "The neighbouring district's buses cost £2,114,000 in 2025; ours are leased by the trust and we "
                "hold no cost."
            ),
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "not held", "full", "full"),
    ),
    "reasons mention": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            (
                "The maintenance contract is exempt under section 43(2). Drivers could be dismissed if its terms "
                "were known."
            ),
            "We hold nothing on dismissals of drivers.",
        ),
        ("full", "full", "refused", "not held"),
    ),
    "silent third": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            "This we withhold under section 43(2).",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full|partial|refused", "refused", "full"),
    ),
    "silent third other sense": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            "Those figures leave out three vehicles on loan, whose price is exempt under section 43(2).",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "partial", "none", "full"),
    ),
    "part note at end": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
            "Some of the figures above have been rounded and those for depots left out under section 43(2).",
        ),
        ("partial", "partial", "full|partial", "partial"),
    ),
    "rights of review naming": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            "The maintenance contract is dealt with below.",
            "Two drivers were dismissed in 2025.",
            (
                "If you are unhappy with our decision to withhold the maintenance contract under section 43(2), "
                "you may ask for an internal review."
            ),
        ),
        ("full", "full", "refused", "full"),
    ),
    "rights naming number": (
        (
            "1. 14 buses.",
            "2. £2,114,000.",
            "3. Attached.",
            "4. Two.",
            (
                "You have the right to ask for a review of the decision to withhold the answer to question 2 "
                "under section 40(2)."
            ),
        ),
        ("full", "partial|refused", "full", "full"),
    ),
    "rights generic": (
        (
            "1. 14 buses.",
            "2. £2,114,000.",
            "3. The contract is attached.",
            "4. Two drivers.",
            (
                "If you are unhappy with the way your request was handled you may ask for an internal review. Ask "
                "for one within two months of this letter. Someone who took no part in the decision will "
                "carry it out."
            ),
        ),
        ("full", "full", "full", "full"),
    ),
    "rights then real": (
        (
            "1. 14 buses.",
            "2. £2,114,000.",
            "3. The contract is attached.",
            "If you are unhappy you may ask for a review. It is exempt under section 40(2) as to question 4.",
        ),
        ("full", "full", "full", "refused"),
    ),
    "announce then nothing": (
        (
            "Our answers are set out below against each of your questions.",
            "The information is not held.",
        ),
        ("not held", "not held", "not held", "not held"),
    ),
    "announce with refusal": (
        ("For each of your questions, the answer below is that the information is exempt under section 43(2).",),
        ("refused", "refused", "refused", "refused"),
    ),
    "announce all attached": (
        ("The answers to all of your questions are below and in the attached spreadsheet.",),
        ("full", "full", "full", "full"),
    ),
    "q part of act": (
        (
            "The council runs 14 buses.",
            (
                "Under Part 2 of the Passenger Transport Act the information on drivers dismissed is not ours. It "
                "is exempt under section 44(1)(a)."
            ),
            "The buses cost £2,114,000 in 2025.",
        ),
        ("full", "full", "none", "refused"),
    ),
    "notice with nothing refused": (
        (
            "1. 14 buses.",
            "2. £2,114,000.",
            "3. Attached.",
            "4. Two.",
            "This letter is a refusal notice under section 17 of the Act.",
        ),
        ("full", "full", "full", "full"),
    ),
    "nothing removed but": (
        (
            "1. 14 buses.",
            "2. £2,114,000.",
            "3. The contract is attached. Nothing has been removed from it other than the prices.",
            "4. Two.",
        ),
        ("full", "full", "partial", "full"),
    ),
    "nothing removed": (
        (
            "1. 14 buses.",
            "2. £2,114,000.",
            "3. The contract is attached. Nothing has been removed from it.",
            "4. Two.",
        ),
        ("full", "full", "full", "full"),
    ),
    "without redactions save": (
        (
            "1. 14 buses.",
            "2. £2,114,000.",
            "3. The contract is attached without redaction except for schedule 2.",
            "4. Two.",
        ),
        ("full", "full", "partial", "full"),
    ),
    "cost but gives": (
        (
            "1. 14 buses.",
            (
                "2. To find the cost would take 40 hours and section 12(1) applies. The 2025 total was £2,114,000 "
                "for new buses."
            ),
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "cost limit|full|partial", "full", "full"),
    ),
    "cost applied to part": (
        (
            "1. 14 buses.",
            "2. The new buses cost £2,114,000. For the old ones we apply section 12(1).",
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "partial", "full", "full"),
    ),
    "cost not applied": (
        (
            "1. 14 buses.",
            "2. We thought about section 12(1) but do not apply it: £2,114,000.",
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "full", "full", "full"),
    ),
    "cost earlier": (
        (
            "1. 14 buses.",
            "2. In our letter of May we applied section 12(1). That no longer holds: see the figure in the sheet.",
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "full", "full", "full"),
    ),
    "advice only": (
        (
            "1. 14 buses.",
            (
                "2. Section 12(1) applies, as the search would take 40 hours. Under our duty to assist we could "
                "give the total for May if you ask."
            ),
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "cost limit", "full", "full"),
    ),
    "advice given": (
        (
            "1. 14 buses.",
            (
                "2. Section 12(1) applies, as the search would take 40 hours. Under our duty to assist we enclose "
                "the total for May."
            ),
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "cost limit|partial", "full", "full"),
    ),
    "zero with note": (
        (
            "0.",
            "x",
        ),
        ("full|nil|none", "full|nil|none", "full|nil|none", "full|nil|none"),
    ),
    "nil then no records": (
        (
            "1. 14 buses.",
            "2. £2,114,000.",
            "3. Attached.",
            "4. 0. No records are kept of dismissals.",
        ),
        ("full", "full", "full", "not held"),
    ),
    "nil twice": (
        (
            "1. 14 buses.",
            "2. £2,114,000.",
            "3. Attached.",
            "4. 0. There were no dismissals.",
        ),
        ("full", "full", "full", "nil"),
    ),
    "outright with ground elsewhere": (
        (
            "1. 14 buses.",
            "2. Not disclosed. Section 43(2) was considered for the price only and not applied.",
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "refused", "full", "full"),
    ),
    "outright ground": (
        (
            "1. 14 buses.",
            "2. Not disclosed. Section 43(2): prejudice to commercial interests.",
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "refused", "full", "full"),
    ),
    "ground mention of other": (
        (
            "1. 14 buses.",
            "2. £2,114,000. The note is withheld.",
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "partial", "full", "full"),
    ),
    "held then enclosed": (
        (
            "1. 14 buses.",
            "2. Four invoices are held. They are enclosed, with names blanked out under section 40(2).",
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "partial", "full", "full"),
    ),
    "held then refused one": (
        (
            "1. 14 buses.",
            "2. Four invoices are held. One is exempt under section 43(2).",
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "partial", "full", "full"),
    ),
    "small beside": (
        (
            "1. 14 buses.",
            "2. £2,114,000.",
            "3. Attached.",
            "4. Fewer than five; the number is withheld under section 40(2).",
        ),
        ("full", "full", "full", "partial|refused"),
    ),
    "shared refused with some": (
        (
            "Questions 1 to 3 are refused in so far as they concern 2024.",
            "4. Two.",
        ),
        ("partial", "partial", "partial", "full"),
    ),
    "shared refused": (
        (
            "Questions 1 to 3 are refused as repeated, section 14(2).",
            "4. Two drivers were dismissed.",
        ),
        ("refused", "refused", "refused", "full"),
    ),
    "shared not refused": (
        (
            "Questions 1 to 3 are not refused; the answers are in the sheet.",
            "4. Two drivers were dismissed.",
        ),
        ("full", "full", "full", "full"),
    ),
    "shared would be refused": (
        (
            "Questions 1 to 3 would be refused if asked again.",
            "1. 14.",
            "2. £2.1m.",
            "3. Attached.",
            "4. Two drivers were dismissed.",
        ),
        ("full", "full", "full", "full"),
    ),
    "rounded note": (
        (
            "Numbers are rounded to the nearest 5.",
            "The council runs 15 buses.",
            "The maintenance contract is attached.",
        ),
        ("full", "none", "full", "none"),
    ),
    "website but ground not": (
        (
            "1. 14 buses.",
            "2. See www.council.example/buses for what other councils paid; section 21.",
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "refused", "full", "full"),
    ),
    "accessible no": (
        (
            "1. 14 buses.",
            "2. The cost is not reasonably accessible to you by other means and is £2,114,000.",
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "full", "full", "full"),
    ),
    "not obliged to comply supposed": (
        (
            "1. 14 buses.",
            (
                "2. If it took more than 18 hours we would not be obliged to comply under section 12(1). It took "
                "two: £2,114,000."
            ),
            "3. Attached.",
            "4. Two.",
        ),
        ("full", "full", "full", "full"),
    ),
    "prior decision quoted": (
        (
            "In our decision of 3 May we wrote: the cost of the buses is exempt under section 43(2).",
            "Having reviewed this, the buses cost £2,114,000 in 2025.",
            "The council runs 14 buses.",
        ),
        ("full", "full", "none", "none"),
    ),
    "commissioner's other case": (
        (
            "The Commissioner held in another case that the cost of buses is exempt under section 43(2).",
            "The buses cost £2,114,000 in 2025.",
            "The council runs 14 buses.",
        ),
        ("full", "full", "none", "none"),
    ),
    "ncnd supposed": (
        (
            "1. 14 buses.",
            "2. £2,114,000.",
            "3. Attached.",
            "4. We could neither confirm nor deny if you had named a driver, but you have not: two.",
        ),
        ("full", "full", "full", "full"),
    ),
    "ncnd first figure": (
        (
            "1. 14 buses.",
            "2. £2,114,000.",
            "3. Attached.",
            "4. Two drivers were dismissed. We neither confirm nor deny that any other was, section 40(5).",
        ),
        ("full", "full", "full", "partial"),
    ),
    "number of another year": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2019.",
        ),
        ("full", "full", "full", ""),
    ),
    "target": (
        (
            "The council hopes to run 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("", "full", "full", "full"),
    ),
    "would cost": (
        (
            "The council runs 14 buses.",
            "The buses would have cost £2,114,000 in 2025 had they been bought.",
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "none", "full", "full"),
    ),
    "contract of other": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            "The contract for cleaning is attached; that for maintenance is with the depot.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full", "none|not held", "full"),
    ),
    "unattached": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            "The maintenance contract was to be attached but is too large to send.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full", "none", "full"),
    ),
    "third party asked": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025.",
            "We have asked the contractor whether the maintenance contract may be released and await its view.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full", "none", "full"),
    ),
    "no longer exempt": (
        (
            "The council runs 14 buses.",
            "The cost of the buses is no longer exempt under section 43(2): £2,114,000.",
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full", "full", "full"),
    ),
    "was exempt until": (
        (
            "The council runs 14 buses.",
            "The cost of the buses was exempt under section 22 until its publication in May; it is £2,114,000.",
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full", "full", "full"),
    ),
    "exempt from tax": (
        (
            "The council runs 14 buses.",
            "The buses cost £2,114,000 in 2025 and are exempt from vehicle tax.",
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "full", "full", "full"),
    ),
    "room number": (
        (
            "The council runs 14 buses.",
            "The cost of Room 4 was refused to another requester.",
            "The maintenance contract is attached.",
            "Two drivers were dismissed in 2025.",
        ),
        ("full", "none", "full", "full"),
    ),
    "dismissals not held but heading": (
        (
            "Buses: 14.",
            "Cost: £2,114,000.",
            "Contract: attached.",
            "Dismissals: these are held by the union.",
        ),
        ("full", "full", "full", "not held"),
    ),
}
"""By what misleads: the letter, and of each question what it bears, apart by "|"; "" if only asking is right."""


@pytest.mark.parametrize("what", HASTY)
def test_nothing_is_sure_that_the_letter_does_not_say(what: str) -> None:
    blocks, borne = HASTY[what]
    for said, right in zip(outcomes(*blocks), borne, strict=True):
        assert said == "ask" or said in right.split("|")
