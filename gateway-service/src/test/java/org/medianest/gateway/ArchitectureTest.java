package org.medianest.gateway;

import org.medianest.commons.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.medianest.gateway");
    }
}
