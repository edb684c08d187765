package org.medianest.homelab.seerr;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How much somebody asked for lately. Films count, and seasons of series; declined ones do not. */
record Quotas(Use movies, Use series) {
    /** @param limit 0 for none */
    record Use(int limit, int days, int used) {
        int remaining() {
            return Math.max(0, limit - used);
        }

        boolean isRestricted() {
            return limit > 0 && remaining() == 0;
        }

        boolean allows(int more) {
            return limit == 0 || more <= remaining();
        }

        JsonObject json() {
            JsonObject json =
                    new JsonObject().put("days", days).put("used", used).put("restricted", isRestricted());
            if (limit > 0) {
                json.put("limit", limit).put("remaining", remaining());
            }
            return json;
        }
    }

    static Quotas of(User user, List<MediaRequest> requests, Instant now) {
        boolean free = user.may(Permission.MANAGE_USERS);
        return new Quotas(
                use(user, true, user.movies(), free, requests, now),
                use(user, false, user.series(), free, requests, now));
    }

    private static Use use(
            User user, boolean movies, User.Quota quota, boolean free, List<MediaRequest> requests, Instant now) {
        Instant since = now.minus(Duration.ofDays(quota.days()));
        int used = requests.stream()
                .filter(request -> request.requestedBy() == user)
                .filter(request -> request.media().isMovie() == movies)
                .filter(request -> request.status() != RequestStatus.DECLINED)
                .filter(request -> request.created().isAfter(since))
                .mapToInt(request -> movies ? 1 : request.seasons().size())
                .sum();
        return new Use(free ? 0 : quota.limit(), quota.days(), used);
    }

    JsonObject json() {
        return new JsonObject().put("movie", movies.json()).put("tv", series.json());
    }
}
