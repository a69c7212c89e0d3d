package dev.flagledger.contract.error;

import dev.flagledger.contract.http.ContractHeaders;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers for requests that are too broken to reach the application. Tomcat's own page would be HTML and name its version. */
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
            container.getLogger().debug("The client left before its error was written", e);
        }
    }
}
