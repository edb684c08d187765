package org.medianest.local.demo;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.medianest.local.demo.HomelabProcess.StandIn;
import org.medianest.local.place.Refusal;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Json;
import org.medianest.local.visit.VideoServer;

/** The people of the demo move in: an admin, and four members who may do different things. */
final class Household implements AutoCloseable {
    static final String ADMIN = "olga";
    static final String PASSWORD = "projector light";

    private static final String USERS = "/api/v1/users";
    private static final List<Member> MEMBERS = List.of(
            new Member(
                    "ben",
                    List.of("requests:create", "downloads:create", "status:read"),
                    "asks for films and shows, and downloads"),
            new Member(
                    "carla",
                    List.of("requests:create", "requests:auto-approve", "downloads:create", "status:read"),
                    "what she asks for needs no approval"),
            new Member("dev", List.of("requests:create"), "asks only; managed by Olga, without an address"),
            new Member(
                    "eva",
                    List.of(
                            "requests:create",
                            "requests:manage",
                            "requests:view-all",
                            "downloads:create",
                            "status:read"),
                    "decides on what the others ask for"));

    private final HomelabProcess homelab;
    private final VideoServer videos;
    private final int port;
    private final Api admin;
    private final Map<String, Api> members = new LinkedHashMap<>();

    Household(int port, HomelabProcess homelab, VideoServer videos) {
        this.port = port;
        this.homelab = homelab;
        this.videos = videos;
        this.admin = new Api(port);
    }

    /** @param name at the homelab's plex.tv */
    private record Member(String name, List<String> permissions, String what) {
        boolean hasAddress() {
            return !name.equals("dev");
        }
    }

    /** Returns when they live there. */
    void moveIn(String setupCode) throws IOException {
        admin.post(
                "/api/v1/auth/setup",
                Json.object().put("code", setupCode).put("username", ADMIN).put("password", PASSWORD));
        new Connections(admin, homelab, port).connect();
        passPlex(admin, ADMIN);
        for (Member member : MEMBERS) {
            Api api = signedIn(member);
            members.put(member.name(), api);
            if (member.hasAddress()) {
                wantMails(api, member.name() + "@demo.example");
            }
        }
        Wishes wishes = new Wishes(admin, members);
        new DayBefore(wishes, homelab).pass();
        new FirstEvening(wishes, videos).go();
    }

    /** Who lives there, and how one signs in as whom. */
    String directory() {
        StringBuilder text = new StringBuilder("\nThe demo is ready: http://localhost:%d\n\n".formatted(port))
                .append("  %-8s %-34s %s%n".formatted(ADMIN, "name and password: " + PASSWORD, "the admin"));
        for (Member member : MEMBERS) {
            text.append("  %-8s %-34s %s%n"
                    .formatted(member.name(), "\"Sign in with Plex\", choose the name", member.what()));
        }
        text.append("\nOthers at plex.tv who are refused: pending-pia, stranger-sam, frank.\n");
        text.append("A link to paste: %s%n".formatted(videos.url()));
        for (StandIn system : StandIn.values()) {
            text.append("  %-12s %s%n".formatted(system.key(), homelab.url(system)));
        }
        return text.append("\nCtrl-C stops it.").toString();
    }

    private Api signedIn(Member member) throws IOException {
        Api api = new Api(port);
        passPlex(api, member.name());
        admin.patch(
                USERS + "/" + field(api.get("/api/v1/auth/me"), "id"),
                Json.object().put("permissions", Json.texts(member.permissions())));
        return api;
    }

    /** What comes of it is to be seen at the mailbox. */
    private static void wantMails(Api api, String address) throws IOException {
        api.put(
                "/api/v1/notifications/preferences",
                Json.object().put("mail", true).put("address", address).put("push", true));
    }

    /** By the code of a television: what the person would type at plex.tv, the homelab is told. Links whoever is signed in already. */
    private void passPlex(Api api, String person) throws IOException {
        String begun = api.post(
                "/api/v1/auth/plex/pins",
                Json.object().put("method", "LINK_CODE").put("staySignedIn", true));
        try (Api plexTv = new Api(homelab.portOf(StandIn.PLEX_TV))) {
            plexTv.post(
                    "/auth/claim",
                    Json.object().put("code", field(begun, "code")).put("person", person));
        }
        String pin = "/api/v1/auth/plex/pins/" + field(begun, "id");
        String arrived = Patience.until(() -> api.get(pin), look -> !look.contains("\"WAITING\""));
        if (!arrived.contains("\"SIGNED_IN\"")) {
            throw new Refusal("%s could not sign in with Plex: %s".formatted(person, arrived));
        }
    }

    private static String field(String json, String name) {
        return Json.text(json, name).orElseThrow(() -> new Refusal("There is no %s in %s".formatted(name, json)));
    }

    @Override
    public void close() {
        admin.close();
        members.values().forEach(Api::close);
    }
}
