package agentsettings.acceptance.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The vendor's words for what the model knows: requests, and the response to a query. */
public final class VendorJson {

    private VendorJson() {}

    public static String question(String userId) {
        return "{\"userId\":\"" + userId + "\"}";
    }

    /** A create's, update's or delete's body; the id goes with an update alone. */
    public static String request(Command command, String userId, long id) {
        StringBuilder json = new StringBuilder("{\"userId\":\"" + userId + "\"");
        if (command.action() == Action.UPDATE) {
            json.append(text("id", Long.toString(id)));
        }
        if (command.changes() != null) {
            Content content = command.changes();
            json.append(text("callType", content.callType()))
                    .append(list("callerPresent", content.displayNumbers()))
                    .append(list("callNumber", content.softphoneNumbers()))
                    .append(text("callNumberDefault", content.defaultSoftphoneNumber()))
                    .append(text("callerPresentDefault", content.defaultDisplayNumber()));
        }
        return json.append('}').toString();
    }

    /** The response to a query, but for its createTime, which is cut out. */
    public static String found(String userId, String account, long id, Content content) {
        Content told = content.told();
        return "{\"returnCode\":\"0\""
                + list("callNumber", told.softphoneNumbers())
                + list("callerPresent", told.displayNumbers())
                + text("callNumberDefault", told.defaultSoftphoneNumber())
                + text("agentName", account)
                + text("id", Long.toString(id))
                + text("userId", userId)
                + text("callerPresentDefault", told.defaultDisplayNumber())
                + text("returnDesc", "query success")
                + text("callType", told.callType())
                + text("tenantId", SettingsClient.DEMO_TENANT)
                + "}";
    }

    /** What a query's answer says, as far as it is understood. */
    public static Content contentIn(String response) {
        return new Content(
                textIn(response, "callType"),
                listIn(response, "callerPresent"),
                listIn(response, "callNumber"),
                textIn(response, "callerPresentDefault"),
                textIn(response, "callNumberDefault"));
    }

    private static String textIn(String response, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(response);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static String listIn(String response, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\\[([^]]*)]").matcher(response);
        return matcher.find() ? matcher.group(1).replace("\"", "") : null;
    }

    public static String withoutCreateTime(String response) {
        return response.replaceFirst(",\"createTime\":\"[^\"]*\"", "");
    }

    private static String text(String name, String value) {
        return value == null ? "" : ",\"" + name + "\":\"" + value + "\"";
    }

    private static String list(String name, String numbers) {
        if (numbers == null) {
            return "";
        }
        String elements = numbers.isEmpty() ? "" : "\"" + numbers.replace(",", "\",\"") + "\"";
        return ",\"" + name + "\":[" + elements + "]";
    }
}
