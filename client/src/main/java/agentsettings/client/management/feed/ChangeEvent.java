package agentsettings.client.management.feed;

import agentsettings.client.management.records.HistoryItem;
import agentsettings.core.users.UserKey;

/**
 * A change of the feed. Immutable.
 *
 * @param source identifies the log that has the change, in which its id is unique
 * @param user whose settings were changed, or who was
 * @param json the CloudEvent as the service sent it, with members that this client does not know
 */
public record ChangeEvent(String source, UserKey user, HistoryItem<?> change, String json) {}
