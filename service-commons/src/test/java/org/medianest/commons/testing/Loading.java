package org.medianest.commons.testing;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a class does when it is loaded: its static initializer and what that calls in turn, lambdas left out, for they run later. */
final class Loading {
    /** Of another moment or machine it would answer otherwise, or be worth nothing. */
    private static final Pattern OF_THE_MOMENT = Pattern.compile(String.join(
            "|",
            "java\\.(util|security)\\.(Secure|Splittable)?Random\\..*",
            "java\\.util\\.concurrent\\.ThreadLocalRandom\\..*",
            "java\\.util\\.UUID\\.randomUUID",
            "org\\.medianest\\.commons\\.(secret\\.RandomBytes\\.of|id\\.Uuid7\\.next)",
            "java\\.time\\..*\\.now",
            "java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty)",
            "java\\.lang\\.(Boolean\\.getBoolean|Integer\\.getInteger|Long\\.getLong)",
            "java\\.lang\\.(Thread|Thread\\$Builder.*)\\.(start|startVirtualThread)",
            "java\\.lang\\.(ProcessHandle|Runtime)\\..*",
            "java\\.lang\\.ref\\.Cleaner\\.create",
            "java\\.util\\.concurrent\\.Executors\\.new.*",
            "java\\.nio\\.ByteBuffer\\.allocateDirect",
            "java\\.net\\.Inet(4|6|Socket)?Address\\..*",
            "java\\.net\\.http\\.HttpClient\\..*"));

    private Loading() {}

    static List<JavaCall<?>> of(JavaClass loaded) {
        List<JavaCall<?>> found = new ArrayList<>();
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>();
        loaded.getStaticInitializer().ifPresent(open::add);
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.remove();
            if (!seen.add(unit)) {
                continue;
            }
            for (JavaCall<?> call : unit.getCallsFromSelf()) {
                if (call.isDeclaredInLambda()) {
                    continue;
                }
                if (OF_THE_MOMENT.matcher(name(call)).matches()) {
                    found.add(call);
                }
                call.getTarget().resolveMember().ifPresent(open::add);
            }
        }
        return found;
    }

    private static String name(JavaCall<?> call) {
        return call.getTargetOwner().getName() + "." + call.getTarget().getName();
    }
}
