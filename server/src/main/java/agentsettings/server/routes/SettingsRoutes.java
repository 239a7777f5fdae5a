package agentsettings.server.routes;

import agentsettings.core.apps.Caller;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.rules.SettingsRules;
import agentsettings.core.store.Store;
import agentsettings.server.numbers.NumberWarningLog;
import agentsettings.server.security.Authenticator;
import agentsettings.wire.RequestException;
import agentsettings.wire.Response;
import agentsettings.wire.ReturnCode;
import agentsettings.wire.SettingsReader;
import agentsettings.wire.SettingsResponses;
import agentsettings.wire.names.HttpNames;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;

/** The four operations on an agent's settings. */
public final class SettingsRoutes {

    private static final String CREDENTIALS = "as the app's edition says";

    private final Authenticator authenticator;
    private final Store store;
    private final NumberWarningLog numberWarnings;
    private final boolean certified;

    /**
     * Serves nothing yet.
     *
     * @param certified whether the certificate of a client must name its app
     */
    public SettingsRoutes(
            Authenticator authenticator, Store store, NumberWarningLog numberWarnings, boolean certified) {
        this.certified = certified;
        this.authenticator = authenticator;
        this.store = store;
        this.numberWarnings = numberWarnings;
    }

    public List<Route> routes() {
        return List.of(
                route(HttpNames.CREATE_PATH, this::create),
                route(HttpNames.UPDATE_PATH, this::update),
                route(HttpNames.QUERY_PATH, this::query),
                route(HttpNames.DELETE_PATH, this::delete));
    }

    private Route route(String path, BiConsumer<VendorExchange, Caller> handler) {
        return Route.post(path, CREDENTIALS, new AuthenticatedHandler(authenticator::authenticate, certified, handler));
    }

    private void create(VendorExchange exchange, Caller caller) {
        byte[] body = exchange.body();
        Idempotency idempotency = idempotency(exchange, body);
        var command = SettingsRules.create(caller, SettingsReader.create(body), idempotency);
        exchange.respondWhen(
                store.write(command),
                caller.numberCheck() == NumberCheck.WARN
                        ? outcome -> warnedOf(command, outcome)
                        : SettingsResponses::created);
    }

    private void update(VendorExchange exchange, Caller caller) {
        var command = SettingsRules.update(caller, SettingsReader.update(exchange.body()));
        exchange.respondWhen(
                store.write(command),
                caller.numberCheck() == NumberCheck.WARN
                        ? outcome -> warnedOf(command, outcome)
                        : SettingsResponses::updated);
    }

    private Response warnedOf(CreateSettings command, CreateSettings.Outcome outcome) {
        if (outcome instanceof CreateSettings.Created(var _, var notAllotted)) {
            numberWarnings.written(command.user(), notAllotted);
        }
        return SettingsResponses.created(outcome);
    }

    private Response warnedOf(UpdateSettings command, UpdateSettings.Outcome outcome) {
        if (outcome instanceof UpdateSettings.Updated(var _, var notAllotted)) {
            numberWarnings.written(command.user(), notAllotted);
        }
        return SettingsResponses.updated(outcome);
    }

    private void query(VendorExchange exchange, Caller caller) {
        FindSettings query = SettingsRules.find(caller, SettingsReader.user(exchange.body()));
        exchange.respondWhen(store.find(query), outcome -> SettingsResponses.found(query, outcome));
    }

    private void delete(VendorExchange exchange, Caller caller) {
        var command = SettingsRules.delete(caller, SettingsReader.user(exchange.body()));
        exchange.respondWhen(store.write(command), SettingsResponses::deleted);
    }

    private static Idempotency idempotency(VendorExchange exchange, byte[] body) {
        String key = exchange.header(HttpNames.IDEMPOTENCY_KEY_HEADER);
        if (key == null) {
            return null;
        }
        if (!Idempotency.isKey(key)) {
            throw new RequestException(
                    ReturnCode.VALUE_REFUSED,
                    "Idempotency-Key: must be 1 to " + Idempotency.KEY_LENGTH_MAX + " printable ASCII characters.");
        }
        return new Idempotency(key, digest(body));
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
