package agentsettings.core.patches;

/**
 * What a patch does to one value: keeps it, or assigns another. Immutable.
 *
 * @param value what is assigned; null takes the value away
 */
public record Edit<T>(boolean assigns, T value) {

    private static final Edit<?> KEEP = new Edit<>(false, null);

    /** Keeps the value. */
    @SuppressWarnings("unchecked") // it holds no value
    public static <T> Edit<T> keep() {
        return (Edit<T>) KEEP;
    }

    /** Assigns a value; null takes the value away. */
    public static <T> Edit<T> assign(T value) {
        return new Edit<>(true, value);
    }

    T appliedTo(T current) {
        return assigns ? value : current;
    }
}
