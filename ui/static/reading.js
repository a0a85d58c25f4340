// The picture of a page enlarged: by buttons, or by + and - (and 0 to fit) while the focus is on the picture.
// The marks stand in the picture itself, so no enlargement loses them; a picture is first shown, and enlarged, so that the first
// quoted words are in sight.
(() => {
  "use strict";
  const STEPS = [1, 1.5, 2, 3];
  const SHARP = 1; // above this the sharper picture is fetched
  const ABOVE = 0.3; // of the room of the picture: what stands above the mark is in sight too
  let step = 0; // kept from page to page

  function show(reader) {
    const sheet = reader.querySelector(".sheet");
    const image = sheet && sheet.querySelector("img");
    if (!image) return;
    reader.querySelector(".zoom").hidden = false;
    if (STEPS[step] > SHARP && image.dataset.sharper) {
      image.src = image.dataset.sharper;
      delete image.dataset.sharper;
    }
    const before = sheet.scrollWidth;
    const [across, down] = (sheet.dataset.mark || "").split(" ").map(Number);
    const seen = image.clientHeight * down - sheet.scrollTop;
    const toMark = down !== undefined && (!sheet.dataset.shown || (seen >= 0 && seen <= sheet.clientHeight));
    const middle = sheet.scrollLeft + sheet.clientWidth / 2;
    const top = sheet.scrollTop + sheet.clientHeight / 2;
    image.style.width = `${STEPS[step] * 100}%`;
    sheet.classList.toggle("enlarged", step > 0);
    const grown = sheet.scrollWidth / before;
    if (toMark) {
      sheet.scrollLeft = image.clientWidth * across - sheet.clientWidth * ABOVE;
      sheet.scrollTop = image.clientHeight * down - sheet.clientHeight * ABOVE;
    } else {
      sheet.scrollLeft = middle * grown - sheet.clientWidth / 2;
      sheet.scrollTop = top * grown - sheet.clientHeight / 2;
    }
    sheet.dataset.shown = "yes";
    reader.querySelector("[data-zoom=out]").setAttribute("aria-disabled", String(step === 0));
    reader.querySelector("[data-zoom=in]").setAttribute("aria-disabled", String(step === STEPS.length - 1));
    reader.querySelector("[data-zoomed]").textContent = `${STEPS[step] * 100} %`;
  }

  function change(reader, way) {
    const next = way === "fit" ? 0 : step + (way === "in" ? 1 : -1);
    step = Math.max(0, Math.min(STEPS.length - 1, next));
    show(reader);
    const said = document.getElementById("said");
    if (said) said.textContent = `Picture at ${STEPS[step] * 100} per cent`;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button) change(button.closest(".reader"), button.dataset.zoom);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.classList.contains("sheet")) return;
    const way = { "+": "in", "=": "in", "-": "out", "0": "fit" }[event.key];
    if (way) { event.preventDefault(); change(event.target.closest(".reader"), way); }
  });
  new MutationObserver(() => {
    for (const zoom of document.querySelectorAll(".reader .zoom[hidden]")) show(zoom.closest(".reader"));
  }).observe(document.documentElement, { childList: true, subtree: true });
  for (const zoom of document.querySelectorAll(".reader .zoom[hidden]")) show(zoom.closest(".reader"));
})();
