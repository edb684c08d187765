package org.medianest.commons;

import org.medianest.commons.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.medianest.commons");
    }
}
