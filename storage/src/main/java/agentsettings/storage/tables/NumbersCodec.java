package agentsettings.storage.tables;

import agentsettings.core.settings.PhoneNumber;
import java.util.ArrayList;
import java.util.List;

/** Encodes a list of numbers as the text of a column: joined by commas, which no number contains. */
final class NumbersCodec {

    static String encode(List<PhoneNumber> numbers) {
        StringBuilder text = new StringBuilder(numbers.size() * (PhoneNumber.LENGTH_MAX + 1));
        for (PhoneNumber number : numbers) {
            if (!text.isEmpty()) {
                text.append(',');
            }
            text.append(number.digits());
        }
        return text.toString();
    }

    static List<PhoneNumber> decode(String text) {
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

    private NumbersCodec() {}
}
