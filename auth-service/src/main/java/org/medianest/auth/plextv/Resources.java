package org.medianest.auth.plextv;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.medianest.commons.plex.PlexGrant.Address;
import org.medianest.commons.plex.PlexGrant.Reach;

/** What plex.tv says of the devices that an account reaches. */
final class Resources {
    private static final int MOST_ADDRESSES = 12;

    private Resources() {}

    static PlexAccess access(JsonNode answer, String machineIdentifier) {
        return servers(answer)
                .filter(device -> machineIdentifier.equals(Fields.text(device, "clientIdentifier")))
                .findFirst()
                .map(device -> device.path("owned").asBoolean() ? PlexAccess.OWNER : PlexAccess.SHARED)
                .orElse(PlexAccess.NONE);
    }

    static List<OwnedServer> owned(JsonNode answer) {
        return servers(answer)
                .filter(device -> device.path("owned").asBoolean())
                .map(device -> new OwnedServer(
                        Fields.word(device, "clientIdentifier"),
                        Fields.name(device, "name"),
                        new PlexToken(Fields.word(device, "accessToken")),
                        addresses(device)))
                .toList();
    }

    private static Stream<JsonNode> servers(JsonNode answer) {
        if (!answer.isArray()) {
            throw new PlexAway("answers other things than a list of servers");
        }
        return StreamSupport.stream(answer.spliterator(), false).filter(Resources::isServer);
    }

    private static boolean isServer(JsonNode device) {
        return Arrays.asList(Fields.text(device, "provides").split(",", -1)).contains("server");
    }

    /** Nearest first, each place once. */
    private static List<Address> addresses(JsonNode device) {
        List<Address> all = new ArrayList<>();
        for (JsonNode connection : device.path("connections")) {
            Reach reach = reach(connection);
            add(all, connection.path("uri").asText(), reach);
            if (reach == Reach.LOCAL && !device.path("httpsRequired").asBoolean()) {
                add(all, plain(connection), reach);
            }
        }
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(Address::reach))
                .limit(MOST_ADDRESSES)
                .toList();
    }

    /** Routers that protect from DNS rebinding do not know the names below plex.direct; the address itself they do. */
    private static String plain(JsonNode connection) {
        String host = connection.path("address").asText();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + connection.path("port").asInt();
    }

    private static Reach reach(JsonNode connection) {
        if (connection.path("relay").asBoolean()) {
            return Reach.RELAY;
        }
        return connection.path("local").asBoolean() ? Reach.LOCAL : Reach.REMOTE;
    }

    private static void add(List<Address> addresses, String uri, Reach reach) {
        try {
            addresses.add(new Address(new URI(uri), reach));
        } catch (URISyntaxException nowhere) {
            // one of several: what cannot be read is not an address
        }
    }
}
