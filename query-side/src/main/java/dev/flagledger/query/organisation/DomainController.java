package dev.flagledger.query.organisation;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.domain.DomainRecords;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.organisation.MailDomainView;
import dev.flagledger.engine.state.organisation.login.MailDomain;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the mail domains of an organisation. For users only, not for machines. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/domains")
class DomainController {

    private final DomainRecords records;

    DomainController(DomainRecords records) {
        this.records = records;
    }

    @GetMapping
    Page<MailDomainView> list(AccessContext access, @PathVariable int organisation, HttpServletRequest request) {
        var all = domains(access, organisation);
        return PageRequest.fixed(request).of(List.copyOf(all.values())).map(domain -> view(organisation, domain));
    }

    @GetMapping("/{id}")
    MailDomainView retrieve(AccessContext access, @PathVariable int organisation, @PathVariable int id) {
        return view(
                organisation,
                found(Optional.ofNullable(domains(access, organisation).get(id)), "MailDomain"));
    }

    private MailDomainView view(int organisation, MailDomain domain) {
        return MailDomainView.of(domain, records.expected(organisation, domain.name()));
    }

    private static Map<Integer, MailDomain> domains(AccessContext access, int organisation) {
        return access.organisation(organisation, Permission.ORGANISATION_ADMIN)
                .access()
                .loginRules()
                .domains()
                .byId();
    }
}
