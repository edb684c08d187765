package org.medianest.commons.event;

/**
 * Something that happened in a service and that others may want to know. Past tense, a record, one type and version each.
 *
 * <p>The sealed interfaces register their records for reflection: a native image must keep what JSON is made from.
 *
 * <p>The doc comments of the records and of their components are also what {@code docs/asyncapi/events.yaml} says of them.
 */
public sealed interface DomainEvent permits AuthEvent, DownloadEvent, MediaEvent, StatusEvent {
    /** The id of the thing that it happened to. Events of one subject keep their order. */
    String subject();

    /** Who may see it live, in the browser. It is between services only unless it says otherwise. */
    default Audience audience() {
        return Audience.nobody();
    }
}
