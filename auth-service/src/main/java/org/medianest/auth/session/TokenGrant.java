package org.medianest.auth.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the gateway gets for a session: a token for the services and what it needs itself. */
public record TokenGrant(String token, Instant expiresAt, UUID userId, List<String> permissions) {}
