package org.medianest.commons.event;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The doc comments of a package's source files, as Markdown: what is written once beside the code can be told elsewhere. */
final class DocComments {
    private final Map<String, String> comments = new HashMap<>();

    private DocComments() {}

    /** Parses the sources below {@code src/main/java}: the compiled class has no comments. */
    static DocComments ofPackage(String name) throws IOException {
        DocComments comments = new DocComments();
        try (Stream<Path> sources = Files.list(Path.of("src", "main", "java").resolve(name.replace('.', '/')))) {
            comments.read(sources.toList());
        }
        return comments;
    }

    private void read(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            new Collector(DocTrees.instance(task)).scan(task.parse(), null);
        }
    }

    Optional<String> of(Class<?> type) {
        return Optional.ofNullable(comments.get(type.getCanonicalName()));
    }

    Optional<String> of(RecordComponent component) {
        return Optional.ofNullable(
                comments.get(component.getDeclaringRecord().getCanonicalName() + "#" + component.getName()));
    }

    private final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees docs;

        Collector(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                note(canonicalName(getCurrentPath()), comment);
            }
            return super.visitClass(type, nothing);
        }
    }

    private void note(String type, DocCommentTree comment) {
        note(type, comment.getFullBody());
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree param) {
                note(type + "#" + param.getName(), param.getDescription());
            }
        }
    }

    private void note(String declaration, List<? extends DocTree> text) {
        if (!text.isEmpty()) {
            comments.put(declaration, markdown(text));
        }
    }

    /** The path leads from the type outwards, to the file. */
    private static String canonicalName(TreePath type) {
        List<String> names = StreamSupport.stream(type.spliterator(), false)
                .filter(ClassTree.class::isInstance)
                .map(outer -> ((ClassTree) outer).getSimpleName().toString())
                .toList();
        return type.getCompilationUnit().getPackageName() + "." + String.join(".", names.reversed());
    }

    private static String markdown(List<? extends DocTree> text) {
        return text.stream()
                .map(part -> switch (part) {
                    case LiteralTree code -> "`" + code.getBody() + "`";
                    case LinkTree link -> "`" + link.getReference() + "`";
                    default -> part.toString();
                })
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ");
    }
}
