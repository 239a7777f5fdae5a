// Calls the management API, with the session's cookie. Nothing else of the console talks to the service.

import { t } from "./i18n.js";

const BASE = new URL("../api/v1", document.baseURI).pathname;
const SESSION = new URL("session", document.baseURI).pathname;

/** Says to the service that one of the console's own pages sends the request. */
const HEADER = "X-Console-Request";

/** What the service refused, or that it could not be reached (status 0). */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail ?? "");
    this.status = status;
    this.slug = (body.type ?? "").split(":").pop() || (status ? "failed" : "unreachable");
    /** The faults of the body, each with a JSON pointer or the name of a parameter. */
    this.errors = body.errors ?? [];
    /** With 412, the record as it is now. */
    this.current = body.current;
    /** With 412, its entity tag; null if there is none. */
    this.etag = null;
  }

  /** A sentence for people: what is wrong, in their language, and what the service says of it. */
  get sentence() {
    const detail = this.errors.length === 1 ? this.errors[0].detail : this.message;
    return [t(`problem.${this.slug}`), detail].filter(Boolean).join(" ");
  }
}

let signedOut = () => {};

/** Sets what happens when the service says that nobody is signed in. */
export function whenSignedOut(action) {
  signedOut = action;
}

/**
 * Sends a request and returns `{data, etag}`.
 *
 * @param {string} method
 * @param {string} path below the API's, each segment encoded
 * @param {{query?: object, body?: any, headers?: object, signal?: AbortSignal, background?: boolean}} options
 *   a body is sent as JSON, or as it is if it is a file, whose type is in the headers then; `background` for what a page does by itself,
 *   which does not keep the session alive
 */
export async function send(method, path, options = {}) {
  return request(method, BASE + path + queryText(options.query), options);
}

export const get = (path, options) => send("GET", path, options);
export const post = (path, body, options) => send("POST", path, { ...options, body });
export const put = (path, body, options) => send("PUT", path, { ...options, body });
export const patch = (path, body, options) => send("PATCH", path, { ...options, body });
export const remove = (path, options) => send("DELETE", path, options);

/** A key under which a request is done once, however often it is sent. */
export const newIdempotencyKey = () => crypto.getRandomValues(new Uint32Array(4)).join("-");

/** The path of something that belongs to a tenant space. */
export function ofTenant(tenantId, ...segments) {
  return ["/tenants", tenantId, ...segments].map((segment, i) => (i ? encoded(segment) : segment)).join("/");
}

/** A colon is part of names such as settings:restore. */
function encoded(segment) {
  return encodeURIComponent(segment).replaceAll("%3A", ":");
}

/** All that a list has, as a file of this type. */
export async function download(path, type, signal) {
  const response = await accepted("GET", BASE + path, { headers: { Accept: type }, signal });
  return response.blob();
}

/** The text of one of the pages that programs watch the service by. */
export async function monitoring(path, signal) {
  const response = await reach(new URL(`..${path}`, document.baseURI).pathname, { signal, cache: "no-store" });
  return response.text();
}

/** Who is signed in; null if nobody is. */
export async function currentSession() {
  return (await request("GET", SESSION, { quiet: true })).data ?? null;
}

/** Signs in with `{key}` or `{code}` and returns who is signed in then. */
export async function signIn(credential) {
  return (await request("POST", SESSION, { body: credential, quiet: true })).data;
}

export async function signOut() {
  await request("DELETE", SESSION, { quiet: true });
}

function queryText(query = {}) {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return set.length ? `?${new URLSearchParams(set)}` : "";
}

/**
 * Follows a stream of server-sent events; yields those that arrive together, each `{id, data}`, where the data may be missing. Ends with
 * the stream.
 *
 * @param {string} path below the API's
 * @param {{query?: object, lastId?: string, signal: AbortSignal}} options `lastId` is the id of the last event that was seen
 */
export async function* events(path, { query, lastId, signal }) {
  const headers = { Accept: "text/event-stream", ...(lastId ? { "Last-Event-ID": lastId } : {}) };
  const response = await accepted("GET", BASE + path + queryText(query), { headers, signal, background: true });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    yield blocks.map(readEvent);
  }
}

function readEvent(block) {
  const fields = Object.fromEntries(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]));
  return { id: fields.id, data: fields.data === undefined ? undefined : JSON.parse(fields.data) };
}

async function request(method, url, options) {
  const response = await accepted(method, url, options);
  return { data: await content(response), etag: response.headers.get("ETag") };
}

/** The response to a request that was not refused. */
async function accepted(method, url, { body, headers, signal, background, quiet }) {
  const response = await reach(url, {
    method,
    signal,
    headers: {
      Accept: "application/json",
      [HEADER]: background ? "background" : "user",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
    credentials: "same-origin",
    cache: "no-store",
  });
  if (!response.ok) {
    if (response.status === 401 && !quiet) {
      signedOut();
    }
    const problem = new Problem(response.status, await content(response));
    problem.etag = response.headers.get("ETag");
    throw problem;
  }
  return response;
}

async function reach(url, init) {
  try {
    return await fetch(url, init);
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    throw new Problem(0);
  }
}

async function content(response) {
  const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
  return isJson ? response.json() : undefined;
}
