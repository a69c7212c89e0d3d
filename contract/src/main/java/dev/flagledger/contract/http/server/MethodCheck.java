package dev.flagledger.contract.http.server;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Refuses TRACE, which would send a request's credentials back. */
final class MethodCheck implements HttpConfiguration.Customizer {

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (HttpMethod.TRACE.is(request.getMethod())) {
            throw new HttpException.RuntimeException(HttpStatus.METHOD_NOT_ALLOWED_405);
        }
        return request;
    }
}
