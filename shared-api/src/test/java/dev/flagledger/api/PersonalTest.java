package dev.flagledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.LogEvent;
import dev.flagledger.api.event.OfSubject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is personal data except for these. A new one is either marked or listed here deliberately. */
class PersonalTest {

    @Test
    void everyTextOfAnEventIsMarkedUnlessItIsListed() {
        var seen = new HashSet<Class<?>>();
        var unmarked = ModuleClasses.recordsThatAre(LogEvent.class).stream()
                .flatMap(event -> texts(event, seen))
                .filter(text -> !text.isAnnotationPresent(Personal.class))
                .map(text -> text.getDeclaringRecord().getSimpleName() + "." + text.getName());

        assertThat(unmarked)
                .containsExactlyInAnyOrder(
                        "ApiKey.name",
                        "ApiKey.prefix",
                        "ApplicationGranted.clientId",
                        "ApplicationGranted.clientName",
                        "ApplicationGranted.scope",
                        "ClaimRule.claim",
                        "ClaimRule.values",
                        "CodeReference.filePath",
                        "DomainAdded.name",
                        "CodeScan.repositoryUrl",
                        "CodeScan.revision",
                        "Condition.property",
                        "Domain.name",
                        "EnvironmentSettings.apiKey",
                        "EnvironmentSettings.bannerColour",
                        "EnvironmentSettings.bannerText",
                        "EnvironmentSettings.name",
                        "FeatureCreated.initialValue",
                        "FeatureCreated.name",
                        "FeatureValue.text",
                        "FieldDefinition.name",
                        "FirstEvaluated.sdk",
                        "GroupDetails.externalId",
                        "GroupDetails.name",
                        "HealthReport.source",
                        "LoginLinked.provider",
                        "LoginUnlinked.provider",
                        "ManagedTraitsChanged.removed",
                        "MultivariateOption.key",
                        "OidcProvider.clientId",
                        "OidcProvider.groupsClaim",
                        "OidcProvider.issuer",
                        "OidcProvider.name",
                        "OidcProvider.scopes",
                        "Onboarding.hostingPreferences",
                        "OrganisationSettings.name",
                        "ProjectSettings.featureNameRegex",
                        "ProjectSettings.name",
                        "RoleDetails.name",
                        "SamlConfiguration.frontendUrl",
                        "SamlConfiguration.name",
                        "SamlMapping.source",
                        "SegmentDefinition.name",
                        "ServerKey.name",
                        "Tag.colour",
                        "Tag.label",
                        "Task.name",
                        "Tools.integrations",
                        "Trait.key",
                        "TraitDeleted.key",
                        "TraitsChanged.removed",
                        "TrustDetails.audience",
                        "TrustDetails.issuer",
                        "TrustDetails.name",
                        "UrlBlock.url",
                        "WebhookSettings.url");
    }

    /** Storing such a text would fail. */
    @Test
    void subjectsAreMarkedInEventsAboutOneOnly() {
        assertThat(ModuleClasses.recordsThatAre(LogEvent.class)).allSatisfy(event -> {
            var assigned = texts(event, new HashSet<>())
                    .map(text -> text.getAnnotation(Personal.class))
                    .filter(personal -> personal != null && personal.value() != Personal.Of.UNASSIGNABLE)
                    .map(personal -> Subject.Kind.valueOf(personal.value().name()))
                    .collect(Collectors.toSet());
            assertThat(assigned).isIn(Set.of(), subjectOf(event));
        });
    }

    @Test
    void onlyTextsAreMarked() {
        assertThat(ModuleClasses.recordsThatAre(Record.class).stream()
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .filter(component -> component.isAnnotationPresent(Personal.class)))
                .isNotEmpty()
                .allMatch(component -> component.getType() == String.class);
    }

    private static Set<Subject.Kind> subjectOf(Class<?> event) {
        if (!OfSubject.class.isAssignableFrom(event)) {
            return Set.of();
        }
        return Set.of(
                switch (event.getEnclosingClass().getSimpleName()) {
                    case "UserEvent",
                            "AccountEvent",
                            "FactorEvent",
                            "InviteEvent",
                            "LoginLinkEvent",
                            "SessionEvent",
                            "ScimEvent" -> Subject.Kind.USER;
                    case "IdentityEvent", "ManagedIdentityEvent" -> Subject.Kind.IDENTITY;
                    default -> throw new AssertionError("about whom is " + event + "?");
                });
    }

    private static Stream<RecordComponent> texts(Class<?> type, Set<Class<?>> seen) {
        return seen.add(type)
                ? Arrays.stream(type.getRecordComponents())
                        .flatMap(component -> texts(component, component.getGenericType(), seen))
                : Stream.empty();
    }

    private static Stream<RecordComponent> texts(RecordComponent component, Type type, Set<Class<?>> seen) {
        return switch (type) {
            case ParameterizedType generic ->
                Arrays.stream(generic.getActualTypeArguments()).flatMap(part -> texts(component, part, seen));
            case Class<?> plain when plain == String.class -> Stream.of(component);
            case Class<?> plain when plain.isRecord() -> texts(plain, seen);
            default -> Stream.empty();
        };
    }
}
