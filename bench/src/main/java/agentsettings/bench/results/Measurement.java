package agentsettings.bench.results;

/** One measurement of a subject, in one round. */
public record Measurement(Subject subject, int round, Figures figures) {}
