package agentsettings.management.resources;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.EditUser;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.queries.UserRecord;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.rules.UserRules;
import agentsettings.core.store.Records;
import agentsettings.core.store.Store;
import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserStatus;
import agentsettings.management.csv.UserCsv;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.Preconditions;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.AfterWrite;
import agentsettings.management.records.JsonText;
import agentsettings.management.records.UserRecordJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The users of a tenant space. Safe for use by many threads. */
public final class UsersResource {

    private static final RecordList<UserRecord> LIST =
            new RecordList<>(UserCsv.HEADER, UserCsv::line, UserRecordJson::of);

    private final Records records;
    private final Store store;

    public UsersResource(Records records, Store store) {
        this.records = records;
        this.store = store;
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of(
                "listUsers", this::list,
                "createUser", this::create,
                "getUser", this::get,
                "patchUser", this::patch,
                "deleteUser", this::delete);
    }

    static UserKey key(ApiRequest request) {
        return new UserKey(request.required("tenantId"), request.required("userId"));
    }

    /** The path of a user. */
    static String path(UserKey key) {
        String userId = URLEncoder.encode(key.userId(), StandardCharsets.UTF_8);
        return "/api/v1/tenants/" + key.tenantId() + "/users/" + userId;
    }

    private ApiResponse list(ApiRequest request) {
        UserFilter filter = new UserFilter(
                request.required("tenantId"),
                request.parameter("q"),
                request.parameter("status").flatMap(name -> JsonText.constant(UserStatus.class, name)),
                request.parameter("hasSettings").map(Boolean::valueOf));
        return LIST.response(
                request, (after, limit) -> records.users(filter, after, limit), () -> records.count(filter));
    }

    private ApiResponse get(ApiRequest request) {
        UserRecord user = records.user(key(request)).orElseThrow(NotFound::user);
        return Preconditions.clientHas(request, user.user().tag())
                ? ApiResponse.notModified(Preconditions.quoted(user.user().tag()))
                : tagged(ApiResponse.ok(UserRecordJson.of(user)), user.user());
    }

    private static ApiResponse tagged(ApiResponse response, StoredUser user) {
        return response.with("etag", Preconditions.quoted(user.tag()));
    }

    private ApiResponse create(ApiRequest request) {
        JsonNode body = request.body(UserRecordJson::faults);
        Idempotency idempotency = request.idempotency("").orElse(null);
        String userId = JsonText.text(body, "userId");
        String sumUserId = JsonText.text(body, "sumUserId");
        if (userId == null && sumUserId != null) {
            throw ProblemException.invalid(List.of(Fault.at("/userId", "is required with sumUserId.")));
        }
        AddUser plain = userId == null
                ? UserRules.add(request.caller(), UserRecordJson.draft(body))
                : UserRules.add(request.caller(), userId, sumUserId, UserRecordJson.draft(body));
        AddUser command = new AddUser(plain.caller(), plain.userId(), plain.sumUserId(), plain.profile(), idempotency);
        return switch (store.write(command).toCompletableFuture().join()) {
            case AddUser.Added(String added) ->
                created(new UserKey(plain.caller().tenantId(), userId == null ? added : userId));
            case AddUser.AccountTaken() -> throw taken("/account", "A user has this account already.");
            case AddUser.UserIdTaken() -> throw taken("/userId", "A user has this userId or sumUserId already.");
            case AddUser.IdempotencyKeyReused() -> throw ProblemException.idempotencyKeyReused();
        };
    }

    private ApiResponse created(UserKey key) {
        UserRecord user = AfterWrite.read(() -> records.user(key))
                .orElseThrow(() -> NotFound.of("The user was added, and has been deleted since."));
        return tagged(ApiResponse.created(UserRecordJson.of(user), path(key)), user.user());
    }

    private static ProblemException taken(String pointer, String detail) {
        return new ProblemException(ProblemType.ALREADY_EXISTS, detail + " (" + pointer + ")");
    }

    private ApiResponse patch(ApiRequest request) {
        EditUser.Edit edit = new EditUser.Patch(UserRecordJson.patch(request.body(UserRecordJson::faults)));
        return respond(request, execute(request, edit));
    }

    private ApiResponse delete(ApiRequest request) {
        boolean withSettings = request.parameter("settings").isPresent();
        return respond(request, execute(request, new EditUser.Delete(withSettings)));
    }

    private EditUser.Outcome execute(ApiRequest request, EditUser.Edit edit) {
        EditUser command =
                new EditUser(request.caller(), request.required("userId"), edit, Preconditions.ofWrite(request));
        return store.write(command).toCompletableFuture().join();
    }

    private ApiResponse respond(ApiRequest request, EditUser.Outcome outcome) {
        return switch (outcome) {
            case EditUser.Updated(StoredUser user) ->
                tagged(ApiResponse.ok(AfterWrite.read(() -> json(request, user))), user);
            case EditUser.Deleted() -> ApiResponse.noContent();
            case EditUser.UnknownUser() -> throw NotFound.user();
            case EditUser.AccountTaken() -> throw taken("/account", "Another user has this account.");
            case EditUser.HasSettings() ->
                throw new ProblemException(
                        ProblemType.IN_USE, "The user has settings. Delete them first, or send settings=delete.");
            case EditUser.ConditionFailed(StoredUser current) ->
                throw ProblemException.changed(
                        json(request, current), Optional.of(Preconditions.quoted(current.tag())));
        };
    }

    /** Whether the user has settings is as of now, which is part of no version. */
    private JsonNode json(ApiRequest request, StoredUser user) {
        boolean hasSettings = records.settings(key(request)).isPresent();
        return UserRecordJson.of(new UserRecord(key(request), user, hasSettings));
    }
}
