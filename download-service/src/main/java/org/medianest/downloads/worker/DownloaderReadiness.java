package org.medianest.downloads.worker;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when downloads can work. */
@Readiness
@ApplicationScoped
class DownloaderReadiness implements HealthCheck {
    private final StartupChecks checks;

    DownloaderReadiness(StartupChecks checks) {
        this.checks = checks;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("downloader");
        checks.versions().forEach(answer::withData);
        if (!checks.complaints().isEmpty()) {
            answer.withData("reason", String.join(" ", checks.complaints()));
        }
        return answer.status(checks.complaints().isEmpty()).build();
    }
}
