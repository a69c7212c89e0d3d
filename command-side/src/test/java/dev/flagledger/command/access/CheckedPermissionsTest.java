package dev.flagledger.command.access;

import static dev.flagledger.api.access.Permission.ANYONE;
import static dev.flagledger.api.access.Permission.CREATE_FEATURE;
import static dev.flagledger.api.access.Permission.DESCRIBE_IDENTITIES;
import static dev.flagledger.api.access.Permission.ENVIRONMENT_ADMIN;
import static dev.flagledger.api.access.Permission.LOGGED_IN;
import static dev.flagledger.api.access.Permission.MANAGE_IDENTITIES;
import static dev.flagledger.api.access.Permission.ORGANISATION_ADMIN;
import static dev.flagledger.api.access.Permission.SELF;
import static dev.flagledger.api.access.Permission.UPDATE_FEATURE_STATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.access.Permission;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Controllers check permissions before they look anything up, the command bus when it is sent a command. Their checks are
 * read from the bytecode and compared with the table of the bus, so that a change of one does not leave out the other.
 */
class CheckedPermissionsTest {

    /** Need no check before the bus: they do not depend on an object. */
    private static final Set<Permission> WITHOUT_CHECK = EnumSet.of(ANYONE, LOGGED_IN, SELF);

    /** Permissions that include another one. */
    private static final Map<Permission, Set<Permission>> INCLUDED_IN = Map.of(
            DESCRIBE_IDENTITIES, Set.of(MANAGE_IDENTITIES, ENVIRONMENT_ADMIN),
            MANAGE_IDENTITIES, Set.of(ENVIRONMENT_ADMIN),
            CREATE_FEATURE, Set.of(ORGANISATION_ADMIN),
            UPDATE_FEATURE_STATE, Set.of(ORGANISATION_ADMIN));

    /** What one class of the module does. {@code type} is the outermost class. */
    private record Use(String packageName, String type, Set<Permission> checked, Set<Permission> required) {}

    @Test
    void whoeverSendsACommandChecksThePermissionThatTheBusRequires() throws Exception {
        var uses = uses();
        var byPackage = merged(uses, Use::packageName);
        var missing = new TreeSet<String>();
        for (var use : merged(uses, Use::type).values()) {
            var checked = use.checked().isEmpty()
                    ? Objects.requireNonNull(byPackage.get(use.packageName())).checked()
                    : use.checked();
            use.required().stream()
                    .filter(Predicate.not(WITHOUT_CHECK::contains))
                    .filter(required -> !isChecked(required, checked))
                    .forEach(required -> missing.add(use.type() + " does not check " + required));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void theUsesAreFound() throws Exception {
        assertThat(merged(uses(), Use::type).get("SegmentController"))
                .satisfies(use -> assertThat(use.required()).containsExactly(Permission.MANAGE_SEGMENTS))
                .satisfies(use -> assertThat(use.checked()).containsExactly(Permission.MANAGE_SEGMENTS));
    }

    private static boolean isChecked(Permission required, Set<Permission> checked) {
        return checked.contains(required)
                || INCLUDED_IN.getOrDefault(required, Set.of()).stream().anyMatch(checked::contains);
    }

    private static Map<String, Use> merged(List<Use> uses, Function<Use, String> key) {
        return uses.stream()
                .collect(Collectors.toMap(
                        key,
                        use -> use,
                        (one, other) -> new Use(
                                one.packageName(),
                                one.type(),
                                union(one.checked(), other.checked()),
                                union(one.required(), other.required()))));
    }

    private static Set<Permission> union(Set<Permission> one, Set<Permission> other) {
        var all = EnumSet.noneOf(Permission.class);
        all.addAll(one);
        all.addAll(other);
        return all;
    }

    private static List<Use> uses() throws IOException, URISyntaxException {
        var classes = Path.of(Authorisation.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var uses = new ArrayList<Use>();
        try (var files = Files.walk(classes)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                var model = ClassFile.of().parse(file);
                if (!model.thisClass().asInternalName().contains("/Authorisation")) {
                    uses.add(use(model));
                }
            }
        }
        return uses;
    }

    private static Use use(ClassModel model) {
        var checked = EnumSet.noneOf(Permission.class);
        var required = EnumSet.noneOf(Permission.class);
        model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .forEach(element -> {
                    checked.addAll(checked(element));
                    required.addAll(required(element));
                });
        var name = model.thisClass().asInternalName();
        int slash = name.lastIndexOf('/');
        return new Use(
                name.substring(0, slash), name.substring(slash + 1).replaceFirst("\\$.*", ""), checked, required);
    }

    private static Collection<Permission> checked(CodeElement element) {
        return element instanceof FieldInstruction field
                        && field.owner()
                                .matches(Permission.class.describeConstable().orElseThrow())
                ? List.of(Permission.valueOf(field.name().stringValue()))
                : List.of();
    }

    private static Collection<Permission> required(CodeElement element) {
        if (!(element instanceof NewObjectInstruction created)) {
            return List.of();
        }
        var name = created.className().asInternalName().replace('/', '.');
        return Authorisation.REQUIRED.entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }
}
