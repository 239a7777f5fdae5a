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
