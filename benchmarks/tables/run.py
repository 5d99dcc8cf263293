"""How well and how fast tables are found: `python benchmarks/tables/run.py [--peers] [--prints 200] [--detail]`.

Needs the EU half of the ICDAR 2013 set in ../shared/corpora/icdar2013-eu (or --corpus).
Peers (camelot, img2table, pdfplumber) run in a separate environment: --peers-python PATH.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import prints  # noqa: E402
import score  # noqa: E402

from foidesk.readers.pdf import find_tables  # noqa: E402
from foidesk.readers.tables.output import tables_json  # noqa: E402

CORPUS = HERE.parents[2] / "shared" / "corpora" / "icdar2013-eu"
PEERS = ("camelot-hybrid", "img2table", "pdfplumber")
Finder = Callable[[bytes], list[score.Marked]]


def ours(data: bytes) -> list[score.Marked]:
    """What foidesk finds: the same JSON that `foidesk tables` prints."""
    found = tables_json("document.pdf", find_tables(data))["tables"]
    return [score.Marked(t["page"], [tuple(cell[:5]) for cell in t["cells"]]) for t in found]


def on_corpus(corpus: Path) -> tuple[score.Score, float, int]:
    """The score on the collection, the CPU seconds, and the pages."""
    import pypdfium2

    result, seconds, pages = score.Score(), 0.0, 0
    for name, (pdf, truths) in score.documents(corpus).items():
        data = pdf.read_bytes()
        start = time.process_time()
        found = ours(data)
        seconds += time.process_time() - start
        pages += len(pypdfium2.PdfDocument(data))
        result.add(name, score.compare_best(truths, found))
    return result, seconds, pages


def on_prints(count: int, first: int = 0) -> score.Score:
    """The score on tables printed by ourselves, of which nobody tuned a single one by hand."""
    result = score.Score()
    for seed in range(first, first + count):
        printed = prints.make(seed)
        if printed.tables:
            truth = [score.Marked(1, cells) for cells in printed.tables]
            result.add(str(seed), score.compare(truth, ours(printed.pdf)))
    return result


def on_peers(corpus: Path, python: str) -> None:
    """The peers' scores, each run in its own environment in the same minutes."""
    for peer in PEERS:
        command = [python, str(HERE / "peers.py"), peer, str(corpus)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{peer:16} not run: {done.stderr.strip().splitlines()[-1:]}")
            continue
        answer = json.loads(done.stdout)
        result = score.Score()
        for name, (_, truths) in score.documents(corpus).items():
            found = [
                score.Marked(t["page"], [tuple(c) for c in t["cells"]]) for t in answer["found"].get(name, [])
            ]
            result.add(name, score.compare_best(truths, found))
        report(peer, result, answer["seconds"], answer["pages"])


def report(name: str, result: score.Score, seconds: float = 0.0, pages: int = 0) -> None:
    """One line of figures."""
    t = result.total
    speed = f"{pages / seconds:6.1f} pages/CPU-s" if seconds else ""
    print(
        f"{name:16} F1 micro {t.f1:.3f} (P {t.precision:.3f} R {t.recall:.3f})  F1 per document "
        f"{result.f1_per_document:.3f}  whole tables {t.whole}/{t.tables}  found {t.tables_found}  {speed}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--prints", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--detail", action="store_true")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--peers-python", default=str(HERE / ".peers" / "bin" / "python"))
    options = parser.parse_args()
    if options.corpus.exists():
        result, seconds, pages = on_corpus(options.corpus)
        report("foidesk", result, seconds, pages)
        _detail(result, options.detail)
        if options.peers:
            on_peers(options.corpus, options.peers_python)
    if options.prints:
        result = on_prints(options.prints, options.first)
        report("foidesk, prints", result)
        _detail(result, options.detail)


def _detail(result: score.Score, wanted: bool) -> None:
    for name, t in sorted(result.documents.items(), key=lambda item: item[1].f1) if wanted else ():
        if t.f1 < 1:
            print(
                f"   {name:10} F1 {t.f1:.3f}  {t.right} of {t.truth}, {t.found} found, tables {t.whole}/{t.tables}"
            )


if __name__ == "__main__":
    main()
