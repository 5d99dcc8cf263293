"""How well scans are read: words and numbers of degraded pages of our own, by each engine and by both.

    python benchmarks/readers/recognition.py [--pages 8] [--first 0] [--dpi 200]

Pages are those of benchmarks/tables/reports.py, drawn as a scanner would: turned by 0.7 degrees, noisy, a JPEG of
quality 40. Truth is the text that was drawn. F1 counts words (numbers) with how often they stand on the page.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import re
import resource
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tables"))

import reports

from foidesk.model import Reading
from foidesk.readers import ocr, read

NUMBER = re.compile(r"\d")


def pages(first: int, count: int, dpi: int) -> Iterator[tuple[Counter[str], bytes]]:
    """The words of each page and the picture of its scan."""
    for seed in range(first, first + count):
        page = pdfium.PdfDocument(reports.make(seed).pdf)[0]
        words = Counter(page.get_textpage().get_text_range().split())
        yield words, scanned(page.render(scale=dpi / 72, grayscale=True).to_pil(), dpi, seed)


def scanned(picture: Image.Image, dpi: int, seed: int) -> bytes:
    """The picture turned, with noise, as a JPEG."""
    turned = picture.convert("L").rotate(0.7, Image.Resampling.BICUBIC, fillcolor=255)
    noise = Image.frombytes("L", turned.size, random.Random(seed).randbytes(turned.width * turned.height))
    out = io.BytesIO()
    Image.blend(turned, noise, 0.12).save(out, "JPEG", quality=40, dpi=(dpi, dpi))
    return out.getvalue()


def f1(truth: Counter[str], found: Counter[str]) -> tuple[int, int, int]:
    return (truth & found).total(), truth.total(), found.total()


def numbers(words: Counter[str]) -> Counter[str]:
    return Counter({word.strip(".,;:()"): n for word, n in words.items() if NUMBER.search(word)})


def measured(engine: str, scans: list[tuple[Counter[str], bytes]]) -> str:
    """One line: F1 of words and of numbers, CPU seconds a page; with both engines, how many faults are flagged."""
    os.environ[ocr.CHOICE] = engine
    sums = {"words": [0, 0, 0], "numbers": [0, 0, 0]}
    wrong = flagged = doubts = 0
    before = cpu()
    for truth, scan in scans:
        reading = read(scan, "scan.jpg").reading
        found = Counter(reading.parts[0].text.split())
        for name, (a, b) in {"words": (truth, found), "numbers": (numbers(truth), numbers(found))}.items():
            sums[name] = [x + y for x, y in zip(sums[name], f1(a, b), strict=True)]
        odd = numbers(found) - numbers(truth)
        quotes = quoted(reading)
        wrong, doubts = wrong + odd.total(), doubts + sum(quotes.values())
        flagged += (odd & quotes).total()
    spent = (cpu() - before) / len(scans)
    words, digits = (2 * right / max(1, a + b) for right, a, b in sums.values())
    return (
        f"{engine or 'both':10} words F1 {words:.3f}  numbers F1 {digits:.3f}  {spent:5.1f} CPU s/page  "
        f"wrong numbers {wrong}, of which flagged {flagged}; numbers flagged in all {doubts}"
    )


def quoted(reading: Reading) -> Counter[str]:
    issues = (i for i in reading.issues if i.kind.startswith("ocr-"))
    return numbers(Counter(where.quote for issue in issues for where in issue.locators))


def cpu() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=8)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--dpi", type=int, default=200)
    options = parser.parse_args()
    scans = list(pages(options.first, options.pages, options.dpi))
    print(f"{options.pages} pages at {options.dpi} dpi, {sum(t.total() for t, _ in scans)} words")
    for engine in (*(name for name, module in ocr.ENGINES.items() if module.present()), ""):
        print(measured(engine, scans), flush=True)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
