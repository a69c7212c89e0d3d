package dev.flagledger.command.role.grant;

import dev.flagledger.access.permission.PermissionLevel;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.grant.TaggedPermission;
import dev.flagledger.api.role.Limitable;
import dev.flagledger.api.role.RoleGrant;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.access.RoleTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.contract.form.NestedForms;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads the permissions of a role on one object. The list is always whole. Each item is a permission with its tags, or its name
 * alone.
 */
final class RightsForm {

    private static final String PERMISSIONS = "permissions";
    private static final String KEY = "permission_key";
    private static final String TAGS = "tags";
    private static final int MAX_KEY = 100;

    private RightsForm() {}

    static RoleGrant read(Form form, RoleGrant current, IntPredicate tagExists) {
        boolean admin = current.place().kind() != GrantPlace.Kind.ORGANISATION && form.bool("admin", current.admin());
        var read = new TreeMap<Permission, TaggedPermission>();
        held(form, current, tagExists).forEach(held -> read.put(held.permission(), held));
        form.validate();
        return new RoleGrant(current.id(), current.place(), admin, List.copyOf(read.values()));
    }

    private static Stream<TaggedPermission> held(Form form, RoleGrant current, IntPredicate tagExists) {
        var items = Fields.items(form, PERMISSIONS, (_, _) -> {}).orElse(List.of());
        if (!items.isEmpty() && items.stream().allMatch(JsonNode::isString)) {
            return items.stream()
                    .map(JsonNode::asString)
                    .flatMap(name -> permission(form, PERMISSIONS, name).stream())
                    .map(TaggedPermission::everywhere);
        }
        if (!form.has(PERMISSIONS)) {
            form.reject(PERMISSIONS, FieldTexts.REQUIRED);
        }
        return NestedForms.list(form, PERMISSIONS).orElse(List.of()).stream()
                .flatMap(item -> tagged(item, current, tagExists).stream());
    }

    private static Optional<TaggedPermission> tagged(Form item, RoleGrant current, IntPredicate tagExists) {
        var permission = permission(item, KEY, item.text(KEY, MAX_KEY));
        var tags = IdFields.list(item, TAGS, id -> isKept(current, permission, id) || tagExists.test(id))
                .orElse(List.of());
        if (!tags.isEmpty()
                && permission.filter(Limitable.PERMISSIONS::contains).isEmpty()) {
            item.reject(TAGS, RoleTexts.NOT_LIMITABLE);
        }
        return permission.map(
                held -> new TaggedPermission(held, tags.stream().sorted().toList()));
    }

    /** Tags that the permission has already may have been deleted since. */
    private static boolean isKept(RoleGrant current, Optional<Permission> permission, int tag) {
        return current.permissions().stream()
                .anyMatch(held -> permission.filter(held.permission()::equals).isPresent()
                        && held.tags().contains(tag));
    }

    private static Optional<Permission> permission(Form form, String field, String name) {
        var known = PermissionLevel.grantable(name);
        if (known.isEmpty() && !name.isEmpty()) {
            form.reject(field, FieldTexts.noSuchObject(name));
        }
        return known;
    }
}
