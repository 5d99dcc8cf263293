"""The article of a saved web page: headline, standfirst, text and captions, without what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml import html as markup

from .decoding import decode
from .html import CHARSET

_AROUND = frozenset("script style noscript nav footer form button iframe template svg".split())
_STRUCK = frozenset("del s strike".split())
_UNSEEN = frozenset("script style noscript iframe template svg".split())
_TEXT = ("p", "li", "h2", "h3", "h4", "blockquote", "table", "figure", "dl")


@dataclass(frozen=True, slots=True)
class Article:
    """The HTML of an article alone, and the words inside it that were left out: forms, links, struck words."""

    data: bytes
    left_out: tuple[str, ...] = ()


def article(data: bytes) -> Article:
    """The article of the page; the whole page where no part of it says that it is the article.

    What stands between the headline and the article (standfirst, first picture) belongs to it.
    """
    stated = CHARSET.search(data[:4096])
    text, _ = decode(data, stated[1].decode("ascii") if stated else "")
    parser = markup.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = markup.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return Article(data)
    found: list[markup.HtmlElement] = [*tree.iter("article")] or [*tree.iter("main")] or [*_marked(tree)]
    found = found or [*tree.iter("body")]
    if not found:
        return Article(data)
    best = max(found, key=lambda element: len(_words(element)))
    above = [] if best.tag == "body" or best.find(".//h1") is not None else [*_above(tree, best)]
    left = [words for part in (*above, best) for words in _cleared(part)]
    body = "".join(markup.tostring(part, encoding="unicode", with_tail=False) for part in (*above, best))
    return Article(f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode(), tuple(left))


def _marked(tree: markup.HtmlElement) -> Iterator[markup.HtmlElement]:
    return (one for one in tree.iter() if one.get("role") == "main" or one.get("itemprop") == "articleBody")


def _above(tree: markup.HtmlElement, best: markup.HtmlElement) -> Iterator[markup.HtmlElement]:
    """The last headline above the article, and what stands between the two."""
    order = {one: at for at, one in enumerate(tree.iter())}
    heads = [*tree.iter("h1")]
    head = next((one for one in reversed(heads) if order[one] < order[best]), heads[0] if heads else None)
    if head is None:
        return
    yield head
    if order[head] > order[best]:
        return
    up, down = [head, *head.iterancestors()], [best, *best.iterancestors()]
    common = next(one for one in up if one in down)
    for node in up[: up.index(common)]:
        for beside in node.itersiblings():
            if beside in down:
                break
            yield from _told(beside)
    for node in reversed(down[: max(0, down.index(common) - 1)]):
        for beside in reversed([*node.itersiblings(preceding=True)]):
            yield from _told(beside)


def _told(element: etree._Element) -> Iterator[markup.HtmlElement]:
    """The element, if it is words of the story: no menu, no other article."""
    links = sum(len(_words(link)) for link in element.iter("a"))
    is_other = element.tag == "article" or element.find(".//article") is not None
    is_told = not is_other and not _is_around(element) and 2 * links <= len(_words(element))
    if isinstance(element, markup.HtmlElement) and is_told:
        yield element


def _cleared(part: markup.HtmlElement) -> Iterator[str]:
    """Drops what is no part of the story; gives the words of it that a reader of the page sees."""
    for element in [one for one in part.iter() if _is_around(one)]:
        if isinstance(element, markup.HtmlElement) and element.getparent() is not None:
            words = " ".join(_words(element).split())
            if words and element.tag not in _UNSEEN and not _is_hidden(element):
                yield words
            element.drop_tree()


def _is_around(element: etree._Element) -> bool:
    return (
        element.tag in _AROUND | _STRUCK
        or _is_hidden(element)
        or (element.tag == "aside" and not _is_box(element))
    )


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or element.get("aria-hidden") == "true"


def _is_box(aside: etree._Element) -> bool:
    """True for a box of facts or a quotation beside the text; not for links, or for a line of the page's own."""
    links = sum(len(_words(link)) for link in aside.iter("a"))
    return any(aside.find(f".//{tag}") is not None for tag in _TEXT) and 2 * links < len(_words(aside))


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
