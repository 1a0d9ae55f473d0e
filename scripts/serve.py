#!/usr/bin/env python3
"""Show the site on this machine and renew it when a file is saved."""

import argparse
import subprocess
import sys

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="where to listen")
arguments = parser.parse_args()
environment.enter()

config = ["--config-file", str(environment.ROOT / "mkdocs.yml"), "--dev-addr", arguments.address, "--livereload"]
try:
    result = subprocess.run([sys.executable, "-m", "mkdocs", "serve", *config], check=False)
except KeyboardInterrupt:
    raise SystemExit(0) from None
raise SystemExit(result.returncode)
