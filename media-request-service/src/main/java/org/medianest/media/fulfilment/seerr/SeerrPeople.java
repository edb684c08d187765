package org.medianest.media.fulfilment.seerr;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.media.fulfilment.PersonLookup;
import org.medianest.media.fulfilment.PersonLookup.Known;
import org.medianest.media.fulfilment.Said;
import org.medianest.media.system.Answer;
import org.medianest.media.system.Connection;
import org.medianest.media.system.SystemDown;

/**
 * Which account of Seerr a person is: the one with the same Plex account, which is made if there is none. An e-mail address says nothing
 * about who somebody is. Who has no Plex account is none of them, and the account of the key asks for them.
 */
@ApplicationScoped
class SeerrPeople {
    private static final Logger LOG = Logger.getLogger(SeerrPeople.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final SeerrApi seerr;
    private final PersonLookup people;
    private final Clock clock;
    private final Map<Account, Found> known = new ConcurrentHashMap<>();

    SeerrPeople(SeerrApi seerr, PersonLookup people, Clock clock) {
        this.seerr = seerr;
        this.people = people;
        this.clock = clock;
    }

    private record Account(URI seerr, long plexId) {}

    private record Found(int user, Instant until) {}

    /** Empty when the account of the key is to ask. */
    Uni<Optional<Integer>> accountOf(Connection connection, UUID personId) {
        return people.find(personId)
                .map(found -> Optional.ofNullable(found.map(Known::plexId).orElse(null)))
                .chain(plexId -> plexId.map(id -> account(connection, id))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Integer>> account(Connection connection, long plexId) {
        Account key = new Account(connection.url(), plexId);
        Found remembered = known.get(key);
        if (remembered != null && clock.instant().isBefore(remembered.until())) {
            return Uni.createFrom().item(Optional.of(remembered.user()));
        }
        return seerr.users(connection)
                .map(users -> withPlexId(connection, users, plexId))
                .chain(user -> user.isPresent() ? Uni.createFrom().item(user) : imported(connection, plexId))
                .invoke(user -> user.ifPresent(
                        id -> known.put(key, new Found(id, clock.instant().plus(REMEMBERED)))));
    }

    /** Seerr may be unable to (Plex does not answer it, or does not know the person): that must not keep a film away. */
    private Uni<Optional<Integer>> imported(Connection connection, long plexId) {
        return seerr.importFromPlex(connection, plexId)
                .map(answer ->
                        answer.isOk() ? newUser(connection, answer, plexId) : none(plexId, "status " + answer.status()))
                .onFailure(SystemDown.class)
                .recoverWithItem(down -> none(plexId, down.getMessage()));
    }

    private static Optional<Integer> newUser(Connection connection, Answer answer, long plexId) {
        Optional<Integer> user = withPlexId(connection, Said.list(connection.kind(), answer.json()), plexId);
        return user.isPresent() ? user : none(plexId, "Seerr finds no such Plex account");
    }

    private static Optional<Integer> none(long plexId, @Nullable String why) {
        LOG.warnf("Seerr has no account for plexId=%d and makes none, the key's own asks: %s", plexId, why);
        return Optional.empty();
    }

    private static Optional<Integer> withPlexId(Connection connection, List<JsonNode> users, long plexId) {
        return users.stream()
                .filter(user -> user.path("plexId").asLong() == plexId)
                .map(user -> Said.number(connection.kind(), user, "id"))
                .findFirst();
    }
}
