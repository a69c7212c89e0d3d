package dev.flagledger.contract.error;

import dev.flagledger.contract.http.ContractHeaders;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reports errors of requests that never reach the application, as JSON. Tomcat's page is HTML and names its version. */
class JsonErrorValve extends ErrorReportValve {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ContractHeaders.on(request, response);
            response.setContentType("application/json");
            response.getOutputStream().write(JSON.writeValueAsBytes(ErrorResponses.plain(response.getStatus())));
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("The client disconnected before the error was written", e);
        }
    }
}
