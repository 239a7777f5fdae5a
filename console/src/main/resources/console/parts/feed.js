// Follows the feed of changes, and goes on by itself when the connection was lost.

import { events } from "../api.js";

const GONE = 410;
const TOO_MANY = 429;

/** The service sends something every three seconds. */
const SILENCE_MILLIS = 10_000;
const PAUSE_MILLIS = 500;
const RETRY_MILLIS = 2000;

export class Feed {
  /** `connecting`, `live`, `lost` or `paused`. */
  state = "connecting";
  /** Behind the last change that was received; null before the first. */
  cursor = null;
  /** Whether everything has been received that there was when it began. */
  caughtUp = false;

  /**
   * @param query of the feed; `last` says how far back it begins
   * @param {{received: (changes, isNews) => void, restarted: () => void, changed: () => void, failed: (problem) => void}} listener
   *   `received` gets the oldest first, `isNews` if they were made after it began; `restarted` if it begins anew, since changes were
   *   removed that it had not received; `failed` if it makes no sense to go on
   */
  constructor(query, listener) {
    this.query = query;
    this.listener = listener;
  }

  start() {
    this.stop();
    this.abort = new AbortController();
    this.enter("connecting");
    this.follow(this.abort.signal);
  }

  stop() {
    this.abort?.abort();
  }

  /** Stops; `start` goes on with what comes meanwhile. */
  pause() {
    this.stop();
    this.enter("paused");
  }

  enter(state) {
    if (this.state !== state) {
      this.state = state;
      this.listener.changed();
    }
  }

  async follow(signal) {
    while (!signal.aborted) {
      let pause = PAUSE_MILLIS;
      try {
        await this.connect(signal); // the service ends a stream after some minutes
      } catch (failure) {
        if (signal.aborted) {
          return;
        }
        if (failure.status === GONE) {
          this.cursor = null;
          this.caughtUp = false;
          this.listener.restarted();
        } else if (failure.status >= 400 && failure.status < 500 && failure.status !== TOO_MANY) {
          this.listener.failed(failure);
          return;
        }
        this.enter("lost");
        pause = RETRY_MILLIS;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  async connect(signal) {
    const silence = new AbortController();
    let timer;
    const listen = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MILLIS);
    };
    listen();
    try {
      const options = { query: this.query, lastId: this.cursor, signal: AbortSignal.any([signal, silence.signal]) };
      for await (const received of events("/changes", options)) {
        listen();
        this.cursor = received.at(-1)?.id ?? this.cursor;
        this.enter("live");
        const changes = received.filter(({ data }) => data).map(({ data }) => data);
        this.listener.received(changes, this.caughtUp);
        this.caughtUp ||= changes.length < received.length; // an id alone follows what there was
      }
    } finally {
      clearTimeout(timer);
    }
  }
}
