package org.medianest.downloads.library;

import java.util.ArrayList;
import java.util.List;

/** Counts all, remembers the first. Not for two threads. */
final class Findings<T> {
    private static final int REMEMBERED = 100;

    private final List<T> first = new ArrayList<>();
    private long count;

    void add(T finding) {
        count++;
        if (first.size() < REMEMBERED) {
            first.add(finding);
        }
    }

    long count() {
        return count;
    }

    List<T> first() {
        return first;
    }
}
