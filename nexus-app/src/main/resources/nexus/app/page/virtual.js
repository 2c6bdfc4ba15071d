// A list of any length of which only what is in view is in the page. Lines have one height, the scroller's --row.

const SPARE = 6;

export class VirtualList {
  #items = [];
  #shown = new Map();
  #height = 40;

  /**
   * @param scroller what scrolls
   * @param layer    what is as high as all lines together, and holds those in view
   * @param line     {key(item), make(item), update(node, item, index)}
   */
  constructor(scroller, layer, line) {
    Object.assign(this, {scroller, layer, line, onMove: () => {}});
    scroller.addEventListener('scroll', () => this.#later(), {passive: true});
    new ResizeObserver(() => this.#measure()).observe(scroller);
  }

  set items(items) {
    this.#items = items;
    this.layer.style.height = `${items.length * this.#height}px`;
    this.draw();
  }

  /** Those that a reader sees now. */
  get inView() {
    const [from, to] = this.#range(0);
    return this.#items.slice(from, to);
  }

  node(index) {
    return this.#shown.get(this.line.key(this.#items[index] ?? {}));
  }

  reveal(index) {
    const room = this.scroller.clientHeight - this.layer.offsetTop;
    const top = index * this.#height;
    if (top < this.scroller.scrollTop) this.scroller.scrollTop = top;
    else if (top + this.#height > this.scroller.scrollTop + room) this.scroller.scrollTop = top + this.#height - room;
    this.draw();
  }

  draw() {
    const [from, to] = this.#range(SPARE);
    const kept = new Map();
    for (let i = from; i < to; i++) {
      const item = this.#items[i];
      const key = this.line.key(item);
      let node = this.#shown.get(key);
      if (!node) this.layer.append(node = this.line.make(item));
      kept.set(key, node);
      const place = `translateY(${i * this.#height}px)`;
      if (node.style.transform !== place) node.style.transform = place;
      this.line.update(node, item, i);
    }
    for (const [key, node] of this.#shown) if (!kept.has(key)) node.remove();
    this.#shown = kept;
  }

  #range(spare) {
    const room = this.scroller.clientHeight;
    if (!room) return [0, 0];
    const first = Math.floor(this.scroller.scrollTop / this.#height);
    const count = Math.ceil(room / this.#height) + 1;
    return [Math.max(0, first - spare), Math.min(this.#items.length, first + count + spare)];
  }

  #later() {
    if (this.planned) return;
    this.planned = requestAnimationFrame(() => {
      this.planned = 0;
      this.draw();
      this.onMove();
    });
  }

  #measure() {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.#height = Math.round(parseFloat(getComputedStyle(this.layer).getPropertyValue('--row')) * rem);
    this.items = this.#items;
  }
}
