package agentsettings.bench.results;

/**
 * What one measurement gave. What wasn't measured is not a number.
 *
 * @param count requests answered well, or whatever was counted
 * @param failures answers of 400 and above, connections that broke, and answers that never came
 * @param seconds they took
 * @param p50 milliseconds within which half of the answers came; p99 and p999 alike
 * @param cpuMicros processor time of the target's own process
 * @param allCpuMicros the same with that of the database server and, for a load generator that is the target, with its own
 * @param allocatedBytes on the target's heap
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

    /** A mere count, over some time when it took any. */
    public static Figures counted(long count, double seconds) {
        return new Figures(count, 0, seconds, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Answers and how long they took; the shares in milliseconds. */
    public static Figures answered(long count, long failures, double seconds, double... shares) {
        return new Figures(
                count, failures, seconds, shares[0], shares[1], shares[2], Double.NaN, Double.NaN, Double.NaN);
    }

    /** With the processor time of the target's own process, which is all there is. */
    public Figures withCpu(double micros) {
        return withCpu(micros, micros);
    }

    /** With processor time. */
    public Figures withCpu(double micros, double allMicros) {
        return new Figures(count, failures, seconds, p50, p99, p999, micros, allMicros, allocatedBytes);
    }

    /** With what was allocated. */
    public Figures withAllocated(double bytes) {
        return new Figures(count, failures, seconds, p50, p99, p999, cpuMicros, allCpuMicros, bytes);
    }

    /** Both, one after the other, without what can't be added up. */
    public Figures and(Figures next) {
        return counted(count + next.count, seconds + next.seconds).withFailures(failures + next.failures);
    }

    private Figures withFailures(long all) {
        return new Figures(count, all, seconds, p50, p99, p999, cpuMicros, allCpuMicros, allocatedBytes);
    }

    public double perSecond() {
        return count / seconds;
    }

    /** Microseconds of the target's own process for one. */
    public double cpu() {
        return cpuMicros / count;
    }

    /** Microseconds of all processes for one. */
    public double allCpu() {
        return allCpuMicros / count;
    }

    /** Bytes on the target's heap for one. */
    public double allocated() {
        return allocatedBytes / count;
    }
}
