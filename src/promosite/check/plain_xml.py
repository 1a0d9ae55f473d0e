"""XML that is data and nothing else: a feed or sitemap that is opened is a document, guarded by no page’s policy."""

import re
from xml.etree import ElementTree as ET

XHTML = "{http://www.w3.org/1999/xhtml}"
ACTING = (XHTML, "{http://www.w3.org/2000/svg}")
"""Namespaces whose elements browsers heed wherever they stand."""
UNPLAIN = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)|<\?xml-stylesheet", re.IGNORECASE)


def plain_xml(text: str) -> ET.Element:
    """Return the outermost element. Raises ParseError or ValueError for what is not plain data.

    Of pages it may hold only what sitemaps have: links to the same page in another language.
    """
    if odd := UNPLAIN.search(text):
        raise ValueError(f"{odd[0]}…>")
    root = ET.fromstring(text)  # noqa: S314 - without a DOCTYPE there are no entities to expand
    for one in root.iter():
        is_alternate = one.tag == f"{XHTML}link" and one.get("rel", "").lower().split() == ["alternate"]
        if one.tag.startswith(ACTING) and not is_alternate:
            raise ValueError(f"<{one.tag.rpartition('}')[2]}>")
    return root
