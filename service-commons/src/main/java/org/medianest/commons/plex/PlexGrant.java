package org.medianest.commons.plex;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.secret.SecretBox;
import org.medianest.commons.secret.SecretUnreadable;

/**
 * Leave to connect a Plex server: its token, and where plex.tv says that it is. It travels sealed in the browser of the admin it was
 * made for, who can neither read nor change it, so that no service has to ask another and no event holds a token.
 *
 * @param machineIdentifier what Plex knows the server by
 * @param token of the admin, for this server
 * @param addresses best first
 */
public record PlexGrant(String machineIdentifier, String token, List<Address> addresses, Instant expiresAt) {
    public PlexGrant {
        addresses = List.copyOf(addresses);
    }

    /** Where a server may be reached. */
    public record Address(URI uri, Reach reach) {}

    /** How an address reaches the server, nearest first. */
    public enum Reach {
        LOCAL,
        REMOTE,
        RELAY
    }

    /** @param admin who alone may use it */
    public String seal(SecretBox box, UUID admin) {
        JsonArray places = new JsonArray();
        addresses.forEach(address -> places.add(new JsonObject()
                .put("uri", address.uri().toString())
                .put("reach", address.reach().name())));
        JsonObject json = new JsonObject()
                .put("machine", machineIdentifier)
                .put("token", token)
                .put("addresses", places)
                .put("expires", expiresAt.toString());
        return box.seal(json.encode().getBytes(StandardCharsets.UTF_8), place(admin));
    }

    /** Empty for what was sealed for somebody else, was changed, or is over. */
    public static Optional<PlexGrant> open(SecretBox box, String sealed, UUID admin, Instant now) {
        try {
            PlexGrant grant = read(new JsonObject(new String(box.open(sealed, place(admin)), StandardCharsets.UTF_8)));
            return now.isBefore(grant.expiresAt()) ? Optional.of(grant) : Optional.empty();
        } catch (SecretUnreadable | DecodeException notOurs) {
            return Optional.empty();
        }
    }

    private static PlexGrant read(JsonObject json) {
        List<Address> addresses = json.getJsonArray("addresses").stream()
                .map(JsonObject.class::cast)
                .map(address ->
                        new Address(URI.create(address.getString("uri")), Reach.valueOf(address.getString("reach"))))
                .toList();
        return new PlexGrant(
                json.getString("machine"),
                json.getString("token"),
                addresses,
                Instant.parse(json.getString("expires")));
    }

    private static String place(UUID admin) {
        return "plex-grant/" + admin;
    }

    /** Never into a log. */
    @Override
    public String toString() {
        return "PlexGrant[" + machineIdentifier + "]";
    }
}
