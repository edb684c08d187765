package org.medianest.compose.nginx;

/** The site on one of the ports that it is served on, and the gateway that is played behind it. */
interface Site {
    RawHttp site();

    FakeGateway gateway();

    /** http or https. */
    String scheme();
}
