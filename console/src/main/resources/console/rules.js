// The rules of settings, as the service's own document has them, so that they are checked here as they are there.

import { get } from "./api.js";

let loaded;

/** `{listMax, number, optionalNumber, lengthMax}`: expressions for numbers in lists and for defaults. */
export function settingsRules() {
  loaded ??= get("/openapi.json").then(({ data }) => {
    const { SettingsValues: settings, DialableNumber: number } = data.components.schemas;
    return {
      listMax: settings.properties.displayNumbers.maxItems,
      lengthMax: number.maxLength,
      number: new RegExp(number.pattern),
      optionalNumber: new RegExp(settings.properties.defaultDisplayNumber.pattern),
    };
  });
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

/** Which rule a number breaks, as the end of a text's key; null if none. */
export function numberFault(rules, text, optional = false) {
  if (!rules) {
    return null;
  }
  if (text === "") {
    return optional ? null : "empty";
  }
  if (text.length > rules.lengthMax) {
    return "long";
  }
  return (optional ? rules.optionalNumber : rules.number).test(text) ? null : "characters";
}

/** A number without what people write between digits. */
export function withoutSeparators(text) {
  return text.replace(/[\s()./\u2010-\u2015-]/g, "");
}
