package dev.flagledger.command.access;

import static dev.flagledger.api.access.Permission.ANYONE;
import static dev.flagledger.api.access.Permission.CREATE_FEATURE;
import static dev.flagledger.api.access.Permission.DESCRIBE_IDENTITIES;
import static dev.flagledger.api.access.Permission.ENVIRONMENT_ADMIN;
import static dev.flagledger.api.access.Permission.LOGGED_IN;
import static dev.flagledger.api.access.Permission.MANAGE_GRANTS;
import static dev.flagledger.api.access.Permission.MANAGE_IDENTITIES;
import static dev.flagledger.api.access.Permission.MANAGE_MEMBERS;
import static dev.flagledger.api.access.Permission.MANAGE_WEBHOOKS;
import static dev.flagledger.api.access.Permission.ORGANISATION_ADMIN;
import static dev.flagledger.api.access.Permission.PROJECT_ADMIN;
import static dev.flagledger.api.access.Permission.SELF;
import static dev.flagledger.api.access.Permission.UPDATE_FEATURE_STATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.identity.IdentityCommand.IncrementTrait;
import dev.flagledger.api.organisation.LoginRuleCommand.MissDomainRecord;
import dev.flagledger.api.organisation.LoginRuleCommand.UnproveDomain;
import dev.flagledger.api.organisation.OrganisationCommand.PruneEvents;
import dev.flagledger.api.role.RoleCommand.AddHolder;
import dev.flagledger.api.role.RoleCommand.ChangeRights;
import dev.flagledger.api.role.RoleCommand.GrantRights;
import dev.flagledger.api.role.RoleCommand.RevokeRights;
import dev.flagledger.api.webhook.WebhookCommand.PauseWebhook;
import dev.flagledger.api.webhook.WebhookCommand.ResumeWebhook;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controllers check permissions before they look anything up, the command bus when it is sent a command. The checks and
 * the commands of each endpoint are read from the bytecode of the methods that it calls, directly or indirectly, and
 * compared with the table of the bus, so that a change of one does not leave out the other.
 */
class CheckedPermissionsTest {

    /** Need no check before the bus: they do not depend on an object. */
    private static final Set<Permission> WITHOUT_CHECK = EnumSet.of(ANYONE, LOGGED_IN, SELF);

    /** Permissions that one controller need not check, by its name, with the wider permission that it checks. */
    private static final Map<String, Map<Permission, Permission>> INCLUDED_IN = Map.of(
            "ErasureController",
            Map.of(MANAGE_IDENTITIES, ENVIRONMENT_ADMIN),
            "ImportController",
            Map.of(CREATE_FEATURE, ORGANISATION_ADMIN, UPDATE_FEATURE_STATE, ORGANISATION_ADMIN),
            "TraitRemovalController",
            Map.of(DESCRIBE_IDENTITIES, ENVIRONMENT_ADMIN, MANAGE_IDENTITIES, ENVIRONMENT_ADMIN));

    /** Which commands they send depends on what has changed. The bus checks all of them before any takes effect. */
    private static final Set<String> DECIDED_BY_PLAN = Set.of("RevertController", "EventRevertController");

    /** Let people in, or workloads, whom somebody else vouches for; what that takes is sent by the server itself. */
    private static final Set<String> BY_THE_SERVER = Set.of(
            "ConsentPageController",
            "FederatedLoginController",
            "SamlLoginController",
            "SessionController",
            "SocialLoginController",
            "TokenExchangeController");

    /** Only the directory of an organisation can call them, as the filters of their routes see to. */
    private static final Set<String> OF_DIRECTORIES = Set.of("ScimGroupController", "ScimUserController");

    /** Sent for SDKs or by the server itself, not by controllers; or in methods that controllers inherit, which are not followed. */
    private static final Set<Class<? extends LedgerCommand>> WITHOUT_ENDPOINT = Set.of(
            AddHolder.class,
            ChangeRights.class,
            GrantRights.class,
            IncrementTrait.class,
            MissDomainRecord.class,
            PauseWebhook.class,
            PruneEvents.class,
            ResumeWebhook.class,
            RevokeRights.class,
            UnproveDomain.class);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.flagledger.command", "dev.flagledger.access.permission", "dev.flagledger.access.saml");

    @Test
    void endpointsCheckThePermissionsThatTheBusRequires() {
        var missing = new TreeSet<String>();
        endpoints().filter(endpoint -> !isDecidedElsewhere(endpoint)).forEach(endpoint -> {
            var calls = Calls.of(endpoint);
            calls.required().stream()
                    .filter(Predicate.not(WITHOUT_CHECK::contains))
                    .filter(required -> !isChecked(required, calls.checked(), endpoint.getOwner()))
                    .forEach(required -> missing.add(endpoint.getFullName() + " does not check " + required));
        });

        assertThat(missing).isEmpty();
    }

    @Test
    void allCommandsAreFound() {
        var sent = endpoints()
                .flatMap(endpoint -> Calls.of(endpoint).commands().stream())
                .collect(Collectors.toSet());

        assertThat(Authorisation.REQUIRED.entrySet().stream()
                        .filter(entry -> !WITHOUT_CHECK.contains(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .filter(Predicate.not(sent::contains))
                        .collect(Collectors.toSet()))
                .isEqualTo(WITHOUT_ENDPOINT);
    }

    private static boolean isDecidedElsewhere(JavaMethod endpoint) {
        var controller = endpoint.getOwner().getSimpleName();
        return DECIDED_BY_PLAN.contains(controller)
                || BY_THE_SERVER.contains(controller)
                || OF_DIRECTORIES.contains(controller);
    }

    private static boolean isChecked(Permission required, Set<Permission> checked, JavaClass controller) {
        return checked.contains(required)
                || (required == MANAGE_MEMBERS && checked.contains(ORGANISATION_ADMIN))
                || (required == DESCRIBE_IDENTITIES && checked.contains(MANAGE_IDENTITIES))
                // What the bus requires depends on the owner, which the path decides.
                || (required == MANAGE_WEBHOOKS
                        && (checked.contains(ENVIRONMENT_ADMIN) || checked.contains(ORGANISATION_ADMIN)))
                || (required == MANAGE_GRANTS
                        && checked.stream()
                                .anyMatch(EnumSet.of(ORGANISATION_ADMIN, PROJECT_ADMIN, ENVIRONMENT_ADMIN)::contains))
                || INCLUDED_IN.getOrDefault(controller.getSimpleName(), Map.of()).entrySet().stream()
                        .anyMatch(entry -> entry.getKey() == required && checked.contains(entry.getValue()));
    }

    private static Stream<JavaMethod> endpoints() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(RestController.class))
                .map(JavaClass::getMethods)
                .flatMap(Set::stream)
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class));
    }
}
