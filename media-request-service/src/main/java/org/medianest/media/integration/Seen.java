package org.medianest.media.integration;

import org.medianest.media.system.Connection;

/** A system that was looked at, by the way that worked. */
record Seen(Connection connection, Found found) {}
