package org.medianest.local.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedisBinaryTest {

    @Test
    void majorVersionIsReadFromWhatTheServerSays() {
        assertThat(RedisBinary.major("Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.2.1 bits=64"))
                .isEqualTo(7);
        assertThat(RedisBinary.major("Valkey something else")).isZero();
    }

    @Test
    void everyKindOfMachineHasItsProgramInTheArtifact() {
        for (String system : new String[] {"Linux", "Mac OS X"}) {
            for (String processor : new String[] {"amd64", "aarch64"}) {
                assertThat(getClass().getResource("/" + RedisBinary.resourceFor(system, processor)))
                        .as(system + " " + processor)
                        .isNotNull();
            }
        }
    }
}
