/** What the packages of media-request-service have in common. */
@NullMarked
package org.medianest.media;

import org.jspecify.annotations.NullMarked;
