package org.medianest.auth.setup;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jboss.logging.Logger;
import org.medianest.auth.AuthConfig;

/** Tells the set-up code to the owner of the machine: in the log, and in a file that nobody else can read. */
@ApplicationScoped
class SetupCodeFile {
    private static final Logger LOG = Logger.getLogger(SetupCodeFile.class);

    private final Path file;
    private final SetupStore store;
    private volatile SetupCode code = SetupCode.random();

    SetupCodeFile(AuthConfig config, SetupStore store) {
        this.file = config.setupCodeFile();
        this.store = store;
    }

    void tell(@Observes StartupEvent event) throws Throwable {
        if (VertxContextSupport.subscribeAndAwait(store::isDone)) {
            forget();
            return;
        }
        code = kept();
        write(code);
        LOG.infof("MediaNest has no users yet. Set-up code: %s (also in %s)", code.grouped(), file);
    }

    boolean accepts(SetupCode typed) {
        return code.matches(typed);
    }

    /** After the set-up: the code opens nothing any more, so it need not lie about. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warnf("The used set-up code stays in %s: %s", file, stays);
        }
    }

    /** The code of an earlier start, so that one who has noted it can use it after a restart. */
    private SetupCode kept() throws IOException {
        if (Files.isReadable(file)) {
            SetupCode earlier = new SetupCode(Files.readString(file).strip());
            if (earlier.isWellFormed()) {
                return earlier;
            }
        }
        return code;
    }

    private void write(SetupCode code) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path draft = Files.createTempFile(
                    folder,
                    "setup",
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, code.grouped() + System.lineSeparator());
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The set-up code cannot be written to " + file, unwritable);
        }
    }
}
