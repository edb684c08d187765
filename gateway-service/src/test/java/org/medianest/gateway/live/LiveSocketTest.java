package org.medianest.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medianest.gateway.live.CoalescingQueueTest.event;
import static org.medianest.gateway.live.CoalescingQueueTest.progress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EntryId;

class LiveSocketTest {
    private final FakeWire wire = new FakeWire();
    private final LiveSocket socket = new LiveSocket(wire, over -> {}, "key", "sid", "alice", Set.of(), 500);

    @Test
    void saysNothingBeforeTheHello() {
        socket.offer(event("a", 1));
        assertThat(wire.sent).isEmpty();

        socket.begin(new EntryId(7, 0), new Missed.Nothing());
        wire.takeAll();

        assertThat(wire.sent).containsExactly("{\"type\":\"hello\",\"id\":\"7-0\"}", "1-0");
    }

    @Test
    void whatWasToldAgainIsNotToldTwice() {
        socket.offer(event("a", 2));
        socket.offer(event("b", 3));

        socket.begin(
                new EntryId(7, 0),
                new Missed.These(List.of(event("x", 1), event("a", 2)), Map.of("s", new EntryId(2, 0))));
        socket.offer(event("a", 2));
        wire.takeAll();

        assertThat(wire.sent).containsExactly("{\"type\":\"hello\",\"id\":\"7-0\"}", "1-0", "2-0", "3-0");
    }

    @Test
    void whatComesAfterStreamsWereSetBackIsToldWhateverItsId() {
        socket.begin(new EntryId(7, 0), new Missed.These(List.of(event("a", 6)), Map.of("s", new EntryId(6, 0))));

        socket.resync();
        socket.offer(event("b", 3));
        wire.takeAll();

        assertThat(wire.sent)
                .containsExactly("{\"type\":\"hello\",\"id\":\"7-0\"}", "6-0", "{\"type\":\"resync\"}", "3-0");
    }

    @Test
    void oneFrameIsOnItsWayAtATime() {
        socket.begin(new EntryId(7, 0), new Missed.Nothing());
        socket.offer(progress("a", 8));
        socket.offer(progress("a", 9));

        assertThat(wire.sent).hasSize(1);
        wire.takeAll();
        assertThat(wire.sent).containsExactly("{\"type\":\"hello\",\"id\":\"7-0\"}", "9-0");
    }

    @Test
    void aReaderThatIsTooSlowIsCutOff() {
        socket.begin(new EntryId(7, 0), new Missed.Nothing());

        for (int i = 0; i <= 500; i++) {
            socket.offer(event("a", 10 + i));
        }

        assertThat(wire.closed).containsExactly(Farewell.RECONNECT);
    }

    @Test
    void aNetworkThatTakesAllAtOnceNeedsNoStack() {
        wire.isEager = true;
        List<LiveMessage> missed = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            missed.add(event("a", i));
        }

        socket.begin(new EntryId(7, 0), new Missed.These(missed, Map.of()));

        assertThat(wire.sent).hasSize(100_001);
    }

    @Test
    void anothersThingsAreNotShown() {
        LiveSocket bob = new LiveSocket(wire, over -> {}, "key", "sid", "bob", Set.of(), 500);
        bob.begin(new EntryId(7, 0), new Missed.These(List.of(event("a", 1)), Map.of()));
        bob.offer(event("a", 2));
        wire.takeAll();

        assertThat(wire.sent).hasSize(1);
    }

    private static final class FakeWire implements LiveSocket.Wire {
        final List<String> sent = new ArrayList<>();
        final List<Farewell> closed = new ArrayList<>();
        final Deque<Consumer<@Nullable Throwable>> pending = new ArrayDeque<>();
        boolean isEager;

        @Override
        public void send(String text, Consumer<@Nullable Throwable> done) {
            sent.add(text);
            if (isEager) {
                done.accept(null);
            } else {
                pending.add(done);
            }
        }

        @Override
        public void close(Farewell farewell) {
            closed.add(farewell);
        }

        void takeAll() {
            while (!pending.isEmpty()) {
                pending.remove().accept(null);
            }
        }
    }
}
