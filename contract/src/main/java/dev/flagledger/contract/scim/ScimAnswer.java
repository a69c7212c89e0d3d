package dev.flagledger.contract.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.messages.ErrorResponse;
import com.unboundid.scim2.common.utils.JsonUtils;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Responses to directories. */
public final class ScimAnswer {

    private static final MediaType TYPE = MediaType.valueOf("application/scim+json");

    private ScimAnswer() {}

    /** A response with a resource or a list of them. */
    public static ResponseEntity<byte[]> of(Object resource) {
        return ResponseEntity.ok().contentType(TYPE).body(json(resource));
    }

    /** The response to the creation of a resource. */
    public static ResponseEntity<byte[]> created(String location, Object resource) {
        return ResponseEntity.created(URI.create(location)).contentType(TYPE).body(json(resource));
    }

    /** A response with an error. */
    static ResponseEntity<Object> error(ErrorResponse error) {
        return ResponseEntity.status(error.getStatus()).contentType(TYPE).body(json(error));
    }

    /** An error without a SCIM error keyword. */
    static ErrorResponse problem(int status, String detail) {
        var error = new ErrorResponse(status);
        error.setDetail(detail);
        return error;
    }

    /** The error of a resource whose name another one has. */
    static ErrorResponse conflict(String detail) {
        return ResourceConflictException.uniqueness(detail).getScimError();
    }

    /** Writes an error where no controller is called. */
    public static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(TYPE.toString());
        response.getOutputStream().write(json(problem(status.value(), detail)));
    }

    private static byte[] json(Object resource) {
        try {
            return JsonUtils.getObjectWriter().writeValueAsBytes(resource);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("resources can be written as JSON", e);
        }
    }
}
