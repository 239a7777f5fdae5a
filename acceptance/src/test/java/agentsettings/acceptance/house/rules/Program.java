package agentsettings.acceptance.house.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Code as its rules see it: parsed sources, and the classes compiled from them.
 *
 * @param tests the sources of tests, where names are checked too
 */
record Program(List<SourceFile> sources, List<SourceFile> tests, JavaClasses classes) {

    private static final String OURS = "agentsettings.";

    /** Leaves out classes of other packages, which are generated. */
    Program {
        Set<String> packages = sources.stream().map(SourceFile::packageName).collect(Collectors.toSet());
        classes = classes.that(
                describe("of a package that has sources", type -> packages.contains(type.getPackageName())));
    }

    static Program ofThisProject() {
        List<SourceFile> sources = new ArrayList<>();
        List<SourceFile> tests = new ArrayList<>(SourceFile.parse(MainClasses.folder("acceptance/src/test/java")));
        for (String module : MainClasses.MODULES) {
            sources.addAll(SourceFile.parse(MainClasses.folder(module + "/src/main/java")));
            tests.addAll(SourceFile.parse(MainClasses.folder(module + "/src/test/java")));
        }
        return new Program(sources, tests, MainClasses.read());
    }

    static boolean isOurs(String name) {
        return name.startsWith(OURS);
    }

    /** The name as the tables have it: without the prefix that all packages of ours share. */
    static String shortName(String packageName) {
        return packageName.substring(OURS.length());
    }

    /** The package of a type that may be nested: what stands before the first name with a capital letter. */
    static String packageOf(String type) {
        return type.replaceAll("\\.[A-Z].*", "");
    }

    /** Where the class is declared: the type of its file. */
    static String location(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
