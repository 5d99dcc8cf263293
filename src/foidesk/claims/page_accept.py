"""What the page of a checked story holds for accepting first readings: buttons, one key, the story with the spans.

Without a script nothing of it is shown; the page writes no file, the story is copied from it.
"""

from __future__ import annotations

import json
from html import escape

from foidesk.model import Claim

from .accepted import attributes

STYLE = """
#accepting { font: .85rem/1.4 system-ui, sans-serif; margin-top: 2rem; }
textarea { width: 100%; box-sizing: border-box; font: inherit; background: var(--paper); color: var(--ink); }
button { font: inherit; padding: .2rem .6rem; } button[aria-pressed="true"] { font-weight: bold; }
button:focus-visible, textarea:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
@media print { #accepting, button { display: none; } }
"""
_SCRIPT = """
const source = Array.from(JSON.parse(document.getElementById("source").textContent));
const buttons = Array.from(document.querySelectorAll("button.accept"));
const story = document.getElementById("story"), told = document.getElementById("told");
const isTaken = one => one.getAttribute("aria-pressed") === "true";
document.getElementById("accepting").hidden = false;
buttons.forEach(one => { one.hidden = false; one.addEventListener("click", () => turn(one)); });
function turn(button) {
  button.setAttribute("aria-pressed", isTaken(button) ? "false" : "true");
  const taken = buttons.filter(isTaken), made = source.slice();
  taken.sort((a, b) => b.dataset.start - a.dataset.start).forEach(one => {
    made.splice(Number(one.dataset.end), 0, "]{" + one.dataset.read + "}");
    made.splice(Number(one.dataset.start), 0, "[");
  });
  story.value = made.join("");
  told.textContent = taken.length + " accepted of " + buttons.length +
    ". Put this text in the place of your story and check it again.";
}
document.getElementById("copy").addEventListener("click", () => {
  story.select();
  if (navigator.clipboard) navigator.clipboard.writeText(story.value); else document.execCommand("copy");
});
document.addEventListener("keydown", event => {
  const at = document.activeElement;
  if (event.key !== "a" || event.ctrlKey || event.metaKey || event.altKey || !at || at === story) return;
  const own = at.closest("li[id], a.claim[id]");
  const aim = own ? own.id : (at.getAttribute("href") || "").slice(1);
  const button = /^[ct][0-9]+$/.test(aim) && document.querySelector("#c" + aim.slice(1) + " button.accept");
  if (button) { turn(button); event.preventDefault(); }
});
story.value = source.join("");
"""
"""Places count characters, as the check does, not the halves of them that a script counts."""


def button(number: int, claim: Claim) -> str:
    """The button that accepts the first reading of a claim; hidden where no script runs."""
    return (
        f'<br><button type="button" class="accept" hidden data-start="{claim.start}" data-end="{claim.end}" '
        f'data-read="{escape(attributes(claim))}" aria-pressed="false">'
        f"Accept the first reading of claim {number}: {escape(claim.first)}</button>"
    )


def accepting(source: str) -> str:
    """The story with the spans of what is accepted, made on the page."""
    data = json.dumps(source).replace("<", "\\u003c")
    return (
        '<section id="accepting" hidden aria-labelledby="accepted">\n'
        '<h2 id="accepted">The story with what you accept</h2>\n'
        '<p role="status" id="told">Nothing accepted yet. The key a accepts the claim that has the focus.</p>\n'
        '<textarea id="story" aria-labelledby="accepted" rows="12" readonly></textarea>\n'
        '<p><button type="button" id="copy">Copy the story</button></p></section>\n'
        f'<script type="application/json" id="source">{data}</script>\n<script>{_SCRIPT}</script>\n'
    )
