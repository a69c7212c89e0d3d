package dev.flagledger.query.unsupported;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.paging.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The unsupported resources of organisations. */
@RestController
@RequestMapping("/api/v1/organisations/{id}")
class UnsupportedOrganisationController {

    @GetMapping("/integrations/github")
    Page<Object> pageForAdmins(AccessContext access, @PathVariable int id, HttpServletRequest request) {
        access.organisation(id, Permission.ORGANISATION_ADMIN);
        return EmptyPage.of(request);
    }

    /** The page on which a subscription would be paid. */
    @GetMapping("/portal-url")
    void portal(AccessContext access, @PathVariable int id) {
        access.organisation(id, Permission.ORGANISATION_ADMIN);
        throw InvalidInput.detail(QueryTexts.NO_SUBSCRIPTION);
    }

    @GetMapping("/integrations/grafana")
    List<Object> listForAdmins(AccessContext access, @PathVariable int id) {
        access.organisation(id, Permission.ORGANISATION_ADMIN);
        return List.of();
    }
}
