@NullMarked
package org.medianest.homelab.kuma.socketio;

import org.jspecify.annotations.NullMarked;
