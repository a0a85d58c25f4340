// Suggestions while typing: the question's box as a combobox with a list, after the WAI-ARIA Authoring Practices
// ("editable combobox with list autocomplete"). Without this script the box stays a plain box.
(() => {
  "use strict";
  const suggestAt = new URL("../api/suggest", document.currentScript.src);
  const PAUSE = 150; // milliseconds without a key after which the list is fetched
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  const count = document.createElement("p");
  count.className = "unseen";
  count.setAttribute("role", "status");
  let field = null;
  let chosen = -1; // which suggestion the arrows stand on, -1 for none
  let timer = 0;
  let asking = null; // the request under way
  let taking = false; // the box is being filled by us

  const options = () => [...list.children];

  function attach() {
    const found = document.querySelector("#question textarea, #question input[type=text], input#question-plain");
    if (!found || found === field) return;
    field = found;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("autocomplete", "off");
    (field.closest("label") || field).after(list, count); // inside the label they would become part of its words
    field.addEventListener("input", () => { if (!taking) later(); });
    field.addEventListener("keydown", onKey, true);
    field.addEventListener("blur", close);
  }

  function close() {
    window.clearTimeout(timer);
    if (asking) asking.abort();
    asking = null;
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    count.textContent = "";
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function later() {
    window.clearTimeout(timer);
    timer = window.setTimeout(fetchThem, PAUSE);
  }

  async function fetchThem() {
    const typed = field.value;
    if (asking) asking.abort();
    const mine = new AbortController();
    asking = mine;
    const url = new URL(suggestAt);
    url.searchParams.set("q", typed.slice(0, 1000));
    let found = [];
    try {
      const answer = await fetch(url, { signal: mine.signal });
      if (answer.ok) found = (await answer.json()).suggestions;
    } catch { // no list is no harm: the box works without
      return;
    }
    if (asking !== mine || field.value !== typed || document.activeElement !== field) return;
    show(found);
  }

  function show(found) {
    if (!found.length) { close(); return; }
    chosen = -1;
    list.replaceChildren(...found.map((words, at) => {
      const option = document.createElement("li");
      option.id = `suggestion-${at}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = words;
      option.addEventListener("mousedown", (event) => { event.preventDefault(); take(words); });
      return option;
    }));
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    field.removeAttribute("aria-activedescendant");
    count.textContent = found.length === 1 ? "1 suggestion" : `${found.length} suggestions`;
  }

  function choose(at) {
    const all = options();
    chosen = at;
    all.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    if (at < 0) { field.removeAttribute("aria-activedescendant"); return; }
    field.setAttribute("aria-activedescendant", all[at].id);
    all[at].scrollIntoView({ block: "nearest" });
  }

  function take(words) {
    taking = true;
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    taking = false;
    close();
    field.focus();
    field.setSelectionRange(words.length, words.length);
  }

  function onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const open = !list.hidden;
    const last = options().length - 1;
    if (event.key === "ArrowDown" && !open) { event.preventDefault(); fetchThem(); return; }
    if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen >= last ? -1 : chosen + 1); return; }
    if (event.key === "ArrowUp" && event.altKey && open) { event.preventDefault(); close(); return; }
    if (event.key === "ArrowUp" && open) { event.preventDefault(); choose(chosen < 0 ? last : chosen - 1); return; }
    if (event.key === "Escape" && open) { event.preventDefault(); event.stopPropagation(); close(); return; }
    if (event.key === "Enter" && open && chosen >= 0) {
      event.preventDefault();
      event.stopPropagation(); // the words are taken; the next Enter asks
      take(options()[chosen].textContent);
      return;
    }
    if (event.key === "Enter" || event.key === "Tab") close();
  }

  new MutationObserver(attach).observe(document.documentElement, { childList: true, subtree: true });
  attach();
})();
