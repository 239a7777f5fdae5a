package agentsettings.client.events;

import java.util.Optional;

/**
 * A server-sent event. Immutable.
 *
 * @param id from which the server goes on after it
 * @param data empty if it only says how far the server has come
 */
public record SentEvent(String id, Optional<String> data) {}
