package org.medianest.auth.resync;

import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.commons.event.AuthEvent.AuthResyncRequested;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.ResyncRequesting;

@AuthServiceTest
class ResyncRequestsTest extends ResyncRequesting {
    ResyncRequestsTest() {
        super("auth-service", AuthResyncRequested.class, EventStream.MEDIA, EventStream.STATUS);
    }
}
