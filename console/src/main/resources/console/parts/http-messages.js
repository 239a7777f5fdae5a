// Requests and responses as they are on the wire.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { number, t } from "../i18n.js";

/** A request: its line, its headers and its body, if that may be shown. */
export function requestText({ method, path, headers, body }) {
  return message(t("http.request"), [`${method} ${path} HTTP/1.1`, ...lines(headers)], body);
}

/** A response: its status, its headers, if they are known, and its body, if that may be shown. */
export function responseText({ status, headers = [], body }) {
  return message(t("http.response"), [`HTTP/1.1 ${status}`, ...lines(headers)], body);
}

function lines(headers) {
  return headers.map(({ name, value }) => `${name}: ${value}`);
}

function message(label, head, body) {
  return html`<figure class="message">
    <figcaption class="label">${label}</figcaption>
    <pre tabindex="0" aria-label=${label} role="group">${head.join("\n")}${body ? `\n\n${body}` : nothing}</pre>
    ${body === null ? html`<p class="hint">${t("http.hidden")}</p>` : nothing}
  </figure>`;
}

/** The status of a response, and the vendor's code if its body has one. */
export function statusOf({ status, body }) {
  const code = /"re(?:turn|t)[cC]ode":"(\d+)"/.exec(body ?? "")?.[1];
  return html`<span class="badge ${status < 400 ? "good" : "bad"}">${status}${code === undefined ? nothing : ` · ${code}`}</span>`;
}

/** How long a response took. */
export function duration({ micros }) {
  return t("http.millis", { millis: number(Math.round(micros / 10) / 100) });
}
