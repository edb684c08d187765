package org.medianest.homelab.seerr;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.world.World;
import org.medianest.homelab.world.WorldEvent;

/** Hands what was approved on to Radarr and Sonarr. Not thread safe: its caller has the lock, which it takes itself when they answer. */
final class Forwarding {
    private final World world;
    private final ArrClient arrs;
    private final Object lock;
    private Future<?> underWay = Future.succeededFuture();

    Forwarding(World world, ArrClient arrs, Object lock) {
        this.world = world;
        this.arrs = arrs;
        this.lock = lock;
    }

    /** Done when the arrs have answered all that was sent until now. */
    Future<?> underWay() {
        return underWay;
    }

    /** @param requests are told when the arr does not take it */
    void send(MediaRequest request, Requests requests) {
        Future<Integer> added = add(request).onComplete(result -> {
            synchronized (lock) {
                sent(request, result, requests);
            }
        });
        underWay = underWay.otherwiseEmpty().eventually(() -> added);
        world.tell(new WorldEvent.Wanted(request.media().title().key(), request.seasons()));
    }

    private Future<Integer> add(MediaRequest request) {
        return switch (request.media().title()) {
            case Film film -> arrs.add(film, request.options());
            case Series series -> arrs.add(series, request.seasons(), request.options());
        };
    }

    private void sent(MediaRequest request, AsyncResult<Integer> added, Requests requests) {
        if (added.succeeded()) {
            request.media().externalServiceId(added.result());
        } else {
            requests.failed(request, world.clock().now());
        }
    }
}
