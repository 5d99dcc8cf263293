"""How well and how fast tables are found, by foidesk and by its peers, in one run.

    python benchmarks/tables/run.py [--sets eu,prints,reports,web] [--count 200] [--first 0] [--detail]
        [--peers camelot-hybrid,img2table,pdfplumber --peers-python PATH]

Sets: `eu` is the EU half of the ICDAR 2013 competition (../shared/corpora/icdar2013-eu or --corpus), on which the
finder was tuned; `prints`, `reports` and `web` (by Chromium) are pages of our own with seeds from --first. Peers
run in an environment of their own, which peers.py describes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import agencies  # noqa: E402
import prints  # noqa: E402
import reports  # noqa: E402
import score  # noqa: E402
import webprints  # noqa: E402

from foidesk.readers.pdf import find_tables  # noqa: E402
from foidesk.readers.tables.output import tables_json  # noqa: E402

CORPUS = HERE.parents[2] / "shared" / "corpora" / "icdar2013-eu"
Pages = Callable[[range], Iterable[tuple[int, prints.Print]]]
MAKERS: dict[str, Pages] = {
    "prints": lambda seeds: ((seed, prints.make(seed)) for seed in seeds),
    "reports": lambda seeds: ((seed, reports.make(seed)) for seed in seeds),
    "web": webprints.make_all,
    "agencies": agencies.make_all,
}
Documents = dict[str, tuple[Path, list[list[score.Marked]]]]
"""PDF and truths by name: some documents of the competition have two truths."""


def ours(data: bytes) -> list[score.Marked]:
    """What foidesk finds: the same JSON that `foidesk tables` prints."""
    found = tables_json("document.pdf", find_tables(data))["tables"]
    return [score.Marked(t["page"], [tuple(cell[:5]) for cell in t["cells"]]) for t in found]


def printed(make: Pages, folder: Path, first: int, count: int) -> Documents:
    """Pages of our own, written to the folder for the peers."""
    out: Documents = {}
    for seed, page in make(range(first, first + count)):
        path = folder / f"{seed}.pdf"
        path.write_bytes(page.pdf)
        out[str(seed)] = path, [[score.Marked(1, cells) for cells in page.tables]]
    return out


def of_ours(documents: Documents) -> tuple[score.Score, float]:
    """The score and the CPU seconds of foidesk."""
    result, seconds = score.Score(), 0.0
    for name, (pdf, truths) in documents.items():
        data = pdf.read_bytes()
        start = time.process_time()
        found = ours(data)
        seconds += time.process_time() - start
        result.add(name, score.compare_best(truths, found))
    return result, seconds


def of_peer(peer: str, documents: Documents, folder: Path, python: str) -> tuple[score.Score, float] | None:
    """The same of a peer, which runs in its own environment; None if it does not run at all."""
    command = [python, str(HERE / "peers.py"), peer, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{peer:16} not run: {done.stderr.strip().splitlines()[-1:]}")
        return None
    answer = json.loads(done.stdout.splitlines()[-1])
    result = score.Score()
    for name, (_, truths) in documents.items():
        given = answer["found"].get(name, [])
        found = [score.Marked(t["page"], [tuple(cell) for cell in t["cells"]]) for t in given]
        result.add(name, score.compare_best(truths, found))
    return result, answer["seconds"]


def pages_of(documents: Documents) -> int:
    import pypdfium2

    return sum(len(pypdfium2.PdfDocument(str(pdf))) for pdf, _ in documents.values())


def report(name: str, result: score.Score, seconds: float, pages: int) -> None:
    """One line of figures."""
    t = result.total
    print(
        f"{name:16} F1 micro {t.f1:.3f} (P {t.precision:.3f} R {t.recall:.3f})  F1 per document "
        f"{result.f1_per_document:.3f}  whole tables {t.whole}/{t.tables}  found {t.tables_found}  "
        f"{pages / seconds:6.1f} pages/CPU-s",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--sets", default="eu,prints,reports")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--detail", action="store_true")
    parser.add_argument("--peers", default="")
    parser.add_argument("--peers-python", default=str(HERE / ".peers" / "bin" / "python"))
    options = parser.parse_args()
    for name in options.sets.split(","):
        with tempfile.TemporaryDirectory() as written:
            folder = options.corpus if name == "eu" else Path(written)
            if name == "eu":
                documents = score.documents(folder)
            else:
                documents = printed(MAKERS[name], folder, options.first, options.count)
            if documents:
                _compare(name, documents, folder, options)


def _compare(name: str, documents: Documents, folder: Path, options: argparse.Namespace) -> None:
    pages = pages_of(documents)
    print(f"{name}: {len(documents)} documents, {pages} pages")
    result, seconds = of_ours(documents)
    report("foidesk", result, seconds, pages)
    _detail(result, options.detail)
    for peer in filter(None, options.peers.split(",")):
        answer = of_peer(peer, documents, folder, options.peers_python)
        if answer:
            report(peer, *answer, pages)


def _detail(result: score.Score, wanted: bool) -> None:
    for name, t in sorted(result.documents.items(), key=lambda item: item[1].f1) if wanted else ():
        if t.right < max(t.truth, t.found):
            print(
                f"   {name:10} F1 {t.f1:.3f}  {t.right} of {t.truth}, {t.found} found, tables {t.whole}/{t.tables}"
            )


if __name__ == "__main__":
    main()
