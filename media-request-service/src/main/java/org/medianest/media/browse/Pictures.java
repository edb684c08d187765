package org.medianest.media.browse;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.medianest.media.catalogue.TmdbConfig;
import org.medianest.media.integration.Integrations;
import org.medianest.media.system.Answer;
import org.medianest.media.system.Call;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Query;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemHttp;
import org.medianest.media.system.SystemKind;

/** Fetches pictures from the two places that there are, so that no browser asks them, and no key leaves. */
@ApplicationScoped
class Pictures {
    private static final int LARGEST = 10 * 1024 * 1024;
    private static final int AT_ONCE = 3;

    private final SystemHttp http;
    private final Integrations integrations;
    private final Connection tmdb;
    private final Turns turns = new Turns(AT_ONCE);

    Pictures(SystemHttp http, Integrations integrations, TmdbConfig config) {
        this.http = http;
        this.integrations = integrations;
        this.tmdb = new Connection(SystemKind.TMDB, config.imagesUrl(), Secret.NONE, new JsonObject());
    }

    /**
     * A picture of TMDB.
     *
     * @param size and
     * @param name of the patterns of TMDB, nothing else
     */
    Uni<Optional<Picture>> ofTmdb(String size, String name) {
        return turns.take(() -> picture(tmdb, Call.get("/" + size + "/" + name, Query.none())));
    }

    /** A picture of an item of the library, scaled by Plex. */
    Uni<Optional<Picture>> ofPlex(String ratingKey, PlexPicture kind) {
        Query query = Query.of("width", kind.width())
                .and("height", kind.height())
                .and("minSize", 1)
                .and("upscale", 0)
                .and("url", "/library/metadata/" + ratingKey + "/" + kind.word());
        return integrations
                .required(SystemKind.PLEX)
                .chain(plex -> turns.take(() -> picture(plex, Call.get("/photo/:/transcode", query))));
    }

    private Uni<Optional<Picture>> picture(Connection connection, Call call) {
        return http.sendBeside(connection, call.with("Accept", "image/*").upTo(LARGEST))
                .map(answer -> Optional.of(answer).filter(Answer::isOk).flatMap(ok -> Picture.of(ok.body())));
    }

    /** What Plex has of an item. */
    enum PlexPicture {
        THUMB("thumb", 342, 513),
        ART("art", 1280, 720);

        private final String word;
        private final int width;
        private final int height;

        PlexPicture(String word, int width, int height) {
            this.word = word;
            this.width = width;
            this.height = height;
        }

        String word() {
            return word;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }
}
