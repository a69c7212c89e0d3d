package dev.flagledger.command.organisation.login;

import static dev.flagledger.access.permission.AccessContext.found;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.flagledger.access.domain.DnsSettings;
import dev.flagledger.access.domain.DomainRecords;
import dev.flagledger.access.domain.TextRecords.NoAnswer;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.organisation.LoginRuleCommand.AddDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.ProveDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.RemoveDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.VouchForDomain;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.limit.MinuteLimit;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.organisation.MailDomainView;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.login.MailDomain;
import dev.flagledger.installation.id.Ids;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that add and remove the mail domains of an organisation, and prove that it owns them. For users only. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/domains")
class DomainController {

    private static final Logger LOG = LoggerFactory.getLogger(DomainController.class);

    private final Ids ids;
    private final DomainRecords records;
    private final MinuteLimit limit;

    DomainController(Ids ids, DomainRecords records, DnsSettings settings) {
        this.ids = ids;
        this.records = records;
        this.limit = new MinuteLimit(settings.proofsPerMinute(), Ticker.systemTicker());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MailDomainView add(CommandContext context, @PathVariable int organisation, Form form) {
        administered(context, organisation);
        var name = form.text("name", DomainName.MAX).toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !DomainName.isValid(name)) {
            form.reject("name", DomainName.INVALID);
        }
        form.validate();
        int id = ids.next(Ids.Kind.MAIL_DOMAIN);
        context.send(new AddDomain(organisation, id, name));
        return view(context, organisation, id);
    }

    /**
     * Each look-up asks servers that the caller names, and may take long, so that they are limited; a proven domain needs none, unless
     * its record was missing.
     */
    @PostMapping("/{id}/verify")
    MailDomainView verify(CommandContext context, @PathVariable int organisation, @PathVariable int id) {
        var domain = domain(administered(context, organisation), id);
        if (!domain.isProven() || domain.missingSince() != null) {
            limit.admit(context.actor().kind() + " " + context.actor().id());
            requireRecord(organisation, domain.name());
            context.send(new ProveDomain(organisation, id, domain.name()));
        }
        return view(context, organisation, id);
    }

    /** For installations that cannot ask the domain name system. Superusers need not be members of the organisation. */
    @PostMapping("/{id}/vouch")
    MailDomainView vouch(CommandContext context, @PathVariable int organisation, @PathVariable int id) {
        context.access().require(Permission.INSTALLATION_ADMIN, new Scope.Everywhere());
        var known = found(context.installation().organisation(organisation), "Organisation");
        context.send(new VouchForDomain(organisation, id, domain(known, id).name()));
        return view(context, organisation, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CommandContext context, @PathVariable int organisation, @PathVariable int id) {
        domain(administered(context, organisation), id);
        context.send(new RemoveDomain(organisation, id));
    }

    private void requireRecord(int organisation, String name) {
        try {
            if (!records.exist(organisation, name)) {
                throw InvalidInput.detail(LoginRuleTexts.noRecord(name, records.expected(organisation, name)));
            }
        } catch (NoAnswer e) {
            LOG.warn("The records of {} cannot be looked up", name, e);
            throw InvalidInput.detail(LoginRuleTexts.NO_RESOLVER);
        }
    }

    /** Another request may have removed it in the meantime. */
    private MailDomainView view(CommandContext context, int organisation, int id) {
        var domain = domain(found(context.installation().organisation(organisation), "Organisation"), id);
        return MailDomainView.of(domain, records.expected(organisation, domain.name()));
    }

    private static Organisation administered(CommandContext context, int organisation) {
        return context.access().organisation(organisation, Permission.ORGANISATION_ADMIN);
    }

    private static MailDomain domain(Organisation organisation, int id) {
        return found(
                Optional.ofNullable(
                        organisation.access().loginRules().domains().byId().get(id)),
                "MailDomain");
    }
}
