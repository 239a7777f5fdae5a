package agentsettings.management.directory;

import agentsettings.core.store.ChangeOutcome;
import agentsettings.core.store.RemovalOutcome;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.Preconditions;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Responds with a kind of record of the directory. Immutable.
 *
 * @param missing the detail of a 404
 */
record DirectoryOutcomes<R>(Function<R, JsonNode> json, Function<R, String> tag, String missing) {

    ApiResponse got(ApiRequest request, Optional<R> found) {
        R record = found.orElseThrow(() -> NotFound.of(missing));
        return Preconditions.clientHas(request, tag.apply(record))
                ? ApiResponse.notModified(quoted(record))
                : tagged(ApiResponse.ok(json.apply(record)), record);
    }

    ApiResponse tagged(ApiResponse response, R record) {
        return response.with("etag", quoted(record));
    }

    ApiResponse changed(ChangeOutcome<R> outcome) {
        R current = current(outcome);
        return tagged(ApiResponse.ok(json.apply(current)), current);
    }

    /** The record after the change. */
    R current(ChangeOutcome<R> outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed<R>(R current) -> current;
            case ChangeOutcome.Missing<R>() -> throw NotFound.of(missing);
            case ChangeOutcome.ConditionFailed<R>(R current) -> throw conditionFailed(current);
        };
    }

    ApiResponse removed(RemovalOutcome<R> outcome) {
        return switch (outcome) {
            case RemovalOutcome.Removed<R>(R last) -> ApiResponse.noContent();
            case RemovalOutcome.Missing<R>() -> throw NotFound.of(missing);
            case RemovalOutcome.ConditionFailed<R>(R current) -> throw conditionFailed(current);
            case RemovalOutcome.InUse<R> inUse -> throw new ProblemException(ProblemType.IN_USE, inUse.detail());
        };
    }

    private ProblemException conditionFailed(R current) {
        return ProblemException.changed(json.apply(current), Optional.of(quoted(current)));
    }

    private String quoted(R record) {
        return Preconditions.quoted(tag.apply(record));
    }
}
