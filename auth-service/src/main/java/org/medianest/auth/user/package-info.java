/** Accounts. */
@NullMarked
package org.medianest.auth.user;

import org.jspecify.annotations.NullMarked;
