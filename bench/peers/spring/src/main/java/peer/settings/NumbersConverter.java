package peer.settings;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Stores a list of numbers as text separated by commas, which numbers can't contain. */
@Converter
class NumbersConverter implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> numbers) {
        return numbers == null ? null : String.join(",", numbers);
    }

    @Override
    public List<String> convertToEntityAttribute(String text) {
        if (text == null) {
            return null;
        }
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
