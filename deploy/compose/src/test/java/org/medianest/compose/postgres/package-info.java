/** The real PostgreSQL with the files of {@code infrastructure/postgres}. */
@NullMarked
package org.medianest.compose.postgres;

import org.jspecify.annotations.NullMarked;
