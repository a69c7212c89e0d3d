package dev.flagledger.command.access;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.flagledger.access.permission.AccessPolicy;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Permission;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a method does itself and through the methods that it calls, directly or indirectly, within the imported classes.
 * The implementations of an interface are not followed.
 *
 * @param checked the permissions named in the code
 * @param commands the commands created
 */
record Calls(Set<Permission> checked, Set<Class<? extends LedgerCommand>> commands) {

    static Calls of(JavaMethod start) {
        var checked = EnumSet.noneOf(Permission.class);
        var commands = new HashSet<Class<? extends LedgerCommand>>();
        for (var unit : reached(start)) {
            unit.getFieldAccesses().stream()
                    .map(access -> access.getTarget())
                    .filter(field -> field.getOwner().isEquivalentTo(Permission.class))
                    .forEach(field -> checked.add(Permission.valueOf(field.getName())));
            Stream.concat(unit.getConstructorCallsFromSelf().stream(), unit.getConstructorReferencesFromSelf().stream())
                    .map(access -> access.getTargetOwner())
                    .filter(owner -> owner.isAssignableTo(LedgerCommand.class))
                    .forEach(owner -> commands.add(owner.reflect().asSubclass(LedgerCommand.class)));
        }
        return new Calls(checked, commands);
    }

    /** Returns the permissions that the command bus requires for the commands. */
    Set<Permission> required() {
        return commands.stream()
                .map(command -> Objects.requireNonNull(Authorisation.REQUIRED.get(command)))
                .collect(Collectors.toSet());
    }

    private static Set<JavaCodeUnit> reached(JavaMethod start) {
        var reached = new HashSet<JavaCodeUnit>();
        var open = new ArrayDeque<JavaCodeUnit>();
        open.add(start);
        while (!open.isEmpty()) {
            var unit = open.remove();
            if (unit.getOwner().isEquivalentTo(AccessPolicy.class) || !reached.add(unit)) {
                continue;
            }
            Stream.concat(unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
                    .flatMap(call -> call.getTarget().resolveMember().stream())
                    .forEach(open::add);
        }
        return reached;
    }
}
