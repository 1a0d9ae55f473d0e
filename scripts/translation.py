#!/usr/bin/env python3
"""Show what has changed in the source since a text was translated, or mark translations as current."""

import shutil

import environment
from command_line import CommandLine

parser = CommandLine("translation")
parser.add_argument("action", choices=("diff", "accept"), metavar="diff|accept")
parser.add_argument("paths", nargs="*", default=[], metavar="PATH")
parser.add_argument("--all", action="store_true")
parser.add_argument("--lang", choices=("vi", "en"))
arguments = parser.read(intermixed=True)  # so that --lang may stand before the paths
if bool(arguments.paths) == arguments.all:
    parser.refuse("paths-or-all")
environment.enter()

from promosite.clock import build_day, build_moment  # noqa: E402  (installed only inside the environment)
from promosite.judging import remembering  # noqa: E402
from promosite.messages import spoken  # noqa: E402
from promosite.pipeline import examine  # noqa: E402
from promosite.render.staging import write_if_different  # noqa: E402
from promosite.reporting import as_text  # noqa: E402
from promosite.staleness.comparison import State  # noqa: E402
from promosite.staleness.side_by_side import side_by_side  # noqa: E402
from promosite.translations import accept, choose, load_pairs, refused_by  # noqa: E402

tables = spoken(arguments.lang)
moment = build_moment()
is_look = arguments.action == "diff"
site, findings = examine(environment.ROOT, moment, judge=remembering(environment.ROOT))
if site:
    pairs, findings = choose(load_pairs(site.config), findings, arguments.paths, site.config, with_faulty=is_look)
    if is_look:
        width = shutil.get_terminal_size((100, 24)).columns
        shown = pairs if len(pairs) == 1 else [pair for pair in pairs if pair.staleness.state is not State.CURRENT]
        blocks = [side_by_side(pair.staleness, pair.translation.text, tables, width) for pair in shown]
        if left := len(pairs) - len(shown):
            blocks.append([table.count("translation.same", left) for table in tables])
        print("\n\n".join("\n".join(block) for block in blocks))
    else:
        changed, problems = accept(pairs, site.config, build_day(moment))
        findings += problems
        for path, content in changed.items():
            with environment.writing(arguments.lang):
                write_if_different(environment.ROOT / path, content)
            print("\n".join(table.text("translation.accepted", path=path) for table in tables))
        done = len(pairs) - len(changed) - len(problems)
        print("\n".join(table.count("translation.current", done) for table in tables))
if findings:
    print("\n".join(as_text(findings, tables, environment.ROOT)))
if site and not is_look:
    for path in refused_by(findings, site.config):
        print("\n".join(table.text("translation.refused", path=path) for table in tables))
raise SystemExit(1 if findings else 0)
