/** A server of engine.io v4 and socket.io v4: just as much as Uptime Kuma uses, over polling and WebSocket. */
@NullMarked
package org.medianest.homelab.kuma.socketio;

import org.jspecify.annotations.NullMarked;
