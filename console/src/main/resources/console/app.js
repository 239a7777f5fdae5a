// The shell: signs in, finds the view of the address, and draws it within the navigation.

import { html, nothing, render } from "./lib/lit-html/lit-html.js";
import * as api from "./api.js";
import { currentLanguage, loadLanguage, t } from "./i18n.js";
import { preferences } from "./parts/preferences.js";
import { problemNotice } from "./parts/notices.js";
import { address, firstPath, parseAddress, routes } from "./routes.js";
import { SignInView } from "./views/sign-in.js";

const ROLES = ["viewer", "editor", "admin"];
const root = document.getElementById("app");

const state = {
  session: null,
  tenants: [],
  view: null,
  place: null,
  failure: null,
  announcement: "",
};

/** Draws once for all changes of this turn. */
let drawing = false;
function update() {
  if (!drawing) {
    drawing = true;
    queueMicrotask(() => {
      drawing = false;
      draw();
    });
  }
}

/** Whether who is signed in may do what takes this role. An agent, who came by a link, has none. */
function can(role) {
  return ROLES.indexOf(state.session?.key?.role) >= ROLES.indexOf(role);
}

/** Whether the place is the page of the agent who is signed in. */
function isOwn({ route, tenantId, params }) {
  const agent = state.session?.agent;
  return agent !== undefined && route?.path === "agents/:userId" && tenantId === agent.tenantId && params.userId === agent.userId;
}

/** Where one begins. */
function home() {
  const agent = state.session.agent;
  return agent
    ? address(agent.tenantId, `agents/${encodeURIComponent(agent.userId)}`)
    : address(currentTenant(), firstPath);
}

/** Tells users of screen readers what has changed. */
function announce(text) {
  state.announcement = text;
  update();
}

function context(place) {
  return {
    ...place,
    session: state.session,
    tenant: state.tenants.find((tenant) => tenant.id === place.tenantId),
    can,
    isOwn: isOwn(place),
    update,
    announce,
    address: (path, query) => address(place.tenantId, path, query),
    go,
  };
}

/** Goes to an address; `replace` without an entry in the browser's history. */
function go(hash, { replace = false } = {}) {
  if (replace) {
    history.replaceState(null, "", hash);
    follow();
  } else {
    location.hash = hash;
  }
}

function leave() {
  state.view?.stop();
  state.view = null;
  state.place = null;
}

/** Shows what the address asks for. */
async function follow() {
  const code = linkCode();
  if (code) {
    return begin(code);
  }
  const place = parseAddress(location.hash);
  if (!state.session) {
    return showSignIn();
  }
  if (state.view?.isDirty && state.hash !== location.hash && !window.confirm(t("app.unsaved"))) {
    return history.replaceState(null, "", state.hash);
  }
  state.hash = location.hash;
  const tenantId = place.tenantId ?? state.tenants[0]?.id;
  if (place.isEmpty && tenantId) {
    return go(home(), { replace: true });
  }
  const key = place.route && JSON.stringify([place.route.path, place.tenantId, place.params]);
  if (state.view && state.place?.key === key) {
    state.place = { ...place, key };
    state.view.queryChanged(place.query);
    return update();
  }
  leave();
  state.place = { ...place, key };
  state.failure = null;
  update();
  await open(place, key);
}

async function open(place, key) {
  const known = !place.tenantId || state.tenants.some((tenant) => tenant.id === place.tenantId);
  if (!place.route || !known || !(can(place.route.role) || isOwn(place))) {
    state.failure = t(place.route && known ? "app.notPermitted" : "app.notFound");
    return update();
  }
  let module;
  try {
    module = await place.route.load();
  } catch {
    state.failure = t("app.reload");
    return update();
  }
  if (state.place?.key !== key) {
    return undefined;
  }
  state.view = new module.default(context(place));
  state.view.start();
  focusMain();
  return update();
}

/** After a change of view, the keyboard and screen readers go on at its title. */
function focusMain() {
  queueMicrotask(() => document.querySelector("main h1")?.focus({ preventScroll: true }));
  window.scrollTo(0, 0);
}

/** Shows the sign-in, where nobody is signed in; the message says why, if that is not plain. */
function showSignIn(message = null) {
  leave();
  state.session = null;
  state.tenants = [];
  state.failure = null;
  state.view = new SignInView({ update, signedIn, message });
  update();
}

