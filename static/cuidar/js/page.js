// Small comforts of every page. Nothing here is needed to use it.

const menus = document.querySelectorAll("details.menu");

function closeMenus(except) {
  for (const menu of menus) if (menu !== except) menu.open = false;
}

document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details.menu[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

// On a small keyboard a word that cannot be seen is written wrong.
for (const label of document.querySelectorAll("[data-shows]")) {
  const field = document.getElementById(label.dataset.shows);
  label.hidden = false;
  label.addEventListener("change", (event) => {
    field.type = event.target.checked ? "text" : "password";
  });
}

// Paper cannot be unfolded.
let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("main details:not([open])")];
  for (const details of unfolded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of unfolded) details.open = false;
});

// The chosen colours are kept in a cookie, so that the server writes them into the page and nothing flashes.
const YEAR_IN_SECONDS = 31536000;
const chooser = document.querySelector("[data-theme-chooser]");

function showTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

function keepTheme(theme) {
  const age = theme ? YEAR_IN_SECONDS : 0;
  document.cookie = `cuidar_theme=${theme};path=/;max-age=${age};samesite=lax`;
}

if (chooser) {
  chooser.hidden = false;
  const select = chooser.querySelector("select");
  select.value = document.documentElement.dataset.theme ?? "";
  select.addEventListener("change", () => {
    showTheme(select.value);
    keepTheme(select.value);
  });
}
