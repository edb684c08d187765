/** The PostgreSQL server that comes as a Maven artifact. */
@NullMarked
package org.medianest.local.postgres;

import org.jspecify.annotations.NullMarked;
