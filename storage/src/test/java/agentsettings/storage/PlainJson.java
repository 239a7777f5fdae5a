package agentsettings.storage;

import agentsettings.core.commands.AddUser;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Settings and users as the change log must hold them: JSON without blanks, parts that say nothing left out. */
final class PlainJson {

    /** Null for no settings. */
    static String of(OutboundSettings outbound) {
        if (outbound == null) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        if (outbound.callType() != null) {
            fields.add("\"callType\":" + quoted(outbound.callType().code()));
        }
        addList(fields, "displayNumbers", outbound.displayNumbers());
        addList(fields, "softphoneNumbers", outbound.softphoneNumbers());
        addDefault(fields, "defaultDisplayNumber", outbound.defaultDisplayNumber());
        addDefault(fields, "defaultSoftphoneNumber", outbound.defaultSoftphoneNumber());
        return "{" + String.join(",", fields) + "}";
    }

    /** A user, whose texts need no escapes. */
    static String of(AddUser user) {
        return "{\"sumUserId\":" + quoted(user.sumUserId()) + ",\"account\":"
                + quoted(user.profile().account()) + ",\"name\":"
                + quoted(user.profile().name()) + ",\"status\":"
                + quoted(user.profile().status().code()) + "}";
    }

    private static void addList(List<String> fields, String name, List<PhoneNumber> numbers) {
        if (numbers != null) {
            fields.add(quoted(name) + ":"
                    + numbers.stream()
                            .map(number -> quoted(number.digits()))
                            .collect(Collectors.joining(",", "[", "]")));
        }
    }

    private static void addDefault(List<String> fields, String name, PhoneNumber number) {
        if (number != null) {
            fields.add(quoted(name) + ":" + quoted(number.digits()));
        }
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private PlainJson() {}
}
