package dev.flagledger.contract.error;

import dev.flagledger.contract.http.ContractHeaders;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that are too broken to reach the application. Jetty's own page would be HTML and say what went wrong in it. */
final class JsonErrorHandler implements Request.Handler {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException known) {
            response.setStatus(known.getCode());
        }
        ContractHeaders.on(request, response);
        byte[] body = JSON.writeValueAsBytes(ErrorResponses.plain(response.getStatus()));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
