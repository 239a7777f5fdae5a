// What was last asked for in the list of agents, to which the page of an agent leads back.

const queries = new Map();

/** The filters and the page that the list showed last, since this page of the browser was loaded. */
export function lastFound(tenantId) {
  return queries.get(tenantId) ?? {};
}

export function noteFound(tenantId, query) {
  queries.set(tenantId, query);
}
