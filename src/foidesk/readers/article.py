"""The article of a saved web page: headline, standfirst, text and captions, without what stands around it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml import html as markup

_AROUND = frozenset(
    "script style noscript nav footer aside form button iframe template svg".split()
)  # fmt: skip


def article(data: bytes) -> bytes:
    """The HTML of the article alone; the page as it is where no part of it says that it is the article."""
    try:
        tree = markup.document_fromstring(data)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return data
    found: list[markup.HtmlElement] = [*tree.iter("article")] or [*tree.iter("main")] or [*_marked(tree)]
    if not found:
        return data
    best = max(found, key=lambda element: len("".join(map(str, element.itertext()))))
    for element in [one for one in best.iter() if _is_around(one)]:
        if isinstance(element, markup.HtmlElement) and element.getparent() is not None:
            element.drop_tree()
    heading = "" if best.find(".//h1") is not None else "".join(_text(h1) for h1 in [*tree.iter("h1")][:1])
    body = markup.tostring(best, encoding="unicode", with_tail=False)
    return f"<html><head><meta charset='utf-8'></head><body>{heading}{body}</body></html>".encode()


def _marked(tree: markup.HtmlElement) -> Iterator[markup.HtmlElement]:
    return (one for one in tree.iter() if one.get("role") == "main" or one.get("itemprop") == "articleBody")


def _is_around(element: etree._Element) -> bool:
    return element.tag in _AROUND or element.get("hidden") is not None or element.get("aria-hidden") == "true"


def _text(element: markup.HtmlElement) -> str:
    return f"<h1>{''.join(map(str, element.itertext())).strip()}</h1>"
