/** What the documents say of security. */
@NullMarked
package org.medianest.compose.security;

import org.jspecify.annotations.NullMarked;
