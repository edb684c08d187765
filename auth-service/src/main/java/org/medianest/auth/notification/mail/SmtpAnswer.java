package org.medianest.auth.notification.mail;

import io.vertx.ext.mail.SMTPException;
import java.util.Set;
import org.medianest.auth.notification.delivery.Outcome;

/** What to make of a mail that was not taken. */
final class SmtpAnswer {
    /** It is we who are refused, not the mail: once an admin has put that right it goes. */
    private static final Set<Integer> ABOUT_SIGNING_IN = Set.of(530, 534, 535, 538);

    private SmtpAnswer() {}

    static Outcome of(Throwable failure) {
        String reason =
                "The mail server: " + String.valueOf(failure.getMessage()).strip();
        return failure instanceof SMTPException smtp
                        && smtp.isPermanent()
                        && !ABOUT_SIGNING_IN.contains(smtp.getReplyCode())
                ? new Outcome.Never(reason)
                : new Outcome.NotYet(reason);
    }
}
