package agentsettings.management.resources;

import agentsettings.core.commands.EditSettings;
import agentsettings.core.queries.LoggedChange;
import agentsettings.core.store.Records;
import agentsettings.core.users.UserKey;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.PageRequest;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.ChangeJson;
import agentsettings.management.records.JsonText;
import java.util.List;
import java.util.Map;

/** The changes of a user and its settings, and the way back to what stood before one. Safe for use by many threads. */
public final class HistoryResource {

    private final Records records;
    private final SettingsWrites writes;

    public HistoryResource(Records records, SettingsWrites writes) {
        this.records = records;
        this.writes = writes;
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of("getHistory", this::list, "restoreSettings", this::restore);
    }

    /** A user that is deleted still has a history. */
    private ApiResponse list(ApiRequest request) {
        UserKey user = UsersResource.key(request);
        PageRequest page = PageRequest.of(request);
        if (page.after().isEmpty()
                && records.history(user, "", 1).items().isEmpty()
                && records.user(user).isEmpty()) {
            throw NotFound.user();
        }
        return page.response((after, limit) -> records.history(user, after, limit), ChangeJson::of, () -> 0);
    }

    private ApiResponse restore(ApiRequest request) {
        String number = JsonText.text(request.body(body -> List.of()), "change");
        LoggedChange change = find(UsersResource.key(request), number);
        if (!(change instanceof LoggedChange.OfSettings settings)) {
            throw fault("is a change of the user, not of its settings.");
        }
        return settings.before() == null
                ? delete(request)
                : writes.execute(
                        request,
                        new EditSettings.Put(settings.before()),
                        used -> Fault.at(
                                "/change",
                                "would put back " + used.number().digits() + " as a value of "
                                        + used.field().text() + ", which " + used.notAllotted()));
    }

    /** That there are no settings is what the client wants. */
    private ApiResponse delete(ApiRequest request) {
        try {
            return writes.execute(request, new EditSettings.Delete());
        } catch (ProblemException problem) {
            if (problem.type() == ProblemType.NOT_FOUND
                    && records.user(UsersResource.key(request)).isPresent()) {
                return ApiResponse.noContent();
            }
            throw problem;
        }
    }

    private LoggedChange find(UserKey user, String number) {
        try {
            return records.change(user, Long.parseLong(number))
                    .orElseThrow(() -> fault("is no change of this user that is kept."));
        } catch (NumberFormatException e) {
            throw fault("is no change of this user that is kept.");
        }
    }

    private static ProblemException fault(String detail) {
        return ProblemException.invalid(List.of(Fault.at("/change", detail)));
    }
}
