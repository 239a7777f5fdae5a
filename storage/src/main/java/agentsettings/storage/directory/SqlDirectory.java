package agentsettings.storage.directory;

import agentsettings.core.apps.App;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.patches.AppPatch;
import agentsettings.core.patches.TenantSpacePatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.requests.RepeatableRequest;
import agentsettings.core.store.ChangeOutcome;
import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import agentsettings.core.store.KeyAddition;
import agentsettings.core.store.RemovalOutcome;
import agentsettings.core.store.RequestOutcome;
import agentsettings.storage.jdbc.StatementSession;
import agentsettings.storage.jdbc.UncheckedSqlException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The directory of either engine, in the engine's transactions. Used by one thread at a time. */
public record SqlDirectory(StatementSession session) implements Directory {

    @Override
    public List<TenantSpace> tenantSpaces(Consumer<String> unreadable) {
        return session.read(statements -> new TenantSpaceDao(statements).rows().all(unreadable));
    }

    @Override
    public Optional<TenantSpace> tenantSpace(String tenantId) {
        return session.read(statements -> new TenantSpaceDao(statements).rows().find(tenantId));
    }

    @Override
    public boolean addTenantSpace(TenantSpace space) {
        return session.change(statements -> new TenantSpaceDao(statements).add(space));
    }

    @Override
    public ChangeOutcome<TenantSpace> changeTenantSpace(String tenantId, TenantSpacePatch patch, Condition condition) {
        return session.change(
                statements -> new TenantSpaceDao(statements).versioned().change(tenantId, patch::appliedTo, condition));
    }

    @Override
    public RemovalOutcome<TenantSpace> removeTenantSpace(String tenantId, Condition condition) {
        return session.change(statements -> new TenantSpaceDao(statements).remove(tenantId, condition));
    }

    @Override
    public List<App> apps(Consumer<String> unreadable) {
        return session.read(statements -> new AppDao(statements).rows().all(unreadable));
    }

    @Override
    public Optional<App> app(String appKey) {
        return session.read(statements -> new AppDao(statements).rows().find(appKey));
    }

    @Override
    public boolean addApp(App app) {
        return session.change(statements -> new AppDao(statements).add(app));
    }

    @Override
    public ChangeOutcome<App> changeApp(String appKey, AppPatch patch, Condition condition) {
        return session.change(
                statements -> new AppDao(statements).versioned().change(appKey, patch::appliedTo, condition));
    }

    @Override
    public ChangeOutcome<App> replaceSecret(
            String appKey, String secretHash, Optional<Instant> previousUntil, Condition condition) {
        return session.change(statements -> new AppDao(statements)
                .versioned()
                .change(
                        appKey,
                        app -> previousUntil.isPresent()
                                ? app.withSecret(secretHash, previousUntil.get())
                                : app.withSecret(secretHash),
                        condition));
    }

    @Override
    public RemovalOutcome<App> removeApp(String appKey, Condition condition) {
        return session.change(statements -> new AppDao(statements).remove(appKey, condition));
    }

    @Override
    public List<ManagementKey> managementKeys(Consumer<String> unreadable) {
        return session.read(
                statements -> new ManagementKeyDao(statements).rows().all(unreadable));
    }

    @Override
    public Optional<ManagementKey> managementKey(String id) {
        return session.read(
                statements -> new ManagementKeyDao(statements).rows().find(id));
    }

    @Override
    public KeyAddition addManagementKey(ManagementKey key) {
        return session.change(statements -> new ManagementKeyDao(statements).add(key));
    }

    @Override
    public boolean removeManagementKey(String id) {
        return session.change(statements -> new ManagementKeyDao(statements).remove(id));
    }

    @Override
    public <T> RequestOutcome<T> once(RepeatableRequest request, Function<Directory, T> change, Predicate<T> isDone) {
        return session.change(statements -> {
            RequestDao requests = new RequestDao(statements, request);
            Optional<RequestOutcome<T>> first = requests.claim();
            return first.isPresent() ? first.get() : execute(change, isDone, requests);
        });
    }

    private static <T> RequestOutcome<T> execute(
            Function<Directory, T> change, Predicate<T> isDone, RequestDao requests) throws SQLException {
        try {
            T outcome = change.apply(new SqlDirectory(new OpenTransaction(requests.statements())));
            if (isDone.test(outcome)) {
                requests.remember();
            }
            return new RequestOutcome.Executed<>(outcome);
        } catch (UncheckedSqlException e) {
            throw e.getCause();
        }
    }

    @Override
    public void removeExpiredRequests(Instant now) {
        session.change(statements -> RequestDao.removeExpired(statements, now));
    }

    @Override
    public void recordKeyUse(Map<String, Instant> lastUseById) {
        session.change(statements -> {
            new ManagementKeyDao(statements).recordUse(lastUseById);
            return true;
        });
    }

    @Override
    public List<SigningKey> signingKeys() {
        return session.read(statements -> new SigningKeyDao(statements).all());
    }

    @Override
    public boolean addSigningKey(SigningKey key, Instant unlessSince) {
        return session.change(statements -> new SigningKeyDao(statements).add(key, unlessSince));
    }

    @Override
    public void removeSigningKeys(Instant before) {
        session.change(statements -> new SigningKeyDao(statements).remove(before));
    }

    @Override
    public Optional<String> fact(DatabaseFact fact) {
        return session.read(statements -> new FactDao(statements).find(fact));
    }

    @Override
    public boolean addFact(DatabaseFact fact, String text) {
        return session.change(statements -> new FactDao(statements).add(fact, text));
    }

    @Override
    public void close() {
        session.close();
    }
}
