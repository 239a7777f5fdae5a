package agentsettings.management.numbers;

import agentsettings.core.commands.EditNumber;
import agentsettings.core.commands.EditNumber.Uses;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.patches.NumberPatch;
import agentsettings.core.queries.NumberFilter;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.requests.Condition;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.store.Records;
import agentsettings.core.store.Store;
import agentsettings.management.csv.NumberCsv;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.PageRequest;
import agentsettings.management.exchange.Preconditions;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.AfterWrite;
import agentsettings.management.records.JsonText;
import agentsettings.management.records.NumberJson;
import agentsettings.management.resources.RecordList;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The allotted numbers of a tenant space. Safe for use by many threads. */
public final class NumbersResource {

    private static final String KEEP = "keep";
    private static final String CLEAR = "clear";

    private static final RecordList<AllottedNumber> LIST =
            new RecordList<>(NumberCsv.HEADER, NumberCsv::line, NumberJson::of);

    private final Records records;
    private final Store store;
    private final NumberWithdrawal withdrawal;

    public NumbersResource(Records records, Store store) {
        this.records = records;
        this.store = store;
        this.withdrawal = new NumberWithdrawal(records, store);
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of(
                "listNumbers", this::list,
                "createNumber", this::create,
                "getNumber", this::get,
                "patchNumber", this::patch,
                "deleteNumber", this::delete,
                "listNumberUses", this::uses);
    }

    private ApiResponse list(ApiRequest request) {
        NumberFilter filter = new NumberFilter(
                request.required("tenantId"),
                request.parameter("q"),
                request.parameter("kind").flatMap(name -> JsonText.constant(NumberKind.class, name)));
        return LIST.response(
                request, (after, limit) -> records.numbers(filter, after, limit), () -> records.count(filter));
    }

    private ApiResponse create(ApiRequest request) {
        JsonNode body = request.body(NumberJson::faults);
        Idempotency idempotency = request.idempotency("number ").orElse(null);
        PhoneNumber number = NumberJson.number(body);
        EditNumber command =
                new EditNumber(request.caller(), number, NumberJson.created(body), Condition.NONE, idempotency);
        return switch (store.write(command).toCompletableFuture().join()) {
            case EditNumber.Created(AllottedNumber created) -> created(command.key(), created);
            case EditNumber.CreatedBefore() ->
                created(
                        command.key(),
                        AfterWrite.read(() -> records.number(command.key()))
                                .orElseThrow(
                                        () -> NotFound.of("The number was allotted, and has been taken back since.")));
            case EditNumber.AlreadyExists() ->
                throw new ProblemException(ProblemType.ALREADY_EXISTS, "The number is allotted already. (/number)");
            case EditNumber.IdempotencyKeyReused() -> throw ProblemException.idempotencyKeyReused();
            case EditNumber.Outcome other -> throw new IllegalStateException("no outcome of a create: " + other);
        };
    }

    private static ApiResponse created(NumberKey key, AllottedNumber number) {
        String encoded = URLEncoder.encode(key.number().digits(), StandardCharsets.UTF_8);
        return tagged(
                ApiResponse.created(NumberJson.of(number), "/api/v1/tenants/" + key.tenantId() + "/numbers/" + encoded),
                number);
    }

    private static ApiResponse tagged(ApiResponse response, AllottedNumber number) {
        return response.with("etag", Preconditions.quoted(number.tag()));
    }

    private static NumberKey key(ApiRequest request) {
        return new NumberKey(request.required("tenantId"), new PhoneNumber(request.required("number")));
    }

    private AllottedNumber find(ApiRequest request) {
        return records.number(key(request)).orElseThrow(NumbersResource::notAllotted);
    }

    private static ProblemException notAllotted() {
        return NotFound.of("The number is not allotted to the tenant space.");
    }

    private ApiResponse get(ApiRequest request) {
        AllottedNumber number = find(request);
        return Preconditions.clientHas(request, number.tag())
                ? ApiResponse.notModified(Preconditions.quoted(number.tag()))
                : tagged(ApiResponse.ok(NumberJson.of(number)), number);
    }

    /** A number that is not allotted may be in use as well. */
    private ApiResponse uses(ApiRequest request) {
        NumberKey key = key(request);
        SettingsFilter filter = new SettingsFilter(
                key.tenantId(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(key.number().digits()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        return PageRequest.of(request)
                .response(
                        (after, limit) -> records.settings(filter, after, limit),
                        use -> NumberJson.use(use, key.number()),
                        () -> records.count(filter));
    }

    private ApiResponse patch(ApiRequest request) {
        NumberPatch patch = NumberJson.patch(request.body(NumberJson::faults));
        EditNumber command = edit(request, new EditNumber.Patch(patch, uses(request, Uses.UNKNOWN)));
        EditNumber.Outcome outcome = store.write(command).toCompletableFuture().join();
        return outcome instanceof EditNumber.StillAllotted
                ? takeBack(request, command, new NumberWithdrawal.KindsOf(patch))
                : respond(outcome);
    }

    private ApiResponse delete(ApiRequest request) {
        EditNumber command = edit(request, new EditNumber.Remove(uses(request, Uses.UNKNOWN)));
        if (request.parameter("uses").filter(KEEP::equals).isPresent()) {
            return respond(store.write(command).toCompletableFuture().join());
        }
        return takeBack(request, command, new NumberWithdrawal.Whole());
    }

    private static EditNumber edit(ApiRequest request, EditNumber.Edit edit) {
        return new EditNumber(request.caller(), key(request).number(), edit, Preconditions.ofWrite(request));
    }

    private static Uses uses(ApiRequest request, Uses byDefault) {
        return request.parameter("uses").filter(KEEP::equals).isPresent() ? Uses.KEPT : byDefault;
    }

    private ApiResponse takeBack(ApiRequest request, EditNumber command, NumberWithdrawal.TakenBack taken) {
        boolean clear = request.parameter("uses").filter(CLEAR::equals).isPresent();
        return switch (withdrawal.takeBack(command, taken, clear)) {
            case NumberWithdrawal.Edited(EditNumber.Outcome outcome) -> respond(outcome);
            case NumberWithdrawal.InUse(long users) ->
                throw new ProblemException(
                        ProblemType.IN_USE,
                        "The settings of " + users + (users == 1 ? " user" : " users")
                                + " use the number. Send uses=clear to take it out of them, or uses=keep to leave them.");
        };
    }

    private static ApiResponse respond(EditNumber.Outcome outcome) {
        return switch (outcome) {
            case EditNumber.Updated(AllottedNumber number) -> tagged(ApiResponse.ok(NumberJson.of(number)), number);
            case EditNumber.Removed() -> ApiResponse.noContent();
            case EditNumber.UnknownNumber() -> throw notAllotted();
            case EditNumber.ConditionFailed(Optional<AllottedNumber> current) ->
                throw ProblemException.changed(
                        current.<JsonNode>map(NumberJson::of)
                                .orElseGet(() -> ApiJson.object().nullNode()),
                        current.map(number -> Preconditions.quoted(number.tag())));
            case EditNumber.Outcome other -> throw new IllegalStateException("no outcome of an edit: " + other);
        };
    }
}
