package org.medianest.local;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.medianest.local.place.Folders;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.InstanceLock;
import org.medianest.local.up.Leftovers;

/** Takes away all data, after a question. */
record Reset(Layout layout) {

    int run(boolean yes, PrintStream out) throws IOException {
        if (InstanceLock.holder(layout.run().resolve("launcher.lock")).isPresent()) {
            throw new Refusal("MediaNest runs on %s. Stop it first: ./medianest stop".formatted(layout.data()));
        }
        List<Path> present = layout.belongings().stream().filter(Files::exists).toList();
        if (present.isEmpty()) {
            out.println("There is nothing to delete in " + layout.data());
            return 0;
        }
        if (!yes && !agrees()) {
            out.println("Nothing was deleted.");
            return 1;
        }
        new Leftovers(layout).end();
        for (Path folder : present) {
            Folders.remove(folder);
        }
        out.println("Deleted.");
        return 0;
    }

    private boolean agrees() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new Refusal("This deletes everything in %s. Say --yes to agree.".formatted(layout.data()));
        }
        String answer = console.readLine(
                "This deletes all accounts, history and downloaded files in %s. Type yes to agree: ", layout.data());
        return answer != null && answer.strip().equals("yes");
    }
}
