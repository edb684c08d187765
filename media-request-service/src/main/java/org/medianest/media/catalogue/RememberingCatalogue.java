package org.medianest.media.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.concurrent.CallerContext;
import org.medianest.media.catalogue.Memory.Remembered;
import org.medianest.media.system.NotConfigured;
import org.medianest.media.system.SystemDown;

/** Asks TMDB only for what it does not remember, and once when many ask for the same. */
@ApplicationScoped
class RememberingCatalogue implements Catalogue {
    private final Tmdb tmdb;
    private final Memory memory;
    private final TmdbConfig config;
    private final Clock clock;
    private final Map<String, Uni<?>> underWay = new ConcurrentHashMap<>();

    RememberingCatalogue(Tmdb tmdb, Memory memory, TmdbConfig config, Clock clock) {
        this.tmdb = tmdb;
        this.memory = memory;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<TitleFacts>> title(TitleId id) {
        return remembered(
                        key(id),
                        KnownTitle.class,
                        config.titleFresh(),
                        () -> tmdb.title(id).map(KnownTitle::of))
                .map(known -> Optional.ofNullable(known.facts()));
    }

    @Override
    public Uni<Map<TitleId, TitleFacts>> known(Collection<TitleId> ids) {
        Map<String, TitleId> byKey = ids.stream().distinct().collect(Collectors.toMap(this::key, Function.identity()));
        return memory.all(byKey.keySet(), KnownTitle.class).map(values -> {
            Map<TitleId, TitleFacts> known = new HashMap<>();
            values.forEach((key, value) -> {
                if (value.facts() != null) {
                    known.put(value.facts().id(), value.facts());
                }
            });
            return known;
        });
    }

    @Override
    public Uni<TitleList> search(String query, @Nullable MediaType type, @Nullable Integer year, int page) {
        // Postgres has no text with this sign in it
        String text = query.replace('\0', ' ').strip().toLowerCase(Locale.ROOT);
        return genreNames(type == null ? MediaType.values() : new MediaType[] {type})
                .chain(genres -> remembered(
                        key("search", type, year, page, text),
                        TitleList.class,
                        config.listFresh(),
                        () -> tmdb.search(text, type, year, page, genres)));
    }

    @Override
    public Uni<TitleList> shelf(Shelf shelf, MediaType type, ShelfFilter filter, int page) {
        return genreNames(type)
                .chain(genres -> remembered(
                        key(
                                "shelf",
                                shelf,
                                type,
                                filter.genre(),
                                filter.year(),
                                filter.provider(),
                                filter.rating(),
                                page),
                        TitleList.class,
                        config.listFresh(),
                        () -> tmdb.shelf(shelf, type, filter, page, genres)));
    }

    @Override
    public Uni<List<Provider>> providers(MediaType type) {
        return remembered(
                        key("providers", type, config.region()),
                        KnownProviders.class,
                        config.genresFresh(),
                        () -> tmdb.providers(type).map(KnownProviders::new))
                .map(KnownProviders::providers);
    }

    @Override
    public Uni<List<Genre>> genres(MediaType type) {
        return remembered(
                        key("genres", type),
                        KnownGenres.class,
                        config.genresFresh(),
                        () -> tmdb.genres(type).map(KnownGenres::new))
                .map(KnownGenres::genres);
    }

    @Override
    public Uni<Optional<TitleId>> byExternalId(MediaType type, ExternalId id) {
        return remembered(
                        key("external", type, id.source(), id.value()),
                        KnownId.class,
                        config.genresFresh(),
                        () -> tmdb.byExternalId(type, id).map(found -> new KnownId(found.orElse(null))))
                .map(known -> Optional.ofNullable(known.id()));
    }

    /** The names are an ornament: a list is shown without them too. */
    private Uni<Map<Integer, String>> genreNames(MediaType... types) {
        Uni<Map<Integer, String>> names = Uni.createFrom().item(new HashMap<>());
        for (MediaType type : types) {
            names = names.call(sofar -> genres(type)
                    .invoke(genres -> genres.forEach(genre -> sofar.put(genre.id(), genre.name())))
                    .onFailure(SystemDown.class)
                    .recoverWithItem(List.of()));
        }
        return names;
    }

    private <T> Uni<T> remembered(String key, Class<T> type, Duration fresh, Supplier<Uni<T>> question) {
        return memory.find(key, type)
                .chain(found -> found.isPresent() && isFresh(found.get(), fresh)
                        ? Uni.createFrom().item(found.get().value())
                        : asked(key, type, question)
                                .onFailure(SystemDown.class)
                                .recoverWithUni(down -> stale(found, down)));
    }

    private boolean isFresh(Remembered<?> remembered, Duration fresh) {
        return remembered.at().plus(fresh).isAfter(clock.instant());
    }

    /** Without a key nothing is shown: whoever disconnects TMDB does not want its data. */
    private static <T> Uni<T> stale(Optional<Remembered<T>> found, Throwable down) {
        return found.isPresent() && !(down instanceof NotConfigured)
                ? Uni.createFrom().item(found.get().value())
                : Uni.createFrom().failure(down);
    }

    private <T> Uni<T> asked(String key, Class<T> type, Supplier<Uni<T>> question) {
        Executor caller = CallerContext.executor();
        return underWay.computeIfAbsent(
                        key,
                        absent -> Uni.createFrom()
                                .deferred(question::get)
                                .call(value -> memory.keep(key, value))
                                .onTermination()
                                .invoke(() -> underWay.remove(key))
                                .memoize()
                                .indefinitely())
                .map(type::cast)
                .emitOn(caller);
    }

    private String key(TitleId id) {
        return key("title", id.type(), id.tmdbId());
    }

    /** The form of what is remembered, and in which language it is, are part of its key. */
    private String key(@Nullable Object... parts) {
        return Arrays.stream(parts)
                .map(String::valueOf)
                .collect(Collectors.joining("/", "1/" + config.language() + "/", ""));
    }

    /** That there is no such title is worth remembering too. */
    @RegisterForReflection(registerFullHierarchy = true)
    record KnownTitle(@Nullable TitleFacts facts) {
        static KnownTitle of(Optional<TitleFacts> facts) {
            return new KnownTitle(facts.orElse(null));
        }
    }

    @RegisterForReflection(registerFullHierarchy = true)
    record KnownGenres(List<Genre> genres) {}

    @RegisterForReflection(registerFullHierarchy = true)
    record KnownProviders(List<Provider> providers) {}

    @RegisterForReflection(registerFullHierarchy = true)
    record KnownId(@Nullable TitleId id) {}
}
