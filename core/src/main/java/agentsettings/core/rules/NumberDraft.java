package agentsettings.core.rules;

import java.util.List;

/**
 * The fields of an allotted number, decoded but not yet checked: text as sent, null if absent. Immutable.
 *
 * @param kinds the names of its kinds
 */
public record NumberDraft(String number, List<String> kinds, String description) {}
