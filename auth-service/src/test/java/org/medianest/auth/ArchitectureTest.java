package org.medianest.auth;

import org.medianest.commons.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.medianest.auth");
    }
}
