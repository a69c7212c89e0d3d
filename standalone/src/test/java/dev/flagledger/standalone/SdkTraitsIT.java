package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The SDK routes that set traits without returning flags. */
class SdkTraitsIT {

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private Api application;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        application = shop.application();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | traits/      | {"identity":{"identifier":"bob"},"trait_key":"plan","trait_value":"pro"} | {"identity":{"identifier":"bob"},"trait_value":"pro","trait_key":"plan"}
            POST | traits       | {"identity":{"identifier":"bob"},"trait_key":" a ","trait_value":[1]} | {"identity":{"identifier":"bob"},"trait_value":"[1]","trait_key":"a"}
            PUT  | traits/bulk/ | [] | []
            PUT  | traits/bulk  | [{"identity":{"identifier":"a"},"trait_key":"k","trait_value":1},{"identity":{"identifier":"b"},"trait_key":"k","trait_value":null},{"identity":{"identifier":"b"},"trait_key":"m","trait_value":true}] | [{"identity":{"identifier":"a"},"trait_value":1,"trait_key":"k"},{"identity":{"identifier":"b"},"trait_value":true,"trait_key":"m"}]
            POST | traits/increment-value/ | {"trait_key":"logins","increment_by":2,"identifier":"bob"} | {"trait_key":"logins","trait_value":2,"identifier":"bob"}
            POST | traits/increment-value  | {"trait_key":"logins","increment_by":-2,"identifier":"bob"} | {"trait_key":"logins","trait_value":-2,"identifier":"bob"}
            """)
    void theResponseRepeatsTheTraits(String method, String path, String body, String repeated) {
        var answer = application.send(method, path, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(repeated);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | traits/ | {} | {"trait_value":["This field is required."],"trait_key":["This field is required."],"identity":["This field is required."]}
            POST | traits/ | {"identity":"bob","trait_key":"k","trait_value":1} | {"identity":{"non_field_errors":["Invalid data. Expected a dictionary, but got str."]}}
            POST | traits/ | {"identity":{"identifier":" "},"trait_key":"k","trait_value":1} | {"identity":{"identifier":["This field may not be blank."]}}
            POST | traits/ | {"identity":{"identifier":"bob"},"trait_key":"k","trait_value":null} | {"trait_value":["This field may not be null."]}
            POST | traits/ | {"identity":{"identifier":"bob"},"trait_key":"k"} | {"trait_value":["This field is required."]}
            POST | traits/bulk/ | [] | {"detail":"Method \\"POST\\" not allowed."}
            PUT  | traits/bulk/ | {} | {"detail":"Invalid request data"}
            PUT  | traits/bulk/ | [1] | {"detail":"Invalid request data"}
            PUT  | traits/bulk/ | [{"identity":{"identifier":"bob"},"trait_key":"k","trait_value":null},{"identity":{"identifier":"bob"},"trait_key":"k","trait_value":1},{"identity":{"identifier":"bob"},"trait_value":1}] | [{},{"trait_key":["This field is required."]}]
            PUT  | traits/bulk/ | [{"trait_key":"k","trait_value":null}] | [{"identity":["This field is required."]}]
            POST | traits/increment-value/ | {} | {"trait_key":["This field is required."],"increment_by":["This field is required."],"identifier":["This field is required."]}
            POST | traits/increment-value/ | {"trait_key":"k","increment_by":"x","identifier":"bob"} | {"increment_by":["A valid integer is required."]}
            """)
    void invalidBodiesAreRejected(String method, String path, String body, String problem) {
        var answer = application.send(method, path, body);

        assertThat(answer.status()).isBetween(400, 405);
        assertThat(answer.json()).isEqualTo(parsed(problem));
        assertThat(identities()).isZero();
    }

    @Test
    void traitsAreStored() {
        tell("bob", "plan", "\"pro\"");
        tell("bob", "age", "31");
        assertThat(traits("bob")).isEqualTo("plan=\"pro\",age=31");
        tell("bob", "plan", "false");
        assertThat(traits("bob")).isEqualTo("plan=false,age=31");

        application.send("PUT", "traits/bulk/", """
                [{"identity":{"identifier":"bob"},"trait_key":"plan","trait_value":null},
                 {"identity":{"identifier":"nobody"},"trait_key":"plan","trait_value":null},
                 {"identity":{"identifier":"bob"},"trait_key":"age","trait_value":30},
                 {"identity":{"identifier":"bob"},"trait_key":"age","trait_value":32}]""").ok();
        assertThat(traits("bob")).isEqualTo("age=32");
        assertThat(identities()).isOne();
    }

    @Test
    void concurrentIncrementsAddUp() throws InterruptedException, ExecutionException {
        Callable<Integer> once = () -> application
                .post("traits/increment-value/", Map.of("trait_key", "logins", "increment_by", 1, "identifier", "bob"))
                .status();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var status :
                    threads.invokeAll(Stream.generate(() -> once).limit(60).toList())) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        assertThat(traits("bob")).isEqualTo("logins=60");

        var tooMuch = increment("logins", Integer.MAX_VALUE);
        assertThat(tooMuch.status()).isEqualTo(400);
        tell("bob", "plan", "\"pro\"");
        var noNumber = increment("plan", 1);
        assertThat(noNumber.status()).isEqualTo(400);
        assertThat(noNumber.text()).isEqualTo("[\"Trait is not an integer.\"]");
    }

    @Test
    void clientKeysCanBePreventedFromSettingTraits() {
        var backend = shop.backend();
        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("allow_client_traits", false))
                .ok();
        var one = Map.of("identity", Map.of("identifier", "bob"), "trait_key", "k", "trait_value", 1);
        var increment = Map.of("trait_key", "n", "increment_by", 1, "identifier", "bob");
        var refused = "{\"non_field_errors\":[\"Setting traits not allowed with client key.\"]}";

        assertThat(application.post("traits/", one).text()).isEqualTo(refused);
        assertThat(application.post("traits/increment-value/", increment).text())
                .isEqualTo(refused);
        assertThat(application
                        .post("identities/bob/traits/k", Map.of("trait_value", 1))
                        .text())
                .isEqualTo(refused);
        assertThat(application.put("traits/bulk/", List.of(one)).text())
                .isEqualTo("{\"detail\":\"Unable to set traits with client key.\"}");
        assertThat(identities()).isZero();
        for (var allowed : List.of(
                backend.post("traits/", one),
                backend.post("traits/increment-value/", increment),
                backend.put("traits/bulk/", List.of(one)))) {
            assertThat(allowed.status()).isEqualTo(200);
        }
        assertThat(traits("bob")).isEqualTo("k=1,n=1");
    }

    private static JsonNode parsed(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private Api.Answer increment(String key, int by) {
        return application.post(
                "traits/increment-value/", Map.of("trait_key", key, "increment_by", by, "identifier", "bob"));
    }

    private void tell(String identifier, String key, String value) {
        application
                .send(
                        "POST",
                        "traits/",
                        "{\"identity\":{\"identifier\":\"%s\"},\"trait_key\":\"%s\",\"trait_value\":%s}"
                                .formatted(identifier, key, value))
                .ok();
    }

    private String traits(String identifier) {
        return String.join(
                ",",
                application
                        .get("identities/?identifier=" + identifier)
                        .ok()
                        .get("traits")
                        .valueStream()
                        .map(trait -> trait.get("trait_key").asString() + "=" + trait.get("trait_value"))
                        .toList());
    }

    private int identities() {
        return shop.ana()
                .get("environments/" + shop.key() + "/identities/")
                .ok()
                .get("count")
                .asInt();
    }
}
