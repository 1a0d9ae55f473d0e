"""Who speaks in what leaves the site: feeds and calendars are read without the frame of its pages."""

from promosite.generate.site import Site


def author(site: Site, lang: str) -> str:
    """Return the publisher's name; without one the site's name, marked as a demonstration site."""
    publisher, name = site.config.publisher, site.config.site_name(lang)
    return publisher.name.text(lang) if publisher else site.messages[lang].text("feed.author-sample", site=name)


def sample_notice(site: Site, lang: str) -> list[str]:
    """Return the sentence that goes along while nobody answers for the site; else nothing."""
    return [] if site.config.publisher else [f"{site.messages[lang].text('ui.sample-build')}."]
