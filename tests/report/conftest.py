"""Sites whose reports are looked at: the sample year on two days, the real content on that of all test builds."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from promosite.clock import VIETNAM
from promosite.generate.reports import figures_on, frame_of
from promosite.generate.site import Site
from promosite.pipeline import load_site
from promosite.report import Figures, Frame, find_report
from promosite.site_settings import load_config
from tests.projects import ROOT, lay_sample_year

SIGNED = date(2024, 11, 12)
"""The day on which the sample report of 2024 is signed, two days before its period ends."""
LATER = date(2025, 3, 31)
REAL = date(2026, 11, 22)

Sites = Callable[[date], Site]


def site_on(root: Path, day: date) -> Site:
    config, _ = load_config(root)
    assert config
    site, _ = load_site(config, datetime(day.year, day.month, day.day, 12, tzinfo=VIETNAM))
    return site


def figures(site: Site, year: int) -> Figures:
    found = find_report(site.catalogue.plans.values(), year)
    assert found
    return figures_on(site, *found)


def frame_on(site: Site, year: int, lang: str) -> Frame:
    return frame_of(site, figures(site, year), lang)


@pytest.fixture(scope="session")
def sample_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_sample_year(tmp_path_factory.mktemp("report") / "project")


@pytest.fixture(scope="session")
def signed(sample_root: Path) -> Site:
    return site_on(sample_root, SIGNED)


@pytest.fixture(scope="session")
def later(sample_root: Path) -> Site:
    return site_on(sample_root, LATER)


@pytest.fixture(scope="session")
def real() -> Site:
    return site_on(ROOT, REAL)
