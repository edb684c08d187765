package org.medianest.gateway.uptimekuma;

import io.vertx.core.http.UpgradeRejectedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What goes wrong with Uptime Kuma, in words for the admin. */
final class KumaWords {
    static final String CREDENTIALS_REFUSED = "Uptime Kuma does not accept the user name or the password.";
    static final String NEEDS_CODE =
            "Uptime Kuma asks for a two-factor code. Enter the one that your app shows now, and save.";
    static final String CODE_REFUSED = "Uptime Kuma does not accept this two-factor code. Enter a fresh one.";
    static final String NOT_SET_UP = "Uptime Kuma has no account yet. Open it, finish its set-up, and try again.";
    static final String SILENT = "Uptime Kuma does not answer at this address.";
    static final String NOT_KUMA = "What answers at this address is not Uptime Kuma.";

    private KumaWords() {}

    /** For a refusal by one of the words that Uptime Kuma has for them; before 2.0 they were sentences. */
    static String ofRefusal(String word) {
        return switch (word) {
            case "authIncorrectCreds", "Incorrect username or password." -> CREDENTIALS_REFUSED;
            case "authUserInactiveOrDeleted", "The user is inactive or deleted." ->
                "The account at Uptime Kuma is not active any more.";
            case "authInvalidToken", "Invalid Token!" -> CODE_REFUSED;
            default -> "Uptime Kuma refuses to sign us in.";
        };
    }

    static String ofFailure(Throwable failure) {
        return switch (failure) {
            case UnknownHostException unknown -> "The name in this address is not known.";
            case SSLException tls -> "The certificate of this address is not accepted.";
            case TimeoutException late -> "Uptime Kuma does not answer in time.";
            case ConnectException refused -> SILENT;
            case NotKuma stranger -> NOT_KUMA;
            case UpgradeRejectedException refusal -> isUnwell(refusal.getStatus()) ? SILENT : NOT_KUMA;
            default -> SILENT;
        };
    }

    /** What does not say who answers. */
    private static boolean isUnwell(int status) {
        return status >= 500 || status == 429;
    }

    /** What an answer with a status that is no use means. */
    static RuntimeException ofStatus(int status) {
        return isUnwell(status) ? new Lost("status " + status) : new NotKuma("status " + status);
    }

    /** It was there, and is not any more. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost(String what) {
            super(what, null, false, false);
        }
    }

    /** Something answered that Uptime Kuma would not. */
    static final class NotKuma extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotKuma(String what) {
            super(what, null, false, false);
        }
    }
}
