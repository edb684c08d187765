package org.medianest.commons.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.commons.identity.Permission;

/** What a service's document lists is for whom its matrix says, and for nobody else: its {@code RouteMatrixTest} implements this. */
public interface RouteMatrixHolds {
    RouteMatrix matrix();

    /** A token of somebody who has these permissions and nothing else. */
    default String tokenOf(String... permissions) {
        return TestTokens.of(UUID.randomUUID(), "somebody", permissions);
    }

    /** An operation that nobody has thought of fails here. */
    @Test
    default void everyOperationIsForSomebody() throws IOException {
        assertThat(RouteMatrix.operations()).containsExactlyInAnyOrderElementsOf(matrix().known());
    }

    @Test
    default void strangersGetWhatIsForAnybodyOnly() throws IOException {
        for (String operation : RouteMatrix.operations()) {
            int status = matrix().ask(given(), operation);

            if (matrix().forAnybody().contains(operation)) {
                assertThat(status).as(operation).isNotIn(401, 403, 500);
            } else {
                assertThat(status).as(operation).isEqualTo(401);
            }
        }
    }

    @Test
    default void whoIsSignedInNeedsNoPermissionForWhatIsForAll() {
        assertOpen(tokenOf(), matrix().forTheSignedIn());
    }

    @Test
    default void permissionsAreAllThatCounts() {
        matrix().forHolders().forEach((permissions, operations) -> {
            assertClosed(allBut(permissions), operations);
            permissions.forEach(permission -> assertOpen(tokenOf(permission), operations));
        });
    }

    private String allBut(Set<String> permissions) {
        return tokenOf(Permission.ALL.stream()
                .filter(other -> !permissions.contains(other))
                .toArray(String[]::new));
    }

    private void assertOpen(String token, Set<String> operations) {
        for (String operation : operations) {
            assertThat(matrix().ask(RouteMatrix.as(token), operation))
                    .as(operation)
                    .isNotIn(401, 403, 500);
        }
    }

    private void assertClosed(String token, Set<String> operations) {
        for (String operation : operations) {
            assertThat(matrix().ask(RouteMatrix.as(token), operation))
                    .as(operation)
                    .isEqualTo(403);
        }
    }
}
