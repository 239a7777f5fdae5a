package agentsettings.acceptance.nodes;

import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.history.Request;
import agentsettings.acceptance.history.Request.Create;
import agentsettings.acceptance.history.Request.Delete;
import agentsettings.acceptance.history.Request.Query;
import agentsettings.acceptance.history.Request.Update;
import agentsettings.acceptance.history.Response;
import agentsettings.acceptance.history.Response.Created;
import agentsettings.acceptance.history.Response.Deleted;
import agentsettings.acceptance.history.Response.Found;
import agentsettings.acceptance.history.Response.Refused;
import agentsettings.acceptance.history.Response.Updated;
import agentsettings.acceptance.history.Settings;
import agentsettings.acceptance.settings.SettingsClient;
import agentsettings.acceptance.settings.VendorJson;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a response of the interface tells about the request's fate. */
sealed interface Told {

    Set<Integer> NOTHING_CHANGED = Set.of(2005, 9001, 9002);
    Set<Integer> MAY_STILL_HAPPEN = Set.of(9000, 9003);
    Set<Integer> REFUSALS = Set.of(5002, 5003, 5004);
    Pattern RETURN_CODE = Pattern.compile("^\\{\"returnCode\":\"(\\d+)\"");

    /** It was carried out, with this response. */
    record Outcome(Response response) implements Told {}

    /** It was not carried out, and won't be. */
    record Undone() implements Told {}

    /** It may have been carried out, or may be yet. */
    record Unknown() implements Told {}

    /** It makes no sense. */
    record Nonsense(String text) implements Told {}

    static Told by(RawResponse response, Request request, NodeUser user) {
        Matcher matcher = RETURN_CODE.matcher(response.text());
        int code = matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
        if (NOTHING_CHANGED.contains(code)) {
            return new Undone();
        }
        if (MAY_STILL_HAPPEN.contains(code)) {
            return new Unknown();
        }
        if (REFUSALS.contains(code)) {
            return new Outcome(new Refused(code));
        }
        return success(response, request, user).<Told>map(Outcome::new).orElseGet(() -> new Nonsense(response.text()));
    }

    private static Optional<Response> success(RawResponse response, Request request, NodeUser user) {
        OptionalLong id = SettingsClient.idIn(response);
        if (!SettingsClient.isSuccess(response) || id.isEmpty() != request instanceof Delete) {
            return Optional.empty();
        }
        return switch (request) {
            case Create _ -> Optional.of(new Created(id.getAsLong()));
            case Update _ -> Optional.of(new Updated(id.getAsLong()));
            case Delete _ -> Optional.of(new Deleted());
            case Query _ -> found(response.text(), id.getAsLong(), user);
        };
    }

    /** Empty when the response has anything in it that the settings, as they were understood, don't account for. */
    private static Optional<Response> found(String text, long id, NodeUser user) {
        Settings settings = new Settings(id, VendorJson.contentIn(text));
        return VendorJson.withoutCreateTime(text)
                        .equals(VendorJson.found(user.id(), user.account(), id, settings.content()))
                ? Optional.of(new Found(settings))
                : Optional.empty();
    }
}
