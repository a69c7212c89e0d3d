package dev.flagledger.contract.form;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads uploaded files. */
public final class FileUploads {

    /** The error of a file that exceeds its size limit. */
    public static final String TOO_LARGE = "File size is too large.";

    private FileUploads() {}

    /**
     * Replaces a file in a form by its JSON content, so that it can be read like any other field. If the file is invalid, its
     * field is absent from the returned form and has an error.
     *
     * @param maxBytes the size limit
     */
    public static Form withJson(HttpServletRequest request, Form form, String field, int maxBytes) throws IOException {
        var file = file(request, field);
        var without = form.with(field, null);
        if (file == null) {
            without.reject(
                    field,
                    form.raw(field).isNull()
                            ? "No file was submitted."
                            : "The submitted data was not a file. Check the encoding type on the form.");
        } else if (file.getSize() == 0) {
            without.reject(field, "The submitted file is empty.");
        } else if (file.getSize() > maxBytes) {
            without.reject(field, TOO_LARGE);
        } else {
            return withJson(file, without, field);
        }
        return without;
    }

    private static Form withJson(Part file, Form without, String field) throws IOException {
        try {
            var json = BodyReader.JSON.readTree(file.getInputStream().readAllBytes());
            if (!json.isMissingNode()) {
                return without.with(field, json);
            }
            without.reject(field, "Not valid JSON: line 1 column 1");
        } catch (JacksonException e) {
            without.reject(field, "Not valid JSON" + BodyReader.place(e));
        }
        return without;
    }

    /** The uploaded file; null if there is none. Browsers send a part without a name if no file was chosen. */
    private static @Nullable Part file(HttpServletRequest request, String field) throws IOException {
        var type = request.getContentType();
        if (type == null
                || request.getContentLengthLong() == 0
                || !type.toLowerCase(Locale.ROOT).startsWith(BodyReader.MULTIPART)) {
            return null;
        }
        try {
            var part = request.getPart(field);
            var name = part == null ? null : part.getSubmittedFileName();
            return name == null || name.isEmpty() ? null : part;
        } catch (ServletException e) {
            throw new IllegalStateException("the form's other fields were read from the same parts", e);
        }
    }
}
