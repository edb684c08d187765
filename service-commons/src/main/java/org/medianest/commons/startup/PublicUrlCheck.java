package org.medianest.commons.startup;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a public address that browsers could not use, before cookies, links and origins are made of it. */
@ApplicationScoped
public class PublicUrlCheck {
    private final Optional<URI> publicUrl;

    PublicUrlCheck(@ConfigProperty(name = "medianest.public-url") Optional<URI> publicUrl) {
        this.publicUrl = publicUrl;
    }

    void check(@Observes StartupEvent event) {
        publicUrl.ifPresent(PublicUrlCheck::refuse);
    }

    static void refuse(URI url) {
        boolean isOfTheWeb = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!isOfTheWeb || url.getHost() == null) {
            throw new IllegalStateException(
                    "MEDIANEST_PUBLIC_URL is " + url
                            + ", which no browser can open. Set it to the address that people type, such as https://media.my-family.net.");
        }
    }
}
