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
    help="build: sites, beside other stacks (default); check: the content, against a plain read of the files; "
    "report: a year's report over a tenth of the items and over all",
)
parser.add_argument(
    "--items", type=int, nargs="+", help="items per language; build: one or more sizes (default: 1000; report: 10000)"
)
parser.add_argument("--alone", action="store_true", help="build: leave out the other stacks")
parser.add_argument("--runs", type=int, default=1, help="interleaved runs; the median is printed (default: 1)")
parser.add_argument("--seed", type=int, default=1)
arguments = parser.parse_args()
if not hasattr(os, "wait4"):
    print("bench.py needs os.wait4 (Linux, macOS)", file=sys.stderr)
    raise SystemExit(2)
environment.enter()

from benchmarks import build, check, report  # noqa: E402  (beside this script)

sizes = arguments.items or [10_000 if arguments.what == "report" else 1000]
if arguments.what == "build":
    build.measure(sizes, arguments.runs, arguments.seed, alone=arguments.alone)
else:
    measure = {"check": check.measure, "report": report.measure}[arguments.what]
    measure(sizes[0], arguments.runs, arguments.seed)
