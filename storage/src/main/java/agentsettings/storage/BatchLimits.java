package agentsettings.storage;

/**
 * How much a lane takes.
 *
 * @param queueMax at most so many wait; more are refused
 * @param batchMax at most so many are worked on together
 */
public record BatchLimits(int queueMax, int batchMax) {}
