package org.medianest.homelab.mail;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One connection to the mail port: RFC 5321 without encryption; any name and password are taken. */
final class SmtpSession {
    private static final int LARGEST = 10_000_000;

    private final NetSocket socket;
    private final Taker taker;
    private final List<String> to = new ArrayList<>();
    private final StringBuilder data = new StringBuilder();
    private String from = "";
    private boolean hasSender;
    private boolean readsData;
    private int passwordLines;

    /** Takes a whole mail. */
    interface Taker {
        /** @return what to answer, such as {@code 250 OK} */
        String take(String from, List<String> to, String source);
    }

    SmtpSession(NetSocket socket, Taker taker) {
        this.socket = socket;
        this.taker = taker;
    }

    void start() {
        RecordParser lines = RecordParser.newDelimited("\r\n", line -> read(text(line)));
        lines.maxRecordSize(LARGEST);
        lines.exceptionHandler(tooLong -> socket.close());
        socket.handler(lines);
        say("220 homelab ESMTP");
    }

    private static String text(Buffer line) {
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private void say(String answer) {
        socket.write(answer + "\r\n");
    }

    private void read(String line) {
        if (readsData) {
            data(line);
        } else if (passwordLines > 0) {
            passwordLines--;
            say(passwordLines == 0 ? "235 2.7.0 Authentication successful" : "334 UGFzc3dvcmQ6");
        } else {
            command(line);
        }
    }

    private void command(String line) {
        String upper = line.toUpperCase(Locale.ROOT);
        switch (upper.split("[ :]")[0]) {
            case "EHLO" -> say("250-homelab\r\n250-SIZE " + LARGEST + "\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN");
            case "HELO" -> say("250 homelab");
            case "AUTH" -> authenticate(upper);
            case "MAIL" -> sender(line);
            case "RCPT" -> recipient(line);
            case "DATA" -> {
                readsData = !to.isEmpty();
                say(readsData ? "354 End data with <CR><LF>.<CR><LF>" : "503 5.5.1 Need RCPT first");
            }
            case "RSET" -> {
                forget();
                say("250 2.0.0 OK");
            }
            case "NOOP" -> say("250 2.0.0 OK");
            case "QUIT" -> {
                say("221 2.0.0 Bye");
                socket.close();
            }
            default -> say("502 5.5.2 Command not recognized");
        }
    }

    private void authenticate(String upper) {
        if (upper.startsWith("AUTH PLAIN ")) {
            say("235 2.7.0 Authentication successful");
        } else if (upper.startsWith("AUTH PLAIN")) {
            passwordLines = 1;
            say("334 ");
        } else if (upper.startsWith("AUTH LOGIN")) {
            passwordLines = upper.startsWith("AUTH LOGIN ") ? 1 : 2;
            say(passwordLines == 1 ? "334 UGFzc3dvcmQ6" : "334 VXNlcm5hbWU6");
        } else {
            say("504 5.5.4 Unrecognized authentication type");
        }
    }

    private void sender(String line) {
        forget();
        from = address(line);
        hasSender = true;
        say("250 2.1.0 OK");
    }

    private void recipient(String line) {
        String address = address(line);
        if (!hasSender) {
            say("503 5.5.1 Need MAIL first");
        } else if (!address.contains("@")) {
            say("501 5.1.3 Bad recipient address syntax");
        } else {
            to.add(address);
            say("250 2.1.5 OK");
        }
    }

    private static String address(String line) {
        int open = line.indexOf('<');
        int close = line.indexOf('>', open);
        return open < 0 || close < 0 ? "" : line.substring(open + 1, close);
    }

    private void data(String line) {
        if (line.equals(".")) {
            String answer = taker.take(from, to, data.toString());
            forget();
            say(answer);
        } else if (data.length() + line.length() > LARGEST) {
            forget();
            say("552 5.3.4 Message too big");
            socket.close();
        } else {
            data.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
    }

    private void forget() {
        from = "";
        hasSender = false;
        readsData = false;
        to.clear();
        data.setLength(0);
    }
}
