// Search without a server: pieces of the index are scripts, which a page reads from a disk, too.
// Without this script the list of all things, which is on the same page, stays what it is.

(() => {
  const PAUSE = 120;
  const LETTERS = 40; // no word of the index is longer
  const PIECES = 6; // so many are read for one word, lest a single letter read them all
  const SHOWN = 40;
  const BEST = 300; // of so many things pairs are looked for
  const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

  const form = document.getElementById("search");
  const field = document.getElementById("words");
  const told = document.getElementById("told");
  const root = form.dataset.root;
  const found = new Map(); // pieces by number
  let starts = [];
  let asked = "";
  let timer;

  // What the files of the index call.
  window.tertium = {
    starts(list) { starts = list; },
    piece(number, rows) { found.set(number, rows.map(thing)); },
  };

  function thing([folded, part, label, description, count, first, second]) {
    return { folded, part, label, description, count, first, second: new Set(second) };
  }

  function read(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${root}search/${name}.js`;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(name)));
      document.head.append(script);
    });
  }

  function folded(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").toLowerCase().trim();
  }

  function wordsOf(text) {
    const words = folded(text).split(" ").filter(Boolean).map((word) => [...word].slice(0, LETTERS).join(""));
    return words.length > 2 ? words.filter((word) => word !== "vs" && word !== "and") : words;
  }

  function has(one, word) {
    return ` ${one.folded}`.includes(` ${word}`) || (WIDE.test(word) && one.folded.includes(word));
  }

  async function thingsWith(word) {
    const numbers = [];
    starts.forEach((start, number) => {
      if (word.startsWith(start) || start.startsWith(word)) {
        numbers.push(number);
      }
    });
    const wanted = numbers.slice(0, PIECES);
    await Promise.all(wanted.filter((number) => !found.has(number)).map(read));
    const things = new Map();
    for (const one of wanted.flatMap((number) => found.get(number))) {
      if (has(one, word)) {
        things.set(one.part, one);
      }
    }
    return { things, cut: numbers.length > PIECES };
  }

  function pairsOf(words, things) {
    const pairs = [];
    for (const one of things) {
      const missing = words.filter((word) => !has(one, word));
      for (const other of things) {
        if (one !== other && missing.every((word) => has(other, word)) && one.first.some((page) => other.second.has(page))) {
          pairs.push([one, other]);
        }
      }
    }
    return pairs;
  }

  function closeness(words, one) {
    const own = one.folded.split(" ");
    return words.filter((word) => own.includes(word)).length / own.length;
  }

  function bestFirst(words) {
    return (one, other) => closeness(words, other) - closeness(words, one) || other.count - one.count || (one.folded < other.folded ? -1 : 1);
  }

  function link(address, label, more) {
    const item = document.createElement("li");
    const anchor = document.createElement("a");
    anchor.href = `${root}${address}.html`;
    const name = document.createElement("bdi");
    name.dir = "auto";
    name.textContent = label;
    anchor.append(name);
    item.append(anchor);
    if (more) {
      const small = document.createElement("small");
      small.dir = "auto";
      small.textContent = more;
      item.append(" ", small);
    }
    return item;
  }

  function list(heading, items) {
    if (!items.length) {
      return [];
    }
    const title = document.createElement("h2");
    title.textContent = heading;
    const whole = document.createElement("ul");
    whole.className = "things";
    whole.append(...items);
    return [title, whole];
  }

  function say(text) {
    const line = document.createElement("p");
    line.className = "reason";
    line.textContent = text;
    return line;
  }

  function more(one) {
    const count = `${one.count.toLocaleString("en")} comparison${one.count === 1 ? "" : "s"}`;
    return one.description ? `${count} · ${one.description}` : count;
  }

  async function ask() {
    const text = field.value;
    const words = wordsOf(text);
    asked = text;
    if (!words.length) {
      told.replaceChildren();
      return;
    }
    try {
      if (!starts.length) {
        await read("index");
      }
      const answers = await Promise.all(words.map(thingsWith));
      if (asked === text) {
        told.replaceChildren(...shown(words, answers));
      }
    } catch {
      told.replaceChildren(say("The index could not be read; the list below has all things."));
    }
  }

  function shown(words, answers) {
    const all = new Map(answers.flatMap((answer) => [...answer.things]));
    const things = [...all.values()].sort(bestFirst(words));
    const whole = things.filter((one) => words.every((word) => has(one, word)));
    const pairs = words.length > 1 ? pairsOf(words, things.slice(0, BEST)) : [];
    const parts = [
      ...list("Comparisons", pairs.slice(0, SHOWN).map(([one, other]) => link(`compare/${one.part}/${other.part}`, `${one.label} vs. ${other.label}`))),
      ...list("Things", whole.slice(0, SHOWN).map((one) => link(`entity/${one.part}`, one.label, more(one)))),
    ];
    if (!parts.length) {
      parts.push(say("Nothing has such a name here."));
    }
    if (answers.some((answer) => answer.cut) || whole.length > SHOWN || pairs.length > SHOWN) {
      parts.push(say("There may be more: write more of the name."));
    }
    return parts;
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
})();
