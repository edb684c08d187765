package org.medianest.downloads.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.medianest.downloads.egress.EgressPass;
import org.medianest.downloads.egress.EgressProxy;

/** Asks yt-dlp what a link leads to, without fetching it. */
@ApplicationScoped
public class LinkLook {
    private static final Logger LOG = Logger.getLogger(LinkLook.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_OUTPUT = 32 << 20;

    /** What is seen. */
    public sealed interface Sight {
        /** What yt-dlp tells of one video. */
        record Video(JsonNode info) implements Sight {}

        record Nothing(DownloadFailure failure) implements Sight {}

        /** @param complaints why nobody can look, in sentences */
        record Blind(List<String> complaints) implements Sight {}
    }

    private final WorkerConfig config;
    private final StartupChecks checks;
    private final Children children;
    private final EgressProxy egress;

    LinkLook(WorkerConfig config, StartupChecks checks, Children children, EgressProxy egress) {
        this.config = config;
        this.checks = checks;
        this.children = children;
        this.egress = egress;
    }

    /**
     * Blocks, for as long as the limit says.
     *
     * @param folder where the description and the picture are left, as {@code media.info.json} and {@code media.jpg}
     */
    public Sight look(String url, Path folder, Duration limit) throws IOException, InterruptedException {
        Optional<Toolbox> tools = checks.toolbox();
        if (tools.isEmpty()) {
            return new Sight.Blind(checks.complaints());
        }
        Files.createDirectories(folder);
        try (EgressPass pass = egress.open("probe")) {
            Child.Answer answer = children.start(new Children.Order(
                            tools.get().ytDlp().probe(url, folder, pass.proxyUrl()),
                            folder,
                            tools.get().instance(),
                            config.worker().maxFileSize().asLongValue()))
                    .answer(limit, MAX_OUTPUT);
            return judge(answer);
        }
    }

    private static Sight judge(Child.Answer answer) {
        Optional<JsonNode> info = json(answer.out());
        if (info.isEmpty()) {
            return nothing(answer.timedOut() ? DownloadFailure.NETWORK : said(answer.err()), answer.err());
        }
        JsonNode said = info.get();
        if ("playlist".equals(said.path("_type").asText())) {
            return nothing(DownloadFailure.NOT_ONE_VIDEO, "");
        }
        if (said.path("is_live").asBoolean()) {
            return nothing(DownloadFailure.LIVE, "");
        }
        if ("is_upcoming".equals(said.path("live_status").asText())) {
            return nothing(DownloadFailure.NOT_YET, "");
        }
        return said.path("formats").isEmpty() ? nothing(DownloadFailure.NO_VIDEO, "") : new Sight.Video(said);
    }

    private static Sight nothing(DownloadFailure failure, String words) {
        LOG.infof("probe failed failure=%s words=%s", failure, words.replaceAll("\\p{C}", " "));
        return new Sight.Nothing(failure);
    }

    private static DownloadFailure said(String errors) {
        Transcript transcript = new Transcript();
        errors.lines().forEach(line -> transcript.note(new Said.Words(line)));
        String error = transcript.error();
        return error == null ? DownloadFailure.UNKNOWN : DownloadFailure.of(error);
    }

    /** After a failure yt-dlp prints {@code null}. */
    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
