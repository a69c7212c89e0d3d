package dev.flagledger.conformance;

import static dev.flagledger.conformance.Programs.need;

import dev.flagledger.standalone.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scripts in {@code src/test/python}, run by a virtual environment with the clients that {@code pip} puts there. */
final class PythonScripts {

    private static final Programs PYTHON = new Programs(Path.of("target", "python"));
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OWN = Path.of("venv", "bin", "python").toString();
    private static final String UNTRIED =
            "The official Python clients are not tried: they need Python 3.10 or newer with venv, but ";
    private static boolean installed;

    private PythonScripts() {}

    /** Installs the clients, once. Without Python the tests that ask are skipped and say so; a failure is one. */
    static synchronized void install() {
        if (installed) {
            return;
        }
        need(Programs.isOnPath("python3"), UNTRIED + "there is no python3 on the PATH.");
        need(
                PYTHON.succeeds("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 10))"),
                UNTRIED + "python3 on the PATH is older.");
        need(PYTHON.succeeds("python3", "-c", "import ensurepip, venv"), UNTRIED + "there is no venv.");
        PYTHON.install(List.of("requirements.txt"), Path.of("src", "test", "python"), () -> {
            PYTHON.run(Map.of(), "python3", "-m", "venv", "venv");
            PYTHON.run(Map.of(), OWN, "-m", "pip", "install", "--disable-pip-version-check", "-r", "requirements.txt");
        });
        installed = true;
    }

    /** Runs a script with these settings, and returns what it printed. */
    static JsonNode run(String script, Map<String, String> settings) {
        return JSON.readTree(PYTHON.run(settings, OWN, script));
    }

    /** Runs a script on an environment, with further settings, and returns what it printed. */
    static JsonNode run(String script, TestServer server, Assortment assortment, Map<String, String> settings) {
        return JSON.readTree(PYTHON.run(Settings.of(server, assortment, settings), OWN, script));
    }
}
