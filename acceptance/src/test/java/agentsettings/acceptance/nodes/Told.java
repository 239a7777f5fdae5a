package agentsettings.acceptance.nodes;

import agentsettings.acceptance.RawAnswer;
import agentsettings.acceptance.history.Answer;
import agentsettings.acceptance.history.Answer.Created;
import agentsettings.acceptance.history.Answer.Deleted;
import agentsettings.acceptance.history.Answer.Found;
import agentsettings.acceptance.history.Answer.Refused;
import agentsettings.acceptance.history.Answer.Updated;
import agentsettings.acceptance.history.Request;
import agentsettings.acceptance.history.Request.Create;
import agentsettings.acceptance.history.Request.Delete;
import agentsettings.acceptance.history.Request.Query;
import agentsettings.acceptance.history.Request.Update;
import agentsettings.acceptance.history.Settings;
import agentsettings.acceptance.settings.SettingsClient;
import agentsettings.acceptance.settings.VendorJson;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer of the interface tells about the request's fate. */
sealed interface Told {

    Set<Integer> NOTHING_CHANGED = Set.of(2005, 9001, 9002);
    Set<Integer> MAY_STILL_HAPPEN = Set.of(9000, 9003);
    Set<Integer> REFUSALS = Set.of(5002, 5003, 5004);
    Pattern RETURN_CODE = Pattern.compile("^\\{\"returnCode\":\"(\\d+)\"");

    /** It was carried out, with this answer. */
    record Outcome(Answer answer) implements Told {}

    /** It was not carried out, and won't be. */
    record Undone() implements Told {}

    /** It may have been carried out, or may be yet. */
    record Unknown() implements Told {}

    /** It makes no sense. */
    record Nonsense(String text) implements Told {}

    static Told by(RawAnswer answer, Request request, NodeUser user) {
        Matcher matcher = RETURN_CODE.matcher(answer.text());
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
        return success(answer, request, user).<Told>map(Outcome::new).orElseGet(() -> new Nonsense(answer.text()));
    }

    private static Optional<Answer> success(RawAnswer answer, Request request, NodeUser user) {
        OptionalLong id = SettingsClient.idIn(answer);
        if (!SettingsClient.isSuccess(answer) || id.isEmpty() != request instanceof Delete) {
            return Optional.empty();
        }
        return switch (request) {
            case Create _ -> Optional.of(new Created(id.getAsLong()));
            case Update _ -> Optional.of(new Updated(id.getAsLong()));
            case Delete _ -> Optional.of(new Deleted());
            case Query _ -> found(answer.text(), id.getAsLong(), user);
        };
    }

    /** Empty when the answer has anything in it that the settings, as they were understood, don't account for. */
    private static Optional<Answer> found(String text, long id, NodeUser user) {
        Settings settings = new Settings(id, VendorJson.contentIn(text));
        return VendorJson.withoutCreateTime(text)
                        .equals(VendorJson.found(user.id(), user.account(), id, settings.content()))
                ? Optional.of(new Found(settings))
                : Optional.empty();
    }
}
