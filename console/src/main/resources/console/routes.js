// The views: the path of each in the address, its file, and its place in the navigation. A new view is one entry here and one file.

/**
 * `path` follows the tenant space if the view is about one; `:name` is a parameter. `nav` is its key in the navigation, `parent` that of the view it belongs to. `role` is the
 * least role that it is for.
 */
export const routes = [
  { path: "overview", tenant: true, nav: "overview", role: "viewer", load: () => import("./views/overview.js") },
  { path: "agents", tenant: true, nav: "agents", role: "viewer", load: () => import("./views/agents.js") },
  { path: "agents/:userId", tenant: true, parent: "agents", role: "viewer", load: () => import("./views/agent.js") },
  { path: "numbers", tenant: true, nav: "numbers", role: "viewer", load: () => import("./views/numbers.js") },
  { path: "numbers/:number", tenant: true, parent: "numbers", role: "viewer", load: () => import("./views/number.js") },
  { path: "changes", tenant: true, nav: "changes", role: "viewer", load: () => import("./views/changes.js") },
  { path: "jobs/:id", tenant: true, parent: "changes", role: "viewer", load: () => import("./views/job.js") },
  { path: "try", tenant: true, nav: "try", role: "admin", load: () => import("./views/try.js") },
  { path: "imports", tenant: true, nav: "imports", role: "viewer", load: () => import("./views/imports.js") },
  { path: "apps", tenant: true, nav: "apps", role: "viewer", load: () => import("./views/apps.js") },
  { path: "apps/:appKey", tenant: true, parent: "apps", role: "viewer", load: () => import("./views/app.js") },
  { path: "keys", tenant: true, nav: "keys", role: "admin", load: () => import("./views/keys.js") },
];

export const firstPath = "overview";

/** What the address asks for: `{route, tenantId, params, query}`; `route` is undefined if there is no such view. */
export function parseAddress(hash) {
  const [path, search = ""] = hash.replace(/^#\/?/, "").split("?");
  const segments = path.split("/").filter(Boolean).map(decodeURIComponent);
  const tenantId = segments[0] === "t" ? segments[1] : undefined;
  const rest = tenantId ? segments.slice(2) : segments;
  const query = Object.fromEntries(new URLSearchParams(search));
  for (const route of routes) {
    const params = match(route.path.split("/"), rest);
    if (params && Boolean(tenantId) === Boolean(route.tenant)) {
      return { route, tenantId, params, query };
    }
  }
  return { tenantId, isEmpty: rest.length === 0, params: {}, query };
}

/** The address of a view. */
export function address(tenantId, path, query = {}) {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const search = set.length ? `?${new URLSearchParams(set)}` : "";
  return `#/${tenantId ? `t/${encodeURIComponent(tenantId)}/` : ""}${path}${search}`;
}

function match(pattern, segments) {
  if (pattern.length !== segments.length) {
    return null;
  }
  const params = {};
  for (const [i, part] of pattern.entries()) {
    if (part.startsWith(":")) {
      params[part.slice(1)] = segments[i];
    } else if (part !== segments[i]) {
      return null;
    }
  }
  return params;
}

/** Whether there is a view at this path. */
export function hasRoute(path) {
  return routes.some((route) => route.path === path);
}
