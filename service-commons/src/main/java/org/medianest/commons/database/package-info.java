/** Postgres: statements, rows and transactions, without blocking. */
@NullMarked
package org.medianest.commons.database;

import org.jspecify.annotations.NullMarked;
