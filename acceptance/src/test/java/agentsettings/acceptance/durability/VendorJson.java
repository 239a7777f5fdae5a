package agentsettings.acceptance.durability;

/** The vendor's words for what the model knows: requests, and the answer to a query. */
final class VendorJson {

    private VendorJson() {}

    static String question(String userId) {
        return "{\"userId\":\"" + userId + "\"}";
    }

    /** A create's, update's or delete's body; the id goes with an update alone. */
    static String request(Command command, String userId, StoredSettings current) {
        StringBuilder json = new StringBuilder("{\"userId\":\"" + userId + "\"");
        if (command.action() == Action.UPDATE) {
            json.append(text("id", Long.toString(current.id())));
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

    /** The answer to a query for a seeded user, but for its createTime, which is cut out. */
    static String found(String userId, StoredSettings settings) {
        Content content = settings.content();
        return "{\"returnCode\":\"0\""
                + list("callNumber", content.softphoneNumbers())
                + list("callerPresent", content.displayNumbers())
                + text("callNumberDefault", noneIfEmpty(content.defaultSoftphoneNumber()))
                + text("agentName", userId)
                + text("id", Long.toString(settings.id()))
                + text("userId", userId)
                + text("callerPresentDefault", noneIfEmpty(content.defaultDisplayNumber()))
                + text("returnDesc", "query success")
                + text("callType", content.callType())
                + text("tenantId", Database.TENANT)
                + "}";
    }

    static String withoutCreateTime(String answer) {
        return answer.replaceFirst(",\"createTime\":\"[^\"]*\"", "");
    }

    private static String noneIfEmpty(String number) {
        return number == null || number.isEmpty() ? null : number;
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
