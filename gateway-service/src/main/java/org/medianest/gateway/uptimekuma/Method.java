package org.medianest.gateway.uptimekuma;

/** How Uptime Kuma is asked. */
public enum Method {
    /** With an account, live. */
    SOCKET,
    /** What a public status page shows; up to some minutes old. */
    STATUS_PAGE,
    /** With an API key; without a past. */
    METRICS
}
