package agentsettings.server.routes;

import agentsettings.core.apps.Caller;
import agentsettings.core.rules.UserRules;
import agentsettings.core.store.Store;
import agentsettings.server.security.Authenticator;
import agentsettings.wire.UserReader;
import agentsettings.wire.UserResponses;
import agentsettings.wire.names.HttpNames;
import java.util.List;

/** The operation that adds a user. */
public final class UserRoutes {

    private static final String CREDENTIALS = "token";

    private final Authenticator authenticator;
    private final Store store;
    private final boolean certified;

    /**
     * Serves nothing yet.
     *
     * @param certified whether the certificate of a client must name its app
     */
    public UserRoutes(Authenticator authenticator, Store store, boolean certified) {
        this.certified = certified;
        this.authenticator = authenticator;
        this.store = store;
    }

    public List<Route> routes() {
        Route.Handler add = new AuthenticatedHandler(authenticator::authenticateByToken, certified, this::add);
        return List.of(
                Route.post(HttpNames.USERS_PATH, CREDENTIALS, add),
                Route.post(HttpNames.MISSPELLED_USERS_PATH, CREDENTIALS, add));
    }

    private void add(VendorExchange exchange, Caller caller) {
        var command = UserRules.add(caller, UserReader.read(exchange.body()));
        exchange.respondWhen(store.write(command), UserResponses::added);
    }
}
