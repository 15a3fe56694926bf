// The report's own script: two tables that answer while typing, of any length. Text is only ever set as text.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const ROW = 40;

  function grid(id, rows, cells) {
    const box = document.getElementById(id);
    if (!box) return;
    box.hidden = false;
    const view = box.querySelector(".grid");
    const space = view.querySelector(".space");
    const count = box.querySelector(".count");
    const search = box.querySelector("input[type=search]");
    const filter = box.querySelector("select");
    const texts = rows.map((row) => row.join(" ").toLowerCase());
    let shown = rows.map((_, index) => index);

    function draw() {
      const first = Math.max(0, Math.floor(view.scrollTop / ROW) - 10);
      const last = Math.min(shown.length, Math.ceil((view.scrollTop + view.clientHeight) / ROW) + 10);
      space.replaceChildren();
      for (let i = first; i < last; i++) {
        const line = document.createElement("div");
        line.className = "row";
        line.setAttribute("role", "row");
        line.style.top = `${i * ROW}px`;
        for (const text of cells(rows[shown[i]])) {
          const cell = document.createElement("span");
          cell.setAttribute("role", "cell");
          cell.textContent = text;
          cell.title = text;
          line.append(cell);
        }
        space.append(line);
      }
    }

    function select() {
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      const wanted = filter ? filter.value : "";
      shown = [];
      for (let i = 0; i < rows.length; i++) {
        if (wanted !== "" && rows[i][0] !== wanted) continue;
        if (words.every((word) => texts[i].includes(word))) shown.push(i);
      }
      space.style.height = `${shown.length * ROW}px`;
      count.textContent = data.words.rows.replace("{count}", shown.length.toLocaleString(data.words.locale));
      view.scrollTop = 0;
      draw();
    }

    search.addEventListener("input", select);
    filter?.addEventListener("change", select);
    view.addEventListener("scroll", draw, { passive: true });
    addEventListener("resize", draw);
    select();
  }

  grid("components-table", data.components, (row) => [row[0], row[1] || data.words.unknown, row[2].toLocaleString(data.words.locale), row[3]]);
  grid("findings-table", data.findings, (row) => [data.words[row[0]] || row[0], row[1], row[2], row[3]]);
})();
