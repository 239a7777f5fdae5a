package agentsettings.management.contract;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Turns the OpenAPI document into JSON while the project is built, because a start reads JSON much faster. */
public final class DocumentConverter {

    /**
     * Converts a file.
     *
     * @param paths that of the YAML, and that of the JSON to write
     */
    public static void main(String[] paths) throws IOException {
        Map<String, Object> document =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of(paths[0])));
        Files.writeString(Path.of(paths[1]), new JsonObject(document).encode());
    }

    private DocumentConverter() {}
}
