package dev.flagledger.command.grant;

import dev.flagledger.access.permission.PermissionLevel;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;

/**
 * The fields of grants. Permissions of any level may be granted on any object, as in Flagsmith.
 *
 * @param organisation the organisation whose members or groups may be granted something
 */
record GrantForm(Form form, Organisation organisation, GrantHolder.Kind kind) {

    Grant create(int id, GrantPlace place) {
        int holder = IdFields.required(form, field(), exists());
        var grant = new Grant(id, holder(holder), place, admin(place, false), permissions(List.of()));
        form.validate();
        return grant;
    }

    /** Absent fields keep their values, except that a replacement without permissions withdraws all of them. */
    Grant change(Grant current, boolean replaces) {
        int holder = IdFields.optional(form, field(), exists())
                .orElse(current.holder().id());
        var grant = new Grant(
                current.id(),
                holder(holder),
                current.place(),
                admin(current.place(), current.admin()),
                permissions(replaces ? List.of() : current.permissions()));
        form.validate();
        return grant;
    }

    private String field() {
        return kind == GrantHolder.Kind.GROUP ? "group" : "user";
    }

    private GrantHolder holder(int id) {
        return new GrantHolder(kind, id);
    }

    private IntPredicate exists() {
        return kind == GrantHolder.Kind.GROUP
                ? organisation.access().groups().byId()::containsKey
                : organisation.members()::containsKey;
    }

    /** Admins of organisations have the role instead. */
    private boolean admin(GrantPlace place, boolean fallback) {
        return place.kind() != GrantPlace.Kind.ORGANISATION && form.bool("admin", fallback);
    }

    private List<Permission> permissions(List<Permission> fallback) {
        return Fields.items(form, "permissions", form::reject).map(this::keys).orElse(fallback);
    }

    private List<Permission> keys(List<JsonNode> items) {
        var permissions = new ArrayList<Permission>();
        for (var item : items) {
            var key = item.isString() ? item.stringValue() : item.toString();
            PermissionLevel.grantable(key)
                    .ifPresentOrElse(permissions::add, () -> form.reject("permissions", FieldTexts.noSuchObject(key)));
        }
        return permissions;
    }
}
