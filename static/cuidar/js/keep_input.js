// Changing the language in the middle of a form keeps what was written: it waits in this tab, for two minutes, until
// the same page has come in the other language. Passwords and files are never kept.

const KEPT = "cuidar_kept_input";
const LONGEST = 120000; // milliseconds
const page = () => location.pathname.replace(/^\/[a-z]{2}(-[a-z]+)?\//, "/") + location.search;
const fields = () => [...document.querySelectorAll("main form :is(input, textarea, select)[name]")].filter(
  (field) => !["password", "file", "hidden", "submit", "button"].includes(field.type) && field.form.method === "post",
);
const ticked = (field) => field.type === "checkbox" || field.type === "radio";

function keep() {
  const values = fields().map((field) => [field.name, ticked(field) ? [field.value, field.checked] : field.value]);
  if (values.length) sessionStorage.setItem(KEPT, JSON.stringify({ page: page(), at: Date.now(), values }));
}

function putBack() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (kept?.page !== page() || Date.now() - kept.at > LONGEST) return;
  for (const [name, value] of kept.values) {
    for (const field of fields().filter((each) => each.name === name)) {
      if (!ticked(field)) field.value = value;
      else if (field.value === value[0]) field.checked = value[1];
    }
  }
}

document.querySelector(".language-switch form")?.addEventListener("submit", keep);
putBack();
