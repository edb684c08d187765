package org.medianest.auth.people;

import static io.restassured.RestAssured.given;

import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.auth.testing.House;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.UserChanged;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.testing.EventProbe;

/** A house with an admin who is signed in, and Ada, who may a little. */
abstract class WithAnAdmin {
    static final String PATH = "/api/v1/users";

    @Inject
    House house;

    @Inject
    Database database;

    @Inject
    RedisDataSource redis;

    AppUser admin;
    AppUser ada;
    String token;

    @BeforeEach
    void adminIsSignedIn() {
        house.becomeEmpty();
        ada = house.resident("downloads:create", "requests:create");
        admin = house.resident(Permission.ALL.toArray(String[]::new));
        token = house.tokenOf(house.sessionOf(admin));
    }

    RequestSpecification asAdmin() {
        return given().auth().oauth2(token);
    }

    List<UserChanged> changesOf(AppUser user) {
        return new EventProbe(redis)
                .about(EventStream.AUTH, user.id().toString()).stream()
                        .filter(said -> said.type().equals("medianest.user.changed.v1"))
                        .map(said -> EventCodec.payload(said, UserChanged.class))
                        .toList();
    }

    void run(String sql) {
        database.run(sql, ada.id()).await().indefinitely();
    }

    long number(String sql) {
        return database.first(row -> row.getLong(0), sql).await().indefinitely().orElseThrow();
    }
}
