#!/usr/bin/env python3
"""Measure builds or checks of made-up items in two languages: seconds, peak memory, ratios. Nothing is judged."""

import argparse
import os
import sys

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument(
    "what",
    nargs="?",
    choices=("build", "check"),
    default="build",
    help="build: a site and one twice as large (default); check: the content, against a plain read of the files",
)
parser.add_argument("--items", type=int, default=1000, help="items per language in the (smaller) site (default: 1000)")
parser.add_argument("--runs", type=int, default=1, help="interleaved runs; the median is printed (default: 1)")
parser.add_argument("--seed", type=int, default=1)
arguments = parser.parse_args()
if not hasattr(os, "wait4"):
    print("bench.py needs os.wait4 (Linux, macOS)", file=sys.stderr)
    raise SystemExit(2)
environment.enter()

from benchmarks import build, check  # noqa: E402  (beside this script)

measure = {"build": build.measure, "check": check.measure}[arguments.what]
measure(arguments.items, arguments.runs, arguments.seed)
