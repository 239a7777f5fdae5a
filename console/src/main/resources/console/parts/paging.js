// Pages of a list of the service. Which page is shown is said by the address.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { get } from "../api.js";
import { number, t } from "../i18n.js";
import { loading } from "./notices.js";

const PAGE = 100;

export class Paging {
  /** What is on the page; null until the first of it has come. */
  items = null;
  /** How many there are on all pages; null while that is not known. */
  total = null;
  searching = false;
  next = null;
  /** The cursors of the pages before this one, the first page's being empty. */
  trail = [];

  /**
   * @param view whose address has the cursor of the page as `after`
   * @param {(after: string?) => void} open goes to the page behind a cursor
   */
  constructor(view, open) {
    this.view = view;
    this.open = open;
  }

  /** Begins to read another page; the signal aborts when that is not wanted any more. */
  begin() {
    this.reads?.abort();
    this.reads = new AbortController();
    this.searching = true;
    this.view.update();
    return AbortSignal.any([this.reads.signal, this.view.signal]);
  }

  end(signal) {
    if (!signal.aborted) {
      this.searching = false;
      this.view.update();
    }
  }

  /** Reads a page and counts, and shows what is refused. */
  async load(path, query) {
    const signal = this.begin();
    await this.view.attempt(async () => {
      await this.read(path, query, signal);
      await this.count(path, query, signal);
    });
    this.end(signal);
  }

  /**
   * Reads a page. The service ends a page early when a search has read its fill; what was found is shown then, and the search goes on
   * until the page is full or the filters change.
   */
  async read(path, query, signal) {
    const found = [];
    let next = this.view.context.query.after;
    do {
      const { data } = await get(path, { query: { ...query, after: next, limit: PAGE - found.length }, signal });
      found.push(...data.items);
      next = data.next;
      this.items = [...found];
      this.next = next ?? null;
      this.view.update();
    } while (next && found.length < PAGE);
    this.searching = false;
  }

  /** Counts what the filters find, once for the same filters. */
  async count(path, query, signal) {
    const filters = JSON.stringify([path, query]);
    if (this.counted === filters) {
      return;
    }
    this.counted = filters;
    this.total = null;
    try {
      this.total = (await get(path, { query: { ...query, limit: 1, count: true }, signal })).data.total;
      this.view.update();
    } catch {
      this.counted = null; // the list says what is wrong
    }
  }

  /** Reads and counts again what was changed. */
  forget() {
    this.counted = null;
  }

  /** What is on the page by a template, or what there is instead. */
  list(table, empty) {
    const { items, searching } = this;
    if (items === null || (items.length === 0 && searching)) {
      return this.view.problem ? nothing : loading();
    }
    return items.length === 0 ? empty() : html`${table(items)} ${this.buttons()}`;
  }

  /** Leads to the pages around this one, if there are any. */
  buttons() {
    const { after } = this.view.context.query;
    if (!after && !this.next && !this.searching) {
      return nothing;
    }
    const before = this.trail.at(-1);
    const count = number(this.items.length);
    return html`<div class="pages">
      <button ?disabled=${!after} @click=${() => this.go(before, this.trail.slice(0, -1))}>
        ${after && before === undefined ? t("pages.first") : t("pages.previous")}
      </button>
      <button ?disabled=${!this.next || this.searching} @click=${() => this.go(this.next, [...this.trail, after ?? ""])}>${t("pages.next")}</button>
      <span class="hint">${this.searching ? t("pages.searching", { count }) : t("pages.shown", { count })}</span>
    </div>`;
  }

  go(after, trail) {
    this.trail = trail;
    this.open(after);
  }
}
