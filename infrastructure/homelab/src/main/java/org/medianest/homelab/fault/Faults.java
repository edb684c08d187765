package org.medianest.homelab.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.system.SystemName;

/** What is wrong now, one fault a system. Thread safe. */
public final class Faults {
    /**
     * Which requests a fault meets.
     *
     * @param pathPrefix only those whose path begins so
     * @param times how many of them, before the fault is gone; 0 for all
     */
    public record Scope(String pathPrefix, int times) {
        public static final Scope ALL = new Scope("", 0);

        public static Scope times(int times) {
            return new Scope("", times);
        }

        public static Scope path(String prefix) {
            return new Scope(prefix, 0);
        }
    }

    private record Active(Fault fault, Scope scope) {}

    private final Map<SystemName, Active> active = new EnumMap<>(SystemName.class);
    private final List<Consumer<SystemName>> listeners = new ArrayList<>();

    public void set(SystemName system, Fault fault) {
        set(system, fault, Scope.ALL);
    }

    /** @param scope only the path of a request can be scoped: {@link Fault.Down} knows of no requests */
    public void set(SystemName system, Fault fault, Scope scope) {
        List<Consumer<SystemName>> told;
        synchronized (this) {
            active.put(system, new Active(fault, scope));
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.accept(system));
    }

    public synchronized void clear() {
        active.clear();
    }

    public synchronized void clear(SystemName system) {
        active.remove(system);
    }

    public synchronized Map<SystemName, Fault> all() {
        Map<SystemName, Fault> faults = new EnumMap<>(SystemName.class);
        active.forEach((system, what) -> faults.put(system, what.fault()));
        return faults;
    }

    boolean isDown(SystemName system) {
        return find(system) instanceof Active(Fault.Down(), Scope scope)
                && scope.pathPrefix().isEmpty();
    }

    /** The fault that meets this request; counts it. */
    synchronized Optional<Fault> meet(SystemName system, String path) {
        Active found = active.get(system);
        if (found == null || !path.startsWith(found.scope().pathPrefix())) {
            return Optional.empty();
        }
        switch (found.scope().times()) {
            case 0 -> {}
            case 1 -> active.remove(system);
            default ->
                active.put(
                        system,
                        new Active(
                                found.fault(),
                                new Scope(
                                        found.scope().pathPrefix(),
                                        found.scope().times() - 1)));
        }
        return Optional.of(found.fault());
    }

    /** Hears of each fault that is set. */
    synchronized void onSet(Consumer<SystemName> listener) {
        listeners.add(listener);
    }

    private synchronized @Nullable Active find(SystemName system) {
        return active.get(system);
    }
}
