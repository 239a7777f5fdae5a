package agentsettings.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.config.ConfigKey;
import agentsettings.server.config.ServerConfig;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No key of the configuration is dead, and each stands in the operators' page as it is. */
final class ConfigurationKeysTest {

    private final List<RecordComponent> keys = Arrays.stream(ServerConfig.class.getRecordComponents())
            .flatMap(part -> Stream.of(part.getType().getRecordComponents()))
            .toList();

    @Test
    void everyKeyIsReadByTheService() {
        String code = SourceFile.all().stream()
                .filter(source -> !source.packageName().equals("agentsettings.server.config"))
                .flatMap(source -> source.lines().stream())
                .reduce("", (all, line) -> all + line);
        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(code).contains("." + key.getName() + "()"));
    }

    @Test
    void everyKeyIsInTheOperatorsPage() throws IOException {
        String page = Files.readString(Path.of("../docs/operations.md"));
        assertThat(keys).allSatisfy(component -> {
            ConfigKey key = component.getAnnotation(ConfigKey.class);
            String byDefault = key.byDefault().isEmpty() ? "" : " `" + key.byDefault() + "`";
            assertThat(page).contains("| `" + key.value() + "` |" + byDefault + " | " + key.help() + " |");
        });
    }
}
