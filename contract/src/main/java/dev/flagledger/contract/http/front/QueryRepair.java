package dev.flagledger.contract.http.front;

import dev.flagledger.contract.text.Escapes;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Repairs malformed percent escapes of query strings, for all servlets: the container drops all parameters if one is malformed,
 * and people search for "50%".
 */
final class QueryRepair extends ValveBase {

    QueryRepair() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var query = request.getQueryString();
        if (query != null) {
            var repaired = Escapes.repaired(query);
            if (!repaired.equals(query)) {
                request.getCoyoteRequest().queryString().setString(repaired);
            }
        }
        getNext().invoke(request, response);
    }
}
