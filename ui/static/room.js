// The reading room's manners: the address holds the question, focus goes to what was asked for, a live region
// says what happened. Everything shown comes from the server as HTML that is already escaped.
(() => {
  "use strict";
  const own = document.currentScript.src;
  const address = () => new URL(window.location.href);
  const view = () => document.querySelector(".view");
  let shownQuestion = null;
  let shownWithout = "";

  function say(words) {
    const place = document.getElementById("said");
    if (!place) return;
    place.textContent = "";
    window.setTimeout(() => { place.textContent = words; }, 50); // a change is announced, a repetition is not
  }

  function box() {
    return document.querySelector("#question textarea, #question input");
  }

  function ask(question) {
    const field = box();
    if (!field) return;
    field.value = question;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    window.setTimeout(() => document.querySelector("#ask").click(), 30); // after Gradio has taken the value in
  }

  function asked() {
    if (document.getElementById("unanswered")) window.location.href = anew(); // Gradio asks no more
    else if (view()) view().setAttribute("aria-busy", "true"); // until the next view takes its place
  }

  // Gradio tells of an answer that did not come in a box of its own that goes away, and asks no more after it. Here it is
  // told where the answer would stand, and the question is asked with the whole page anew.
  const send = window.fetch;
  window.fetch = async (...given) => {
    const asking = String(given[0] instanceof Request ? given[0].url : given[0]).includes("/run/predict");
    try {
      const answer = await send(...given);
      if (asking && !answer.ok) unanswered("Something went wrong, and there is no answer.");
      return answer;
    } catch (error) {
      if (asking) unanswered("Minutebook cannot be reached just now, so there is no answer.");
      throw error;
    }
  };

  function anew() {
    const whole = new URL("..", own);
    whole.searchParams.set("q", (box() && box().value) || address().searchParams.get("q") || "");
    return whole.href;
  }

  function unanswered(words) {
    if (view()) view().removeAttribute("aria-busy");
    const place = document.getElementById("view");
    if (!place) return;
    const note = document.getElementById("unanswered") || document.createElement("p");
    const link = document.createElement("a");
    link.href = anew();
    link.textContent = "Ask again";
    note.id = "unanswered";
    note.className = "note";
    note.setAttribute("role", "alert");
    note.replaceChildren(`${words} `, link);
    place.before(note);
  }

  function onView() {
    const now = view();
    if (!now || now.dataset.seen) return;
    now.dataset.seen = "yes";
    document.getElementById("unanswered")?.remove();
    const question = now.dataset.question || "";
    const url = address();
    const first = shownQuestion === null;
    const without = now.dataset.without || ""; // limits that the reader dropped
    if ((url.searchParams.get("q") || "") !== question || (url.searchParams.get("without") || "") !== without) {
      url.search = "";
      if (question) url.searchParams.set("q", question);
      if (without) url.searchParams.set("without", without);
      if (first) window.history.replaceState({}, "", url); else window.history.pushState({}, "", url);
    }
    shownQuestion = question;
    shownWithout = without;
    document.title = question ? `${question} – Minutebook` : "Minutebook";
    const title = document.getElementById("answer-title");
    if (title) {
      title.focus({ preventScroll: true });
      if (title.getBoundingClientRect().top > window.innerHeight * 0.6) title.scrollIntoView();
    }
    if (now.dataset.said) say(now.dataset.said);
    const current = now.querySelector("a[data-source][aria-current]");
    const [href, source] = readNow();
    if (current && href && (source !== current || href !== source.href)) openPage(href, source, false);
  }

  // The address names the page that is read: the source, and the page of its paper where another was turned to. A page of
  // another paper, a copy, has no place in the address of an answer. The step of the history keeps either with its marks.
  function remembered(href, source, alone) {
    const now = alone ? new URL(href) : address();
    let kept = {};
    if (!alone && source) {
      now.searchParams.set("source", source.dataset.source);
      now.searchParams.delete("at");
    } else if (!alone) {
      const [paper, number] = placeOf(href);
      const link = document.querySelector("a[data-source][aria-current]");
      kept = { opened: href };
      if (link && placeOf(link.href)[0] === paper) now.searchParams.set("at", number);
      else now.searchParams.delete("at");
    }
    window.history.pushState(kept, "", now);
  }

  function placeOf(href) {
    return new URL(href, window.location.href).pathname.split("/").slice(-2); // the paper's hash and the page
  }

  function turnedTo(href, number) {
    const url = new URL(href, window.location.href);
    url.pathname = url.pathname.replace(/[^/]*$/, String(number));
    return url.href;
  }

  // Return the address of the page that this step of the history shows beside the answer, and its source's link.
  function readNow() {
    const url = address();
    const source = document.querySelector(`a[data-source="${Number(url.searchParams.get("source") || 1)}"]`);
    const opened = window.history.state && window.history.state.opened;
    const number = Number(url.searchParams.get("at"));
    return [opened || (source && number ? turnedTo(source.href, number) : source && source.href), source];
  }

  async function openPage(href, source, remember) {
    const reader = document.getElementById("reader");
    if (!reader) { window.location.href = href; return; }
    reader.setAttribute("aria-busy", "true");
    const url = new URL(href);
    url.searchParams.set("part", reader.classList.contains("alone") ? "alone" : "yes");
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(String(answer.status));
      reader.innerHTML = await answer.text();
    } catch {
      window.location.href = href; // the whole page says what is wrong
      return;
    } finally {
      reader.removeAttribute("aria-busy");
    }
    if (source) {
      for (const other of document.querySelectorAll("a[data-source][aria-current]")) other.removeAttribute("aria-current");
      source.setAttribute("aria-current", "true");
    }
    if (remember) remembered(href, source, reader.classList.contains("alone"));
    const title = document.getElementById("reader-title");
    if (title) {
      title.focus({ preventScroll: true });
      const top = title.getBoundingClientRect().top;
      if (top < 0 || top > window.innerHeight * 0.5) title.scrollIntoView();
      say(title.textContent);
    }
  }

  async function copy(button) {
    const link = button.dataset.link;
    const words = link // pasted elsewhere, a link must name this host
      ? button.dataset.copy.replaceAll(link, new URL(link, window.location.href).href)
      : button.dataset.copy;
    try {
      await navigator.clipboard.writeText(words);
    } catch { // no clipboard without a secure address: let the browser copy a selection
      const field = document.createElement("textarea");
      field.value = words;
      field.className = "unseen";
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    say(`${button.dataset.what || "Citation"} copied`);
    const label = button.firstChild;
    const before = label.textContent;
    if (before !== "Copied") {
      label.textContent = "Copied";
      window.setTimeout(() => { label.textContent = before; }, 2000);
    }
  }

  async function fill(link) {
    const place = document.getElementById(link.dataset.fill);
    const url = new URL(link.href);
    url.searchParams.set("part", "yes");
    place.setAttribute("aria-busy", "true");
    say("The model is writing. The official words stay above.");
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(String(answer.status));
      place.innerHTML = await answer.text();
    } catch {
      window.location.href = link.href; // the whole page says what is wrong
      return;
    } finally {
      place.removeAttribute("aria-busy");
    }
    const title = place.querySelector("[tabindex]");
    if (title) { title.focus(); say(title.textContent); }
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target = event.target.closest("a, button");
    if (!target) return;
    if (target.dataset.fill) { event.preventDefault(); fill(target); return; }
    if (target.dataset.copy !== undefined) { copy(target); return; }
    if (target.dataset.ask !== undefined && box()) { event.preventDefault(); ask(target.dataset.ask); return; }
    if (target.dataset.source) { event.preventDefault(); openPage(target.href, target, true); return; }
    if (target.dataset.turn && document.getElementById("reader")) { event.preventDefault(); openPage(target.href, null, true); return; }
    if (target.classList.contains("mark")) {
      event.preventDefault();
      const source = document.querySelector(`${target.hash} a.label`);
      if (source) { source.focus(); source.scrollIntoView({ block: "center" }); }
      return;
    }
    if (target.id === "ask") asked();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === box()) asked();
  });

  document.addEventListener("submit", (event) => {
    const reader = document.getElementById("reader");
    if (!event.target.matches(".goto") || !reader) return;
    event.preventDefault();
    const number = event.target.querySelector("input").value;
    openPage(turnedTo(reader.querySelector("[data-page]").dataset.page, number), null, true);
  });

  window.addEventListener("popstate", () => {
    const url = address();
    if (!box()) { window.location.reload(); return; }
    const question = url.searchParams.get("q") || "";
    if ((url.searchParams.get("without") || "") !== shownWithout) { window.location.reload(); return; }
    if (question !== shownQuestion) {
      if (question) ask(question); else window.location.reload();
      return;
    }
    const [href, source] = readNow();
    if (href && document.getElementById("reader")) openPage(href, source, false);
  });

  new MutationObserver(onView).observe(document.documentElement, { childList: true, subtree: true });
  onView();
})();
