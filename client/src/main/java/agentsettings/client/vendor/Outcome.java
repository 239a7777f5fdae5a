package agentsettings.client.vendor;

import agentsettings.core.settings.OutboundSettings;
import java.time.Instant;
import java.util.Optional;

/**
 * The outcomes of the operations. They are not those of {@code core.commands}, which distinguish more than this
 * interface's responses do. Immutable.
 */
public sealed interface Outcome {

    /** The outcomes of a create. */
    sealed interface OfCreate extends Outcome {}

    /** The outcomes of an update. */
    sealed interface OfUpdate extends Outcome {}

    /** The outcomes of a query. */
    sealed interface OfQuery extends Outcome {}

    /** The outcomes of a delete. */
    sealed interface OfDelete extends Outcome {}

    /** The outcomes of adding a user. */
    sealed interface OfAddUser extends Outcome {}

    /** The settings are stored under this new id. */
    record Created(long id) implements OfCreate {}

    /** The user already has settings, which are not changed. */
    record AlreadyExists() implements OfCreate {}

    /** A number is not allotted to the tenant space, which enforces that; nothing was changed. */
    record NumberNotAllotted() implements OfCreate, OfUpdate {}

    /** The changes are stored. */
    record Updated(long id) implements OfUpdate {}

    /** The user's settings have another id. */
    record IdMismatch() implements OfUpdate {}

    /**
     * The user's settings.
     *
     * @param userId as in the query, which may be a SUM_USER_ID
     * @param account the user's business account, if the response has it
     * @param createdAt when the settings were created, if the response has it
     */
    record Found(
            long id, String userId, Optional<String> account, OutboundSettings settings, Optional<Instant> createdAt)
            implements OfQuery {}

    /** The settings are deleted. */
    record Deleted() implements OfDelete {}

    /** The user has no settings. */
    record NoSettings() implements OfUpdate, OfQuery, OfDelete {}

    /** The tenant space has no such user. */
    record UnknownUser() implements OfCreate, OfUpdate, OfQuery, OfDelete {}

    /** The user is stored, with this USER_ID, which is also the SUM_USER_ID. */
    record Added(String userId) implements OfAddUser {}

    /** Another user of the tenant space has this account. */
    record AccountTaken() implements OfAddUser {}
}
