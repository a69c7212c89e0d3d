package dev.flagledger.conformance;

import static dev.flagledger.conformance.Programs.need;

import dev.flagledger.standalone.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scripts in {@code src/test/js}, in a directory of their own with the clients that {@code npm ci} puts there. */
final class Scripts {

    private static final Programs NODE = new Programs(Path.of("target", "js"));
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OLDEST_NODE = 20;
    private static final String UNTRIED =
            "The official JavaScript clients are not tried: they need Node %d or newer and npm, but "
                    .formatted(OLDEST_NODE);
    private static boolean installed;

    private Scripts() {}

    /** Installs the clients, once. Without Node or npm the tests that ask are skipped and say so; a failure is one. */
    static synchronized void install() {
        if (installed) {
            return;
        }
        for (var program : List.of("node", "npm")) {
            need(Programs.isOnPath(program), UNTRIED + "there is no " + program + " on the PATH.");
        }
        var version = NODE.run(Map.of(), "node", "--version").strip();
        int major = Integer.parseInt(version.replaceAll("^v|\\..*", ""));
        need(major >= OLDEST_NODE, UNTRIED + "Node on the PATH is " + version + ".");
        NODE.install(
                List.of("package.json", "package-lock.json", ".npmrc"),
                Path.of("src", "test", "js"),
                () -> NODE.run(Map.of(), "npm", "ci", "--ignore-scripts"));
        installed = true;
    }

    /** Runs a script with these settings, and returns what it printed. */
    static JsonNode run(String script, Map<String, String> settings) {
        return JSON.readTree(NODE.run(settings, "node", script));
    }

    /** Runs a script on an environment, with further settings, and returns what it printed. */
    static JsonNode run(String script, TestServer server, Assortment assortment, Map<String, String> settings) {
        return JSON.readTree(NODE.run(Settings.of(server, assortment, settings), "node", script));
    }
}
