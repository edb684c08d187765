package org.medianest.auth.plextv;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * plex.tv. Every question fails with {@link PlexAway} when there is no answer that can be used; those with a token fail with
 * {@link PlexTokenRefused} when it is not taken any more.
 */
@ApplicationScoped
public class PlexTv {
    private static final String JSON = "application/json";
    private static final String XML = "application/xml";
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);
    private static final String RESOURCES = "/api/v2/resources?includeHttps=1&includeRelay=1&includeIPv6=1";

    private final PlexHttp http;
    private final PlexConfig config;
    private final Installation installation;

    PlexTv(PlexHttp http, PlexConfig config, Installation installation) {
        this.http = http;
        this.config = config;
        this.installation = installation;
    }

    /** @param typed whether somebody types its code; it is short then, and for less long */
    public Uni<PlexPin> newPin(boolean typed) {
        return http.ask(HttpMethod.POST, config.url(), typed ? "/api/v2/pins" : "/api/v2/pins?strong=true", JSON, null)
                .map(reply -> pin(reply.json()));
    }

    public Uni<PinClaim> claimOf(long pinId) {
        return http.ask(HttpMethod.GET, config.url(), "/api/v2/pins/" + pinId, JSON, null)
                .map(PlexTv::claim);
    }

    public Uni<PlexPerson> person(PlexToken token) {
        return http.ask(HttpMethod.GET, config.url(), "/api/v2/user", JSON, token)
                .map(reply -> person(reply.json()));
    }

    /** What the token's owner may do with a server, as their own account says. */
    public Uni<PlexAccess> access(PlexToken token, String machineIdentifier) {
        return http.ask(HttpMethod.GET, config.clientsUrl(), RESOURCES, JSON, token)
                .map(reply -> Resources.access(reply.json(), machineIdentifier));
    }

    /** The servers that belong to the token's owner. */
    public Uni<List<OwnedServer>> ownedServers(PlexToken token) {
        return http.ask(HttpMethod.GET, config.clientsUrl(), RESOURCES, JSON, token)
                .map(reply -> Resources.owned(reply.json()));
    }

    /** With whom the token's owner shares their server; they are not among them. */
    public Uni<List<PlexFriend>> friends(PlexToken ownersToken, String machineIdentifier) {
        return http.ask(HttpMethod.GET, config.url(), "/api/users", XML, ownersToken)
                .map(reply -> FriendsXml.read(reply.content(), machineIdentifier));
    }

    /** Where a browser signs in for a PIN. */
    public Uni<URI> signInPage(PlexPin pin, URI backTo) {
        return installation
                .clientId()
                .map(clientId -> URI.create(config.appUrl() + "/auth#?clientID=" + encoded(clientId) + "&code="
                        + encoded(pin.code()) + "&forwardUrl=" + encoded(backTo.toString())
                        + "&context%5Bdevice%5D%5Bproduct%5D=MediaNest"));
    }

    /** Where people type the code of a PIN. */
    public URI linkPage() {
        return URI.create(config.url() + "/link");
    }

    private static PlexPin pin(JsonNode answer) {
        Duration life = Duration.ofSeconds(Math.max(0, answer.path("expiresIn").asLong(LONGEST_LIFE.toSeconds())));
        return new PlexPin(
                Fields.id(answer, "id"),
                Fields.word(answer, "code"),
                life.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : life);
    }

    private static PinClaim claim(PlexReply reply) {
        if (reply.isGone()) {
            return new PinClaim.Gone();
        }
        JsonNode answer = reply.json();
        return answer.path("authToken").isNull() || answer.path("authToken").isMissingNode()
                ? new PinClaim.Open()
                : new PinClaim.Claimed(new PlexToken(Fields.word(answer, "authToken")));
    }

    private static PlexPerson person(JsonNode answer) {
        String title = Fields.name(answer, "title");
        return new PlexPerson(
                Fields.id(answer, "id"),
                Fields.name(answer, "username"),
                title.isEmpty() ? Fields.name(answer, "friendlyName") : title);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
