package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.organisation.Role;
import dev.flagledger.testing.Receiver;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who was told of an event, for those who may read the project's audit log. */
class EventDeliveriesIT {

    private static final TestServer SERVER = TestServer.shared();

    private final Shop shop = Shop.in(SERVER);
    private final Receiver receiver = Receiver.answering(200);

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void organisationsAreToldOfWhatConcernsNoEnvironment() {
        int webhook = ofOrganisation();
        int segment = shop.segment("beta", "plan", "pro");
        shop.feature(Map.of("name", "basket"));
        shop.ana()
                .patch("projects/" + shop.project() + "/segments/" + segment + "/", Map.of("name", "gold"))
                .ok();

        for (var type : List.of("segment.created", "feature.created", "segment.changed")) {
            assertThat(toldOf(type)).extracting(EventDeliveriesIT::webhook).contains(webhook);
        }
    }

    @Test
    void whoWasToldIsKnownAfterTheDeletionOfTheEnvironment() {
        int ofOrganisation = ofOrganisation();
        int ofEnvironment = shop.webhook(Map.of("url", receiver.url()));
        shop.ana()
                .patch(shop.stateOf(shop.feature(Map.of("name", "basket"))), Map.of("enabled", true))
                .ok();
        var told = toldOf("flag.state-updated");
        assertThat(told).extracting(EventDeliveriesIT::webhook).contains(ofOrganisation, ofEnvironment);

        assertThat(shop.ana().delete("environments/" + shop.key() + "/").status())
                .isEqualTo(204);

        assertThat(toldOf("flag.state-updated")).isEqualTo(told);
        assertThat(toldOf("environment.deleted"))
                .extracting(EventDeliveriesIT::webhook)
                .containsExactly(ofOrganisation);
    }

    @Test
    void anEventOfAnotherProjectIsMissing() {
        ofOrganisation();
        var other = Shop.by(shop.ana());
        other.segment("beta", "plan", "pro");
        shop.segment("beta", "plan", "pro");
        toldOf("segment.created");

        var missing = shop.ana().get(deliveries(other, position(shop, "segment.created")));

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text()).isEqualTo("{\"detail\":\"No Event matches the given query.\"}");
    }

    @Test
    void organisationsAreToldOfWhatConcernsNoProject() {
        int webhook = toldOfItself(shop);
        shop.ana()
                .post("organisations/" + shop.organisation() + "/master-api-keys/", Map.of("name", "terraform"))
                .ok();

        var path = ofOrganisation(shop, "organisation.api-key-created");

        assertThat(told(path)).extracting(EventDeliveriesIT::webhook).containsExactly(webhook);
        assertThat(Shop.in(SERVER).ana().get(path).status()).isEqualTo(403);
        assertThat(Member.of(SERVER, shop.organisation()).get(path).status()).isEqualTo(403);
        var other = Shop.in(SERVER);
        assertThat(other.ana()
                        .get(path.replace(
                                "organisations/" + shop.organisation(), "organisations/" + other.organisation()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void organisationsSeeWhatTheyThemselvesWereToldOfAnAccount() {
        var other = Shop.in(SERVER);
        var webhooks = Map.of(shop, toldOfItself(shop), other, toldOfItself(other));
        var bo = Person.in(SERVER);
        for (var organisation : webhooks.keySet()) {
            Member.join(SERVER, organisation.organisation(), Member.id(bo.api()), Role.USER);
        }
        var confirmation = "{\"current_password\":\"" + Person.PASSWORD + "\"}";
        assertThat(bo.api().send("DELETE", "auth/users/me/", confirmation).status())
                .isEqualTo(204);

        webhooks.forEach((organisation, webhook) -> assertThat(
                        told(organisation, ofOrganisation(organisation, "erasure.user-erased")))
                .extracting(EventDeliveriesIT::webhook)
                .containsExactly(webhook));
    }

    /** Whoever reads the project's audit log sees that the organisation was told, but not what it was told, nor where. */
    @Test
    void whatTheOrganisationWasSentIsForItsAdmins() {
        int webhook = ofOrganisation();
        shop.segment("beta", "plan", "pro");
        var told = toldOf("segment.created");
        var auditor = Member.of(SERVER, shop.organisation());
        Grants.of(shop.ana(), "projects/" + shop.project(), Member.id(auditor), "VIEW_PROJECT", "VIEW_AUDIT_LOG");

        var seen = auditor.get(deliveries(shop, position(shop, "segment.created")));

        assertThat(seen.ok().valueStream().toList()).isEqualTo(told);
        assertThat(seen.text()).doesNotContain(receiver.url(), "s3cret", "body");
        var sent = "organisations/" + shop.organisation() + "/webhooks/" + webhook + "/deliveries/"
                + told.getFirst().get("id").asString() + "/";
        assertThat(auditor.get(sent).status()).isEqualTo(403);
        assertThat(shop.ana().get(sent).ok().get("request").isString()).isTrue();
    }

    private int ofOrganisation() {
        return ofOrganisation(shop);
    }

    /** A webhook of an organisation that asks to be told of what concerns no project. */
    private int toldOfItself(Shop of) {
        int webhook = ofOrganisation(of);
        of.ana()
                .patch(
                        "organisations/" + of.organisation() + "/webhooks/" + webhook + "/options/",
                        Map.of("event_types", List.of("ORGANISATION_AUDIT_LOG_CREATED")))
                .ok();
        return webhook;
    }

    private int ofOrganisation(Shop of) {
        return of.ana()
                .post(
                        "organisations/" + of.organisation() + "/webhooks/",
                        Map.of("url", receiver.url(), "secret", "s3cret"))
                .ok()
                .get("id")
                .asInt();
    }

    /** The deliveries of the newest event of a type, once all are made. */
    private List<JsonNode> toldOf(String type) {
        return told(deliveries(shop, position(shop, type)));
    }

    private List<JsonNode> told(String path) {
        return told(shop, path);
    }

    private static List<JsonNode> told(Shop of, String path) {
        return await().until(
                        () -> deliveries(of.ana().get(path)),
                        deliveries -> !deliveries.isEmpty()
                                && deliveries.stream()
                                        .allMatch(delivery -> delivery.get("status")
                                                .asString()
                                                .equals("delivered")));
    }

    /** None until the event has been queued. */
    private static List<JsonNode> deliveries(Api.Answer answer) {
        return answer.status() == 404 ? List.of() : answer.ok().valueStream().toList();
    }

    private static int webhook(JsonNode delivery) {
        return delivery.get("webhook").asInt();
    }

    private static String deliveries(Shop shop, long position) {
        return shop.events() + position + "/deliveries/";
    }

    private static String ofOrganisation(Shop of, String type) {
        var events = "organisations/" + of.organisation() + "/events/";
        return events + position(of, events, type) + "/deliveries/";
    }

    private static long position(Shop shop, String type) {
        return position(shop, shop.events(), type);
    }

    private static long position(Shop of, String events, String type) {
        return of.ana()
                .get(events + "?type=" + type)
                .ok()
                .get("results")
                .get(0)
                .get("position")
                .asLong();
    }
}
