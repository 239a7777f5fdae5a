package agentsettings.client.management.calls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The path of a resource, with a query. Immutable. */
public record ResourcePath(String path, String query) {

    private static final String ROOT = "/api/v1";

    /**
     * Returns the path of these segments, which are escaped.
     *
     * @throws IllegalArgumentException if one of them is empty or only of dots, which gateways take out of paths
     */
    public static ResourcePath of(String... segments) {
        StringBuilder path = new StringBuilder(ROOT);
        for (String segment : segments) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("an id must not be empty, a dot or two dots");
            }
            path.append('/').append(escaped(segment));
        }
        return new ResourcePath(path.toString(), "");
    }

    /** Returns this path with something behind its last segment, such as {@code :restore}. */
    public ResourcePath action(String action) {
        return new ResourcePath(path + action, query);
    }

    /** Returns this path with another parameter, if there is a value. */
    public ResourcePath with(String name, Optional<?> value) {
        return value.map(present -> new ResourcePath(
                        path, query + (query.isEmpty() ? '?' : '&') + name + '=' + escaped(present.toString())))
                .orElse(this);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return path + query;
    }
}
