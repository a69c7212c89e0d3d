package dev.flagledger.contract.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import dev.flagledger.contract.error.text.access.ScimTexts;
import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.engine.text.Blanks;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a directory says about a group.
 *
 * @param externalId the directory's own id; empty for none
 * @param members ids of users; null if it says nothing about them
 */
public record GroupForm(
        String displayName, String externalId, @Nullable Set<String> members) {

    private static final int MAX_NAME = 200;

    /** Keeps the members as they are now. */
    public GroupForm {
        members = members == null ? null : Set.copyOf(members);
    }

    /**
     * Reads a group.
     *
     * @throws BadRequestException if an attribute is invalid
     */
    public static GroupForm of(GenericScimResource sent) throws BadRequestException {
        var node = sent.getObjectNode();
        return new GroupForm(
                displayName(node.path("displayName")),
                UserForm.externalId(node.path("externalId")),
                members(node.path("members")));
    }

    /**
     * Reads a group whose attributes are all there: without members it has none.
     *
     * @throws BadRequestException if an attribute is invalid
     */
    public static GroupForm ofAll(GenericScimResource changed) throws BadRequestException {
        var group = of(changed);
        return new GroupForm(
                group.displayName(), group.externalId(), group.members() == null ? Set.of() : group.members());
    }

    private static String displayName(JsonNode sent) throws BadRequestException {
        var name = Blanks.strip(sent.asText(""));
        if (!sent.isTextual()
                || name.isEmpty()
                || TextRules.problemOf(name, MAX_NAME).isPresent()) {
            throw BadRequestException.invalidValue(ScimTexts.GROUP_NAME);
        }
        return name;
    }

    private static @Nullable Set<String> members(JsonNode sent) throws BadRequestException {
        if (sent.isMissingNode()) {
            return null;
        }
        var values = new LinkedHashSet<String>();
        if (!sent.isArray() && !sent.isNull()) {
            throw BadRequestException.invalidValue(ScimTexts.MEMBERS);
        }
        for (var member : sent) {
            if (!member.path("value").isTextual()) {
                throw BadRequestException.invalidValue(ScimTexts.MEMBERS);
            }
            values.add(member.path("value").asText());
        }
        return values;
    }
}
