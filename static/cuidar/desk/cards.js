// On a phone the desk's tables are cards (desk.css): each value then says the heading of its column. Lists that are
// searched and filtered are put in place anew, so this looks again. The roles keep tables tables for screen readers.

function label(table) {
  const headings = [...table.querySelectorAll("thead th")].map((heading) => heading.textContent.trim());
  if (!headings.length) return;
  table.setAttribute("role", "table");
  table.classList.add("desk-cards");
  for (const row of table.rows) row.setAttribute("role", "row");
  for (const heading of table.querySelectorAll("thead th")) heading.setAttribute("role", "columnheader");
  for (const row of table.querySelectorAll("tbody tr")) {
    [...row.cells].forEach((cell, column) => {
      cell.setAttribute("role", "cell");
      cell.classList.toggle("desk-empty", !cell.textContent.trim() && !cell.children.length);
      if (headings[column]) cell.dataset.label = headings[column];
    });
  }
}

function labelAll() {
  for (const table of document.querySelectorAll("table.listing:not(.desk-cards), .desk-table table:not(.desk-cards)")) {
    label(table);
  }
}

labelAll();
new MutationObserver(labelAll).observe(document.body, { childList: true, subtree: true });
