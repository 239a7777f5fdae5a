package agentsettings.bench.groups;

import agentsettings.bench.results.Figures;
import agentsettings.bench.results.Subject;

/** A measurement that is taken once in each round. */
public record Case(Subject subject, Measure measure) {

    /** Takes the measurement. */
    @FunctionalInterface
    public interface Measure {
        /** Measures for this many seconds. */
        Figures during(int seconds) throws Exception;
    }
}
