package dev.flagledger.query.sdk.document;

import dev.flagledger.engine.view.Audience;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.Doorkeeper;
import dev.flagledger.query.sdk.flags.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** {@code GET /api/v1/environment-document/}: what applications' servers need to evaluate flags by themselves. */
final class DocumentServlet extends ApplicationServlet {

    private static final long NONE = -1;
    private static final long MILLIS = 1000;

    private final transient PreparedDocuments documents;

    DocumentServlet(Doorkeeper door, PreparedDocuments documents) {
        super(door);
        this.documents = documents;
    }

    @Override
    protected String methods(HttpServletRequest request) {
        return "GET, HEAD, OPTIONS";
    }

    @Override
    protected void answer(Visitor visitor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (visitor.audience() == Audience.CLIENT) {
            throw Doorkeeper.missingKey();
        }
        var document = documents.of(visitor.installation(), visitor.environment());
        response.setDateHeader("Last-Modified", document.second() * MILLIS);
        if (isTooNew(request, document)) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            response.setContentLength(0);
        } else if (isKnown(request, document)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
        } else {
            date(visitor, response);
            send(response, HttpStatus.OK, document.body());
        }
    }

    private static boolean isTooNew(HttpServletRequest request, PreparedDocument document) {
        long since = second(request, "If-Unmodified-Since");
        return since != NONE && since < document.second();
    }

    private static boolean isKnown(HttpServletRequest request, PreparedDocument document) {
        long since = second(request, "If-Modified-Since");
        return since != NONE
                && request.getHeader("If-None-Match") == null
                && (document.unsure() ? since > document.second() : since >= document.second());
    }

    /** What is no date is as good as none. */
    private static long second(HttpServletRequest request, String header) {
        try {
            long millis = request.getDateHeader(header);
            return millis == NONE ? NONE : Math.floorDiv(millis, MILLIS);
        } catch (IllegalArgumentException _) {
            return NONE;
        }
    }
}
