package org.medianest.gateway.admission;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.admission.Inquiry.Finding;
import org.medianest.gateway.guard.ClientAddresses;
import org.medianest.gateway.limits.Allowance;
import org.medianest.gateway.limits.Limits;
import org.medianest.gateway.limits.Verdict;
import org.medianest.gateway.problem.ProblemWriter;
import org.medianest.gateway.redis.RedisLink;
import org.medianest.gateway.session.Sessions;
import org.medianest.gateway.session.Visitor;

/**
 * Lets a request in: finds out who sends it, and counts it.
 *
 * <p>Without Redis nobody is recognised and nothing is counted. Who claims a session is told to come again, and so is who might be
 * guessing; everybody else is a stranger, and gets what strangers may have.
 */
@ApplicationScoped
public class Admission {
    private static final Logger LOG = Logger.getLogger(Admission.class);

    private final Inquiry inquiry;
    private final Sessions sessions;
    private final Limits limits;
    private final ClientAddresses addresses;

    Admission(RedisLink redis, Sessions sessions, Limits limits, ClientAddresses addresses) {
        this.inquiry = new Inquiry(redis);
        this.sessions = sessions;
        this.limits = limits;
        this.addresses = addresses;
    }

    /** Who sends the request. Fails with a problem when it is one too many, or when that cannot be found out at the moment. */
    public Future<Visitor> admit(HttpServerRequest request, String path) {
        Allowance allowance = limits.of(request.method(), path);
        Optional<String> claim = sessions.claimOf(request);
        return inquiry.make(
                        claim.map(SessionKeys::of),
                        ClientAddresses.household(addresses.of(request)),
                        allowance.limits())
                .transform(answer -> answer.succeeded()
                        ? settled(answer.result(), request, allowance, claim)
                        : unsettled(answer.cause(), request, allowance, claim));
    }

    private Future<Visitor> settled(
            Finding finding, HttpServerRequest request, Allowance allowance, Optional<String> claim) {
        Optional<ProblemException> refusal =
                limits.refusal(finding.verdict(), allowance, request.response().headers());
        if (refusal.isPresent()) {
            return Future.failedFuture(refusal.get());
        }
        return finding.session().isEmpty() || claim.isEmpty()
                ? Future.succeededFuture(Visitor.NOBODY)
                : sessions.visitor(finding.session().get(), claim.get(), ProblemWriter.traceparentOf(request));
    }

    private Future<Visitor> unsettled(
            Throwable away, HttpServerRequest request, Allowance allowance, Optional<String> claim) {
        LOG.debugf("redis does not answer what=admission cause=%s", away.getMessage());
        if (claim.isPresent()) {
            return Future.failedFuture(Sessions.unknown());
        }
        return limits.refusal(
                        new Verdict.Uncounted(), allowance, request.response().headers())
                .<Future<Visitor>>map(Future::failedFuture)
                .orElseGet(() -> Future.succeededFuture(Visitor.NOBODY));
    }
}
