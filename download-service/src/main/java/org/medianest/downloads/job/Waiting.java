package org.medianest.downloads.job;

/**
 * The queue.
 *
 * @param seconds for how long the one that may start since longest has waited
 */
public record Waiting(long jobs, double seconds) {}
