package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Creations and deletions of identities by the team, and of tags, are undone by new events. */
class IdentityRevertIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private Undo undo;
    private int shade;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        undo = new Undo(shop);
        shade = shop.feature(Map.of("name", "shade", "initial_value", "grey", "default_enabled", true));
    }

    @Test
    void aNewIdentityIsDeletedUnlessItHasChangedSince() {
        int bob = created("bob");
        long created = undo.last("managed-identity.created");
        identify("bob", "free");
        assertThat(undo.event(created).status()).isEqualTo(409);

        var undone = undo.forced(created).ok();

        var object = undone.get("differences").get(0);
        assertThat(object.get("type").asString()).isEqualTo("IDENTITY");
        assertThat(object.get("change_type").asString()).isEqualTo("DELETE");
        assertThat(shop.ana().get(identities() + bob + "/").status()).isEqualTo(404);

        created("ann");
        undo.event(undo.last("managed-identity.created")).ok();
        assertThat(shop.ana().get(identities()).ok().get("count").asInt()).isZero();
    }

    @Test
    void aNewIdentityIsShownWithItsPresentName() {
        int bob = created("bob");
        shop.ana().put(identities() + bob + "/", Map.of("identifier", "Robert")).ok();

        var undone = undo.forced(undo.last("managed-identity.created")).ok();

        assertThat(undone.get("differences").get(0).get("name").asString()).isEqualTo("Robert");
    }

    @Test
    void aDeletedIdentityReturnsWithItsTraitsAndOverrides() {
        identify("bob", "pro");
        override(new Visits(shop).identityOf("bob"));
        var served = served();
        assertThat(served).contains("own", "pro");
        delete();

        var undone = undo.event(undo.last("managed-identity.deleted")).ok();

        assertThat(undone.get("differences").get(0).get("id").asInt()).isEqualTo(new Visits(shop).identityOf("bob"));
        assertThat(served()).isEqualTo(served);
        assertThat(undo.event(undo.last("managed-identity.deleted")).status())
                .as("is back")
                .isEqualTo(409);
    }

    @Test
    void anIdentityThatWasReportedAgainGetsItsOverridesBack() {
        identify("bob", "pro");
        override(new Visits(shop).identityOf("bob"));
        delete();
        identify("bob", "free");
        int again = new Visits(shop).identityOf("bob");

        var undone = undo.event(undo.last("managed-identity.deleted")).ok();

        assertThat(undone.get("differences").get(0).get("id").asInt()).isEqualTo(again);
        assertThat(undone.get("differences").get(0).get("change_type").asString())
                .isEqualTo("UPDATE");
        assertThat(served()).contains("own", "free");
    }

    @Test
    void whoMayNotOverrideFlagsBringsNoOverridesBack() {
        override(created("bob"));
        delete();
        long deleted = undo.last("managed-identity.deleted");
        var bo = Member.of(SERVER, shop.organisation());
        Grants.of(shop.ana(), "projects/" + shop.project(), Member.id(bo), "VIEW_PROJECT", "VIEW_AUDIT_LOG");
        Grants.of(shop.ana(), "environments/" + shop.key(), Member.id(bo), "VIEW_ENVIRONMENT", "MANAGE_IDENTITIES");

        assertThat(bo.post(undo.path(deleted), Map.of()).status()).isEqualTo(403);
    }

    @Test
    void anErasedIdentityIsNotCreatedAgain() {
        identify("bob", "pro");
        override(new Visits(shop).identityOf("bob"));
        erase(shop.key());

        var refused = undo.event(undo.last("managed-identity.deleted"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("erased");
    }

    @Test
    void anErasedIdentityDoesNotReturnWithItsEnvironment() {
        identify("bob", "pro");
        override(new Visits(shop).identityOf("bob"));
        shop.ana().delete("environments/" + shop.key() + "/");
        erase(shop.environment());

        undo.event(undo.last("environment.deleted")).ok();

        assertThat(shop.ana().get(identities()).ok().get("count").asInt()).isZero();
        assertThat(served()).contains("grey").doesNotContain("own");
    }

    private void erase(Object environment) {
        shop.ana()
                .post(
                        "organisations/" + shop.organisation() + "/erasures/",
                        Map.of("environment", environment, "identifier", "bob"))
                .ok();
    }

    @Test
    void aDeletedTagReturnsToItsFeatures() {
        var tags = "projects/" + shop.project() + "/tags/";
        int tag = shop.ana()
                .post(tags, Map.of("label", "beta", "color", "#fff"))
                .ok()
                .get("id")
                .asInt();
        shop.ana()
                .patch(shop.features() + shade + "/", Map.of("tags", List.of(tag)))
                .ok();
        assertThat(undo.event(undo.last("project.tag-created")).status()).isEqualTo(409);
        shop.ana().delete(tags + tag + "/");

        var undone = undo.event(undo.last("project.tag-deleted")).ok();

        int again = undone.get("differences").get(0).get("id").asInt();
        assertThat(again).isNotEqualTo(tag);
        assertThat(shop.ana()
                        .get(shop.features() + shade + "/")
                        .ok()
                        .get("tags")
                        .get(0)
                        .asInt())
                .isEqualTo(again);
        undo.forced(undo.last("project.tag-created")).ok();
        assertThat(shop.ana().get(tags + again + "/").status()).isEqualTo(404);
    }

    private int created(String identifier) {
        return shop.ana()
                .post(identities(), Map.of("identifier", identifier))
                .ok()
                .get("id")
                .asInt();
    }

    private void identify(String identifier, String plan) {
        var traits = List.of(Map.of("trait_key", "plan", "trait_value", plan));
        shop.application()
                .post("identities/", Map.of("identifier", identifier, "traits", traits))
                .ok();
    }

    private void override(int identity) {
        shop.ana()
                .post(
                        identities() + identity + "/featurestates/",
                        Map.of("feature", shade, "enabled", true, "feature_state_value", "own"))
                .ok();
    }

    private void delete() {
        assertThat(shop.ana()
                        .delete(identities() + new Visits(shop).identityOf("bob") + "/")
                        .status())
                .isEqualTo(204);
    }

    private String served() {
        return undo.served("identities/?identifier=bob");
    }

    private String identities() {
        return "environments/" + shop.key() + "/identities/";
    }
}
