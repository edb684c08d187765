package org.medianest.media;

import org.medianest.commons.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.medianest.media");
    }
}
