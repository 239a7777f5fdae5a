// Small plots, drawn as SVG, and bars. Each also has its figures as text.

import { html, svg } from "../lib/lit-html/lit-html.js";
import { number } from "../i18n.js";

/**
 * Bars of shares of a whole, each a link.
 *
 * @param {{label, value, href}[]} bars
 */
export function bars(bars, { mono = false } = {}) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return html`<ul class="bars">
    ${bars.map(
      ({ label, value, href }) => html`<li>
        <a class=${mono ? "number" : ""} href=${href}>${label}</a>
        <svg class="bar-track" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width=${(value / most) * 100} height="10" />
        </svg>
        <span class="bar-value">${number(value)}</span>
      </li>`,
    )}
  </ul>`;
}

const WIDTH = 300;
const HEIGHT = 60;

/** A line of values over time, the newest to the right. `label` says in words what it shows. */
export function sparkline(values, places, label) {
  const most = Math.max(1e-9, ...values);
  const points = values.map((value, i) => {
    const x = WIDTH - ((values.length - 1 - i) * WIDTH) / (places - 1);
    return `${x.toFixed(1)},${(HEIGHT - 2 - (value / most) * (HEIGHT - 6)).toFixed(1)}`;
  });
  return html`<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${label}>
    ${points.length > 1 ? svg`<polyline points=${points.join(" ")} vector-effect="non-scaling-stroke" />` : ""}
  </svg>`;
}

const BAR = 10;

/**
 * Columns of counts over time, the newest to the right, with the same figures in a table for those who can't see them.
 *
 * @param {{label: string, value: number}[]} items
 * @param {{caption: string, of: string, count: string}} words of the table, and of its two columns
 */
export function timeColumns(items, { caption, of, count }) {
  const most = Math.max(1, ...items.map(({ value }) => value));
  const height = (value) => (value === 0 ? 0 : Math.max(1.5, (value / most) * HEIGHT));
  return html`<div class="time-columns">
      <span class="hint" aria-hidden="true">${number(most)}</span>
      <svg viewBox="0 0 ${items.length * BAR} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        ${items.map(
          ({ label, value }, i) => svg`<g>
            <title>${label}: ${number(value)}</title>
            <rect class="place" x=${i * BAR} y="0" width=${BAR} height=${HEIGHT} />
            <rect x=${i * BAR + 1} y=${HEIGHT - height(value)} width=${BAR - 2} height=${height(value)} />
          </g>`,
        )}
      </svg>
      <p class="hint ends" aria-hidden="true"><span>${items.at(0).label}</span><span>${items.at(-1).label}</span></p>
    </div>
    <div class="visually-hidden">
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${of}</th>
            <th scope="col">${count}</th>
          </tr>
        </thead>
        <tbody>
          ${items.map(({ label, value }) => html`<tr><th scope="row">${label}</th><td>${number(value)}</td></tr>`)}
        </tbody>
      </table>
    </div>`;
}
