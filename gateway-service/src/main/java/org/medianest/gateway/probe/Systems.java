package org.medianest.gateway.probe;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.MediaEvent.IntegrationChanged;
import org.medianest.gateway.watch.Subject;
import org.medianest.gateway.watch.Subjects;
import org.medianest.gateway.watch.WatchKind;

/** Which systems are connected, as media-request-service says. Only what it says is ever asked. */
@ApplicationScoped
public class Systems implements EventHandler<IntegrationChanged> {
    /** Beside the household's Plex server: where people sign in. */
    public static final String PLEX_TV = "plex-tv";

    private static final Logger LOG = Logger.getLogger(Systems.class);
    private static final String PLEX = "plex";

    private final Subjects subjects;

    Systems(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public Class<IntegrationChanged> event() {
        return IntegrationChanged.class;
    }

    @Override
    public Uni<Void> on(IntegrationChanged event, Transaction transaction) {
        String id = event.kind().toLowerCase(Locale.ROOT);
        if (!event.configured()) {
            return subjects.forget(transaction, id.equals(PLEX) ? List.of(PLEX, PLEX_TV) : List.of(id));
        }
        List<Subject> connected = new ArrayList<>();
        connected.add(new Subject(
                id,
                WatchKind.SYSTEM,
                nameOf(event.kind(), event.name()),
                null,
                address(event.kind(), event.probeUrl())));
        if (id.equals(PLEX)) {
            connected.add(new Subject(PLEX_TV, WatchKind.SYSTEM, "plex.tv", null, null));
        }
        return subjects.keep(transaction, connected);
    }

    private static String nameOf(String kind, @Nullable String name) {
        String common = kind.length() <= 4
                ? kind.equals("PLEX") ? "Plex" : kind
                : kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT);
        return name == null || name.isBlank() || name.equalsIgnoreCase(common) ? common : common + ", “" + name + "”";
    }

    private static @Nullable URI address(String kind, @Nullable String url) {
        try {
            URI address = url == null ? null : new URI(url);
            if (address != null
                    && address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            LOG.warnf("system cannot be probed kind=%s cause=%s", kind, notAnAddress.getReason());
        }
        return null;
    }
}
