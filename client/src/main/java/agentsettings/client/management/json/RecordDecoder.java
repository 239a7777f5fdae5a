package agentsettings.client.management.json;

import agentsettings.client.management.records.RecordOutcome;
import agentsettings.client.management.records.RecordOutcome.AlreadyExists;
import agentsettings.client.management.records.RecordOutcome.Created;
import agentsettings.client.management.records.RecordOutcome.Deleted;
import agentsettings.client.management.records.RecordOutcome.Found;
import agentsettings.client.management.records.RecordOutcome.InUse;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.NotModified;
import agentsettings.client.management.records.RecordOutcome.Updated;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.client.management.records.Versioned;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Decodes the outcomes of operations on a record. Stateless. */
public record RecordDecoder<T>(Function<JsonNode, T> mapper) {

    private static final String OK = "200";
    private static final String CREATED = "201";
    private static final String NO_CONTENT = "204";
    private static final String NOT_MODIFIED = "304";
    private static final String NOT_FOUND = "not-found";
    private static final String ALREADY_EXISTS = "already-exists";
    private static final String IN_USE = "in-use";
    private static final String VERSION_CHANGED = "version-changed";

    public Optional<RecordOutcome.OfGet<T>> get(ApiReply reply) {
        return Optional.ofNullable(
                switch (reply.code()) {
                    case OK -> new Found<>(record(reply));
                    case NOT_FOUND -> new NotFound<>(reply.detail());
                    default -> null;
                });
    }

    public Optional<RecordOutcome.OfRefresh<T>> refresh(ApiReply reply) {
        return Optional.ofNullable(
                switch (reply.code()) {
                    case OK -> new Found<>(record(reply));
                    case NOT_MODIFIED -> new NotModified<>();
                    case NOT_FOUND -> new NotFound<>(reply.detail());
                    default -> null;
                });
    }

    public Optional<RecordOutcome.OfCreate<T>> create(ApiReply reply) {
        return Optional.ofNullable(
                switch (reply.code()) {
                    case CREATED -> new Created<>(record(reply));
                    case ALREADY_EXISTS -> new AlreadyExists<>(reply.detail());
                    default -> null;
                });
    }

    public Optional<RecordOutcome.OfPut<T>> put(ApiReply reply) {
        return Optional.ofNullable(
                switch (reply.code()) {
                    case CREATED -> new Created<>(record(reply));
                    case OK -> new Updated<>(record(reply));
                    case NOT_FOUND -> new NotFound<>(reply.detail());
                    case VERSION_CHANGED -> changed(reply);
                    default -> null;
                });
    }

    public Optional<RecordOutcome.OfPatch<T>> patch(ApiReply reply) {
        return Optional.ofNullable(
                switch (reply.code()) {
                    case OK -> new Updated<>(record(reply));
                    case NOT_FOUND -> new NotFound<>(reply.detail());
                    case VERSION_CHANGED -> changed(reply);
                    default -> null;
                });
    }

    public Optional<RecordOutcome.OfUniquePatch<T>> uniquePatch(ApiReply reply) {
        return Optional.ofNullable(
                switch (reply.code()) {
                    case OK -> new Updated<>(record(reply));
                    case ALREADY_EXISTS -> new AlreadyExists<>(reply.detail());
                    case NOT_FOUND -> new NotFound<>(reply.detail());
                    case VERSION_CHANGED -> changed(reply);
                    default -> null;
                });
    }

    public Optional<RecordOutcome.OfUnusedPatch<T>> unusedPatch(ApiReply reply) {
        return Optional.ofNullable(
                switch (reply.code()) {
                    case OK -> new Updated<>(record(reply));
                    case IN_USE -> new InUse<>(reply.detail());
                    case NOT_FOUND -> new NotFound<>(reply.detail());
                    case VERSION_CHANGED -> changed(reply);
                    default -> null;
                });
    }

    public Optional<RecordOutcome.OfDelete<T>> delete(ApiReply reply) {
        return Optional.ofNullable(
                switch (reply.code()) {
                    case NO_CONTENT -> new Deleted<>();
                    case NOT_FOUND -> new NotFound<>(reply.detail());
                    case VERSION_CHANGED -> changed(reply);
                    default -> null;
                });
    }

    public Optional<RecordOutcome.OfUnusedDelete<T>> unusedDelete(ApiReply reply) {
        return Optional.ofNullable(
                switch (reply.code()) {
                    case NO_CONTENT -> new Deleted<>();
                    case IN_USE -> new InUse<>(reply.detail());
                    case NOT_FOUND -> new NotFound<>(reply.detail());
                    case VERSION_CHANGED -> changed(reply);
                    default -> null;
                });
    }

    public Optional<RecordOutcome.OfRestore<T>> restore(ApiReply reply) {
        return Optional.ofNullable(
                switch (reply.code()) {
                    case CREATED -> new Created<>(record(reply));
                    case OK -> new Updated<>(record(reply));
                    case NO_CONTENT -> new Deleted<>();
                    case NOT_FOUND -> new NotFound<>(reply.detail());
                    case VERSION_CHANGED -> changed(reply);
                    default -> null;
                });
    }

    public Optional<RecordOutcome.OfNewSecret<T>> newSecret(ApiReply reply) {
        return Optional.ofNullable(
                switch (reply.code()) {
                    case CREATED -> new Created<>(record(reply));
                    case NOT_FOUND -> new NotFound<>(reply.detail());
                    case VERSION_CHANGED -> changed(reply);
                    default -> null;
                });
    }

    private Versioned<T> record(ApiReply reply) {
        return new Versioned<>(mapper.apply(reply.body()), reply.tag());
    }

    private VersionChanged<T> changed(ApiReply reply) {
        return new VersionChanged<>(
                Json.optional(reply.body(), "current", mapper).map(now -> new Versioned<>(now, reply.tag())));
    }
}
