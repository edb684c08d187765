package org.medianest.homelab.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import org.medianest.homelab.system.Addresses;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.system.StandIn;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.HomelabClock;

/**
 * Takes mails at a port of SMTP and webhooks at {@code /hook/…}, and shows both over HTTP. The mail port is 1000 above that of HTTP, or
 * any free one if that is taken.
 */
public final class Mailbox implements StandIn {
    private static final String HOST = "127.0.0.1";
    private static final int SMTP_ABOVE_HTTP = 1000;

    private final HomelabClock clock;
    private final Addresses addresses;
    private final HookSink hooks = new HookSink();
    private final List<Mail> mails = new ArrayList<>();
    private boolean refusesMail;
    private boolean rejectsMail;
    private volatile int smtpPort;

    public Mailbox(HomelabClock clock, Addresses addresses) {
        this.clock = clock;
        this.addresses = addresses;
    }

    @Override
    public SystemName name() {
        return SystemName.MAILBOX;
    }

    @Override
    public void mount(Router router) {
        router.get("/")
                .handler(context -> Reply.json(
                        context,
                        200,
                        new JsonObject()
                                .put("smtp", new JsonObject().put("host", HOST).put("port", smtpPort))
                                .put("messages", mails().size())
                                .put("hooks", hooks().size())));
        router.get("/messages").handler(context -> Reply.json(context, 200, mailsJson()));
        router.delete("/messages").handler(context -> {
            clearMails();
            Reply.empty(context, 204);
        });
        router.get("/hooks").handler(context -> {
            JsonArray json = new JsonArray();
            hooks().forEach(hook -> json.add(HookSink.json(hook)));
            Reply.json(context, 200, json);
        });
        router.delete("/hooks").handler(context -> {
            hooks.clear();
            Reply.empty(context, 204);
        });
        router.route("/hook").handler(context -> hooks.take(context, clock.now()));
        router.route("/hook/*").handler(context -> hooks.take(context, clock.now()));
    }

    @Override
    public Future<Void> start(Vertx vertx) {
        int wished = addresses.url(SystemName.MAILBOX).getPort() + SMTP_ABOVE_HTTP;
        return listen(vertx, wished)
                .recover(taken -> listen(vertx, 0))
                .onSuccess(server -> smtpPort = server.actualPort())
                .mapEmpty();
    }

    private Future<NetServer> listen(Vertx vertx, int port) {
        return vertx.createNetServer(new NetServerOptions().setHost(HOST))
                .connectHandler(socket -> new SmtpSession(socket, this::take).start())
                .listen(port);
    }

    private synchronized String take(String from, List<String> to, String source) {
        if (refusesMail) {
            return "451 4.3.0 Try again later";
        }
        if (rejectsMail) {
            return "550 5.7.1 Not wanted here";
        }
        Mime mime = Mime.parse(source);
        mails.add(new Mail(mails.size() + 1, clock.now(), from, to, mime.headers(), mime.parts(), source));
        return "250 2.0.0 OK: queued as " + mails.size();
    }

    public int smtpPort() {
        return smtpPort;
    }

    /** In the order in which they came. */
    public synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** Has it say of each mail that it cannot take it now. */
    public synchronized void refuseMail(boolean on) {
        refusesMail = on;
    }

    /** Has it say of each mail that it will never take it. */
    public synchronized void rejectMail(boolean on) {
        rejectsMail = on;
    }

    public List<ReceivedHook> hooks() {
        return hooks.all();
    }

    /** What senders of webhooks are answered from now on; 200 at first. */
    public void answerHooksWith(int status) {
        hooks.answerWith(status);
    }

    public synchronized void clearMails() {
        mails.clear();
    }

    public void clearHooks() {
        hooks.clear();
    }

    private JsonArray mailsJson() {
        JsonArray json = new JsonArray();
        for (Mail mail : mails()) {
            JsonObject headers = new JsonObject();
            mail.headers().forEach(headers::put);
            JsonArray parts = new JsonArray();
            mail.parts()
                    .forEach(part -> parts.add(new JsonObject()
                            .put("contentType", part.contentType())
                            .put("text", part.text())));
            json.add(new JsonObject()
                    .put("id", mail.id())
                    .put("at", mail.at().toString())
                    .put("from", mail.from())
                    .put("to", new JsonArray(mail.to()))
                    .put("subject", mail.subject())
                    .put("headers", headers)
                    .put("parts", parts)
                    .put("source", mail.source()));
        }
        return json;
    }

    @Override
    public synchronized void reset() {
        mails.clear();
        refusesMail = false;
        rejectsMail = false;
        hooks.reset();
    }
}
