package org.medianest.auth.notification.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.medianest.auth.notification.delivery.Carrier;
import org.medianest.auth.notification.delivery.Delivery;
import org.medianest.auth.notification.delivery.Outcome;
import org.medianest.auth.notification.delivery.Way;
import org.medianest.auth.notification.delivery.Wording;
import org.medianest.auth.notification.preference.PreferenceStore;
import org.medianest.auth.notification.preference.PreferenceStore.Mailbox;

/** Writes a mail of some news, in plain text, to where its reader wants it by then. */
@ApplicationScoped
class MailCarrier implements Carrier {
    private final MailServer server;
    private final PreferenceStore preferences;
    private final String house;

    MailCarrier(
            MailServer server,
            PreferenceStore preferences,
            @ConfigProperty(name = "medianest.public-url") URI publicUrl) {
        this.server = server;
        this.preferences = preferences;
        this.house = publicUrl.toString().replaceFirst("/+$", "");
    }

    @Override
    public Way way() {
        return Way.MAIL;
    }

    @Override
    public boolean isReady() {
        return server.isThere();
    }

    @Override
    public Uni<Outcome> carry(Delivery delivery) {
        return preferences
                .mailbox(delivery.news().personId())
                .chain(mailbox -> mailbox.map(to -> send(delivery, to))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.Never("They want no mails any more."))));
    }

    private Uni<Outcome> send(Delivery delivery, Mailbox to) {
        return server.send(message(delivery, to))
                .<Outcome>map(sent -> new Outcome.Delivered())
                .onFailure()
                .recoverWithItem(SmtpAnswer::of);
    }

    /** Of the same news always with the same name: whoever gets it a second time can see that. */
    private MailMessage message(Delivery delivery, Mailbox to) {
        Wording wording = Wording.in(delivery.language());
        return new MailMessage()
                .setTo(to.address())
                .setSubject(EncodedWords.of(wording.headline(delivery.news())))
                .setText(wording.letter(delivery.news(), to.name(), house))
                .addHeader("Message-ID", "<" + delivery.id() + "@" + server.ownName() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
