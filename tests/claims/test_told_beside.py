"""What stands beside right figures: on top of what, of which, how far, how long, since when, behind whom."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from foidesk.survey import Survey

from .test_reading import verdicts

SURVEY = Path(__file__).parents[2] / "benchmarks/claims/fourteenth-opened/surveys/allotment-waits"


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """In 2024 Mockbridge evicted 62 tenants, 24 of them over arrears and 27 for neglect; Dreamwick refused q4."""
    folder = tmp_path_factory.mktemp("beside") / "survey"
    shutil.copytree(SURVEY, folder)
    found = Survey(folder)
    found.ingest()
    return found


M = "Mockbridge evicted 62 tenants in 2024"
PENSIONERS = "Pensioners made 247 applications to Mockbridge in 2024"
ARREARS = "Mockbridge evicted 24 tenants over rent arrears in 2024"
ROSE = "Evictions at Mockbridge rose from 38 in 2021 to 62 in 2024"

STANDS = [
    # who had none
    ("Two of the nine councils had no disciplinary cases.", "Two"),
    ("Two of the nine councils had no disciplinary cases at all.", "no"),
    ("At least two of the nine councils had no disciplinary cases.", "no"),
    ("Ten of the ten councils had evictions.", "Ten"),
    ("In 2024, 44 per cent of evictions at Mockbridge were for neglect - 27 in all.", "27"),
    # of the kind that goes on, or of all
    (f"{PENSIONERS} and got 47 plots.", "47"),
    (f"{PENSIONERS} and were given 47 plots.", "47"),
    (f"{PENSIONERS}, and 47 plots were let to them.", "47"),
    (f"{PENSIONERS}, while the council let 142 plots in all.", "142"),
    (f"{PENSIONERS} and Mockbridge let 142 plots in all.", "142"),
    ("Pensioners made 1,490 applications in 2024. At Mockbridge they made 247.", "247"),
    (f"{ARREARS}; Feignhurst evicted 17 in all.", "17"),
    (f"{ARREARS}, out of 62 evictions.", "62"),
    ("Mockbridge let 47 plots to pensioners in 2024 and received 918 applications.", "918"),
    ("Mockbridge let 47 plots to pensioners in 2024 and received 247 applications from them.", "247"),
    ("Records obtained by the Mockbridge Gazette show that Ersatzford evicted 58 tenants in 2024.", "58"),
    # each of two, or of its year
    ("Both Pretendle and Guessington received fewer than 250 applications in 2024.", "fewer than 250"),
    ("Both Pretendle and Guessington received fewer than 400 applications in total in 2024.", "fewer than 400"),
    ("Mockbridge received 918 applications in 2024, compared with 734 and 655 in 2023 and 2022.", "734"),
    ("Mockbridge received 918 applications in 2024, compared with 734 and 655 in 2023 and 2022.", "655"),
    # on top of another kind, body, time or thing
    ("Mockbridge evicted 24 tenants over rent arrears in 2024. A further 27 were evicted for neglect.", "27"),
    ("Mockbridge evicted 24 tenants over rent arrears in 2024 and another 27 for neglect.", "27"),
    (f"{M}. Of these, 24 were evicted over rent arrears and a further 27 for neglect.", "27"),
    ("Mockbridge received 918 applications in 2024. It also evicted 62 tenants.", "62"),
    # nobody sees a part where there is none
    ("Neither Pretendle nor Guessington reported a single disciplinary case.", "a single"),
    ("Guessington and Pretendle dismissed nobody.", "nobody"),
    ("Mockbridge and Guessington had four disciplinary cases.", "four"),
    # since when
    (f"{ROSE}, a rise of 24.", "24"),
    (f"{ROSE}, a rise of 15 on the year before.", "15"),
    (f"{ROSE}, a rise of 15 since 2023.", "15"),
    (f"{ROSE}, an increase of 63 per cent since 2021.", "63 per cent"),
    (f"{ROSE}, an increase of 32 per cent on the year before.", "32 per cent"),
    # how long
    ("Evictions at Mockbridge rose for the third year in a row in 2024, to 62.", "62"),
    ("Evictions at Mockbridge rose for the second consecutive year in 2024, to 62.", "62"),
    ("Evictions at Feignhurst fell for the third year running in 2024.", "fell"),
    # a part of the kind
    ("Mockbridge let 142 plots in 2024, including community groups.", "142"),
    ("Mockbridge received 918 applications in 2024. Of them, 247 came from pensioners.", "247"),
    ("Mockbridge received 918 applications in 2024, 247 of them from pensioners.", "247"),
    # behind whom
    ("Supposeby evicted 111 tenants in 2024. Mockbridge came next with 62.", "62"),
    ("Supposeby evicted 111 tenants in 2024, followed by Mockbridge with 62 and Ersatzford with 58.", "62"),
    # how far
    ("Evictions at Ersatzford rocketed from 25 in 2021 to 58 in 2024.", "58"),
    ("Evictions at Feignhurst plunged from 29 in 2021 to 17 in 2024.", "17"),
    ("Applications to Fabricaster crept up from 287 in 2021 to 301 in 2022.", "301"),
    (
        "Evictions at Ersatzford rose steadily, from 25 in 2021 to 34 in 2022, 46 in 2023 and 58 in 2024.",
        "58",
    ),
    # who answered
    ("Pretendle, which only answered partly, let 36 plots in 2024.", "36"),
    ("The councils received 5,837 applications in 2024, Mockbridge among them.", "5,837"),
]

FALLS = [
    ("Three of the nine councils had no disciplinary cases.", "no"),
    ("Seven of the nine councils had no disciplinary cases.", "Seven"),
    ("Two of the nine councils had no disciplinary cases of theft.", "Two"),
    ("Two of the nine councils had no disciplinary cases in 2024.", "Two"),
    ("Two of the nine councils had no disciplinary cases open.", "no"),
    ("Two of the ten councils had no disciplinary cases.", "Two"),
    ("The nine councils had no disciplinary cases.", "no"),
    ("Ten of the ten councils had no evictions.", "Ten"),
    ("Ten councils had no evictions.", "Ten"),
    ("Mockbridge evicted 24 tenants over rent arrears in 2024. For the year Feignhurst evicted 94 tenants.", "94"),
    (
        "Mockbridge evicted 24 tenants over rent arrears in 2024. Feignhurst had a total of 94 evictions.",
        "a total of 94",
    ),
    ("Mockbridge evicted 24 tenants over rent arrears in 2024. In that time Feignhurst evicted 94 tenants.", "94"),
    ("Ten of the councils recorded no evictions.", "Ten"),
    ("Ten of the ten councils saw no fall in evictions.", "Ten"),
    ("Ten of the ten councils had no plans to evict.", "Ten"),
    ("Mockbridge evicted 24 tenants over rent arrears in 2024. Feignhurst evicted 94 tenants.", "94"),
    (f"{PENSIONERS} and got 142 plots.", "142"),
    (f"{PENSIONERS} and were given 142 plots.", "142"),
    (f"{PENSIONERS}, who were let 142 plots.", "142"),
    (f"{PENSIONERS}, and 142 plots were let to them.", "142"),
    ("Pensioners made 1,490 applications in 2024. At Mockbridge they made 918.", "918"),
    ("Mockbridge let 47 plots to pensioners in 2024 and received 918 applications from them.", "918"),
    (f"{ARREARS} and Feignhurst evicted 17.", "17"),
    (f"{ARREARS}, whereas Feignhurst evicted 17.", "17"),
    (f"{ARREARS}; Feignhurst evicted 17.", "17"),
    ("Mockbridge received 918 applications in 2024, compared with 734 and 612 in 2023 and 2022.", "612"),
    ("Mockbridge received 918 applications in 2024, compared with 655 and 734 in 2023 and 2022.", "655"),
    ("Records obtained by the Mockbridge Gazette show that Ersatzford evicted 120 tenants in 2024.", "120"),
    ("Records obtained by the Mockbridge Gazette show that Ersatzford evicted 62 tenants in 2024.", "62"),
    ("Both Pretendle and Guessington received fewer than 200 applications in 2024.", "fewer than 200"),
    ("Both Pretendle and Guessington received more than 200 applications in 2024.", "more than 200"),
    (f"{M}. A further 27 were evicted for neglect.", "27"),
    (f"{M}. Another 24 were evicted over rent arrears.", "24"),
    (f"{M}. Some 24 more were evicted over rent arrears.", "Some 24"),
    (f"{M}. The other 24 were evicted over rent arrears.", "24"),
    (f"{M}. Over rent arrears, 24 others were evicted.", "24"),
    (f"{M}. It also evicted 24 for rent arrears.", "24"),
    (f"{M}, and another 24 for rent arrears.", "24"),
    (f"{M}, as well as 24 for rent arrears.", "24"),
    (f"{M}, on top of 24 for rent arrears.", "24"),
    ("Neither Dreamwick nor Guessington reported a single disciplinary case.", "a single"),
    ("Dreamwick and Guessington dismissed nobody.", "nobody"),
    ("Mockbridge and Dreamwick had four disciplinary cases.", "four"),
    (f"{ROSE}, a rise of 24 on the year before.", "24"),
    (f"{ROSE}, a rise of 24 in a year.", "24"),
    (f"{ROSE}, a rise of 24 since 2023.", "24"),
    (f"{ROSE}, an increase of 63 per cent on the year before.", "63 per cent"),
    ("Evictions at Mockbridge rose for the fourth year in a row in 2024, to 62.", "62"),
    ("Evictions at Pretendle rose for the second year in a row in 2024.", "rose"),
    ("Evictions at Feignhurst fell for the fourth year running in 2024.", "fell"),
    ("Mockbridge let 47 plots to pensioners in 2024, including community groups.", "47"),
    ("The councils received 5,837 applications in 2024. Of these, 111 were evictions.", "111"),
    ("Mockbridge received 918 applications in 2024, 62 of them evictions.", "62"),
    ("Mockbridge let 142 plots in 2024. It evicted 62 of these tenants.", "62"),
    ("Supposeby evicted 111 tenants in 2024. Ersatzford came next with 58.", "58"),
    ("Supposeby evicted 111 tenants in 2024, followed by Ersatzford with 58 and Untrueham with 36.", "58"),
    ("Evictions at Fabricaster rocketed from 20 in 2021 to 23 in 2024.", "23"),
    ("Evictions at Fabricaster plunged from 25 in 2023 to 23 in 2024.", "23"),
    ("Applications to Ersatzford crept up from 455 in 2021 to 910 in 2024.", "910"),
    (
        "Evictions at Pretendle rose steadily, from nine in 2021 to 12 in 2022, 11 in 2023 and 16 in 2024.",
        "16",
    ),
    ("Despite falling demand, Mockbridge let 142 plots in 2024.", "142"),
    ("Amid falling demand, Mockbridge let 142 plots in 2024.", "142"),
    ("Mockbridge, which only answered partly, let 142 plots in 2024.", "142"),
    ("The councils received 5,837 applications in 2024, Bogusthorpe among them.", "5,837"),
]


def test_what_may_be_of_one_kind_or_of_all_is_asked_about(survey: Survey) -> None:
    for number in ("6", "17"):
        assert verdicts(survey, f"{ARREARS}; Feignhurst evicted {number}.")[number] == "needs a person"


EITHER = [
    ("Mockbridge let 47 plots to pensioners in 2024 from 247 applications.", "247"),
    ("Mockbridge let 47 plots to pensioners in 2024 from 918 applications.", "918"),
    ("In 2024 Mockbridge evicted 24 over rent arrears and 62 in all.", "62"),
    ("In 2024 Mockbridge evicted 24 tenants over rent arrears, 62 tenants in all.", "62"),
    ("Mockbridge evicted 24 tenants over rent arrears in 2024. Feignhurst evicted 17 tenants.", "17"),
]
NEITHER = [
    ("Mockbridge let 47 plots to pensioners in 2024 from 734 applications.", "734"),
    ("In 2024 Mockbridge evicted 24 over rent arrears and 63 in all.", "63"),
    ("Mockbridge evicted 24 tenants over rent arrears in 2024. Feignhurst evicted 95 tenants.", "95"),
]


@pytest.mark.parametrize(("text", "figure"), EITHER)
def test_what_is_true_in_one_of_two_ways_is_not_contradicted(survey: Survey, text: str, figure: str) -> None:
    assert verdicts(survey, text)[figure] == "needs a person"


@pytest.mark.parametrize(("text", "figure"), NEITHER)
def test_what_is_true_in_neither_way_is(survey: Survey, text: str, figure: str) -> None:
    assert verdicts(survey, text)[figure] == "contradicted"


@pytest.mark.parametrize(("text", "figure"), STANDS)
def test_words_beside_a_figure_that_the_replies_bear_out_stop_nothing(
    survey: Survey, text: str, figure: str
) -> None:
    assert verdicts(survey, text)[figure] == "supported"


@pytest.mark.parametrize(("text", "figure"), FALLS)
def test_a_right_figure_is_not_passed_with_words_beside_it_that_are_wrong(
    survey: Survey, text: str, figure: str
) -> None:
    assert verdicts(survey, text)[figure] != "supported"
