package org.medianest.media.catalogue;

import static org.medianest.commons.database.Values.moment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.medianest.commons.database.Database;
import org.medianest.commons.tidying.Ageing;

/** The table {@code catalogue_memory}: values by a key that says what they are and in which form they were written. */
@ApplicationScoped
class Memory implements Ageing {
    private static final Logger LOG = Logger.getLogger(Memory.class);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

    private static final String KEEP = """
            insert into catalogue_memory (key, value, fetched_at) values ($1, $2, $3)
            on conflict (key) do update set value = excluded.value, fetched_at = excluded.fetched_at
            """;

    private static final String FIND = "select key, value, fetched_at from catalogue_memory where key = $1";

    private static final String ALL = "select key, value, fetched_at from catalogue_memory where key = any($1)";

    private static final String FORGET = """
            delete from catalogue_memory
            where key in (select key from catalogue_memory where fetched_at < $1 order by fetched_at limit $2)
            """;

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Database database;
    private final Clock clock;

    Memory(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    <T> Uni<Optional<Remembered<T>>> find(String key, Class<T> type) {
        return database.first(row -> row, FIND, key)
                .map(found -> found.flatMap(row -> read(key, row.getString("value"), type)
                        .map(value -> new Remembered<>(value, moment(row, "fetched_at")))));
    }

    /** Those of the keys that have a value. */
    <T> Uni<Map<String, T>> all(Collection<String> keys, Class<T> type) {
        return keys.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : database.list(row -> row, ALL, keys).map(rows -> {
                    Map<String, T> values = new HashMap<>();
                    rows.forEach(row -> read(row.getString("key"), row.getString("value"), type)
                            .ifPresent(value -> values.put(row.getString("key"), value)));
                    return values;
                });
    }

    Uni<Void> keep(String key, Object value) {
        return database.change(KEEP, key, write(value), clock.instant()).replaceWithVoid();
    }

    @Override
    public String called() {
        return "the memory of the catalogue";
    }

    /** Throws away what nobody has asked for in a long time. */
    @Override
    public Uni<Void> forgetOld() {
        return database.changeInPortions(FORGET, clock.instant().minus(FORGOTTEN_AFTER));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("our own records can be written", impossible);
        }
    }

    /** Empty for a value that another version wrote and this one cannot read: it is asked for again. */
    private <T> Optional<T> read(String key, String value, Class<T> type) {
        try {
            JavaType javaType = json.constructType(type);
            return Optional.ofNullable(json.readValue(value, javaType));
        } catch (JsonProcessingException strange) {
            LOG.debugf("%s is not as it is written today: %s", key, strange.getOriginalMessage());
            return Optional.empty();
        }
    }

    /** A value and its age. */
    record Remembered<T>(T value, Instant at) {}
}
