package dev.flagledger.query.unsupported;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.paging.Page;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The unsupported login methods. */
@RestController
@RequestMapping("/api/v1/auth")
class UnsupportedLoginController {

    @GetMapping("/saml/configuration")
    Page<Object> singleSignOn(AccessContext access, Form form, HttpServletRequest request) {
        var organisation = form.integerOrNull("organisation", null);
        form.validate();
        if (organisation != null) {
            access.organisation(organisation, Permission.ORGANISATION_ADMIN);
        }
        return EmptyPage.of(request);
    }

    @GetMapping("/saml/attribute-mapping")
    Page<Object> attributesOfSingleSignOn(HttpServletRequest request) {
        return EmptyPage.of(request);
    }
}
