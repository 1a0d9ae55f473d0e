"""Run MkDocs as `python -m mkdocs` does, but first look at the settings: for `build.py`, inside the environment.

MkDocs would say in English what it stumbles over, and in quiet mode not even that.
"""

import runpy
import sys

import environment
from promosite.findings import as_lines
from promosite.messages import spoken
from promosite.site_settings import load_config


def main() -> None:
    """End with 1 where the settings cannot be used; else do what MkDocs does with the arguments."""
    config, findings = load_config(environment.ROOT)
    if config is None:
        print("\n".join(as_lines(findings, spoken())), file=sys.stderr)
        raise SystemExit(1)
    sys.path.pop(0)  # this folder: no engine is to find a script of ours under the name of a package
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
