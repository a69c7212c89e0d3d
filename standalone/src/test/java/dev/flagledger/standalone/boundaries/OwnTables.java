package dev.flagledger.standalone.boundaries;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The SQL of a class refers only to tables of its own module, whose schema has the name of the module's package. */
final class OwnTables extends ArchCondition<JavaClass> {

    private static final Pattern TABLE = Pattern.compile("(?i)\\b(?:from|join|into|update|table|using)\\s+(?<schema>"
            + String.join("|", ModuleBoundaries.MODULES) + ")\\.[a-z_]+");

    private final String root;

    OwnTables(String root) {
        super("name only tables of their own module");
        this.root = root;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var schema = type.getPackageName().substring(root.length() + 1).split("\\.", 2)[0];
        texts(type)
                .flatMap(text -> TABLE.matcher(text).results())
                .filter(table -> !table.group("schema").equals(schema))
                .map(MatchResult::group)
                .distinct()
                .forEach(sql -> events.add(SimpleConditionEvent.violated(type, type.getName() + " says: " + sql)));
    }

    private static Stream<String> texts(JavaClass type) {
        var file = type.getSource().orElseThrow().getUri();
        try (InputStream bytes = file.toURL().openStream()) {
            var constants = ClassFile.of().parse(bytes.readAllBytes()).constantPool();
            return StreamSupport.stream(constants.spliterator(), false)
                    .filter(Utf8Entry.class::isInstance)
                    .map(constant -> ((Utf8Entry) constant).stringValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
