"""`security.txt` (RFC 9116): where to report a weakness of the site."""

from datetime import timedelta

from promosite.generate.site import Site

PLACE = ".well-known/security.txt"
VALID_DAYS = 364
"""RFC 9116, 2.5.5: less than a year into the future. Every build renews it."""


def security_text(site: Site) -> str | None:
    """Return the file, or None while no e-mail address is configured: RFC 9116 requires one, and none is invented.

    It expires by the day of the build, not by its second, so that builds of one day are alike.
    """
    contact = site.config.contact
    if contact is None or contact.email is None:
        return None
    expires = site.day + timedelta(days=VALID_DAYS)
    lines = [
        f"Contact: mailto:{contact.email}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(site.config.locales)}",
        f"Canonical: {site.config.site_url.rstrip('/')}/{PLACE}",
    ]
    return "\n".join([*lines, ""])
