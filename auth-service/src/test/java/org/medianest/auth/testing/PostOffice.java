package org.medianest.auth.testing;

import java.util.List;
import java.util.Map;
import org.medianest.commons.testing.TcpRelay;
import org.medianest.homelab.mail.Mail;
import org.medianest.homelab.mail.Mailbox;

/** The homelab's mailbox, and the way there, which can be closed. */
public final class PostOffice implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Mailbox mailbox;
    private final TcpRelay way;

    PostOffice(Mailbox mailbox) {
        this.mailbox = mailbox;
        this.way = new TcpRelay(HOST, mailbox.smtpPort());
    }

    /** How the service under test finds it, and how impatient it is. */
    Map<String, String> settings() {
        return Map.of(
                "medianest.mail.host", HOST,
                "medianest.mail.port", Integer.toString(way.port()),
                "medianest.mail.encryption", "NONE",
                "medianest.mail.from", "MediaNest <nest@house.example>",
                "medianest.notifications.delivery.first-pause", "1s",
                "medianest.notifications.delivery.patience", "10s",
                "medianest.notifications.delivery.poll", "200ms");
    }

    /** Nobody gets through to it until it {@link #opens}. */
    public void isAway() {
        way.refuse();
    }

    /** Each mail is refused for now until it {@link #opens}. */
    public void isBusy() {
        mailbox.refuseMail(true);
    }

    public void opens() {
        way.resume();
        mailbox.refuseMail(false);
        mailbox.rejectMail(false);
    }

    /** Each mail is refused for good until it {@link #opens}. */
    public void rejects() {
        mailbox.rejectMail(true);
    }

    /** What came for somebody, in the order in which it came. */
    public List<Mail> mailsTo(String address) {
        return mailbox.mails().stream()
                .filter(mail -> mail.to().contains(address))
                .toList();
    }

    @Override
    public void close() {
        way.close();
    }
}
