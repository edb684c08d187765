package org.medianest.homelab.plextv;

import java.util.List;
import org.medianest.homelab.plexformat.Node;
import org.medianest.homelab.system.Addresses;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;

/** A person's account as plex.tv shows it to the person. */
final class Account {
    private final Addresses addresses;

    Account(Addresses addresses) {
        this.addresses = addresses;
    }

    Node user(Person person) {
        Node user = basics("user", person)
                .set("friendlyName", person.title())
                .set("confirmed", !person.managed())
                .set("emailOnlyAuth", false)
                .set("hasPassword", !person.managed())
                .set("protected", false)
                .set("home", person.home())
                .set("homeSize", person.home() ? 2 : 1)
                .set("homeAdmin", person.share() == Share.OWNER)
                .set("guest", false)
                .set("restricted", person.managed())
                .set("maxHomeSize", 15)
                .set("locale", "en")
                .set("twoFactorEnabled", false)
                .set("scrobbleTypes", "")
                .set("country", "NL");
        return user.add(subscription(person))
                .add(Node.list("entitlements", List.of()))
                .add(Node.list("roles", List.of()));
    }

    /** The older form, below {@code /users/account}. */
    Node legacy(Person person) {
        return basics("user", person)
                .set("authentication_token", person.token())
                .set("home", person.home())
                .add(subscription(person))
                .add(Node.list("entitlements", List.of()))
                .add(Node.list("roles", List.of()));
    }

    String thumb(Person person) {
        return "%s/users/%s/avatar?c=1".formatted(addresses.url(SystemName.PLEX_TV), person.uuid());
    }

    private Node basics(String name, Person person) {
        return Node.element(name)
                .set("id", person.plexId())
                .set("uuid", person.uuid())
                .set("username", person.username())
                .set("title", person.title())
                .set("email", person.email())
                .set("thumb", thumb(person))
                .set("authToken", person.token());
    }

    private static Node subscription(Person person) {
        boolean pass = person.share() == Share.OWNER;
        return Node.single("subscription")
                .set("active", pass)
                .set("status", pass ? "Active" : "Inactive")
                .orNull("plan", pass ? "lifetime" : null)
                .add(Node.list("features", List.of()));
    }
}
