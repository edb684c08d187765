package org.medianest.auth.notification.delivery;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways that are there. */
@ApplicationScoped
public class Carriers {
    private final List<Carrier> carriers;

    Carriers(@All List<Carrier> carriers) {
        this.carriers = List.copyOf(carriers);
    }

    /** Whether news can go this way here. */
    public boolean canGo(Way way) {
        return by(way).isPresent();
    }

    Optional<Carrier> by(Way way) {
        return carriers.stream()
                .filter(carrier -> carrier.way() == way && carrier.isReady())
                .findFirst();
    }

    Set<Way> ready() {
        return carriers.stream().filter(Carrier::isReady).map(Carrier::way).collect(Collectors.toUnmodifiableSet());
    }
}
