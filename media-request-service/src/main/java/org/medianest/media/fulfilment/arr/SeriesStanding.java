package org.medianest.media.fulfilment.arr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.medianest.media.fulfilment.Said;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.system.SystemKind;

/** How the wanted seasons of a series stand in Sonarr when nothing of them is in its queue. */
final class SeriesStanding {
    private SeriesStanding() {}

    /**
     * @param notBefore when the first of it comes, should Sonarr not know of the episodes yet; null when that is past or unknown
     */
    static Stage of(JsonNode series, Set<Integer> wanted, LocalDate today, @Nullable LocalDate notBefore) {
        List<Season> seasons = seasons(series, wanted);
        if (!seasons.isEmpty() && seasons.stream().allMatch(Season::isWhole)) {
            return new Stage.Imported();
        }
        if (!Said.flag(SystemKind.SONARR, series, "monitored")
                || seasons.stream().anyMatch(Season::isForgotten)) {
            return new Stage.NeedsAttention(
                    "Sonarr has it and was told not to look for it. A new try has it look again.");
        }
        if (seasons.stream().anyMatch(Season::isMissing)) {
            return new Stage.Searching();
        }
        if (seasons.stream().allMatch(Season::isUnknown)) {
            return notBefore == null ? new Stage.Searching() : new Stage.WaitingForRelease(notBefore);
        }
        return new Stage.WaitingForRelease(MovieStanding.date(series.path("nextAiring"))
                .filter(date -> !date.isBefore(today))
                .orElse(null));
    }

    /** Whether there is nothing to search for in a season. */
    static boolean isWhole(JsonNode season) {
        return Season.of(season).isWhole();
    }

    static List<JsonNode> wanted(JsonNode series, Set<Integer> wanted) {
        return Said.list(SystemKind.SONARR, series, "seasons").stream()
                .filter(season -> wants(wanted, Said.number(SystemKind.SONARR, season, "seasonNumber")))
                .toList();
    }

    /** Who names none wants all of them; the specials are none of them. */
    static boolean wants(Set<Integer> wanted, int season) {
        return wanted.isEmpty() ? season > 0 : wanted.contains(season);
    }

    private static List<Season> seasons(JsonNode series, Set<Integer> wanted) {
        return wanted(series, wanted).stream().map(Season::of).toList();
    }

    /**
     * @param files how many of its episodes are there
     * @param aired how many could be
     * @param all how many there will be
     */
    private record Season(boolean monitored, int files, int aired, int all) {
        static Season of(JsonNode json) {
            JsonNode statistics = json.path("statistics");
            return new Season(
                    Said.flag(SystemKind.SONARR, json, "monitored"),
                    statistics.path("episodeFileCount").asInt(),
                    statistics.path("episodeCount").asInt(),
                    statistics.path("totalEpisodeCount").asInt());
        }

        boolean isWhole() {
            return all > 0 && files >= all;
        }

        /** It was just added: its episodes come a moment later. */
        boolean isUnknown() {
            return all == 0;
        }

        boolean isMissing() {
            return files < aired;
        }

        boolean isForgotten() {
            return !monitored && !isWhole();
        }
    }
}
