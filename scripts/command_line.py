"""Read what a command was given; explain it and refuse what is wrong in Vietnamese and English.

It uses the standard library alone, because commands read their arguments before the environment is there. The words
stand in the message tables under `command`: those of each script under its name, those of all under `any`.
"""

from __future__ import annotations

import argparse
import difflib
import sys
import textwrap
from collections.abc import Iterable
from copy import copy
from datetime import date
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, NoReturn

import environment

if TYPE_CHECKING:
    from promosite.messages import Messages

WIDTH = 79
SEAM = "\0"
"""Parts what a refusal says in each language. No argument of a command can hold it."""
WORDED = {
    "the following arguments are required: %s": ("required", {"names": "%s"}),
    "expected one argument": ("no-value", {}),
    "ignored explicit argument %r": ("needless", {"found": "%s"}),
    "ambiguous option: %(option)s could match %(matches)s": (
        "ambiguous",
        {"found": "%(option)s", "matches": "%(matches)s"},
    ),
}
"""Where argparse itself refuses: our sentence, and which of its values fills each place in it."""


class Sentences(str):
    """What one refusal says in each language; what argparse fills in with `%` goes into all of them."""

    def __mod__(self, values: object) -> Sentences:
        """Fill the values into the sentence of each language."""
        return Sentences(SEAM.join(one % values for one in self.split(SEAM)))


@lru_cache
def tables() -> list[Messages]:
    """Return the tables of the languages in which to explain and refuse: of the one asked for, else of both."""
    sys.path.append(str(environment.ROOT / "src"))  # of use before the package is installed; we end soon in any case
    from promosite.messages import spoken

    asked = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    asked.add_argument("--lang", nargs="?")
    return spoken(asked.parse_known_args()[0].lang)


def sentences(key: str, **values: object) -> Sentences:
    """Return a refusal in each language."""
    return Sentences(SEAM.join(table.text(f"command.refused.{key}", **values) for table in tables()))


def unlike(key: str, found: str, known: Iterable[str], **values: object) -> Sentences:
    """Return the refusal of what is not among the known, with the one that it looks like if there is such a one."""
    if near := difflib.get_close_matches(found, list(known), 1):
        return sentences(f"{key}-near", found=found, nearest=near[0], **values)
    return sentences(key, found=found, **values)


def worded(text: str) -> str:
    """Return our sentences for one of argparse's; what we have no words for stays as it is."""
    key, values = WORDED.get(text, (None, {}))
    return sentences(key, **values) if key else text


def number(text: str) -> int:
    """Return a whole number, or refuse what is none."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(sentences("number", found=text)) from None


def day(text: str) -> date:
    """Return a day, or refuse what is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(sentences("day", found=text)) from None


class CommandLine(argparse.ArgumentParser):
    """What a script takes. Each argument needs its words in the message tables, under `command.<script>` or `any`."""

    def __init__(self, script: str) -> None:
        environment.begin()
        super().__init__(prog=f"python3 scripts/{script}.py", add_help=False, exit_on_error=False)
        self.script = script.replace("_", "-")
        self.arguments: list[argparse.Action] = []

    def read(self, *, intermixed: bool = False) -> argparse.Namespace:
        """Return what was given; end with code 2 where it is wrong. `intermixed` lets options stand between paths."""
        self.add_argument("-h", "--help", action="help")
        self.arguments = [copy(action) for action in self._actions]  # reading intermixed ones, argparse alters its own
        self.look_at_names()
        argparse._ = worded  # gettext's name there, from which argparse takes its words; it has no other place to ask
        try:
            given, unknown = self.parse_known_intermixed_args() if intermixed else self.parse_known_args()
        except argparse.ArgumentError as wrong:
            name = f"{wrong.argument_name}: " if wrong.argument_name else ""
            self.error(SEAM.join(name + one for one in str(wrong.message).split(SEAM)))
        for name in unknown:
            if name != "--":  # some Pythons leave it there
                self.error(unlike("unknown", name, self.names()))
        return given

    def look_at_names(self) -> None:
        """Refuse a misspelt option before argparse sees it, which would take what follows for something else."""
        given = takewhile(lambda one: one != "--", sys.argv[1:])
        for name in (one.partition("=")[0] for one in given if one.startswith("--")):
            if " " not in name and not any(known.startswith(name) for known in self.names()):
                self.error(unlike("unknown", name, self.names()))

    def names(self) -> list[str]:
        """Return the names of all options."""
        return [name for action in self.arguments for name in action.option_strings]

    def refuse(self, key: str) -> NoReturn:
        """End with a refusal of our own."""
        self.error(sentences(key))

    def error(self, message: str) -> NoReturn:
        """End as argparse does, but say in each language what is wrong and how to go on."""
        said = message.split(SEAM) if SEAM in message else [message] * len(tables())
        for table, one in zip(tables(), said, strict=True):
            print(one, table.text("command.refused.way-out", command=self.prog), file=sys.stderr)
        raise SystemExit(2)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Refuse what is not among the choices. argparse would quote them as Python does, in each version otherwise."""
        if action.choices is not None and value not in action.choices:
            listed = ", ".join(action.choices)
            raise argparse.ArgumentError(action, unlike("choice", str(value), action.choices, choices=listed))

    def format_help(self) -> str:
        """Return what the script does, how it is called, and each argument, in each language."""
        blocks = ["\n".join(fill(one) for one in self.explained("about")), self.call()]
        for action in self.arguments:
            words = [fill(one, "    ") for one in self.explained(action.dest.replace("_", "-"))]
            blocks.append("\n".join([", ".join([*action.option_strings[:-1], shown(action)]), *words]))
        return "\n\n".join(blocks) + "\n"

    def explained(self, key: str) -> list[str]:
        """Return the words for one thing in each language: the script's own, or those of all scripts."""
        own, shared = f"command.{self.script}.{key}", f"command.any.{key}"
        return [table.get(own) or table.text(shared) for table in tables()]

    def call(self) -> str:
        """Return how the script is called. Each argument stays whole, for a blank that breaks no line holds it."""
        parts = [self.prog, *(in_call(action) for action in self.arguments if action.dest != "help")]
        return fill(" ".join(part.replace(" ", "\xa0") for part in parts)).replace("\xa0", " ")


def in_call(action: argparse.Action) -> str:
    """Return an argument as it stands in a call, in brackets where it may be left out."""
    part = shown(action)
    return part if action.required or part.startswith("[") else f"[{part}]"


def shown(action: argparse.Action) -> str:
    """Return an argument with its value, as one types them."""
    names = action.option_strings[-1:]
    if action.nargs == 0:
        return names[0]
    value = action.metavar or ("|".join(action.choices) if action.choices else action.dest.upper())
    return " ".join([*names, f"[{value} ...]" if action.nargs == "*" else value])


def fill(text: str, margin: str = "") -> str:
    """Return a text in lines that fit a narrow window; names such as --dry-run stay whole."""
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=margin,
        subsequent_indent=f"{margin}  ",
        break_on_hyphens=False,
        break_long_words=False,
    )
