package org.medianest.auth.plextv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;

/** What plex.tv answered. */
final class PlexReply {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int GONE = 404;

    /** Of the scheme with keys and short-lived tokens: the token has expired. */
    private static final int TOKEN_EXPIRED = 498;

    private static final int UNAUTHORIZED = 401;

    private final int status;
    private final byte[] body;

    PlexReply(int status, byte[] body) {
        this.status = status;
        this.body = Arrays.copyOf(body, body.length);
    }

    int status() {
        return status;
    }

    boolean isGone() {
        return status == GONE;
    }

    /** @throws PlexTokenRefused when that is what it says; PlexAway when it is anything else than what was asked for */
    byte[] content() {
        if (status == UNAUTHORIZED || status == TOKEN_EXPIRED) {
            throw new PlexTokenRefused();
        }
        if (status < 200 || status > 299) {
            throw new PlexAway("answers with status " + status);
        }
        return body;
    }

    /** The same as JSON. */
    JsonNode json() {
        byte[] content = content();
        try {
            JsonNode read = JSON.readTree(content);
            if (read != null && read.isContainerNode()) {
                return read;
            }
        } catch (IOException notJson) {
            // the parser quotes what it cannot read, which may be a token
            throw new PlexAway("answers something that is not JSON");
        }
        throw new PlexAway("answers nothing");
    }
}
