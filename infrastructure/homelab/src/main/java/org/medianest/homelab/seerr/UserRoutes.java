package org.medianest.homelab.seerr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.world.People;
import org.medianest.homelab.world.Person;

/** {@code /user}. */
final class UserRoutes {
    private static final Set<String> LIST = Set.of("take", "skip", "sort", "q", "includeIds");

    private final Seerr seerr;
    private final Desk desk;
    private final State state;
    private final SeerrJson json;
    private final People people;

    UserRoutes(Seerr seerr, Desk desk, State state, SeerrJson json, People people) {
        this.seerr = seerr;
        this.desk = desk;
        this.state = state;
        this.json = json;
        this.people = people;
    }

    void mount(Router router) {
        router.get("/api/v1/auth/me")
                .handler(desk.locked(Set.of(), (context, user, now) -> Reply.json(context, 200, json.user(user))));
        router.get("/api/v1/user").handler(desk.locked(LIST, this::list));
        router.post("/api/v1/user/import-from-plex").handler(desk.locked(Set.of(), this::importFromPlex));
        router.get("/api/v1/user/:id")
                .handler(desk.locked(
                        Set.of(), (context, user, now) -> Reply.json(context, 200, json.user(find(context)))));
        router.get("/api/v1/user/:id/quota").handler(desk.locked(Set.of(), this::quota));
    }

    private User find(RoutingContext context) {
        return state.user(Query.pathNumber(context, "id")).orElseThrow(() -> Refusal.because(404, "User not found."));
    }

    private void list(RoutingContext context, User user, Instant now) {
        String wanted = Query.text(context, "q", "").toLowerCase(Locale.ROOT);
        Comparator<User> order = switch (Query.text(context, "sort", "")) {
            case "displayname" -> Comparator.comparing(one -> one.name().toLowerCase(Locale.ROOT));
            default -> Comparator.comparingInt(User::id);
        };
        List<JsonObject> found = state.users().stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(order)
                .map(json::user)
                .toList();
        Reply.json(
                context,
                200,
                SeerrJson.page(found, Query.number(context, "take", 10), Query.number(context, "skip", 0)));
    }

    /** Friends with a share of the server, also unanswered ones; whoever has no e-mail is passed over without a word. */
    private void importFromPlex(RoutingContext context, User user, Instant now) {
        if (!user.may(Permission.MANAGE_USERS)) {
            throw Refusal.noPermission();
        }
        JsonArray wanted = SeerrJson.orEmpty(context.body().asJsonObject()).getJsonArray("plexIds", new JsonArray());
        Set<String> ids = new HashSet<>();
        wanted.forEach(id -> ids.add(String.valueOf(id)));
        JsonArray created = new JsonArray();
        for (Person person : people.all()) {
            boolean shared = person.share() == Person.Share.ACCEPTED || person.share() == Person.Share.PENDING;
            boolean asked = ids.isEmpty() || ids.contains(Long.toString(person.plexId()));
            if (shared
                    && asked
                    && person.email() != null
                    && state.userWithPlexId(person.plexId()).isEmpty()) {
                created.add(json.user(seerr.addPerson(person, Permission.REQUEST.bit())));
            }
        }
        Reply.json(context, 201, created);
    }

    private void quota(RoutingContext context, User user, Instant now) {
        User whose = find(context);
        if (whose != user && !user.mayAll(Permission.MANAGE_USERS, Permission.MANAGE_REQUESTS)) {
            throw Refusal.because(403, "You do not have permission to view this user's request limits.");
        }
        Reply.json(context, 200, Quotas.of(whose, state.requests(), now).json());
    }
}
