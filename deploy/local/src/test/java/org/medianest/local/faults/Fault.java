package org.medianest.local.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.medianest.local.lab.Station;
import org.medianest.local.process.Pause;

/** What can go wrong, and how it ends. Each takes its time; those that strike the same thing wait for each other. */
enum Fault {
    STATION_KILLED {
        @Override
        void strike(Household house, Random random) throws IOException {
            Station station = any(house.stations, random);
            synchronized (station) {
                station.kill();
                station.start();
            }
        }
    },
    STATION_STANDS_STILL {
        @Override
        void strike(Household house, Random random) throws IOException {
            Station station = any(house.stations, random);
            synchronized (station) {
                station.pause();
                Pause.of(Duration.ofSeconds(5));
                station.resume();
            }
        }
    },
    REDIS_KILLED {
        @Override
        void strike(Household house, Random random) throws IOException {
            synchronized (house.redis) {
                house.lab.redis().kill();
                house.lab.redis().start();
            }
        }
    },
    REDIS_EMPTIED {
        @Override
        void strike(Household house, Random random) throws IOException {
            synchronized (house.redis) {
                house.redis.send("FLUSHALL");
            }
        }
    },
    REDIS_FULL {
        @Override
        void strike(Household house, Random random) throws IOException {
            synchronized (house.redis) {
                house.redis.send("CONFIG", "SET", "maxmemory", "100kb");
                Pause.of(Duration.ofSeconds(2));
                house.redis.send("CONFIG", "SET", "maxmemory", "256mb");
            }
        }
    },
    REDIS_STANDS_STILL {
        @Override
        void strike(Household house, Random random) {
            synchronized (house.toRedis) {
                house.toRedis.hold();
                Pause.of(Duration.ofSeconds(4));
                house.toRedis.resume();
            }
        }
    },
    POSTGRES_KILLED {
        @Override
        void strike(Household house, Random random) throws IOException {
            synchronized (house.lab) {
                house.lab.postgres().kill();
                house.lab.postgres().start();
            }
        }
    },
    CONNECTIONS_CUT {
        @Override
        void strike(Household house, Random random) {
            (random.nextBoolean() ? house.toPostgres : house.toRedis).cut();
        }
    },
    HANDLERS_SLOW {
        @Override
        void strike(Household house, Random random) throws SQLException {
            trouble(house, "SLOW", any(Household.STREAMS, random));
        }
    },
    HANDLERS_FAIL {
        @Override
        void strike(Household house, Random random) throws SQLException {
            trouble(house, "FAILING", any(Household.STREAMS, random));
        }
    },
    CLOCK_JUMPS {
        @Override
        void strike(Household house, Random random) throws IOException {
            FalseClock clock = any(List.of(house.postgresClock, house.redisClock), random);
            clock.jump(Duration.ofHours(random.nextInt(-1, 2)));
        }
    };

    abstract void strike(Household house, Random random) throws IOException, SQLException;

    /** For a second; however often Postgres is killed meanwhile, it has an end. */
    private static void trouble(Household house, String kind, String stream) throws SQLException {
        house.begin(kind, stream);
        Pause.of(Duration.ofSeconds(1));
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
            house.end(kind, stream);
            return true;
        });
    }

    static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
