package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet beside Spring MVC. Reports whether filters ran before it, and sets the headers on request. */
class SampleServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("headers") != null) {
            ContractHeaders.on(request, response);
            if (ContractHeaders.answeredPreflight(request, response)) {
                return;
            }
        }
        var guarded = response.containsHeader("X-Content-Type-Options");
        response.setContentType("application/json");
        response.getOutputStream().print("{\"guarded\":" + guarded + "}");
    }
}
