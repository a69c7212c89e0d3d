package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of evaluations are answered with the same bytes from memory as by the servlets, and are counted the same. */
class ReportsFromMemoryIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private int basket;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        basket = shop.feature(Map.of("name", "basket"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200 | /api/v1/analytics/flags/ | {"basket": 2, "unknown": 5, "other": "x"}
            200 | /api/v1/analytics/flags  | {"basket": 2}
            204 | /api/v2/analytics/flags/ | {"evaluations": [{"feature_name": "basket", "count": 2, "enabled_when_evaluated": true}]}
            204 | /api/v2/analytics/flags  | {"evaluations": [{"feature_name": "basket", "count": 2, "enabled_when_evaluated": true}]}
            """)
    void aReportIsTakenFromMemory(int status, String path, String body) throws Exception {
        assertThat(RawRequest.withoutTimes(FromMemory.response(SERVER, post(path, body))))
                .startsWith("HTTP/1.1 " + status)
                .isEqualTo(RawRequest.response(SERVER, post(path, body)))
                .isEqualTo(RawRequest.response(SERVER, post(path + "?x", body)));
        assertThat(evaluations()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | /api/v1/analytics/flags/ | ["basket"]
            400 | /api/v1/analytics/flags/ | {"basket": 2
            400 | /api/v2/analytics/flags/ | {}
            400 | /api/v2/analytics/flags/ | {"evaluations": [{"feature_name": "basket", "count": "two"}]}
            """)
    void whatIsNoReportIsLeft(int status, String path, String body) throws Exception {
        assertThat(FromMemory.response(SERVER, post(path, body))).startsWith("HTTP/1.1 404");
        assertThat(RawRequest.response(SERVER, post(path, body)))
                .startsWith("HTTP/1.1 " + status)
                .isEqualTo(RawRequest.response(SERVER, post(path + "?x", body)));
    }

    private String post(String path, String body) {
        return RawRequest.post(path, body, List.of("X-Environment-Key: " + shop.key(), "Origin: https://shop.test"));
    }

    private int evaluations() {
        return shop.ana()
                .get(shop.features() + basket + "/evaluation-data/?period=1&environment_id=" + shop.environment())
                .ok()
                .get(0)
                .get("count")
                .asInt();
    }
}
