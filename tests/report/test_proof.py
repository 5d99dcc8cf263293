"""The output is read again before a byte of it is written."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from foidesk.errors import Blocked
from foidesk.report import personal_data, publish
from foidesk.report.pictures import ROW_VEIL, Picture
from foidesk.report.proof import prove

from . import made


def _edition(words: str):  # type: ignore[no-untyped-def]
    from foidesk.report.edition import Edition

    publication = made.publication()
    reading = publication.readings[made.MAIL]
    part = replace(reading.parts[0], text=words)
    readings = {made.MAIL: replace(reading, parts=(part,))}
    return Edition(replace(publication, readings=readings), made.images, draft=False)


@pytest.mark.parametrize("held", ["01632 960 123", "01632\n960  123", "ada@example.org"])
def test_a_sealed_word_in_any_text_of_the_output_is_refused(held: str) -> None:
    edition = _edition("Ring 01632 960 123 or write to ada@example.org.")
    prove({"index.html": b"<p>nothing</p>"}, {}, edition)
    with pytest.raises(Blocked, match="still in the output"):
        prove({"data/x.csv": f"words\n{held}\n".encode()}, {}, edition)


def test_a_sealed_word_cut_up_by_markup_is_seen() -> None:
    with pytest.raises(Blocked):
        prove({"a.html": b"<p>01632 <b>960</b> 123</p>"}, {}, _edition("Ring 01632 960 123."))


def test_what_shows_through_a_veil_is_refused() -> None:
    image = Image.new("RGB", (40, 40), ROW_VEIL)
    picture = Picture(_webp(image), 40, 40, (), 0, ((0, 0, 40, 20),))
    prove({"a.webp": picture.data}, {"a.webp": picture}, _edition(""))
    image.putpixel((5, 5), (0, 0, 0))
    with pytest.raises(Blocked, match="veil"):
        prove({"a.webp": _webp(image)}, {"a.webp": picture}, _edition(""))


def _webp(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", lossless=True)
    return out.getvalue()


def test_nothing_is_written_when_the_proof_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from foidesk.report import site

    def fail(*given: object) -> None:
        raise Blocked("still there")

    monkeypatch.setattr(site, "prove", fail)
    with pytest.raises(Blocked):
        publish(tmp_path, made.publication(), made.images)
    assert list(tmp_path.iterdir()) == []


def test_each_kind_of_personal_data_is_counted_and_a_change_is_noticed() -> None:
    publication = made.publication()
    reading = publication.readings[made.MAIL]

    def found(words: str) -> dict[str, tuple[int, str]]:
        one = replace(reading, parts=(replace(reading.parts[0], text=words, blocks=()),))
        return {each.kind.id: (each.count, each.digest) for each in personal_data({made.MAIL: one})}

    words = "Mr J Example, PC 12345, collar number 77, EX1 1AA, ada@example.org, 01632 960 123, ext 4411"
    counts = {kind: count for kind, (count, _) in found(words).items() if count}
    assert counts == {"names": 1, "e-mails": 1, "telephones": 2, "addresses": 1, "collar-numbers": 2}
    changed = {kind for kind, each in found(words.replace("ada@", "bob@")).items() if each != found(words)[kind]}
    assert "e-mails" in changed and "names" not in changed


@pytest.mark.parametrize(
    "words", ["PC 12 cases", "PC 2013", "PS 116", "Sergeant Dismissed", "PC Final Written Warning", "12 A1 3BC"]
)
def test_figures_and_results_after_a_rank_are_no_persons(words: str) -> None:
    from foidesk.report.masking import mask

    assert mask(words) == words
