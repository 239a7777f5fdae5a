package agentsettings.bench.groups;

import agentsettings.bench.results.Figures;
import agentsettings.bench.results.Subject;

/** Something that is measured once in each round. */
public record Case(Subject subject, Measure measure) {

    /** Does the measuring. */
    @FunctionalInterface
    public interface Measure {
        /** Measures for so many seconds. */
        Figures during(int seconds) throws Exception;
    }
}
