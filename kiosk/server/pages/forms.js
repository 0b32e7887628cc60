// What makes the forms quicker; every one of them works without it.
"use strict";

/** A button that ticks everything in its form's part, or nothing where everything is ticked. */
for (const button of document.querySelectorAll("button[data-all]")) {
  const boxes = [...button.closest("fieldset").querySelectorAll("input[type=checkbox]")];
  const name = () => (button.textContent = boxes.every((box) => box.checked) ? "Tick nobody" : "Tick everybody");
  button.hidden = false;
  name();
  button.addEventListener("click", () => {
    const ticks = !boxes.every((box) => box.checked);
    boxes.forEach((box) => (box.checked = ticks));
    boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
  });
  boxes.forEach((box) => box.addEventListener("change", name));
}

/** A button that says for how many students it is. */
for (const button of document.querySelectorAll("button[data-counts]")) {
  const form = button.form;
  const count = () => {
    const many = form.querySelectorAll("input[name=student]:checked").length;
    button.textContent = `${button.dataset.counts} ${many} student${many === 1 ? "" : "s"}`;
    button.disabled = many === 0;
  };
  form.addEventListener("change", count);
  count();
}

/** A field that leaves only the lessons whose names have these letters, and the one that is chosen. */
for (const field of document.querySelectorAll("input[data-finds]")) {
  const rows = [...document.querySelectorAll(`${field.dataset.finds} > li`)];
  field.closest("label").hidden = false;
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    rows.forEach((row) => {
      row.hidden = !row.textContent.toLowerCase().includes(wanted) && row.querySelector(":checked") === null;
    });
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}

/** A form that takes long says so, and is sent once. */
for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button");
    button.disabled = true;
    button.textContent = form.dataset.busy;
  });
}
