"""The settings of the browser editor, generated whole from records and reference data; pure."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from promosite.config import SiteConfig
from promosite.editor.choices import choices
from promosite.editor.fields import Json, Words, item_fields, record_fields
from promosite.editor.papers import paper_forms, papers
from promosite.form import item_shape, notices_shape, register_shape
from promosite.lang import MAX_SLUG
from promosite.messages import Messages
from promosite.model.catalogue import Catalogue
from promosite.model.items import FACTS, Headline, Kind
from promosite.model.notices import Notice
from promosite.model.record import SLUG
from promosite.model.reference import Picture

MEDIA = "content/media"
NOTICES = "content/data/notices.yml"
REGISTER = PurePosixPath(MEDIA, "media.yml")
FORMAT, REGISTER_FORMAT, NOTICES_FORMAT = "promosite-item", "promosite-pictures", "promosite-notices"
"""Names under which our own reader and writer of files (`editor/form.js`) is known to the editor."""
OWNER = "local"
"""Stands for the owner where the editor insists on a repository and none is configured."""
MAX_PICTURE, MAX_WIDTH, QUALITY = 8_000_000, 1600, 82


def settings(config: SiteConfig, catalogue: Catalogue, tables: Sequence[Messages]) -> Json:
    """Return what the editor reads at `/admin/config.json`, in the words of its own documentation."""
    words = Words(config.locales, tables, choices(catalogue, config.locales, tables))
    about = _about(config, words)
    return {
        "load_config_file": False,
        "backend": _backend(config, words),
        "app_title": _title(config, words),
        "site_url": config.site_url,
        "show_preview_links": False,
        "editor": {"preview": False},
        "media_folder": MEDIA,
        "public_folder": "/assets/media",
        "media_libraries": {"default": {"config": _picture_limits()}, "stock_assets": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": MAX_SLUG},
        "i18n": {
            "structure": "multiple_folders",
            "locales": list(config.locales),
            "default_locale": config.source_lang,
            "initial_locales": "all",
        },
        "collections": [
            *(_items(kind, words) | {"description": about} for kind in Kind),
            _pictures(words),
            _notices(words),
            *papers(catalogue, words),
        ],
    }


def forms(config: SiteConfig, tables: Sequence[Messages]) -> Json:
    """Return what our own part of the editor reads at `/admin/form.json`: how files are written."""
    return {
        "locales": list(config.locales),
        "item": {"format": FORMAT, "shape": item_shape()},
        "pictures": {"format": REGISTER_FORMAT, "shape": register_shape()},
        "notices": {"format": NOTICES_FORMAT, "shape": notices_shape()},
        "papers": paper_forms(dict(zip(config.locales, tables, strict=True))),
    }


def _title(config: SiteConfig, words: Words) -> str:
    parts = [config.languages[0].site_name, words.say("editor.title")]
    return " · ".join(parts if config.repository else [*parts, words.say("editor.local")])


def _backend(config: SiteConfig, words: Words) -> Json:
    """Return where the editor saves: the repository, else a folder, for which the editor wants a name all the same."""
    found = {"name": "github", "repo": config.repository, "branch": config.branch, "auth_methods": ["token"]}
    return found if config.repository else found | {"repo": f"{OWNER}/{words.tables[0].text('editor.project-folder')}"}


def _about(config: SiteConfig, words: Words) -> str:
    notes = ["editor.not-published"] if config.repository else ["editor.not-published", "editor.local-only"]
    return " ".join(words.say(note) for note in notes)


def _picture_limits() -> Json:
    smaller = {"format": "webp", "quality": QUALITY, "width": MAX_WIDTH, "height": MAX_WIDTH}
    return {"max_file_size": MAX_PICTURE, "slugify_filename": True, "transformations": {"raster_image": smaller}}


def _items(kind: Kind, words: Words) -> Json:
    """Return the collection of a kind: one file for each language, facts in the first only."""
    return {
        "name": kind.folder,
        "label": words.say(f"kind.{kind}.plural"),
        "label_singular": words.say(f"kind.{kind}.one"),
        "folder": f"content/{{{{locale}}}}/{kind.folder}",
        "format": FORMAT,
        "create": True,
        "i18n": True,
        "identifier_field": "title",
        "summary": "{{title}}",
        "slug": {
            "template": "{{title}}",
            "editable": ["create"],
            "hint": words.say("editor.slug-hint"),
            "pattern": [f"^{SLUG}$", words.form("slug")],
        },
        "sortable_fields": {
            "fields": ["title", "published"],
            "default": {"field": "published", "direction": "descending"},
        },
        "fields": _item_fields(kind, words),
    }


def _item_fields(kind: Kind, words: Words) -> list[Json]:
    """Return an item's fields; what is translated stands in every language, all else in the first file only."""
    translated = set(Headline.model_fields)
    fields = item_fields((Headline, FACTS[kind]), words)
    for field in fields:
        field["i18n"] = field["name"] in translated
    by_name = {field["name"]: field for field in fields}
    by_name["pictures"].clear()
    by_name["pictures"].update(_picture_choice(words))
    by_name["published"]["default"] = "{{now}}"
    head = [field for field in fields if field["name"] in translated]
    rest = [field for field in fields if field["name"] not in translated]
    return [*head, _body(words), *rest]


