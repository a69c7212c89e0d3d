package dev.flagledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.user.UserCommand;
import dev.flagledger.api.user.UserEvent.UserRegistered;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    @Test
    void everyEventHasAStoredName() {
        assertThat(ModuleClasses.recordsThatAre(LedgerEvent.class))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.types().values());
    }

    @Test
    void everyFamilyOfEventsIsSealed() {
        assertThat(ModuleClasses.interfacesBelow(LedgerEvent.class)).hasSize(8).allMatch(Class::isSealed);
    }

    @Test
    void aNameAndItsTypeFindEachOther() {
        EventCatalogue.types().forEach((name, type) -> {
            assertThat(EventCatalogue.typeOf(name)).contains(type);
            assertThat(EventCatalogue.nameOf(type)).contains(name);
        });
    }

    @Test
    void whatIsNoEventHasNoName() {
        assertThat(EventCatalogue.nameOf(UserCommand.LogIn.class)).isEmpty();
        assertThat(EventCatalogue.typeOf(UserRegistered.class.getName())).isEmpty();
    }

    @Test
    void aNameIsAConceptAndAPastParticiple() {
        assertThat(EventCatalogue.types().keySet())
                .allMatch(name -> name.matches("[a-z]+\\.([a-z]+-)*[a-z]+ed(-in|-out)?"));
        EventCatalogue.types()
                .forEach((name, type) -> assertThat(type.getPackageName()).endsWith("." + name.split("\\.", 2)[0]));
    }

    /** These names stand in every log there is. A line may be added here, never changed and never taken away. */
    @Test
    void theNamesAreTheseForEver() {
        assertThat(EventCatalogue.types().keySet())
                .containsExactly(
                        "environment.changed",
                        "environment.created",
                        "environment.webhook-added",
                        "environment.webhook-changed",
                        "environment.webhook-removed",
                        "feature.changed",
                        "feature.created",
                        "flag.segment-override-created",
                        "flag.segment-override-updated",
                        "flag.state-updated",
                        "identity.created",
                        "identity.override-created",
                        "identity.override-updated",
                        "organisation.changed",
                        "organisation.created",
                        "organisation.member-joined",
                        "project.changed",
                        "project.created",
                        "segment.created",
                        "user.logged-in",
                        "user.logged-out",
                        "user.registered",
                        "user.renamed");
    }
}
