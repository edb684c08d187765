package org.medianest.commons.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The stream that carries an event: on a sealed interface for all its events, or on the record that goes elsewhere. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ToldOn {
    /** One of {@link EventStream}. */
    String value();
}
