package org.medianest.homelab.plextv;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.medianest.homelab.plexformat.Node;
import org.medianest.homelab.system.Addresses;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;
import org.medianest.homelab.world.World;

/** Who has a share of which server, told to each person and to the owner. */
final class Servers {
    static final String NAME = "Attic";
    private static final String OTHER_MACHINE = "another-machine";
    private static final long SERVER_ID = 777;

    private final World world;
    private final Addresses addresses;
    private final Account account;

    Servers(World world, Addresses addresses, Account account) {
        this.world = world;
        this.addresses = addresses;
        this.account = account;
    }

    /** What the person's token can reach; an invitation counts only once it is accepted. */
    Node resources(Person person, boolean includeRelay) {
        Stream<Node> servers = Stream.empty();
        if (person.mayUseServer()) {
            servers = Stream.of(server(person, NAME, Keys.MACHINE, includeRelay));
        } else if (person.share() == Share.OTHER_SERVER) {
            servers = Stream.of(server(person, "Cellar", OTHER_MACHINE, false));
        }
        return Node.list(
                "resources", Stream.concat(servers, Stream.of(player(person))).toList());
    }

    private Node server(Person person, String name, String machine, boolean includeRelay) {
        boolean owned = person.share() == Share.OWNER;
        Person owner = world.people().owner();
        return Node.element("resource")
                .set("name", name)
                .set("product", "Plex Media Server")
                .set("productVersion", "1.41.0.8992")
                .set("platform", "Linux")
                .set("platformVersion", "12")
                .set("device", "PC")
                .set("clientIdentifier", machine)
                .set("createdAt", "2023-03-01T10:00:00Z")
                .set("lastSeenAt", PlexTv.time(world.clock().now()))
                .set("provides", "server")
                .orNull("ownerId", owned ? null : owner.plexId())
                .orNull("sourceTitle", owned ? null : owner.username())
                .set("publicAddress", "203.0.113.7")
                .set("accessToken", person.serverToken())
                .set("owned", owned)
                .set("home", person.home())
                .set("synced", false)
                .set("relay", true)
                .set("presence", true)
                .set("httpsRequired", false)
                .set("publicAddressMatches", false)
                .set("dnsRebindingProtection", false)
                .set("natLoopbackSupported", false)
                .add(Node.list("connections", connections(includeRelay)));
    }

    private List<Node> connections(boolean includeRelay) {
        URI local = addresses.url(SystemName.PLEX);
        Node direct = Node.element("connection")
                .set("protocol", local.getScheme())
                .set("address", local.getHost())
                .set("port", local.getPort())
                .set("uri", local.toString())
                .set("local", true)
                .set("relay", false)
                .set("IPv6", false);
        Node relay = Node.element("connection")
                .set("protocol", "https")
                .set("address", "203.0.113.7")
                .set("port", 8443)
                .set("uri", "https://203-0-113-7.homelab.plex.direct:8443")
                .set("local", false)
                .set("relay", true)
                .set("IPv6", false);
        return includeRelay ? List.of(direct, relay) : List.of(direct);
    }

    private static Node player(Person person) {
        return Node.element("resource")
                .set("name", "Chrome")
                .set("product", "Plex Web")
                .set("clientIdentifier", "browser-of-" + person.name())
                .set("provides", "client,player")
                .set("owned", true)
                .add(Node.list("connections", List.of()));
    }

    /** The owner's friends and home, without the owner. */
    Node users() {
        List<Node> users = shared().map(this::user).toList();
        return Node.element("MediaContainer")
                .set("friendlyName", "myPlex")
                .set("identifier", "com.plexapp.plugins.myplex")
                .set("machineIdentifier", "0000000000000000000000000000000000000000")
                .set("totalSize", users.size())
                .set("size", users.size())
                .addAll(users);
    }

    private Node user(Person person) {
        return Node.element("User")
                .set("id", person.plexId())
                .set("title", person.title())
                .set("username", person.username())
                .set("email", person.email() == null ? "" : person.email())
                .set("recommendationsPlaylistId", "")
                .set("thumb", account.thumb(person))
                .set("protected", false)
                .set("home", person.home())
                .set("allowTuners", false)
                .set("allowSync", true)
                .set("allowCameraUpload", false)
                .set("allowChannels", false)
                .set("allowSubtitleAdmin", false)
                .set("filterAll", "")
                .set("filterMovies", "")
                .set("filterMusic", "")
                .set("filterPhotos", "")
                .set("filterTelevision", "")
                .set("restricted", person.managed())
                .add(share(person));
    }

    private Node share(Person person) {
        boolean other = person.share() == Share.OTHER_SERVER;
        return Node.element("Server")
                .set("id", SERVER_ID * 1000 + person.plexId())
                .set("serverId", other ? 2 : 1)
                .set("machineIdentifier", other ? OTHER_MACHINE : Keys.MACHINE)
                .set("name", other ? "Cellar" : NAME)
                .set("lastSeenAt", world.clock().now().getEpochSecond())
                .set("numLibraries", 3)
                .set("allLibraries", false)
                .set("owned", false)
                .set("pending", person.share() == Share.PENDING);
    }

    /** Who has a share of the household's server, accepted or not. */
    Node sharedServers() {
        Node container = Node.element("MediaContainer")
                .set("friendlyName", "myPlex")
                .set("identifier", "com.plexapp.plugins.myplex")
                .set("machineIdentifier", Keys.MACHINE);
        shared().filter(person -> person.share() != Share.OTHER_SERVER)
                .forEach(person -> container.add(sharedServer(person)));
        return container;
    }

    private Node sharedServer(Person person) {
        Node shared = Node.element("SharedServer")
                .set("id", SERVER_ID * 1000 + person.plexId())
                .set("username", person.username())
                .set("email", person.email() == null ? "" : person.email())
                .set("userID", person.plexId())
                .set("accessToken", person.serverToken())
                .set("name", NAME)
                .set("acceptedAt", person.share() == Share.PENDING ? 0 : 1_700_000_000)
                .set("invitedAt", 1_690_000_000)
                .set("allowSync", true)
                .set("owned", false)
                .set("allLibraries", false);
        world.library()
                .sections()
                .forEach(section -> shared.add(Node.element("Section")
                        .set("id", 9000 + section.key())
                        .set("key", section.key())
                        .set("title", section.title())
                        .set("type", section.type().plexName())
                        .set("shared", true)));
        return shared;
    }

    private Stream<Person> shared() {
        return world.people().all().stream()
                .filter(person -> person.share() != Share.OWNER && person.share() != Share.NONE);
    }
}
