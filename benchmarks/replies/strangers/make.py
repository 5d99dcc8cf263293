"""Write the replies of three invented surveys beside this file; truth.json and the survey files are kept by hand.

    python benchmarks/replies/strangers/make.py

Needs reportlab, python-docx, openpyxl, xlwt and Pillow. A rebuild gives the same bytes.
"""

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import boards  # noqa: E402
import cities  # noqa: E402
import councils  # noqa: E402

SURVEYS = {"fly-tipping": councils.write, "suit-settlements": cities.write, "patient-falls": boards.write}


def main() -> None:
    """Write all replies anew."""
    for name, write in SURVEYS.items():
        replies = HERE / name / "replies"
        shutil.rmtree(replies, ignore_errors=True)
        write(replies)
        files = [path for path in replies.rglob("*") if path.is_file()]
        print(f"{name}: {len(files)} files, {sum(path.stat().st_size for path in files)} bytes")


if __name__ == "__main__":
    main()
