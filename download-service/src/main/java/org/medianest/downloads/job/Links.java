package org.medianest.downloads.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.egress.Link;
import org.medianest.downloads.egress.LinkRules;
import org.medianest.downloads.egress.LinkVerdict;

/** The links that people send, refused in words or made canonical. */
@ApplicationScoped
public class Links {
    private final LinkRules rules;

    Links(LinkRules rules) {
        this.rules = rules;
    }

    /** The link in its one spelling; fails with a problem that says what is wrong with it. */
    public Uni<Link> accept(String text) {
        Link link = accepted(rules.judge(text));
        return link.wellKnown() ? Uni.createFrom().item(link) : Blocking.offload(() -> accepted(rules.judgeHost(link)));
    }

    private static Link accepted(LinkVerdict verdict) {
        return switch (verdict) {
            case LinkVerdict.Accepted accepted -> accepted.link();
            case LinkVerdict.Malformed malformed -> throw DownloadProblem.LINK_INVALID.because(malformed.sentence());
            case LinkVerdict.Forbidden forbidden ->
                throw DownloadProblem.LINK_NOT_ALLOWED.because(forbidden.sentence());
            case LinkVerdict.NotOneVideo list -> throw DownloadProblem.PROBE_FAILED.because(list.sentence());
        };
    }
}
