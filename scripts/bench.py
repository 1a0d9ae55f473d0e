#!/usr/bin/env python3
"""Measure builds, checks or reports of made-up items: seconds, peak memory, ratios. Nothing is judged."""

import argparse
import os
import sys

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument(
    "what",
    nargs="?",
    choices=("build", "check", "report"),
    default="build",
    help="build: a site and one twice as large (default); check: the content, against a plain read of the files; "
    "report: a year's report over a tenth of the items and over all",
)
parser.add_argument("--items", type=int, help="items per language in the (smaller) site (default: 1000; report: 10000)")
parser.add_argument("--runs", type=int, default=1, help="interleaved runs; the median is printed (default: 1)")
parser.add_argument("--seed", type=int, default=1)
arguments = parser.parse_args()
if not hasattr(os, "wait4"):
    print("bench.py needs os.wait4 (Linux, macOS)", file=sys.stderr)
    raise SystemExit(2)
environment.enter()

from benchmarks import build, check, report  # noqa: E402  (beside this script)

measure = {"build": build.measure, "check": check.measure, "report": report.measure}[arguments.what]
default = 10_000 if arguments.what == "report" else 1000
measure(arguments.items or default, arguments.runs, arguments.seed)
