package dev.flagledger.standalone;

import java.util.List;
import java.util.Map;

/** The initial data of most tests: a new user's organisation with a project and an environment. */
public record Shop(Api ana, int organisation, int project, int environment, String key) {

    public static Shop in(TestServer server) {
        return of(server.api());
    }

    public static Shop of(Api anonymous) {
        return by(anonymous.newUser());
    }

    /** Another shop of this user. */
    public static Shop by(Api ana) {
        int organisation = id(ana.post("organisations/", Map.of("name", "Acme")));
        int project = id(ana.post("projects/", Map.of("name", "Shop", "organisation", organisation)));
        var environment = ana.post("environments/", Map.of("name", "Staging", "project", project))
                .ok();
        return new Shop(
                ana,
                organisation,
                project,
                environment.get("id").asInt(),
                environment.get("api_key").asString());
    }

    /** Creates a feature and returns its id. */
    public int feature(Map<String, ?> feature) {
        return id(ana.post(features(), feature));
    }

    /** The id of a feature's default state in the environment. */
    int state(int feature) {
        var states = ana.get("environments/" + key + "/featurestates/?feature=" + feature)
                .ok();
        return states.get("results").get(0).get("id").asInt();
    }

    public String features() {
        return "projects/" + project + "/features/";
    }

    /** The path of a feature's default state. */
    public String stateOf(int feature) {
        return "environments/" + key + "/featurestates/" + state(feature) + "/";
    }

    /** A path or body with ORG, PROJECT and KEY replaced by the shop's, and STATE by the id of the feature's state. */
    String filled(String text, int feature) {
        return text.replace("ORG", Integer.toString(organisation))
                .replace("PROJECT", Integer.toString(project))
                .replace("KEY", key)
                .replace("FEATURE", Integer.toString(feature))
                .replace("STATE", Integer.toString(state(feature)));
    }

    public String webhooks() {
        return "environments/" + key + "/webhooks/";
    }

    /** Adds a webhook to the environment, and returns its id. */
    public int webhook(Map<String, ?> fields) {
        return id(ana.post(webhooks(), fields));
    }

    public String audit() {
        return "projects/" + project + "/audit/";
    }

    String events() {
        return "projects/" + project + "/events/";
    }

    /** An application with the environment's key. */
    public Api application() {
        return Api.of(ana.server()).with("X-Environment-Key", key);
    }

    /** The application's backend, with a server key. */
    public Api backend() {
        var made = ana.post("environments/" + key + "/api-keys/", Map.of("name", "backend"))
                .ok();
        return Api.of(ana.server()).with("X-Environment-Key", made.get("key").asString());
    }

    /** Creates a segment of identities with a trait of this value, and returns its id. */
    public int segment(String name, String trait, String value) {
        var condition = Map.of("operator", "EQUAL", "property", trait, "value", value);
        var rules = List.of(
                Map.of("type", "ALL", "rules", List.of(Map.of("type", "ANY", "conditions", List.of(condition)))));
        return id(ana.post("projects/" + project + "/segments/", Map.of("name", name, "rules", rules)));
    }

    private static int id(Api.Answer answer) {
        return answer.ok().get("id").asInt();
    }
}
