package dev.flagledger.standalone.fuzz;

import dev.flagledger.standalone.contract.Answered;
import dev.flagledger.standalone.contract.Contract;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result of a run.
 *
 * @param exitCode not 0 if Schemathesis found something, or could not run
 * @param output contains a command line for each failure, which repeats the request
 */
record Run(int exitCode, String output, List<Answered> answers) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads the responses from an HTTP archive. */
    static List<Answered> answers(Path archive) {
        return JSON.readTree(archive)
                .get("log")
                .get("entries")
                .valueStream()
                .map(Run::answered)
                .toList();
    }

    private static Answered answered(JsonNode entry) {
        var request = entry.get("request");
        var response = entry.get("response");
        var contentType = response.get("headers")
                .valueStream()
                .filter(header -> header.get("name").asString().equalsIgnoreCase("Content-Type"))
                .map(header -> header.get("value").asString())
                .findFirst();
        return new Answered(
                request.get("method").asString(),
                URI.create(request.get("url").asString()).getPath(),
                response.get("status").asInt(),
                contentType.orElse(""),
                response.at("/content/text").asString(""));
    }

    /** The violations of the document by responses. The check is stricter than that of Schemathesis. */
    List<String> broken(Contract contract) {
        return answers.stream()
                .flatMap(answer -> broken(contract, answer).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> broken(Contract contract, Answered answer) {
        try {
            contract.check(answer);
            return Optional.empty();
        } catch (AssertionError broken) {
            return Optional.of(broken.toString());
        }
    }
}
