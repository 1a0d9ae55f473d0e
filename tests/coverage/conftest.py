"""The sample year, looked at once on 31 March 2025."""

from tests.generate.conftest import sample as sample
