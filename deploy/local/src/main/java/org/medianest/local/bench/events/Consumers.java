package org.medianest.local.bench.events;

/** What so many consumers are. */
enum Consumers {
    /** Processes that can die one by one, each with one event at a time, or standing by. */
    PROCESSES("processes"),

    /** One process, with so many events under way at once. */
    CONCURRENCY("concurrency");

    private final String title;

    Consumers(String title) {
        this.title = title;
    }

    String title(int consumers) {
        return title + ": " + consumers;
    }

    int processes(int consumers) {
        return this == PROCESSES ? consumers : 1;
    }

    /** In each process. */
    int concurrency(int consumers) {
        return this == PROCESSES ? 1 : consumers;
    }
}
