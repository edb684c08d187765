package org.medianest.homelab.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.WithHomelab;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.system.SystemName;

class MailboxTest extends WithHomelab {
    private static final String MULTIPART = String.join(
            "\r\n",
            "Subject: =?UTF-8?Q?Dune_ist_da_=E2=9C=93?=",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative;",
            " boundary=\"b1\"",
            "",
            "--b1",
            "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "Hallo M=C3=BCller,=",
            " Dune",
            "--b1",
            "Content-Type: text/html; charset=UTF-8",
            "Content-Transfer-Encoding: base64",
            "",
            "PGI+RHVuZTwvYj4=",
            "--b1--",
            "");

    private static Http mailbox;

    @BeforeAll
    static void callMailbox() {
        mailbox = new Http(homelab.url(SystemName.MAILBOX), Map.of());
    }

    @Test
    void mailIsKeptWithItsPartsDecoded() throws IOException {
        List<String> answers = send(MULTIPART);

        assertThat(answers).last().asString().startsWith("221");
        Mail mail = homelab.mailbox().mails().getFirst();
        assertThat(mail.from()).isEqualTo("nest@example.org");
        assertThat(mail.to()).containsExactly("anna@example.org", "ben@example.org");
        assertThat(mail.subject()).isEqualTo("Dune ist da ✓");
        assertThat(mail.text()).isEqualTo("Hallo Müller, Dune");
        assertThat(mail.html()).isEqualTo("<b>Dune</b>");
    }

    @Test
    void mailIsShownOverHttpUntilItIsDeleted() throws IOException {
        send("Subject: Hi\r\n\r\n..a line with a dot\r\n");

        JsonObject shown = mailbox.get("/messages").array().getJsonObject(0);
        assertThat(shown.getString("subject")).isEqualTo("Hi");
        assertThat(shown.getJsonArray("parts").getJsonObject(0).getString("text"))
                .isEqualTo(".a line with a dot\r\n");
        assertThat(mailbox.delete("/messages").status()).isEqualTo(204);
        assertThat(mailbox.get("/messages").array()).isEmpty();
    }

    @Test
    void mailCanBeRefusedForNow() throws IOException {
        homelab.mailbox().refuseMail(true);

        List<String> answers = send("Subject: Hi\r\n\r\nx\r\n");

        assertThat(answers).anyMatch(answer -> answer.startsWith("451"));
        assertThat(homelab.mailbox().mails()).isEmpty();
    }

    @Test
    void webhookIsKeptAndAnswered() {
        int status = mailbox.with("Authorization", "secret")
                .post("/hook/seerr", new JsonObject().put("event", "x"))
                .status();

        assertThat(status).isEqualTo(200);
        JsonObject hook = mailbox.get("/hooks").array().getJsonObject(0);
        assertThat(hook.getString("path")).isEqualTo("/hook/seerr");
        assertThat(hook.getJsonObject("headers").getString("authorization")).isEqualTo("secret");
        assertThat(hook.getJsonObject("json").getString("event")).isEqualTo("x");
        assertThat(mailbox.delete("/hooks").status()).isEqualTo(204);
        assertThat(mailbox.get("/hooks").array()).isEmpty();
    }

    /** Speaks SMTP as a client does that waits for each answer. */
    private static List<String> send(String source) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), homelab.mailbox().smtpPort())) {
            socket.setSoTimeout(30_000);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            List<String> answers = new java.util.ArrayList<>();
            answers.add(answer(in));
            for (String command : List.of(
                    "EHLO nest",
                    "AUTH PLAIN AGEAYg==",
                    "MAIL FROM:<nest@example.org>",
                    "RCPT TO:<anna@example.org>",
                    "RCPT TO:<ben@example.org>",
                    "DATA",
                    source + ".",
                    "QUIT")) {
                out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                answers.add(answer(in));
            }
            return answers;
        }
    }

    private static String answer(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        return String.valueOf(line);
    }
}
