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
                new Wanted(title, "The Title", 1999, tvdbId, seasons, null),
                Holder.NOBODY,
                new Stage.Approved(),
                Tries.none(Instant.EPOCH),
                null);
    }

    /** The same order, taken by a system that knows it by this id. */
    public static Commission taken(Commission order, SystemKind by, int externalId, Stage stage) {
        return new Commission(
                order.requestId(),
                order.requesterId(),
                order.wanted(),
                new Holder(by, externalId, Instant.now()),
                stage,
                order.tries(),
                order.ours());
    }

    /** The same order, handed over another time. */
    public static Commission again(Commission order) {
        return new Commission(
                order.requestId(),
                order.requesterId(),
                order.wanted(),
                order.holder(),
                order.stage(),
                new Tries(true, order.tries().failures(), order.tries().nextAt()),
                order.ours());
    }
}
