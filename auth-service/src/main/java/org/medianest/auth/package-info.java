/** People: who they are, how they sign in, what they may do. */
@NullMarked
package org.medianest.auth;

import org.jspecify.annotations.NullMarked;
