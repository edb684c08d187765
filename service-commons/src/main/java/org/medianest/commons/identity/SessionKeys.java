package org.medianest.commons.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where a session lies in Redis: auth-service writes it, the gateway reads it. */
public final class SessionKeys {
    /** Field: the id of the person. */
    public static final String USER = "user";
    /** Field: the public id of the session, for lists and events. */
    public static final String SID = "sid";
    /** Field: the token that the gateway sends inside; absent when it must be asked for again. */
    public static final String TOKEN = "token";
    /** Field: epoch second at which the token ends. */
    public static final String TOKEN_EXPIRES = "tokenExpires";
    /** Field: seconds that the session lives without being used. */
    public static final String IDLE_SECONDS = "idle";
    /** Field: permissions, separated by spaces. */
    public static final String PERMISSIONS = "permissions";

    private SessionKeys() {}

    /** Only the hash of a session id is ever stored. */
    public static String of(String rawSessionId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(rawSessionId.getBytes(StandardCharsets.UTF_8));
            return "session:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
