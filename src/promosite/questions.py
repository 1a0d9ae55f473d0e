"""Ask an editor at a terminal for what a new item still lacks; choices are offered in words, by number."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from promosite.findings import Finding, as_lines
from promosite.generate.site import Site
from promosite.messages import Messages
from promosite.model.items import Kind
from promosite.model.plan import plan_of
from promosite.model.record import Words
from promosite.scaffold import Wish, free_slug, scaffold, tidy


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of a new item so far; None is what nobody has said yet."""

    kind: str | None = None
    title: str | None = None
    slug: str | None = None
    tasks: tuple[str, ...] | None = None
    unit: str | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A person at a terminal: `ask` shows a prompt and returns the answer, `tell` prints a line."""

    ask: Callable[[str], str]
    tell: Callable[[str], object]
    tables: Sequence[Messages]

    def words(self, key: str, **params: object) -> str:
        """Return a sentence in each language in use."""
        return " / ".join(table.text(f"new.{key}", **params) for table in self.tables)

    def named(self, words: Words) -> str:
        """Return a name in each language in use, once where it is the same."""
        return " / ".join(dict.fromkeys(words.text(table.lang) for table in self.tables))

    def refuses(self, findings: list[Finding]) -> bool:
        """Tell what is wrong with an answer; and whether anything is."""
        for line in as_lines(findings, self.tables):
            self.tell(line)
        return bool(findings)

    def text(self, key: str) -> str:
        """Ask until something is answered."""
        while not (answer := tidy(self.ask(f"{self.words(key)}: "))):
            pass
        return answer

    def choose(self, key: str, options: Mapping[str, str], *, most: int, least: int = 0) -> list[str]:
        """Offer options by number and ask until between `least` and `most` of them are named."""
        self.tell(self.words(key))
        for number, (_, name) in enumerate(options.items(), start=1):
            self.tell(f"  {number}. {name}")
        while True:
            numbers = re.split(r"[\s,;]+", self.ask("> ").strip())
            numbers = list(dict.fromkeys(one for one in numbers if one))
            known = [one for one in numbers if one.isdecimal() and 1 <= int(one) <= len(options)]
            if known == numbers and least <= len(known) <= most:
                return [list(options)[int(one) - 1] for one in known]
            self.tell(self.words("again", last=len(options)))


def wish_of(answers: Answers, taken: Callable[[Kind], Iterable[str]]) -> Wish:
    """Return a wish from answers that name kind and title; what else is open stays empty."""
    kind, title = Kind(answers.kind or ""), tidy(answers.title or "")
    slug = answers.slug or free_slug(title, kind, taken(kind))
    return Wish(kind, title, slug, answers.tasks or (), answers.unit, answers.channel)


def ask_for_the_rest(answers: Answers, site: Site, taken: Callable[[Kind], Iterable[str]], dialogue: Dialogue) -> Wish:
    """Return a whole wish, asking for what `answers` leave open. `taken` gives the names in use for a kind."""
    kind = Kind(answers.kind or dialogue.choose("ask-kind", _kinds(dialogue), most=1, least=1)[0])
    names = set(taken(kind))
    title = tidy(answers.title or "") or _title(kind, names, site, dialogue)
    wish = Wish(kind, title, answers.slug or _slug(title, kind, names, site, dialogue))
    tasks = answers.tasks
    if tasks is None:
        options = _tasks(site, dialogue)
        tasks = tuple(dialogue.choose("ask-tasks", options, most=len(options)))
    unit, channel = answers.unit, answers.channel
    if unit is None and channel is None:
        units = {unit.id: dialogue.named(unit.name) for unit in site.catalogue.units.values()}
        unit = next(iter(dialogue.choose("ask-unit", units, most=1)), None)
    if unit and channel is None:
        channels = {one.id: dialogue.named(one.name) for one in site.catalogue.channels.values()}
        channel = dialogue.choose("ask-channel", channels, most=1, least=1)[0]
    return replace(wish, tasks=tasks, unit=unit, channel=channel)


def _kinds(dialogue: Dialogue) -> dict[str, str]:
    return {kind.value: " / ".join(table.text(f"kind.{kind}.one") for table in dialogue.tables) for kind in Kind}


def _title(kind: Kind, taken: set[str], site: Site, dialogue: Dialogue) -> str:
    """Ask until a title is given that a file may have: who learns it later has answered everything for nothing."""
    while True:
        title = dialogue.text("ask-title")
        if not dialogue.refuses(scaffold(Wish(kind, title, free_slug(title, kind, taken)), site)[1]):
            return title


def _slug(title: str, kind: Kind, taken: set[str], site: Site, dialogue: Dialogue) -> str:
    """Ask until a name is given that no file has and one may have."""
    proposed = free_slug(title, kind, taken)
    while True:
        slug = dialogue.ask(f"{dialogue.words('ask-slug', slug=proposed)}: ").strip() or proposed
        if slug in taken:
            dialogue.tell(dialogue.words("taken", slug=slug))
        elif not dialogue.refuses(scaffold(Wish(kind, title, slug), site)[1]):
            return slug


def _tasks(site: Site, dialogue: Dialogue) -> dict[str, str]:
    plan = plan_of(site.day, site.catalogue.plans)
    return {task.id: f"{task.id.upper()}  {dialogue.named(task.title)}" for task in plan.tasks} if plan else {}
