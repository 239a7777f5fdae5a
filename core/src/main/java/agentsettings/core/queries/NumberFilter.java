package agentsettings.core.queries;

import agentsettings.core.numbers.NumberKind;
import java.util.Optional;

/**
 * Which allotted numbers of a tenant space are listed: those that meet every condition. Immutable.
 *
 * @param text part of the number or its description, whatever the case of its letters
 * @param kind what it is allotted for, even if that is being taken back
 */
public record NumberFilter(String tenantId, Optional<String> text, Optional<NumberKind> kind) {}
