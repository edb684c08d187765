package org.medianest.commons.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A Lua script from our jar. Redis keeps it and is told its hash only; the text goes along when it does not know it, or has forgotten. */
public final class LuaScript {
    private final String text;
    private final String hash;

    private LuaScript(String text) {
        this.text = text;
        this.hash = sha1(text);
    }

    /** @param resource its place on the class path, {@code /redis/publish.lua} */
    public static LuaScript of(String resource) {
        try (InputStream lua = LuaScript.class.getResourceAsStream(resource)) {
            if (lua == null) {
                throw new IllegalStateException(resource + " is not in the build");
            }
            return new LuaScript(new String(lua.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Request byHash(List<String> keys, List<String> arguments) {
        return request(Command.EVALSHA, hash, keys, arguments);
    }

    Request byText(List<String> keys, List<String> arguments) {
        return request(Command.EVAL, text, keys, arguments);
    }

    /** Whether Redis did nothing, because it must be told the text first. */
    static boolean isUnknown(Throwable failure) {
        return String.valueOf(failure.getMessage()).startsWith("NOSCRIPT");
    }

    private static Request request(Command command, String script, List<String> keys, List<String> arguments) {
        Request request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(request::arg);
        return request;
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
