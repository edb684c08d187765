/** Signing in and out; sessions live in Redis. */
@NullMarked
package org.medianest.auth.session;

import org.jspecify.annotations.NullMarked;
