package agentsettings.acceptance.house.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Time comes from an InstantSource that is handed in, and no thread sleeps.
 *
 * @param roots the packages where programs start, which hand in the system's clock
 */
record ClockRule(Table.Row roots) implements Rule {

    private static final Pattern SYSTEM_CLOCK = Pattern.compile("java\\.time\\.InstantSource\\.system");

    private static final Pattern WALL_CLOCK =
            Pattern.compile("java\\.time\\.\\w+\\.now|java\\.time\\.Clock\\.(system|tick).*"
                    + "|java\\.lang\\.System\\.currentTimeMillis|java\\.util\\.(Date|GregorianCalendar)\\.<init>"
                    + "|java\\.util\\.Calendar\\.getInstance");

    private static final Pattern SLEEP =
            Pattern.compile("java\\.lang\\.Thread\\.sleep|java\\.util\\.concurrent\\.TimeUnit\\.sleep");

    @Override
    public List<Violation> violations(Program program) {
        List<Violation> violations = new ArrayList<>();
        for (JavaClass type : program.classes()) {
            boolean isRoot = roots.includes(Program.shortName(type.getPackageName()));
            for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
                String called = access.getTargetOwner().getName() + "."
                        + access.getTarget().getName();
                if (WALL_CLOCK.matcher(called).matches()
                        || (!isRoot && SYSTEM_CLOCK.matcher(called).matches())) {
                    violations.add(violation(access, "calls " + called + "; take the time from an InstantSource."));
                } else if (SLEEP.matcher(called).matches()) {
                    violations.add(violation(access, "calls " + called + "; wait for what must have happened."));
                }
            }
        }
        return violations;
    }

    private static Violation violation(JavaCodeUnitAccess<?> access, String sentence) {
        String location = Program.location(access.getOriginOwner());
        return new Violation(location + ":" + access.getSourceCodeLocation().getLineNumber(), sentence);
    }
}
