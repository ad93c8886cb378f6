/** What happens next: entries by time, those of the same time in the order in which they were put (a binary heap). */
export class Agenda<T> {
  readonly #heap: { at: number; order: number; what: T }[] = [];
  #order = 0;

  put(at: number, what: T): void {
    const heap = this.#heap;
    heap.push({ at, order: this.#order++, what });
    for (let i = heap.length - 1; ; ) {
      const above = (i - 1) >> 1;
      if (!this.#before(i, above)) return;
      this.#swap(i, above);
      i = above;
    }
  }

  /** Takes the next entry off. */
  take(): { at: number; what: T } | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    heap[0] = last;
    for (let i = 0; ; ) {
      const left = 2 * i + 1;
      let least = this.#before(left, i) ? left : i;
      if (this.#before(left + 1, least)) least = left + 1;
      if (least === i) return first;
      this.#swap(i, least);
      i = least;
    }
  }

  /** Whether the entry at one place comes before that at another; not where there is none. */
  #before(i: number, j: number): boolean {
    const [a, b] = [this.#heap[i], this.#heap[j]];
    return a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order));
  }

  #swap(i: number, j: number): void {
    const [a, b] = [this.#heap[i], this.#heap[j]];
    if (!a || !b) return;
    this.#heap[i] = b;
    this.#heap[j] = a;
  }
}
