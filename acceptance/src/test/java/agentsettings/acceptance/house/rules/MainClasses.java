package agentsettings.acceptance.house.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;

/** The project's modules, and their compiled classes. */
public final class MainClasses {

    static final List<String> MODULES =
            List.of("core", "wire", "storage", "server", "management", "client", "cli", "bench");

    private MainClasses() {}

    /** Reads the classes of every module's main sources. */
    public static JavaClasses read() {
        return new ClassFileImporter()
                .importPaths(MODULES.stream()
                        .map(module -> folder(module).resolve("target/classes"))
                        .toList());
    }

    static Path folder(String module) {
        return Path.of("..").resolve(module);
    }
}
