package dev.flagledger.query.unsupported;

import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The page of an empty list. */
final class EmptyPage {

    private EmptyPage() {}

    static Page<Object> of(HttpServletRequest request) {
        return PageRequest.fixed(request).of(List.of());
    }
}
