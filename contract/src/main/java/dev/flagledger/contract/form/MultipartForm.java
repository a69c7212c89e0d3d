package dev.flagledger.contract.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/**
 * The named parts of a {@code multipart/form-data} body. Parsed from bytes that were read within their limit, and not by the
 * container, which would parse a body already when a parameter of the query is read.
 */
record MultipartForm(List<Field> fields) {

    static final String TYPE = "multipart/form-data";

    private static final String NAME = MultipartForm.class.getName();
    private static final long UNLIMITED = -1;

    /**
     * One part.
     *
     * @param fileName null for a field that is no file
     */
    @SuppressWarnings("ArrayRecordComponent") // neither compared nor modified
    record Field(String name, @Nullable String fileName, byte[] content) {

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /**
     * Parses a body and keeps the form beside the request.
     *
     * @throws RuntimeException if the body is no such form
     */
    static MultipartForm read(HttpServletRequest request, byte[] body, String contentType) {
        var config = new MultiPartConfig.Builder()
                .maxMemoryPartSize(UNLIMITED)
                .maxPartSize(UNLIMITED)
                .maxSize(UNLIMITED)
                .build();
        var source = Content.Source.from(ByteBuffer.wrap(body));
        var fields = new ArrayList<Field>();
        try (var parts = MultiPartFormData.getParts(source, new Attributes.Mapped(), contentType, config)) {
            for (var part : parts) {
                if (part.getName() != null) {
                    fields.add(new Field(part.getName(), part.getFileName(), content(part)));
                }
            }
        }
        var form = new MultipartForm(List.copyOf(fields));
        request.setAttribute(NAME, form);
        return form;
    }

    /** The form that was read from the request's body; empty if it was none. */
    static Optional<MultipartForm> of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof MultipartForm form ? Optional.of(form) : Optional.empty();
    }

    private static byte[] content(MultiPart.Part part) {
        try {
            return BufferUtil.toArray(Content.Source.asByteBuffer(part.createContentSource()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
