package dev.flagledger.contract.error;

import dev.flagledger.contract.http.ContractHeaders;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Responds to errors that are raised outside of Spring MVC, such as in filters. */
@RestController
class ContainerErrorController implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Map<String, String>> answer(HttpServletRequest request, HttpServletResponse response) {
        ContractHeaders.restore(request, response);
        var noticed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = noticed instanceof Integer code ? code : 404;
        return ResponseEntity.status(status).body(ErrorResponses.plain(status));
    }
}
