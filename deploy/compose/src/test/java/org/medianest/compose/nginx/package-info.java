/** The edge: the real nginx with the files of infrastructure/nginx, in front of a fake gateway. */
@NullMarked
package org.medianest.compose.nginx;

import org.jspecify.annotations.NullMarked;
