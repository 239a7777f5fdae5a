// Settings that are being edited.

import { numberFault, withoutSeparators } from "../rules.js";

export const LISTS = ["displayNumbers", "softphoneNumbers"];
export const DEFAULTS = { displayNumbers: "defaultDisplayNumber", softphoneNumbers: "defaultSoftphoneNumber" };
export const FIELDS = ["callType", "defaultDisplayNumber", "displayNumbers", "defaultSoftphoneNumber", "softphoneNumbers"];

let lastId = 0;

/** A number of a list, with an id by which it is known when it moves. */
export const entry = (number = "") => ({ id: ++lastId, number });

/** A draft of stored settings, or of none. */
export function draftOf(stored) {
  return {
    callType: stored?.callType ?? null,
    displayNumbers: (stored?.displayNumbers ?? []).map(entry),
    softphoneNumbers: (stored?.softphoneNumbers ?? []).map(entry),
    defaultDisplayNumber: stored?.defaultDisplayNumber ?? "",
    defaultSoftphoneNumber: stored?.defaultSoftphoneNumber ?? "",
  };
}

/** The settings that a draft stands for. What was not set, and is still empty, stays so. */
export function settingsOf(draft, stored) {
  const settings = { callType: draft.callType };
  for (const list of LISTS) {
    const numbers = draft[list].map(({ number }) => withoutSeparators(number));
    settings[list] = numbers.length || stored?.[list] ? numbers : null;
    const fallback = DEFAULTS[list];
    settings[fallback] = withoutSeparators(draft[fallback]) || (stored?.[fallback] === "" ? "" : null);
  }
  return settings;
}

export function sameSettings(a, b) {
  return FIELDS.every((field) => JSON.stringify(a?.[field] ?? null) === JSON.stringify(b?.[field] ?? null));
}

/** The faults of a draft by JSON pointer, each the end of a text's key. */
export function draftFaults(draft, rules) {
  const faults = {};
  for (const list of LISTS) {
    draft[list].forEach(({ number }, i) => note(faults, `/${list}/${i}`, numberFault(rules, withoutSeparators(number))));
    note(faults, `/${DEFAULTS[list]}`, numberFault(rules, withoutSeparators(draft[DEFAULTS[list]]), true));
  }
  return faults;
}

function note(faults, pointer, fault) {
  if (fault) {
    faults[pointer] = fault;
  }
}
