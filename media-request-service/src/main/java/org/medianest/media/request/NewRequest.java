package org.medianest.media.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;

/**
 * What somebody asks for.
 *
 * @param seasons of a series; all but the specials when it is left out
 * @param note for those who decide
 * @param again although it was declined before
 */
@Schema(requiredProperties = {"type", "tmdbId"})
public record NewRequest(
        @NotNull MediaType type,
        @NotNull @Min(1) Integer tmdbId,

        @Schema(description = "Of a series; all but the specials when it is left out")
        @Size(min = 1, max = 200)
        @Nullable
        List<@NotNull @Min(0) @Max(10_000) Integer> seasons,

        @Schema(description = "For those who decide")
        @Size(max = 500)
        @Pattern(regexp = Words.SHAPE, message = Words.SHAPE_IN_WORDS)
        @Nullable
        String note,

        @Schema(description = "Although it was declined before: without it the reason of then is the answer") @Nullable
        Boolean again) {

    TitleId title() {
        return new TitleId(type, tmdbId);
    }

    boolean isInsisting() {
        return Boolean.TRUE.equals(again);
    }

    @Nullable
    String writtenNote() {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
