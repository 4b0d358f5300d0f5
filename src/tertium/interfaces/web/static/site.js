// Suggestions below the fields in which things are named (ARIA 1.2, combobox with a list).
// Without it the fields work, too: the server asks back where a name means several things.

const LEAST = 2;
const PAUSE = 150;

class Combobox {
  constructor(field) {
    this.field = field;
    this.found = [];
    this.at = -1;
    this.asked = "";
    this.list = document.createElement("ul");
    this.list.id = `${field.id}-suggestions`;
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Suggestions");
    field.after(this.list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", this.list.id);
    field.addEventListener("input", () => this.wait());
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => this.pick(event));
  }

  wait() {
    clearTimeout(this.timer);
    delete this.field.dataset.identifier;
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const text = this.field.value.trim();
    this.asked = text;
    if (text.length < LEAST) {
      this.close();
      return;
    }
    try {
      const answer = await fetch(`/api/find?${new URLSearchParams({ q: text, limit: "8" })}`, {
        headers: { Accept: "application/json" },
      });
      const found = answer.ok ? (await answer.json()).results : [];
      if (this.asked === text && document.activeElement === this.field) {
        this.show(found);
      }
    } catch {
      this.close();
    }
  }

  show(found) {
    this.found = found;
    this.at = -1;
    this.list.replaceChildren(...found.map((one, place) => this.option(one, place)));
    this.list.hidden = found.length === 0;
    this.field.setAttribute("aria-expanded", String(found.length > 0));
    this.field.removeAttribute("aria-activedescendant");
  }

  option(one, place) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${place}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const name = document.createElement("bdi");
    name.dir = "auto";
    name.textContent = one.label;
    item.append(name);
    if (one.description) {
      const more = document.createElement("small");
      more.dir = "auto";
      more.textContent = one.description;
      item.append(more);
    }
    return item;
  }

  key(event) {
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) {
        this.move(event.key === "ArrowDown" ? 1 : -1);
      } else {
        this.ask();
      }
    } else if (event.key === "Enter" && open && this.at >= 0) {
      event.preventDefault();
      this.take(this.at);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      this.close();
    }
  }

  move(step) {
    // One place more than there are suggestions: there the field itself has its turn.
    const places = this.found.length + 1;
    this.at = ((this.at + 1 + step + places) % places) - 1;
    [...this.list.children].forEach((item, place) => {
      item.setAttribute("aria-selected", String(place === this.at));
    });
    if (this.at < 0) {
      this.field.removeAttribute("aria-activedescendant");
    } else {
      const item = this.list.children[this.at];
      this.field.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    }
  }

  pick(event) {
    event.preventDefault();
    const place = [...this.list.children].indexOf(event.target.closest("li"));
    if (place >= 0) {
      this.take(place);
    }
  }

  take(place) {
    this.field.value = this.found[place].label;
    this.field.dataset.identifier = this.found[place].id;
    this.close();
  }

  close() {
    clearTimeout(this.timer);
    this.asked = "";
    this.list.hidden = true;
    this.found = [];
    this.at = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}

// What was picked goes to the server by its identifier, which means one thing only.
function identified(event) {
  const fields = [...event.target.elements].filter((one) => one.name && one.type !== "submit");
  for (const name of [...event.formData.keys()]) {
    event.formData.delete(name);
  }
  for (const field of fields) {
    if (field.type !== "checkbox" || field.checked) {
      event.formData.append(field.name, field.dataset.identifier ?? field.value);
    }
  }
}

for (const field of document.querySelectorAll("input[data-suggest]")) {
  new Combobox(field);
  field.form.addEventListener("formdata", identified);
}

// An address is copied by a button, where there is a script to do so.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  field.value = new URL(field.value, location.href).href;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard?.writeText(field.value);
    button.textContent = "Copied";
  });
}
