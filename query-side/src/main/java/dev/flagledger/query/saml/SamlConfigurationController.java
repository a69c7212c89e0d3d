package dev.flagledger.query.saml;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.saml.SamlDirectory;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.saml.SamlConfigurationView;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads configurations of SAML, for admins of their organisations. */
@RestController
@RequestMapping("/api/v1/auth/saml/configuration")
class SamlConfigurationController {

    @GetMapping
    Page<SamlConfigurationView> list(AccessContext access, Form form, HttpServletRequest request) {
        var organisation = form.integerOrNull("organisation", null);
        form.validate();
        if (organisation != null) {
            access.organisation(organisation, Permission.ORGANISATION_ADMIN);
        }
        var configurations = SamlDirectory.administered(access).stream()
                .filter(owned -> organisation == null || owned.organisation().id() == organisation)
                .toList();
        return PageRequest.fixed(request).of(configurations).map(SamlConfigurationController::view);
    }

    @GetMapping("/{name}")
    SamlConfigurationView retrieve(AccessContext access, @PathVariable String name) {
        return view(SamlDirectory.administered(access, name));
    }

    private static SamlConfigurationView view(SamlDirectory.Owned owned) {
        return SamlConfigurationView.of(owned.organisation().id(), owned.configuration());
    }
}
