"""The handbook's page of all findings: group by group what each says and means, with a wrong and a right example.

Sentences come from the message tables, examples from `messages/examples.toml`. Anchors are the codes themselves.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping

from promosite.findings import Finding, Source
from promosite.manual.markdown import head, plain
from promosite.messages import Messages
from promosite.messages.examples import Example, PictureOf, Place, Shown, load_examples

FENCES = {"header": "yaml", "fields": "yaml", "list": "yaml", "body": "markdown", "file": "markdown"}
"""Part of a file → how it is coloured; other examples are plain text."""

OTHERS = "others"
"""Where a finding stands that has no entry among the examples: a test refuses that, but the page can be read."""

PARAMETER = re.compile(r"\{(\w+)\}")

Groups = Mapping[str, list[str]]


def finding_list(words: Messages) -> str:
    """Return the page of all findings, by group."""
    groups = _groups(words)
    parts = [*head(words, "findings"), _contents(groups, words)]
    for name, codes in groups.items():
        parts += [f'<a id="group-{name}"></a>\n\n## {_title(name, words)}', words.text(f"manual.group.{name}.about")]
        for code in codes:
            parts += _entry(code, words)
    return "\n\n".join(parts) + "\n"


def _groups(words: Messages) -> Groups:
    """Return the codes that have a sentence by group, in the order of the examples."""
    worded = {key.removeprefix("finding.") for key in words.table if key.startswith("finding.")}
    groups: dict[str, list[str]] = defaultdict(list)
    for code, example in load_examples().items():
        if code in worded:
            groups[example.group].append(code)
    if others := sorted(worded - load_examples().keys()):
        groups[OTHERS] = others
    return groups


def _contents(groups: Groups, words: Messages) -> str:
    lines = []
    for name, codes in groups.items():
        links = ", ".join(f"[`{code}`](#{code})" for code in codes)
        lines.append(f"- **[{_title(name, words)}](#group-{name})**: {links}")
    return "\n".join(lines)


def _title(group: str, words: Messages) -> str:
    return words.text(f"manual.group.{group}.title")


def _entry(code: str, words: Messages) -> Iterator[str]:
    yield f'<a id="{code}"></a>\n\n### `{code}`'
    yield words.text(f"manual.weight.{Finding(code, Source('')).severity}")
    yield f"> {_said(f'finding.{code}', code, words)}"
    if cases := [key for key in words.table if key.startswith(f"case.{code}.")]:
        yield words.text("manual.example.cases")
        yield "\n".join(f"- {_said(key, code, words)}" for key in cases)
    example = load_examples().get(code)
    if why := words.get(f"why.{example.why if example else code}"):
        yield why
    if example and example.place:
        yield from _shown(example, example.place, words)


def _said(key: str, code: str, words: Messages) -> str:
    """Return a sentence of a finding with ‹what it is› for each thing that is filled in, and all that it may add."""
    whole = PARAMETER.sub(lambda match: words.get(f"clause.{code}.{match[1]}") or match[0], words.table[key])
    return plain(PARAMETER.sub(lambda match: f"‹{words.get(f'manual.param.{match[1]}') or '…'}›", whole))


def _shown(example: Example, place: Place, words: Messages) -> Iterator[str]:
    for other, text in example.given:
        yield words.text("manual.example.given", place=_caption(other, words))
        yield _fence(text, other)
    if example.given or place.part not in ("name", "picture", "command"):
        yield words.text("manual.example.in", place=_caption(place, words))
    yield from _side("wrong", example.wrong, place, words, _saved(example, words))
    yield from _side("right", example.right, place, words)
    if example.stretch:
        yield words.text("manual.example.stretch", count=example.stretch)
    if example.also:
        yield words.text("manual.example.also", codes=", ".join(f"[`{code}`](#{code})" for code in example.also))


def _caption(place: Place, words: Messages) -> str:
    return words.text(f"manual.place.{place.part}", path=f"`{place.path}`")


def _saved(example: Example, words: Messages) -> str:
    return f" ({words.text(f'manual.saved.{example.saved}')})" if example.saved else ""


def _side(name: str, shown: Shown, place: Place, words: Messages, remark: str = "") -> Iterator[str]:
    title = f"**{words.text(f'manual.example.{name}')}**{remark}:"
    if isinstance(shown, PictureOf):
        yield f"{title} `{shown.file}`, {_picture(shown, words)}"
    else:
        yield title
        yield _fence(shown, place)


def _picture(shown: PictureOf, words: Messages) -> str:
    """Return what makes a picture: its format and whatever else the example says of it."""
    more = {
        "size": any(shown.size) and {"width": shown.size[0], "height": shown.size[1]},
        "megabytes": shown.megabytes and {"count": shown.megabytes},
        "frames": shown.frames > 1 and {"count": shown.frames},
        "cut": shown.cut and {},
    }
    said = [words.text(f"manual.picture.{key}", **params) for key, params in more.items() if isinstance(params, dict)]
    return ", ".join([words.text("manual.picture.holds", format=shown.holds), *said])


def _fence(text: str, place: Place) -> str:
    shown = "".join(map(_visible, text))
    fence = "`" * (4 if "```" in shown else 3)
    return f"{fence}{FENCES.get(place.part, 'text')}\n{shown}\n{fence}"


def _visible(char: str) -> str:
    """Return a character, or its number where nobody could see it: control characters and marks on no letter."""
    unseen = char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Mn", "Zl", "Zp")
    return f"⟨U+{ord(char):04X}⟩" if unseen else char
