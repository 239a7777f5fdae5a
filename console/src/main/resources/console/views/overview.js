// How a tenant space stands: who has settings, which calls would fail, and how the service is doing.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { get, monitoring, ofTenant, post } from "../api.js";
import { dateTime, number, t, tn } from "../i18n.js";
import { obstacles } from "../parts/calls.js";
import { ChangePlot } from "../parts/change-plot.js";
import { between, readRequests } from "../parts/live.js";
import { emptyState, loading } from "../parts/notices.js";
import { bars, sparkline } from "../parts/plots.js";
import { View } from "../view.js";

const FAULTY_SHOWN = 8;
const READING_MILLIS = 5000;
const READINGS = 60;

export default class OverviewView extends View {
  summary = null;
  faulty = null;
  health = null;
  plot = new ChangePlot(this);
  /** The last readings of the metrics, oldest first. */
  readings = [];

  get title() {
    return t("nav.overview");
  }

  start() {
    this.attempt(async () => {
      const { data } = await get(ofTenant(this.context.tenantId, "summary"), { signal: this.signal });
      this.summary = data;
      this.update();
      await this.loadFaulty();
      await this.plot.load("hour");
    });
    this.watch();
  }

  stop() {
    clearTimeout(this.next);
    super.stop();
  }

  /** The first of those whose calls would fail, with why. */
  async loadFaulty() {
    const { data } = await get(ofTenant(this.context.tenantId, "settings"), {
      query: { wouldFail: true, limit: FAULTY_SHOWN },
      signal: this.signal,
    });
    const userIds = data.items.map(({ userId }) => userId);
    const plans = userIds.length
      ? (await post(ofTenant(this.context.tenantId, "call-plans"), { userIds }, { signal: this.signal })).data.items
      : [];
    this.faulty = data.items.map((agent, i) => ({ ...agent, plan: plans[i] }));
  }

  /** Reads health and metrics, and does so again after a while. */
  async watch() {
    try {
      if (!document.hidden) {
        await this.read();
      }
    } catch (failure) {
      if (failure.name === "AbortError") {
        return;
      }
      this.health = null;
    }
    this.update();
    if (!this.signal.aborted) {
      this.next = setTimeout(() => this.watch(), READING_MILLIS);
    }
  }

  async read() {
    const [health, metrics] = await Promise.all([monitoring("/health/ready", this.signal), monitoring("/metrics", this.signal)]);
    this.health = JSON.parse(health);
    const now = { at: performance.now(), requests: readRequests(metrics, "vendor") };
    if (this.last) {
      const seconds = (now.at - this.last.at) / 1000;
      this.readings = [...this.readings, between(this.last.requests, now.requests, seconds)].slice(-READINGS);
    }
    this.last = now;
  }

  template() {
    return html`<div class="head">
        <h1 tabindex="-1">${t("nav.overview")}</h1>
        ${this.summary ? html`<p class="count">${t("overview.takenAt", { time: dateTime(this.summary.takenAt) })}</p>` : nothing}
      </div>
      ${this.summary || this.problem ? this.content() : loading()}`;
  }

  content() {
    if (!this.summary) {
      return this.service();
    }
    if (this.summary.users === 0) {
      return html`${emptyState(t("agents.none"), t("agents.noneHint"))} ${this.service()}`;
    }
    return html`${this.tiles()}
      <div class="panels">
        <div class="stack">${this.faultyPanel()} ${this.service()}</div>
        <div class="stack">${this.plot.template()} ${this.callTypes()} ${this.displayNumbers()}</div>
      </div>`;
  }

  tiles() {
    const { users, usersWithoutSettings, settings } = this.summary;
    return html`<ul class="tiles">
      ${this.tile("overview.agents", users, {})}
      ${this.tile("overview.withSettings", settings.total, { settings: "with" })}
      ${this.tile("overview.withoutSettings", usersWithoutSettings, { settings: "without" })}
      ${this.tile("overview.wouldFail", settings.wouldFail, { settings: "wouldFail" }, settings.wouldFail > 0)}
    </ul>`;
  }

