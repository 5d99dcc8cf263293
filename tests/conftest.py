"""What all tests share: where the real replies lie, which programs are there, a small invented survey."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
"""No test depends on how fast the machine is."""

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
EVERYTHING = os.environ.get("FOIDESK_TEST_ALL") == "1"


def needs_program(*names: str) -> None:
    """Skips a test whose program is missing; in CI (`scripts/test --all`) that is a failure."""
    missing = [name for name in names if shutil.which(name) is None]
    if missing and EVERYTHING:
        pytest.fail(f"{missing[0]} is not installed, and with --all no test may be skipped for that")
    if missing:
        pytest.skip(f"{missing[0]} is not installed")


def needs_module(name: str) -> None:
    """Skips a test whose optional library is missing; in CI (`scripts/test --all`) that is a failure."""
    if find_spec(name) is None:
        needs_program(name)


@pytest.fixture(autouse=True)
def one_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scans are read by tesseract alone, as fast as can be; tests of recognition choose for themselves."""
    monkeypatch.setenv("FOIDESK_OCR", "tesseract")


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real replies; tests that need it are skipped where it is absent."""
    if not CORPORA.is_dir():
        pytest.skip("the real replies (../shared/corpora) are not here")
    return CORPORA


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("corpora") and not CORPORA.is_dir():
            item.add_marker(pytest.mark.skip(reason="the real replies (../shared/corpora) are not here"))
