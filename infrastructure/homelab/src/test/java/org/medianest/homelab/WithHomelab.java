package org.medianest.homelab;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A homelab, in which each test finds everything as in the beginning. */
public abstract class WithHomelab {
    protected static Homelab homelab;

    @BeforeAll
    static void startHomelab() {
        homelab = Homelab.start();
    }

    @AfterAll
    static void stopHomelab() {
        homelab.close();
    }

    @BeforeEach
    void resetHomelab() {
        homelab.reset();
    }
}
