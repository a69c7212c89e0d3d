package dev.flagledger.contract.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
     * @param request a request whose body has been read
     * @param maxBytes the size limit
     */
    public static Form withJson(HttpServletRequest request, Form form, String field, int maxBytes) {
        var file = file(request, field);
        var without = form.with(field, null);
        if (file == null) {
            without.reject(
                    field,
                    form.raw(field).isNull()
                            ? "No file was submitted."
                            : "The submitted data was not a file. Check the encoding type on the form.");
        } else if (file.content().length == 0) {
            without.reject(field, "The submitted file is empty.");
        } else if (file.content().length > maxBytes) {
            without.reject(field, TOO_LARGE);
        } else {
            return withJson(file, without, field);
        }
        return without;
    }

    private static Form withJson(MultipartForm.Field file, Form without, String field) {
        try {
            var json = BodyReader.JSON.readTree(file.content());
            if (!json.isMissingNode()) {
                return without.with(field, json);
            }
            without.reject(field, "Not valid JSON: line 1 column 1");
        } catch (JacksonException e) {
            without.reject(field, "Not valid JSON" + BodyReader.place(e));
        }
        return without;
    }

    /** The file in a field; null if there is none. A browser sends one without a name where none was chosen. */
    private static MultipartForm.@Nullable Field file(HttpServletRequest request, String field) {
        return MultipartForm.of(request).map(MultipartForm::fields).orElse(List.of()).stream()
                .filter(part -> part.name().equals(field))
                .findFirst()
                .filter(part -> part.fileName() != null && !part.fileName().isEmpty())
                .orElse(null);
    }
}
