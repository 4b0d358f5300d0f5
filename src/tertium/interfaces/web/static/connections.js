// Lets a reader move the picture of how things are connected. Without this script, or with nothing
// to draw on, the picture and the sentences beside it stay as they are.

const LAYOUT = { name: "preset", fit: true, padding: 40 };

function styleOf(element) {
  const colours = getComputedStyle(element);
  const ink = colours.getPropertyValue("--ink").trim() || "#222";
  const soft = colours.getPropertyValue("--soft").trim() || "#666";
  const paper = colours.getPropertyValue("--paper").trim() || "#fff";
  return [
    { selector: "node", style: { label: "data(label)", "text-wrap": "wrap", "text-max-width": "110px", "font-size": 11, color: ink, "background-color": soft, width: 14, height: 14, "text-valign": "bottom", "text-margin-y": 4 } },
    { selector: "node[?end]", style: { "background-color": ink, "font-weight": "bold", width: 22, height: 22 } },
    { selector: "edge", style: { label: "data(label)", "font-size": 10, color: ink, "line-color": soft, "target-arrow-color": soft, "target-arrow-shape": "triangle", "curve-style": "bezier", width: 1, "text-background-color": paper, "text-background-opacity": 0.85, "text-background-padding": 2 } },
  ];
}

function library(address) {
  return new Promise((resolve, reject) => {
    if (window.cytoscape) {
      resolve(window.cytoscape);
      return;
    }
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(window.cytoscape));
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}

function draw(cytoscape, canvas, web) {
  const elements = [
    ...web.nodes.map((node) => ({ group: "nodes", data: node, position: { x: node.x, y: node.y } })),
    ...web.edges.map((edge) => ({ group: "edges", data: edge })),
  ];
  return cytoscape({ container: canvas, elements, style: styleOf(canvas), layout: LAYOUT, userZoomingEnabled: false });
}

function offer(picture) {
  const web = JSON.parse(picture.dataset.connections);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "move screen";
  button.textContent = "Move things around";
  button.setAttribute("aria-pressed", "false");
  let canvas = null;
  button.addEventListener("click", async () => {
    const moving = button.getAttribute("aria-pressed") === "false";
    if (moving && !canvas) {
      try {
        const cytoscape = await library(picture.dataset.library);
        canvas = document.createElement("div");
        canvas.className = "canvas";
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", "The same picture, to be moved with a mouse or a finger");
        picture.after(canvas);
        draw(cytoscape, canvas, web);
      } catch {
        button.remove();
        return;
      }
    }
    picture.hidden = moving;
    canvas.hidden = !moving;
    button.setAttribute("aria-pressed", String(moving));
  });
  picture.before(button);
}

document.querySelectorAll("[data-connections]").forEach(offer);
