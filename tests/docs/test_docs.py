"""Docs cannot drift: verbs, commands and pages are the same; generated parts are current; commands run."""

from __future__ import annotations

import inspect
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from foidesk.cli import main
from foidesk.survey import Survey

from .. import small
from ..cli.outside import Said, foidesk

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
TOOLS = {"tables", "verify", "demo"}
"""Commands that need no survey."""
NO_VERB = {"find", "query", "refresh", "revoke"}
"""Public methods of Survey that are no verbs: finding it, looking afresh; a revocation is `decide --revoke`,
a query `compute --sql`."""


def _verbs() -> set[str]:
    methods = {name for name, one in inspect.getmembers(Survey, callable) if not name.startswith("_")}
    return methods - NO_VERB


def test_one_verb_is_one_method_one_command_and_one_page() -> None:
    pages = {path.stem for path in (ROOT / "docs" / "verbs").glob("*.md")}
    assert set(main.commands) == _verbs() | TOOLS == pages


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_explains_itself_and_each_option(name: str) -> None:
    command = main.commands[name]
    assert command.help
    for option in command.params:
        assert option.param_type_name == "argument" or getattr(option, "help", "")
    said = foidesk(ROOT, name, "--help")
    assert said.code == 0 and "Usage:" in said.out


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_generated_parts_are_current(page: Path) -> None:
    if "[[[cog" not in page.read_text():
        pytest.skip("nothing in it is generated")
    done = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", str(page)], cwd=ROOT, capture_output=True, text=True
    )  # fmt: skip
    assert done.returncode == 0, f"run: python -m cogapp -r {page}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text()):
        if not target.startswith(("http:", "https:")):
            made_later = target.startswith("docs/images/") or target == "docs/performance.md"
            assert made_later or (page.parent / target).exists(), target


# --- the commands of the docs, run -----------------------------------------------------------------------------


def _commands(page: Path) -> list[str]:
    """The lines of shell blocks (fenced or indented) that call foidesk, without comments."""
    text = re.sub(r"<!-- \[\[\[cog.*?\[\[\[end\]\]\] -->", "", page.read_text(), flags=re.S)
    text = re.sub(r"^```(?:toml|text)\n.*?^```", "", text, flags=re.S | re.M)
    lines = re.findall(r"^(?: {4,}|)((?:cd \S+(?: &&|$)|foidesk ).*)$", text, flags=re.M)
    parts = [part.strip() for line in lines for part in re.sub(r"\s+# .*", "", line).split("&&")]
    return [part for part in parts if part.startswith(("cd ", "foidesk "))]


class Shell:
    """Follows `cd` and runs `foidesk` in a folder of its own; names that a reader must fill in are filled in."""

    def __init__(self, home: Path) -> None:
        self.home = self.folder = home

    def run(self, line: str) -> Said | None:
        words = shlex.split(line)
        if words[0] == "cd":
            self.folder = (self.folder / words[1]) if (self.folder / words[1]).exists() else self.home / words[1]
            return None
        return foidesk(self.folder, *(self._filled(word) for word in words[1:]))

    def _filled(self, word: str) -> str:
        if word == "3f9a":
            return str(foidesk(self.folder, "decide", "--json").json[0]["id"])[:8]
        named = {"FOLDER": "my-replies", "my-replies": "my-replies", "my-survey": "my-survey"}
        made = {"police": "police", "fly-tipping": "fly-tipping"}
        return str(self.home / (named | made)[word]) if word in named | made else word


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A reader's folder: replies of their own, and the clone's examples."""
    text = "Outcome,Number of complaints\nUpheld,5\nSent back unread,3\nTotal,9\n"
    small.write(tmp_path / "source")
    shutil.copytree(tmp_path / "source" / "replies", tmp_path / "my-replies")
    (tmp_path / "my-replies" / "alphaton" / "reply.csv").write_text(text)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _runs(home: Path, lines: list[str], may_block: bool = False) -> None:
    shell = Shell(home)
    for line in lines:
        said = shell.run(line)
        allowed = (0, 1) if may_block or "check" in line else (0,)
        assert said is None or said.code in allowed, f"{line}\n{said.both}"


def test_the_commands_of_a_survey_of_ones_own_run(home: Path) -> None:
    lines = _commands(ROOT / "docs" / "new-subject.md")
    assert len(lines) >= 4
    _runs(home, [lines[0], "cd fly-tipping", *lines[1:]])


def test_the_commands_of_the_readme_run_on_replies_of_ones_own(home: Path) -> None:
    lines = _commands(ROOT / "README.md")
    start = next(number for number, line in enumerate(lines) if line.startswith("foidesk new"))
    end = next(number for number, line in enumerate(lines) if line.startswith("foidesk demo"))
    assert end - start >= 4
    _runs(home, lines[start:end])


def test_the_tutorial_of_the_readme_runs(home: Path) -> None:
    lines = _commands(ROOT / "README.md")
    start = next(number for number, line in enumerate(lines) if line.startswith("foidesk demo"))
    tutorial = [line for line in lines[start:] if "hospital-crime" not in line and "--from" not in line]
    assert "foidesk check" in tutorial
    _runs(home, tutorial[: 1 + tutorial.index("foidesk check")])
