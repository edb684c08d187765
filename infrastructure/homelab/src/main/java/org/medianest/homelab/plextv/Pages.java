package org.medianest.homelab.plextv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.medianest.homelab.world.People;
import org.medianest.homelab.world.Person;

/** The pages on which a person says who he is. */
final class Pages {
    private Pages() {}

    /** After the redirection from a program, with the code in the fragment. */
    static String authorise(People people) {
        return page("Sign in with Plex", "Who is signing in?", "", people);
    }

    /** For a code that is shown on another device. */
    static String link(People people) {
        return page(
                "Link a device",
                "Enter the code that your device shows",
                "<input id=\"code\" maxlength=\"4\" autocomplete=\"off\" autofocus aria-label=\"Code\">",
                people);
    }

    private static String page(String title, String question, String field, People people) {
        String buttons = people.all().stream().map(Pages::button).collect(Collectors.joining("\n"));
        return template()
                .replace("{{title}}", title)
                .replace("{{question}}", question)
                .replace("{{field}}", field)
                .replace("{{people}}", buttons);
    }

    private static String button(Person person) {
        String name = escape(person.title());
        String share = switch (person.share()) {
            case OWNER -> "owns the server";
            case ACCEPTED -> person.managed() ? "managed, at home" : "has a share";
            case PENDING -> "invited, not yet accepted";
            case OTHER_SERVER -> "friend of another server";
            case NONE -> "no share";
        };
        return """
                <button data-person="%s" aria-label="%s"><b aria-hidden="true">%s</b><span>%s<small>%s</small></span></button>""".formatted(escape(person.name()), name, name.substring(0, 1), name, share);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String template() {
        try (InputStream stream = Objects.requireNonNull(Pages.class.getResourceAsStream("page.html"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
