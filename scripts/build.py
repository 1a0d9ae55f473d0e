#!/usr/bin/env python3
"""Check the content, then build the site into `site/`."""

import argparse
import subprocess
import sys

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--site-dir", default="site", metavar="DIR", help="where the site goes (default: site)")
arguments = parser.parse_args()
environment.enter()

target = environment.ROOT / arguments.site_dir
command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
config = ["--config-file", str(environment.ROOT / "mkdocs.yml"), "--site-dir", str(target)]
result = subprocess.run([*command, *config], check=False)
environment.say("refused" if result.returncode else "built", target=str(target))
raise SystemExit(1 if result.returncode else 0)
