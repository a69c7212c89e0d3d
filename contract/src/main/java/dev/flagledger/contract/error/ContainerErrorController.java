package dev.flagledger.contract.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for errors that the servlet container noticed itself, in a filter for example. */
@RestController
class ContainerErrorController implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Map<String, String>> answer(HttpServletRequest request) {
        var noticed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = noticed instanceof Integer code ? code : 404;
        return ResponseEntity.status(status).body(ErrorResponses.plain(status));
    }
}
