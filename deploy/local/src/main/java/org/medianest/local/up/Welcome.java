package org.medianest.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.medianest.local.place.Part;
import org.medianest.local.service.HttpProbe;
import org.medianest.local.service.Surroundings;

/** What to do next, once everything is ready. */
record Welcome(Surroundings surroundings) {

    String text() {
        String address = surroundings.publicUrl();
        boolean first = new HttpProbe(surroundings.ports().of(Part.AUTH), "/api/v1/auth/setup")
                .ask()
                .filter(answer -> answer.status() == 200)
                .filter(answer -> answer.body().replaceAll("\\s", "").contains("\"required\":true"))
                .isPresent();
        return first
                ? "\nMediaNest is ready: %s\nSet-up code:        %s\n\nCtrl-C stops it.".formatted(address, setupCode())
                : "\nMediaNest is ready, sign in at %s\n\nCtrl-C stops it.".formatted(address);
    }

    private String setupCode() {
        Path file = surroundings.layout().setupCode();
        return read(file)
                .orElseGet(() -> "see %s".formatted(surroundings.layout().log(Part.AUTH)));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
