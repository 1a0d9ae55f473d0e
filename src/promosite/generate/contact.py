"""How a body is reached, as rows for its pages: what is not on record is said, not left out."""

from promosite.config import Contact
from promosite.generate.site import Site, View


def contact_rows(site: Site, contact: Contact, lang: str) -> list[View]:
    """Return the contact details of the configuration; what is not given is None, and the page says so."""
    messages = site.messages[lang]
    values = {
        "address": contact.address.text(lang) if contact.address else None,
        "phone": contact.phone,
        "fax": contact.fax,
        "email": contact.email,
        "officer": contact.officer.text(lang) if contact.officer else None,
    }
    return [{"key": key, "label": messages.text(f"contact.{key}"), "value": value} for key, value in values.items()]
