package dev.flagledger.webhook.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagledger.contract.error.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class DeliveryParametersTest {

    @Test
    void withoutParametersTheNewestOfAllAreRead() {
        var newest = new DeliveryParameters(null, null, 999);

        assertThat(DeliveryParameters.read(request(Map.of()))).isEqualTo(newest);
        assertThat(DeliveryParameters.read(request(Map.of("status", "", "before", "", "limit", ""))))
                .isEqualTo(newest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "delivered", "failed", "cancelled"})
    void aStatusIsAnyThatADeliveryCanHave(String status) {
        assertThat(DeliveryParameters.read(request(Map.of("status", status, "before", "41-7", "limit", "2"))))
                .isEqualTo(new DeliveryParameters(status, new ListPlace(41, 7), 2));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "999, 999", "1000, 999", "999999999, 999"})
    void aPageHasAtMost999Deliveries(String limit, int size) {
        assertThat(DeliveryParameters.read(request(Map.of("limit", limit))).limit())
                .isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "ten", "1000000000"})
    void aLimitIsAPositiveInteger(String limit) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> DeliveryParameters.read(request(Map.of("limit", limit))))
                .extracting(InvalidInput::body)
                .isEqualTo(Map.of("limit", List.of("A valid integer is required.")));
    }

    @Test
    void allErrorsAreReportedTogether() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        DeliveryParameters.read(request(Map.of("status", "Pending", "before", "41-7-0", "limit", "x"))))
                .extracting(InvalidInput::body)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("status", "before", "limit");
    }

    private static HttpServletRequest request(Map<String, String> parameters) {
        var request = new MockHttpServletRequest();
        parameters.forEach(request::setParameter);
        return request;
    }
}
