package dev.flagledger.standalone;

import java.util.List;
import java.util.Map;

/** Sends exports and imports as the dashboard does. */
record Transfer(Api caller) {

    private static final String BOUNDARY = "boundary-of-parts";

    /** Exports all features of an environment and returns the file. */
    String file(int environment) {
        return caller.get(download(export(environment).ok().get("id").asInt())).text();
    }

    Api.Answer export(int environment) {
        return caller.post(
                "features/create-feature-export/", Map.of("environment_id", environment, "tag_ids", List.of()));
    }

    static String download(int id) {
        return "features/download-feature-export/" + id + "/";
    }

    /** Imports a file into an environment. */
    Api.Answer take(int environment, String strategy, String file) {
        return send(environment, part("strategy", strategy), file(file));
    }

    /** Sends these form parts as an import. */
    Api.Answer send(int environment, String... parts) {
        return caller.with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .send("POST", path(environment), String.join("", parts) + "--" + BOUNDARY + "--\r\n");
    }

    static String path(int environment) {
        return "features/feature-import/" + environment;
    }

    static String part(String name, String content) {
        return part("name=\"" + name + "\"\r\n", "", content);
    }

    static String file(String content) {
        return part("name=\"file\"; filename=\"features.json\"\r\n", "Content-Type: application/json\r\n", content);
    }

    private static String part(String names, String headers, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + names + headers + "\r\n" + content + "\r\n";
    }
}
