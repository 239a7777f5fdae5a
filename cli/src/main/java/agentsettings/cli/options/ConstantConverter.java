package agentsettings.cli.options;

import agentsettings.client.management.json.Json;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes a constant by the name that it has in the management interface, and lists those names for completion. Immutable. */
public abstract class ConstantConverter<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {

    private final List<E> constants;

    protected ConstantConverter(Class<E> type) {
        this.constants = List.of(type.getEnumConstants());
    }

    @Override
    public final E convert(String text) {
        return constants.stream()
                .filter(constant -> Json.nameOf(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(oneOf(names())));
    }

    @Override
    public final Iterator<String> iterator() {
        return names().iterator();
    }

    private List<String> names() {
        return constants.stream().map(Json::nameOf).toList();
    }

    /** Returns the rule that the value must be one of these: "must be a, b or c." */
    public static String oneOf(List<String> names) {
        int last = names.size() - 1;
        return "must be " + String.join(", ", names.subList(0, last)) + " or " + names.get(last) + ".";
    }
}
