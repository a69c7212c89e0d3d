package dev.flagledger.contract.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.PatchOpType;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.types.Member;
import dev.flagledger.contract.error.text.access.ScimTexts;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Applies the changes of a PATCH to a resource: RFC 7644, 3.5.2. Operations on attributes that this server does not keep are ignored: Entra
 * changes work addresses that it has never created. So is the spelling of operations, which Entra capitalises.
 */
public final class ScimPatch {

    private static final String MEMBERS = "members";
    private static final int MOST_REMOVED = 1_000;

    private ScimPatch() {}

    /**
     * Changes a resource.
     *
     * @param kept names of the attributes that this server keeps, in lower case
     * @throws ScimException if an operation is malformed, or has no target
     */
    public static void apply(PatchRequest patch, GenericScimResource resource, Set<String> kept) throws ScimException {
        for (var operation : patch.getOperations()) {
            try {
                apply(operation, resource.getObjectNode(), kept);
            } catch (RuntimeException e) {
                throw new BadRequestException(ScimTexts.MALFORMED, BadRequestException.INVALID_SYNTAX, e);
            }
        }
    }

    private static void apply(PatchOperation operation, ObjectNode resource, Set<String> kept) throws ScimException {
        var path = operation.getPath();
        if (path == null || path.isRoot()) {
            ofWhole(operation, resource, kept);
        } else if (kept.contains(path.getElement(0).getAttribute().toLowerCase(Locale.ROOT))) {
            if (removesNamed(operation, path)) {
                removeNamed(operation, resource);
            } else {
                operation.apply(resource);
            }
        }
    }

    /** Without a path, the value has the attributes. */
    private static void ofWhole(PatchOperation operation, ObjectNode resource, Set<String> kept) throws ScimException {
        if (operation.getOpType() == PatchOpType.REMOVE || !(operation.getJsonNode() instanceof ObjectNode values)) {
            throw BadRequestException.noTarget("The operation has no path.");
        }
        for (var value : values.properties()) {
            if (kept.contains(value.getKey().toLowerCase(Locale.ROOT))) {
                PatchOperation.create(operation.getOpType(), Path.root().attribute(value.getKey()), value.getValue())
                        .apply(resource);
            }
        }
    }

    /** Entra removes members by a path without a filter, and names them in the value. */
    private static boolean removesNamed(PatchOperation operation, Path path) {
        JsonNode value = operation.getJsonNode();
        return operation.getOpType() == PatchOpType.REMOVE
                && path.size() == 1
                && path.getElement(0).getAttribute().equalsIgnoreCase(MEMBERS)
                && path.getElement(0).getValueFilter() == null
                && value != null
                && !value.isNull();
    }

    private static void removeNamed(PatchOperation operation, ObjectNode resource) throws ScimException {
        List<Member> named = operation.getRemoveMemberList();
        if (named == null) {
            throw BadRequestException.invalidValue(ScimTexts.MEMBERS);
        }
        if (named.size() > MOST_REMOVED) {
            throw BadRequestException.tooMany(ScimTexts.tooMany(MOST_REMOVED));
        }
        for (var member : named) {
            if (member.getValue() != null) {
                var which = Filter.eq(Path.root().attribute("value"), TextNode.valueOf(member.getValue()));
                PatchOperation.remove(Path.root().attribute(MEMBERS, which)).apply(resource);
            }
        }
    }
}
