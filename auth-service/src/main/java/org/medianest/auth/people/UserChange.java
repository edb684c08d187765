package org.medianest.auth.people;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a person; what is left out stays as it is.
 *
 * @param permissions all that they may do from now on
 * @param suspended whether they are shut out
 */
public record UserChange(
        @Nullable @Size(max = 64) List<@NotNull @KnownPermission String> permissions,
        @Nullable Boolean suspended) {}
