package dev.flagledger.contract.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import dev.flagledger.contract.error.text.access.ScimTexts;
import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.engine.text.Blanks;
import java.util.Locale;

/**
 * What a directory says about a user.
 *
 * @param userName an e-mail address, in lower case
 * @param externalId the directory's own id; empty for none
 * @param firstName as accounts have it; empty for none
 * @param lastName as accounts have it; empty for none
 * @param active whether the user is to be a member
 */
public record UserForm(String userName, String externalId, String firstName, String lastName, boolean active) {

    private static final int MAX_EMAIL = 254;
    private static final int MAX_NAME = 150;
    private static final int MAX_EXTERNAL_ID = 255;

    /**
     * Reads a user; without {@code active} it is as it was.
     *
     * @throws BadRequestException if an attribute is invalid
     */
    public static UserForm of(GenericScimResource sent, boolean active) throws BadRequestException {
        var node = sent.getObjectNode();
        return new UserForm(
                userName(node.path("userName")),
                externalId(node.path("externalId")),
                shortened(node.path("name").path("givenName")),
                shortened(node.path("name").path("familyName")),
                active(node.path("active"), active));
    }

    private static String userName(JsonNode sent) throws BadRequestException {
        var name = Blanks.strip(sent.asText("")).toLowerCase(Locale.ROOT);
        if (!sent.isTextual() || !TextRules.isEmail(name, MAX_EMAIL)) {
            throw BadRequestException.invalidValue(ScimTexts.USER_NAME);
        }
        return name;
    }

    /** The id of a user or group at the directory. */
    static String externalId(JsonNode sent) throws BadRequestException {
        if (sent.isMissingNode() || sent.isNull()) {
            return "";
        }
        var id = Blanks.strip(sent.asText(""));
        if (!sent.isTextual()
                || (!id.isEmpty() && TextRules.problemOf(id, MAX_EXTERNAL_ID).isPresent())) {
            throw BadRequestException.invalidValue(ScimTexts.EXTERNAL_ID);
        }
        return id;
    }

    /** Entra sends booleans as texts, with a capital letter. */
    private static boolean active(JsonNode sent, boolean otherwise) throws BadRequestException {
        if (sent.isMissingNode() || sent.isNull()) {
            return otherwise;
        }
        var text = sent.asText("").toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw BadRequestException.invalidValue(ScimTexts.ACTIVE);
        }
        return text.equals("true");
    }

    private static String shortened(JsonNode sent) {
        var storable = Blanks.strip(sent.asText(""))
                .codePoints()
                .filter(character ->
                        !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE)
                .limit(MAX_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return Blanks.strip(storable.toString());
    }
}