  tile(label, value, query, isBad = false) {
    return html`<li class="card tile">
      <a href=${this.context.address("agents", query)}>
        <span class="tile-value ${isBad ? "fault" : ""}">${number(value)}</span>
        <span class="hint">${t(label)}</span>
      </a>
    </li>`;
  }

  faultyPanel() {
    const more = this.summary.settings.wouldFail - (this.faulty?.length ?? 0);
    return html`<section class="card" aria-labelledby="faulty-title">
      <h2 id="faulty-title">${t("overview.faulty")}</h2>
      ${this.faulty === null ? loading() : nothing}
      ${this.faulty?.length === 0 ? html`<p class="works">${t("overview.noneFaulty")}</p>` : nothing}
      ${this.faulty?.length
        ? html`<ul class="lines">
            ${this.faulty.map(
              (agent) => html`<li>
                <a href=${this.context.address(`agents/${encodeURIComponent(agent.userId)}`)}>${agent.name}</a>
                ${obstacles(agent.plan)}
              </li>`,
            )}
          </ul>`
        : nothing}
      ${this.faulty?.length && more > 0
        ? html`<p><a href=${this.context.address("agents", { settings: "wouldFail" })}>${tn("overview.moreFaulty", more)}</a></p>`
        : nothing}
    </section>`;
  }

  callTypes() {
    const { settings } = this.summary;
    const rows = ["direct", "bidirectional", "passThrough"].map((type) => ({
      label: t(`callType.${type}`),
      value: settings[type],
      href: this.context.address("agents", { settings: type }),
    }));
    if (settings.withoutCallType) {
      rows.push({ label: t("callType.none"), value: settings.withoutCallType, href: this.context.address("agents", { settings: "with" }) });
    }
    return html`<section class="card" aria-labelledby="types-title"><h2 id="types-title">${t("overview.callTypes")}</h2>${bars(rows)}</section>`;
  }

  displayNumbers() {
    const rows = this.summary.mostUsedDisplayNumbers.map((use) => ({
      label: use.number,
      value: use.users,
      href: this.context.address("agents", { number: use.number }),
    }));
    return html`<section class="card" aria-labelledby="numbers-title">
      <h2 id="numbers-title">${t("overview.displayNumbers")}</h2>
      ${rows.length ? bars(rows, { mono: true }) : html`<p class="hint">${t("overview.noDisplayNumbers")}</p>`}
    </section>`;
  }

  service() {
    const last = this.readings.at(-1);
    return html`<section class="card" aria-labelledby="service-title">
      <h2 id="service-title">${t("overview.service")} ${this.healthBadge()}</h2>
      ${last ? this.rates(last) : loading()}
    </section>`;
  }

  healthBadge() {
    if (!this.health) {
      return nothing;
    }
    const up = this.health.status === "up";
    return html`<span class="badge ${up ? "good" : "bad"}">${up ? t("overview.up") : t("overview.down")}</span>`;
  }

  rates({ rate, failures, p50, p99 }) {
    const millis = (seconds) => (seconds === null ? "–" : t("overview.millis", { max: seconds === Infinity ? ">5000" : `≤ ${number(seconds * 1000)}` }));
    const perSecond = number(Math.round(rate * 10) / 10);
    return html`<dl class="figures">
        <div><dt>${t("overview.rate")}</dt><dd>${perSecond}</dd></div>
        <div><dt>${t("overview.median")}</dt><dd>${millis(p50)}</dd></div>
        <div><dt>${t("overview.p99")}</dt><dd>${millis(p99)}</dd></div>
        <div><dt>${t("overview.failures")}</dt><dd class=${failures ? "fault" : ""}>${number(failures)}</dd></div>
      </dl>
      ${sparkline(
        this.readings.map((reading) => reading.rate),
        READINGS,
        t("overview.rateOverTime", { rate: perSecond }),
      )}
      <p class="hint">${t("overview.serviceHint")}</p>`;
  }
}
