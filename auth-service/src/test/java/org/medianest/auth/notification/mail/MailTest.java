package org.medianest.auth.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.auth.notification.WithNews;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.PostOffice;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.homelab.mail.Mail;

@AuthServiceTest
class MailTest extends WithNews {
    @SuppressWarnings("NullAway.Init") // HomelabResource sets it
    PostOffice postOffice;

    @Inject
    Database database;

    private String address;

    /** @param state as it is kept */
    private record Kept(String state, int attempts, String reason) {
        static Kept of(Row row) {
            return new Kept(
                    row.getString("state"), row.getInteger("attempts"), String.valueOf(row.getString("reason")));
        }
    }

    @BeforeEach
    void adaWantsMails() {
        address = ada.username() + "@example.org";
        wish(true);
    }

    @AfterEach
    void postOfficeIsOpen() {
        postOffice.opens();
    }

    @Test
    void declineIsMailedOnceWithItsReasonAlsoWhenItIsDeliveredTwice() {
        EventEnvelope envelope = envelope(declined());

        say(envelope);
        say(envelope);

        Mail mail = awaitMail();
        assertThat(mail.subject()).isEqualTo("“" + FILM + "” was declined");
        assertThat(mail.text()).contains(ada.username(), FILM, REASON, "/title/movie/" + TMDB_ID);
        assertThat(mail.headers()).containsEntry("auto-submitted", "auto-generated");
        awaitAllThatWasSaid();
        await().atMost(SOON).until(() -> kept().equals(List.of(new Kept("DELIVERED", 1, "null"))));
        assertThat(postOffice.mailsTo(address)).hasSize(1);
    }

    @Test
    void mailIsInTheLanguageOfItsReader() {
        wish(true, "DE");

        say(declined());

        Mail mail = awaitMail();
        assertThat(mail.subject()).isEqualTo("„" + FILM + "“ wurde abgelehnt");
        assertThat(mail.text())
                .startsWith("Hallo " + ada.username() + ",")
                .contains("Dein Wunsch nach „" + FILM + "“ wurde abgelehnt.", "Der Grund:", REASON)
                .contains("Welche E-Mails du bekommst, bestimmst du: ")
                .doesNotContain("Hello", "declined", "reason:");
    }

    @Test
    void whatCannotGoNowGoesLaterAndOnce() {
        postOffice.isAway();
        say(declined());
        await().atMost(SOON)
                .until(() -> kept().stream()
                        .anyMatch(one ->
                                one.state().equals("WAITING") && !one.reason().equals("null")));

        postOffice.opens();

        assertThat(awaitMail().text()).contains(REASON);
        await().atMost(SOON).until(() -> kept().getFirst().state().equals("DELIVERED"));
        assertThat(kept().getFirst().attempts()).isGreaterThan(1);
        assertThat(postOffice.mailsTo(address)).hasSize(1);
    }

    @Test
    void whatIsRefusedForGoodIsGivenUpWithTheServersReason() {
        postOffice.rejects();

        say(declined());

        await().atMost(SOON)
                .until(() -> kept().stream().anyMatch(one -> one.state().equals("GIVEN_UP")));
        assertThat(kept().getFirst().attempts()).isEqualTo(1);
        assertThat(kept().getFirst().reason()).contains("550");
    }

    @Test
    void whoWantsNoMailsGetsNone() {
        wish(false);

        say(declined());
        awaitInbox(1);

        assertThat(kept()).isEmpty();
    }

    @Test
    void whoHasChangedTheirMindGetsNotWhatWasWaiting() {
        postOffice.isBusy();
        say(declined());
        await().atMost(SOON)
                .until(() -> kept().stream().anyMatch(one -> one.reason().contains("451")));

        wish(false);

        await().atMost(SOON).until(() -> kept().getFirst().state().equals("GIVEN_UP"));
        assertThat(kept().getFirst().reason()).isEqualTo("They want no mails any more.");
    }

    @Test
    void whoIsShutOutGetsNone() {
        database.run("update app_user set suspended_at = now() where id = $1", ada.id())
                .await()
                .indefinitely();

        say(declined());
        awaitInbox(1);

        assertThat(kept()).isEmpty();
    }

    @Test
    void nothingInATitleOrAReasonBecomesAHeaderOrEndsTheMail() {
        say(declined(
                "Evil\r\nBcc: eve@evil.example\r\n\r\nDear winner\u2028",
                "Line one\r\n.\r\nRCPT TO:<eve@evil.example>\r\nlast\u0007line"));

        Mail mail = awaitMail();
        assertThat(mail.to()).containsExactly(address);
        assertThat(mail.headers()).doesNotContainKey("bcc");
        assertThat(mail.subject()).isEqualTo("“Evil Bcc: eve@evil.example Dear winner” was declined");
        assertThat(mail.text().lines()).containsSubsequence("Line one", ".", "RCPT TO:<eve@evil.example>", "last line");
        assertThat(postOffice.mailsTo("eve@evil.example")).isEmpty();
    }

    private void wish(boolean mail) {
        wish(mail, "EN");
    }

    private void wish(boolean mail, String language) {
        asAda().contentType(ContentType.JSON)
                .body(Map.of("mail", mail, "address", address, "push", true, "language", language))
                .put(PATH + "/preferences")
                .then()
                .statusCode(200);
    }

    private Mail awaitMail() {
        return await().atMost(SOON)
                .until(() -> postOffice.mailsTo(address), mails -> !mails.isEmpty())
                .getFirst();
    }

    private List<Kept> kept() {
        return database.list(
                        Kept::of,
                        "select d.state, d.attempts, d.reason from notification_delivery d"
                                + " join notification n on n.id = d.notification_id where n.person_id = $1",
                        ada.id())
                .await()
                .indefinitely();
    }
}
