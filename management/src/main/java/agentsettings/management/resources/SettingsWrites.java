package agentsettings.management.resources;

import agentsettings.core.commands.EditSettings;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.queries.UserRecord;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.store.Records;
import agentsettings.core.store.Store;
import agentsettings.core.users.UserKey;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.Preconditions;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.records.AfterWrite;
import agentsettings.management.records.SettingsJson;
import agentsettings.server.numbers.NumberWarningLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes settings under the conditions of a request. Safe for use by many threads. */
public final class SettingsWrites {

    private final Records records;
    private final Store store;
    private final NumberWarningLog warnings;
    private final InstantSource clock;

    public SettingsWrites(Records records, Store store, NumberWarningLog warnings, InstantSource clock) {
        this.records = records;
        this.store = store;
        this.warnings = warnings;
        this.clock = clock;
    }

    /** Executes the edit of the request's body for the user of the path. */
    ApiResponse execute(ApiRequest request, EditSettings.Edit edit) {
        return execute(request, edit, SettingsJson::notAllotted);
    }

    /**
     * Executes the edit for the user of the path.
     *
     * @param refusal what is said if a number of the edit is refused
     */
    ApiResponse execute(ApiRequest request, EditSettings.Edit edit, Function<UsedNumber, Fault> refusal) {
        UserKey key = UsersResource.key(request);
        var command = new EditSettings(request.caller(), key.userId(), edit, Preconditions.ofWrite(request));
        return switch (store.write(command).toCompletableFuture().join()) {
            case EditSettings.Created(StoredSettings settings, var notAllotted) ->
                tagged(
                        ApiResponse.created(written(key, settings, notAllotted), UsersResource.path(key) + "/settings"),
                        settings);
            case EditSettings.Updated(StoredSettings settings, var notAllotted) ->
                tagged(ApiResponse.ok(written(key, settings, notAllotted)), settings);
            case EditSettings.NumberNotAllotted(var numbers) ->
                throw ProblemException.invalid(numbers.stream().map(refusal).toList());
            case EditSettings.Deleted() -> ApiResponse.noContent();
            case EditSettings.UnknownUser() -> throw NotFound.user();
            case EditSettings.NoSettings() -> throw NotFound.settings();
            case EditSettings.ConditionFailed(Optional<StoredSettings> current) ->
                throw ProblemException.changed(
                        current.<JsonNode>map(settings -> json(key, settings))
                                .orElseGet(() -> ApiJson.object().nullNode()),
                        current.map(settings -> Preconditions.quoted(settings.tag())));
        };
    }

    private static ApiResponse tagged(ApiResponse response, StoredSettings settings) {
        return response.with("etag", Preconditions.quoted(settings.tag()));
    }

    private JsonNode written(UserKey key, StoredSettings settings, List<UsedNumber> notAllotted) {
        warnings.written(key, notAllotted);
        ObjectNode json = AfterWrite.read(() -> json(key, settings));
        SettingsJson.putWarnings(
                notAllotted.stream().map(SettingsJson::notAllotted).toList(), json);
        return json;
    }

    /** The settings, with the account and name that the user has now. */
    private ObjectNode json(UserKey key, StoredSettings settings) {
        Optional<SettingsRecord> now = records.settings(key);
        if (now.isPresent() && now.get().settings().tag().equals(settings.tag())) {
            return SettingsJson.of(now.get());
        }
        String account = records.user(key)
                .map(UserRecord::user)
                .map(user -> user.profile().account())
                .orElse("");
        String name = records.user(key)
                .map(UserRecord::user)
                .map(user -> user.profile().name())
                .orElse("");
        Instant updatedAt = clock.instant(); // another write has replaced it within this moment
        return SettingsJson.of(new SettingsRecord(key, account, name, settings, updatedAt));
    }
}
