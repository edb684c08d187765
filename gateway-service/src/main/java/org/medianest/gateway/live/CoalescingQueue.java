package org.medianest.gateway.live;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.EntryId;

/**
 * What waits for a reader, in the order of the feed. News of a progress replaces older news of the same thing, and goes to the end:
 * a reader that is cut off in between must not have seen a later id than one that it still has to get. Not safe for threads.
 */
final class CoalescingQueue {
    private final int capacity;
    private final Map<Object, LiveMessage> waiting = new LinkedHashMap<>();

    CoalescingQueue(int capacity) {
        this.capacity = capacity;
    }

    private record ProgressOf(String subject) {}

    private record Entry(String stream, EntryId id) {}

    /** False when the queue is full. */
    boolean offer(LiveMessage message) {
        Object key =
                message.isProgress() ? new ProgressOf(message.subject()) : new Entry(message.stream(), message.id());
        waiting.remove(key);
        if (waiting.size() >= capacity) {
            return false;
        }
        waiting.put(key, message);
        return true;
    }

    @Nullable
    LiveMessage poll() {
        Iterator<LiveMessage> oldest = waiting.values().iterator();
        if (!oldest.hasNext()) {
            return null;
        }
        LiveMessage message = oldest.next();
        oldest.remove();
        return message;
    }

    int size() {
        return waiting.size();
    }

    void clear() {
        waiting.clear();
    }
}
