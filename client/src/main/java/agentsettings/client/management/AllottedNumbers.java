package agentsettings.client.management;

import agentsettings.client.management.calls.ManagementCall;
import agentsettings.client.management.calls.ManagementCalls;
import agentsettings.client.management.calls.ResourcePath;
import agentsettings.client.management.json.Json;
import agentsettings.client.management.json.RecordDecoder;
import agentsettings.client.management.json.ReplyDecoder;
import agentsettings.client.management.numbers.NumberMapper;
import agentsettings.client.management.numbers.NumberRecord;
import agentsettings.client.management.numbers.NumberUse;
import agentsettings.client.management.numbers.UsesThen;
import agentsettings.client.management.records.ExportFormat;
import agentsettings.client.management.records.ListPage;
import agentsettings.client.management.records.Paging;
import agentsettings.client.management.records.RecordOutcome.OfCreate;
import agentsettings.client.management.records.RecordOutcome.OfGet;
import agentsettings.client.management.records.RecordOutcome.OfRefresh;
import agentsettings.client.management.records.RecordOutcome.OfUnusedDelete;
import agentsettings.client.management.records.RecordOutcome.OfUnusedPatch;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.patches.NumberPatch;
import agentsettings.core.queries.NumberFilter;
import agentsettings.core.requests.Condition;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The numbers that are allotted to tenant spaces. Its methods throw as those of {@link ManagementClient} do. Thread-safe. */
public final class AllottedNumbers {

    private static final RecordDecoder<NumberRecord> NUMBER = new RecordDecoder<>(NumberMapper::number);

    private final ManagementCalls calls;

    AllottedNumbers(ManagementCalls calls) {
        this.calls = calls;
    }

    /** Returns a page of the numbers that meet the conditions, in the order of their characters. */
    public ListPage<NumberRecord> list(NumberFilter filter, Paging paging) {
        return calls.execute(ManagementCall.get(
                "list numbers",
                ManagementCalls.page(list(filter), paging),
                ReplyDecoder.ofPage(paging.after(), NumberMapper::number)));
    }

    private static ResourcePath list(NumberFilter filter) {
        return ResourcePath.of("tenants", filter.tenantId(), "numbers")
                .with("q", filter.text())
                .with("kind", filter.kind().map(Json::nameOf));
    }

    /**
     * Exports all numbers that meet the conditions. The stream is read while the service writes it: a read waits for the
     * request time-out, and fails with an IOException if the export ends early. It must be closed.
     */
    public InputStream export(NumberFilter filter, ExportFormat format) {
        return calls.open(ManagementCall.<InputStream>get("export numbers", list(filter), _ -> Optional.empty())
                .accepting(format.mediaType()));
    }

    /** Returns all numbers that meet the conditions. It reads a page of 1,000 when the first of it is wanted. */
    public Stream<NumberRecord> all(NumberFilter filter) {
        return calls.stream(paging -> list(filter, paging));
    }

    public OfGet<NumberRecord> get(NumberKey number) {
        return calls.execute(ManagementCall.get("get number", path(number), NUMBER::get));
    }

    /**
     * Returns the number if its version is another.
     *
     * @param tag of the version that the client has
     */
    public OfRefresh<NumberRecord> refresh(NumberKey number, String tag) {
        return calls.execute(ManagementCall.get("refresh number", path(number), NUMBER::refresh)
                .unlessTag(tag));
    }

    /**
     * Allots a number.
     *
     * @param description may be empty
     */
    public OfCreate<NumberRecord> create(NumberKey number, Set<NumberKind> kinds, String description) {
        var body = NumberMapper.body(NumberPatch.ofAll(kinds, description))
                .put("number", number.number().digits());
        return calls.execute(ManagementCall.post(
                        "create number", ResourcePath.of("tenants", number.tenantId(), "numbers"), body, NUMBER::create)
                .withIdempotencyKey(calls.newIdempotencyKey()));
    }

    /**
     * Changes a number.
     *
     * @param uses what becomes of the uses as a kind that is taken away; if empty, a kind that is used is not taken away
     */
    public OfUnusedPatch<NumberRecord> patch(
            NumberKey number, NumberPatch patch, Optional<UsesThen> uses, Condition condition) {
        return calls.execute(
                ManagementCall.patch("patch number", path(number, uses), NumberMapper.body(patch), NUMBER::unusedPatch)
                        .when(condition));
    }

    /**
     * Takes a number back.
     *
     * @param uses what becomes of its uses; if empty, a number that is used is not taken back
     */
    public OfUnusedDelete<NumberRecord> delete(NumberKey number, Optional<UsesThen> uses, Condition condition) {
        return calls.execute(ManagementCall.delete("delete number", path(number, uses), NUMBER::unusedDelete)
                .when(condition));
    }

    /** Returns a page of the users whose settings use a number, by userId. There is none if the number is not allotted. */
    public ListPage<NumberUse> uses(NumberKey number, Paging paging) {
        ResourcePath path = ResourcePath.of(
                "tenants", number.tenantId(), "numbers", number.number().digits(), "uses");
        return calls.execute(ManagementCall.get(
                "list uses of a number",
                ManagementCalls.page(path, paging),
                ReplyDecoder.ofPage(paging.after(), NumberMapper::use)));
    }

    /** Returns all users whose settings use a number. It reads a page of 1,000 when the first of it is wanted. */
    public Stream<NumberUse> allUses(NumberKey number) {
        return calls.stream(paging -> uses(number, paging));
    }

    private static ResourcePath path(NumberKey number, Optional<UsesThen> uses) {
        return path(number).with("uses", uses.map(Json::nameOf));
    }

    private static ResourcePath path(NumberKey number) {
        return ResourcePath.of(
                "tenants", number.tenantId(), "numbers", number.number().digits());
    }
}
