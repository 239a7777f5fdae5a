// How many changes were made in each hour of the last day, or on each day of the last month.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { get, ofTenant } from "../api.js";
import { dayOfUtc, timeOfDay, t, tn } from "../i18n.js";
import { loading } from "./notices.js";
import { timeColumns } from "./plots.js";

const PERIODS = ["hour", "day"];

export class ChangePlot {
  per = PERIODS[0];
  counts = null;

  /** @param view whose problems are shown and which is updated */
  constructor(view) {
    this.view = view;
  }

  /** Counts for a period; a count that comes when another period has been chosen is not shown. */
  load(per) {
    this.per = per;
    this.counts = null;
    return this.view.attempt(async () => {
      const path = ofTenant(this.view.context.tenantId, "changes:count");
      const { data } = await get(path, { query: { per }, signal: this.view.signal });
      if (this.per === per) {
        this.counts = data;
      }
    });
  }

  template() {
    return html`<section class="card" aria-labelledby="plot-title">
      <div class="plot-head">
        <h2 id="plot-title">${t("plot.title")}</h2>
        <select aria-label=${t("plot.period")} @change=${(event) => this.load(event.target.value)}>
          ${PERIODS.map((per) => html`<option value=${per} ?selected=${per === this.per}>${t(`plot.per.${per}`)}</option>`)}
        </select>
      </div>
      ${this.counts ? this.plot() : this.view.problem ? nothing : loading()}
    </section>`;
  }

  plot() {
    const label = this.per === "hour" ? timeOfDay : dayOfUtc;
    const items = this.counts.items.map(({ from, changes }) => ({ label: label(from), value: changes }));
    return html`<p><a href=${this.view.context.address("changes")}>${tn("plot.total", this.counts.total)}</a></p>
      ${timeColumns(items, { caption: t(`plot.per.${this.per}`), of: t(`plot.of.${this.per}`), count: t("plot.title") })}
      ${this.per === "day" ? html`<p class="hint">${t("plot.utc")}</p>` : nothing}`;
  }
}
