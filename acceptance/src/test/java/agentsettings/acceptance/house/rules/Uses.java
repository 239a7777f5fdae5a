package agentsettings.acceptance.house.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What each type of ours uses. Classes show what is used by its full name, imports show constants, which the compiler copies.
 */
final class Uses {

    /**
     * A type of ours uses another type.
     *
     * @param location the type of ours
     * @param from its package
     * @param target the other type; of an import on demand, its package
     */
    record Use(String location, String from, String target) {}

    private Uses() {}

    static Set<Use> of(Program program) {
        Set<Use> uses = new LinkedHashSet<>();
        for (JavaClass type : program.classes()) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getName();
                uses.add(new Use(Program.location(type), type.getPackageName(), target));
            }
        }
        for (SourceFile source : program.sources()) {
            source.imports().forEach(target -> uses.add(new Use(source.location(), source.packageName(), target)));
        }
        return uses;
    }
}
