package org.medianest.auth.notification.preference;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medianest.auth.notification.Language;
import org.medianest.auth.notification.delivery.Carriers;
import org.medianest.auth.notification.delivery.Way;
import org.medianest.commons.identity.Caller;
import org.medianest.commons.problem.CommonProblem;

/** {@code /api/v1/notifications/preferences}: everybody's own. */
@Path("/api/v1/notifications/preferences")
@Authenticated
@Tag(name = "notifications")
public class PreferenceResource {
    private static final Wish UNSAID = new Wish(true, null, true, Language.EN);

    private final PreferenceStore store;
    private final Carriers carriers;
    private final Caller caller;

    PreferenceResource(PreferenceStore store, Carriers carriers, Caller caller) {
        this.store = store;
        this.carriers = carriers;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "findNotificationPreferences", summary = "By which ways you want to hear of your news")
    public Uni<Preferences> find() {
        return store.find(caller.id()).map(wish -> preferences(wish.orElse(UNSAID)));
    }

    @PUT
    @Operation(
            operationId = "changeNotificationPreferences",
            summary = "Says by which ways you want to hear of your news",
            description = "It counts for what you are told from now on, and for mails that are not sent yet.")
    public Uni<Preferences> change(@NotNull @Valid PreferenceChange body) {
        return store.keep(caller.id(), body.wish())
                .map(kept -> preferences(kept.orElseThrow(
                        () -> CommonProblem.UNAUTHENTICATED.because("This account does not exist any more."))));
    }

    private Preferences preferences(Wish wish) {
        Language language = Objects.requireNonNullElse(wish.language(), Language.EN);
        return new Preferences(wish.mail(), wish.address(), carriers.canGo(Way.MAIL), wish.push(), language);
    }
}
