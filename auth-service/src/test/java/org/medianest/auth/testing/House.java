package org.medianest.auth.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.medianest.auth.AuthConfig;
import org.medianest.auth.password.Passwords;
import org.medianest.auth.user.AppUser;
import org.medianest.auth.user.Users;
import org.medianest.commons.database.Database;
import org.medianest.commons.identity.Permission;

/** The house under test: who lives in it, and its front door. */
@ApplicationScoped
public class House {
    public static final String PASSWORD = "correct horse battery";

    private final AuthConfig config;
    private final Users users;
    private final Database database;

    /** Of {@link #PASSWORD}: it is costly on purpose, and all have the same. */
    private final Uni<String> hash;

    House(AuthConfig config, Users users, Passwords passwords, Database database) {
        this.config = config;
        this.users = users;
        this.database = database;
        this.hash = passwords.hash(PASSWORD).memoize().indefinitely();
    }

    /** Somebody with an account and {@link #PASSWORD}; the name is new each time. */
    public AppUser resident() {
        return resident(Permission.DOWNLOADS_CREATE);
    }

    /** The same, with these permissions. */
    public AppUser resident(String... permissions) {
        String name = "u" + UUID.randomUUID().toString().substring(0, 12);
        return hash.map(known -> AppUser.local(name, known, Set.of(permissions), Instant.now()))
                .chain(user -> database.inTransaction(transaction -> users.register(transaction, user)))
                .await()
                .indefinitely();
    }

    public ValidatableResponse signIn(String username, String password) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", UUID.randomUUID().toString())
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/auth/sessions")
                .then();
    }

    /** The session cookie's value of somebody who signs in now. */
    public String sessionOf(AppUser user) {
        return signIn(user.username(), PASSWORD).statusCode(201).extract().cookie("medianest");
    }

    /** A token for a session, as the gateway gets it. */
    public String tokenOf(String session) {
        return given().header("X-Session", session)
                .post("/internal/v1/tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    public String setupCode() throws IOException {
        return Files.readString(config.setupCodeFile()).strip();
    }

    /** Back to the first visit: nobody lives here. */
    public void becomeEmpty() {
        database.inTransaction(transaction ->
                        transaction.run("delete from setup").chain(() -> transaction.run("delete from app_user")))
                .await()
                .indefinitely();
    }

    public long count() {
        return database.first(row -> row.getLong(0), "select count(*) from app_user")
                .await()
                .indefinitely()
                .orElseThrow();
    }
}
