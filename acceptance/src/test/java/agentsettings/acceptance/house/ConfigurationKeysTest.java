package agentsettings.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.house.rules.MainClasses;
import agentsettings.server.config.ServerConfig;
import agentsettings.server.config.keys.ConfigKey;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No key of the configuration is dead, and each stands in the operators' page as it is. */
final class ConfigurationKeysTest {

    private final List<Class<?>> parts = partsOf(ServerConfig.class).toList();

    /** The records with keys that this one consists of. */
    private static Stream<Class<?>> partsOf(Class<?> whole) {
        return Arrays.stream(whole.getRecordComponents())
                .filter(component -> component.getAnnotation(ConfigKey.class) == null)
                .<Class<?>>map(RecordComponent::getType)
                .flatMap(part -> Stream.concat(Stream.of(part), partsOf(part)));
    }

    /** A configuration of which two keys are dead: one is read only by the record itself, the other shares a name with much else. */
    private record PartlyDead(int alive, int checked, int size) {

        PartlyDead {
            assertThat(checked).isPositive();
        }

        boolean isChecked() {
            return checked() > 0;
        }
    }

    @Test
    void everyKeyIsReadByTheService() {
        JavaClasses classes = MainClasses.read();
        String config = ServerConfig.class.getPackageName();
        assertThat(parts)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(unread(
                                part, classes, type -> !type.getPackageName().equals(config)))
                        .as("keys that only the configuration itself reads")
                        .isEmpty());
    }

    @Test
    void aDeadKeyIsFound() {
        PartlyDead example = new PartlyDead(1, 1, 1);
        assertThat(example.alive()).isEqualTo(List.of(1).size());
        assertThat(example.isChecked()).isTrue();
        JavaClasses classes = new ClassFileImporter().importPackagesOf(ConfigurationKeysTest.class);
        assertThat(unread(PartlyDead.class, classes, type -> !type.isEquivalentTo(PartlyDead.class)))
                .containsExactly("checked", "size");
    }

    @Test
    void everyKeyIsInTheOperatorsPage() throws IOException {
        String page = Files.readString(Path.of("../docs/operations.md"));
        assertThat(parts).flatMap(part -> List.of(part.getRecordComponents())).allSatisfy(component -> {
            ConfigKey key = component.getAnnotation(ConfigKey.class);
            if (key == null) {
                return; // a part of its own
            }
            String byDefault = key.byDefault().isEmpty() ? "" : " `" + key.byDefault() + "`";
            assertThat(page).contains("| `" + key.value() + "` |" + byDefault + " | " + key.help() + " |");
        });
    }

    /** The components of a record whose accessors no reader calls or refers to. */
    private static List<String> unread(Class<?> record, JavaClasses classes, Predicate<JavaClass> isReader) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> classes.get(record).getMethod(name).getAccessesToSelf().stream()
                        .noneMatch(access -> isReader.test(access.getOriginOwner())))
                .toList();
    }
}
