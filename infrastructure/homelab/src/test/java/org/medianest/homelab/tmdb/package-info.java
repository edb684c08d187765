@NullMarked
package org.medianest.homelab.tmdb;

import org.jspecify.annotations.NullMarked;
