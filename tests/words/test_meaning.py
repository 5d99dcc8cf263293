"""The vectors of words: near in meaning, whatever the letters."""

import subprocess
import sys

import pytest

from foidesk.words import meaning

MEASURES = ("items missing", "items found again", "replacement cost", "share of stock tagged")

here = pytest.mark.skipif(not meaning.available(), reason="the vectors are not on this system")


@here
@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("pumps that vanished", "items missing"),
        ("were ever seen again", "items found again"),
        ("the bill for replacing", "replacement cost"),
        ("fitted tags", "share of stock tagged"),
    ],
)
def test_another_wording_lies_nearest_to_its_own_measure(text: str, nearest: str) -> None:
    assert meaning.ranked(text, MEASURES)[0][0] == nearest


@here
def test_the_same_words_are_as_near_as_can_be_and_order_is_kept_between_equals() -> None:
    assert meaning.near("written warning", "written  warning") == pytest.approx(1.0, abs=1e-5)
    assert [name for name, _ in meaning.ranked("", ("b", "a"))] == ["b", "a"]


def test_nothing_is_near_to_nothing() -> None:
    assert meaning.near("", "items missing") == 0.0


def test_without_the_package_nothing_passes_a_margin() -> None:
    code = (
        "import sys; sys.modules['wordllama'] = None\n"
        "import importlib.util; old = importlib.util.find_spec\n"
        "importlib.util.find_spec = lambda name, *more: None if name == 'wordllama' else old(name, *more)\n"
        "from foidesk.words import meaning\n"
        "print(meaning.available(), meaning.near('vanished', 'missing'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "0.0"]


@here
def test_no_network_library_is_loaded() -> None:
    code = (
        "import sys; from foidesk.words import meaning; meaning.vector('missing')\n"
        "print(sorted({'requests', 'huggingface_hub', 'wordllama.wordllama'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
