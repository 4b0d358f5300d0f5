// Makes the field of a query a better place to write: colours, brackets, a warning where the syntax
// breaks; and a button that stops a query. Without this script the field and its form do all the rest.

const field = document.querySelector("textarea[data-sparql]");
const form = field && field.form;
const LONGEST = 6000;

function better() {
  const Yasqe = window.Yasqe;
  if (!Yasqe) return null;
  const place = document.createElement("div");
  place.className = "writing";
  field.before(place);
  const editor = new Yasqe(place, {
    value: field.value,
    autocompleters: [],
    persistenceId: null,
    showQueryButton: false,
    createShareableLink: null,
    pluginButtons: () => undefined,
    resizeable: false,
    editorHeight: "20rem",
    extraKeys: { Tab: false, "Shift-Tab": false, "Ctrl-Enter": () => form.requestSubmit(), "Cmd-Enter": () => form.requestSubmit(), Esc: () => form.querySelector("button").focus() },
  });
  editor.getInputField().setAttribute("aria-label", "Query");
  field.hidden = true;
  return editor;
}

function run(editor) {
  let asked = null;
  const stop = document.createElement("button");
  stop.type = "button";
  stop.textContent = "Stop";
  stop.hidden = true;
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  form.querySelector(".buttons").append(stop);
  form.after(status);
  stop.addEventListener("click", () => asked && asked.abort());

  form.addEventListener("submit", async (event) => {
    if (editor) field.value = editor.getValue();
    if (form.elements.format && form.elements.format.value) return; // a download goes its own way
    event.preventDefault();
    asked = new AbortController();
    stop.hidden = false;
    status.textContent = "The query is running.";
    const body = new URLSearchParams({ query: field.value });
    const short = body.toString().length < LONGEST;
    const address = short ? `${form.action}?${body}` : form.action;
    try {
      const answer = await fetch(address, { method: short ? "GET" : "POST", body: short ? null : body, headers: { Accept: "text/html" }, signal: asked.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const results = page.getElementById("results");
      document.getElementById("results").replaceWith(results ? document.adoptNode(results) : document.createElement("p"));
      status.textContent = document.querySelector("#results [data-outcome]")?.dataset.outcome ?? "";
      if (short) history.replaceState(null, "", address);
    } catch (error) {
      status.textContent = error.name === "AbortError" ? "The query was stopped." : "The server does not answer.";
    } finally {
      stop.hidden = true;
      asked = null;
    }
  });
}

if (field) {
  run(better());
}
