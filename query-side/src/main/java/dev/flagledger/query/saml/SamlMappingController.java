package dev.flagledger.query.saml;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.saml.SamlDirectory;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.saml.SamlMappingView;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads attribute mappings, for admins of the organisations that they belong to. */
@RestController
@RequestMapping("/api/v1/auth/saml/attribute-mapping")
class SamlMappingController {

    private static final String CONFIGURATION = "saml_configuration";

    @GetMapping
    Page<SamlMappingView> list(AccessContext access, Form form, HttpServletRequest request) {
        var configuration = form.integerOrNull(CONFIGURATION, null);
        if (!isKnown(access, configuration)) {
            form.reject(CONFIGURATION, QueryTexts.NOT_A_CHOICE);
        }
        form.validate();
        var mappings = SamlDirectory.mappings(access).stream()
                .filter(mapping -> configuration == null || mapping.configurationId() == configuration)
                .toList();
        return PageRequest.fixed(request).of(mappings).map(SamlMappingView::of);
    }

    @GetMapping("/{id}")
    SamlMappingView retrieve(AccessContext access, @PathVariable int id) {
        return AccessContext.found(
                SamlDirectory.mappings(access).stream()
                        .filter(mapping -> mapping.id() == id)
                        .map(SamlMappingView::of)
                        .findAny(),
                "SamlAttributeMapping");
    }

    private static boolean isKnown(AccessContext access, @Nullable Integer configuration) {
        return configuration == null
                || SamlDirectory.administered(access).stream()
                        .anyMatch(owned -> owned.configuration().id() == configuration);
    }
}
