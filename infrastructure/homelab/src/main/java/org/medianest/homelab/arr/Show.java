package org.medianest.homelab.arr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.medianest.homelab.catalogue.Season;
import org.medianest.homelab.catalogue.Series;

/** A series in Sonarr. */
final class Show implements Work {
    private final int id;
    private final Series series;
    private final Instant added;
    private final List<ShowEpisode> episodes = new ArrayList<>();
    private final Map<Integer, Boolean> seasons = new TreeMap<>();
    private Keeping keeping;
    private String type = "standard";
    private String monitorNewItems = "all";
    private boolean seasonFolder = true;

    /** @param firstEpisodeId its episodes are numbered from here */
    Show(int id, int firstEpisodeId, Series series, Instant added, Keeping keeping) {
        this.id = id;
        this.series = series;
        this.added = added;
        this.keeping = keeping;
        int episodeId = firstEpisodeId;
        for (Season season : series.seasons()) {
            seasons.put(season.number(), false);
            for (var episode : season.episodes()) {
                episodes.add(new ShowEpisode(episodeId++, this, season.number(), episode));
            }
        }
    }

    void change(Keeping newKeeping) {
        keeping = newKeeping;
    }

    void options(String newType, String newMonitorNewItems, boolean newSeasonFolder) {
        type = newType;
        monitorNewItems = newMonitorNewItems;
        seasonFolder = newSeasonFolder;
    }

    /** A season's switch moves those of its episodes. */
    void monitorSeason(int number, boolean on) {
        if (seasons.replace(number, on) != null) {
            season(number).forEach(episode -> episode.monitored(on));
        }
    }

    /** Only when the switch is moved are the episodes; what was chosen one by one stays else. */
    void moveSwitch(int number, boolean on) {
        if (seasons.containsKey(number) && isSeasonMonitored(number) != on) {
            monitorSeason(number, on);
        }
    }

    /** Moves the switch of the season alone. */
    void markSeason(int number, boolean on) {
        seasons.replace(number, on);
    }

    boolean isSeasonMonitored(int number) {
        return seasons.getOrDefault(number, false);
    }

    Set<Integer> seasons() {
        return seasons.keySet();
    }

    Series series() {
        return series;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public int tmdbId() {
        return series.tmdbId();
    }

    @Override
    public String title() {
        return series.title();
    }

    @Override
    public Keeping keeping() {
        return keeping;
    }

    Instant added() {
        return added;
    }

    String type() {
        return type;
    }

    String monitorNewItems() {
        return monitorNewItems;
    }

    boolean hasSeasonFolder() {
        return seasonFolder;
    }

    @Override
    public List<ShowEpisode> parts() {
        return episodes;
    }

    List<ShowEpisode> season(int number) {
        return episodes.stream().filter(episode -> episode.season() == number).toList();
    }

    Optional<ShowEpisode> episode(int episodeId) {
        return episodes.stream().filter(episode -> episode.id() == episodeId).findFirst();
    }

    /** A pack when all of a season is wanted; else each episode by itself. */
    @Override
    public List<List<Wanted>> releases(List<Wanted> wanted) {
        Map<Integer, List<Wanted>> bySeason = wanted.stream()
                .collect(Collectors.groupingBy(
                        one -> ((ShowEpisode) one).season(), TreeMap::new, Collectors.toCollection(ArrayList::new)));
        List<List<Wanted>> releases = new ArrayList<>();
        bySeason.forEach((number, ofSeason) -> {
            if (ofSeason.size() > 1 && ofSeason.size() == season(number).size()) {
                releases.add(ofSeason);
            } else {
                ofSeason.forEach(one -> releases.add(List.of(one)));
            }
        });
        return releases;
    }

    @Override
    public String releaseName(List<Wanted> wanted) {
        ShowEpisode first = (ShowEpisode) wanted.getFirst();
        String season = "S%02d".formatted(first.season());
        return Names.release(title(), wanted.size() == 1 ? season + "E%02d".formatted(first.number()) : season);
    }
}
