package org.medianest.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EntryId;

class CoalescingQueueTest {
    private final CoalescingQueue queue = new CoalescingQueue(3);

    @Test
    void keepsTheOrder() {
        queue.offer(event("a", 1));
        queue.offer(event("a", 2));
        queue.offer(progress("b", 3));

        assertThat(drained()).containsExactly("1-0", "2-0", "3-0");
    }

    @Test
    void ofProgressTheLatestWins() {
        queue.offer(progress("a", 1));
        queue.offer(progress("b", 2));
        queue.offer(progress("a", 3));

        assertThat(drained()).containsExactly("2-0", "3-0");
    }

    @Test
    void idsNeverGoBack() {
        queue.offer(progress("a", 1));
        queue.offer(event("b", 2));
        queue.offer(progress("a", 3));

        assertThat(drained()).containsExactly("2-0", "3-0");
    }

    @Test
    void refusesWhenFull() {
        assertThat(queue.offer(event("a", 1))).isTrue();
        assertThat(queue.offer(progress("b", 2))).isTrue();
        assertThat(queue.offer(event("c", 3))).isTrue();

        assertThat(queue.offer(progress("b", 4))).isTrue();
        assertThat(queue.offer(event("d", 5))).isFalse();
    }

    private List<String> drained() {
        List<String> ids = new ArrayList<>();
        for (LiveMessage message = queue.poll(); message != null; message = queue.poll()) {
            ids.add(message.id().toString());
        }
        return ids;
    }

    static LiveMessage event(String subject, long millis) {
        return message("medianest.download.queued.v1", subject, millis);
    }

    static LiveMessage progress(String subject, long millis) {
        return message("medianest.download.progress.v1", subject, millis);
    }

    private static LiveMessage message(String type, String subject, long millis) {
        return new LiveMessage("s", new EntryId(millis, 0), type, subject, millis + "-0", "alice", null);
    }
}
