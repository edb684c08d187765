package org.medianest.gateway.uptimekuma;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.Problem.Violation;
import org.medianest.commons.problem.ProblemException;

/**
 * What the admin says of the household's Uptime Kuma. A secret that is left out is the one that is kept, as long as it would go to the
 * same address.
 */
@RegisterForReflection(registerFullHierarchy = true)
public record UptimeKumaRequest(
        @Nullable Method method,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String twoFactor,
        @Nullable String slug,
        @Nullable String apiKey) {
    private static final int LONGEST = 500;
    private static final int LAST_PORT = 65_535;
    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** Without the secrets: it must not get into a log. */
    @Override
    public String toString() {
        return "UptimeKumaRequest[" + method + "]";
    }

    /**
     * What it takes to ask it.
     *
     * @param kept what is known of before, if it is
     * @throws ProblemException when something is missing or not as it must be
     */
    Access access(Optional<Access> kept) {
        List<Violation> wrong = new ArrayList<>();
        Optional<URI> address = address();
        if (address.isEmpty()) {
            wrong.add(new Violation("url", "must be the address of Uptime Kuma, with http:// or https://"));
        }
        if (method == null) {
            wrong.add(new Violation("method", "must be SOCKET, STATUS_PAGE or METRICS"));
        }
        Optional<Access> same =
                kept.filter(it -> address.isPresent() && it.url().equals(address.get()));
        Optional<Access> access = method == null || address.isEmpty()
                ? Optional.empty()
                : switch (method) {
                    case SOCKET -> socket(address.get(), same, wrong);
                    case STATUS_PAGE -> statusPage(address.get(), wrong);
                    case METRICS -> metrics(address.get(), same, wrong);
                };
        return access.orElseThrow(() ->
                new ProblemException(CommonProblem.VALIDATION_FAILED, "Some fields are not as they must be.", wrong));
    }

    private Optional<Access> socket(URI address, Optional<Access> same, List<Violation> wrong) {
        if (isMissing(username)) {
            wrong.add(new Violation("username", "must be the name of an account"));
            return Optional.empty();
        }
        Access.Socket before =
                same.orElse(null) instanceof Access.Socket it && it.username().equals(username) ? it : null;
        Secret given = isMissing(password) ? null : new Secret(String.valueOf(password));
        Secret code = isMissing(twoFactor)
                ? null
                : new Secret(String.valueOf(twoFactor).replace(" ", ""));
        if (given == null && before == null) {
            wrong.add(new Violation("password", "must be the password of the account"));
            return Optional.empty();
        }
        boolean isSame = given == null || (before != null && before.password().equals(given));
        Secret used = given == null && before != null ? before.password() : given;
        return used == null
                ? Optional.empty()
                : Optional.of(new Access.Socket(
                        address,
                        String.valueOf(username),
                        used,
                        isSame && before != null ? before.token() : null,
                        code));
    }

    private Optional<Access> statusPage(URI address, List<Violation> wrong) {
        if (slug == null || !SLUG.matcher(slug).matches()) {
            wrong.add(new Violation("slug", "must be the name in the status page's address, the part after /status/"));
            return Optional.empty();
        }
        return Optional.of(new Access.StatusPage(address, slug));
    }

    private Optional<Access> metrics(URI address, Optional<Access> same, List<Violation> wrong) {
        if (!isMissing(apiKey)) {
            return Optional.of(new Access.Metrics(address, new Secret(String.valueOf(apiKey))));
        }
        if (same.orElse(null) instanceof Access.Metrics before) {
            return Optional.of(before);
        }
        wrong.add(new Violation("apiKey", "must be an API key of Uptime Kuma"));
        return Optional.empty();
    }

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST;
    }

    private Optional<URI> address() {
        if (isMissing(url)) {
            return Optional.empty();
        }
        try {
            URI address = new URI(String.valueOf(url).strip());
            boolean isFine = ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getPort() <= LAST_PORT
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            return isFine ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
