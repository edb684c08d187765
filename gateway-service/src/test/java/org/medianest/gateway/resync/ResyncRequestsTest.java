package org.medianest.gateway.resync;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.StatusEvent.StatusResyncRequested;
import org.medianest.commons.testing.ResyncRequesting;
import org.medianest.gateway.testing.House;

@QuarkusTest
@WithTestResource(House.class)
class ResyncRequestsTest extends ResyncRequesting {
    ResyncRequestsTest() {
        super("gateway-service", StatusResyncRequested.class, EventStream.MEDIA);
    }
}
