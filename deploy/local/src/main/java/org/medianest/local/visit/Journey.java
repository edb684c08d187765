package org.medianest.local.visit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Pause;

/** What the first person does on the first evening. */
public record Journey(Api api, String video) {
    private static final String USERNAME = "bench";
    private static final String PASSWORD = "correct horse battery";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final int LOOKS = 15_000;
    private static final int REQUESTS = 200;

    public void setUp(String code) throws IOException {
        api.post(
                "/api/v1/auth/setup",
                Json.object().put("code", code).put("username", USERNAME).put("password", PASSWORD));
    }

    public void signIn() throws IOException {
        api.post(
                "/api/v1/auth/sessions", Json.object().put("username", USERNAME).put("password", PASSWORD));
    }

    /** Set-up is done: signs in, looks, downloads, watches, and clicks around. */
    public void go(Path target) throws IOException {
        signIn();
        String id = download(probe());
        api.download("/api/v1/downloads/" + id + "/file", target);
        Files.delete(target);
        for (int i = 0; i < REQUESTS; i++) {
            api.get(i % 2 == 0 ? "/api/v1/auth/me" : "/api/v1/downloads?limit=20");
        }
    }

    /** What the web UI does as soon as a link is pasted. */
    public String probe() throws IOException {
        String answer = api.post("/api/v1/downloads/probes", Json.object().put("url", video));
        return Json.text(answer, "id").orElseThrow(() -> new Refusal("The answer to a link has no id: " + answer));
    }

    /** Returns when the file is in the library. */
    public String download() throws IOException {
        return await(Json.object().put("url", video).put("quality", "BEST"));
    }

    /** The same for a link that was probed before. */
    public String download(String probe) throws IOException {
        return await(Json.object().put("url", video).put("quality", "BEST").put("probeId", probe));
    }

    private String await(Json.Object wanted) throws IOException {
        String answer = api.post("/api/v1/downloads", wanted);
        String id = Json.text(answer, "id")
                .orElseThrow(() -> new Refusal("The answer to a new download has no id: " + answer));
        for (int look = 0; look < LOOKS; look++) {
            String download = api.get("/api/v1/downloads/" + id);
            switch (Json.text(download, "state").orElse("")) {
                case "COMPLETED" -> {
                    return id;
                }
                case "FAILED", "CANCELLED" -> throw new Refusal("The download did not succeed: " + download);
                default -> Pause.of(LOOK_AGAIN);
            }
        }
        throw new Refusal("The download did not end.");
    }
}
