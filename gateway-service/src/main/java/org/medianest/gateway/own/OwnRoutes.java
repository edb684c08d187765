package org.medianest.gateway.own;

import java.util.List;

/** Addresses that the gateway answers itself. A CDI bean. */
public interface OwnRoutes {
    List<OwnRoute> routes();
}
