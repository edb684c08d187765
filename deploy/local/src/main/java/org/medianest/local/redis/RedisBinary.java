package org.medianest.local.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Programs;

/**
 * A Redis server program: the machine's own from version 7, else the one in the Maven artifact.
 *
 * @param knowsSelectors whether it can grant commands for some keys only, which came with version 7
 */
record RedisBinary(Path program, boolean knowsSelectors) {
    private static final int WANTED_MAJOR = 7;
    private static final Pattern VERSION = Pattern.compile("v=(\\d+)\\.");

    static RedisBinary find(Programs machine, Path folder) throws IOException {
        Optional<Path> own = machine.find("redis-server").filter(program -> majorOf(program) >= WANTED_MAJOR);
        return own.isPresent() ? new RedisBinary(own.get(), true) : new RedisBinary(unpack(folder), false);
    }

    private static int majorOf(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            try (InputStream output = process.getInputStream()) {
                return major(new String(output.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return 0;
        }
    }

    static int major(String version) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static Path unpack(Path folder) throws IOException {
        String resource = resourceFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path program = folder.resolve(resource);
        if (Files.isExecutable(program)) {
            return program;
        }
        Path fresh = folder.resolve(resource + ".new");
        try (@Nullable InputStream binary = RedisBinary.class.getResourceAsStream("/" + resource)) {
            if (binary == null) {
                throw new Refusal("There is no Redis for this kind of machine in the build: install redis-server 7.");
            }
            Files.copy(binary, fresh, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(fresh, program, StandardCopyOption.ATOMIC_MOVE);
        return program;
    }

    static String resourceFor(String system, String processor) {
        boolean mac = system.toLowerCase(Locale.ROOT).startsWith("mac");
        boolean arm = processor.equals("aarch64");
        if (mac) {
            return arm ? "redis-server-6.2.6-v5-darwin-arm64" : "redis-server-6.2.6-v5-darwin-amd64";
        }
        return arm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
    }
}
