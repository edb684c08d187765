package org.medianest.commons.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What would stay in a native program from its build is seen. */
class LoadingTest {
    @Test
    void randomGeneratorIsFound() {
        assertThat(told(Random.class)).singleElement().asString().contains("SecureRandom.<init>");
    }

    @Test
    void momentIsFoundBehindAMethod() {
        assertThat(told(Indirect.class)).singleElement().asString().contains("Instant.now");
    }

    @Test
    void addressIsFoundBehindARecord() {
        assertThat(told(Addresses.class)).singleElement().asString().contains("InetAddress.ofLiteral");
    }

    @Test
    void whatIsAskedForLaterMayBeOfItsMoment() {
        assertThat(told(Later.class)).isEmpty();
    }

    private static List<String> told(Class<?> loaded) {
        return Loading.of(new ClassFileImporter()
                        .importClasses(loaded, Block.class)
                        .get(loaded))
                .stream()
                .map(call -> call.getDescription())
                .toList();
    }

    private static final class Random {
        static final SecureRandom RANDOM = new SecureRandom();
    }

    private static final class Indirect {
        static final Instant BEGIN = begin();

        private static Instant begin() {
            return Instant.now().minusSeconds(60);
        }
    }

    private record Block(InetAddress start) {
        static Block of(String start) {
            return new Block(InetAddress.ofLiteral(start));
        }
    }

    private static final class Addresses {
        static final Block BLOCK = Block.of("10.0.0.0");
    }

    private static final class Later {
        static final Supplier<Instant> NOW = () -> Instant.now();

        static long now() {
            return System.nanoTime();
        }
    }
}
