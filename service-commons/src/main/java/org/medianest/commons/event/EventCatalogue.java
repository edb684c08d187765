package org.medianest.commons.event;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All events that exist, by type. Read off the sealed interfaces, so it cannot forget one. */
public final class EventCatalogue {
    /** What the annotations of a record say: looked up for each event, so found once. */
    private static final ClassValue<Entry> ENTRIES = new ClassValue<>() {
        @Override
        protected Entry computeValue(Class<?> event) {
            return Entry.of(event.asSubclass(DomainEvent.class));
        }
    };

    private static final Map<String, Class<? extends DomainEvent>> BY_TYPE = leavesOf(DomainEvent.class)
            .collect(Collectors.toUnmodifiableMap(EventCatalogue::typeOf, Function.identity()));

    private EventCatalogue() {}

    private record Entry(String type, String service, String stream) {
        static Entry of(Class<? extends DomainEvent> event) {
            return new Entry(
                    nearest(EventType.class, event).value(),
                    nearest(ToldBy.class, event).value(),
                    nearest(ToldOn.class, event).value());
        }
    }

    /** The CloudEvents type of an event record. */
    public static String typeOf(Class<? extends DomainEvent> event) {
        return ENTRIES.get(event).type();
    }

    /** The service that tells an event. */
    public static String serviceOf(Class<? extends DomainEvent> event) {
        return ENTRIES.get(event).service();
    }

    /** The stream that carries an event. */
    public static String streamOf(Class<? extends DomainEvent> event) {
        return ENTRIES.get(event).stream();
    }

    /** The record of a type, or null for a type of a newer version than ours. */
    public static @Nullable Class<? extends DomainEvent> classOf(String type) {
        return BY_TYPE.get(type);
    }

    /** All event records. */
    public static Collection<Class<? extends DomainEvent>> all() {
        return BY_TYPE.values();
    }

    /** What the record says itself comes before what its sealed interface says for all. */
    private static <A extends Annotation> A nearest(Class<A> annotation, Class<? extends DomainEvent> event) {
        return Stream.concat(Stream.of(event), Arrays.stream(event.getInterfaces()))
                .flatMap(type -> Arrays.stream(type.getAnnotationsByType(annotation)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(event + " needs @" + annotation.getSimpleName()));
    }

    private static Stream<Class<? extends DomainEvent>> leavesOf(Class<? extends DomainEvent> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(sub -> leavesOf(sub.asSubclass(DomainEvent.class)))
                : Stream.of(type);
    }
}
