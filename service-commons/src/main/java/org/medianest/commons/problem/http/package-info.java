/** Turns what a resource throws into problem documents. Needs Quarkus REST. */
@NullMarked
package org.medianest.commons.problem.http;

import org.jspecify.annotations.NullMarked;
