package agentsettings.client.vendor;

import agentsettings.client.ClientConfig;
import agentsettings.client.http.Pause;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.users.UserProfile;
import agentsettings.wire.names.HttpNames;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * A client of the vendor's interface, for one app. Its methods block until there is an outcome, at most for the overall
 * time-out, and may be called on virtual threads. Thread-safe; one client is to be shared by all threads, since they then
 * share its token and its connections.
 *
 * <p>A token is fetched by the first call, for all calls that wait for it; it is renewed before it ends, and once in a
 * call whose token the service refused.
 *
 * <p>An attempt that was certainly not executed is repeated: no connection, too many requests, an overloaded service. One
 * whose outcome is unknown is repeated only if that is safe: a query, and a create, which has an idempotency key. A
 * repeated update could overwrite what another client changed meanwhile, a repeated delete could delete what another
 * client created meanwhile, and a repeated addition of a user would not tell the user's id; these throw an
 * OutcomeUnknownException instead.
 *
 * <p>All operations throw a subclass of {@link agentsettings.client.ClientException} if there is no outcome:
 * RequestRejectedException, ServiceUnavailableException, and, except query, OutcomeUnknownException. If the thread is
 * interrupted they end so too, and it stays interrupted. After a close they throw an IllegalStateException.
 */
public final class VendorClient implements AutoCloseable {

    private final VendorCalls calls;

    /**
     * Creates a client. It connects when it is first called.
     *
     * @param clock measures the life of tokens and the time of calls
     * @param random chooses idempotency keys and the waits between attempts; must be thread-safe and differently seeded
     *     in each process, as a {@code SecureRandom} is
     */
    public VendorClient(ClientConfig config, AppCredentials app, InstantSource clock, RandomGenerator random) {
        this(config, app, clock, random, Pause.real());
    }

    VendorClient(ClientConfig config, AppCredentials app, InstantSource clock, RandomGenerator random, Pause pause) {
        this.calls = new VendorCalls(config, app, clock, random, pause);
    }

    /** Creates a user's settings, under a random idempotency key. */
    public Outcome.OfCreate create(String userId, OutboundSettings settings) {
        return create(userId, settings, calls.newIdempotencyKey());
    }

    /**
     * Creates a user's settings. For 24 hours, another create with the same key and the same arguments has the same
     * outcome and changes nothing; with other arguments it is rejected.
     *
     * @param idempotencyKey 1 to 255 printable ASCII characters
     * @throws IllegalArgumentException if that is no idempotency key
     */
    public Outcome.OfCreate create(String userId, OutboundSettings settings, String idempotencyKey) {
        if (!Idempotency.isKey(idempotencyKey)) {
            throw new IllegalArgumentException(
                    "idempotencyKey: must be 1 to " + Idempotency.KEY_LENGTH_MAX + " printable ASCII characters");
        }
        return calls.execute(
                SettingsCodec.CREATE,
                SettingsCodec.create(userId, settings),
                HttpNames.IDEMPOTENCY_KEY_HEADER,
                idempotencyKey);
    }

    /**
     * Changes some of a user's settings.
     *
     * @param id the id of the settings
     * @param changes what is null stays as it is; an empty list and {@code PhoneNumber.NONE} take values away
     */
    public Outcome.OfUpdate update(long id, String userId, OutboundSettings changes) {
        return calls.execute(SettingsCodec.UPDATE, SettingsCodec.update(id, userId, changes));
    }

    /**
     * Returns a user's settings. A default number that was taken away is null, as one that was never set.
     *
     * @param userId a USER_ID or a SUM_USER_ID
     */
    public Outcome.OfQuery query(String userId) {
        return calls.execute(SettingsCodec.QUERY, SettingsCodec.user(userId));
    }

    /** Deletes a user's settings. The user remains. */
    public Outcome.OfDelete delete(String userId) {
        return calls.execute(SettingsCodec.DELETE, SettingsCodec.user(userId));
    }

    /**
     * Adds a user to the app's tenant space.
     *
     * @param user what is null is not set; without a status the user is active
     */
    public Outcome.OfAddUser addUser(UserProfile user) {
        return calls.execute(UserCodec.ADD, UserCodec.add(user));
    }

    /**
     * Closes the client. Calls under way end with their present attempt, for which this waits, at most for the request
     * time-out.
     */
    @Override
    public void close() {
        calls.close();
    }
}
