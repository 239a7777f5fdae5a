package agentsettings.storage.jdbc;

import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.util.List;

/** Settings as the change log keeps them: a JSON object. Nothing in it needs an escape, since numbers are only what a phone can dial. */
public final class SettingsJson {

    private final StringBuilder json = new StringBuilder(256);

    public static String of(OutboundSettings outbound) {
        SettingsJson object = new SettingsJson();
        if (outbound.callType() != null) {
            object.name("callType").text(outbound.callType().code());
        }
        object.numbers("displayNumbers", outbound.displayNumbers());
        object.numbers("softphoneNumbers", outbound.softphoneNumbers());
        object.number("defaultDisplayNumber", outbound.defaultDisplayNumber());
        object.number("defaultSoftphoneNumber", outbound.defaultSoftphoneNumber());
        return object.json.insert(0, '{').append('}').toString();
    }

    private void numbers(String name, List<PhoneNumber> numbers) {
        if (numbers == null) {
            return;
        }
        name(name).json.append('[');
        for (int i = 0; i < numbers.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            text(numbers.get(i).digits());
        }
        json.append(']');
    }

    private void number(String name, PhoneNumber number) {
        if (number != null) {
            name(name).text(number.digits());
        }
    }

    private SettingsJson name(String name) {
        if (!json.isEmpty()) {
            json.append(',');
        }
        text(name);
        json.append(':');
        return this;
    }

    private void text(String text) {
        json.append('"').append(text).append('"');
    }
}
