/** The short-lived tokens that services trust, and the keys that sign them. */
@NullMarked
package org.medianest.auth.token;

import org.jspecify.annotations.NullMarked;
