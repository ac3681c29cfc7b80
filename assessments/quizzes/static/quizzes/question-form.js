// Tells the stylesheet which kind of question is being written, so that it shows only the parts that kind needs.
const kind = document.querySelector("select[name=type]");
if (kind) {
  const show = () => { kind.form.dataset.questionType = kind.value || "none"; };
  kind.addEventListener("change", show);
  show();
}
