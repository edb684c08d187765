package org.medianest.auth.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.House;
import org.medianest.auth.user.AppUser;

@AuthServiceTest
class TokenTest {
    @Inject
    House house;

    @Inject
    SigningKeys keys;

    @Test
    void tokenIsVerifiedByThePublishedKeys() throws Throwable {
        AppUser ada = house.resident();
        String token = house.tokenOf(house.sessionOf(ada));

        JsonWebKeySet published =
                new JsonWebKeySet(given().get("/.well-known/jwks.json").asString());
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(published.getJsonWebKeys()))
                .setExpectedAudience("medianest")
                .setExpectedIssuer("medianest")
                .build()
                .processToClaims(token);

        assertThat(claims.getSubject()).isEqualTo(ada.id().toString());
        assertThat(claims.getStringListClaimValue("groups")).containsExactlyElementsOf(ada.permissions());
        assertThat(claims.getExpirationTime().getValue() - Instant.now().getEpochSecond())
                .isBetween(290L, 300L);
    }

    @Test
    void privateKeyIsNotPublished() {
        assertThat(given().get("/.well-known/jwks.json").asString()).doesNotContain("\"d\"");
    }

    @Test
    void forgedTokensAreRefused() throws Throwable {
        for (String forged : forgeries().toList()) {
            given().auth()
                    .oauth2(forged)
                    .get("/api/v1/auth/me")
                    .then()
                    .statusCode(401)
                    .contentType(startsWith("application/problem+json"))
                    .body("code", equalTo("UNAUTHENTICATED"));
        }
    }

    @Test
    void tokenThatWasGoodIsRefusedOnceItHasEnded() throws Throwable {
        AppUser ada = house.resident();
        String brief = claimsOf(ada, Instant.now().getEpochSecond() + 2)
                .jws()
                .keyId(keys.newest().id())
                .algorithm(SignatureAlgorithm.ES256)
                .sign(keys.newest().privateKey());
        given().auth().oauth2(brief).get("/api/v1/auth/me").then().statusCode(200);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().auth()
                        .oauth2(brief)
                        .get("/api/v1/auth/me")
                        .then()
                        .statusCode(401));
    }

    @Test
    void tokenIsNotKnownByItsBeginning() throws Throwable {
        String honest = house.tokenOf(house.sessionOf(house.resident()));
        given().auth().oauth2(honest).get("/api/v1/auth/me").then().statusCode(200);
        String signature = honest.substring(honest.lastIndexOf('.') + 1);
        String bent = honest.replace(signature, new StringBuilder(signature).reverse());

        given().auth().oauth2(bent).get("/api/v1/auth/me").then().statusCode(401);
    }

    @Test
    void withoutTokenNobodyIsSignedIn() {
        given().get("/api/v1/auth/me").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }

    private Stream<String> forgeries() throws Throwable {
        AppUser ada = house.resident();
        String honest = house.tokenOf(house.sessionOf(ada));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair stranger = generator.generateKeyPair();
        byte[] publicBytes = keys.newest().publicKey().toJson().getBytes(StandardCharsets.UTF_8);
        long now = Instant.now().getEpochSecond();
        String claims = honest.split("\\.", -1)[1];
        return Stream.of(
                "garbage",
                "x".repeat(15_000),
                base64("{\"alg\":\"none\"}") + "." + claims + ".",
                honest.substring(0, honest.length() - 8),
                claimsOf(ada, now + 60)
                        .jws()
                        .keyId(keys.newest().id())
                        .algorithm(SignatureAlgorithm.ES256)
                        .sign(stranger.getPrivate()),
                claimsOf(ada, now + 60)
                        .jws()
                        .keyId("other")
                        .algorithm(SignatureAlgorithm.ES256)
                        .sign(keys.newest().privateKey()),
                claimsOf(ada, now - 60)
                        .jws()
                        .keyId(keys.newest().id())
                        .algorithm(SignatureAlgorithm.ES256)
                        .sign(keys.newest().privateKey()),
                claimsOf(ada, now + 60)
                        .audience("elsewhere")
                        .jws()
                        .keyId(keys.newest().id())
                        .algorithm(SignatureAlgorithm.ES256)
                        .sign(keys.newest().privateKey()),
                claimsOf(ada, now + 60)
                        .issuer("elsewhere")
                        .jws()
                        .keyId(keys.newest().id())
                        .algorithm(SignatureAlgorithm.ES256)
                        .sign(keys.newest().privateKey()),
                claimsOf(ada, now + 60)
                        .claim("nbf", now + 600)
                        .jws()
                        .keyId(keys.newest().id())
                        .algorithm(SignatureAlgorithm.ES256)
                        .sign(keys.newest().privateKey()),
                claimsOf(ada, now + 60)
                        .jws()
                        .keyId(keys.newest().id())
                        .header("jku", "http://127.0.0.1:1/keys")
                        .algorithm(SignatureAlgorithm.ES256)
                        .sign(stranger.getPrivate()),
                claimsOf(ada, now + 60)
                        .jws()
                        .keyId(keys.newest().id())
                        .algorithm(SignatureAlgorithm.HS256)
                        .sign(new SecretKeySpec(publicBytes, "HmacSHA256")));
    }

    private static JwtClaimsBuilder claimsOf(AppUser user, long end) {
        return Jwt.issuer("medianest")
                .audience("medianest")
                .subject(user.id().toString())
                .upn(user.username())
                .issuedAt(end - 300)
                .expiresAt(end);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
