package org.medianest.media.integration;

import org.medianest.media.system.SystemKind;

/** Said inside this replica when an admin has changed how a system is connected. */
public record IntegrationsChanged(SystemKind kind) {}
