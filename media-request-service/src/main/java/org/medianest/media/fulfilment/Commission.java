package org.medianest.media.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.SeasonFacts;
import org.medianest.media.catalogue.TitleFacts;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.system.SystemKind;

/**
 * An order on its way to a system, or held by one.
 *
 * @param outOn when it may be had, as far as is known
 * @param again whether it was handed over before, so that this is another try
 * @param system whose matter it is, null while nobody's
 * @param externalId what the system calls it, when that is known
 * @param handedAt when the system took it, null until then
 * @param stage how it stood when it was last looked at
 * @param nextAt when it is to be looked at, or handed over, next
 * @param ours what was changed at the system for it, null for nothing
 */
public record Commission(
        UUID requestId,
        UUID requesterId,
        TitleId title,
        String name,
        @Nullable Integer year,
        @Nullable Integer tvdbId,
        Set<Integer> seasons,
        @Nullable LocalDate outOn,
        boolean again,
        @Nullable SystemKind system,
        @Nullable Integer externalId,
        @Nullable Instant handedAt,
        int failures,
        Stage stage,
        Instant nextAt,
        @Nullable Footprint ours) {
    public Commission {
        seasons = Set.copyOf(seasons);
    }

    static Commission of(Order order, Instant nextAt) {
        TitleFacts facts = order.title();
        return new Commission(
                order.requestId(),
                order.requesterId(),
                facts.id(),
                facts.title(),
                facts.year(),
                facts.tvdbId(),
                order.seasons(),
                outOn(order),
                false,
                null,
                null,
                null,
                0,
                new Stage.Approved(),
                nextAt,
                null);
    }

    /** As somebody sees it who knows nothing of what others call it. */
    Commission forAnother() {
        return new Commission(
                requestId,
                requesterId,
                title,
                name,
                year,
                tvdbId,
                seasons,
                outOn,
                again,
                null,
                null,
                null,
                failures,
                stage,
                nextAt,
                null);
    }

    /** The same, with what was changed for it. */
    Commission owning(@Nullable Footprint changed) {
        return new Commission(
                requestId,
                requesterId,
                title,
                name,
                year,
                tvdbId,
                seasons,
                outOn,
                again,
                system,
                externalId,
                handedAt,
                failures,
                stage,
                nextAt,
                changed);
    }

    public boolean isTaken() {
        return handedAt != null;
    }

    boolean isDue(Instant now) {
        return !nextAt.isAfter(now);
    }

    /** What waits for its release waits until then, as far as we know. */
    public Optional<LocalDate> notBefore(LocalDate today) {
        return Optional.ofNullable(outOn).filter(today::isBefore);
    }

    /** Of a series, when the first of the seasons that are wanted begins. */
    private static @Nullable LocalDate outOn(Order order) {
        TitleFacts facts = order.title();
        Stream<@Nullable LocalDate> dates = order.seasons().isEmpty()
                ? Stream.of(facts.homeRelease() == null ? facts.releaseDate() : facts.homeRelease())
                : facts.seasons().stream()
                        .filter(season -> order.seasons().contains(season.number()))
                        .map(SeasonFacts::airDate);
        return dates.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }
}
