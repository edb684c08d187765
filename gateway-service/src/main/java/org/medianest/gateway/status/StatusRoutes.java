package org.medianest.gateway.status;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.Problem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.answer.Answer;
import org.medianest.gateway.own.Call;
import org.medianest.gateway.own.OwnRoute;
import org.medianest.gateway.own.OwnRoutes;
import org.medianest.gateway.watch.Board;
import org.medianest.gateway.watch.Board.Range;

/** How things are and were. */
@ApplicationScoped
class StatusRoutes implements OwnRoutes {
    private final StatusPage page;
    private final Board board;
    private final Clock clock;

    StatusRoutes(StatusPage page, Board board, Clock clock) {
        this.page = page;
        this.board = board;
        this.clock = clock;
    }

    @Override
    public List<OwnRoute> routes() {
        return List.of(
                new OwnRoute(
                        HttpMethod.GET,
                        "/api/v1/status",
                        null,
                        call -> page.now().map(Answer::ok)),
                new OwnRoute(HttpMethod.GET, "/api/v1/status/{id}/history", null, this::history));
    }

    private Uni<Answer> history(Call call) {
        return board.history(call.parameter("id"), range(call), clock.instant())
                .map(found -> found.map(HistoryView::of)
                        .map(Answer::ok)
                        .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Nothing of that name is watched.")));
    }

    private static Range range(Call call) {
        String asked = call.query("range").orElse(Range.DAY.name());
        return Arrays.stream(Range.values())
                .filter(range -> range.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.VALIDATION_FAILED,
                        "There is no such range.",
                        List.of(new Problem.Violation("range", "must be DAY, WEEK or MONTH"))));
    }
}
