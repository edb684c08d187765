package org.medianest.local.process;

import java.io.IOException;
import org.medianest.local.place.Part;

/** One of the parts as something that can be started, asked and ended. */
public interface Program {

    Part part();

    /** Before each start: folders, files, and what a dead predecessor left. */
    default void prepare(Spawner spawner) throws IOException {}

    Spawn spawn();

    boolean isReady();

    /** Once it answers and before others use it. */
    default void complete() throws IOException {}

    Ending ending();
}
