package agentsettings.client.management.numbers;

import agentsettings.core.numbers.NumberField;
import java.util.List;

/**
 * A user whose settings use a number. Immutable, if the list is.
 *
 * @param account the user's business account
 * @param name the user's name
 * @param fields the fields of the settings that have the number
 */
public record NumberUse(String userId, String account, String name, List<NumberField> fields) {}
