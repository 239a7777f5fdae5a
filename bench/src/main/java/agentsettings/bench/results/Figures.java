package agentsettings.bench.results;

/**
 * The figures of one measurement. What was not measured is NaN.
 *
 * @param count number of successful requests, or of other things
 * @param failures responses with status 400 and above, broken connections, and missing responses
 * @param seconds duration
 * @param p50 median latency in milliseconds; p99 and p999 are percentiles alike
 * @param cpuMicros CPU time of the target's own process
 * @param allCpuMicros CPU time that includes the database server and, if the target is a load generator, the target itself
 * @param allocatedBytes heap allocation of the target
 */
public record Figures(
        long count,
        long failures,
        double seconds,
        double p50,
        double p99,
        double p999,
        double cpuMicros,
        double allCpuMicros,
        double allocatedBytes) {

    /** A count, and its duration or NaN. */
    public static Figures ofCount(long count, double seconds) {
        return new Figures(count, 0, seconds, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Requests with p50, p99 and p99.9 in milliseconds. */
    public static Figures ofRequests(long count, long failures, double seconds, double... percentiles) {
        return new Figures(
                count,
                failures,
                seconds,
                percentiles[0],
                percentiles[1],
                percentiles[2],
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    /** Adds CPU time of which all is the target's own. */
    public Figures withCpu(double micros) {
        return withCpu(micros, micros);
    }

    /** Adds CPU time. */
    public Figures withCpu(double micros, double allMicros) {
        return new Figures(count, failures, seconds, p50, p99, p999, micros, allMicros, allocatedBytes);
    }

    /** Adds heap allocation. */
    public Figures withAllocated(double bytes) {
        return new Figures(count, failures, seconds, p50, p99, p999, cpuMicros, allCpuMicros, bytes);
    }

    /** The sum of both, without the figures that can't be added. */
    public Figures plus(Figures next) {
        return ofCount(count + next.count, seconds + next.seconds).withFailures(failures + next.failures);
    }

    private Figures withFailures(long all) {
        return new Figures(count, all, seconds, p50, p99, p999, cpuMicros, allCpuMicros, allocatedBytes);
    }

    public double perSecond() {
        return count / seconds;
    }

    /** Microseconds of CPU time of the target's own process per request. */
    public double cpu() {
        return cpuMicros / count;
    }

    /** Microseconds of CPU time of all processes per request. */
    public double allCpu() {
        return allCpuMicros / count;
    }

    /** Bytes of heap allocation per request. */
    public double allocated() {
        return allocatedBytes / count;
    }
}
