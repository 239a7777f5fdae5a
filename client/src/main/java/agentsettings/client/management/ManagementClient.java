package agentsettings.client.management;

import agentsettings.client.ClientConfig;
import agentsettings.client.http.Pause;
import agentsettings.client.management.calls.ManagementCalls;
import agentsettings.client.management.jobs.BulkChanges;
import agentsettings.client.management.jobs.Imports;
import agentsettings.client.management.plans.CallPlans;
import agentsettings.core.apps.ManagementKeyText;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * A client of the management interface, for one management key. Its methods block until there is an outcome, at most
 * for the overall time-out, and may be called on virtual threads. Thread-safe; one client is to be shared by all
 * threads, since they then share its connections.
 *
 * <p>An attempt that was certainly not executed is repeated: no connection, too many requests, an overloaded service.
 * One whose outcome is unknown is repeated only if that is safe: a read; a write under the condition that the record is
 * in a version, or that there is none; a creation, which has an idempotency key. Other writes throw an
 * OutcomeUnknownException instead. So does a conditional write whose condition fails after an attempt whose outcome is
 * unknown, since that attempt may be what has changed the record.
 *
 * <p>All operations throw a subclass of {@link agentsettings.client.ClientException} if there is no outcome:
 * RequestRejectedException, with the problem document in its details; ServiceUnavailableException; and, except reads,
 * OutcomeUnknownException. If the thread is interrupted they end so too, and it stays interrupted. After a close they
 * throw an IllegalStateException.
 */
public final class ManagementClient implements AutoCloseable {

    private final ManagementCalls calls;

    /**
     * Creates a client. It connects when it is first called.
     *
     * @param config its address is that of the management interface, without {@code /api/v1}
     * @param clock measures the time of calls
     * @param random chooses idempotency keys and the waits between attempts; must be thread-safe and differently seeded
     *     in each process, as a {@code SecureRandom} is
     */
    public ManagementClient(ClientConfig config, ManagementKeyText key, InstantSource clock, RandomGenerator random) {
        this(config, key, clock, random, Pause.real());
    }

    ManagementClient(
            ClientConfig config, ManagementKeyText key, InstantSource clock, RandomGenerator random, Pause pause) {
        this.calls = new ManagementCalls(config, key, clock, random, pause);
    }

    public Tenants tenants() {
        return new Tenants(calls);
    }

    public Users users() {
        return new Users(calls);
    }

    public UserSettings settings() {
        return new UserSettings(calls);
    }

    public CallPlans callPlans() {
        return new CallPlans(calls);
    }

    public AllottedNumbers numbers() {
        return new AllottedNumbers(calls);
    }

    public Apps apps() {
        return new Apps(calls);
    }

    public Keys keys() {
        return new Keys(calls);
    }

    public Imports imports() {
        return new Imports(calls);
    }

    public BulkChanges bulkChanges() {
        return new BulkChanges(calls);
    }

    public Changes changes() {
        return new Changes(calls);
    }

    /**
     * Closes the client. Calls under way end with their present attempt, for which this waits, at most for the request
     * time-out. Streams of changes end. Exports that are not closed by then fail.
     */
    @Override
    public void close() {
        calls.close();
    }
}
