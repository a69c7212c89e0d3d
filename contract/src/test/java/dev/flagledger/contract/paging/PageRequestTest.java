package dev.flagledger.contract.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PageRequestTest {

    private static final List<Integer> SEVEN =
            IntStream.rangeClosed(1, 7).boxed().toList();

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/audit/");

    @ParameterizedTest
    @CsvSource({"3, 3", "998, 998", "1000, 999", "9999999999, 999", "0, 999", "-1, 999", "x, 999", ", 999"})
    void aPageSizeIsHonouredUpToTheMaximum(@Nullable String asked, int size) {
        if (asked != null) {
            request.setParameter("page_size", asked);
        }

        assertThat(PageRequest.sized(request).size()).isEqualTo(size);
        assertThat(PageRequest.fixed(request).size()).isEqualTo(PageRequest.MAX_SIZE);
    }

    @ParameterizedTest
    @CsvSource({", 1", "'', 1", "1, 1", "2, 2", "3, 3", "last, 3", "03, 3"})
    void aPageIsSelectedByNumberOrAsTheLast(@Nullable String asked, int number) {
        assertThat(pageOfThree(asked).number(7)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4", "-1", "x", "Last", "9999999999"})
    void aPageThatDoesNotExistIsRejected(String asked) {
        assertThatExceptionOfType(NoSuchPage.class)
                .isThrownBy(() -> pageOfThree(asked).number(7));
    }

    @Test
    void anEmptyListHasAFirstPage() {
        assertThat(pageOfThree("last").number(0)).isEqualTo(1);
        assertThat(pageOfThree(null).of(List.of())).isEqualTo(new Page<>(0, null, null, List.of()));
    }

    @Test
    void pagesLinkToEachOther() {
        request.setParameter("search", "a b");
        var first = pageOfThree("1").of(SEVEN);
        var second = pageOfThree("2").of(SEVEN);
        var last = pageOfThree("3").of(SEVEN);

        assertThat(first.results()).containsExactly(1, 2, 3);
        assertThat(first.next()).isEqualTo("http://localhost/api/v1/audit/?page=2&page_size=3&search=a%20b");
        assertThat(first.previous()).isNull();
        assertThat(second.results()).containsExactly(4, 5, 6);
        assertThat(second.previous()).isEqualTo("http://localhost/api/v1/audit/?page_size=3&search=a%20b");
        assertThat(last.results()).containsExactly(7);
        assertThat(last.next()).isNull();
        assertThat(last.count()).isEqualTo(7);
    }

    @Test
    void linksHaveATrailingSlash() {
        request.setRequestURI("/api/v1/audit");

        assertThat(pageOfThree(null).of(SEVEN).next()).startsWith("http://localhost/api/v1/audit/?");
    }

    @Test
    void aMappedPageKeepsItsLinks() {
        var page = pageOfThree("2").of(SEVEN);

        assertThat(page.map(number -> "number " + number))
                .isEqualTo(new Page<>(7, page.next(), page.previous(), List.of("number 4", "number 5", "number 6")));
    }

    private PageRequest pageOfThree(@Nullable String number) {
        request.setParameter("page_size", "3");
        request.removeParameter("page");
        if (number != null) {
            request.setParameter("page", number);
        }
        return PageRequest.sized(request);
    }
}
