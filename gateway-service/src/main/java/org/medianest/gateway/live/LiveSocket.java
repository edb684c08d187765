package org.medianest.gateway.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.EntryId;

/**
 * One open socket. It begins by holding back what is live, until it has been told what it missed; then it sends one frame at a time,
 * the next when the network has taken the last, so that whatever a slow reader has not read waits here, where it is bounded.
 *
 * <p>The tail offers from its own event loop, the network reports from another: all state is guarded by this object's monitor.
 */
final class LiveSocket {
    private final Wire wire;
    private final Consumer<LiveSocket> onEnd;
    private final String sessionKey;
    private final String sessionId;
    private final String user;
    private final CoalescingQueue queue;
    private final Deque<String> first = new ArrayDeque<>();
    private final Map<String, EntryId> replayed = new HashMap<>();
    private Set<String> permissions;
    private boolean isHeld = true;
    private boolean isSending;
    private boolean isDraining;
    private boolean isClosed;

    /** @param onEnd is told once, when it is over */
    LiveSocket(
            Wire wire,
            Consumer<LiveSocket> onEnd,
            String sessionKey,
            String sessionId,
            String user,
            Set<String> permissions,
            int capacity) {
        this.wire = wire;
        this.onEnd = onEnd;
        this.sessionKey = sessionKey;
        this.sessionId = sessionId;
        this.user = user;
        this.permissions = Set.copyOf(permissions);
        this.queue = new CoalescingQueue(capacity);
    }

    /** The connection, as far as it is used here. */
    interface Wire {
        /** Sends a frame, and reports once when the network has taken it or failed. */
        void send(String text, Consumer<@Nullable Throwable> done);

        void close(Farewell farewell);
    }

    String sessionKey() {
        return sessionKey;
    }

    String sessionId() {
        return sessionId;
    }

    String user() {
        return user;
    }

    synchronized void offer(LiveMessage message) {
        if (isClosed || !message.isFor(user, permissions) || isReplayed(message)) {
            return;
        }
        if (!queue.offer(message)) {
            close(Farewell.RECONNECT);
            return;
        }
        drain();
    }

    /** Lets it begin: the hello, then what it missed, then what was held back meanwhile. */
    synchronized void begin(EntryId cursor, Missed missed) {
        first.add(LiveMessage.hello(cursor));
        switch (missed) {
            case Missed.Nothing nothing -> {}
            case Missed.TooMuch tooMuch -> first.add(LiveMessage.resync());
            case Missed.These(List<LiveMessage> messages, Map<String, EntryId> ends) -> {
                messages.stream().filter(it -> it.isFor(user, permissions)).forEach(it -> first.add(it.text()));
                replayed.putAll(ends);
            }
        }
        isHeld = false;
        drain();
    }

    /** What was shown so far cannot be trusted any more, nor can the ids of what was told again: a stream may begin before them. */
    synchronized void resync() {
        replayed.clear();
        if (!isHeld) {
            first.add(LiveMessage.resync());
            drain();
        }
    }

    synchronized void permit(Set<String> now) {
        permissions = Set.copyOf(now);
    }

    synchronized void close(Farewell farewell) {
        if (!isClosed) {
            closed();
            wire.close(farewell);
        }
    }

    /** It is closed, by whomever. */
    synchronized void closed() {
        if (!isClosed) {
            isClosed = true;
            first.clear();
            queue.clear();
            onEnd.accept(this);
        }
    }

    private boolean isReplayed(LiveMessage message) {
        EntryId end = replayed.get(message.stream());
        return end != null && message.id().compareTo(end) <= 0;
    }

    /** A loop, not a recursion: a network that takes a thousand frames at once must not need a thousand stack frames. */
    private void drain() {
        if (isDraining) {
            return;
        }
        isDraining = true;
        while (!isHeld && !isSending && !isClosed) {
            String next = next();
            if (next == null) {
                break;
            }
            isSending = true;
            wire.send(next, this::sent);
        }
        isDraining = false;
    }

    private synchronized void sent(@Nullable Throwable failure) {
        isSending = false;
        if (failure == null) {
            drain();
        } else {
            closed();
        }
    }

    private @Nullable String next() {
        String ahead = first.poll();
        if (ahead != null) {
            return ahead;
        }
        LiveMessage message = nextUnseen();
        return message == null ? null : message.text();
    }

    private @Nullable LiveMessage nextUnseen() {
        LiveMessage message = queue.poll();
        while (message != null && isReplayed(message)) {
            message = queue.poll();
        }
        return message;
    }
}
