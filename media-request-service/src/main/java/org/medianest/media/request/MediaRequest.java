package org.medianest.media.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleFacts;
import org.medianest.media.catalogue.TitleId;

/** What somebody asked for. Its state changes through {@link #become} only. */
class MediaRequest {
    final UUID id;
    final UUID requester;
    final String requesterName;
    final TitleId titleId;
    final String title;

    @Nullable
    Integer year;

    @Nullable
    String posterPath;

    @Nullable
    String backdropPath;

    @Nullable
    LocalDate releaseDate;

    @Nullable
    String note;

    /** Empty for films; in their order. */
    List<AskedSeason> seasons = List.of();

    RequestState state;

    /** How far what is on its way has come; null while that is not known. */
    @Nullable
    TitleState stage;

    @Nullable
    Double percent;

    @Nullable
    Long etaSeconds;

    /** When it may be had at the earliest, as those who get it say. */
    @Nullable
    LocalDate expected;

    /** Why it stands where it stands, for people. */
    @Nullable
    String reason;

    @Nullable
    UUID decidedBy;

    @Nullable
    String decidedByName;

    final Instant createdAt;

    Instant updatedAt;

    MediaRequest(UUID id, UUID requester, String requesterName, TitleId titleId, String title, Instant createdAt) {
        this.id = id;
        this.requester = requester;
        this.requesterName = requesterName;
        this.titleId = titleId;
        this.title = title;
        this.state = RequestState.PENDING;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    static MediaRequest of(UUID id, Viewer requester, TitleFacts facts, List<AskedSeason> seasons, Instant now) {
        MediaRequest request = new MediaRequest(id, requester.id(), requester.name(), facts.id(), facts.title(), now);
        request.year = facts.year();
        request.posterPath = facts.posterPath();
        request.backdropPath = facts.backdropPath();
        request.releaseDate = facts.releaseDate();
        request.seasons = List.copyOf(seasons);
        return request;
    }

    /** @throws IllegalStateException when there is no such step; nothing has changed then */
    void become(RequestState next, @Nullable String why, Instant now) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("no step from " + state + " to " + next);
        }
        state = next;
        reason = why;
        updatedAt = now;
        if (next != RequestState.PROCESSING) {
            at(null);
        }
    }

    void decided(Viewer by) {
        decidedBy = by.id();
        decidedByName = by.name();
    }

    /** It has come so far. */
    void at(@Nullable TitleState reached) {
        stage = reached;
        percent = null;
        etaSeconds = null;
        expected = null;
    }

    /** It can be tried again: it failed, or somebody must look after it. */
    boolean canBeTriedAgain() {
        return state == RequestState.FAILED
                || (state == RequestState.PROCESSING && stage == TitleState.NEEDS_ATTENTION);
    }

    TitleState titleState() {
        return switch (state) {
            case PENDING -> TitleState.AWAITING_APPROVAL;
            case APPROVED -> TitleState.APPROVED_QUEUED;
            case PROCESSING -> stage == null ? TitleState.SEARCHING : stage;
            case PARTIALLY_AVAILABLE -> TitleState.PARTLY_AVAILABLE;
            case AVAILABLE -> TitleState.AVAILABLE;
            case DECLINED -> TitleState.DECLINED;
            case FAILED -> TitleState.NEEDS_ATTENTION;
            case CANCELLED -> TitleState.CANCELLED;
        };
    }

    boolean isFilm() {
        return titleId.type() == MediaType.MOVIE;
    }

    List<Integer> seasonNumbers() {
        return seasons.stream().map(AskedSeason::number).toList();
    }
}
