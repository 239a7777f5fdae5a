package agentsettings.storage;

/**
 * The limits of a queue that is processed in batches.
 *
 * @param queueMax maximum number of queued requests; more are rejected
 * @param batchMax maximum number of requests processed together
 */
public record BatchLimits(int queueMax, int batchMax) {}
