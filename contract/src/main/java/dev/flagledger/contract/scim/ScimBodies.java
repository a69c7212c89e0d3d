package dev.flagledger.contract.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.utils.JsonUtils;
import dev.flagledger.contract.error.UnsupportedMediaType;
import dev.flagledger.contract.error.text.access.ScimTexts;
import dev.flagledger.contract.form.BodyReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads the bodies of directories' requests. */
@Component
public class ScimBodies {

    private static final Set<String> TYPES = Set.of("application/scim+json", "application/json", "");
    private static final int MOST_OPERATIONS = 1_000;

    private final BodyReader bodies;

    ScimBodies(BodyReader bodies) {
        this.bodies = bodies;
    }

    /**
     * Reads a resource. Attributes that this server does not know are ignored by whoever reads the result.
     *
     * @throws BadRequestException if it is no JSON object
     * @throws dev.flagledger.contract.error.BodyTooLarge if the body exceeds the size limit
     * @throws UnsupportedMediaType if it is not JSON
     */
    public GenericScimResource resource(HttpServletRequest request) throws IOException, BadRequestException {
        return new GenericScimResource(read(request, ObjectNode.class));
    }

    /**
     * Reads changes of a resource.
     *
     * @throws BadRequestException if it is no list of operations
     * @throws dev.flagledger.contract.error.BodyTooLarge if the body exceeds the size limit
     * @throws UnsupportedMediaType if it is not JSON
     */
    public PatchRequest patch(HttpServletRequest request) throws IOException, BadRequestException {
        var patch = read(request, PatchRequest.class);
        if (patch.getOperations() == null) {
            throw BadRequestException.invalidSyntax(ScimTexts.MALFORMED);
        }
        if (patch.getOperations().size() > MOST_OPERATIONS) {
            throw BadRequestException.tooMany(ScimTexts.tooMany(MOST_OPERATIONS));
        }
        return patch;
    }

    private <T> T read(HttpServletRequest request, Class<T> type) throws IOException, BadRequestException {
        var sent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_TYPE), "");
        if (!TYPES.contains(sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            throw new UnsupportedMediaType(sent);
        }
        byte[] body = bodies.bytes(request);
        try {
            T read = JsonUtils.getObjectReader().forType(type).readValue(body);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw new BadRequestException(ScimTexts.MALFORMED, BadRequestException.INVALID_SYNTAX, e);
        }
        throw BadRequestException.invalidSyntax(ScimTexts.MALFORMED);
    }
}
