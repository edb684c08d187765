package org.medianest.gateway.live;

/** Why a socket is closed, as the browser hears it. */
enum Farewell {
    GOING_AWAY(1001, "come again in a moment"),
    SESSION_ENDED(4401, "the session has ended"),
    RECONNECT(4408, "reconnect"),
    TOO_TALKATIVE(1008, "nothing is to be sent here"),
    TOO_LONG(1009, "nothing is to be sent here"),
    TRY_AGAIN(1013, "try again");

    private final int code;
    private final String reason;

    Farewell(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
