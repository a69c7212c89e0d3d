package dev.flagledger.query.user;

import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.AccessTexts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of others, and one's own by its id: as in Flagsmith, nobody is told whether they exist. */
@RestController
@RequestMapping("/api/v1/auth/users")
class HiddenUserController {

    @GetMapping
    void list() {
        throw notFound();
    }

    @RequestMapping(
            path = "/{id:\\d+}",
            method = {RequestMethod.GET, RequestMethod.PUT, RequestMethod.PATCH})
    void one() {
        throw notFound();
    }

    private static Refusal notFound() {
        return Refusal.detail(HttpStatus.NOT_FOUND, AccessTexts.NOT_FOUND);
    }
}
