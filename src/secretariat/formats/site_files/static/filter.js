// Hide the rows of a table that lack one of the typed words. Without this script the page shows every row.
"use strict";
(() => {
  const rows = document.querySelectorAll("#rows > tbody > tr");
  const field = document.getElementById("filter");
  const told = document.getElementById("filtered");
  if (!field || rows.length < 2) return;
  const texts = Array.from(rows, (row) => row.textContent.toLowerCase());
  field.parentElement.hidden = false;
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, at) => {
      row.hidden = !words.every((word) => texts[at].includes(word));
      if (!row.hidden) shown += 1;
    });
    told.textContent = words.length ? `${shown} of ${rows.length} rows` : "";
  });
})();
