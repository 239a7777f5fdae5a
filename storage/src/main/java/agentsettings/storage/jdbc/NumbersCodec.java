package agentsettings.storage.jdbc;

import agentsettings.core.settings.PhoneNumber;
import java.util.ArrayList;
import java.util.List;

/** Numbers as a column holds them: joined by commas, null where nothing was said. */
public final class NumbersCodec {

    public static String of(List<PhoneNumber> numbers) {
        if (numbers == null) {
            return null;
        }
        StringBuilder text = new StringBuilder(numbers.size() * (PhoneNumber.LENGTH_MAX + 1));
        for (PhoneNumber number : numbers) {
            if (!text.isEmpty()) {
                text.append(',');
            }
            text.append(number.digits());
        }
        return text.toString();
    }

    public static String of(PhoneNumber number) {
        return number == null ? null : number.digits();
    }

    public static List<PhoneNumber> list(String text) {
        if (text == null) {
            return null;
        }
        List<PhoneNumber> numbers = new ArrayList<>(5);
        int from = 0;
        while (from < text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            numbers.add(new PhoneNumber(text.substring(from, to)));
            from = to + 1;
        }
        return numbers;
    }

    public static PhoneNumber number(String text) {
        return text == null ? null : new PhoneNumber(text);
    }

    private NumbersCodec() {}
}
