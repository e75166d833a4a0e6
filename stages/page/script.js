// A click on a chart opens the sentences behind it; a field above them shows
// those that hold what is typed. Without this script all of them can still be
// opened and read.
for (const list of document.querySelectorAll(".evidence ol")) {
  const details = list.parentElement;
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = "Only those with these words";
  field.setAttribute("aria-label", field.placeholder);
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/);
    for (const item of list.children) {
      const text = item.textContent.toLowerCase();
      item.hidden = !words.every((word) => text.includes(word));
    }
  });
  list.before(field);
  const image = details.parentElement.querySelector("img");
  image.title = "Show the sentences behind it";
  image.addEventListener("click", () => {
    details.open = true;
    details.scrollIntoView({ block: "nearest" });
  });
}
