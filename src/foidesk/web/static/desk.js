/* Keys, zoom, drawing a box, dragging files in. Everything else works without it.
   Single keys do nothing while somebody writes, and can be switched off (WCAG 2.1.4). */
(() => {
  "use strict";
  const $ = (query, within = document) => within.querySelector(query);
  const GO = { o: "/", r: "/review", b: "/bodies", c: "/codebook", f: "/findings", s: "/story", p: "/publish" };
  let going = false;

  const here = $(".bar nav [aria-current]"), row = $(".bar nav");
  if (here && row) row.scrollLeft = here.offsetLeft - row.clientWidth / 2;

  const stored = { get: name => { try { return localStorage.getItem(name); } catch { return null; } },
    set: (name, value) => { try { localStorage.setItem(name, value); } catch { /* private window */ } } };
  const singleKeys = $("#single-keys");
  if (singleKeys) {
    singleKeys.checked = stored.get("single-keys") !== "off";
    singleKeys.addEventListener("change", () => stored.set("single-keys", singleKeys.checked ? "on" : "off"));
  }

  const writing = target => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");

  document.addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s" && $("#editor")) {
      event.preventDefault();
      $("#editor button").click();
      return;
    }
    if (event.key === "Escape" && writing(event.target)) { event.target.blur(); $("#question")?.focus(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target) || $("dialog[open]")) return;
    if (singleKeys && !singleKeys.checked) return;
    const done = going ? goTo(event.key) : press(event.key);
    if (done) event.preventDefault();
  });

  function goTo(key) {
    going = false;
    if (GO[key]) location.href = GO[key];
    return Boolean(GO[key]);
  }

  function press(key) {
    if (key === "g") { going = true; setTimeout(() => { going = false; }, 1500); return true; }
    if (key === "/") { $("#q")?.focus(); return true; }
    if (key === "?") { $("#keys").showModal(); return true; }
    if (key === "z") { zoom(); return true; }
    if (key === "e" && $("#text")) { $("#text").focus(); return true; }
    if (key === "a" && $("#editor")) {
      const open = document.activeElement?.closest(".open-claims li") || $(".open-claims .chosen")?.closest("li");
      $("form.accepting button", open || document.createElement("i"))?.click();
      return Boolean(open);
    }
    if (key === "r" && $("#reason")) { $("#reason").focus(); $("#reason").select(); return true; }
    if (key === "c" && $(".options")) { ($(".option:not(.suggested)") || $(".option")).focus(); return true; }
    const button = $(`#item [data-key="${CSS.escape(key)}"]`);
    if (!button || button.disabled || $("#item")?.classList.contains("htmx-request")) return Boolean(button);
    button.click();
    return true;
  }

  /* Zoom keeps the marked place in sight; the sharper picture is fetched when it is wanted. */
  const ZOOMS = ["", "zoom-2", "zoom-3"];
  let level = 0;
  function zoom() {
    level = (level + 1) % ZOOMS.length;
    for (const pane of document.querySelectorAll(".view-page .pane")) {
      pane.classList.remove("zoom-2", "zoom-3");
      if (ZOOMS[level]) pane.classList.add(ZOOMS[level]);
      const image = $("img", pane);
      if (level && !image.src.includes("sharp")) image.src += "?sharp=1";
    }
    showMarks();
  }
  document.addEventListener("dblclick", event => { if (event.target.closest(".paper:not(.drawing)")) zoom(); });

  function showMarks() {
    for (const pane of document.querySelectorAll(".pane")) {
      const mark = $(".marks rect:not(.drawn)", pane) || $("td.marked, mark", pane);
      if (!mark) continue;
      const box = mark.getBoundingClientRect(), frame = pane.getBoundingClientRect();
      pane.scrollTop += box.top - frame.top - frame.height / 2 + box.height / 2;
      pane.scrollLeft += box.left - frame.left - frame.width / 2 + box.width / 2;
    }
  }

  /* After an item was swapped in: say what was recorded, go to the question, fetch the picture of the one after. */
  function settled() {
    const item = $("#item");
    if (item) {
      if (item.dataset.said) $("#say").textContent = item.dataset.said;
      $("#question")?.focus({ preventScroll: true });
      scrollTo(0, 0);
      for (const ahead of item.querySelectorAll("[data-picture]")) new Image().src = ahead.dataset.picture;
      level = 0;
      const count = $(".bar .count"), left = $(".kicker .left");
      if (count) count.textContent = left ? left.textContent.replace(" open", "") : "";
    }
    showMarks();
  }
  document.addEventListener("htmx:after:swap", event => {
    if (event.target === $("#pulse") || event.target.closest?.("#pulse")) return;
    if ($("#item #question")) settled(); else showMarks();
  });
  document.addEventListener("load", event => { if (event.target.closest?.(".paper")) showMarks(); }, true);
  if ($("#item")?.querySelector("#question")) settled(); else showMarks();

  /* Story: a number opens its cell in the third column; the editor goes to the line of an open claim. */
  document.addEventListener("click", event => {
    const claim = event.target.closest("#verdicts a[href^='/story/claim/'], #verdicts .story a[href^='/findings/']");
    if (!claim || event.ctrlKey || event.metaKey || !$("#cell")) return;
    event.preventDefault();
    document.querySelectorAll(".chosen").forEach(each => each.classList.remove("chosen"));
    claim.classList.add("chosen");
    htmx.ajax("GET", claim.getAttribute("href"), { target: "#cell", swap: "innerHTML" }).then(() => $("#cell").focus());
    if (claim.dataset.start) select(Number(claim.dataset.start), Number(claim.dataset.end));
  });
  /* The claim's words in the editor, with the brackets that bind them; offsets count characters, not UTF-16. */
  function select(from, to) {
    const text = $("#text"), letters = [...text.value];
    let start = letters.slice(0, from).join("").length, end = letters.slice(0, to).join("").length;
    const bound = text.value.slice(end).match(/^\]\{[^{}\n]*\}/);
    if (bound && text.value[start - 1] === "[") { start -= 1; end += bound[0].length; }
    text.setSelectionRange(start, end);
    text.scrollTop = text.scrollHeight * start / Math.max(1, text.value.length) - text.clientHeight / 3;
  }

  /* A box drawn over a page becomes the place of a figure, in points of the page. */
  const form = $("#figure-form"), paper = $(".document .paper"), drawn = paper && $(".drawn", paper);
  if (form && drawn) {
    const view = drawn.ownerSVGElement.viewBox.baseVal;
    let from = null;
    const at = event => {
      const frame = paper.getBoundingClientRect();
      return [(event.clientX - frame.left) / frame.width * view.width, (event.clientY - frame.top) / frame.height * view.height];
    };
    paper.classList.add("drawing");
    $("img", paper).draggable = false;
    paper.addEventListener("pointerdown", event => {
      if (event.pointerType === "touch") return; // there it scrolls; the words are typed instead
      from = at(event); paper.setPointerCapture(event.pointerId);
    });
    paper.addEventListener("pointermove", event => { if (from) mark(from, at(event)); });
    paper.addEventListener("pointerup", event => {
      if (from && mark(from, at(event))) $("#value").focus();
      from = null;
    });
    function mark([x0, y0], [x1, y1]) {
      const box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
      const sides = { x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1] };
      for (const [name, value] of Object.entries(sides)) drawn.setAttribute(name, value.toFixed(1));
      if (sides.width < 2 || sides.height < 2) return false;
      $("#box").value = box.map(side => side.toFixed(1)).join(" ");
      $("#named").value = "";
      return true;
    }
  }
  if (form) document.addEventListener("click", event => {
    const cell = event.target.closest("[data-ref]");
    if (cell) { $("#named").value = cell.dataset.ref; $("#value").focus(); }
  });
  if (form && location.hash === "#figure") ($("#named").value ? $("#value") : $("#named")).focus();

  /* Words of the codebook: show only those that hold what is typed. */
  document.addEventListener("input", event => {
    const list = event.target.dataset.filter && $(event.target.dataset.filter);
    if (!list) return;
    const words = event.target.value.toLowerCase();
    for (const row of list.tBodies[0].rows) row.hidden = !row.textContent.toLowerCase().includes(words);
  });

  /* Files: chosen or dragged in, whole folders with their paths. */
  const drop = $("#drop");
  if (drop) {
    let dragged = [];
    const target = $(".target", drop), chosen = $("#chosen");
    const say = files => { chosen.textContent = files === 1 ? "1 file is chosen." : `${files} files are chosen.`; };
    drop.addEventListener("change", event => {
      if (event.target.type !== "file") return;
      for (const other of drop.querySelectorAll("input[type=file]")) if (other !== event.target) other.value = "";
      dragged = [];
      say(event.target.files.length);
    });
    for (const kind of ["dragover", "dragleave", "drop"]) target.addEventListener(kind, event => {
      event.preventDefault();
      target.classList.toggle("over", kind === "dragover");
    });
    target.addEventListener("drop", async event => {
      const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry()).filter(Boolean);
      dragged = (await Promise.all(entries.map(files))).flat();
      say(dragged.length);
    });
    drop.addEventListener("submit", async event => {
      event.preventDefault();
      const data = new FormData();
      for (const field of drop.querySelectorAll("input:not([type=file])")) data.append(field.name, field.value);
      const picked = [...drop.querySelectorAll("input[type=file]")].flatMap(input => [...input.files]);
      for (const [file, path] of [...dragged, ...picked.map(file => [file, file.webkitRelativePath || file.name])]) {
        data.append("path", path);
        data.append("files", file);
      }
      chosen.textContent = "Handing the files over …";
      const answer = await fetch(drop.action, { method: "POST", body: data, headers: { "HX-Request": "true" } });
      if (answer.ok) { location.href = "/"; return; }
      const problem = new DOMParser().parseFromString(await answer.text(), "text/html");
      chosen.textContent = problem.body.textContent;
    });
    async function files(entry) {
      if (entry.isFile) return new Promise(done => entry.file(file => done([[file, entry.fullPath.slice(1)]]), () => done([])));
      const reader = entry.createReader(), found = [];
      for (;;) {
        const some = await new Promise((done, failed) => reader.readEntries(done, failed));
        if (!some.length) return found;
        found.push(...(await Promise.all(some.map(files))).flat());
      }
    }
  }
})();