async function signedIn(session) {
  state.session = session;
  let found = [];
  let failure = null;
  try {
    found = session.agent ? [{ id: session.agent.tenantId }] : await tenants();
  } catch (problem) {
    failure = problem.sentence;
  }
  if (state.session !== session) {
    return undefined; // it has ended, and the sign-in is shown
  }
  state.tenants = found;
  state.failure = failure;
  leave();
  return failure ? update() : follow();
}

async function tenants() {
  return (await api.get("/tenants", { query: { limit: 1000 } })).data.items;
}

async function endSession() {
  leave(); // what it still asks for would be refused
  await api.signOut().catch(() => {});
  history.replaceState(null, "", location.pathname);
  showSignIn();
}

/** Signs in by the code of a link, which is taken out of the address first. */
function signInByLink(code) {
  history.replaceState(null, "", location.pathname);
  return api.signIn({ code });
}

function navigation() {
  const entries = routes.filter((route) => route.nav && can(route.role) && (!route.tenant || currentTenant()));
  if (entries.length === 0) {
    return nothing;
  }
  return html`<nav class="nav" aria-label=${t("app.navigation")}>
    ${entries.map(
      (route) => html`<a
        href=${address(route.tenant ? currentTenant() : undefined, route.path)}
        aria-current=${[state.place?.route?.nav, state.place?.route?.parent].includes(route.nav) ? "page" : nothing}
        >${t(`nav.${route.nav}`)}</a
      >`,
    )}
  </nav>`;
}

function currentTenant() {
  return state.place?.tenantId ?? state.tenants[0]?.id;
}

function tenantChoice() {
  if (state.session.agent) {
    return nothing;
  }
  if (state.tenants.length < 2) {
    const tenant = state.tenants[0];
    return tenant ? html`<span class="bar-tenant">${tenant.name || tenant.id}</span>` : nothing;
  }
  return html`<select
    class="bar-tenant"
    aria-label=${t("app.tenant")}
    @change=${(event) => go(address(event.target.value, state.place?.route?.tenant ? state.place.route.nav ?? firstPath : firstPath))}
  >
    ${state.tenants.map(
      (tenant) => html`<option value=${tenant.id} ?selected=${tenant.id === currentTenant()}>
        ${tenant.name || tenant.id}
      </option>`,
    )}
  </select>`;
}

function account() {
  const { key } = state.session;
  return html`<div class="account">
    ${key ? html`<span class="account-name">${key.name}</span><span class="badge">${t(`role.${key.role}`)}</span>` : nothing}
    <button class="quiet" @click=${endSession}>${t("app.signOut")}</button>
  </div>`;
}

function page() {
  const content = state.failure
    ? html`<div class="notice error" role="alert">${state.failure}</div>`
    : html`${problemNotice(state.view?.problem)} ${state.view?.template() ?? nothing}`;
  if (!state.session) {
    return html`<div class="entrance">
      <header class="entrance-bar">${preferences(update)}</header>
      <main id="main">${content}</main>
    </div>`;
  }
  return html`<a class="skip" href="#main" @click=${skip}>${t("app.skip")}</a>
    <header class="bar">
      <a class="brand" href=${home()}>AgentSettings</a>
      ${tenantChoice()}
      <span class="spacer"></span>
      ${preferences(update)} ${account()}
    </header>
    <div class=${state.session.agent ? "frame alone" : "frame"}>${navigation()}
      <main id="main" tabindex="-1">${content}</main>
    </div>
    <div class="visually-hidden" role="status">${state.announcement}</div>`;
}

function skip(event) {
  event.preventDefault();
  document.getElementById("main").focus();
}

function draw() {
  render(html`<div class="app" lang=${currentLanguage() === "zh" ? "zh-CN" : "en"}>${page()}</div>`, root);
  const title = state.view?.title;
  document.title = title ? `${title} – AgentSettings` : "AgentSettings";
}

/** The code of a link that signs in; undefined if the address has none. */
function linkCode() {
  return /^#code=([\w-]+)$/.exec(location.hash)?.[1];
}

/** Signs in by the code of a link, or goes on with the session that there is. */
async function begin(code) {
  let session;
  try {
    session = code ? await signInByLink(code) : await api.currentSession();
  } catch (problem) {
    return showSignIn(code && problem.status === 401 ? t("signIn.linkOver") : problem.sentence);
  }
  return session ? signedIn(session) : showSignIn();
}

await loadLanguage();
api.whenSignedOut(() => {
  if (state.session) {
    showSignIn(t("signIn.expired"));
  }
});
window.addEventListener("hashchange", follow);
window.addEventListener("beforeunload", (event) => state.view?.isDirty && event.preventDefault());
begin(linkCode());