def _body(words: Words) -> Json:
    return {
        "name": "body",
        "label": words.say("editor.body"),
        "hint": words.say("editor.body-hint"),
        "widget": "richtext",
        "required": False,
        "i18n": True,
        "modes": ["rich_text", "raw"],
        "editor_components": [],
        "buttons": ["bold", "italic", "link", "heading-two", "heading-three", "bulleted-list", "numbered-list"],
    }


def _picture_choice(words: Words) -> Json:
    """Return the field that chooses from the picture register as it is at that moment, new pictures included."""
    return {
        "name": "pictures",
        "label": words.label("common", "pictures"),
        "hint": words.hint("common", "pictures"),
        "required": False,
        "i18n": False,
        "widget": "relation",
        "collection": "media",
        "file": "register",
        "multiple": True,
        "value_field": "pictures.*.file",
        "display_fields": ["pictures.*.file", f"pictures.*.alt.{words.locales[0]}"],
        "search_fields": ["pictures.*.file", *(f"pictures.*.alt.{lang}" for lang in words.locales)],
    }


def _pictures(words: Words) -> Json:
    """Return the picture register as a collection of one file, a list at its top."""
    fields = record_fields(Picture, words)
    fields["file"] |= {"widget": "image", "media_folder": f"/{MEDIA}", "public_folder": "", "choose_url": False}
    fields["file"].pop("maxlength", None)
    rows = {
        "name": "pictures",
        "label": words.say("editor.media"),
        "label_singular": words.say("editor.picture"),
        "widget": "list",
        "root": True,
        "collapsed": True,
        "summary": f"{{{{file}}}} · {{{{alt.{words.locales[0]}}}}}",
        "fields": list(fields.values()),
    }
    file = {"name": "register", "label": words.say("editor.media-file"), "file": str(REGISTER)}
    return {
        "name": "media",
        "label": words.say("editor.media"),
        "description": words.say("editor.media-hint"),
        "files": [{**file, "format": REGISTER_FORMAT, "fields": [rows]}],
    }


def _notices(words: Words) -> Json:
    """Return the notices of the site as a collection of one file, a list at its top."""
    rows = {
        "name": "notices",
        "label": words.say("editor.notices"),
        "label_singular": words.say("editor.notice"),
        "widget": "list",
        "root": True,
        "collapsed": True,
        "required": False,
        "summary": f"{{{{from}}}} – {{{{until}}}} · {{{{text.{words.locales[0]}}}}}",
        "fields": list(record_fields(Notice, words).values()),
    }
    file = {"name": "notices", "label": words.say("editor.notices"), "file": NOTICES}
    return {
        "name": "notices",
        "label": words.say("editor.notices"),
        "description": words.say("editor.notices-hint"),
        "files": [{**file, "format": NOTICES_FORMAT, "fields": [rows]}],
    }
