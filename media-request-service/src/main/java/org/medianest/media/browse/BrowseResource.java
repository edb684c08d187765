package org.medianest.media.browse;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.identity.Caller;
import org.medianest.media.browse.TitleShelf.Genres;
import org.medianest.media.browse.TitleShelf.Providers;
import org.medianest.media.browse.TitleShelf.RecentlyAdded;
import org.medianest.media.catalogue.Catalogue;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.Shelf;
import org.medianest.media.catalogue.ShelfFilter;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.library.LibrarySearch;
import org.medianest.media.request.Viewer;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemHealth;

/** Finding titles over HTTP. */
@Path("/api/v1/media")
@Authenticated
@Tag(name = "browse")
public class BrowseResource {
    private static final int LAST_PAGE = 500;
    private static final int MOST_RECENT = 60;
    private static final int FIRST_YEAR = 1870;
    private static final int LAST_YEAR = 2199;

    private final Search search;
    private final Cards cards;
    private final TitlePages pages;
    private final Catalogue catalogue;
    private final LibrarySearch library;
    private final SystemHealth health;
    private final Caller caller;

    BrowseResource(
            Search search,
            Cards cards,
            TitlePages pages,
            Catalogue catalogue,
            LibrarySearch library,
            SystemHealth health,
            Caller caller) {
        this.search = search;
        this.cards = cards;
        this.pages = pages;
        this.catalogue = catalogue;
        this.library = library;
        this.health = health;
        this.caller = caller;
    }

    @GET
    @Path("/search")
    @Operation(operationId = "search", summary = "Searches the library, what is on its way, and all that there is")
    public Uni<SearchResult> search(
            @RestQuery @NotBlank @Size(max = 200) String query,
            @RestQuery @Nullable MediaType type,
            @RestQuery @Min(FIRST_YEAR) @Max(LAST_YEAR) @Nullable Integer year,
            @RestQuery @DefaultValue("1") @Min(1) @Max(LAST_PAGE) int page) {
        return search.search(query, type, year, page, caller.id());
    }

    @GET
    @Path("/discover/{shelf: trending|popular|upcoming}")
    @Operation(operationId = "discover", summary = "A list to look through")
    public Uni<TitleShelf> discover(
            @RestPath String shelf,
            @RestQuery @NotNull MediaType type,
            @RestQuery @Min(1) @Nullable Integer genre,
            @RestQuery @Min(FIRST_YEAR) @Max(LAST_YEAR) @Nullable Integer year,
            @Parameter(description = "Who shows it in the region of the settings") @RestQuery @Min(1) @Nullable
                    Integer provider,
            @Parameter(description = "The least average of votes") @RestQuery @Min(1) @Max(10) @Nullable Integer rating,
            @RestQuery @DefaultValue("1") @Min(1) @Max(LAST_PAGE) int page) {
        return catalogue
                .shelf(
                        Shelf.valueOf(shelf.toUpperCase(Locale.ROOT)),
                        type,
                        new ShelfFilter(genre, year, provider, rating),
                        page)
                .chain(list -> cards.of(list.items(), caller.id())
                        .map(items ->
                                new TitleShelf(items, list.page(), list.totalPages(), CatalogueState.answered(health))))
                .onFailure(SystemDown.class)
                .recoverWithItem(down -> new TitleShelf(List.of(), page, page, CatalogueState.of((SystemDown) down)));
    }

    @GET
    @Path("/recently-added")
    @Operation(operationId = "recentlyAdded", summary = "What came last to the library")
    public Uni<RecentlyAdded> recentlyAdded(@RestQuery @DefaultValue("20") @Min(1) @Max(MOST_RECENT) int limit) {
        return library.recentlyAdded(limit)
                .chain(titles -> cards.ofLibrary(titles, caller.id()))
                .map(RecentlyAdded::new);
    }

    @GET
    @Path("/genres")
    @Operation(operationId = "genres", summary = "The kinds of films or series")
    public Uni<Genres> genres(@RestQuery @NotNull MediaType type) {
        return catalogue.genres(type).map(Genres::new);
    }

    @GET
    @Path("/providers")
    @Operation(operationId = "providers", summary = "Who shows films or series in the region of the settings")
    public Uni<Providers> providers(@RestQuery @NotNull MediaType type) {
        return catalogue.providers(type).map(Providers::new);
    }

    @GET
    @Path("/titles/{type: movie|series}/{tmdbId: [0-9]{1,9}}")
    @Operation(operationId = "title", summary = "All about one title")
    public Uni<TitlePage> title(@RestPath String type, @RestPath @Min(1) int tmdbId) {
        MediaType kind = "movie".equals(type) ? MediaType.MOVIE : MediaType.SERIES;
        return pages.page(new TitleId(kind, tmdbId), Viewer.of(caller));
    }
}
