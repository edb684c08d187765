package org.medianest.commons.event;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All events that exist, by type. Read off the sealed interfaces, so it cannot forget one. */
public final class EventCatalogue {
    private static final Map<String, Class<? extends DomainEvent>> BY_TYPE = leavesOf(DomainEvent.class)
            .collect(Collectors.toUnmodifiableMap(EventCatalogue::typeOf, Function.identity()));

    private EventCatalogue() {}

    /** The CloudEvents type of an event record. */
    public static String typeOf(Class<? extends DomainEvent> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event + " must say its type with @EventType");
        }
        return type.value();
    }

    /** The record of a type, or null for a type of a newer version than ours. */
    public static @Nullable Class<? extends DomainEvent> classOf(String type) {
        return BY_TYPE.get(type);
    }

    /** All event records. */
    public static Collection<Class<? extends DomainEvent>> all() {
        return BY_TYPE.values();
    }

    private static Stream<Class<? extends DomainEvent>> leavesOf(Class<? extends DomainEvent> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(sub -> leavesOf(sub.asSubclass(DomainEvent.class)))
                : Stream.of(type);
    }
}
