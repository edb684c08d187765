package org.medianest.auth.notification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.MediaEvent.DownloadShelved;
import org.medianest.commons.event.MediaEvent.FollowedTitleChanged;
import org.medianest.commons.event.MediaEvent.OfRequest;
import org.medianest.commons.event.MediaEvent.RequestAvailable;
import org.medianest.commons.event.MediaEvent.RequestDeclined;
import org.medianest.commons.event.MediaEvent.RequestFailed;

/** Which events people are told of. The consumer applies each once, so each is told once. */
class NewsOfMedia {
    @Produces
    @Singleton
    EventHandler<RequestDeclined> declined(Notifications notifications) {
        return new Telling<>(
                RequestDeclined.class,
                event -> Optional.of(toOwner(NotificationKind.REQUEST_DECLINED, event, event.reason())),
                notifications);
    }

    @Produces
    @Singleton
    EventHandler<RequestAvailable> available(Notifications notifications) {
        return new Telling<>(
                RequestAvailable.class,
                event -> Optional.of(toOwner(NotificationKind.REQUEST_AVAILABLE, event, null)),
                notifications);
    }

    @Produces
    @Singleton
    EventHandler<RequestFailed> failed(Notifications notifications) {
        return new Telling<>(
                RequestFailed.class,
                event -> Optional.of(toOwner(NotificationKind.REQUEST_FAILED, event, event.reason())),
                notifications);
    }

    @Produces
    @Singleton
    EventHandler<FollowedTitleChanged> followed(Notifications notifications) {
        return new Telling<>(
                FollowedTitleChanged.class,
                event -> kindOfFollowed(event.state())
                        .map(kind -> new News(
                                event.personId(),
                                kind,
                                event.title(),
                                event.reason(),
                                title(event.type(), event.tmdbId(), event.requestId()))),
                notifications);
    }

    @Produces
    @Singleton
    EventHandler<DownloadShelved> shelved(Notifications notifications) {
        return new Telling<>(
                DownloadShelved.class,
                event -> Optional.of(new News(
                        event.ownerId(),
                        NotificationKind.DOWNLOAD_IN_PLEX,
                        event.title(),
                        null,
                        new NotificationLink(NotificationLink.Type.DOWNLOAD, null, event.downloadId()))),
                notifications);
    }

    /** Of its way there only its end is news. */
    private static Optional<NotificationKind> kindOfFollowed(String state) {
        return switch (state) {
            case "AVAILABLE" -> Optional.of(NotificationKind.FOLLOWED_AVAILABLE);
            case "DECLINED" -> Optional.of(NotificationKind.FOLLOWED_DECLINED);
            default -> Optional.empty();
        };
    }

    private static News toOwner(NotificationKind kind, OfRequest event, @Nullable String reason) {
        return new News(
                event.ownerId(), kind, event.title(), reason, title(event.type(), event.tmdbId(), event.requestId()));
    }

    private static NotificationLink title(String type, int tmdbId, UUID requestId) {
        return new NotificationLink(NotificationLink.Type.valueOf(type), tmdbId, requestId);
    }

    /** @param news what is to be told of an event, if anything is */
    private record Telling<E extends DomainEvent>(
            Class<E> event, Function<E, Optional<News>> news, Notifications notifications) implements EventHandler<E> {
        @Override
        public Uni<Void> on(E event, Transaction transaction) {
            return news.apply(event)
                    .map(one -> notifications.tell(transaction, one))
                    .orElseGet(() -> Uni.createFrom().voidItem());
        }
    }
}
