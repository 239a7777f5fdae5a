package agentsettings.cli.options;

import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that ends a list early. */
public final class LimitOption {

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            description = "lists at most so many (default: all)")
    private Long limit;

    /** Returns the list, or as many of it as are wanted. */
    public <T> Stream<T> of(Stream<T> list) {
        return limit == null ? list : list.limit(limit);
    }

    public boolean isGiven() {
        return limit != null;
    }

    /** Returns the maximum number. */
    public long max() {
        return limit == null ? Long.MAX_VALUE : limit;
    }

    /** Takes a whole number from 1. */
    static final class LimitConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (!text.matches("[1-9][0-9]{0,17}")) {
                throw new TypeConversionException("must be a whole number from 1.");
            }
            return Long.valueOf(text);
        }
    }
}
