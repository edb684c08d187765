/** Backups that were restored: the scripts of infrastructure/backup with the real PostgreSQL and pgBackRest. */
@NullMarked
package org.medianest.compose.backup;

import org.jspecify.annotations.NullMarked;
