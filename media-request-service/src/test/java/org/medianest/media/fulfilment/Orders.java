package org.medianest.media.fulfilment;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.system.SystemKind;

/** Orders as tests need them. */
public final class Orders {
    private Orders() {}

    /** Of which nothing is written down. */
    public static final Ledger UNWRITTEN = new Ledger() {
        @Override
        public Uni<Void> intend(Footprint change) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> retract() {
            return Uni.createFrom().voidItem();
        }
    };

    public static Commission film(int tmdbId) {
        return order(new TitleId(MediaType.MOVIE, tmdbId), null, Set.of());
    }

    public static Commission series(int tmdbId, @Nullable Integer tvdbId, Integer... seasons) {
        return order(new TitleId(MediaType.SERIES, tmdbId), tvdbId, Set.of(seasons));
    }

    private static Commission order(TitleId title, @Nullable Integer tvdbId, Set<Integer> seasons) {
        return new Commission(
                UUID.randomUUID(),
                UUID.randomUUID(),
                title,
                "The Title",
                1999,
                tvdbId,
                seasons,
                null,
                false,
                null,
                null,
                null,
                0,
                new Stage.Approved(),
                Instant.EPOCH,
                null);
    }

    /** The same order, taken by a system that knows it by this id. */
    public static Commission taken(Commission order, SystemKind by, int externalId, Stage stage) {
        return with(order, false, by, externalId, Instant.now(), stage);
    }

    /** The same order, handed over another time. */
    public static Commission again(Commission order) {
        return with(order, true, order.system(), order.externalId(), order.handedAt(), order.stage());
    }

    private static Commission with(
            Commission order,
            boolean again,
            @Nullable SystemKind system,
            @Nullable Integer externalId,
            @Nullable Instant handedAt,
            Stage stage) {
        return new Commission(
                order.requestId(),
                order.requesterId(),
                order.title(),
                order.name(),
                order.year(),
                order.tvdbId(),
                order.seasons(),
                order.outOn(),
                again,
                system,
                externalId,
                handedAt,
                order.failures(),
                stage,
                order.nextAt(),
                order.ours());
    }
}
