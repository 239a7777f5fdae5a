package agentsettings.management;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.OpenAPIContractBuilder;
import io.vertx.openapi.mediatype.ContentAnalyserFactory;
import io.vertx.openapi.mediatype.MediaTypePredicate;
import io.vertx.openapi.mediatype.MediaTypeRegistry;
import io.vertx.openapi.mediatype.impl.DefaultMediaTypeRegistration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The document, read with every check that vertx-openapi has; the service leaves out the one against OpenAPI's own schema. */
final class ContractDocument {

    static OpenAPIContract read(Vertx vertx) {
        MediaTypeRegistry types = MediaTypeRegistry.createDefault()
                .register(new DefaultMediaTypeRegistration(
                        MediaTypePredicate.ofRegexp("(application|text)/.*"), ContentAnalyserFactory.noop()));
        return new OpenAPIContractBuilder(vertx)
                .setContract(new JsonObject(load()))
                .mediaTypeRegistry(types)
                .build()
                .await();
    }

    static Map<String, Object> load() {
        try (InputStream yaml = ContractDocument.class.getResourceAsStream("/agentsettings/management/openapi.yaml")) {
            return new Yaml().load(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ContractDocument() {}
}
