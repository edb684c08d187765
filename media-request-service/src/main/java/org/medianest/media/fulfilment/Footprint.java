package org.medianest.media.fulfilment;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medianest.media.system.SystemKind;

/**
 * What we ourselves have changed at a system for an order. What was there before us is no part of it.
 *
 * @param added it was not there: we have added the title, or at Seerr made the request
 * @param watched it was there, and we have told the system to look for it
 * @param seasons of a series, those that we have told the system to look for
 * @param since not before this moment, by our clock
 * @param request what Seerr calls the request that we have made, null as long as that is not known
 * @param isOnItsWay the call that changes it may not have arrived yet: nobody has said that it has
 */
public record Footprint(
        SystemKind system,
        boolean added,
        boolean watched,
        Set<Integer> seasons,
        Instant since,
        @Nullable Integer request,
        boolean isOnItsWay) {
    public Footprint {
        seasons = Set.copyOf(seasons);
    }

    public static Footprint added(SystemKind system, Collection<Integer> seasons, Instant now) {
        return new Footprint(system, true, false, Set.copyOf(seasons), now, null, true);
    }

    /** @param watched whether the title itself was not looked for either */
    public static Footprint watched(SystemKind system, boolean watched, Collection<Integer> seasons, Instant now) {
        return new Footprint(system, false, watched, Set.copyOf(seasons), now, null, true);
    }

    /** The same, with what came of it. */
    public Footprint known(int asRequest) {
        return new Footprint(system, added, watched, seasons, since, asRequest, isOnItsWay);
    }

    /** Both together. Of another system's nothing is left: that one is not ours to ask any more. */
    Footprint and(@Nullable Footprint other) {
        if (other == null || other.system != system) {
            return this;
        }
        Set<Integer> all = new HashSet<>(seasons);
        all.addAll(other.seasons);
        return new Footprint(
                system,
                added || other.added,
                watched || other.watched,
                all,
                since.isBefore(other.since) ? since : other.since,
                request == null ? other.request : request,
                isOnItsWay || other.isOnItsWay);
    }

    /** All that is said of these orders too. */
    Footprint and(Collection<Commission> others) {
        Footprint all = this;
        for (Commission other : others) {
            all = all.and(other.ours());
        }
        return all;
    }

    /** What is left of it for those who need these seasons, or all of it. */
    Footprint within(Set<Integer> needed) {
        return new Footprint(
                system,
                added,
                watched,
                seasons.stream().filter(season -> needs(needed, season)).collect(Collectors.toSet()),
                since,
                request,
                isOnItsWay);
    }

    /** What is left of it when others need these seasons, and so the title too. */
    Footprint without(Set<Integer> needed) {
        return new Footprint(
                system,
                false,
                false,
                seasons.stream().filter(season -> !needs(needed, season)).collect(Collectors.toSet()),
                since,
                null,
                isOnItsWay);
    }

    boolean isEmpty() {
        return !added && !watched && seasons.isEmpty();
    }

    private static boolean needs(Set<Integer> needed, int season) {
        return needed.isEmpty() || needed.contains(season);
    }

    JsonObject json() {
        return new JsonObject()
                .put("system", system.name())
                .put("added", added)
                .put("watched", watched)
                .put("seasons", new JsonArray(seasons.stream().sorted().toList()))
                .put("since", since.toString())
                .put("request", request)
                .put("onItsWay", isOnItsWay);
    }

    static Footprint of(JsonObject json) {
        return new Footprint(
                SystemKind.valueOf(json.getString("system")),
                json.getBoolean("added"),
                json.getBoolean("watched"),
                json.getJsonArray("seasons").stream()
                        .map(season -> ((Number) season).intValue())
                        .collect(Collectors.toSet()),
                Instant.parse(json.getString("since")),
                json.getInteger("request"),
                json.getBoolean("onItsWay", false)); // a version before this one does not say
    }
}
