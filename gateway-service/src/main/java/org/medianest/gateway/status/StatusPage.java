package org.medianest.gateway.status;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.uptimekuma.UptimeKumaSettings;
import org.medianest.gateway.watch.Board;
import org.medianest.gateway.watch.Board.DayOf;
import org.medianest.gateway.watch.Tally;

/** Puts the page of the status together. */
@ApplicationScoped
class StatusPage {
    private final Board board;
    private final UptimeKumaSettings uptimeKuma;
    private final Clock clock;

    StatusPage(Board board, UptimeKumaSettings uptimeKuma, Clock clock) {
        this.board = board;
        this.uptimeKuma = uptimeKuma;
        this.clock = clock;
    }

    Uni<StatusView> now() {
        Instant now = clock.instant();
        return Uni.combine()
                .all()
                .unis(board.entries(now), board.days(now), uptimeKuma.find())
                .with((entries, days, source) -> new StatusView(
                        entries.stream()
                                .map(entry -> item(
                                        entry, days.getOrDefault(entry.watched().id(), List.of()), now))
                                .toList(),
                        source.stream()
                                .map(it -> new StatusView.Source(
                                        "Uptime Kuma", it.state().name(), it.message()))
                                .toList(),
                        now));
    }

    private static StatusView.Item item(Board.Entry entry, List<DayOf> known, Instant now) {
        List<StatusView.Day> days = bars(known, LocalDate.ofInstant(now, ZoneOffset.UTC));
        var watched = entry.watched();
        return new StatusView.Item(
                watched.id(),
                watched.name(),
                watched.kind(),
                watched.state(),
                watched.since(),
                watched.message(),
                watched.responseMs(),
                new StatusView.Uptime(
                        entry.lastDay(), uptime(known, now, 7), first(entry.toldMonth(), uptime(known, now, 30))),
                days,
                watched.group());
    }

    private static @Nullable Double first(@Nullable Double told, @Nullable Double own) {
        return told == null ? own : told;
    }

    private static @Nullable Double uptime(List<DayOf> known, Instant now, int days) {
        LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(days - 1L);
        return known.stream()
                .filter(day -> !day.day().isBefore(from))
                .map(DayOf::tally)
                .reduce(Tally.NOTHING, Tally::plus)
                .uptime();
    }

    /** All of them, also those of which nothing is known. */
    private static List<StatusView.Day> bars(List<DayOf> known, LocalDate today) {
        Map<LocalDate, DayOf> byDay = known.stream().collect(Collectors.toMap(DayOf::day, Function.identity()));
        List<StatusView.Day> bars = new ArrayList<>();
        for (LocalDate day = today.minusDays(Board.DAYS - 1L); !day.isAfter(today); day = day.plusDays(1)) {
            DayOf it = byDay.get(day);
            Tally tally = it == null ? Tally.NOTHING : it.tally();
            bars.add(new StatusView.Day(day, tally.verdict(), tally.uptime()));
        }
        return bars;
    }
}
