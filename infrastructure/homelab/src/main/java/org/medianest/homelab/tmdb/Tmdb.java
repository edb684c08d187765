package org.medianest.homelab.tmdb;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.medianest.homelab.artwork.Artwork;
import org.medianest.homelab.artwork.Pictures;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.system.Addresses;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.StandIn;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.World;

/** TMDB's API below {@code /3} and its images below {@code /t/p}, on one port. */
public final class Tmdb implements StandIn {
    private final World world;
    private final Images images;
    private final ListRoutes lists;
    private final TitleRoutes titles;

    public Tmdb(World world, Artwork artwork, Addresses addresses) {
        this.world = world;
        Catalogue catalogue = world.catalogue();
        Pictures pictures = new Pictures(artwork, catalogue);
        People people = new People(catalogue, pictures);
        this.images = new Images(pictures, addresses);
        this.lists = new ListRoutes(catalogue, people, this::today);
        this.titles = new TitleRoutes(catalogue, people, this::today);
    }

    @Override
    public SystemName name() {
        return SystemName.TMDB;
    }

    @Override
    public void mount(Router router) {
        router.get("/t/p/:size/:name").blockingHandler(context -> images.send(context, this), false);
        router.route("/3/*").handler(this::authenticate);
        router.get("/3/configuration").handler(images::configuration);
        lists.mount(router);
        titles.mount(router);
        router.route("/3/*").handler(context -> fail(context, 404));
    }

    @Override
    public void reset() {}

    @Override
    public void fail(RoutingContext context, int status) {
        Failures.answer(context, status);
    }

    private void authenticate(RoutingContext context) {
        boolean known = Query.text(context, "api_key").filter(Keys.TMDB::equals).isPresent()
                || Query.header(context, "Authorization")
                        .filter(("Bearer " + Keys.TMDB_READ_TOKEN)::equals)
                        .isPresent();
        if (known) {
            context.next();
        } else {
            fail(context, 401);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.clock().now(), ZoneOffset.UTC);
    }
}
